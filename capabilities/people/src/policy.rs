//! Who may do what with people. Everybody sees and changes only themselves; mediators and managers see the people who
//! agreed to that; only the system and managers give out roles.

use kernel::{Actor, Decision, OrganisationId, PersonId, PersonRole};

/// Getting in: asking for a code, trying one, using a passkey or an identity provider.
#[derive(Debug)]
pub struct EnterPermit;

/// Looking at and changing one's own things.
#[derive(Debug)]
pub struct OwnPermit;

/// Helping people at the desk: registering somebody, the list of people who agreed to be helped.
#[derive(Debug)]
pub struct DeskPermit;

/// Looking at, or acting for, one person who agreed to that.
#[derive(Debug)]
pub struct AssistPermit;

/// Giving somebody a role in the municipality.
#[derive(Debug)]
pub struct GrantPermit;

/// What the system does by itself: letters, terms.
#[derive(Debug)]
pub struct HousekeepingPermit;

/// Everybody may try to get in; what they are given depends on what they know or have.
pub fn enter(actor: &Actor) -> Decision<EnterPermit> {
    Decision::allow_if(actor, true, Decision::Hide)
}

/// One's own things.
pub fn own(actor: &Actor) -> Decision<OwnPermit> {
    Decision::allow_if(actor, actor.person().is_some(), Decision::SignIn)
}

/// What opens the door to everything else: the e-mail address, passkeys, the end of one's data. Who came in with a card
/// on paper reads and answers; whoever finds that card must not get further.
pub fn own_keys(actor: &Actor, by_card: bool) -> Decision<OwnPermit> {
    match own(actor) {
        Decision::Allow(_) => Decision::allow_if(actor, !by_card, Decision::Deny("people-deny-card")),
        otherwise => otherwise,
    }
}

/// The desk as a whole.
pub fn desk(actor: &Actor) -> Decision<DeskPermit> {
    let allowed = actor.has(PersonRole::Mediator) || actor.has(PersonRole::Manager);
    let otherwise = if *actor == Actor::Visitor { Decision::SignIn } else { Decision::Deny("people-deny-desk") };
    Decision::allow_if(actor, allowed, otherwise)
}

/// One person at the desk. `agreed`: whether a consent of this person holds. Without it the desk does not even learn
/// that this person exists.
pub fn assist(actor: &Actor, agreed: bool) -> Decision<AssistPermit> {
    match desk(actor) {
        Decision::Allow(_) => Decision::allow_if(actor, agreed, Decision::Hide),
        Decision::SignIn => Decision::SignIn,
        Decision::Deny(reason) => Decision::Deny(reason),
        Decision::Hide => Decision::Hide,
    }
}

/// Acting for `person` towards other capabilities. `agreed`: to whom the consents for this purpose that hold today were
/// given; `None` is the information point.
pub fn act_for(actor: &Actor, person: PersonId, agreed: &[Option<OrganisationId>]) -> Decision<AssistPermit> {
    let own = actor.person_id() == Some(person);
    let as_contact = agreed.iter().flatten().any(|organisation| works_for(actor, *organisation));
    if own || as_contact {
        return Decision::allow_if(actor, true, Decision::Hide);
    }
    match desk(actor) {
        Decision::Allow(_) => {
            Decision::allow_if(actor, agreed.contains(&None), Decision::Deny("people-deny-no-consent"))
        }
        Decision::SignIn => Decision::SignIn,
        Decision::Deny(_) => Decision::Deny("people-deny-no-consent"),
        Decision::Hide => Decision::Hide,
    }
}

/// Whether this is a contact of that organisation, which the municipality has confirmed.
fn works_for(actor: &Actor, organisation: OrganisationId) -> bool {
    actor.office(organisation).is_some_and(|office| office.confirmed)
}

/// The people for whom an organisation acts: its contacts, once the municipality has confirmed it.
pub fn help_for(actor: &Actor, organisation: OrganisationId) -> Decision<DeskPermit> {
    let otherwise = match actor {
        Actor::Visitor => Decision::SignIn,
        _ if actor.office(organisation).is_some() => Decision::Deny("people-deny-unconfirmed"),
        _ => Decision::Hide,
    };
    Decision::allow_if(actor, works_for(actor, organisation), otherwise)
}

/// One of those people. `agreed`: whether a consent to this organisation holds, or can be renewed.
pub fn assist_for(actor: &Actor, organisation: OrganisationId, agreed: bool) -> Decision<AssistPermit> {
    let otherwise = if *actor == Actor::Visitor { Decision::SignIn } else { Decision::Hide };
    Decision::allow_if(actor, agreed && works_for(actor, organisation), otherwise)
}

/// Roles in the municipality.
pub fn grant(actor: &Actor) -> Decision<GrantPermit> {
    Decision::allow_if(actor, actor.is_manager(), Decision::Deny("people-deny-grant"))
}

/// The system itself.
pub fn housekeeping(actor: &Actor) -> Decision<HousekeepingPermit> {
    Decision::allow_if(actor, *actor == Actor::System, Decision::Hide)
}

/// Playing a part in the demonstration: everybody, but only there.
pub fn demonstrate(actor: &Actor, demo: bool) -> Decision<EnterPermit> {
    Decision::allow_if(actor, demo, Decision::Hide)
}
