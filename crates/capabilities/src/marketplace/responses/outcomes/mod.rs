//! What became of it: one question to both sides, the day after the introduction and some weeks after the start, answered
//! with one tap. Unknown is itself a figure.

pub mod actions;
pub mod forms;
pub mod jobs;
pub mod model;
pub mod pages;
pub mod store;

use kernel::{OrganisationId, Result};
use platform::{Conn, Ctx, Plan, plan::Access};

use self::model::Question;

/// Adds what outcomes have to the marketplace's plan.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .get("/uitkomst/{token}", pages::show, Access::PUBLIC)
        .post("/uitkomst/{token}", pages::answer, Access::PUBLIC)
        .job(jobs::ask)
        .job(jobs::send)
}

/// The questions to people without e-mail that nobody has answered yet, the oldest first: the point's telephone list.
///
/// # Errors
/// When the database cannot be read.
pub async fn phone_list(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Question>> {
    let rows = store::UNANSWERED_WITHOUT_EMAIL.all(conn, (ctx.town(), 100)).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Of how many responses an organisation was asked what became of it, and has not said.
///
/// # Errors
/// When the database cannot be read.
pub async fn open_of(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId) -> Result<i64> {
    Ok(store::OPEN_OF_ORGANISATION.one(conn, (ctx.town(), organisation)).await?.0)
}
