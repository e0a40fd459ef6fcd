//! Asking for the PDF of a poster, and opening it.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use kernel::Result;
use platform::{
    Ctx,
    given_up::has_failed,
    http::{Answer, Path},
};

use super::{
    super::{
        pages::{VacancyPage, compose, public},
        policy,
    },
    Sheet, actions,
    jobs::MakePoster,
    views::file_name,
};
use facets::model::VacancyId;

/// The PDF of this page's vacancy, when it has been made since the vacancy changed.
pub(crate) async fn made(ctx: &Ctx, page: &VacancyPage, id: VacancyId) -> Result<Option<Vec<u8>>> {
    let digest = Sheet::of(ctx, page).digest()?;
    ctx.app.files.get_made(ctx.town(), &file_name(id, ctx.lang), digest).await
}

/// How it stands with a poster that was asked for: it is being made, or could not be.
pub(crate) async fn asked(ctx: &Ctx, id: VacancyId) -> Result<&'static str> {
    let mut conn = ctx.read().await?;
    let mine = |poster: &MakePoster| poster.vacancy == id && poster.lang == ctx.lang;
    Ok(if has_failed(&mut conn, ctx, mine).await? { "failed" } else { "asked" })
}

/// `GET /vacatures/{vacancy}/poster.pdf`: the PDF, or the way to where it is asked for.
pub(crate) async fn open(ctx: Ctx, Path(id): Path<VacancyId>) -> Answer {
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    let page = compose(&ctx, &mut conn, &vacancy, None).await?;
    drop(conn);
    match made(&ctx, &page, id).await? {
        Some(bytes) => Ok(pdf(&format!("{}.pdf", kernel::text::slug(&vacancy.title)), bytes)),
        None => Ok(ctx.see_other(&format!("/vacatures/{id}/poster"))),
    }
}

/// `POST /vacatures/{vacancy}/poster.pdf`
pub(crate) async fn ask(ctx: Ctx, Path(id): Path<VacancyId>) -> Answer {
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    drop(conn);
    let permit = policy::print(&ctx.actor, &vacancy).require()?;
    ctx.limit_address("poster")?;
    actions::ask(&ctx, &permit, id).await?;
    Ok(ctx.see_other(&format!("/vacatures/{id}/poster?pdf=gevraagd")))
}

fn pdf(name: &str, bytes: Vec<u8>) -> Response {
    let mut response = ([(header::CONTENT_TYPE, "application/pdf")], bytes).into_response();
    if let Ok(value) = HeaderValue::from_str(&format!("inline; filename=\"{name}\"")) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
    response
}
