//! The list as a feed, as a calendar, and on somebody else's page.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use kernel::{Fields, OrganisationId, Problem, Result, paging::PER_PAGE};
use platform::{
    Ctx,
    http::{Answer, Path, Query},
    ical,
    templates::{Crumb, Page},
};
use serde::Serialize;

use super::{atom, policy};
use crate::listing::{
    self, forms,
    model::{Filters, Scope, Sort},
    views::{self, Ask, CardView},
};
use facets::model::VacancyId;
use vacancies::calendar;

/// Entries of a calendar.
const MOST: u32 = 100;

/// The filters of a list outside the site. An organisation that cannot be read is one that has nothing: another's page never
/// shows the whole town because of a slip in its address.
fn newest(fields: &Fields) -> Filters {
    let filters = forms::parse(fields);
    let unknown = fields.get("organisatie").is_some() && filters.organisation().is_none();
    let chosen =
        if unknown { filters.chosen.with("organisatie", &uuid::Uuid::nil().to_string()) } else { filters.chosen };
    Filters { sort: Sort::Newest, page: 1, chosen, ..filters }
}

/// What the list is called elsewhere; a demonstration says so in the name itself.
fn feed_title(ctx: &Ctx) -> String {
    let key = if ctx.is_demonstration() { "sharing-feed-title-demo" } else { "sharing-feed-title" };
    ctx.t_with(key, &[("town", ctx.municipality.name.as_str().into())])
}

/// The list as an Atom feed, the newest first.
pub(super) async fn atom(ctx: Ctx, Query(fields): Query) -> Answer {
    let filters = newest(&fields);
    let found = views::find(&ctx, Scope::Vacancies, &filters, Ask::page(PER_PAGE * 2)).await?;
    let head = atom::Head {
        title: feed_title(&ctx),
        address: ctx.url(&filters.bare().url("/vacatures.atom")),
        page: ctx.url(&filters.bare().url("/vacatures")),
    };
    let feed = atom::feed(&ctx, &head, &found.results.hits)?;
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed).into_response())
}

/// What has a date and a time, as one calendar.
pub(super) async fn calendar(ctx: Ctx, Query(fields): Query) -> Answer {
    let ask = Ask { per_page: MOST, count: &[], only: Some("dated:yes") };
    let found = views::find(&ctx, Scope::Vacancies, &newest(&fields), ask).await?;
    let ids: Vec<VacancyId> = found.results.hits.iter().map(|hit| VacancyId(hit.id)).collect();
    let mut conn = ctx.read().await?;
    let found = vacancies::by_ids(&mut conn, &ctx, &ids).await?;
    let names = listing::names(&mut conn, &ctx, found.iter().map(|vacancy| vacancy.organisation)).await?;
    drop(conn);
    let entry = |vacancy: &vacancies::model::Vacancy| {
        let organisation = names.get(&vacancy.organisation).map_or("", String::as_str);
        calendar::entry(&ctx.municipality, vacancy, organisation)
    };
    let whole = calendar::file(&ctx.municipality, Some(&feed_title(&ctx)), found.iter().filter_map(entry).collect());
    Ok(([(header::CONTENT_TYPE, ical::MIME)], whole).into_response())
}

/// A list for somebody else's page.
#[derive(Clone, Debug, Serialize)]
pub(super) struct EmbeddedPage {
    /// Whose, when it is of one organisation.
    pub organisation: Option<String>,
    /// The vacancies; their addresses are whole.
    pub cards: Vec<CardView>,
    /// The whole list.
    pub all_url: String,
}

impl Page for EmbeddedPage {
    const TEMPLATE: &'static str = "finding/sharing/embedded.html";
}

/// Only this page may stand in a frame elsewhere: it has nothing to press but links that open a page of their own.
const FRAMED: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'self'; \
    form-action 'none'; frame-ancestors *";

/// The list for somebody else's page.
pub(super) async fn embedded(ctx: Ctx, Query(fields): Query) -> Answer {
    let filters = newest(&fields);
    let found = views::find(&ctx, Scope::Vacancies, &filters, Ask::page(PER_PAGE)).await?;
    let card = |hit| {
        let mut card = views::hit_view(&ctx, Scope::Vacancies, &Filters::default(), hit, None)?;
        card.href = ctx.url(&card.href);
        Ok(card)
    };
    let cards = found.results.hits.iter().map(card).collect::<Result<Vec<_>>>()?;
    let page = EmbeddedPage {
        organisation: filters.organisation().and_then(|_| cards.first().map(|card| card.kicker.clone())),
        all_url: ctx.url(&filters.bare().url("/vacatures")),
        cards,
    };
    let mut response = ctx.page(&page)?;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAMED));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    Ok(response)
}

/// How an organisation shows its vacancies elsewhere.
#[derive(Clone, Debug, Serialize)]
pub(super) struct SharePage {
    /// Id of the organisation.
    pub organisation: String,
    pub name: String,
    /// What to paste into one's own site.
    pub code: String,
    /// The same list by itself.
    pub list_url: String,
    /// The list for a frame.
    pub embed_url: String,
    pub feed_url: String,
    pub calendar_url: String,
}

impl Page for SharePage {
    const TEMPLATE: &'static str = "finding/sharing/share.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::named(format!("/organisatie/{}", self.organisation), self.name.clone())]
    }
}

/// How an organisation shows its vacancies elsewhere: addresses and a piece of HTML.
pub(super) async fn share(ctx: Ctx, Path(organisation): Path<OrganisationId>) -> Answer<Response> {
    policy::share(&ctx.actor, organisation).require()?;
    let mut conn = ctx.read().await?;
    let names = listing::names(&mut conn, &ctx, std::iter::once(organisation)).await?;
    drop(conn);
    let name = names.get(&organisation).cloned().ok_or(Problem::NotFound)?;
    let all = Filters::default();
    let of = Filters { chosen: all.chosen.with("organisatie", &organisation.to_string()), ..Filters::default() };
    let address = |path: &str| ctx.url(&of.url(path));
    let embed_url = address("/embed/vacatures");
    let title = ctx.t_with("sharing-embed-title", &[("organisation", name.as_str().into())]);
    let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let code = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"600\" loading=\"lazy\"></iframe>",
        escaped(&embed_url),
        escaped(&title)
    );
    let page = SharePage {
        organisation: organisation.to_string(),
        name,
        code,
        list_url: address("/vacatures"),
        embed_url,
        feed_url: address("/vacatures.atom"),
        calendar_url: address("/vacatures.ics"),
    };
    Ok(ctx.page(&page)?)
}
