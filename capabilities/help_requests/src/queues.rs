//! What waits among help requests and helpers, and the lists to take along.

use kernel::Result;
use platform::{
    Conn, Ctx, Plan,
    queues::{Count, Keeper, Listed, Queue},
};

use super::store;

/// Adds what waits to the plan.
pub(crate) fn add(plan: Plan) -> Plan {
    let waits = |code, keeper, held: Count| Queue { code, at: "/balie/hulpvragen", keeper, broken: false, held };
    plan.queue(waits("help-requests", Keeper::Desk, Count::OfTown(&store::HELD_WAITING)))
        .queue(waits("help-stuck", Keeper::Desk, Count::OfTown(&store::HELD_STUCK)))
        .queue(waits("help-to-tell", Keeper::ByHand, Count::OfTown(&store::HELD_TO_TELL)))
        .queue(Queue {
            code: "helpers",
            at: "/balie/helpers",
            keeper: Keeper::Desk,
            broken: false,
            held: Count::OfTown(&store::HELD_HELPERS),
        })
        .list(Listed {
            code: "help_requests",
            page: "/balie/hulpvragen",
            place: 60,
            columns: &[
                "list-column-title",
                "list-column-wijk",
                "list-column-state",
                "list-column-begun",
                "list-column-live",
                "list-column-taken-over",
                "list-column-matched",
                "list-column-ended",
            ],
            rows: |conn, ctx, _| Box::pin(requests(conn, ctx)),
        })
        .list(Listed {
            code: "helpers",
            page: "/balie/helpers",
            place: 70,
            columns: &[
                "list-column-state",
                "list-column-checked",
                "list-column-asked",
                "list-column-decided-at",
                "list-column-until",
            ],
            rows: |conn, ctx, _| Box::pin(helpers(conn, ctx)),
        })
}

async fn requests(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let wijken = places::names(conn, ctx).await?;
    let row = |request: store::ListedRow| {
        vec![
            request.title,
            request.wijk.and_then(|code| wijken.get(&code).cloned()).unwrap_or_default(),
            ctx.t(&format!("help-request-state-{}", request.state.replace('_', "-"))),
            ctx.cell(Some(request.created_at)),
            ctx.cell(request.published_at),
            ctx.cell(request.taken_over_at),
            ctx.cell(request.matched_at),
            ctx.cell(request.closed_at),
        ]
    };
    Ok(store::LISTED.all(conn, (ctx.town(),)).await?.into_iter().map(row).collect())
}

async fn helpers(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let mut rows = Vec::new();
    for (state, checked, asked_at, decided_at, valid_until) in store::LISTED_HELPERS.all(conn, (ctx.town(),)).await? {
        rows.push(vec![
            ctx.t(&format!("helper-listed-{state}")),
            checked.map(|code| ctx.t(&format!("help-request-checked-{code}"))).unwrap_or_default(),
            ctx.cell(Some(asked_at)),
            ctx.cell(decided_at),
            valid_until.map(|day| day.to_string()).unwrap_or_default(),
        ]);
    }
    Ok(rows)
}
