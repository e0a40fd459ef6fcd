//! To the identity provider, and back from it.

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
};
use platform::{
    Ctx,
    http::{Answer, Query},
    templates::{Crumb, Page},
};
use serde::Serialize;

use super::{
    actions::{self, Brought, Came},
    model::Refusal,
    provider,
};
use crate::{
    policy,
    signin::{
        ceremonies, forms,
        pages::{come_in, limit_address},
    },
};

/// Why somebody was not let in, and what they can do.
#[derive(Debug, Serialize)]
pub(crate) struct RefusedPage {
    /// Name of the provider, as on the button.
    pub provider: String,
    pub refusal: Refusal,
}

impl Page for RefusedPage {
    const TEMPLATE: &'static str = "people/oidc_refused.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/inloggen", "people-door-title")]
    }
}

fn refused(ctx: &Ctx, refusal: Refusal) -> Answer {
    // Without a provider there is nothing to come from or go to but the door.
    let Some(config) = provider::config(ctx) else { return Ok(ctx.see_other("/inloggen")) };
    let status = match refusal {
        Refusal::Down => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::Invalid => StatusCode::BAD_GATEWAY,
        Refusal::Expired | Refusal::Denied | Refusal::Unverified => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(ctx.any_page(status, &RefusedPage { provider: config.name.clone(), refusal })?)
}

/// `GET /inloggen/oidc`: a link, not a form, because it leads to another site (`form-action 'self'`).
pub(crate) async fn begin(ctx: Ctx, Query(fields): Query) -> Answer {
    let permit = policy::enter(&ctx.actor).require()?;
    let back = forms::back(&fields);
    if ctx.actor.person().is_some() {
        return Ok(ctx.see_other(&back));
    }
    limit_address(&ctx, "oidc")?;
    match actions::begin(&ctx, &permit, &back).await? {
        Came::On((address, secret)) => {
            let headers = [(header::LOCATION, address), (header::CACHE_CONTROL, "no-store".to_owned())];
            let mut response = (StatusCode::SEE_OTHER, headers).into_response();
            ceremonies::give(&ctx, &mut response, &secret);
            Ok(response)
        }
        Came::Refused(refusal) => refused(&ctx, refusal),
    }
}

/// `GET /inloggen/oidc/terug`: with `code` and `state`, or with `error` and `state`.
pub(crate) async fn come_back(ctx: Ctx, headers: HeaderMap, Query(fields): Query) -> Answer {
    let permit = policy::enter(&ctx.actor).require()?;
    limit_address(&ctx, "oidc")?;
    let code = fields.get("code").filter(|_| fields.get("error").is_none()).map(str::to_owned);
    let brought = Brought { code, state: fields.get("state").unwrap_or_default().to_owned() };
    match actions::come_back(&ctx, &permit, ceremonies::of_browser(&headers), &brought).await? {
        Came::On(entered) => Ok(come_in(&ctx, entered)),
        Came::Refused(refusal) => refused(&ctx, refusal),
    }
}
