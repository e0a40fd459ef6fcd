//! What people do with offers: one function per verb; what asks no more than a rule is a step.

use kernel::{Permit, Problem, Result};
use platform::{
    Ctx, Tx,
    audit::Subject,
    events::Fact,
    followups::{BATCH, ByLink, StillNeeded, Term, ids},
    plan::Access,
    steps::{self, AskedStep, Step, Steps, Words},
    subjects::Follow,
};
use serde_json::json;

use super::{
    events::{OfferChanged, OfferClosed, OfferPublished},
    forms,
    jobs::TellLetIn,
    model::{Closing, Draft, Offer, State, Visibility},
    pages::{self, ClosePage, TakeDownPage},
    policy::{self, Create, Lead, TakeDown},
    settings, store,
};
use facets::model::{OfferId, term};

/// What the person who made an offer does with it, or the desk for them.
pub(crate) static STEPS: Steps<Offer, Lead> = Steps {
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

/// Closes one's offer: how did it go?
pub(crate) static CLOSE: AskedStep<Offer, Lead, Closing, ClosePage> = AskedStep {
    of: &STEPS,
    slug: "sluiten",
    verb: "close",
    page: pages::close_page,
    parse: |fields, _| forms::parse_closing(fields),
    rule: |offer, ctx, closing| {
        offer.end(State::Closed, closing, ctx.now)?;
        Fact::of(&OfferClosed::of(offer, closing, false, false))
    },
    details: |offer| json!({"closing": offer.closing}),
};

/// What the desk does with an offer.
static AT_DESK: Steps<Offer, TakeDown> = Steps {
    at: "/aanbod/{offer}",
    access: Access::DESK,
    load: |ctx, which| Box::pin(async move { Ok((ctx.clone(), ctx.thing(which.get("offer")?).await?)) }),
    permit: |ctx, _| policy::take_down(&ctx.actor),
    back: |_, offer| format!("/aanbod/{}", offer.id),
    all: &[],
};

/// Takes an offer down, with a reason for the person who made it.
pub(crate) static TAKE_DOWN: AskedStep<Offer, TakeDown, String, TakeDownPage> = AskedStep {
    of: &AT_DESK,
    slug: "weghalen",
    verb: "take_down",
    page: pages::take_down_page,
    parse: |fields, _| forms::parse_reason(fields),
    rule: |offer, ctx, reason| {
        offer.take_down(reason, ctx.now)?;
        Fact::of(&OfferClosed::of(offer, Closing::Unknown, false, true))
    },
    details: |_| json!({}),
};

/// Takes an offer down.
///
/// # Errors
/// [`Problem::Conflict`] when it is closed.
pub async fn take_down(ctx: &Ctx, permit: &Permit<TakeDown>, id: OfferId, reason: String) -> Result<Offer> {
    TAKE_DOWN.take(ctx, permit, id, reason).await
}

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
pub(crate) async fn create(ctx: &Ctx, permit: &Permit<Create>, draft: Draft) -> Result<OfferId> {
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
pub(crate) async fn let_in(ctx: &Ctx, permit: &Permit<TakeDown>, id: OfferId) -> Result<Offer> {
    let mut offer = ctx.change::<Offer, _>(permit, id, "let_in").await?;
    offer.let_in(ctx.today(), shown_days(ctx), ctx.now)?;
    offer.record(&OfferPublished::of(&offer)).await?;
    offer.enqueue(&TellLetIn { offer: id }).await?;
    offer.done_with(|offer| json!({"until": offer.expires_on})).await
}

/// An offer is shown for a term, and longer when the person says that it still holds.
pub(crate) static SHOWN: Term = Term {
    key: "offer",
    letter: ("offer-mail-", "keep"),
    ask_days: &settings::REMINDER_DAYS,
    to_ask: |conn, ctx, until| {
        Box::pin(async move { Ok(ids(store::TO_ASK.all(conn, (ctx.town(), until, BATCH)).await?)) })
    },
    over: |conn, ctx, today| {
        Box::pin(async move { Ok(ids(store::TO_EXPIRE.all(conn, (ctx.town(), today, BATCH)).await?)) })
    },
    ask: |tx, ctx, id, secret| Box::pin(ask(tx, ctx, OfferId(id), secret)),
    end: |tx, ctx, permit, id| Box::pin(expire(tx, ctx, permit, OfferId(id))),
    by_link: Some(BY_LINK),
};

/// Keeping one with the link of the letter.
pub(crate) const BY_LINK: ByLink = ByLink {
    words: "offer-keep-",
    address: "/aanbod/verlengen",
    mine: ("/mijn/aanbod", "offer-mine-title"),
    days: &settings::SHOWN_DAYS,
    find: |conn, ctx, hash| {
        Box::pin(async move {
            let found = store::BY_KEEP.optional(conn, (ctx.town(), hash)).await?;
            Ok(found.map(|offer| (offer.id.0, offer.title)))
        })
    },
    keep: |tx, ctx, permit, id| Box::pin(keep(tx, ctx, permit, OfferId(id))),
};

async fn ask(tx: &mut Tx, ctx: &Ctx, id: OfferId, secret: Vec<u8>) -> Result<Option<StillNeeded>> {
    let found = store::FIND.optional(tx, (ctx.town(), id)).await?;
    let Some(mut offer) = found.filter(Offer::is_shown) else { return Ok(None) };
    offer.keep_hash = Some(secret);
    store::SAVE.save(tx, &offer).await?;
    Ok(Some(StillNeeded {
        readers: people::reader(tx, ctx, offer.person).await?.into_iter().collect(),
        title: offer.title,
        until: Some(offer.expires_on),
        page: "/mijn/aanbod".to_owned(),
        links: vec![("offer-mail-mine", "/mijn/aanbod".to_owned())],
    }))
}

/// By the link of the letter; pausing is left as it is.
async fn keep(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, id: OfferId) -> Result<(String, &'static str)> {
    let mut offer = steps::load::<Offer>(tx, ctx, id).await?;
    offer.extend(ctx.today(), shown_days(ctx), ctx.now)?;
    tx.record(ctx, &OfferPublished::of(&offer)).await?;
    let details = json!({"until": offer.expires_on, "by": "link"});
    tx.audit(ctx, permit, "offer.extend", Subject::of("offer", id), &details).await?;
    store::SAVE.save(tx, &offer).await?;
    let visible = offer.visibility == Visibility::Everybody;
    Ok((if visible { format!("/aanbod/{id}") } else { "/".to_owned() }, "notice-offer-extend"))
}

/// Its term passed.
async fn expire(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, id: OfferId) -> Result<()> {
    let mut offer = steps::load::<Offer>(tx, ctx, id).await?;
    if ctx.today() <= offer.expires_on || offer.end(State::Expired, Closing::Unknown, ctx.now).is_err() {
        return Ok(());
    }
    tx.record(ctx, &OfferClosed::of(&offer, Closing::Unknown, true, false)).await?;
    tx.audit(ctx, permit, "offer.expire", Subject::of("offer", id), &json!({})).await?;
    store::SAVE.save(tx, &offer).await?;
    Ok(())
}
