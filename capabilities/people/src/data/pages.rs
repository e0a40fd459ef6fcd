//! The pages of one's own data.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use kernel::{FieldErrors, Fields, PersonId, Problem, form::FormState};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    actions,
    readable::{self, Row, Shown},
    views,
};
use crate::{desk, policy};

/// What one can do with one's own data.
#[derive(Debug, Serialize)]
pub(crate) struct DataPage {
    /// What is kept, by the names of its parts.
    pub parts: Vec<String>,
}

impl Page for DataPage {
    const TEMPLATE: &'static str = "people/data.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "people-mine-crumb")]
    }
}

/// A copy to read: a file of its own that needs nothing of this site.
#[derive(Debug, Serialize)]
pub(crate) struct CopyFile {
    pub name: String,
    pub parts: Vec<Row>,
}

impl Page for CopyFile {
    const TEMPLATE: &'static str = "people/copy_file.html";
}

/// The same to print, for somebody at the desk.
#[derive(Debug, Serialize)]
pub(crate) struct CopySheet {
    /// Where the page of this person is.
    pub back: String,
    pub name: String,
    pub parts: Vec<Row>,
}

impl Page for CopySheet {
    const TEMPLATE: &'static str = "people/copy_sheet.html";
}

/// Whether one is sure.
#[derive(Debug, Serialize)]
pub(crate) struct ErasePage {
    pub form: Form,
}

impl Page for ErasePage {
    const TEMPLATE: &'static str = "people/erase.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "people-mine-crumb"), Crumb::key("/mijn/gegevens", "people-data-title")]
    }
}

/// `GET /mijn/gegevens`
pub(crate) async fn show(ctx: Ctx) -> Answer {
    policy::change_own(&ctx.actor).require()?;
    let parts = ctx.app.plans.iter().flat_map(|plan| plan.person_data.iter());
    Ok(ctx.page(&DataPage { parts: parts.map(|part| ctx.t(part.label)).collect() })?)
}

/// `GET /mijn/gegevens/download`
pub(crate) async fn download(ctx: Ctx) -> Answer {
    let person = policy::change_own(&ctx.actor).require()?.actor().require_person()?;
    let mut conn = ctx.read().await?;
    let copy = views::whole(&mut conn, &ctx, person).await?;
    let text = serde_json::to_string_pretty(&copy).map_err(Problem::from)?;
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"mijn-gegevens.json\""),
    ];
    let response: Response = (headers, text).into_response();
    Ok(response)
}

/// The parts of a copy, to read.
async fn parts(ctx: &Ctx, person: PersonId) -> kernel::Result<Vec<Row>> {
    let mut conn = ctx.read().await?;
    let copy = views::whole(&mut conn, ctx, person).await?;
    Ok(match readable::shown(ctx, &copy) {
        Some(Shown::Rows(rows)) => rows,
        _ => Vec::new(),
    })
}

/// `GET /mijn/gegevens/kopie`: a file that opens in any browser.
pub(crate) async fn copy(ctx: Ctx) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    let person = permit.actor().person().ok_or(Problem::SignInFirst)?;
    let page = CopyFile { name: person.name.clone(), parts: parts(&ctx, person.id).await? };
    let mut response = ctx.page(&page)?;
    let name = HeaderValue::from_static("attachment; filename=\"mijn-gegevens.html\"");
    response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

/// `GET /balie/personen/{person}/gegevens`: for somebody without e-mail, who takes it home on paper; the look is in the
/// audit log.
pub(crate) async fn copy_at_desk(ctx: Ctx, Path(person): Path<PersonId>) -> Answer {
    let name = desk::pages::for_copy(&ctx, person).await?;
    let theirs = ctx.in_language(name.1.unwrap_or(ctx.lang));
    let back = format!("/balie/personen/{person}");
    Ok(theirs.page(&CopySheet { back, name: name.0, parts: parts(&theirs, person).await? })?)
}

/// `GET /mijn/gegevens/wissen`
pub(crate) async fn ask_erase(ctx: Ctx) -> Answer {
    policy::change_own(&ctx.actor).require()?;
    Ok(ctx.page(&ErasePage { form: Form::default() })?)
}

/// What is wrong with a form that asks to erase: nobody erases by accident.
fn unsure(fields: &Fields) -> Option<FieldErrors> {
    (fields.get("sure") != Some("ja")).then(|| FieldErrors::one("sure", "people-error-sure"))
}

/// `POST /mijn/gegevens/wissen`
pub(crate) async fn erase(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    let person = permit.actor().require_person()?;
    if let Some(errors) = unsure(&fields) {
        return Ok(ctx.page_with_errors(&ErasePage { form: ctx.form(&FormState::with_errors(&fields, errors)) })?);
    }
    actions::erase(&ctx, &permit, person, "asked").await?;
    Ok(ctx.see_other_with("/", "notice-erased"))
}

/// `POST /balie/personen/{person}/wissen`: for somebody at the desk who asks for it.
pub(crate) async fn erase_at_desk(ctx: Ctx, Path(person): Path<PersonId>, FormBody(fields): FormBody) -> Answer {
    let permit = desk::pages::may_assist(&ctx, person).await?;
    if let Some(errors) = unsure(&fields) {
        return Err(Problem::Invalid(errors).into());
    }
    actions::erase(&ctx, &permit, person, "asked_at_desk").await?;
    Ok(ctx.see_other_with("/balie/personen", "notice-person-erased"))
}
