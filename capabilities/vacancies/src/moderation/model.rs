//! Reports of vacancies. Pure.

use kernel::{Instant, Lang, codes};
use serde::{Deserialize, Serialize};

use facets::model::{ReportId, VacancyId};

codes! {
    /// What somebody finds wrong.
    pub enum Reason {
        /// It is paid work, or makes somebody a profit.
        PaidWork = "paid_work",
        /// It is not true, or it is over.
        Misleading = "misleading",
        /// It shuts people out or hurts them.
        Hurtful = "hurtful",
        /// It is not safe.
        Unsafe = "unsafe",
        /// The organisation never answers.
        NoAnswer = "no_answer",
        /// Anything else.
        Other = "other",
    }
}

codes! {
    /// Where a report stands.
    pub enum ReportState {
        /// Nobody of the municipality has answered it.
        Open = "open",
        /// It was looked at, and the vacancy stays.
        Kept = "kept",
        /// The vacancy was taken down.
        TakenDown = "taken_down",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub id: ReportId,
    pub vacancy: VacancyId,
    /// What is wrong.
    pub reason: Reason,
    /// In the reporter's words; may be empty.
    pub note: String,
    /// Where the answer goes, if they want one.
    pub reporter_email: Option<String>,
    /// In which language they read.
    pub lang: Lang,
    /// Where it stands.
    pub state: ReportState,
    /// What the municipality answered.
    pub answer: Option<String>,
    /// When it came.
    pub created_at: Instant,
    /// When it was answered.
    pub closed_at: Option<Instant>,
}

/// What somebody reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReport {
    /// What is wrong.
    pub reason: Reason,
    /// In their words.
    pub note: String,
    /// Where the answer goes, if they want one.
    pub email: Option<String>,
}

/// Why a vacancy is taken down, and what its reporters hear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeDown {
    /// For the organisation.
    pub reason: String,
    /// For who reported it; the reason when absent.
    pub answer: Option<String>,
}
