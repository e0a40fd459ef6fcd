//! Statements over all parts of the marketplace.

use kernel::{Date, Instant, MunicipalityId, OrganisationId};
use platform::{db::Code, row, statements};

use super::model::{HelpLine, HelperLine, OfferLine, PeriodCounts, Pile, ReportLine, WaitingVacancy};
use facets::model::VacancyId;

row! {
    /// Counts of one of two periods: 0 is the first, 1 the second.
    pub struct PeriodRow {
        pub half: i64,
        pub vacancies: i64,
        pub vacancies_without_response: i64,
        pub vacancies_filled: i64,
        pub offers: i64,
        pub help_requests: i64,
        pub help_matched: i64,
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

row! {
    /// A help request in a list.
    pub struct HelpRow {
        pub title: String,
        pub wijk: Option<String>,
        pub state: String,
        pub created_at: Instant,
        pub published_at: Option<Instant>,
        pub taken_over_at: Option<Instant>,
        pub matched_at: Option<Instant>,
        pub closed_at: Option<Instant>,
    }
}

row! {
    /// A helper in a list.
    pub struct HelperRow {
        pub state: String,
        pub checked: Option<String>,
        pub asked_at: Instant,
        pub decided_at: Option<Instant>,
        pub valid_until: Option<Date>,
    }
}

row! {
    /// An offer in a list.
    pub struct OfferRow {
        pub title: String,
        pub wijk: Option<String>,
        pub group_size: i64,
        pub visibility: String,
        pub state: String,
        pub published_at: Instant,
        pub expires_on: Date,
    }
}

statements! {
    /// How much waits, by kind, and since when the oldest; each thing in one kind alone.
    WAITING: (MunicipalityId, Instant) => (Code<Pile>, i64, Option<Instant>) =
        "SELECT 'overdue', COUNT(*), MIN(confirmed_at) FROM responses \
             WHERE municipality_id = $1 AND state = 'open' AND with_point = FALSE AND answer_due_at <= $2 \
         UNION ALL SELECT 'taken_over', COUNT(*), MIN(taken_over_at) FROM responses \
             WHERE municipality_id = $1 AND with_point = TRUE AND state IN ('open', 'in_conversation', 'invited', 'accepted') \
         UNION ALL SELECT 'to_confirm', COUNT(*), MIN(created_at) FROM responses \
             WHERE municipality_id = $1 AND state = 'unconfirmed' AND email IS NULL \
         UNION ALL SELECT 'to_tell', COUNT(*), MIN(tell_since) FROM responses \
             WHERE municipality_id = $1 AND tell_since IS NOT NULL \
         UNION ALL SELECT 'to_ask', COUNT(*), MIN(asked_at) FROM followup_questions \
             WHERE municipality_id = $1 AND question = 'response-outcome' AND by_phone AND ended = FALSE \
             AND answer IS NULL \
         UNION ALL SELECT 'vacancies', COUNT(*), MIN(changed_at) FROM vacancies \
             WHERE municipality_id = $1 AND state = 'waiting' \
         UNION ALL SELECT 'reports', COUNT(*), MIN(created_at) FROM vacancy_reports \
             WHERE municipality_id = $1 AND state = 'open' \
         UNION ALL SELECT 'help_requests', COUNT(*), MIN(changed_at) FROM help_requests \
             WHERE municipality_id = $1 AND state = 'waiting' \
         UNION ALL SELECT 'help_stuck', COUNT(*), MIN(taken_over_at) FROM help_requests \
             WHERE municipality_id = $1 AND state = 'live' AND taken_over_at IS NOT NULL \
         UNION ALL SELECT 'help_to_tell', COUNT(*), MIN(tell_since) FROM help_requests \
             WHERE municipality_id = $1 AND tell_since IS NOT NULL \
         UNION ALL SELECT 'helpers', COUNT(*), MIN(asked_at) FROM helpers \
             WHERE municipality_id = $1 AND state = 'asked'";
    /// What happened in two periods that follow each other: $2 to $3, $3 to $4.
    PERIODS: (MunicipalityId, Instant, Instant, Instant) => PeriodRow =
        "WITH periods AS (SELECT CAST(0 AS BIGINT) AS half, CAST($2 AS BIGINT) AS since, CAST($3 AS BIGINT) AS until \
             UNION ALL SELECT CAST(1 AS BIGINT), CAST($3 AS BIGINT), CAST($4 AS BIGINT)) \
         SELECT p.half, \
         (SELECT COUNT(*) FROM vacancies v WHERE v.municipality_id = $1 AND v.published_at >= p.since \
             AND v.published_at < p.until) AS vacancies, \
         (SELECT COUNT(*) FROM vacancies v WHERE v.municipality_id = $1 AND v.published_at >= p.since \
             AND v.published_at < p.until AND NOT EXISTS (SELECT 1 FROM responses r WHERE r.municipality_id = $1 \
             AND r.subject_kind = 'vacancy' AND r.subject_id = v.id AND r.confirmed_at IS NOT NULL)) \
             AS vacancies_without_response, \
         (SELECT COUNT(*) FROM vacancies v WHERE v.municipality_id = $1 AND v.filled_at >= p.since \
             AND v.filled_at < p.until) AS vacancies_filled, \
         (SELECT COUNT(*) FROM offers o WHERE o.municipality_id = $1 AND o.created_at >= p.since \
             AND o.created_at < p.until) AS offers, \
         (SELECT COUNT(*) FROM help_requests h WHERE h.municipality_id = $1 AND h.published_at >= p.since \
             AND h.published_at < p.until) AS help_requests, \
         (SELECT COUNT(*) FROM help_requests h WHERE h.municipality_id = $1 AND h.matched_at >= p.since \
             AND h.matched_at < p.until) AS help_matched \
         FROM periods p ORDER BY p.half";
    /// First vacancies to look at.
    WAITING_VACANCIES: (MunicipalityId,) => WaitingRow =
        "SELECT id, title, organisation_id, changed_at FROM vacancies \
         WHERE municipality_id = $1 AND state = 'waiting' ORDER BY changed_at, id";
    /// Reports, the newest first.
    REPORTS: (MunicipalityId,) => ReportRow =
        "SELECT r.created_at, v.title, r.reason, r.state, r.closed_at, r.answer FROM vacancy_reports r \
         JOIN vacancies v ON v.municipality_id = r.municipality_id AND v.id = r.vacancy_id \
         WHERE r.municipality_id = $1 ORDER BY r.created_at DESC, r.id LIMIT 10000";
    /// Help requests that were sent in, the newest first; what was not public has no title here.
    HELP_REQUESTS: (MunicipalityId,) => HelpRow =
        "SELECT CASE WHEN published_at IS NULL THEN '' ELSE title END AS title, wijk, state, created_at, published_at, \
         taken_over_at, matched_at, closed_at FROM help_requests \
         WHERE municipality_id = $1 AND state <> 'draft' ORDER BY created_at DESC, id LIMIT 10000";
    /// Helpers and who wants to be one, the newest first.
    HELPERS: (MunicipalityId,) => HelperRow =
        "SELECT state, checked, asked_at, decided_at, valid_until FROM helpers \
         WHERE municipality_id = $1 ORDER BY asked_at DESC, person_id LIMIT 10000";
    /// Offers, the newest first.
    OFFERS: (MunicipalityId,) => OfferRow =
        "SELECT title, wijk, group_size, visibility, state, published_at, expires_on FROM offers \
         WHERE municipality_id = $1 ORDER BY published_at DESC, id LIMIT 10000";
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

impl From<HelpRow> for HelpLine {
    fn from(row: HelpRow) -> Self {
        Self {
            title: row.title,
            wijk: row.wijk,
            state: row.state,
            created_at: row.created_at,
            published_at: row.published_at,
            taken_over_at: row.taken_over_at,
            matched_at: row.matched_at,
            closed_at: row.closed_at,
        }
    }
}

impl From<HelperRow> for HelperLine {
    fn from(row: HelperRow) -> Self {
        Self {
            state: row.state,
            checked: row.checked,
            asked_at: row.asked_at,
            decided_at: row.decided_at,
            valid_until: row.valid_until,
        }
    }
}

impl From<OfferRow> for OfferLine {
    fn from(row: OfferRow) -> Self {
        Self {
            title: row.title,
            wijk: row.wijk,
            people: row.group_size,
            visibility: row.visibility,
            state: row.state,
            published_at: row.published_at,
            expires_on: row.expires_on,
        }
    }
}
