//! What waits among responses, and the list to take along.

use followups::questions;
use kernel::Result;
use platform::{
    Conn, Ctx, Plan,
    queues::{Count, Keeper, Listed, Queue},
};

use super::{figures, outcomes, store};

/// Unanswered responses in a file, at most.
const MOST: i64 = 10_000;
/// Where the point deals with them.
const AT: &str = "/balie/reacties";

/// Adds what waits to the plan.
pub(crate) fn add(plan: Plan) -> Plan {
    let of_desk = |code, keeper, held| Queue { code, at: AT, keeper, broken: false, held };
    plan.queue(Queue {
        code: "overdue",
        at: AT,
        keeper: Keeper::Municipality,
        broken: true,
        held: Count::Now(&store::HELD_OVERDUE),
    })
    .queue(of_desk("taken-over", Keeper::Desk, Count::OfTown(&store::HELD_TAKEN_OVER)))
    .queue(of_desk("to-confirm", Keeper::ByHand, Count::OfTown(&store::HELD_TO_CONFIRM)))
    .queue(of_desk("to-tell", Keeper::ByHand, Count::OfTown(&store::HELD_TO_TELL)))
    .queue(of_desk(
        "to-ask",
        Keeper::ByHand,
        Count::Asked(|conn, ctx| Box::pin(questions::held(conn, ctx, &outcomes::OUTCOME))),
    ))
    .list(Listed {
        code: "unanswered",
        page: AT,
        place: 20,
        columns: &[
            "list-column-kind",
            "list-column-title",
            "list-column-organisation",
            "list-column-since",
            "list-column-due",
            "list-column-taken-over",
            "list-column-handler",
        ],
        rows: |conn, ctx, _| Box::pin(unanswered(conn, ctx)),
    })
}

async fn unanswered(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let names = organisations::names(conn, ctx).await?;
    let row = |response: figures::OpenResponse| {
        vec![
            ctx.t(&format!("response-kind-{}", response.kind.replace('_', "-"))),
            response.title,
            response.organisation.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
            ctx.cell(response.confirmed_at),
            ctx.cell(response.due_at),
            ctx.cell(response.taken_over_at),
            response.handler.unwrap_or_default(),
        ]
    };
    Ok(figures::unanswered(conn, ctx, MOST).await?.into_iter().map(row).collect())
}
