//! Statements over figures.

use kernel::{Instant, MunicipalityId, OrganisationId};
use platform::{
    db::{Code, Many},
    row, statements,
};

use uuid::Uuid;

use super::model::Counts;
use crate::facets::model::Kind;

row! {
    /// Counts of one kind in one of two periods: 0 is the first, 1 the second.
    pub struct PeriodRow {
        pub half: i64,
        pub kind: Code<Kind>,
        pub responses: i64,
        pub answered_in_time: i64,
        pub answered_late: i64,
        pub taken_over: i64,
        pub within_time: i64,
        pub started: i64,
        pub declined: i64,
        pub withdrawn: i64,
    }
}

statements! {
    /// What is kept of some organisations.
    OF: (MunicipalityId, Many<OrganisationId, 20>) => (OrganisationId, i64, i64, i64, Option<i64>) =
        "SELECT organisation_id, due, in_time, answered, usual_hours FROM answer_figures \
         WHERE municipality_id = $1 AND organisation_id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, \
         $16, $17, $18, $19, $20, $21)";
    /// Keeps what was counted.
    KEEP: (MunicipalityId, OrganisationId, i64, i64, i64, Option<i64>, Instant) => () =
        "INSERT INTO answer_figures (municipality_id, organisation_id, due, in_time, answered, usual_hours, counted_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (municipality_id, organisation_id) DO UPDATE SET \
         due = excluded.due, in_time = excluded.in_time, answered = excluded.answered, \
         usual_hours = excluded.usual_hours, counted_at = excluded.counted_at";
    /// What there is to count of one organisation.
    TO_COUNT: (MunicipalityId, OrganisationId, Instant) => (Instant, Instant, Option<Instant>, Option<Instant>) =
        "SELECT confirmed_at, answer_due_at, answered_at, taken_over_at FROM responses \
         WHERE municipality_id = $1 AND organisation_id = $2 AND confirmed_at > $3 AND answer_due_at IS NOT NULL \
         AND state <> 'withdrawn' ORDER BY confirmed_at DESC LIMIT 1000";
    /// Organisations that have anything to count, or had until now.
    ORGANISATIONS: (MunicipalityId, Instant) => (OrganisationId,) =
        "SELECT organisation_id FROM responses WHERE municipality_id = $1 AND confirmed_at > $2 \
         AND organisation_id IS NOT NULL \
         UNION SELECT organisation_id FROM answer_figures WHERE municipality_id = $1 ORDER BY 1";
    /// Two periods that follow each other ($2 to $3, $3 to $4), by kind.
    PERIODS: (MunicipalityId, Instant, Instant, Instant, Instant) => PeriodRow =
        "SELECT CAST(CASE WHEN confirmed_at >= $3 THEN 1 ELSE 0 END AS BIGINT) AS half, subject_kind AS kind, COUNT(*) AS responses, \
         CAST(SUM(CASE WHEN answered_at <= answer_due_at AND taken_over_at IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS answered_in_time, \
         CAST(SUM(CASE WHEN answered_at IS NOT NULL AND (answered_at > answer_due_at OR taken_over_at IS NOT NULL) \
             THEN 1 ELSE 0 END) AS BIGINT) AS answered_late, \
         CAST(SUM(CASE WHEN taken_over_at IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS taken_over, \
         CAST(SUM(CASE WHEN answered_at IS NULL AND answer_due_at > $5 AND state = 'open' THEN 1 ELSE 0 END) AS BIGINT) AS within_time, \
         CAST(SUM(CASE WHEN started_at IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS started, \
         CAST(SUM(CASE WHEN state = 'declined' THEN 1 ELSE 0 END) AS BIGINT) AS declined, \
         CAST(SUM(CASE WHEN state = 'withdrawn' THEN 1 ELSE 0 END) AS BIGINT) AS withdrawn \
         FROM responses WHERE municipality_id = $1 AND confirmed_at >= $2 AND confirmed_at < $4 \
         GROUP BY half, subject_kind ORDER BY half, subject_kind";
    /// How many responses somebody stands behind, by vacancy, since a moment.
    CONNECTIONS: (MunicipalityId, Instant) => (Uuid, i64) =
        "SELECT subject_id, COUNT(*) FROM responses WHERE municipality_id = $1 AND subject_kind = 'vacancy' \
         AND confirmed_at >= $2 GROUP BY subject_id ORDER BY subject_id";
    /// Of how many responses the outcome was asked in a period, and of how many of those it was told; of how many was asked
    /// some weeks after the start, of how many of those one side answered, and of how many one side said that it ended.
    ASKED: (MunicipalityId, Instant, Instant) => (i64, i64, i64, i64, i64) =
        "SELECT COUNT(DISTINCT response_id), \
         COUNT(DISTINCT CASE WHEN answer IS NOT NULL AND answer <> 'talking' THEN response_id END), \
         COUNT(DISTINCT CASE WHEN moment = 'month' THEN response_id END), \
         COUNT(DISTINCT CASE WHEN moment = 'month' AND answer IS NOT NULL THEN response_id END), \
         COUNT(DISTINCT CASE WHEN moment = 'month' AND answer = 'stopped' THEN response_id END) \
         FROM outcomes WHERE municipality_id = $1 AND asked_at >= $2 AND asked_at < $3";
}

impl From<PeriodRow> for (Kind, Counts) {
    fn from(row: PeriodRow) -> Self {
        let counts = Counts {
            responses: row.responses,
            answered_in_time: row.answered_in_time,
            answered_late: row.answered_late,
            taken_over: row.taken_over,
            within_time: row.within_time,
            started: row.started,
            declined: row.declined,
            withdrawn: row.withdrawn,
        };
        (row.kind.0, counts)
    }
}
