//! Who may keep vacancies: somebody who has signed in.

use kernel::{Actor, Decision};

/// Put vacancies aside to look at later.
#[derive(Debug)]
pub struct Favourite;

/// Somebody who has signed in.
pub fn favourite(actor: &Actor) -> Decision<Favourite> {
    Decision::signed_in(actor)
}
