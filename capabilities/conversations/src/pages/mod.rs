//! HTML of responses: at most 25 lines a handler.

pub(crate) mod confirm;
pub(crate) mod decide;
pub(crate) mod desk;
pub(crate) mod enrol;
pub(crate) mod lists;
pub(crate) mod thread;

use kernel::{
    Actor, Decision, FieldErrors, Fields, OrganisationId, Permit, PersonId, Problem, Result, form::FormState,
};
use platform::{Conn, Ctx, auth, db::Code, templates::Form};
use serde::Deserialize;

use super::{
    model::{Response, ResponseId, Side},
    neighbours,
    policy::{self, Via},
    store,
};

/// What stands in an address of a thread. The same pages serve every side, each under its own address.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct SeatPath {
    /// In the workplace of an organisation.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    #[serde(default)]
    pub response: Option<ResponseId>,
    /// The secret of a private link.
    #[serde(default)]
    pub token: Option<String>,
}

/// Somebody at a thread: on which side, and under which address.
#[derive(Clone)]
pub(crate) struct Seat {
    pub response: Response,
    pub side: Side,
    /// The way they came.
    pub via: Via,
    /// Address of the thread, without a slash at the end.
    pub base: String,
    /// For what they do: as the request, but who holds a link of the other side acts as the person it was sent to.
    pub acting: Ctx,
}

/// Finds the response of an address and the reader's side of it: [`Problem::Gone`] for a private link that holds no more,
/// [`Problem::NotFound`] or [`Problem::SignInFirst`] for somebody who has no business here.
pub(crate) async fn seat(conn: &mut Conn, ctx: &Ctx, path: SeatPath) -> Result<Seat> {
    let Way { id, via, base, holder } = way(conn, ctx, path).await?;
    if matches!(via, Via::Desk) {
        policy::mediate(&ctx.actor).require()?;
    }
    let found = store::FIND.optional(conn, (ctx.town(), id)).await?;
    let response = match found.filter(|response| response.erased_at.is_none()) {
        Some(response) => response,
        None if ctx.is_anonymous() && !matches!(via, Via::Link(_)) => return Err(Problem::SignInFirst),
        None => return Err(Problem::NotFound),
    };
    let mut acting = ctx.clone();
    if matches!(via, Via::Link(Side::Owner)) {
        let holder = holder.ok_or(Problem::NotFound)?;
        // A person who left the organisation holds a link no more.
        let person = neighbours::owner_actor(conn, ctx, &response, holder).await?;
        acting.actor = Actor::Person(person.ok_or(Problem::Gone("response-link-gone"))?);
    }
    policy::speak(&acting.actor, &response, &via).require()?;
    let side = policy::side(&acting.actor, &response, &via).ok_or(Problem::NotFound)?;
    Ok(Seat { response, side, via, base, acting })
}

/// The seat, for who may do something there; the permit says so.
async fn seat_with<A>(
    ctx: &Ctx,
    path: SeatPath,
    may: fn(&Actor, &Response, &Via) -> Decision<A>,
) -> Result<(Seat, Permit<A>)> {
    let seat = seat(&mut ctx.read().await?, ctx, path).await?;
    let permit = may(&seat.acting.actor, &seat.response, &seat.via).require()?;
    Ok((seat, permit))
}

/// A form again, with what is wrong in it.
fn again(ctx: &Ctx, fields: &Fields, errors: FieldErrors) -> Form {
    ctx.form(&FormState::with_errors(fields, errors))
}

/// The way to a thread.
struct Way {
    id: ResponseId,
    via: Via,
    base: String,
    /// To whom of the other side the link was sent.
    holder: Option<PersonId>,
}

async fn way(conn: &mut Conn, ctx: &Ctx, path: SeatPath) -> Result<Way> {
    if let Some(token) = path.token {
        let found = store::BY_LINK.optional(conn, (ctx.town(), auth::hash(&token), ctx.now)).await?;
        let (id, Code(side), holder) = found.ok_or(Problem::Gone("response-link-gone"))?;
        return Ok(Way { id, via: Via::Link(side), base: format!("/reacties/mijn/{token}"), holder });
    }
    let id = path.response.ok_or(Problem::NotFound)?;
    let way = |via, base| Way { id, via, base, holder: None };
    if let Some(organisation) = path.organisation {
        let base = format!("/organisatie/{organisation}/reacties/{id}");
        return Ok(way(Via::Organisation(organisation), base));
    }
    if ctx.request.path.starts_with("/balie/") {
        return Ok(way(Via::Desk, format!("/balie/reacties/{id}")));
    }
    let person = ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    let email = neighbours::email(conn, ctx, person).await?;
    Ok(way(Via::Own(email), format!("/mijn/reacties/{id}")))
}
