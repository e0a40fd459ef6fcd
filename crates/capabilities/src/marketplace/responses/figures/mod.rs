//! How well organisations answer, for cards, and what happened in a month, for the municipality. The definitions stand in
//! `docs/figures/responses.md`.

pub mod jobs;
pub mod model;
pub mod store;

use std::collections::HashMap;

use kernel::{Date, Instant, OrganisationId, Result};
use platform::{Conn, Ctx, Plan, db::Many, jobs::Schedule};

use self::model::MonthFigures;
use super::events;
use crate::{
    facets::model::{Kind, VacancyId},
    vacancies::model::AnswerFigures,
};

/// Adds what figures have to the marketplace's plan.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .on::<events::ResponseAnswered, _>("marketplace.count_answered", jobs::on_answered)
        .on::<events::ResponseTakenOver, _>("marketplace.count_taken_over", jobs::on_taken_over)
        .every("marketplace.count_answers", Schedule::Daily(4), jobs::daily)
}

/// How well an organisation answers: one statement.
///
/// # Errors
/// When the database cannot be read.
pub async fn figures(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId) -> Result<AnswerFigures> {
    Ok(figures_of(conn, ctx, &[organisation]).await?.remove(&organisation).unwrap_or_default())
}

/// How well these organisations answer: one statement per twenty. Who is not in the answer has no figures yet.
///
/// # Errors
/// When the database cannot be read.
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

/// How many confirmed responses came to each vacancy since a moment; vacancies without any are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn connections_since(conn: &mut Conn, ctx: &Ctx, since: Instant) -> Result<HashMap<VacancyId, u32>> {
    let rows = store::CONNECTIONS.all(conn, (ctx.town(), since)).await?;
    Ok(rows.into_iter().map(|(id, count)| (VacancyId(id), u32::try_from(count).unwrap_or(u32::MAX))).collect())
}

/// What happened to the responses that were confirmed from `from` up to and including `until`, in all and by kind.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_period(conn: &mut Conn, ctx: &Ctx, from: Date, until: Date) -> Result<MonthFigures> {
    let zone = &ctx.municipality.zone;
    let after = until.tomorrow().unwrap_or(until);
    let (from, until): (Instant, Instant) = (Instant::start_of(from, zone), Instant::start_of(after, zone));
    let rows = store::PERIODS.all(conn, (ctx.town(), from, from, until, ctx.now)).await?;
    let (asked, told, month, month_told, stopped) = store::ASKED.one(conn, (ctx.town(), from, until)).await?;
    let by_kind: Vec<(Kind, model::Counts)> = rows.into_iter().map(Into::into).collect();
    let (still_there, month_unknown) = (month_told - stopped, month - month_told);
    Ok(MonthFigures { still_there, stopped, month_unknown, ..MonthFigures::new(by_kind, asked, told) })
}

/// What happened to the responses of two periods that follow each other, in all: from the first day up to the second, and
/// from the second up to the third. One statement.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_two_periods(conn: &mut Conn, ctx: &Ctx, days: [Date; 3]) -> Result<[model::Counts; 2]> {
    let [from, middle, until] = days.map(|day| Instant::start_of(day, &ctx.municipality.zone));
    let mut counted = [model::Counts::default(); 2];
    for row in store::PERIODS.all(conn, (ctx.town(), from, middle, until, ctx.now)).await? {
        let [before, now] = &mut counted;
        let half = if row.half == 0 { before } else { now };
        let (_, counts): (Kind, model::Counts) = row.into();
        half.add(counts);
    }
    Ok(counted)
}
