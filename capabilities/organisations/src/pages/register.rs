//! Registering an organisation.

use kernel::{Fields, Result, form::FormState};
use platform::{
    Ctx,
    http::{Answer, FormBody},
    limits::Limit,
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{DetailChoices, form_errors};
use crate::{actions, forms, policy};

/// The form of a new organisation; to a visitor, what it takes and the way to sign in.
#[derive(Debug, Serialize)]
pub(crate) struct RegisterPage {
    pub form: Form,
    /// Whether somebody has signed in.
    pub signed_in: bool,
    /// Whether others have a name alike, so that the question whether this is another is asked.
    pub alike: bool,
    /// What there is to choose.
    pub choices: DetailChoices,
}

impl Page for RegisterPage {
    const TEMPLATE: &'static str = "organisations/register.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/organisaties", "organisations-nav")]
    }
}

async fn page(ctx: &Ctx, state: &FormState) -> Result<RegisterPage> {
    let town = places::cached_alone(ctx).await?;
    let chosen = state.values.get("sectors").cloned().unwrap_or_default();
    let alike = |error: &kernel::FieldError| error.key == "organisations-error-name-alike";
    Ok(RegisterPage {
        form: ctx.form(state),
        signed_in: ctx.actor.person().is_some(),
        alike: state.problems.0.iter().any(alike) || state.values.contains_key("different"),
        choices: DetailChoices::of(ctx, &town, &chosen),
    })
}

/// `GET /organisaties/aanmelden`
pub(crate) async fn show(ctx: Ctx) -> Answer {
    Ok(ctx.page(&page(&ctx, &FormState::default()).await?)?)
}

/// `POST /organisaties/aanmelden`
pub(crate) async fn send(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::register(&ctx.actor).require()?;
    let key = permit.actor().person_id().map(|person| person.to_string()).unwrap_or_default();
    let town = places::cached_alone(&ctx).await?;
    let sent = match forms::register(&fields, &town) {
        Ok(command) => {
            ctx.app.limits.check(Limit::Submit, &key)?;
            form_errors(actions::register(&ctx, &permit, &command).await)?
        }
        Err(errors) => Err(errors),
    };
    match sent {
        Ok(id) => Ok(ctx.see_other_with(&format!("/organisatie/{id}"), "notice-organisation-registered")),
        Err(errors) => refused(&ctx, &fields, errors).await,
    }
}

async fn refused(ctx: &Ctx, fields: &Fields, errors: kernel::FieldErrors) -> Answer {
    Ok(ctx.page_with_errors(&page(ctx, &FormState::with_errors(fields, errors)).await?)?)
}
