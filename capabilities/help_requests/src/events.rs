//! What happened to a help request. They hold ids only, never exact data.

use kernel::PersonId;
use platform::events;

use super::model::{Closing, HelpRequest};
use facets::model::HelpRequestId;

events! { about HelpRequest as "help_request" {
    help_request: HelpRequestId = |request| request.id,
}
    /// It is public: for the first time, or again.
    HelpRequestPublished = "marketplace.help_request_published" {}
    /// Its words or facets changed, or it is no longer public for now.
    HelpRequestChanged = "marketplace.help_request_changed" {}
    /// Asker and helper both agreed.
    HelpRequestMatched = "marketplace.help_request_matched" {
        helper: PersonId,
    }
    /// It is over.
    HelpRequestClosed = "marketplace.help_request_closed" {
        closing: Closing,
        /// Whether its term passed, rather than somebody closing it.
        expired: bool,
    }
    /// Somebody looked at the exact data.
    HelpRequestLookedAt = "marketplace.help_request_looked_at" {
        by: PersonId,
    }
}
