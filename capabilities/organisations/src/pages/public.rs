//! What everybody reads about organisations.

use kernel::{Choice, OrganisationId, PageRequest, Paged, Problem, form::FormState};
use platform::{
    Ctx,
    http::{Answer, Path, Query},
    plan::MyCard,
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::find;
use crate::{
    model::Search,
    policy, sectors, store,
    views::{self, OrganisationView},
};

/// The list of confirmed organisations.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    /// What is asked: `q`, `sector`, `wijk`.
    pub form: Form,
    /// How many filters are on.
    pub chosen: usize,
    /// Sectors to choose, parts indented under their group.
    pub sectors: Vec<Choice>,
    /// Wijken to choose.
    pub wijken: Vec<Choice>,
    /// One page of them.
    pub results: Paged<OrganisationView>,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "organisations/list.html";
}

/// One organisation. Never holds anything about its contacts.
#[derive(Debug, Serialize)]
pub(crate) struct OrganisationPage {
    pub organisation: OrganisationView,
    /// Whether the reader works for it.
    pub works_here: bool,
    /// What other parts of the site know of it: its vacancies.
    pub cards: Vec<MyCard>,
}

impl Page for OrganisationPage {
    const TEMPLATE: &'static str = "organisations/organisation.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/organisaties", "organisations-nav")]
    }
}

fn sector_choices(ctx: &Ctx) -> Vec<Choice> {
    let choice = |sector: &sectors::Sector| {
        let label = sector.label(ctx.lang);
        let label = if sector.is_group() { label.to_owned() } else { format!("– {label}") };
        Choice { value: sector.code.to_string(), label }
    };
    sectors::SECTORS.iter().map(choice).collect()
}

/// `GET /organisaties`
pub(crate) async fn list(ctx: Ctx, Query(fields): Query) -> Answer {
    let town = places::cached_alone(&ctx).await?;
    let sector = fields.get("sector").and_then(sectors::parse);
    let wijk = fields.get("wijk").and_then(|code| town.wijk(code)).map(|wijk| wijk.code.clone());
    let search = Search::new(fields.get("q").unwrap_or_default(), sector, wijk);
    let mut conn = ctx.read().await?;
    let found = views::found(&mut conn, &ctx, &search, PageRequest::of(&fields)).await?;
    let page = ListPage {
        form: ctx.form(&FormState::filled(&fields)),
        chosen: search.chosen(),
        sectors: sector_choices(&ctx),
        wijken: views::wijk_choices(&town),
        results: found.map(|organisation| OrganisationView::of(&ctx, &town, &organisation)),
    };
    Ok(ctx.page(&page)?)
}

/// `GET /organisaties/{organisation}`
pub(crate) async fn show(ctx: Ctx, Path(id): Path<OrganisationId>) -> Answer {
    let town = places::cached_alone(&ctx).await?;
    let mut conn = ctx.read().await?;
    let organisation = find(&mut conn, &ctx, id).await?;
    policy::read(&ctx.actor, id, organisation.state).require()?;
    let mut cards = Vec::new();
    for section in ctx.app.plans.iter().flat_map(|plan| plan.organisation_sections.iter()) {
        cards.extend(section(&mut conn, &ctx, id).await?);
    }
    let page = OrganisationPage {
        organisation: OrganisationView::of(&ctx, &town, &organisation),
        works_here: ctx.actor.office(id).is_some(),
        cards,
    };
    Ok(ctx.page(&page)?)
}

/// `GET /o/{slug}`
pub(crate) async fn short(ctx: Ctx, Path(slug): Path<String>) -> Answer {
    let mut conn = ctx.read().await?;
    let organisation = store::BY_SLUG.optional(&mut conn, (ctx.town(), slug)).await?.ok_or(Problem::NotFound)?;
    policy::read(&ctx.actor, organisation.id, organisation.state).require()?;
    Ok(ctx.see_other(&format!("/organisaties/{}", organisation.id)))
}
