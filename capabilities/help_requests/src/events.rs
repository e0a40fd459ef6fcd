//! What happened to a help request. They hold ids only, never exact data.

use kernel::PersonId;
use platform::events::Event;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::Closing;
use facets::model::HelpRequestId;

macro_rules! help_request_events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal { $($(#[$fmeta:meta])* $field:ident : $type:ty),* $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        pub struct $name {
            /// Which request.
            pub help_request: HelpRequestId,
            $($(#[$fmeta])* pub $field: $type,)*
        }

        impl Event for $name {
            const KIND: &'static str = $kind;
            const SUBJECT: &'static str = "help_request";
            fn subject(&self) -> Uuid {
                self.help_request.0
            }
        }
    )+};
}

help_request_events! {
    /// It is public: for the first time, or again.
    HelpRequestPublished = "marketplace.help_request_published" {}
    /// Its words or facets changed, or it is no longer public for now.
    HelpRequestChanged = "marketplace.help_request_changed" {}
    /// Asker and helper both agreed.
    HelpRequestMatched = "marketplace.help_request_matched" {
        /// Who helps.
        helper: PersonId,
    }
    /// It is over.
    HelpRequestClosed = "marketplace.help_request_closed" {
        /// How.
        closing: Closing,
        /// Whether its term passed, rather than somebody closing it.
        expired: bool,
    }
    /// Somebody looked at the exact data.
    HelpRequestLookedAt = "marketplace.help_request_looked_at" {
        /// Who.
        by: PersonId,
    }
}
