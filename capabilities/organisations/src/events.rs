//! What happened to organisations, for capabilities above.

use kernel::{OrganisationId, PersonId};
use platform::events;

use super::model::Organisation;

events! { about Organisation as "organisation" {
    organisation: OrganisationId = |organisation| organisation.id,
}
    /// An organisation asked to take part, for the first time or again after it was refused.
    OrganisationRegistered = "organisations.registered" {
        by: Option<PersonId>,
    }
    /// The municipality confirmed it: from now on it is seen by everybody.
    OrganisationConfirmed = "organisations.confirmed" {}
    /// The municipality refused it, with a reason it may answer.
    OrganisationRefused = "organisations.refused" {}
    /// It takes part no longer.
    OrganisationClosed = "organisations.closed" {}
    /// Its name, sectors, wijken or other details changed.
    OrganisationChanged = "organisations.changed" {}
    /// Somebody became a contact.
    ContactAdded = "organisations.contact_added" {
        person: PersonId,
    }
    /// A contact left; everything of `from` that is unfinished is now with `to`, also a contact.
    ContactHandedOver = "organisations.contact_handed_over" {
        from: PersonId,
        /// Who has it now.
        to: PersonId,
    }
    /// No contact can be reached any more: the municipality looks for one.
    OrganisationUnreachable = "organisations.unreachable" {}
}
