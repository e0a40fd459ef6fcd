//! Statements over reports of vacancies.

use kernel::{Instant, Lang, MunicipalityId, PersonId};
use platform::{db::Code, row, statements};

use super::model::{Reason, Report, ReportState};
use facets::model::{ReportId, VacancyId};

row! {
    /// A report as it is stored.
    pub struct ReportRow {
        pub municipality_id: MunicipalityId,
        pub id: ReportId,
        pub vacancy_id: VacancyId,
        pub reason: Code<Reason>,
        pub note: String,
        pub reporter_id: Option<PersonId>,
        pub reporter_email: Option<String>,
        pub lang: Lang,
        pub state: Code<ReportState>,
        pub answer: Option<String>,
        pub created_at: Instant,
        pub closed_at: Option<Instant>,
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT municipality_id, id, vacancy_id, reason, note, reporter_id, reporter_email, lang, state, answer, \
             created_at, closed_at FROM vacancy_reports WHERE municipality_id = $1 ",
            $rest
        )
    };
}

statements! {
    /// A new one.
    INSERT: ReportRow => () =
        "INSERT INTO vacancy_reports (municipality_id, id, vacancy_id, reason, note, reporter_id, reporter_email, lang, state, \
         answer, created_at, closed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    FIND: (MunicipalityId, ReportId) => ReportRow = select!("AND id = $2");
    /// In one state, oldest first, at most so many.
    IN_STATE: (MunicipalityId, Code<ReportState>, i64, i64) => ReportRow =
        select!("AND state = $2 ORDER BY created_at, id LIMIT $3 OFFSET $4");
    /// Answered since a moment, newest first, at most so many.
    ANSWERED: (MunicipalityId, Instant, i64, i64) => ReportRow =
        select!("AND closed_at >= $2 ORDER BY closed_at DESC, id DESC LIMIT $3 OFFSET $4");
    /// How many those are.
    COUNT_ANSWERED: (MunicipalityId, Instant) => (i64,) =
        "SELECT COUNT(*) FROM vacancy_reports WHERE municipality_id = $1 AND closed_at >= $2";
    /// Of one vacancy, newest first.
    OF_VACANCY: (MunicipalityId, VacancyId) => ReportRow =
        select!("AND vacancy_id = $2 ORDER BY created_at DESC, id DESC");
    /// By one person, newest first.
    OF_REPORTER: (MunicipalityId, PersonId) => ReportRow =
        select!("AND reporter_id = $2 ORDER BY created_at DESC, id DESC");
    /// Forgets who reported, and what they wrote.
    FORGET_REPORTER: (MunicipalityId, PersonId) => () =
        "UPDATE vacancy_reports SET reporter_id = NULL, reporter_email = NULL, note = '' \
         WHERE municipality_id = $1 AND reporter_id = $2";
    /// Answers one.
    ANSWER: (MunicipalityId, ReportId, Code<ReportState>, String, Instant) => () =
        "UPDATE vacancy_reports SET state = $3, answer = $4, closed_at = $5 \
         WHERE municipality_id = $1 AND id = $2 AND state = 'open'";
    /// How many are open.
    COUNT_OPEN: (MunicipalityId,) => (i64,) =
        "SELECT COUNT(*) FROM vacancy_reports WHERE municipality_id = $1 AND state = 'open'";
    /// Forgets those answered before a moment.
    FORGET: (MunicipalityId, Instant) => () =
        "DELETE FROM vacancy_reports WHERE municipality_id = $1 AND closed_at < $2";
    /// Reports without an answer.
    HELD_OPEN: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(created_at) FROM vacancy_reports WHERE municipality_id = $1 AND state = 'open'";
    /// All of them, the newest first, without who reported.
    LISTED: (MunicipalityId,) => (Instant, String, String, String, Option<Instant>, Option<String>) =
        "SELECT r.created_at, v.title, r.reason, r.state, r.closed_at, r.answer FROM vacancy_reports r \
         JOIN vacancies v ON v.municipality_id = r.municipality_id AND v.id = r.vacancy_id \
         WHERE r.municipality_id = $1 ORDER BY r.created_at DESC, r.id LIMIT 10000";
}

impl From<ReportRow> for Report {
    fn from(row: ReportRow) -> Self {
        Self {
            id: row.id,
            vacancy: row.vacancy_id,
            reason: row.reason.0,
            note: row.note,
            reporter_email: row.reporter_email,
            lang: row.lang,
            state: row.state.0,
            answer: row.answer,
            created_at: row.created_at,
            closed_at: row.closed_at,
        }
    }
}
