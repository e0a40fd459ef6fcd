//! Who may save what: everybody a search, people with an account a favourite; the system sends and forgets.

use kernel::{Actor, Decision};

use super::model::SavedSearch;

/// Save a search.
#[derive(Debug)]
pub struct SaveSearch;
/// Change or end a saved search.
#[derive(Debug)]
pub struct ChangeSearch;
/// Put vacancies aside to look at later.
#[derive(Debug)]
pub struct Favourite;
/// What the system does by itself: look for news, send it, forget what is over.
#[derive(Debug)]
pub struct System;

/// Everybody may save a search; without an account it counts once the link in the mail was used.
pub fn save_search(actor: &Actor) -> Decision<SaveSearch> {
    Decision::everybody(actor)
}

/// Everybody who holds a link from a letter may change what it is about: that is all the link can do.
pub fn change_search_by_link(actor: &Actor) -> Decision<ChangeSearch> {
    Decision::everybody(actor)
}

/// One's own, for somebody who has signed in.
pub fn change_own_search(actor: &Actor, search: &SavedSearch, own_address: Option<&str>) -> Decision<ChangeSearch> {
    let by_person = search.person.is_some() && search.person == actor.person_id();
    let by_address = search.person.is_none() && own_address.is_some() && search.email.as_deref() == own_address;
    Decision::or_sign_in(actor, by_person || by_address, Decision::Hide)
}

/// Everybody with an account.
pub fn favourite(actor: &Actor) -> Decision<Favourite> {
    Decision::signed_in(actor)
}

/// The system alone.
pub fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}
