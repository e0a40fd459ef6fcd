//! The API's side of the listing: the same question, the same order and the same reasons as the pages.

use kernel::{
    Fields, Instant, PageRequest, Problem,
    form::{FieldErrors, FormReader},
    paging::MAX_PER_PAGE,
    text::Codes,
};
use platform::{
    Ctx, api,
    http::{Answer, Path, Query},
    search::Hit,
    searching::{
        Card,
        filters::{self, Chosen, parameters},
    },
};
use serde::Serialize;
use utoipa::{
    IntoParams, OpenApi, ToSchema,
    openapi::path::{Parameter, ParameterIn},
};

use super::{
    filters::FILTERS,
    model::{Filters, LONGEST_QUESTION, Scope, Sort, WIDEST_RADIUS_KM},
    views::{self, Ask},
};
use facets::model::{Facets, Kind, VacancyId};
use vacancies::model::Vacancy;

/// What this part adds to the API's description.
#[derive(OpenApi)]
#[openapi(
    paths(list, detail),
    components(schemas(api::ProblemDetails)),
    tags((name = "vacancies", description = "Volunteer work, and what else is on offer or asked for."))
)]
pub(crate) struct Description;

/// What can be asked of the list. Nothing is required.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "describes the parameters; they are read one by one, so that every error is told at once")]
struct ListQuery {
    /// Words, in Dutch or English; compounds, inflected forms, synonyms and small typing errors are understood.
    #[param(example = "ouderenbezoek", max_length = 200)]
    q: Option<String>,
    /// Around where: a postcode (`2711` or `2711 AB`), the name or code of a wijk, or `latitude,longitude`. A wijk without
    /// `radiusKm` means that wijk alone.
    #[param(example = "2711")]
    near: Option<String>,
    /// At most so far from `near`, in kilometres. What can be done from home passes. Also read as `radius_km`.
    #[param(example = 5.0, maximum = 100)]
    #[param(rename = "radiusKm")]
    radius_km: Option<f64>,
    /// Which of the three kinds.
    #[param(inline)]
    kind: Option<ApiKind>,
    /// What comes first.
    #[param(inline)]
    sort: Option<ApiSort>,
    /// Which page, from 1.
    #[param(minimum = 1, example = 1)]
    page: Option<u32>,
    /// Items on a page; 20 when left out. Also read as `per_page`.
    #[param(minimum = 1, maximum = 100, example = 20)]
    #[param(rename = "perPage")]
    per_page: Option<u32>,
}

/// The three kinds.
#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
#[allow(dead_code, reason = "describes the values; the codes are those of the model")]
enum ApiKind {
    Vacancy,
    Offer,
    HelpRequest,
}

/// The filters, as the table has them.
struct FilterParams;

impl IntoParams for FilterParams {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        parameters(FILTERS)
    }
}

/// Orders.
#[derive(ToSchema)]
#[schema(rename_all = "lowercase")]
#[allow(dead_code, reason = "describes the values; the codes are those of the model")]
enum ApiSort {
    Best,
    Dichtbij,
    Nieuw,
}

/// One thing in the list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Item {
    /// Its id.
    pub id: uuid::Uuid,
    /// Its id in the organisation's own system.
    pub external_id: Option<String>,
    /// Which of the three kinds.
    #[schema(example = "vacancy")]
    pub kind: String,
    /// What one does.
    #[schema(example = "Samen tuinieren op dinsdag")]
    pub title: String,
    /// One line about it.
    pub summary: String,
    /// Name of the organisation; empty for offers and help requests.
    pub organisation: String,
    /// Id of the organisation.
    pub organisation_id: Option<uuid::Uuid>,
    /// Name of the wijk.
    pub wijk: Option<String>,
    /// Slugs of themes.
    pub themes: Vec<String>,
    /// From `near`, as the crow flies, in kilometres.
    pub distance_km: Option<f64>,
    /// How well it fits, 0 to 1; comparable within one answer.
    pub score: f32,
    /// Why it is here, in sentences in the language asked (`Accept-Language`).
    pub reasons: Vec<String>,
    /// When it was published.
    #[schema(format = DateTime)]
    pub published_at: String,
    /// Address of its page.
    pub url: String,
}

/// A page of the list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ItemList {
    /// The items of this page.
    pub items: Vec<Item>,
    /// How many there are in all.
    pub total: u64,
    /// Which page this is, from 1.
    pub page: u32,
    /// Items on a full page.
    pub per_page: u32,
}

/// A vacancy in full.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct VacancyDetail {
    /// Its id.
    pub id: uuid::Uuid,
    /// Its id in the organisation's own system.
    pub external_id: Option<String>,
    /// What one does.
    pub title: String,
    /// One line about it.
    pub summary: String,
    /// The whole story, plain text.
    pub description: String,
    /// Name of the organisation.
    pub organisation: String,
    /// Id of the organisation.
    pub organisation_id: uuid::Uuid,
    /// Name of the wijk.
    pub wijk: Option<String>,
    /// Where it stands: `live`, `paused` or `filled`.
    #[schema(example = "live")]
    pub state: String,
    /// How many people are wanted in all.
    pub people_wanted: u32,
    /// How many have started.
    pub people_found: u32,
    /// When, where, what is asked and offered, for whom it suits: as the forms of the site know them.
    #[schema(value_type = Object)]
    pub facets: Facets,
    /// When it was published.
    #[schema(format = DateTime)]
    pub published_at: Option<String>,
    /// Last day on which it is shown.
    #[schema(format = Date)]
    pub closes_on: Option<String>,
    /// Address of its page.
    pub url: String,
}

/// Volunteer work (or offers, or help requests) by words, place and other conditions.
#[utoipa::path(
    get, path = "/vacancies", operation_id = "listVacancies", tag = "vacancies", params(ListQuery, FilterParams),
    responses(
        (status = 200, description = "A page of the list, the best first.", body = ItemList),
        (status = 503, description = "The list is being made ready; `Retry-After` says when to try again.")
    )
)]
pub(crate) async fn list(ctx: Ctx, Query(fields): Query) -> Answer {
    let asked = parse(&fields)?;
    // Nothing found would be a lie as long as the index is being filled.
    if !ctx.app.search.may_serve() {
        return Err(Problem::Unavailable(RETRY_SECONDS).into());
    }
    let found = views::find(&ctx, asked.scope, &asked.filters, Ask::page(asked.page.per_page)).await?;
    if asked.filters.near.is_some() && found.place.is_none() {
        return Err(FieldErrors::one("near", "listing-api-near-unknown").into());
    }
    let item = |hit: &Hit| {
        let card = Card::from_bytes(&hit.card)?;
        kernel::Result::Ok(Item {
            id: hit.id,
            reasons: views::reasons(&ctx, &asked.filters, hit, &card.themes, found.place.as_ref()),
            external_id: card.external_id,
            kind: hit.kind.to_string(),
            title: card.title,
            summary: card.text,
            organisation: card.kicker,
            organisation_id: card.organisation,
            wijk: card.place,
            themes: card.themes,
            distance_km: hit.distance_km.map(|km| (km * 100.0).round() / 100.0),
            score: hit.score,
            published_at: Instant::from_millis(card.published_at).rfc3339(),
            url: ctx.url(&card.href),
        })
    };
    let items = found.results.hits.iter().map(item).collect::<kernel::Result<Vec<_>>>()?;
    let total = found.results.total;
    let list = ItemList { items, total, page: asked.page.number, per_page: asked.page.per_page };
    api::page_answer(&ctx, &list, asked.page, total)
}

/// A vacancy in full. One that is not public does not exist here.
#[utoipa::path(
    get, path = "/vacancies/{vacancy}", operation_id = "getVacancy", tag = "vacancies",
    params(("vacancy" = uuid::Uuid, Path, description = "Id of the vacancy.")),
    responses(
        (status = 200, description = "The vacancy.", body = VacancyDetail),
        (status = 404, description = "There is no such vacancy, or it is not public.")
    )
)]
pub(crate) async fn detail(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id: VacancyId = id.parse().map_err(|_| FieldErrors::one("vacancy", "listing-api-id"))?;
    let mut conn = ctx.read().await?;
    let vacancy = vacancies::find(&mut conn, &ctx, id).await?.filter(Vacancy::is_public);
    let vacancy = vacancy.ok_or(kernel::Problem::NotFound)?;
    let mut names = super::neighbours::names(&mut conn, &ctx, std::iter::once(vacancy.organisation)).await?;
    let places = places::cached(&mut conn, &ctx).await?;
    drop(conn);
    api::json_answer(&VacancyDetail {
        id: vacancy.id.0,
        external_id: vacancy.external_id,
        title: vacancy.title,
        summary: vacancy.summary,
        description: vacancy.description,
        organisation: names.remove(&vacancy.organisation).unwrap_or_default(),
        organisation_id: vacancy.organisation.0,
        wijk: vacancy.facets.place.wijk.as_deref().map(|code| places.name_of(code).to_owned()),
        state: vacancy.state.to_string(),
        people_wanted: vacancy.people_wanted,
        people_found: vacancy.people_found,
        facets: vacancy.facets,
        published_at: vacancy.published_at.map(Instant::rfc3339),
        closes_on: vacancy.closes_on.map(|day| day.to_string()),
        url: ctx.url(&format!("/vacatures/{id}")),
    })
}

/// After so many seconds a program may try again while the index is being filled.
const RETRY_SECONDS: u32 = 5;

/// The values a parameter may have, for who sent another.
fn allowed(parameter: &str) -> Option<String> {
    fn codes<T: Codes>() -> String {
        T::ALL.iter().map(|value| value.code()).collect::<Vec<_>>().join(", ")
    }
    match parameter {
        "sort" => Some(codes::<Sort>()),
        "kind" => Some(codes::<Kind>()),
        filter => filters::allowed(FILTERS, filter),
    }
}

/// The same errors, with what is allowed where something else was chosen.
fn with_allowed(mut errors: FieldErrors) -> FieldErrors {
    for error in errors.0.iter_mut().filter(|error| error.key == "common-error-choose") {
        if let Some(values) = allowed(&error.field) {
            (error.key, error.args) = ("listing-api-choose".into(), vec![("values", values)]);
        }
    }
    errors
}

/// What a program asks.
struct Asked {
    scope: Scope,
    filters: Filters,
    page: PageRequest,
}

/// Reads the parameters; unlike an address in a browser, what a program sends wrong is told. Both `radiusKm` and
/// `radius_km`, `perPage` and `per_page` are understood.
fn parse(fields: &Fields) -> Result<Asked, FieldErrors> {
    let either = |camel: &'static str, snake: &'static str| if fields.get(camel).is_some() { camel } else { snake };
    let (radius, per_page) = (either("radiusKm", "radius_km"), either("perPage", "per_page"));
    let mut form = FormReader::new(fields);
    let q = form.optional_text("q", LONGEST_QUESTION).unwrap_or_default();
    let near = form.optional_text("near", 60);
    let radius_km = form.optional_number(radius, 0.1, WIDEST_RADIUS_KM);
    if radius_km.is_some() && near.is_none() {
        form.refuse(radius, "listing-api-radius-alone");
    }
    let chosen = Chosen::ask(FILTERS, &mut form);
    let sort = form.choices("sort", Sort::parse).pop().unwrap_or(Sort::Best);
    let kind = form.choices("kind", Kind::parse).pop().unwrap_or(Kind::Vacancy);
    let number = form.optional_int("page", 1, 1_000_000);
    let length = form.optional_int(per_page, 1, i64::from(MAX_PER_PAGE));
    let small = |number: Option<i64>| number.and_then(|number| u32::try_from(number).ok());
    let page = PageRequest::new(small(number), small(length));
    let scope = match kind {
        Kind::Vacancy => Scope::Vacancies,
        Kind::Offer => Scope::Offers,
        Kind::HelpRequest => Scope::HelpRequests,
    };
    let filters = Filters { q, near, radius_km, chosen, sort, page: page.number, ..Filters::default() };
    form.finish(Asked { scope, filters, page }).map_err(with_allowed)
}
