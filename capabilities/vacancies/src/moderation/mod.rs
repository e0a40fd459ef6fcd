//! What the municipality does with vacancies: looks at first ones, answers reports, takes down with a reason.

pub(crate) mod actions;
pub(crate) mod forms;
pub mod model;
pub(crate) mod pages;
mod samples;
pub(crate) mod store;

pub use self::actions::{answer, report};

use kernel::{PersonId, Result};
use platform::{Conn, Ctx, Plan, Tx, plan::Access};

use self::model::Report;
use facets::model::{ReportId, VacancyId};

/// Adds its part to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .get("/vacatures/{vacancy}/melden", pages::report_form, Access::PUBLIC)
        .once("/vacatures/{vacancy}/melden", pages::report, Access::PUBLIC)
        .get("/beheer/vacatures", pages::queue, Access::MANAGER)
        .get("/beheer/vacatures/{vacancy}", pages::one, Access::MANAGER)
        .post("/beheer/vacatures/{vacancy}/publiceren", pages::publish, Access::MANAGER)
        .post("/beheer/vacatures/{vacancy}/terugsturen", pages::send_back, Access::MANAGER)
        .post("/beheer/vacatures/{vacancy}/weghalen", pages::take_down, Access::MANAGER)
        .get("/beheer/meldingen", pages::reports, Access::MANAGER)
        .get("/beheer/meldingen/{report}", pages::one_report, Access::MANAGER)
        .post("/beheer/meldingen/{report}", pages::answer, Access::MANAGER)
        .samples(samples::samples)
}

/// How many reports nobody has answered.
pub async fn open_count(conn: &mut Conn, ctx: &Ctx) -> Result<u64> {
    let (count,) = store::COUNT_OPEN.one(conn, (ctx.town(),)).await?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// The reports of a vacancy, newest first.
pub async fn of_vacancy(conn: &mut Conn, ctx: &Ctx, vacancy: VacancyId) -> Result<Vec<Report>> {
    Ok(store::OF_VACANCY.all(conn, (ctx.town(), vacancy)).await?.into_iter().map(Into::into).collect())
}

/// The reports somebody sent while they were signed in, newest first.
pub async fn of_reporter(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<Report>> {
    Ok(store::OF_REPORTER.all(conn, (ctx.town(), person)).await?.into_iter().map(Into::into).collect())
}

/// Forgets who sent reports, and what they wrote; what was reported stays for the municipality.
pub async fn forget_reporter(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    store::FORGET_REPORTER.run(tx, (ctx.town(), person)).await?;
    Ok(())
}

pub async fn find(conn: &mut Conn, ctx: &Ctx, id: ReportId) -> Result<Option<Report>> {
    Ok(store::FIND.optional(conn, (ctx.town(), id)).await?.map(Into::into))
}
