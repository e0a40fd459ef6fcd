//! The lists: vacancies, offers, help requests, and everything.

pub(crate) mod for_somebody;

use kernel::{Fields, PageRequest, form::FormState, paging::PER_PAGE, text::Codes};
use platform::{
    Ctx,
    http::{Answer, Query, kept},
    templates::{Form, Page},
};
use serde::Serialize;

use super::{
    forms,
    model::{Filters, Scope, Shown},
    views::{self, Ask, CardView, Chip, Choices, Found, LinkView},
};
use places::MapView;

/// A list with its filters.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ListPage {
    /// Code of the list: `vacancies`, `offers`, `help-requests`, `everything`.
    pub scope: &'static str,
    pub path: &'static str,
    /// The filters as fields.
    pub form: Form,
    /// The pairs of the address that the search box does not show itself.
    pub rest: Vec<(&'static str, String)>,
    /// The pairs of the address that the filters do not show themselves.
    pub top: Vec<(&'static str, String)>,
    /// What the filters offer.
    pub choices: Choices,
    /// What was chosen.
    pub chips: Vec<Chip>,
    /// How many filters are on.
    pub chosen: usize,
    /// Which page of how many.
    pub paging: Paging,
    /// The cards of this page; empty on the map.
    pub cards: Vec<CardView>,
    /// The map, when it is shown.
    pub map: Option<MapView>,
    /// Beside the map: how many lie in no wijk, and where they are listed.
    pub elsewhere: Option<LinkView>,
    /// Orders to choose from.
    pub sorts: Vec<LinkView>,
    /// List or map.
    pub shown: Vec<LinkView>,
    /// What would bring more.
    pub widen: Vec<LinkView>,
    /// Whether the results have all words; when not, that is said.
    pub all_words: bool,
    /// What was typed as place and is not known here.
    pub unknown_place: Option<String>,
    /// Where to keep this search; vacancies alone.
    pub save_url: Option<String>,
    /// The same as a feed; vacancies alone.
    pub feed_url: Option<String>,
    /// What is dated as a calendar; vacancies alone.
    pub calendar_url: Option<String>,
    /// Whether the index is still being filled.
    pub filling: bool,
    /// Whether the results alone are asked for, which then take the focus.
    pub fragment: bool,
}

/// Which page of how many, for the pager.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Paging {
    /// One-based.
    pub number: u32,
    /// Rows on a full page.
    pub per_page: u32,
    /// Rows in all.
    pub total: u64,
    /// Pages in all.
    pub pages: u32,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "finding/listing/list.html";
}

pub(crate) async fn vacancies(ctx: Ctx, Query(fields): Query) -> Answer {
    list(ctx, Scope::Vacancies, fields).await
}

/// Offers. What only organisations may see is among them for those who speak for a confirmed one.
pub(crate) async fn offers(ctx: Ctx, Query(fields): Query) -> Answer {
    list(ctx, Scope::Offers, fields).await
}

/// Help requests.
pub(crate) async fn help_requests(ctx: Ctx, Query(fields): Query) -> Answer {
    list(ctx, Scope::HelpRequests, fields).await
}

/// Everything that can be found.
pub(crate) async fn everything(ctx: Ctx, Query(fields): Query) -> Answer {
    list(ctx, Scope::Everything, fields).await
}

async fn list(ctx: Ctx, scope: Scope, fields: Fields) -> Answer {
    let filters = forms::parse(&fields);
    // The layout shows the address as it was asked: it belongs to the key.
    let key = ctx.request.here.clone();
    kept::through(&ctx, &key, async {
        let page = page(&ctx, scope, &filters).await?;
        Ok(ctx.page_or_block(&page, "results")?)
    })
    .await
}

/// The page of a list.
pub(crate) async fn page(ctx: &Ctx, scope: Scope, filters: &Filters) -> kernel::Result<ListPage> {
    let on_map = filters.shown == Shown::Map;
    let count: &[&str] = if on_map { &["theme:", "when:", "wijk:"] } else { &["theme:", "when:"] };
    let ask = Ask { per_page: PER_PAGE, count, only: None };
    let mut found = views::find(ctx, scope, filters, ask).await?;
    let last = u32::try_from(found.results.total.div_ceil(u64::from(PER_PAGE))).unwrap_or(u32::MAX).max(1);
    if filters.page > last {
        // An old link to a page that is no more shows the last one.
        found = views::find(ctx, scope, &Filters { page: last, ..filters.clone() }, ask).await?;
    }
    let cards = if on_map { Vec::new() } else { cards(ctx, scope, filters, &found)? };
    let map = on_map.then(|| views::map(scope, filters, &found));
    Ok(assemble(ctx, scope, filters, &found, cards, map))
}

fn cards(ctx: &Ctx, scope: Scope, filters: &Filters, found: &Found) -> kernel::Result<Vec<CardView>> {
    let place = found.place.as_ref();
    found.results.hits.iter().map(|hit| views::hit_view(ctx, scope, filters, hit, place)).collect()
}

fn assemble(
    ctx: &Ctx,
    scope: Scope,
    filters: &Filters,
    found: &Found,
    cards: Vec<CardView>,
    map: Option<MapView>,
) -> ListPage {
    let place = found.place.as_ref();
    let pairs = filters.pairs();
    let is_top = |name: &str| matches!(name, "q" | "bij" | "straal");
    let of = |keep: &dyn Fn(&str) -> bool| pairs.iter().filter(|(name, _)| keep(name)).cloned().collect::<Vec<_>>();
    let sorting = |name: &str| matches!(name, "sorteer" | "weergave");
    let of_vacancies = |path: &str| (scope == Scope::Vacancies).then(|| filters.bare().url(path));
    let total = found.results.total;
    let request = PageRequest::new(Some(filters.page), Some(PER_PAGE));
    let pages = u32::try_from(total.div_ceil(u64::from(PER_PAGE))).unwrap_or(u32::MAX).max(1);
    ListPage {
        scope: scope.code(),
        path: scope.path(),
        form: ctx.form(&FormState::filled(&forms::fields(filters))),
        rest: of(&|name| !is_top(name) && name != "page"),
        top: of(&|name| is_top(name) || sorting(name) || matches!(name, "organisatie" | "wijk")),
        choices: views::choices(ctx, scope, filters, found),
        chips: views::chips(ctx, scope, filters, found),
        chosen: filters.conditions().iter().filter(|one| !matches!(one, super::model::Condition::Words(_))).count(),
        paging: Paging { number: request.number.min(pages), per_page: PER_PAGE, total, pages },
        cards,
        elsewhere: map.as_ref().and_then(|_| views::off_the_map(ctx, scope, filters, found)),
        map,
        sorts: views::sorts(ctx, scope, filters, place),
        shown: views::shown_links(ctx, scope, filters),
        widen: views::widen(ctx, scope, filters, found),
        all_words: found.results.all_words,
        unknown_place: filters.near.clone().filter(|_| place.is_none()),
        save_url: of_vacancies("/zoekopdracht"),
        feed_url: of_vacancies("/vacatures.atom"),
        calendar_url: of_vacancies("/vacatures.ics"),
        filling: !ctx.app.search.may_serve(),
        fragment: ctx.request.wants_fragment,
    }
}
