//! Who may see what fits whom. Everybody sees what fits themselves; contacts of a confirmed organisation see the people who
//! agreed to be found, for their own vacancies; the point sees both. Pure; the only maker of permits here.

use kernel::{Actor, Decision, OrganisationId};

/// Seeing what fits oneself.
#[derive(Debug)]
pub struct SeeOwn;
/// Seeing people who agreed to be found, and inviting them.
#[derive(Debug)]
pub struct SeePeople;
/// Looking for somebody at the desk.
#[derive(Debug)]
pub struct Mediate;
/// What the system does by itself: reckoning fair shares, sending and forgetting invitations.
#[derive(Debug)]
pub struct System;

/// Everybody with an account.
pub fn see_own(actor: &Actor) -> Decision<SeeOwn> {
    Decision::signed_in(actor)
}

/// A contact of the organisation, once the municipality has confirmed it. A program with its key is no person to whom
/// people agreed to be shown.
pub fn see_people(actor: &Actor, organisation: OrganisationId) -> Decision<SeePeople> {
    match actor.office(organisation) {
        Some(office) => Decision::allow_if(actor, office.confirmed, Decision::Deny("matching-deny-unconfirmed")),
        None => Decision::or_sign_in(actor, false, Decision::Hide),
    }
}

/// The desk.
pub fn mediate(actor: &Actor) -> Decision<Mediate> {
    Decision::desk(actor)
}

/// The system alone.
pub fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}
