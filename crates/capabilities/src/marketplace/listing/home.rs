//! The home page: one question first, then what is new.

use kernel::Result;
use platform::{
    Ctx,
    http::Answer,
    templates::{Page, format},
};
use serde::Serialize;

use super::{
    cache,
    model::{Filters, Scope, Sort},
    views::{self, Ask, CardView},
};

/// Cards of what is new.
const FRESH: u32 = 6;

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomePage {
    /// Name of the municipality.
    pub town: String,
    /// What is new.
    pub fresh: Vec<CardView>,
    /// How much there is, in numbers.
    pub figures: Vec<Figure>,
}

/// A number with its words and where it leads.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// The number, as it is written.
    pub figure: String,
    /// Catalogue key of the words.
    pub label: &'static str,
}

impl Page for HomePage {
    const TEMPLATE: &'static str = "marketplace/listing/home.html";
}

/// The home page.
pub async fn home(ctx: Ctx) -> Answer {
    let key = ctx.request.here.clone();
    cache::through(&ctx, &key, async { Ok(ctx.page(&page(&ctx).await?)?) }).await
}

/// What the home page shows now.
///
/// # Errors
/// When the places cannot be read or the index fails.
pub async fn page(ctx: &Ctx) -> Result<HomePage> {
    let newest = Filters { sort: Sort::Newest, ..Filters::default() };
    let ask = Ask { per_page: FRESH, count: &["organisation:"], only: None };
    let found = views::find(ctx, Scope::Vacancies, &newest, ask).await?;
    let asking = views::find(ctx, Scope::HelpRequests, &newest, Ask::page(1)).await?;
    let organisations = views::counts(&found.results, "organisation:").len() as u64;
    let figure = |number: u64, label| Figure { figure: format::number(number as f64, ctx.lang), label };
    let figures = [
        (found.results.total, "listing-home-figure-vacancies"),
        (organisations, "listing-home-figure-organisations"),
        (asking.results.total, "listing-home-figure-help-requests"),
    ];
    let fresh =
        found.results.hits.iter().map(|hit| views::hit_view(ctx, Scope::Vacancies, &Filters::default(), hit, None));
    Ok(HomePage {
        town: ctx.municipality.name.clone(),
        fresh: fresh.collect::<Result<_>>()?,
        figures: figures
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, label)| figure(number, label))
            .collect(),
    })
}
