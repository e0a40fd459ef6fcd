//! Statements over all parts of the marketplace.

use kernel::{Instant, MunicipalityId};
use platform::{row, statements};

use super::model::PeriodCounts;
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
        pub organisations: i64,
        pub organisations_confirmed: i64,
    }
}

statements! {
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
             AND h.matched_at < p.until) AS help_matched, \
         (SELECT COUNT(*) FROM organisations g WHERE g.municipality_id = $1 AND g.created_at >= p.since \
             AND g.created_at < p.until) AS organisations, \
         (SELECT COUNT(*) FROM organisations g WHERE g.municipality_id = $1 AND g.confirmed_at >= p.since \
             AND g.confirmed_at < p.until) AS organisations_confirmed \
         FROM periods p ORDER BY p.half";
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
            organisations: row.organisations,
            organisations_confirmed: row.organisations_confirmed,
        }
    }
}
