//! What waits among vacancies and reports of them, and the lists to take along.

use kernel::{Instant, OrganisationId, Result};
use platform::{
    Conn, Ctx, Plan,
    queues::{Count, Keeper, Listed, Queue},
};

use super::{moderation, store};
use facets::model::VacancyId;

/// Adds what waits to the plan.
pub(crate) fn add(plan: Plan) -> Plan {
    plan.queue(Queue {
        code: "vacancies",
        at: "/beheer/vacatures",
        keeper: Keeper::Municipality,
        broken: false,
        held: Count::OfTown(&store::HELD_WAITING),
    })
    .queue(Queue {
        code: "reports",
        at: "/beheer/meldingen",
        keeper: Keeper::Municipality,
        broken: false,
        held: Count::OfTown(&moderation::store::HELD_OPEN),
    })
    .list(Listed {
        code: "vacancies",
        page: "/beheer/vacatures",
        place: 30,
        columns: &["list-column-title", "list-column-organisation", "list-column-since", "list-column-id"],
        rows: |conn, ctx, _| Box::pin(waiting(conn, ctx)),
    })
    .list(Listed {
        code: "reports",
        page: "/beheer/meldingen",
        place: 40,
        columns: &[
            "list-column-since",
            "list-column-title",
            "list-column-reason",
            "list-column-state",
            "list-column-closed",
            "list-column-answer",
        ],
        rows: |conn, ctx, _| Box::pin(reports(conn, ctx)),
    })
}

async fn waiting(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let names = organisations::names(conn, ctx).await?;
    let row = |(id, title, organisation, since): (VacancyId, String, OrganisationId, Instant)| {
        vec![title, names.get(&organisation).cloned().unwrap_or_default(), ctx.cell(Some(since)), id.to_string()]
    };
    Ok(store::WAITING.all(conn, (ctx.town(),)).await?.into_iter().map(row).collect())
}

async fn reports(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    for (created_at, vacancy, reason, state, closed_at, answer) in
        moderation::store::LISTED.all(conn, (ctx.town(),)).await?
    {
        rows.push(vec![
            ctx.cell(Some(created_at)),
            vacancy,
            ctx.t(&format!("vacancy-report-reason-{}", reason.replace('_', "-"))),
            ctx.t(&format!("vacancy-report-state-{}", state.replace('_', "-"))),
            ctx.cell(closed_at),
            answer.unwrap_or_default(),
        ]);
    }
    Ok(rows)
}
