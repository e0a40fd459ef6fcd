//! Over all that people exchange: what happened in a period. Reads only.

pub mod model;
mod store;

use kernel::{Date, Instant, Result};
use platform::{Conn, Ctx, Plan};

pub use self::model::PeriodCounts;

/// Adds its statements to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
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
