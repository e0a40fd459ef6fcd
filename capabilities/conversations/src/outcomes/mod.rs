//! What became of it: one question to both sides, the day after the introduction and some weeks after the start, answered
//! with one tap. Unknown is itself a figure.

pub(crate) mod actions;
pub(crate) mod forms;
pub(crate) mod jobs;
pub mod model;
pub(crate) mod pages;
pub(crate) mod store;

use kernel::{OrganisationId, PageRequest, Result};
use platform::{Conn, Ctx, Plan, plan::Access};

use self::model::Question;
use super::model::ResponseId;

/// Adds what outcomes have to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .get("/uitkomst/{token}", pages::show, Access::PUBLIC)
        .post("/uitkomst/{token}", pages::answer, Access::PUBLIC)
        .job(jobs::ask)
        .job(jobs::send)
}

/// Of whose responses nobody without e-mail has said what became of them, the oldest question first, and how many there are
/// in all: the point's telephone list.
pub async fn phone_list(conn: &mut Conn, ctx: &Ctx, page: PageRequest) -> Result<(Vec<ResponseId>, i64)> {
    let key = (ctx.town(), i64::from(page.per_page), i64::from(page.offset()));
    let rows = store::UNANSWERED_WITHOUT_EMAIL.all(conn, key).await?;
    let (total,) = store::COUNT_UNANSWERED_WITHOUT_EMAIL.one(conn, (ctx.town(),)).await?;
    Ok((rows.into_iter().map(|(response,)| response).collect(), total))
}

/// What was asked of one response, and what was said.
pub async fn of(conn: &mut Conn, ctx: &Ctx, response: ResponseId) -> Result<Vec<Question>> {
    let rows = store::OF_RESPONSE.all(conn, (ctx.town(), response)).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Of how many responses an organisation was asked what became of it, and has not said.
pub async fn open_of(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId) -> Result<i64> {
    Ok(store::OPEN_OF_ORGANISATION.one(conn, (ctx.town(), organisation)).await?.0)
}
