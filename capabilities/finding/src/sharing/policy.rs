//! Who sees what: lists are for everybody, how to share one is for the contacts of the organisation.

use kernel::{Actor, Decision, OrganisationId};

/// See how to show an organisation's vacancies elsewhere.
#[derive(Debug)]
pub(super) struct Share;

/// Contacts of the organisation, and managers.
pub(super) fn share(actor: &Actor, organisation: OrganisationId) -> Decision<Share> {
    if actor.person().is_none() {
        return Decision::SignIn;
    }
    Decision::allow_if(actor, actor.speaks_for(organisation) || actor.is_manager(), Decision::Hide)
}
