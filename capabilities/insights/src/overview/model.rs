//! What is told of the marketplace as a whole. Pure.

use kernel::{Date, Instant, OrganisationId, codes};
use serde::{Deserialize, Serialize};

use facets::model::VacancyId;

codes! {
    /// What may wait for somebody at the desk or of the municipality.
    pub enum Pile {
        /// Responses without an answer, after the promise ended.
        Overdue = "overdue",
        /// Responses that the point took over and that are not decided.
        TakenOver = "taken_over",
        /// Responses of people without e-mail, to be confirmed by telephone.
        ToConfirm = "to_confirm",
        /// People without e-mail who must be told something about a response.
        ToTell = "to_tell",
        /// People without e-mail to ask what became of their response.
        ToAsk = "to_ask",
        /// First vacancies to look at.
        Vacancies = "vacancies",
        /// Reports of vacancies without an answer.
        Reports = "reports",
        /// Help requests to look at.
        HelpRequests = "help_requests",
        /// Help requests for which nobody came or was chosen in time.
        HelpStuck = "help_stuck",
        /// People without e-mail who must be told something about a help request.
        HelpToTell = "help_to_tell",
        /// People who asked to be confirmed as a helper.
        Helpers = "helpers",
    }
}

/// How much waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Of what.
    pub pile: Pile,
    /// How many.
    pub count: i64,
    /// Since when the oldest waits.
    pub since: Option<Instant>,
}

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
}

/// A vacancy that waits for the municipality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingVacancy {
    /// Which.
    pub id: VacancyId,
    /// Its title.
    pub title: String,
    /// Whose.
    pub organisation: OrganisationId,
    /// Since when it waits.
    pub since: Instant,
}

/// A report of a vacancy, without who reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// When it came.
    pub created_at: Instant,
    /// Title of the vacancy.
    pub vacancy: String,
    /// Code of the reason.
    pub reason: String,
    /// Code of the state.
    pub state: String,
    /// When it was answered.
    pub closed_at: Option<Instant>,
    /// What was answered.
    pub answer: Option<String>,
}

/// A help request in a list, without who asks or what was not public yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    /// Its title once it was public; empty before.
    pub title: String,
    /// Code of the wijk.
    pub wijk: Option<String>,
    /// Code of the state.
    pub state: String,
    /// When it was begun.
    pub created_at: Instant,
    /// When it went live.
    pub published_at: Option<Instant>,
    /// When the point took it over, while it has it.
    pub taken_over_at: Option<Instant>,
    /// When a helper was chosen.
    pub matched_at: Option<Instant>,
    /// When it ended.
    pub closed_at: Option<Instant>,
}

/// A helper in a list, without who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelperLine {
    /// Code of the state.
    pub state: String,
    /// Code of how the point convinced itself.
    pub checked: Option<String>,
    /// When they asked to be confirmed.
    pub asked_at: Instant,
    /// When that was decided.
    pub decided_at: Option<Instant>,
    /// The last day.
    pub valid_until: Option<Date>,
}

/// An offer in a list, without whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferLine {
    /// Its title.
    pub title: String,
    /// Code of the wijk.
    pub wijk: Option<String>,
    /// How many people offer.
    pub people: i64,
    /// Code of who may see it.
    pub visibility: String,
    /// Code of the state.
    pub state: String,
    /// When it went live.
    pub published_at: Instant,
    /// The last day.
    pub expires_on: Date,
}
