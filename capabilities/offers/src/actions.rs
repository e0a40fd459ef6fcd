//! What people do with offers: one function per verb; what asks no more than a rule is a step.

use kernel::{Permit, Problem, Result};
use platform::{
    Ctx,
    auth::{self, Secret},
    events::Fact,
    plan::Access,
    steps::{Step, Steps, Words},
};
use serde_json::json;

use super::{
    events::{OfferChanged, OfferClosed, OfferPublished},
    jobs::TellLetIn,
    model::{Closing, Draft, Offer, State},
    pages,
    policy::{self, Create, ExtendByLink, Lead, System, TakeDown},
    settings, store,
};
use facets::model::{OfferId, term};

/// What the person who made an offer does with it, or the desk for them.
pub static STEPS: Steps<Offer, Lead> = Steps {
    at: "/mijn/aanbod/{offer}",
    access: Access::OWN,
    load: |ctx, which| Box::pin(async move { pages::led(ctx, which.get("offer")?).await }),
    permit: |ctx, offer| policy::lead(&ctx.actor, ctx.on_behalf_of, offer),
    back: |ctx, _| pages::back(ctx),
    all: &[
        Step { slug: "pauzeren", verb: "pause", words: Words::Verb, icon: "player-pause", rule: pause },
        Step { slug: "verlengen", verb: "extend", words: EXTEND, icon: "refresh", rule: extend },
    ],
};

fn shown_days(ctx: &Ctx) -> u32 {
    ctx.municipality.settings.count(&settings::SHOWN_DAYS, ctx.today())
}

fn pause(offer: &mut Offer, ctx: &Ctx) -> Result<Fact> {
    offer.step(State::Paused, ctx.now)?;
    Fact::of(&OfferChanged::of(offer))
}

/// One that is not shown is shown again with it.
const EXTEND: Words<Offer> = Words::One(&["extend", "show_again"], |offer| match offer.state {
    State::Live => "extend",
    State::Paused | State::Closed | State::Expired | State::TakenDown | State::Waiting => "show_again",
});

fn extend(offer: &mut Offer, ctx: &Ctx) -> Result<Fact> {
    if offer.state == State::Paused {
        offer.step(State::Live, ctx.now)?;
    }
    offer.extend(ctx.today(), shown_days(ctx), ctx.now)?;
    Fact::of(&OfferPublished::of(offer))
}

/// Puts a new offer on: one's own, or at the desk that of the person for whom the context acts.
///
/// # Errors
/// [`Problem::SignInFirst`] when the permit is not a person's.
pub async fn create(ctx: &Ctx, permit: &Permit<Create>, draft: Draft) -> Result<OfferId> {
    let person = ctx.on_behalf_of.or(permit.actor().person_id()).ok_or(Problem::SignInFirst)?;
    let last = term(ctx.today(), shown_days(ctx));
    let offer = Offer::new((ctx.town(), ctx.id()), person, draft, ctx.now, last);
    let mut offer = ctx.make(permit, offer, "publish").await?;
    offer.record(&OfferPublished::of(&offer)).await?;
    Ok(offer.done_with(|offer| json!({"visibility": offer.visibility})).await?.id)
}

/// Changes the words and facets of one's offer; gives the state in which that leaves it.
pub async fn change(ctx: &Ctx, permit: &Permit<Lead>, id: OfferId, draft: Draft) -> Result<State> {
    let mut offer = ctx.change::<Offer, _>(permit, id, "change").await?;
    offer.apply(draft, ctx.now);
    offer.record(&OfferChanged::of(&offer)).await?;
    Ok(offer.done_with(|offer| json!({"visibility": offer.visibility})).await?.state)
}

/// Shows what was taken down and sent in again.
///
/// # Errors
/// [`Problem::Conflict`] when it does not wait for that.
pub async fn let_in(ctx: &Ctx, permit: &Permit<TakeDown>, id: OfferId) -> Result<Offer> {
    let mut offer = ctx.change::<Offer, _>(permit, id, "let_in").await?;
    offer.let_in(ctx.today(), shown_days(ctx), ctx.now)?;
    offer.record(&OfferPublished::of(&offer)).await?;
    offer.enqueue(&TellLetIn { offer: id }).await?;
    offer.done_with(|offer| json!({"until": offer.expires_on})).await
}

/// Keeps an offer with the link of the mail; pausing is left as it is.
///
/// # Errors
/// [`Problem::NotFound`] when the link is no longer good.
pub async fn keep_by_link(ctx: &Ctx, permit: &Permit<ExtendByLink>, token: &str) -> Result<Offer> {
    let mut conn = ctx.read().await?;
    let found = store::BY_KEEP.optional(&mut conn, (ctx.town(), auth::hash(token))).await?;
    drop(conn);
    let mut offer = ctx.change::<Offer, _>(permit, found.ok_or(Problem::NotFound)?.id, "extend").await?;
    if offer.keep_hash != Some(auth::hash(token)) {
        return Err(Problem::NotFound);
    }
    offer.extend(ctx.today(), shown_days(ctx), ctx.now)?;
    offer.record(&OfferPublished::of(&offer)).await?;
    offer.done_with(|offer| json!({"until": offer.expires_on, "by": "link"})).await
}

/// Closes one's offer.
///
/// # Errors
/// [`Problem::Conflict`] when it is closed already.
pub async fn close(ctx: &Ctx, permit: &Permit<Lead>, id: OfferId, closing: Closing) -> Result<Offer> {
    let mut offer = ctx.change::<Offer, _>(permit, id, "close").await?;
    offer.end(State::Closed, closing, ctx.now)?;
    offer.record(&OfferClosed::of(&offer, closing, false, false)).await?;
    offer.done_with(|_| json!({"closing": closing})).await
}

/// Takes an offer down, with a reason for the person who made it.
///
/// # Errors
/// [`Problem::Conflict`] when it is closed.
pub async fn take_down(ctx: &Ctx, permit: &Permit<TakeDown>, id: OfferId, reason: String) -> Result<Offer> {
    let mut offer = ctx.change::<Offer, _>(permit, id, "take_down").await?;
    offer.take_down(reason, ctx.now)?;
    offer.record(&OfferClosed::of(&offer, Closing::Unknown, false, true)).await?;
    offer.done().await
}

/// Notes that the person is asked whether to keep the offer; gives the secret for the mail. `None` when there is nothing to
/// ask any more.
pub async fn ask_to_keep(ctx: &Ctx, permit: &Permit<System>, id: OfferId) -> Result<Option<(Offer, Secret)>> {
    let mut offer = match ctx.change::<Offer, _>(permit, id, "ask_to_keep").await {
        Ok(offer) if offer.is_shown() => offer,
        Ok(_) | Err(Problem::NotFound) => return Ok(None),
        Err(problem) => return Err(problem),
    };
    let secret = Secret::new(&ctx.app);
    offer.keep_hash = Some(secret.hash());
    Ok(Some((offer.done().await?, secret)))
}

/// Ends an offer whose term passed.
pub async fn expire(ctx: &Ctx, permit: &Permit<System>, id: OfferId) -> Result<()> {
    let mut offer = ctx.change::<Offer, _>(permit, id, "expire").await?;
    if ctx.today() <= offer.expires_on || offer.end(State::Expired, Closing::Unknown, ctx.now).is_err() {
        return Ok(());
    }
    offer.record(&OfferClosed::of(&offer, Closing::Unknown, true, false)).await?;
    offer.done().await.map(drop)
}
