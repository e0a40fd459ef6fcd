//! What waits among offers, and the list to take along.

use kernel::{PageRequest, Paged, Result, text::Codes};
use platform::{
    Conn, Ctx, Plan,
    queues::{Count, Keeper, Line, Listed, Queue, QueueSource},
    steps::StepButton,
};

use super::{model::Offer, policy, store, views::mark};

/// What was taken down, changed and sent in again.
static WAITING: QueueSource = QueueSource {
    queue: Queue {
        code: "offers",
        at: "/balie/aanbod",
        keeper: Keeper::Desk,
        broken: false,
        held: Count::OfTown(&store::HELD_WAITING),
    },
    may: |ctx| policy::take_down(&ctx.actor).require().map(drop),
    lines: |conn, ctx, page| Box::pin(waiting(conn, ctx, page)),
};

/// Adds what waits to the plan.
pub(crate) fn add(plan: Plan) -> Plan {
    plan.queue_page(&WAITING).list(Listed {
        code: "offers",
        page: "/aanbod",
        place: 80,
        columns: &[
            "list-column-title",
            "list-column-wijk",
            "list-column-people",
            "list-column-visible",
            "list-column-state",
            "list-column-live",
            "list-column-until",
        ],
        rows: |conn, ctx, _| Box::pin(listed(conn, ctx)),
    })
}

async fn waiting(conn: &mut Conn, ctx: &Ctx, page: PageRequest) -> Result<Paged<Line>> {
    Ok(store::WAITING.page(conn, (ctx.town(),), page).await?.map(|offer| line(ctx, &offer)))
}

fn line(ctx: &Ctx, offer: &Offer) -> Line {
    let href = format!("/aanbod/{}", offer.id);
    let state = format!("offer-state-{}", offer.state.code().replace('_', "-"));
    let because = |note: &String| ctx.t_with("offer-taken-down-because", &[("reason", note.as_str().into())]);
    Line {
        title: offer.title.clone(),
        status: Some((mark(offer.state), state)),
        by: ("offer-by", offer.shown_name.clone()),
        text: offer.description.clone(),
        note: offer.moderation_note.as_ref().map(because).unwrap_or_default(),
        steps: vec![StepButton { action: format!("{href}/plaatsen"), label: "offer-let-in".to_owned(), icon: "check" }],
        ways: vec![("offer-take-down", format!("{href}/weghalen"), "ban")],
        href,
    }
}

async fn listed(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let wijken = places::names(conn, ctx).await?;
    let mut rows = Vec::new();
    for (title, wijk, people, visibility, state, published_at, last) in store::LISTED.all(conn, (ctx.town(),)).await? {
        rows.push(vec![
            title,
            wijk.and_then(|code| wijken.get(&code).cloned()).unwrap_or_default(),
            people.to_string(),
            ctx.t(&format!("offer-visibility-{visibility}")),
            ctx.t(&format!("offer-state-{}", state.replace('_', "-"))),
            ctx.cell(Some(published_at)),
            last.to_string(),
        ]);
    }
    Ok(rows)
}
