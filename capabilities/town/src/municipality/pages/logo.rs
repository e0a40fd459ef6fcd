//! The town's logo: uploading it, taking it away, showing it.

use axum::{
    http::{StatusCode, header},
    response::IntoResponse,
};
use kernel::{FieldErrors, Problem, form::FormState, setting::LOGO};
use platform::{
    Ctx,
    http::{Answer, Query, Upload},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::super::{
    actions,
    logo::{self, MOST_BYTES},
    policy,
};

/// Where the logo is changed.
#[derive(Debug, Serialize)]
pub(crate) struct LogoPage {
    pub form: Form,
    /// Address of the logo there is.
    pub logo: Option<String>,
    /// Largest upload, in MB.
    pub megabytes: usize,
}

impl Page for LogoPage {
    const TEMPLATE: &'static str = "town/municipality/logo.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "places-crumb-manage"), Crumb::key("/beheer/instellingen", "places-settings")]
    }
}

fn page(ctx: &Ctx, form: Form) -> LogoPage {
    LogoPage { form, logo: ctx.site().logo, megabytes: MOST_BYTES / 1024 / 1024 }
}

/// `GET /beheer/instellingen/logo`
pub(crate) async fn show(ctx: Ctx) -> Answer {
    policy::decide_settings(&ctx.actor).require()?;
    Ok(ctx.page(&page(&ctx, Form::default()))?)
}

/// `POST /beheer/instellingen/logo`: a new one, or none; after an error the one there was stays.
pub(crate) async fn change(ctx: Ctx, upload: Upload) -> Answer {
    let permit = policy::decide_settings(&ctx.actor).require()?;
    let upload = upload.receive(&ctx, &permit).await?;
    if upload.fields.get("remove").is_some() {
        actions::set_logo(&ctx, &permit, None).await?;
        return Ok(ctx.see_other_with("/beheer/instellingen/logo", "notice-logo-removed"));
    }
    let made = match upload.file {
        Some(file) => match file.content(MOST_BYTES).await? {
            // Drawing takes a core for a moment; the others go on meanwhile.
            Some(bytes) => tokio::task::spawn_blocking(move || logo::prepare(&bytes)).await.map_err(Problem::fault)?,
            None => Err("places-logo-error-size"),
        },
        None => Err("places-logo-error-none"),
    };
    match made {
        Ok(png) => {
            actions::set_logo(&ctx, &permit, Some(png)).await?;
            Ok(ctx.see_other_with("/beheer/instellingen/logo", "notice-logo-changed"))
        }
        Err(key) => {
            let form = ctx.form(&FormState::with_errors(&upload.fields, FieldErrors::one("file", key)));
            Ok(ctx.page_with_errors(&page(&ctx, form))?)
        }
    }
}

/// `GET /logo.png`: with the name of the picture in its address it may be kept for good.
pub(crate) async fn picture(ctx: Ctx, Query(query): Query) -> Answer {
    let name = ctx.municipality.settings.text(&LOGO, ctx.today());
    let found = match name {
        "" => None,
        name => ctx.app.files.get(ctx.town(), &actions::logo_file(name)).await?,
    };
    let Some(bytes) = found else { return Ok(StatusCode::NO_CONTENT.into_response()) };
    let kept = query.get("v") == Some(name);
    let caching = if kept { "public, max-age=31536000, immutable" } else { "no-cache" };
    Ok(([(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, caching)], bytes).into_response())
}
