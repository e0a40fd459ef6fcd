//! Registering somebody after the desk responded for them: what they said already stands in the form.

use kernel::{FieldErrors, Fields, Problem};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path},
};

use super::super::{
    actions,
    model::{Response, ResponseId},
    policy, store,
};
use people::desk;

async fn find(ctx: &Ctx, id: ResponseId) -> kernel::Result<Response> {
    let found = store::FIND.optional(&mut ctx.read().await?, (ctx.town(), id)).await?;
    let response = found.ok_or(Problem::NotFound)?;
    if response.enrollable() { Ok(response) } else { Err(Problem::Conflict("response-error-enrolled")) }
}

fn page(ctx: &Ctx, id: ResponseId, fields: &Fields, errors: FieldErrors) -> desk::RegisterPage {
    desk::RegisterPage {
        action: format!("/balie/reacties/{id}/inschrijven"),
        cancel: format!("/balie/reacties/{id}"),
        ..desk::register_page(ctx, desk::Place::desk(), fields, errors)
    }
}

/// `GET /balie/reacties/{response}/inschrijven`
pub(crate) async fn form(ctx: Ctx, Path(id): Path<ResponseId>) -> Answer {
    policy::mediate(&ctx.actor).require()?;
    let response = find(&ctx, id).await?;
    let known = Fields::default()
        .with("name", response.name)
        .with("phone", response.phone.unwrap_or_default())
        .with("purposes", "respond");
    Ok(ctx.page(&page(&ctx, id, &known, FieldErrors::default()))?)
}

/// `POST /balie/reacties/{response}/inschrijven`
pub(crate) async fn enrol(ctx: Ctx, Path(id): Path<ResponseId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    find(&ctx, id).await?;
    match desk::read_registration(&fields, ctx.today()) {
        Ok(register) => {
            let person = actions::enrol(&ctx, &permit, id, register).await?;
            Ok(ctx.see_other_with(&format!("/balie/personen/{person}"), "notice-person-registered"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&page(&ctx, id, &fields, errors))?),
    }
}
