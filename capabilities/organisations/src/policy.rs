//! Who may do what with organisations. Everybody reads about confirmed ones; its contacts work for one; owners decide about
//! its contacts and its end; the municipality lets organisations in and looks after those without contacts.

use kernel::{Actor, ContactRole, Decision, OrganisationId};

use super::model::OrganisationState;

/// Registering an organisation.
#[derive(Debug)]
pub struct Register;
/// Reading about an organisation.
#[derive(Debug)]
pub struct Read;
/// Working for an organisation: reading what concerns it alone, changing its details, handing over one's own role.
#[derive(Debug)]
pub struct Work;
/// Deciding about its contacts and its end.
#[derive(Debug)]
pub struct Own;
/// Keys for programs.
#[derive(Debug)]
pub struct Keys;
/// Confirming, refusing, looking after all organisations of the town.
#[derive(Debug)]
pub struct Moderate;
/// Answering an invitation.
#[derive(Debug)]
pub struct Answer;
/// What the system does by itself: terms, imports.
#[derive(Debug)]
pub struct System;

/// Anybody who has signed in: they become its first owner.
pub fn register(actor: &Actor) -> Decision<Register> {
    Decision::signed_in(actor)
}

/// A confirmed one is for everybody; others are for their contacts and the municipality. A closed one is hidden too.
pub fn read(actor: &Actor, organisation: OrganisationId, state: OrganisationState) -> Decision<Read> {
    let own = actor.speaks_for(organisation) || actor.is_manager();
    Decision::allow_if(actor, state == OrganisationState::Confirmed || own, Decision::Hide)
}

/// Its contacts and the municipality.
pub fn work(actor: &Actor, organisation: OrganisationId) -> Decision<Work> {
    let allowed = actor.office(organisation).is_some() || actor.is_manager();
    Decision::or_sign_in(actor, allowed, Decision::Hide)
}

/// A contact who hands over their own role; the municipality has none to hand over.
pub fn hand_over(actor: &Actor, organisation: OrganisationId) -> Decision<Work> {
    Decision::or_sign_in(actor, actor.office(organisation).is_some(), Decision::Hide)
}

/// Its owners, and the municipality when an organisation has nobody left.
pub fn own(actor: &Actor, organisation: OrganisationId) -> Decision<Own> {
    match actor.office(organisation) {
        Some(office) if office.role == ContactRole::Owner => Decision::allow_if(actor, true, Decision::Hide),
        _ if actor.is_manager() => Decision::allow_if(actor, true, Decision::Hide),
        Some(_) => Decision::Deny("organisations-denied-owner"),
        None => Decision::or_sign_in(actor, false, Decision::Hide),
    }
}

/// Its owners alone: a key speaks for the organisation.
pub fn keys(actor: &Actor, organisation: OrganisationId) -> Decision<Keys> {
    match actor.office(organisation) {
        Some(office) => {
            let owner = office.role == ContactRole::Owner;
            Decision::allow_if(actor, owner, Decision::Deny("organisations-denied-owner"))
        }
        None => Decision::or_sign_in(actor, false, Decision::Hide),
    }
}

/// Managers.
pub fn moderate(actor: &Actor) -> Decision<Moderate> {
    Decision::manager(actor)
}

/// The person who has the invited address. Others learn nothing but that it is another's: people have several addresses.
pub fn answer(actor: &Actor, own_address: bool) -> Decision<Answer> {
    let allowed = actor.person().is_some() && own_address;
    Decision::or_sign_in(actor, allowed, Decision::Deny("organisations-denied-invitation"))
}

/// The system alone.
pub fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}
