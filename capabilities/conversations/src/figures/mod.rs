//! How well organisations answer, for cards, and what happened in a month, for the municipality. The definitions stand in
//! `docs/figures/responses.md`.

pub(crate) mod jobs;
pub mod model;
pub(crate) mod store;

use std::collections::HashMap;

use followups::questions;
use kernel::{Date, Instant, OrganisationId, Result};
use platform::{Conn, Ctx, Plan, db::Many, jobs::Schedule};
use uuid::Uuid;

pub use self::{
    model::{AnswerFigures, MonthFigures},
    store::OpenResponse,
};
use super::{events, outcomes::OUTCOME};

/// Adds what figures have to the plan. The kinds of jobs are those under which they wait in towns.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .on::<events::ResponseAnswered, _>("marketplace.count_answered", jobs::on_answered)
        .on::<events::ResponseTakenOver, _>("marketplace.count_taken_over", jobs::on_taken_over)
        .every("marketplace.count_answers", Schedule::Daily(4), jobs::daily)
}

/// How well an organisation answers: one statement.
pub async fn figures(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId) -> Result<AnswerFigures> {
    Ok(figures_of(conn, ctx, &[organisation]).await?.remove(&organisation).unwrap_or_default())
}

/// How well these organisations answer: one statement per twenty. Those who are not in the answer have no figures yet.
pub async fn figures_of(
    conn: &mut Conn,
    ctx: &Ctx,
    organisations: &[OrganisationId],
) -> Result<HashMap<OrganisationId, AnswerFigures>> {
    let mut found = HashMap::new();
    for chunk in Many::<OrganisationId, 20>::chunks(organisations) {
        for (organisation, due, in_time, answered, usual_hours) in store::OF.all(conn, (ctx.town(), chunk)).await? {
            found.insert(organisation, model::shown(due, in_time, answered, usual_hours));
        }
    }
    Ok(found)
}

/// How many confirmed responses came to each subject of a kind since a moment; subjects without any are left out.
pub async fn connections_since(conn: &mut Conn, ctx: &Ctx, kind: &str, since: Instant) -> Result<HashMap<Uuid, u32>> {
    let rows = store::CONNECTIONS.all(conn, (ctx.town(), kind.to_owned(), since)).await?;
    Ok(rows.into_iter().map(|(id, count)| (id, u32::try_from(count).unwrap_or(u32::MAX))).collect())
}

/// What happened to the responses that were confirmed from `from` up to and including `until`, in all and by kind.
pub async fn of_period(conn: &mut Conn, ctx: &Ctx, from: Date, until: Date) -> Result<MonthFigures> {
    let after = until.tomorrow().unwrap_or(until);
    let [_, figures] = of_two_periods(conn, ctx, [from, from, after]).await?;
    Ok(figures)
}

/// What happened to the responses of two periods that follow each other: from the first day up to the second, and from the
/// second up to the third. Two statements.
pub async fn of_two_periods(conn: &mut Conn, ctx: &Ctx, days: [Date; 3]) -> Result<[MonthFigures; 2]> {
    let [from, middle, until] = days.map(|day| Instant::start_of(day, &ctx.municipality.zone));
    let (mut before, mut now) = (MonthFigures::default(), MonthFigures::default());
    for row in store::PERIODS.all(conn, (ctx.town(), from, middle, until, ctx.now)).await? {
        let half = if row.half == 0 { &mut before } else { &mut now };
        row.add_to(half);
    }
    for tally in questions::tallies(conn, ctx, &OUTCOME, [from, middle, until]).await? {
        let half = if tally.half == 0 { &mut before } else { &mut now };
        half.add_outcomes(tally.moment.as_deref(), tally.answer.as_deref(), (tally.asked, tally.known));
    }
    Ok([before, now])
}

/// Responses whose promise was broken or that the point took over, and that nobody has decided; the longest waiting first,
/// at most `limit`. Without who responded.
pub async fn unanswered(conn: &mut Conn, ctx: &Ctx, limit: i64) -> Result<Vec<OpenResponse>> {
    Ok(store::UNANSWERED.all(conn, (ctx.town(), ctx.now, limit)).await?)
}
