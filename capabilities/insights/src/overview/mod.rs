//! Over all that people exchange, for those who look after it: what waits for the desk or the municipality, and what
//! happened in a period. Reads only.

pub mod model;
mod store;

use kernel::{Date, Instant, Result};
use platform::{Conn, Ctx, Plan, db::Code};

pub use self::model::{Held, HelpLine, HelperLine, OfferLine, PeriodCounts, Pile, ReportLine, WaitingVacancy};

/// Adds its statements to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
}

/// How much of each kind waits, and since when the oldest: one statement. Kinds of which nothing waits are there with 0.
pub async fn waiting(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Held>> {
    let rows = store::WAITING.all(conn, (ctx.town(), ctx.now)).await?;
    let held = |(Code(pile), count, since): (Code<Pile>, i64, Option<Instant>)| Held { pile, count, since };
    Ok(rows.into_iter().map(held).collect())
}

/// What happened in two periods that follow each other, in days of the town: from the first day up to the second, and from
/// the second up to the third. One statement.
pub async fn of_two_periods(conn: &mut Conn, ctx: &Ctx, days: [Date; 3]) -> Result<[PeriodCounts; 2]> {
    let [from, middle, until] = days.map(|day| Instant::start_of(day, &ctx.municipality.zone));
    let mut counted = [PeriodCounts::default(); 2];
    for row in store::PERIODS.all(conn, (ctx.town(), from, middle, until)).await? {
        let half = usize::from(row.half != 0);
        counted[half] = row.into();
    }
    Ok(counted)
}

/// Vacancies that wait for the municipality, the longest waiting first.
pub async fn waiting_vacancies(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<WaitingVacancy>> {
    Ok(store::WAITING_VACANCIES.all(conn, (ctx.town(),)).await?.into_iter().map(Into::into).collect())
}

/// Reports of vacancies, the newest first, at most ten thousand. Without who reported.
pub async fn reports(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<ReportLine>> {
    Ok(store::REPORTS.all(conn, (ctx.town(),)).await?.into_iter().map(Into::into).collect())
}

/// Help requests that were sent in, the newest first, at most ten thousand. Without who asks.
pub async fn help_requests(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<HelpLine>> {
    Ok(store::HELP_REQUESTS.all(conn, (ctx.town(),)).await?.into_iter().map(Into::into).collect())
}

/// Helpers and who wants to be one, the newest first, at most ten thousand. Without who they are.
pub async fn helpers(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<HelperLine>> {
    Ok(store::HELPERS.all(conn, (ctx.town(),)).await?.into_iter().map(Into::into).collect())
}

/// Offers, the newest first, at most ten thousand. Without whose they are.
pub async fn offers(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<OfferLine>> {
    Ok(store::OFFERS.all(conn, (ctx.town(),)).await?.into_iter().map(Into::into).collect())
}
