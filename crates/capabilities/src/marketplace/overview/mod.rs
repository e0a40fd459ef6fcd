//! Over all parts of the marketplace, for whoever looks after them: what waits for the desk or the municipality, and what
//! happened in a period. Reads only.

pub mod model;
mod store;

use kernel::{Date, Instant, Result};
use platform::{Conn, Ctx, Plan, db::Code};

pub use self::model::{Held, OpenResponse, PeriodCounts, Pile, ReportLine, WaitingVacancy};

/// Adds its statements to the marketplace's plan.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
}

/// How much of each kind waits, and since when the oldest: one statement. Kinds of which nothing waits are there with 0.
///
/// # Errors
/// When the database cannot be read.
pub async fn waiting(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Held>> {
    let rows = store::WAITING.all(conn, (ctx.town(), ctx.now)).await?;
    let held = |(Code(pile), count, since): (Code<Pile>, i64, Option<Instant>)| Held { pile, count, since };
    Ok(rows.into_iter().map(held).collect())
}

/// What happened from `from` up to and including `until`, in days of the town: one statement.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_period(conn: &mut Conn, ctx: &Ctx, from: Date, until: Date) -> Result<PeriodCounts> {
    let zone = &ctx.municipality.zone;
    let after = until.tomorrow().unwrap_or(until);
    let row =
        store::PERIOD.one(conn, (ctx.town(), Instant::start_of(from, zone), Instant::start_of(after, zone))).await?;
    Ok(row.into())
}

/// Responses whose promise was broken or that the point took over, and that nobody has decided; the longest waiting first,
/// at most `limit`. Without who responded.
///
/// # Errors
/// When the database cannot be read.
pub async fn unanswered(conn: &mut Conn, ctx: &Ctx, limit: i64) -> Result<Vec<OpenResponse>> {
    Ok(store::UNANSWERED.all(conn, (ctx.town(), ctx.now, limit)).await?.into_iter().map(Into::into).collect())
}

/// Vacancies that wait for the municipality, the longest waiting first.
///
/// # Errors
/// When the database cannot be read.
pub async fn waiting_vacancies(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<WaitingVacancy>> {
    Ok(store::WAITING_VACANCIES.all(conn, (ctx.town(),)).await?.into_iter().map(Into::into).collect())
}

/// Reports of vacancies, the newest first, at most ten thousand. Without who reported.
///
/// # Errors
/// When the database cannot be read.
pub async fn reports(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<ReportLine>> {
    Ok(store::REPORTS.all(conn, (ctx.town(),)).await?.into_iter().map(Into::into).collect())
}
