//! Who may do what with offers. Pure; the only maker of permits here.

use kernel::{Actor, Decision, PersonId};

use super::model::{Offer, State, Visibility};

/// Making an offer.
#[derive(Debug)]
pub struct Create;
/// Leading one's own offer.
#[derive(Debug)]
pub struct Lead;
/// Seeing an offer.
#[derive(Debug)]
pub struct See;
/// Inviting the person who made an offer.
#[derive(Debug)]
pub struct Invite;
/// Taking an offer down.
#[derive(Debug)]
pub struct TakeDown;
/// What the system does by itself: terms, erasure.
#[derive(Debug)]
pub struct System;

/// Everybody with an account may offer something.
pub fn create(actor: &Actor) -> Decision<Create> {
    Decision::signed_in(actor)
}

/// The person who made it; or the desk for them: `on_behalf_of` is the person who agreed to that, as the recorded consent says. That it exists is
/// nobody else's business.
pub fn lead(actor: &Actor, on_behalf_of: Option<PersonId>, offer: &Offer) -> Decision<Lead> {
    let own = actor.person_id() == Some(offer.person);
    let for_them = actor.sits_at_desk() && on_behalf_of == Some(offer.person);
    Decision::or_sign_in(actor, own || for_them, Decision::Hide)
}

/// Whether this actor speaks for an organisation that the municipality has confirmed.
pub fn speaks_for_confirmed(actor: &Actor) -> bool {
    actor.person().is_some_and(|person| person.offices.iter().any(|office| office.confirmed))
}

/// The person who made it and the municipality always; while it is live also those for whom it is meant.
pub fn see(actor: &Actor, offer: &Offer) -> Decision<See> {
    let meant = offer.state == State::Live
        && match offer.visibility {
            Visibility::Everybody => true,
            Visibility::Organisations => speaks_for_confirmed(actor),
        };
    let allowed = meant || actor.sits_at_desk() || actor.person_id() == Some(offer.person);
    Decision::allow_if(actor, allowed, Decision::Hide)
}

/// Contacts of confirmed organisations, for an offer they may see and that is not their own.
pub fn invite(actor: &Actor, offer: &Offer) -> Decision<Invite> {
    if !see(actor, offer).is_allowed() {
        return Decision::or_sign_in(actor, false, Decision::Hide);
    }
    let own = actor.person_id() == Some(offer.person);
    Decision::or_sign_in(actor, speaks_for_confirmed(actor) && !own, Decision::Deny("offer-deny-organisations"))
}

/// The desk.
pub fn take_down(actor: &Actor) -> Decision<TakeDown> {
    Decision::desk(actor)
}

/// The system alone.
pub fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}
