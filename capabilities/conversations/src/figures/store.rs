//! Statements over figures.

use kernel::{Instant, MunicipalityId, OrganisationId};
use platform::{db::Many, row, statements};

use uuid::Uuid;

use super::{
    super::model::ResponseId,
    model::{Counts, MonthFigures},
};

row! {
    /// Counts of one kind in one of two periods: 0 is the first, 1 the second.
    pub struct PeriodRow {
        pub half: i64,
        pub kind: Option<String>,
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

row! {
    /// A response that waits, without who sent it.
    pub struct OpenResponse {
        pub id: ResponseId,
        /// The kind and the title of what it is about.
        pub kind: String,
        pub title: String,
        /// Who should have answered, when that is an organisation.
        pub organisation: Option<OrganisationId>,
        /// Since when it waits.
        pub confirmed_at: Option<Instant>,
        /// When an answer was promised.
        pub due_at: Option<Instant>,
        /// When the point took it over.
        pub taken_over_at: Option<Instant>,
        /// Who of the point has it.
        pub handler: Option<String>,
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
    /// Two periods that follow each other ($2 to $3, $3 to $4), by kind; without a kind where there is nothing in one.
    PERIODS: (MunicipalityId, Instant, Instant, Instant, Instant) => PeriodRow =
        "WITH periods AS (SELECT CAST(0 AS BIGINT) AS half, CAST($2 AS BIGINT) AS since, CAST($3 AS BIGINT) AS until \
             UNION ALL SELECT CAST(1 AS BIGINT), CAST($3 AS BIGINT), CAST($4 AS BIGINT)) \
         SELECT p.half, r.subject_kind AS kind, COUNT(r.id) AS responses, \
         CAST(SUM(CASE WHEN r.answered_at <= r.answer_due_at AND r.taken_over_at IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS answered_in_time, \
         CAST(SUM(CASE WHEN r.answered_at IS NOT NULL AND (r.answered_at > r.answer_due_at OR r.taken_over_at IS NOT NULL) \
             THEN 1 ELSE 0 END) AS BIGINT) AS answered_late, \
         CAST(SUM(CASE WHEN r.taken_over_at IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS taken_over, \
         CAST(SUM(CASE WHEN r.answered_at IS NULL AND r.answer_due_at > $5 AND r.state = 'open' THEN 1 ELSE 0 END) AS BIGINT) AS within_time, \
         CAST(SUM(CASE WHEN r.started_at IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS started, \
         CAST(SUM(CASE WHEN r.state = 'declined' THEN 1 ELSE 0 END) AS BIGINT) AS declined, \
         CAST(SUM(CASE WHEN r.state = 'withdrawn' THEN 1 ELSE 0 END) AS BIGINT) AS withdrawn \
         FROM periods p LEFT JOIN responses r ON r.municipality_id = $1 AND r.confirmed_at >= p.since AND r.confirmed_at < p.until \
         GROUP BY p.half, p.since, p.until, r.subject_kind ORDER BY p.half, r.subject_kind";
    /// How many responses somebody stands behind, by subject of a kind, since a moment.
    CONNECTIONS: (MunicipalityId, String, Instant) => (Uuid, i64) =
        "SELECT subject_id, COUNT(*) FROM responses WHERE municipality_id = $1 AND subject_kind = $2 \
         AND confirmed_at >= $3 GROUP BY subject_id ORDER BY subject_id";
    /// Past the promise or with the point, the longest waiting first.
    UNANSWERED: (MunicipalityId, Instant, i64) => OpenResponse =
        "SELECT id, subject_kind AS kind, subject_title AS title, organisation_id AS organisation, confirmed_at, \
         answer_due_at AS due_at, taken_over_at, handler_name AS handler FROM responses WHERE municipality_id = $1 AND ((state = 'open' AND answer_due_at <= $2) \
         OR (with_point = TRUE AND state IN ('open', 'in_conversation', 'invited', 'accepted'))) \
         ORDER BY confirmed_at, id LIMIT $3";
}

impl PeriodRow {
    /// Adds what it counts to the figures of its period.
    pub(crate) fn add_to(self, figures: &mut MonthFigures) {
        let counts = Counts {
            responses: self.responses,
            answered_in_time: self.answered_in_time,
            answered_late: self.answered_late,
            taken_over: self.taken_over,
            within_time: self.within_time,
            started: self.started,
            declined: self.declined,
            withdrawn: self.withdrawn,
        };
        if let Some(kind) = self.kind {
            figures.add(kind, counts);
        }
    }
}
