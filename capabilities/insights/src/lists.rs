//! The lists that insights has of its own, beside those of the other capabilities: what waits, and the figures of a month.
//! None of them holds personal data of residents: who responded, reported or asked for help is in no list.

use kernel::{Fields, Instant, Result, text::Codes};
use platform::{Conn, Ctx, Plan, queues::Listed};

use super::{
    model::{Figure, Month},
    views::{self, Workplace},
};

/// Name of the list of figures, of which a month is asked.
pub const FIGURES: &str = "figures";

/// Adds the lists to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.list(Listed {
        code: "waiting",
        page: "/beheer",
        place: 10,
        columns: &[
            "list-column-waiting",
            "list-column-count",
            "list-column-oldest",
            "list-column-late",
            "list-column-where",
        ],
        rows: |conn, ctx, _| Box::pin(waiting(conn, ctx)),
    })
    .list(Listed {
        code: FIGURES,
        page: "/beheer/cijfers",
        place: 120,
        columns: &[
            "list-column-figure",
            "list-column-value",
            "list-column-before",
            "list-column-means",
            "list-column-key",
        ],
        rows: |conn, ctx, asked| Box::pin(figures(conn, ctx, asked)),
    })
}

async fn waiting(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    let row = |item: views::Waiting| {
        vec![
            ctx.t_with(&item.label, &[("count", item.count.into())]),
            item.count.to_string(),
            ctx.cell(item.since.map(Instant::from_millis)),
            ctx.t(if item.late { "insights-yes" } else { "insights-no" }),
            ctx.url(item.href),
        ]
    };
    Ok(views::waiting(conn, ctx, Workplace::Manage).await?.into_iter().map(row).collect())
}

/// The month asked for, at most this month.
pub fn month(ctx: &Ctx, asked: &Fields) -> Month {
    let now = Month::of(ctx.today());
    asked.get("maand").and_then(Month::parse).map_or(now, |month| month.min(now))
}

async fn figures(conn: &mut Conn, ctx: &Ctx, asked: &Fields) -> Result<Vec<Vec<String>>> {
    let views::TwoMonths { now, before } = views::figures(conn, ctx, month(ctx, asked)).await?;
    let row = |figure: &Figure| {
        let code = figure.code().replace('_', "-");
        vec![
            ctx.t(&format!("insights-figure-{code}")),
            now.get(*figure).to_string(),
            before.get(*figure).to_string(),
            ctx.t(&format!("insights-means-{code}")),
            figure.code().to_owned(),
        ]
    };
    Ok(Figure::ALL.iter().map(row).collect())
}
