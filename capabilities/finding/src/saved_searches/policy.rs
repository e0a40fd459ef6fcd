//! Who may keep what: everybody a search, who has signed in a favourite; the system sends and forgets.

use kernel::{Actor, Decision};

use super::model::SavedSearch;

/// Save a search.
#[derive(Debug)]
pub struct SaveSearch;
/// Change or end a saved search.
#[derive(Debug)]
pub struct ChangeSearch;
/// Keep vacancies to look at later.
#[derive(Debug)]
pub struct KeepFavourite;
/// Look for news, send it, forget what is over.
#[derive(Debug)]
pub struct Upkeep;

/// Everybody may save a search; without an account it counts once the link in the mail was used.
pub fn save(actor: &Actor) -> Decision<SaveSearch> {
    Decision::allow_if(actor, true, Decision::Hide)
}

/// Who holds a link from a letter may change what it is about: that is all the link can do.
pub fn with_link(actor: &Actor) -> Decision<ChangeSearch> {
    Decision::allow_if(actor, true, Decision::Hide)
}

/// One's own, for somebody who has signed in.
pub fn own(actor: &Actor, search: &SavedSearch, own_address: Option<&str>) -> Decision<ChangeSearch> {
    let by_person = search.person.is_some() && search.person == actor.person_id();
    let by_address = search.person.is_none() && own_address.is_some() && search.email.as_deref() == own_address;
    let otherwise = if actor.person_id().is_none() { Decision::SignIn } else { Decision::Hide };
    Decision::allow_if(actor, by_person || by_address, otherwise)
}

/// Who has signed in.
pub fn favourite(actor: &Actor) -> Decision<KeepFavourite> {
    Decision::allow_if(actor, actor.person_id().is_some(), Decision::SignIn)
}

/// The system alone.
pub fn upkeep(actor: &Actor) -> Decision<Upkeep> {
    Decision::allow_if(actor, *actor == Actor::System, Decision::Hide)
}
