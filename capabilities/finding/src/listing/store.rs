//! Statements over how often vacancies were seen, and how they stand.

use std::collections::BTreeMap;

use kernel::{Date, Instant, MunicipalityId};
use platform::{Conn, Ctx, db::Many, row, statements};

use facets::model::VacancyId;

row! {
    /// How a vacancy stands: what cards show of its organisation's answers, and its fair share of attention.
    pub struct StandingRow {
        pub municipality_id: MunicipalityId,
        pub vacancy_id: VacancyId,
        pub views: u32,
        pub connections: u32,
        pub exposure: f64,
        pub answered_percent: Option<u32>,
        pub usual_hours: Option<u32>,
        pub changed_at: Instant,
    }
}

statements! {
    /// How up to twenty stand.
    STANDINGS: (MunicipalityId, Many<VacancyId, 20>) => StandingRow =
        "SELECT municipality_id, vacancy_id, views, connections, exposure, answered_percent, usual_hours, changed_at \
         FROM vacancy_standings WHERE municipality_id = $1 \
         AND vacancy_id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)";
    /// How all of them stand.
    ALL_STANDINGS: (MunicipalityId,) => StandingRow =
        "SELECT municipality_id, vacancy_id, views, connections, exposure, answered_percent, usual_hours, changed_at \
         FROM vacancy_standings WHERE municipality_id = $1 ORDER BY vacancy_id";
    /// How one stands from now on.
    SET_STANDING: StandingRow => () =
        "INSERT INTO vacancy_standings (municipality_id, vacancy_id, views, connections, exposure, answered_percent, \
         usual_hours, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
         ON CONFLICT (municipality_id, vacancy_id) DO UPDATE SET views = excluded.views, \
         connections = excluded.connections, exposure = excluded.exposure, \
         answered_percent = excluded.answered_percent, usual_hours = excluded.usual_hours, changed_at = excluded.changed_at";
    /// Seen so many times more on a day.
    COUNT_VIEWS: (MunicipalityId, VacancyId, Date, i64) => () =
        "INSERT INTO vacancy_views (municipality_id, vacancy_id, day, views) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (municipality_id, vacancy_id, day) DO UPDATE SET views = vacancy_views.views + excluded.views";
    /// How often each was seen since a day.
    VIEWS_SINCE: (MunicipalityId, Date) => (VacancyId, i64) =
        "SELECT vacancy_id, CAST(SUM(views) AS BIGINT) FROM vacancy_views \
         WHERE municipality_id = $1 AND day >= $2 GROUP BY vacancy_id ORDER BY vacancy_id";
    /// Days that count no more.
    FORGET_VIEWS: (MunicipalityId, Date) => () = "DELETE FROM vacancy_views WHERE municipality_id = $1 AND day < $2";
}

/// How these stand; those of which nothing is known yet are left out.
pub(crate) async fn standings(conn: &mut Conn, ctx: &Ctx, ids: &[VacancyId]) -> kernel::Result<Vec<StandingRow>> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in Many::chunks(ids) {
        found.extend(STANDINGS.all(conn, (ctx.town(), chunk)).await?);
    }
    Ok(found)
}

/// How often each was seen since a day.
pub async fn views_since(conn: &mut Conn, ctx: &Ctx, day: Date) -> kernel::Result<BTreeMap<VacancyId, u32>> {
    let rows = VIEWS_SINCE.all(conn, (ctx.town(), day)).await?;
    Ok(rows.into_iter().map(|(vacancy, views)| (vacancy, u32::try_from(views).unwrap_or(u32::MAX))).collect())
}
