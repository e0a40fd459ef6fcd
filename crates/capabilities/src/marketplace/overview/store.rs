//! Statements over all parts of the marketplace.

use kernel::{Instant, MunicipalityId, OrganisationId};
use platform::{db::Code, row, statements};

use super::model::{OpenResponse, PeriodCounts, Pile, ReportLine, WaitingVacancy};
use crate::marketplace::model::{Kind, ResponseId, VacancyId};

row! {
    /// Counts of a period.
    pub struct PeriodRow {
        pub vacancies: i64,
        pub vacancies_without_response: i64,
        pub vacancies_filled: i64,
        pub offers: i64,
        pub help_requests: i64,
        pub help_matched: i64,
    }
}

row! {
    /// A response that waits.
    pub struct OpenRow {
        pub id: ResponseId,
        pub subject_kind: Code<Kind>,
        pub subject_title: String,
        pub organisation_id: Option<OrganisationId>,
        pub confirmed_at: Option<Instant>,
        pub answer_due_at: Option<Instant>,
        pub taken_over_at: Option<Instant>,
        pub handler_name: Option<String>,
    }
}

row! {
    /// A vacancy that waits.
    pub struct WaitingRow {
        pub id: VacancyId,
        pub title: String,
        pub organisation_id: OrganisationId,
        pub changed_at: Instant,
    }
}

row! {
    /// A report with the title of its vacancy.
    pub struct ReportRow {
        pub created_at: Instant,
        pub title: String,
        pub reason: String,
        pub state: String,
        pub closed_at: Option<Instant>,
        pub answer: Option<String>,
    }
}

statements! {
    /// How much waits, by kind, and since when the oldest.
    WAITING: (MunicipalityId, Instant) => (Code<Pile>, i64, Option<Instant>) =
        "SELECT 'overdue', COUNT(*), MIN(confirmed_at) FROM responses \
             WHERE municipality_id = $1 AND state = 'open' AND answer_due_at <= $2 \
         UNION ALL SELECT 'taken_over', COUNT(*), MIN(taken_over_at) FROM responses \
             WHERE municipality_id = $1 AND with_point = TRUE AND state IN ('open', 'in_conversation', 'invited', 'accepted') \
         UNION ALL SELECT 'to_confirm', COUNT(*), MIN(created_at) FROM responses \
             WHERE municipality_id = $1 AND state = 'unconfirmed' AND email IS NULL \
         UNION ALL SELECT 'to_tell', COUNT(*), MIN(tell_since) FROM responses \
             WHERE municipality_id = $1 AND tell_since IS NOT NULL \
         UNION ALL SELECT 'to_ask', COUNT(*), MIN(o.asked_at) FROM outcomes o \
             JOIN responses r ON r.municipality_id = o.municipality_id AND r.id = o.response_id \
             WHERE o.municipality_id = $1 AND o.side = 'person' AND o.answer IS NULL AND r.email IS NULL \
             AND r.erased_at IS NULL \
         UNION ALL SELECT 'vacancies', COUNT(*), MIN(changed_at) FROM vacancies \
             WHERE municipality_id = $1 AND state = 'waiting' \
         UNION ALL SELECT 'reports', COUNT(*), MIN(created_at) FROM vacancy_reports \
             WHERE municipality_id = $1 AND state = 'open' \
         UNION ALL SELECT 'help_requests', COUNT(*), MIN(changed_at) FROM help_requests \
             WHERE municipality_id = $1 AND state = 'waiting' \
         UNION ALL SELECT 'help_to_tell', COUNT(*), MIN(tell_since) FROM help_requests \
             WHERE municipality_id = $1 AND tell_since IS NOT NULL \
         UNION ALL SELECT 'helpers', COUNT(*), MIN(asked_at) FROM helpers \
             WHERE municipality_id = $1 AND state = 'asked'";
    /// What happened from a moment until another.
    PERIOD: (MunicipalityId, Instant, Instant) => PeriodRow =
        "SELECT \
         (SELECT COUNT(*) FROM vacancies WHERE municipality_id = $1 AND published_at >= $2 AND published_at < $3) AS vacancies, \
         (SELECT COUNT(*) FROM vacancies v WHERE v.municipality_id = $1 AND v.published_at >= $2 AND v.published_at < $3 \
             AND NOT EXISTS (SELECT 1 FROM responses r WHERE r.municipality_id = $1 AND r.subject_kind = 'vacancy' \
             AND r.subject_id = v.id AND r.confirmed_at IS NOT NULL)) AS vacancies_without_response, \
         (SELECT COUNT(*) FROM vacancies WHERE municipality_id = $1 AND filled_at >= $2 AND filled_at < $3) \
             AS vacancies_filled, \
         (SELECT COUNT(*) FROM offers WHERE municipality_id = $1 AND created_at >= $2 AND created_at < $3) AS offers, \
         (SELECT COUNT(*) FROM help_requests WHERE municipality_id = $1 AND published_at >= $2 AND published_at < $3) \
             AS help_requests, \
         (SELECT COUNT(*) FROM help_requests WHERE municipality_id = $1 AND matched_at >= $2 AND matched_at < $3) \
             AS help_matched";
    /// Past the promise or with the point, the longest waiting first.
    UNANSWERED: (MunicipalityId, Instant, i64) => OpenRow =
        "SELECT id, subject_kind, subject_title, organisation_id, confirmed_at, answer_due_at, taken_over_at, handler_name \
         FROM responses WHERE municipality_id = $1 AND ((state = 'open' AND answer_due_at <= $2) \
         OR (with_point = TRUE AND state IN ('open', 'in_conversation', 'invited', 'accepted'))) \
         ORDER BY confirmed_at, id LIMIT $3";
    /// First vacancies to look at.
    WAITING_VACANCIES: (MunicipalityId,) => WaitingRow =
        "SELECT id, title, organisation_id, changed_at FROM vacancies \
         WHERE municipality_id = $1 AND state = 'waiting' ORDER BY changed_at, id";
    /// Reports, the newest first.
    REPORTS: (MunicipalityId,) => ReportRow =
        "SELECT r.created_at, v.title, r.reason, r.state, r.closed_at, r.answer FROM vacancy_reports r \
         JOIN vacancies v ON v.municipality_id = r.municipality_id AND v.id = r.vacancy_id \
         WHERE r.municipality_id = $1 ORDER BY r.created_at DESC, r.id LIMIT 10000";
}

impl From<PeriodRow> for PeriodCounts {
    fn from(row: PeriodRow) -> Self {
        Self {
            vacancies: row.vacancies,
            vacancies_without_response: row.vacancies_without_response,
            vacancies_filled: row.vacancies_filled,
            offers: row.offers,
            help_requests: row.help_requests,
            help_matched: row.help_matched,
        }
    }
}

impl From<OpenRow> for OpenResponse {
    fn from(row: OpenRow) -> Self {
        Self {
            id: row.id,
            kind: row.subject_kind.0,
            title: row.subject_title,
            organisation: row.organisation_id,
            confirmed_at: row.confirmed_at,
            due_at: row.answer_due_at,
            taken_over_at: row.taken_over_at,
            handler: row.handler_name,
        }
    }
}

impl From<WaitingRow> for WaitingVacancy {
    fn from(row: WaitingRow) -> Self {
        Self { id: row.id, title: row.title, organisation: row.organisation_id, since: row.changed_at }
    }
}

impl From<ReportRow> for ReportLine {
    fn from(row: ReportRow) -> Self {
        Self {
            created_at: row.created_at,
            vacancy: row.title,
            reason: row.reason,
            state: row.state,
            closed_at: row.closed_at,
            answer: row.answer,
        }
    }
}
