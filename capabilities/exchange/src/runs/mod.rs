//! Imports on the page and what became of them. A short file is imported while one waits; a long one by a job, with a page
//! that says how far it is and can be left and found back.
//!
//! Owns: `import_runs`.

pub(crate) mod actions;
pub(crate) mod jobs;
pub mod model;
mod store;

pub use self::actions::{Sent, start};

use kernel::{Result, Setting, SettingKind};
use platform::{Conn, Ctx, Plan, jobs::Schedule};

use self::model::{Run, RunId};

/// How long it is kept what became of an import.
pub const KEPT_DAYS: Setting = Setting {
    key: "exchange.run_days",
    default: "30",
    kind: SettingKind::Int { min: 1, max: 365 },
    source: "Design decision: a month is enough to mend a file by; what is wrong with a row of people may name them",
};

/// Adds what runs have to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS).keeps("retention-import-runs", &KEPT_DAYS).job(jobs::import_file).every(
        "exchange.forget_runs",
        Schedule::Daily(4),
        jobs::forget,
    )
}

pub async fn find(conn: &mut Conn, ctx: &Ctx, id: RunId) -> Result<Option<Run>> {
    store::FIND.optional(conn, (ctx.town(), id)).await?.map(Run::try_from).transpose()
}

/// The last imports, the latest first.
pub async fn latest(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Run>> {
    store::LATEST.all(conn, (ctx.town(), 10)).await?.into_iter().map(Run::try_from).collect()
}
