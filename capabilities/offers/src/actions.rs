//! What people do with offers: one function per verb.

use kernel::{Permit, Problem, Result};
use platform::{
    Ctx, Tx,
    audit::{Subject, Unaudited},
    auth::{self, Secret},
};
use serde_json::json;

use super::{
    events::{OfferChanged, OfferClosed, OfferPublished},
    forms::Draft,
    jobs::TellLetIn,
    model::{Closing, Offer, State},
    policy::{Create, ExtendByLink, Lead, System, TakeDown},
    settings, store,
};
use facets::model::{OfferId, term};

fn subject(id: OfferId) -> Subject {
    Subject::of("offer", id)
}

fn shown_days(ctx: &Ctx) -> u32 {
    ctx.municipality.settings.count(&settings::SHOWN_DAYS, ctx.today())
}

async fn load(tx: &mut Tx, ctx: &Ctx, id: OfferId) -> Result<Offer> {
    tx.lock(id).await?;
    store::FIND.optional(tx, (ctx.town(), id)).await?.map(Into::into).ok_or(Problem::NotFound)
}

async fn save(tx: &mut Tx, offer: Offer) -> Result<()> {
    store::SAVE.run(tx, offer.into()).await?;
    Ok(())
}

async fn published(tx: &mut Tx, ctx: &Ctx, offer: &Offer) -> Result<()> {
    tx.record(ctx, &OfferPublished { offer: offer.id, person: offer.person }).await
}

async fn changed(tx: &mut Tx, ctx: &Ctx, offer: &Offer) -> Result<()> {
    tx.record(ctx, &OfferChanged { offer: offer.id, person: offer.person }).await
}

/// Puts a new offer on: one's own, or at the desk that of whom the context acts for.
///
/// # Errors
/// When the database refuses, or the permit is not a person's.
pub async fn create(ctx: &Ctx, permit: &Permit<Create>, draft: Draft) -> Result<OfferId> {
    let person = ctx.on_behalf_of.or(permit.actor().person_id()).ok_or(Problem::SignInFirst)?;
    let offer = Offer {
        municipality: ctx.town(),
        id: ctx.id(),
        person,
        shown_name: draft.shown_name,
        title: draft.title,
        description: draft.description,
        facets: draft.facets,
        group_size: draft.group_size,
        travel_km: draft.travel_km,
        visibility: draft.visibility,
        state: State::Live,
        closing: None,
        moderation_note: None,
        published_at: ctx.now,
        expires_on: term(ctx.today(), shown_days(ctx)),
        keep_hash: None,
        created_at: ctx.now,
        changed_at: ctx.now,
    };
    let id = offer.id;
    let mut tx = ctx.begin(permit).await?;
    published(&mut tx, ctx, &offer).await?;
    tx.audit(ctx, permit, "marketplace.publish_offer", subject(id), &json!({"visibility": offer.visibility})).await?;
    save(&mut tx, offer).await?;
    ctx.commit(tx).await?;
    Ok(id)
}

/// Changes the words and facets of one's offer; gives the state in which that leaves it. What was taken down is sent in again
/// with it, and the point looks first.
pub async fn change(ctx: &Ctx, permit: &Permit<Lead>, id: OfferId, draft: Draft) -> Result<State> {
    let mut tx = ctx.begin(permit).await?;
    let mut offer = load(&mut tx, ctx, id).await?;
    if offer.state == State::TakenDown {
        offer.step(State::Waiting, ctx.now)?;
    }
    offer.shown_name = draft.shown_name;
    offer.title = draft.title;
    offer.description = draft.description;
    offer.facets = draft.facets;
    offer.group_size = draft.group_size;
    offer.travel_km = draft.travel_km;
    offer.visibility = draft.visibility;
    offer.changed_at = ctx.now;
    changed(&mut tx, ctx, &offer).await?;
    tx.audit(ctx, permit, "marketplace.change_offer", subject(id), &json!({"visibility": offer.visibility})).await?;
    let state = offer.state;
    save(&mut tx, offer).await?;
    ctx.commit(tx).await?;
    Ok(state)
}

/// Shows what was taken down and sent in again.
///
/// # Errors
/// [`Problem::Conflict`] when it does not wait for that.
pub async fn let_in(ctx: &Ctx, permit: &Permit<TakeDown>, id: OfferId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut offer = load(&mut tx, ctx, id).await?;
    offer.let_in(ctx.today(), shown_days(ctx), ctx.now)?;
    published(&mut tx, ctx, &offer).await?;
    tx.enqueue(ctx, &TellLetIn { offer: id }).await?;
    tx.audit(ctx, permit, "marketplace.let_in_offer", subject(id), &json!({"until": offer.expires_on})).await?;
    save(&mut tx, offer).await?;
    ctx.commit(tx).await
}

/// Hides one's offer for a while.
///
/// # Errors
/// [`Problem::Conflict`] when it is not live.
pub async fn pause(ctx: &Ctx, permit: &Permit<Lead>, id: OfferId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut offer = load(&mut tx, ctx, id).await?;
    offer.step(State::Paused, ctx.now)?;
    changed(&mut tx, ctx, &offer).await?;
    tx.audit(ctx, permit, "marketplace.pause_offer", subject(id), &json!({})).await?;
    save(&mut tx, offer).await?;
    ctx.commit(tx).await
}

/// Shows one's offer (again), for a whole term.
///
/// # Errors
/// [`Problem::Conflict`] when it was taken down.
pub async fn keep(ctx: &Ctx, permit: &Permit<Lead>, id: OfferId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut offer = load(&mut tx, ctx, id).await?;
    if offer.state == State::Paused {
        offer.step(State::Live, ctx.now)?;
    }
    offer.keep(ctx.today(), shown_days(ctx), ctx.now)?;
    published(&mut tx, ctx, &offer).await?;
    tx.audit(ctx, permit, "marketplace.keep_offer", subject(id), &json!({"until": offer.expires_on})).await?;
    save(&mut tx, offer).await?;
    ctx.commit(tx).await
}

/// Keeps an offer with the link of the mail; pausing is left as it is.
///
/// # Errors
/// [`Problem::NotFound`] when the link is no longer good.
pub async fn keep_by_link(ctx: &Ctx, permit: &Permit<ExtendByLink>, token: &str) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let found = store::BY_KEEP.optional(&mut tx, (ctx.town(), auth::hash(token))).await?.ok_or(Problem::NotFound)?;
    let mut offer = load(&mut tx, ctx, found.id).await?;
    offer.keep(ctx.today(), shown_days(ctx), ctx.now)?;
    published(&mut tx, ctx, &offer).await?;
    let details = json!({"until": offer.expires_on, "by": "link"});
    tx.audit(ctx, permit, "marketplace.keep_offer", subject(offer.id), &details).await?;
    save(&mut tx, offer).await?;
    ctx.commit(tx).await
}

/// Closes one's offer.
///
/// # Errors
/// [`Problem::Conflict`] when it is closed already.
pub async fn close(ctx: &Ctx, permit: &Permit<Lead>, id: OfferId, closing: Closing) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut offer = load(&mut tx, ctx, id).await?;
    offer.step(State::Closed, ctx.now)?;
    offer.closing = Some(closing);
    offer.keep_hash = None;
    let event = OfferClosed { offer: id, person: offer.person, closing, expired: false, taken_down: false };
    tx.record(ctx, &event).await?;
    tx.audit(ctx, permit, "marketplace.close_offer", subject(id), &json!({"closing": closing})).await?;
    save(&mut tx, offer).await?;
    ctx.commit(tx).await
}

/// Takes an offer down, with a reason for who made it.
///
/// # Errors
/// [`Problem::Conflict`] when it is closed.
pub async fn take_down(ctx: &Ctx, permit: &Permit<TakeDown>, id: OfferId, reason: String) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut offer = load(&mut tx, ctx, id).await?;
    offer.step(State::TakenDown, ctx.now)?;
    offer.moderation_note = Some(reason);
    offer.keep_hash = None;
    let closing = Closing::Unknown;
    let event = OfferClosed { offer: id, person: offer.person, closing, expired: false, taken_down: true };
    tx.record(ctx, &event).await?;
    tx.audit(ctx, permit, "marketplace.take_down_offer", subject(id), &json!({})).await?;
    save(&mut tx, offer).await?;
    ctx.commit(tx).await
}

/// Notes that the person is asked whether to keep the offer; gives the secret for the mail. `None` when there is nothing to
/// ask any more.
pub async fn ask_to_keep(ctx: &Ctx, permit: &Permit<System>, id: OfferId) -> Result<Option<(Offer, Secret)>> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let found = store::FIND.optional(&mut tx, (ctx.town(), id)).await?.map(Offer::from);
    let Some(mut offer) = found.filter(Offer::is_shown) else { return Ok(None) };
    let secret = Secret::new(&ctx.app);
    offer.keep_hash = Some(secret.hash());
    save(&mut tx, offer.clone()).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(Some((offer, secret)))
}

/// Ends an offer whose term passed.
pub async fn expire(ctx: &Ctx, permit: &Permit<System>, id: OfferId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut offer = load(&mut tx, ctx, id).await?;
    if ctx.today() <= offer.expires_on || offer.step(State::Expired, ctx.now).is_err() {
        return Ok(());
    }
    offer.closing = Some(Closing::Unknown);
    let event =
        OfferClosed { offer: id, person: offer.person, closing: Closing::Unknown, expired: true, taken_down: false };
    tx.record(ctx, &event).await?;
    tx.audit(ctx, permit, "marketplace.expire_offer", subject(id), &json!({})).await?;
    save(&mut tx, offer).await?;
    ctx.commit(tx).await
}
