//! Who sees what: lists are for everybody, how to share one is for who speaks for the organisation.

use kernel::{Actor, Decision, OrganisationId};

/// See how to show an organisation's vacancies elsewhere.
#[derive(Debug)]
pub struct Share;

/// Contacts of the organisation, and managers.
pub fn share(actor: &Actor, organisation: OrganisationId) -> Decision<Share> {
    let otherwise = if actor.person_id().is_none() { Decision::SignIn } else { Decision::Hide };
    let person = actor.person_id().is_some();
    Decision::allow_if(actor, person && (actor.speaks_for(organisation) || actor.is_manager()), otherwise)
}
