//! What browsers and forms ask of passkeys.

use axum::{
    Json,
    body::Bytes,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use kernel::{FieldErrors, Problem, form::FormReader};
use platform::{
    Ctx,
    auth::Secret,
    http::{Answer, FormBody, Path},
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::{PasskeyId, actions};
use crate::{
    policy,
    signin::{self, ceremonies},
};

/// Longest name of a passkey, in characters.
const NAME: usize = 60;

fn options(ctx: &Ctx, options: Value, secret: &Secret) -> Response {
    let mut response = Json(options).into_response();
    ceremonies::give(ctx, &mut response, secret);
    response
}

/// What a browser sent of a key. The type of the content is not looked at: some password managers get it wrong.
fn key<T: DeserializeOwned>(body: &Bytes) -> kernel::Result<T> {
    serde_json::from_slice(body).map_err(|_| Problem::Invalid(FieldErrors::one("", "people-passkey-refused")))
}

/// `POST /mijn/beveiliging/sleutels/opties`
pub(crate) async fn register_options(ctx: Ctx) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    signin::pages::limit_address(&ctx, "passkey")?;
    let (given, secret) = actions::register_options(&ctx, &permit).await?;
    Ok(options(&ctx, given, &secret))
}

/// `POST /mijn/beveiliging/sleutels`
pub(crate) async fn register(ctx: Ctx, headers: HeaderMap, body: Bytes) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    actions::register(&ctx, &permit, ceremonies::of_browser(&headers), &key(&body)?).await?;
    let location = "/mijn/beveiliging";
    let mut response = Json(json!({ "location": location })).into_response();
    // The page the script goes on to shows the message, as after a form.
    for cookie in ctx.see_other_with(location, "notice-passkey-added").headers().get_all("set-cookie") {
        response.headers_mut().append("set-cookie", cookie.clone());
    }
    Ok(response)
}

/// `POST /mijn/beveiliging/sleutels/{passkey}/naam`
pub(crate) async fn rename(ctx: Ctx, Path(passkey): Path<PasskeyId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    let mut form = FormReader::new(&fields);
    let name = form.optional_text("name", NAME);
    form.finish(()).map_err(Problem::Invalid)?;
    // A key without a name keeps the one it has.
    if let Some(name) = name {
        actions::rename(&ctx, &permit, passkey, name).await?;
    } else {
        super::owned(&ctx, &permit, passkey).await?;
    }
    Ok(ctx.see_other_with("/mijn/beveiliging", "notice-passkey-renamed"))
}

/// `POST /mijn/beveiliging/sleutels/{passkey}/weg`
pub(crate) async fn remove(ctx: Ctx, Path(passkey): Path<PasskeyId>) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    actions::remove(&ctx, &permit, passkey).await?;
    Ok(ctx.see_other_with("/mijn/beveiliging", "notice-passkey-removed"))
}

/// `POST /inloggen/sleutel/opties`
pub(crate) async fn login_options(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::enter(&ctx.actor).require()?;
    signin::pages::limit_address(&ctx, "passkey")?;
    let (given, secret) = actions::login_options(&ctx, &permit, &signin::forms::back(&fields)).await?;
    Ok(options(&ctx, given, &secret))
}

/// `POST /inloggen/sleutel`
pub(crate) async fn login(ctx: Ctx, headers: HeaderMap, body: Bytes) -> Answer {
    let permit = policy::enter(&ctx.actor).require()?;
    let (secret, back) = actions::login(&ctx, &permit, ceremonies::of_browser(&headers), &key(&body)?).await?;
    let response = Json(json!({ "location": back })).into_response();
    Ok(signin::pages::with_session(&ctx, response, &secret))
}
