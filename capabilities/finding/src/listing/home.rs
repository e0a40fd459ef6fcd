//! What the home page shows of the lists: what is new, and how much there is.

use kernel::Result;
use platform::{
    Ctx,
    plan::{HomeFigure, HomeSection},
    templates::{Fragment, format},
};
use serde::Serialize;

use super::{
    model::{Filters, Scope, Sort},
    views::{self, Ask, CardView},
};

/// Cards of what is new.
const FRESH: u32 = 6;

/// The template that shows what is new.
const TEMPLATE: &str = "finding/listing/_fresh.html";

/// What is new.
#[derive(Clone, Debug, Serialize)]
struct Fresh {
    cards: Vec<CardView>,
}

/// The part of the home page with these cards; nothing without any.
pub(super) fn fragment(cards: Vec<CardView>) -> Option<Fragment> {
    (!cards.is_empty()).then(|| Fragment::new(TEMPLATE, Fresh { cards }))
}

/// What the home page shows now.
pub(super) async fn section(ctx: &Ctx) -> Result<HomeSection> {
    let newest = Filters { sort: Sort::Newest, ..Filters::default() };
    let ask = Ask { per_page: FRESH, count: &["organisation:"], only: None };
    let found = views::find(ctx, Scope::Vacancies, &newest, ask).await?;
    let asking = views::find(ctx, Scope::HelpRequests, &newest, Ask::page(1)).await?;
    let organisations = views::counts(&found.results, "organisation:").len() as u64;
    let figure = |number: u64, label| HomeFigure { figure: format::number(number as f64, ctx.lang), label };
    let figures = [
        (found.results.total, "listing-home-figure-vacancies"),
        (organisations, "listing-home-figure-organisations"),
        (asking.results.total, "listing-home-figure-help-requests"),
    ];
    let fresh =
        found.results.hits.iter().map(|hit| views::hit_view(ctx, Scope::Vacancies, &Filters::default(), hit, None));
    Ok(HomeSection {
        fragment: fragment(fresh.collect::<Result<_>>()?),
        figures: figures
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, label)| figure(number, label))
            .collect(),
    })
}
