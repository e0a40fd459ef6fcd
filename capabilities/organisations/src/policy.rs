//! Who may do what with organisations. Everybody reads about confirmed ones; its contacts work for one; owners decide about
//! its contacts and its end; the municipality lets organisations in and looks after those without contacts.

use kernel::{Actor, ContactRole, Decision, OrganisationId};

use super::model::OrganisationState;

/// Registering an organisation.
#[derive(Debug)]
pub struct RegisterPermit;
/// Reading about an organisation.
#[derive(Debug)]
pub struct ReadPermit;
/// Working for an organisation: reading what concerns it alone, changing its details, handing over one's own role.
#[derive(Debug)]
pub struct WorkPermit;
/// Deciding about its contacts and its end.
#[derive(Debug)]
pub struct OwnPermit;
/// Keys for programs.
#[derive(Debug)]
pub struct KeysPermit;
/// Confirming, refusing, looking after all organisations of the town.
#[derive(Debug)]
pub struct ModeratePermit;
/// Answering an invitation.
#[derive(Debug)]
pub struct AnswerPermit;
/// What the system does by itself: terms, imports.
#[derive(Debug)]
pub struct HousekeepingPermit;

fn denied<A>(actor: &Actor, reason: &'static str) -> Decision<A> {
    if *actor == Actor::Visitor { Decision::SignIn } else { Decision::Deny(reason) }
}

fn hidden<A>(actor: &Actor) -> Decision<A> {
    if *actor == Actor::Visitor { Decision::SignIn } else { Decision::Hide }
}

/// Anybody who has signed in: they become its first owner.
pub fn register(actor: &Actor) -> Decision<RegisterPermit> {
    Decision::allow_if(actor, actor.person().is_some(), Decision::SignIn)
}

/// A confirmed one is for everybody; others are for their contacts and the municipality. A closed one is hidden too.
pub fn read(actor: &Actor, organisation: OrganisationId, state: OrganisationState) -> Decision<ReadPermit> {
    let own = actor.speaks_for(organisation) || actor.is_manager();
    Decision::allow_if(actor, state == OrganisationState::Confirmed || own, Decision::Hide)
}

/// Its contacts and the municipality.
pub fn work(actor: &Actor, organisation: OrganisationId) -> Decision<WorkPermit> {
    let allowed = actor.office(organisation).is_some() || actor.is_manager();
    Decision::allow_if(actor, allowed, hidden(actor))
}

/// A contact who hands over their own role; the municipality has none to hand over.
pub fn hand_over(actor: &Actor, organisation: OrganisationId) -> Decision<WorkPermit> {
    Decision::allow_if(actor, actor.office(organisation).is_some(), hidden(actor))
}

/// Its owners, and the municipality when an organisation has nobody left.
pub fn own(actor: &Actor, organisation: OrganisationId) -> Decision<OwnPermit> {
    match actor.office(organisation) {
        Some(office) if office.role == ContactRole::Owner => Decision::allow_if(actor, true, Decision::Hide),
        _ if actor.is_manager() => Decision::allow_if(actor, true, Decision::Hide),
        Some(_) => Decision::Deny("organisations-denied-owner"),
        None => hidden(actor),
    }
}

/// Its owners alone: a key speaks for the organisation.
pub fn keys(actor: &Actor, organisation: OrganisationId) -> Decision<KeysPermit> {
    match actor.office(organisation) {
        Some(office) => {
            let owner = office.role == ContactRole::Owner;
            Decision::allow_if(actor, owner, Decision::Deny("organisations-denied-owner"))
        }
        None => hidden(actor),
    }
}

/// Managers.
pub fn moderate(actor: &Actor) -> Decision<ModeratePermit> {
    Decision::allow_if(actor, actor.is_manager(), denied(actor, "organisations-denied-manager"))
}

/// Whoever has the invited address. Others learn nothing but that it is another's: people have several addresses.
pub fn answer(actor: &Actor, own_address: bool) -> Decision<AnswerPermit> {
    let allowed = actor.person().is_some() && own_address;
    Decision::allow_if(actor, allowed, denied(actor, "organisations-denied-invitation"))
}

/// The system itself.
pub fn housekeeping(actor: &Actor) -> Decision<HousekeepingPermit> {
    Decision::allow_if(actor, *actor == Actor::System, Decision::Hide)
}
