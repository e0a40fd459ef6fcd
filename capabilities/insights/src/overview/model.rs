//! What is told of the marketplace as a whole. Pure.

use serde::{Deserialize, Serialize};

/// What happened in a period, beside responses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodCounts {
    /// Vacancies that went live for the first time.
    pub vacancies: i64,
    /// Those of them to which nobody has responded until now.
    pub vacancies_without_response: i64,
    /// Vacancies that were filled, through us or otherwise.
    pub vacancies_filled: i64,
    /// New offers.
    pub offers: i64,
    /// Help requests that went live for the first time.
    pub help_requests: i64,
    /// Help requests for which a helper was chosen.
    pub help_matched: i64,
    /// Organisations that asked to take part.
    pub organisations: i64,
    /// Organisations that were confirmed.
    pub organisations_confirmed: i64,
}
