//! What waits among organisations, and the list to take along.

use kernel::{Result, text::Codes};
use platform::{
    Conn, Ctx, Plan,
    queues::{Count, Keeper, Listed, Queue},
};

use super::{Organisation, OrganisationState, store};

/// Adds what waits to the plan.
pub(crate) fn add(plan: Plan) -> Plan {
    plan.queue(Queue {
        code: "organisations",
        at: "/beheer/organisaties?toon=wachten",
        keeper: Keeper::Municipality,
        broken: false,
        held: Count::OfTown(&store::HELD_PENDING),
    })
    .queue(Queue {
        code: "unreachable",
        at: "/beheer/organisaties?toon=onbereikbaar",
        keeper: Keeper::Municipality,
        broken: false,
        held: Count::OfTown(&store::HELD_UNREACHABLE),
    })
    .list(Listed {
        code: "organisations",
        page: "/beheer/organisaties",
        place: 50,
        columns: &[
            "list-column-organisation",
            "list-column-state",
            "list-column-since",
            "list-column-confirmed",
            "list-column-unreachable",
            "list-column-chamber",
            "list-column-id",
        ],
        rows: |conn, ctx, asked| Box::pin(listed(conn, ctx, asked.get("toon").unwrap_or_default())),
    })
}

/// The same as the tabs of `/beheer/organisaties` show.
fn in_tab(organisation: &Organisation, tab: &str) -> bool {
    use OrganisationState::{Closed, Confirmed, Pending, Refused};
    match tab {
        "wachten" => organisation.state == Pending,
        "onbereikbaar" => organisation.state == Confirmed && organisation.unreachable_since.is_some(),
        "bevestigd" => organisation.state == Confirmed,
        "geweigerd" => organisation.state == Refused,
        "gesloten" => organisation.state == Closed,
        _ => true,
    }
}

async fn listed(conn: &mut Conn, ctx: &Ctx, tab: &str) -> Result<Vec<Vec<String>>> {
    let row = |organisation: Organisation| {
        vec![
            organisation.name().to_owned(),
            ctx.t(&format!("organisations-state-{}", organisation.state.code().replace('_', "-"))),
            ctx.cell(Some(organisation.created_at)),
            ctx.cell(organisation.confirmed_at),
            ctx.cell(organisation.unreachable_since),
            organisation.details.chamber_number.clone().unwrap_or_default(),
            organisation.id.to_string(),
        ]
    };
    let all = super::all(conn, ctx.town()).await?;
    Ok(all.into_iter().filter(|organisation| in_tab(organisation, tab)).map(row).collect())
}
