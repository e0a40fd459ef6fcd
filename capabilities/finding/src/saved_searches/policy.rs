//! Who may keep vacancies: somebody who has signed in.

use kernel::{Actor, Decision};

/// Keep vacancies to look at later.
#[derive(Debug)]
pub struct KeepFavourite;

/// Somebody who has signed in.
pub fn favourite(actor: &Actor) -> Decision<KeepFavourite> {
    Decision::allow_if(actor, actor.person_id().is_some(), Decision::SignIn)
}
