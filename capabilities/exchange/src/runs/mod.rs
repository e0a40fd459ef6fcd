//! Imports on the page and what became of them. A short file is imported while one waits; a long one by a job, with a page
//! that says how far it is and can be left and found back.
//!
//! Owns: `import_runs`, `import_parts`, `import_changes`.

pub(crate) mod actions;
pub(crate) mod jobs;
pub mod model;
pub(crate) mod pages;
mod store;

pub use self::actions::{Sent, run, start};

use kernel::{Result, Setting, SettingKind, time};
use platform::{Conn, Ctx, Plan, jobs::Schedule};

use self::model::{Run, RunId};

/// How long it is kept what became of an import.
pub const KEPT_DAYS: Setting = Setting {
    key: "exchange.run_days",
    default: "30",
    kind: SettingKind::Int { min: 1, max: 365 },
    source: "Design decision: a month is enough to mend a file by; what is wrong with a row of people may name them",
};

/// How long a file is kept that was tried or refused.
pub const FILE_DAYS: Setting = Setting {
    key: "exchange.file_days",
    default: "7",
    kind: SettingKind::Int { min: 1, max: 30 },
    source: "Design decision: a week to fill in what is wrong; a file of people is kept no longer than it is needed",
};

/// How long an import can be turned back.
pub const UNDO_DAYS: Setting = Setting {
    key: "exchange.undo_days",
    default: "14",
    kind: SettingKind::Int { min: 1, max: 30 },
    source: "Design decision: who loaded the wrong file sees it within days; later it is in use",
};

/// Adds what runs have to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .keeps("retention-import-runs", &KEPT_DAYS)
        .keeps("retention-import-files", &FILE_DAYS)
        .keeps("retention-import-changes", &UNDO_DAYS)
        .ends(|tx, ctx, person| Box::pin(actions::forget_person(tx, ctx, person)))
        .job(jobs::import_file)
        .every("exchange.forget_runs", Schedule::Daily(4), jobs::forget)
}

/// Whether a run can still be turned back.
pub fn can_be_turned_back(ctx: &Ctx, run: &Run) -> bool {
    let days = i64::from(ctx.municipality.settings.count(&UNDO_DAYS, ctx.today()));
    let stored = run.outcome.as_ref().is_some_and(|outcome| outcome.stored && outcome.added + outcome.changed > 0);
    stored && run.undone_at.is_none() && ctx.now < run.changed_at.plus(days * time::DAY)
}

pub async fn find(conn: &mut Conn, ctx: &Ctx, id: RunId) -> Result<Option<Run>> {
    store::FIND.optional(conn, (ctx.town(), id)).await?.map(Run::try_from).transpose()
}

/// The last imports, the latest first.
pub async fn latest(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Run>> {
    store::LATEST.all(conn, (ctx.town(), 10)).await?.into_iter().map(Run::try_from).collect()
}
