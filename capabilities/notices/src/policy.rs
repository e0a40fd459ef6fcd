//! Who may decide what is heard: everybody for themselves; the system looks, sends and forgets.

use kernel::{Actor, Decision};

use super::model::Subscription;

/// Say what one wants to hear of.
#[derive(Debug)]
pub struct Follow;
/// Change or end it.
#[derive(Debug)]
pub struct Change;
/// What the system does by itself: look for news, send it, forget what is over.
#[derive(Debug)]
pub struct System;

/// Everybody may; without an account it counts once the link in the mail was used.
pub fn follow(actor: &Actor) -> Decision<Follow> {
    Decision::everybody(actor)
}

/// A link from a letter lets change what it is about: that is all the link can do.
pub fn change_by_link(actor: &Actor) -> Decision<Change> {
    Decision::everybody(actor)
}

/// One's own, for somebody who has signed in.
pub fn change_own(actor: &Actor, subscription: &Subscription, own_address: Option<&str>) -> Decision<Change> {
    let by_person = subscription.person.is_some() && subscription.person == actor.person_id();
    let by_address =
        subscription.person.is_none() && own_address.is_some() && subscription.email.as_deref() == own_address;
    Decision::or_sign_in(actor, by_person || by_address, Decision::Hide)
}

/// The system alone.
pub fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}
