//! The front pages of the municipality and the desk, the figures, and the lists to take along.

use kernel::{Fields, Problem, Result, text::Codes};
use platform::{
    Conn, Ctx,
    http::{Answer, Path, Query},
    templates::{Crumb, Page},
};
use serde::Serialize;

use super::{
    CONSENT_DAYS, PUBLIC_FIGURES, lists,
    model::{Figure, Month},
    policy,
    views::{self, FigureGroup, FigureLine, Unanswered, Waiting, Workplace},
};
use exchange::{Format, Table};
use people::desk;

/// Responses in the queue on the municipality's page.
const QUEUE: i64 = 5;
/// People on the desk's page whose consent ends soon.
const ENDING: i64 = 10;
/// Months to choose from.
const MONTHS: usize = 12;

/// The municipality's page.
#[derive(Debug, Serialize)]
pub(crate) struct ManagePage {
    /// What waits, too long first.
    pub waiting: Vec<Waiting>,
    /// The responses that wait longest.
    pub queue: Vec<Unanswered>,
    /// First day of this month, ISO.
    pub month: String,
    /// The figures that matter most.
    pub figures: Vec<FigureLine>,
    /// Now, in milliseconds.
    pub now: i64,
}

impl Page for ManagePage {
    const TEMPLATE: &'static str = "insights/manage.html";
}

/// The figures of a month.
#[derive(Debug, Serialize)]
pub(crate) struct FiguresPage {
    /// Address of this page.
    pub base: &'static str,
    /// The month, `2026-03`.
    pub month: Month,
    /// Its first day, ISO.
    pub first: String,
    /// First day of the month before, ISO.
    pub before: String,
    /// Whether the month has not ended yet.
    pub unfinished: bool,
    /// Months to choose from, the newest first.
    pub months: Vec<MonthLink>,
    pub groups: Vec<FigureGroup>,
}

/// The town keeps its figures to itself.
#[derive(Debug, Serialize)]
pub(crate) struct UnpublishedPage {}

impl Page for UnpublishedPage {
    const TEMPLATE: &'static str = "insights/unpublished.html";
}

/// A month to choose.
#[derive(Debug, Serialize)]
pub(crate) struct MonthLink {
    /// `2026-03`.
    pub code: Month,
    /// Its first day, ISO.
    pub first: String,
    /// Whether it is shown.
    pub current: bool,
}

impl Page for FiguresPage {
    const TEMPLATE: &'static str = "insights/figures.html";
    fn crumbs(&self) -> Vec<Crumb> {
        if self.base == "/beheer/cijfers" { vec![Crumb::key("/beheer", "common-manage")] } else { Vec::new() }
    }
}

/// Every list that can be taken along.
#[derive(Debug, Serialize)]
pub(crate) struct ListsPage {
    /// Address of each without its ending, and what it is.
    pub lists: Vec<ListLink>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ListLink {
    /// Address without ending.
    pub href: String,
    /// Key of what it is.
    pub label: String,
    /// The page on which it stands.
    pub page: &'static str,
}

impl Page for ListsPage {
    const TEMPLATE: &'static str = "insights/lists.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "common-manage")]
    }
}

/// The desk's page.
#[derive(Debug, Serialize)]
pub(crate) struct DeskPage {
    /// The name of who sits there.
    pub name: String,
    /// What there is to do, too long first.
    pub waiting: Vec<Waiting>,
    /// How many people may be helped today.
    pub helped: i64,
    /// Whose consent ends soon.
    pub ending: Vec<Ending>,
    /// Now, in milliseconds.
    pub now: i64,
}

/// Somebody whose consent ends soon.
#[derive(Debug, Serialize)]
pub(crate) struct Ending {
    /// Address of their page at the desk.
    pub href: String,
    pub name: String,
    /// The last day, ISO.
    pub until: String,
}

impl Page for DeskPage {
    const TEMPLATE: &'static str = "insights/desk.html";
}

/// `GET /beheer`
pub(crate) async fn manage(ctx: Ctx) -> Answer {
    policy::manage(&ctx.actor).require()?;
    let month = Month::of(ctx.today());
    let mut conn = ctx.read().await?;
    let waiting = views::waiting(&mut conn, &ctx, Workplace::Manage).await?;
    let queue = views::unanswered(&mut conn, &ctx, QUEUE).await?;
    let groups = month_groups(&mut conn, &ctx, month).await?;
    let shown = [Figure::Responses, Figure::AnsweredInTime, Figure::OutcomeKnown, Figure::VacanciesWithoutResponse];
    let figures = shown.into_iter().filter_map(|figure| views::line(&groups, figure)).collect();
    let page = ManagePage { waiting, queue, month: month.first().to_string(), figures, now: ctx.now.millis() };
    Ok(ctx.page(&page)?)
}

async fn month_groups(conn: &mut Conn, ctx: &Ctx, month: Month) -> Result<Vec<FigureGroup>> {
    let counted = views::figures(conn, ctx, month).await?;
    Ok(views::groups(&counted.now, &counted.before))
}

async fn figures_page(ctx: &Ctx, base: &'static str, asked: &Fields) -> Result<FiguresPage> {
    let (now, month) = (Month::of(ctx.today()), lists::month(ctx, asked));
    let mut conn = ctx.read().await?;
    let groups = month_groups(&mut conn, ctx, month).await?;
    let link = |code: Month| MonthLink { code, first: code.first().to_string(), current: code == month };
    let mut months: Vec<MonthLink> =
        std::iter::successors(Some(now), |month| Some(month.previous())).take(MONTHS).map(link).collect();
    if months.iter().all(|link| !link.current) {
        months.push(link(month));
    }
    Ok(FiguresPage {
        base,
        month,
        first: month.first().to_string(),
        before: month.previous().first().to_string(),
        unfinished: month == now,
        months,
        groups,
    })
}

/// `GET /beheer/cijfers?maand=2026-03`
pub(crate) async fn figures(ctx: Ctx, Query(query): Query) -> Answer {
    policy::manage(&ctx.actor).require()?;
    Ok(ctx.page(&figures_page(&ctx, "/beheer/cijfers", &query).await?)?)
}

/// Whether the municipality publishes its figures.
pub(super) fn published(ctx: &Ctx) -> bool {
    ctx.municipality.settings.flag(&PUBLIC_FIGURES, ctx.today())
}

/// `GET /cijfers?maand=2026-03`
pub(crate) async fn public_figures(ctx: Ctx, Query(query): Query) -> Answer {
    if !policy::see_figures(&ctx.actor, published(&ctx)).is_allowed() {
        return Ok(ctx.page(&UnpublishedPage {})?);
    }
    Ok(ctx.page(&figures_page(&ctx, "/cijfers", &query).await?)?)
}

/// `GET /beheer/lijsten`
pub(crate) async fn all_lists(ctx: Ctx) -> Answer {
    policy::manage(&ctx.actor).require()?;
    Ok(ctx.page(&ListsPage { lists: list_links(&ctx) })?)
}

pub(super) fn list_links(ctx: &Ctx) -> Vec<ListLink> {
    let link = |href: &str, code: &str, page| ListLink {
        href: format!("{href}/{code}"),
        label: format!("list-{}", code.replace('_', "-")),
        page,
    };
    let mut own: Vec<_> = ctx.app.plans.iter().flat_map(|plan| plan.lists.iter()).collect();
    own.sort_by_key(|list| list.place);
    let own = own.into_iter().map(|list| link("/beheer/lijsten", list.code, list.page));
    let exchanged = exchange::What::ALL.iter().map(|what| ListLink {
        label: format!("insights-list-all-{}", what.code()),
        ..link("/beheer/export", what.code(), "/beheer/import")
    });
    own.chain(exchanged).collect()
}

/// `GET /beheer/lijsten/{list_file}`: `reports.csv`, `figures.xlsx?maand=2026-03`.
pub(crate) async fn download(ctx: Ctx, Path(file): Path<String>, Query(query): Query) -> Answer {
    policy::manage(&ctx.actor).require()?;
    let (name, ending) = file.rsplit_once('.').ok_or(Problem::NotFound)?;
    let format = Format::parse(ending).ok_or(Problem::NotFound)?;
    let mut lists = ctx.app.plans.iter().flat_map(|plan| plan.lists.iter());
    let list = lists.find(|list| list.code == name).ok_or(Problem::NotFound)?;
    let mut conn = ctx.read().await?;
    let rows = (list.rows)(&mut conn, &ctx, &query).await?;
    drop(conn);
    let table = Table::new(list.columns.iter().map(|key| ctx.t(key)).collect(), rows);
    let called = ctx.t(&format!("list-file-{}", name.replace('_', "-")));
    let when = if name == lists::FIGURES { lists::month(&ctx, &query).to_string() } else { ctx.today().to_string() };
    Ok(exchange::download(&table, &format!("{called}-{when}.{ending}"), format)?)
}

/// `GET /balie`
pub(crate) async fn desk(ctx: Ctx) -> Answer {
    policy::mediate(&ctx.actor).require()?;
    let days = ctx.municipality.settings.count(&CONSENT_DAYS, ctx.today());
    let mut conn = ctx.read().await?;
    let waiting = views::waiting(&mut conn, &ctx, Workplace::Desk).await?;
    let helped = desk::helped(&mut conn, &ctx).await?;
    let ending = desk::ending(&mut conn, &ctx, i32::try_from(days).unwrap_or(30), ENDING).await?;
    let ending = ending.into_iter().map(|consent| Ending {
        href: format!("/balie/personen/{}", consent.person),
        name: consent.name,
        until: consent.until,
    });
    let name = ctx.actor.person().map(|person| person.name.clone()).unwrap_or_default();
    Ok(ctx.page(&DeskPage { name, waiting, helped, ending: ending.collect(), now: ctx.now.millis() })?)
}
