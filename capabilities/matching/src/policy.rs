//! Who may see what fits whom. Everybody sees what fits themselves; contacts of a confirmed organisation see the people who
//! agreed to be found, for their own vacancies; the point sees both. Pure; the only maker of permits here.

use kernel::{Actor, Decision, OrganisationId, PersonRole};

/// Seeing what fits oneself.
#[derive(Debug)]
pub struct SeeOwn;
/// Seeing people who agreed to be found, and inviting them.
#[derive(Debug)]
pub struct SeePeople;
/// Looking for somebody at the desk.
#[derive(Debug)]
pub struct Mediate;
/// Reckoning fair shares, sending and forgetting invitations.
#[derive(Debug)]
pub struct Upkeep;

/// Who has signed in.
pub fn own(actor: &Actor) -> Decision<SeeOwn> {
    Decision::allow_if(actor, actor.person().is_some(), Decision::SignIn)
}

/// A contact of the organisation, once the municipality has confirmed it. A program with its key is no person to whom
/// people agreed to be shown.
pub fn see_people(actor: &Actor, organisation: OrganisationId) -> Decision<SeePeople> {
    if *actor == Actor::Visitor {
        return Decision::SignIn;
    }
    match actor.office(organisation) {
        Some(office) => Decision::allow_if(actor, office.confirmed, Decision::Deny("matching-deny-unconfirmed")),
        None => Decision::Hide,
    }
}

/// Mediators and managers.
pub fn desk(actor: &Actor) -> Decision<Mediate> {
    let allowed = actor.has(PersonRole::Mediator) || actor.has(PersonRole::Manager);
    let otherwise = if *actor == Actor::Visitor { Decision::SignIn } else { Decision::Deny("matching-deny-desk") };
    Decision::allow_if(actor, allowed, otherwise)
}

/// The system alone.
pub fn upkeep(actor: &Actor) -> Decision<Upkeep> {
    Decision::allow_if(actor, *actor == Actor::System, Decision::Hide)
}
