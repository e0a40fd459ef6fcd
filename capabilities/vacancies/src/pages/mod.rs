//! What everybody sees of a vacancy: its page, its calendar file, its poster with a QR code.

mod respond;
mod workplace;
mod writing;

pub(crate) use respond::*;
pub(crate) use workplace::*;
pub(crate) use writing::*;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Problem, Result};
use platform::{
    Conn, Ctx,
    http::{Answer, Path, Query},
    plan,
    templates::{Crumb, Page},
};
use serde::Serialize;

use super::{
    calendar, json_ld,
    model::{State, Vacancy},
    neighbours::{self, OrganisationLine},
    policy,
    views::{self, VacancyView},
};
use conversations::AnswerFigures;
use facets::model::VacancyId;
use places::MapView;

/// What a vacancy is called where others do something at its page.
const SUBJECT: &str = "vacancy";

/// The page of a vacancy.
#[derive(Debug, Serialize)]
pub struct VacancyPage {
    /// The vacancy in words.
    pub vacancy: VacancyView,
    pub organisation: OrganisationLine,
    /// Whether somebody may respond today.
    pub takes_responses: bool,
    /// How fast this organisation answers, when that is known.
    pub figures: Option<AnswerFigures>,
    /// Name of the wijk.
    pub wijk: Option<String>,
    /// Kilometres from where the reader is, when they said so.
    pub distance_km: Option<f64>,
    /// The town's map with the wijk on it.
    pub map: Option<MapView>,
    /// Full address of this page.
    pub address: String,
    /// schema.org data, for a page that search engines may keep.
    pub structured: Option<serde_json::Value>,
    /// Address of the workplace, for who may change the vacancy.
    pub workplace: Option<String>,
    /// Whether the reader keeps it to look at later.
    pub kept: bool,
    /// Whether this is the look of a vacancy that is not public.
    pub preview: bool,
}

impl Page for VacancyPage {
    const TEMPLATE: &'static str = "vacancies/show.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/vacatures", "vacancy-crumb")]
    }
}

/// What became of a vacancy that was public once.
#[derive(Debug, Serialize)]
pub(crate) struct GonePage {
    /// What it was called; absent when it was taken down.
    pub title: Option<String>,
    /// Whose it was.
    pub organisation: Option<OrganisationLine>,
    /// Slug of its first theme, for others like it.
    pub theme: Option<String>,
    /// Whether the municipality took it down.
    pub taken_down: bool,
    /// Whether the municipality looks at a change of it.
    pub waits: bool,
}

impl Page for GonePage {
    const TEMPLATE: &'static str = "vacancies/gone.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/vacatures", "vacancy-crumb")]
    }
}

/// A vacancy on paper.
#[derive(Debug, Serialize)]
pub(crate) struct PosterPage {
    /// The vacancy in words.
    pub vacancy: VacancyView,
    pub organisation: OrganisationLine,
    /// Name of the wijk.
    pub wijk: Option<String>,
    /// Full address of its page, as people type it.
    pub address: String,
    /// The PDF: `ready`, `asked` or `none`.
    pub pdf: &'static str,
}

impl Page for PosterPage {
    const TEMPLATE: &'static str = "vacancies/poster.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/vacatures", "vacancy-crumb"), Crumb::named(&self.vacancy.href, &self.vacancy.title)]
    }
}

/// `GET /vacatures/{vacancy}`
pub(crate) async fn show(ctx: Ctx, Path(id): Path<VacancyId>, Query(query): Query) -> Answer {
    let mut conn = ctx.read().await?;
    let vacancy = super::find(&mut conn, &ctx, id).await?.ok_or(Problem::NotFound)?;
    if !vacancy.is_public() {
        return not_public(&ctx, &mut conn, vacancy).await;
    }
    let mut page = compose(&ctx, &mut conn, &vacancy, query.get("near")).await?;
    plan::saw(&ctx, SUBJECT, vacancy.id.0, vacancy.organisation);
    page.structured = (vacancy.state == State::Live)
        .then(|| json_ld::job_posting(&ctx, &vacancy, &page.organisation, page.wijk.as_deref()));
    Ok(ctx.page(&page)?)
}

/// The page as it is, or as it would be.
///
/// # Errors
/// When the database cannot be read, or the organisation is not there.
pub(crate) async fn compose(ctx: &Ctx, conn: &mut Conn, vacancy: &Vacancy, near: Option<&str>) -> Result<VacancyPage> {
    let organisation = neighbours::organisation(conn, ctx, vacancy.organisation).await?.ok_or(Problem::NotFound)?;
    let place = neighbours::place(conn, ctx, vacancy, near).await?;
    let workplace = policy::write(&ctx.actor, vacancy.organisation)
        .is_allowed()
        .then(|| format!("/organisatie/{}/vacatures/{}", vacancy.organisation, vacancy.id));
    Ok(VacancyPage {
        takes_responses: vacancy.takes_responses(ctx.today()),
        figures: neighbours::figures(conn, ctx, vacancy.organisation).await?,
        wijk: place.wijk,
        distance_km: place.distance_km,
        map: place.map,
        address: ctx.url(&format!("/vacatures/{}", vacancy.id)),
        structured: None,
        workplace,
        kept: plan::is_kept(conn, ctx, SUBJECT, vacancy.id.0).await?,
        preview: !vacancy.is_public(),
        vacancy: views::view(ctx, vacancy),
        organisation,
    })
}

/// Its own people and the municipality go to where they work on it; others hear what became of it, if it was public.
async fn not_public(ctx: &Ctx, conn: &mut Conn, vacancy: Vacancy) -> Answer {
    if ctx.actor.speaks_for(vacancy.organisation) {
        return Ok(ctx.see_other(&format!("/organisatie/{}/vacatures/{}", vacancy.organisation, vacancy.id)));
    }
    if policy::see_unpublished(&ctx.actor, &vacancy).is_allowed() {
        return Ok(ctx.see_other(&format!("/beheer/vacatures/{}", vacancy.id)));
    }
    if !vacancy.is_gone() {
        return Err(Problem::NotFound.into());
    }
    let shown = vacancy.state == State::Closed;
    let organisation = neighbours::organisation(conn, ctx, vacancy.organisation).await?.filter(|_| shown);
    let theme = vacancy.facets.themes.first().cloned();
    let (taken_down, waits) = (vacancy.state == State::TakenDown, vacancy.state == State::Waiting);
    let page = GonePage { title: Some(vacancy.title).filter(|_| shown), organisation, theme, taken_down, waits };
    Ok(ctx.any_page(StatusCode::GONE, &page)?)
}

/// A public vacancy, for what hangs below its page.
pub(super) async fn public(ctx: &Ctx, conn: &mut Conn, id: VacancyId) -> Result<Vacancy> {
    let vacancy = super::find(conn, ctx, id).await?.ok_or(Problem::NotFound)?;
    if vacancy.is_public() {
        Ok(vacancy)
    } else if vacancy.is_gone() {
        Err(Problem::Gone("vacancy-gone-closed"))
    } else {
        Err(Problem::NotFound)
    }
}

/// `GET /vacatures/{vacancy}/poster`
pub(crate) async fn poster(ctx: Ctx, Path(id): Path<VacancyId>, Query(query): Query) -> Answer {
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    let page = compose(&ctx, &mut conn, &vacancy, None).await?;
    drop(conn);
    let pdf = match super::poster::pages::made(&ctx, &page, id).await? {
        Some(_) => "ready",
        None if query.get("pdf").is_some() => super::poster::pages::asked(&ctx, id).await?,
        None => "none",
    };
    let address = page.address.split("://").last().unwrap_or_default().to_owned();
    let poster = PosterPage { vacancy: page.vacancy, organisation: page.organisation, wijk: page.wijk, address, pdf };
    Ok(ctx.page(&poster)?)
}

/// `GET /vacatures/{vacancy}/qr.svg`: the full address of the page as a QR code.
pub(crate) async fn qr(ctx: Ctx, Path(id): Path<VacancyId>) -> Answer {
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    let address = ctx.url(&format!("/vacatures/{}", vacancy.id));
    Ok(file("image/svg+xml", None, super::poster::qr_code(&address)?))
}

/// `GET /vacatures/{vacancy}/agenda.ics`
pub(crate) async fn agenda(ctx: Ctx, Path(id): Path<VacancyId>) -> Answer {
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    let organisation =
        neighbours::organisation(&mut conn, &ctx, vacancy.organisation).await?.ok_or(Problem::NotFound)?;
    let entry = calendar::entry(&ctx.municipality, &vacancy, &organisation.name).ok_or(Problem::NotFound)?;
    let text = calendar::file(&ctx.municipality, None, vec![entry]);
    let name = format!("{}.ics", kernel::text::slug(&vacancy.title));
    Ok(file("text/calendar; charset=utf-8", Some(&name), text))
}

fn file(kind: &'static str, name: Option<&str>, content: String) -> Response {
    let mut response = ([(header::CONTENT_TYPE, kind)], content).into_response();
    let disposition = name.map(|name| format!("attachment; filename=\"{name}\""));
    if let Some(Ok(value)) = disposition.as_deref().map(HeaderValue::from_str) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
