//! What happened to a vacancy. The search index, the notices of saved searches and the figures follow these.

use kernel::OrganisationId;
use platform::events;

use super::model::Vacancy;
use facets::model::{ReportId, VacancyId};

events! { about Vacancy as "vacancy" {
    vacancy: VacancyId = |vacancy| vacancy.id,
    organisation: OrganisationId = |vacancy| vacancy.organisation,
}
    /// It was sent in and waits for the municipality.
    VacancySubmitted = "marketplace.vacancy_submitted" {}
    /// It went live.
    VacancyPublished = "marketplace.vacancy_published" {
        /// Whether for the first time.
        first: bool,
        /// Whether somebody of the municipality looked at it first.
        moderated: bool,
    }
    /// The municipality sent it back with a note.
    VacancySentBack = "marketplace.vacancy_sent_back" {}
    /// The words or facets changed, of one that is public or waits.
    VacancyChanged = "marketplace.vacancy_changed" {}
    /// It takes no responses for a while.
    VacancyPaused = "marketplace.vacancy_paused" {
        /// Whether the answer guarantee did it.
        unanswered: bool,
    }
    /// It takes responses again.
    VacancyReopened = "marketplace.vacancy_reopened" {}
    /// It was over or taken down, and is a draft again, to be looked over first.
    VacancyRedrafted = "marketplace.vacancy_redrafted" {}
    /// All places are taken.
    VacancyFilled = "marketplace.vacancy_filled" {}
    /// It is over.
    VacancyClosed = "marketplace.vacancy_closed" {
        /// Whether its last day passed, rather than somebody closing it.
        by_date: bool,
    }
    /// The municipality took it down.
    VacancyTakenDown = "marketplace.vacancy_taken_down" {}
    /// Somebody reported it.
    VacancyReported = "marketplace.vacancy_reported" {
        report: ReportId,
    }
    /// The municipality answered a report.
    VacancyReportAnswered = "marketplace.vacancy_report_answered" {
        report: ReportId,
    }
}
