//! Who may do what with people. Everybody sees and changes only themselves; mediators and managers see the people who
//! agreed to that; only the system and managers give out roles.

use kernel::{Actor, Decision, OrganisationId, PersonId};

/// Getting in: asking for a code, trying one, using a passkey or an identity provider.
#[derive(Debug)]
pub struct Enter;

/// Looking at and changing one's own things.
#[derive(Debug)]
pub struct ChangeOwn;

/// Helping people at the desk: registering somebody, the list of people who agreed to be helped.
#[derive(Debug)]
pub struct Mediate;

/// Looking at, or acting for, one person who agreed to that.
#[derive(Debug)]
pub struct Assist;

/// Giving somebody a role in the municipality.
#[derive(Debug)]
pub struct Grant;

/// What the system does by itself: letters, terms.
#[derive(Debug)]
pub struct System;

/// Everybody may try to get in; what they are given depends on what they know or have.
pub fn enter(actor: &Actor) -> Decision<Enter> {
    Decision::everybody(actor)
}

/// One's own things.
pub fn change_own(actor: &Actor) -> Decision<ChangeOwn> {
    Decision::signed_in(actor)
}

/// The desk as a whole.
pub fn mediate(actor: &Actor) -> Decision<Mediate> {
    Decision::desk(actor)
}

/// One person at the desk. `agreed`: whether a consent of this person holds. Without it the desk does not even learn
/// that this person exists.
pub fn assist(actor: &Actor, agreed: bool) -> Decision<Assist> {
    match mediate(actor) {
        Decision::Allow(_) => Decision::allow_if(actor, agreed, Decision::Hide),
        _ => Decision::desk(actor),
    }
}

/// Acting for `person` towards other capabilities. `agreed`: to whom the consents for this purpose that hold today were
/// given; `None` is the information point.
pub fn act_for(actor: &Actor, person: PersonId, agreed: &[Option<OrganisationId>]) -> Decision<Assist> {
    let own = actor.person_id() == Some(person);
    let as_contact = agreed.iter().flatten().any(|organisation| works_for(actor, *organisation));
    if own || as_contact {
        return Decision::everybody(actor);
    }
    match mediate(actor) {
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
pub fn help_for(actor: &Actor, organisation: OrganisationId) -> Decision<Mediate> {
    let contact = actor.office(organisation).is_some();
    let otherwise = if contact { Decision::Deny("people-deny-unconfirmed") } else { Decision::Hide };
    Decision::or_sign_in(actor, works_for(actor, organisation), otherwise)
}

/// One of those people. `agreed`: whether a consent to this organisation holds, or can be renewed.
pub fn assist_for(actor: &Actor, organisation: OrganisationId, agreed: bool) -> Decision<Assist> {
    Decision::or_sign_in(actor, agreed && works_for(actor, organisation), Decision::Hide)
}

/// Roles in the municipality.
pub fn grant(actor: &Actor) -> Decision<Grant> {
    Decision::manager(actor)
}

/// The system alone.
pub fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}

/// Playing a part in the demonstration: everybody, but only there.
pub fn demonstrate(actor: &Actor, demo: bool) -> Decision<Enter> {
    Decision::allow_if(actor, demo, Decision::Hide)
}
