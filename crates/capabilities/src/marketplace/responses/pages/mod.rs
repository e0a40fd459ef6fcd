//! HTML of responses: at most 25 lines a handler.

pub mod approach;
pub mod decide;
pub mod desk;
pub mod lists;
pub mod respond;
pub mod thread;

use kernel::{OrganisationId, Problem, Result};
use platform::{Conn, Ctx, auth};
use serde::Deserialize;

use super::{
    around,
    model::{Response, Side},
    policy::{self, Via},
    store,
};
use crate::marketplace::model::ResponseId;

/// What stands in an address of a thread. The same pages serve every side, each under its own address.
#[derive(Clone, Debug, Deserialize)]
pub struct SeatPath {
    /// In the workplace of an organisation.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// Which response.
    #[serde(default)]
    pub response: Option<ResponseId>,
    /// The secret of a private link.
    #[serde(default)]
    pub token: Option<String>,
}

/// Somebody at a thread: on which side, and under which address.
#[derive(Clone, Debug)]
pub struct Seat {
    /// The response.
    pub response: Response,
    /// The side.
    pub side: Side,
    /// The way they came.
    pub via: Via,
    /// Address of the thread, without a slash at the end.
    pub base: String,
}

/// Finds the response of an address and the reader's side of it.
///
/// # Errors
/// [`Problem::Gone`] for a private link that holds no more; [`Problem::NotFound`] or [`Problem::SignInFirst`] for who
/// has no business here.
pub async fn seat(conn: &mut Conn, ctx: &Ctx, path: SeatPath) -> Result<Seat> {
    let (id, via, base) = way(conn, ctx, path).await?;
    let row = store::FIND.optional(conn, (ctx.town(), id)).await?;
    let response = row.map(Response::from).filter(|response| response.erased_at.is_none());
    let response = match response {
        Some(response) => response,
        None if ctx.is_anonymous() && !matches!(via, Via::Link) => return Err(Problem::SignInFirst),
        None => return Err(Problem::NotFound),
    };
    policy::speak(&ctx.actor, &response, &via).require()?;
    let side = policy::side(&ctx.actor, &response, &via).ok_or(Problem::NotFound)?;
    Ok(Seat { response, side, via, base })
}

async fn way(conn: &mut Conn, ctx: &Ctx, path: SeatPath) -> Result<(ResponseId, Via, String)> {
    if let Some(token) = path.token {
        let found = store::BY_LINK.optional(conn, (ctx.town(), auth::hash(&token), ctx.now)).await?;
        let (id,) = found.ok_or(Problem::Gone("response-link-gone"))?;
        return Ok((id, Via::Link, format!("/reacties/mijn/{token}")));
    }
    let id = path.response.ok_or(Problem::NotFound)?;
    if let Some(organisation) = path.organisation {
        let base = format!("/organisatie/{organisation}/reacties/{id}");
        return Ok((id, Via::Organisation(organisation), base));
    }
    if ctx.request.path.starts_with("/balie/") {
        return Ok((id, Via::Desk, format!("/balie/reacties/{id}")));
    }
    let person = ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    let email = around::account(conn, ctx, person).await?.and_then(|account| account.email);
    Ok((id, Via::Own(email), format!("/mijn/reacties/{id}")))
}
