//! What happened to an offer. The search index and the figures follow these.

use kernel::PersonId;
use platform::events::Event;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::Closing;
use facets::model::OfferId;

macro_rules! offer_events {
    ($($(#[$meta:meta])* $name:ident = $kind:literal { $($(#[$fmeta:meta])* $field:ident : $type:ty),* $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        pub struct $name {
            /// Which offer.
            pub offer: OfferId,
            /// Whose.
            pub person: PersonId,
            $($(#[$fmeta])* pub $field: $type,)*
        }

        impl Event for $name {
            const KIND: &'static str = $kind;
            const SUBJECT: &'static str = "offer";
            fn subject(&self) -> Uuid {
                self.offer.0
            }
        }
    )+};
}

offer_events! {
    /// It is shown: for the first time, or again.
    OfferPublished = "marketplace.offer_published" {}
    /// Its words, facets or term changed, or it paused.
    OfferChanged = "marketplace.offer_changed" {}
    /// It is over.
    OfferClosed = "marketplace.offer_closed" {
        /// Why.
        closing: Closing,
        /// Whether its term passed, rather than somebody closing it.
        expired: bool,
        /// Whether the municipality took it down.
        taken_down: bool,
    }
}
