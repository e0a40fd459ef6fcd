//! What happened to organisations, for capabilities above.

use kernel::{OrganisationId, PersonId};
use platform::events::Event;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! organisation_events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal { $($(#[$fmeta:meta])* $field:ident : $type:ty),* $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        pub struct $name {
            /// Which organisation.
            pub organisation: OrganisationId,
            $($(#[$fmeta])* pub $field: $type),*
        }

        impl Event for $name {
            const KIND: &'static str = $kind;
            const SUBJECT: &'static str = "organisation";
            fn subject(&self) -> Uuid {
                self.organisation.0
            }
        }
    )+};
}

organisation_events! {
    /// An organisation asked to take part, for the first time or again after it was refused.
    OrganisationRegistered = "organisations.registered" {
        /// Who asked.
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
        /// Who.
        person: PersonId,
    }
    /// A contact left; everything of `from` that is unfinished is now with `to`, also a contact.
    ContactHandedOver = "organisations.contact_handed_over" {
        /// Who left.
        from: PersonId,
        /// Who has it now.
        to: PersonId,
    }
    /// No contact can be reached any more: the municipality looks for one.
    OrganisationUnreachable = "organisations.unreachable" {}
}
