//! What happened to an offer. The search index and the figures follow these.

use kernel::PersonId;
use platform::events;

use super::model::{Closing, Offer};
use facets::model::OfferId;

events! { about Offer as "offer" {
    offer: OfferId = |offer| offer.id,
    person: PersonId = |offer| offer.person,
}
    /// It is shown: for the first time, or again.
    OfferPublished = "marketplace.offer_published" {}
    /// Its words, facets or term changed, or it paused.
    OfferChanged = "marketplace.offer_changed" {}
    /// It is over.
    OfferClosed = "marketplace.offer_closed" {
        closing: Closing,
        /// Whether its term passed, rather than somebody closing it.
        expired: bool,
        /// Whether the municipality took it down.
        taken_down: bool,
    }
}
