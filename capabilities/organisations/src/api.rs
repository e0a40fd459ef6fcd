//! Organisations as programs see them: those that take part, with what they tell everybody. Never anything of their contacts.

use kernel::{
    FieldErrors, Fields, Instant, Lang, OrganisationId, PageRequest, Problem, form::FormReader, paging::MAX_PER_PAGE,
    text::Codes,
};
use platform::{
    Ctx, api,
    http::{Answer, Path, Query},
};
use serde::Serialize;
use utoipa::{IntoParams, OpenApi, ToSchema};

use super::{
    model::{Organisation, Search},
    policy, sectors, views,
};
use places::TownPlaces;

/// Longest question, in characters.
const LONGEST_QUESTION: usize = 200;

/// What this part adds to the API's description.
#[derive(OpenApi)]
#[openapi(
    paths(list, detail),
    components(schemas(api::ProblemDetails)),
    tags((name = "organisations", description = "Organisations that take part."))
)]
pub(crate) struct Description;

/// What can be asked of the list. Nothing is required.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "describes the parameters; they are read one by one, so that every error is told at once")]
struct ListQuery {
    /// Words in name, description or sectors; all of them count, at most three.
    #[param(example = "tuin", max_length = 200)]
    q: Option<String>,
    /// Code of an ICNPO group or subgroup; a group stands for all of its parts.
    #[param(example = 5)]
    sector: Option<u32>,
    /// Code of a wijk in which it works; organisations for the whole town count for every wijk.
    #[param(example = "WK063706")]
    wijk: Option<String>,
    /// Which page, from 1.
    #[param(minimum = 1, example = 1)]
    page: Option<u32>,
    /// Items on a page; 20 when left out. Also read as `per_page`.
    #[param(minimum = 1, maximum = 100, example = 20)]
    #[param(rename = "perPage")]
    per_page: Option<u32>,
}

/// A sector of the International Classification of Nonprofit Organizations.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SectorItem {
    /// ICNPO code: one or two digits for a group, more for a part of one.
    pub code: u32,
    /// Its name in the language asked (`Accept-Language`).
    pub label: String,
}

/// A wijk.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct WijkItem {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// An organisation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrganisationItem {
    /// Its id.
    pub id: uuid::Uuid,
    /// Its id in the system it was imported from.
    pub external_id: Option<String>,
    /// Its name.
    #[schema(example = "Buurttuin De Proef")]
    pub name: String,
    /// `registered` or `informal`.
    #[schema(example = "registered")]
    pub kind: String,
    /// How many volunteers: `up_to_9`, `up_to_24`, `up_to_99`, `from_100` or `unknown`.
    #[schema(example = "up_to_24")]
    pub size: String,
    /// What it is active in; the first is the main one.
    pub sectors: Vec<SectorItem>,
    /// Where it works; empty for the whole town.
    pub wijken: Vec<WijkItem>,
    /// What it does, plain text.
    pub description: String,
    /// Its site.
    pub website: Option<String>,
    /// E-mail address for everybody.
    pub email: Option<String>,
    /// Telephone number for everybody.
    pub phone: Option<String>,
    /// When anything of this changed last.
    #[schema(format = DateTime)]
    pub changed_at: String,
    /// Address of its page.
    pub url: String,
}

/// A page of the list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrganisationList {
    /// The organisations of this page.
    pub items: Vec<OrganisationItem>,
    /// How many there are in all.
    pub total: u64,
    /// Which page this is, from 1.
    pub page: u32,
    /// Items on a full page.
    pub per_page: u32,
}

fn item(ctx: &Ctx, town: &TownPlaces, lang: Lang, organisation: Organisation) -> OrganisationItem {
    let url = ctx.url(&format!("/organisaties/{}", organisation.id));
    let details = organisation.details;
    let sector = |code: &u32| SectorItem { code: *code, label: sectors::label(*code, lang).to_owned() };
    let wijk = |code: &String| WijkItem { code: code.clone(), name: town.name_of(code).to_owned() };
    OrganisationItem {
        id: organisation.id.0,
        external_id: organisation.external_id,
        kind: details.kind.code().to_owned(),
        size: details.size.code().to_owned(),
        sectors: details.sectors.iter().map(sector).collect(),
        wijken: details.areas.iter().map(wijk).collect(),
        name: details.name,
        description: details.description,
        website: details.website,
        email: details.email,
        phone: details.phone,
        changed_at: Instant::rfc3339(organisation.changed_at),
        url,
    }
}

/// Organisations that take part, by name.
#[utoipa::path(
    get, path = "/organisations", operation_id = "listOrganisations", tag = "organisations", params(ListQuery),
    responses((status = 200, description = "A page of the list, by name.", body = OrganisationList))
)]
pub(crate) async fn list(ctx: Ctx, Query(fields): Query) -> Answer {
    let town = places::cached_alone(&ctx).await?;
    let (search, page) = parse(&fields, &town)?;
    let mut conn = ctx.read().await?;
    let found = views::found(&mut conn, &ctx, &search, page).await?;
    drop(conn);
    let total = found.total;
    let items = found.items.into_iter().map(|organisation| item(&ctx, &town, ctx.lang, organisation)).collect();
    let list = OrganisationList { items, total, page: page.number, per_page: page.per_page };
    api::page_answer(&ctx, &list, page, total)
}

/// An organisation. One that does not take part does not exist here.
#[utoipa::path(
    get, path = "/organisations/{organisation}", operation_id = "getOrganisation", tag = "organisations",
    params(("organisation" = uuid::Uuid, Path, description = "Id of the organisation.")),
    responses(
        (status = 200, description = "The organisation.", body = OrganisationItem),
        (status = 404, description = "There is no such organisation, or it does not take part.")
    )
)]
pub(crate) async fn detail(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let id: OrganisationId = id.parse().map_err(|_| FieldErrors::one("organisation", "organisations-api-id"))?;
    let town = places::cached_alone(&ctx).await?;
    let mut conn = ctx.read().await?;
    let organisation = super::organisation(&mut conn, ctx.town(), id).await?.ok_or(Problem::NotFound)?;
    policy::read(&ctx.actor, id, organisation.state).require()?;
    api::json_answer(&item(&ctx, &town, ctx.lang, organisation))
}

/// Reads the parameters; unlike an address in a browser, what a program sends wrong is told.
fn parse(fields: &Fields, town: &TownPlaces) -> Result<(Search, PageRequest), FieldErrors> {
    let per_page = if fields.get("perPage").is_some() { "perPage" } else { "per_page" };
    let mut form = FormReader::new(fields);
    let words = form.optional_text("q", LONGEST_QUESTION).unwrap_or_default();
    let sector = form.optional_choice("sector", sectors::parse);
    let wijk = form.optional_choice("wijk", |code| town.wijk(code).map(|wijk| wijk.code.clone()));
    let number = form.optional_int("page", 1, 100_000);
    let length = form.optional_int(per_page, 1, i64::from(MAX_PER_PAGE));
    let small = |number: Option<i64>| number.and_then(|number| u32::try_from(number).ok());
    let page = PageRequest::new(small(number), small(length));
    form.finish((Search::new(&words, sector, wijk), page))
}
