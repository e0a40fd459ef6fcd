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
/// Inviting who made an offer.
#[derive(Debug)]
pub struct Invite;
/// Taking an offer down.
#[derive(Debug)]
pub struct TakeDown;
/// Keeping an offer with the link of the mail.
#[derive(Debug)]
pub struct ExtendByLink;
/// What the system does by itself: terms, erasure.
#[derive(Debug)]
pub struct System;

/// Everybody with an account may offer something.
pub fn create(actor: &Actor) -> Decision<Create> {
    Decision::allow_if(actor, actor.person().is_some(), Decision::SignIn)
}

/// Who made it; or the desk for them: `on_behalf_of` is who agreed to that, as the recorded consent says. That it exists is
/// nobody else's business.
pub fn lead(actor: &Actor, on_behalf_of: Option<PersonId>, offer: &Offer) -> Decision<Lead> {
    let otherwise = if *actor == Actor::Visitor { Decision::SignIn } else { Decision::Hide };
    let own = actor.person_id() == Some(offer.person);
    let for_them = is_desk(actor) && on_behalf_of == Some(offer.person);
    Decision::allow_if(actor, own || for_them, otherwise)
}

/// Whether this actor speaks for an organisation that the municipality has confirmed.
pub fn speaks_for_confirmed(actor: &Actor) -> bool {
    actor.person().is_some_and(|person| person.offices.iter().any(|office| office.confirmed))
}

fn is_desk(actor: &Actor) -> bool {
    actor.is_mediator() || actor.is_manager()
}

/// Who made it and the municipality always; while it is live also those for whom it is meant.
pub fn see(actor: &Actor, offer: &Offer) -> Decision<See> {
    let meant = offer.state == State::Live
        && match offer.visibility {
            Visibility::Everybody => true,
            Visibility::Organisations => speaks_for_confirmed(actor),
        };
    let allowed = meant || is_desk(actor) || actor.person_id() == Some(offer.person);
    Decision::allow_if(actor, allowed, Decision::Hide)
}

/// Contacts of confirmed organisations, for an offer they may see and that is not their own.
pub fn invite(actor: &Actor, offer: &Offer) -> Decision<Invite> {
    if *actor == Actor::Visitor {
        return Decision::SignIn;
    }
    if !see(actor, offer).is_allowed() {
        return Decision::Hide;
    }
    let own = actor.person_id() == Some(offer.person);
    Decision::allow_if(actor, speaks_for_confirmed(actor) && !own, Decision::Deny("offer-deny-organisations"))
}

/// The municipality.
pub fn take_down(actor: &Actor) -> Decision<TakeDown> {
    let otherwise = if *actor == Actor::Visitor { Decision::SignIn } else { Decision::Deny("offer-deny-desk") };
    Decision::allow_if(actor, is_desk(actor), otherwise)
}

/// Whoever holds the secret of the mail: `found` says that it belongs to an offer.
pub fn extend_by_link(actor: &Actor, found: bool) -> Decision<ExtendByLink> {
    Decision::allow_if(actor, found, Decision::Hide)
}

/// The system itself.
pub fn system(actor: &Actor) -> Decision<System> {
    Decision::allow_if(actor, *actor == Actor::System, Decision::Hide)
}
