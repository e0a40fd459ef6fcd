//! Wanting to hear of something, otherwise, and no longer.

use kernel::{Codes as _, Instant, Permit, PersonId, Problem, Result, time};
use platform::{
    Ctx, JobCtx, Tx,
    audit::{Subject, Unaudited},
    auth::{self, Secret, hash},
    once,
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    forms::Wish,
    jobs::{AskToConfirm, SendNews},
    model::{Rhythm, State, Subscription, SubscriptionId, Topic},
    policy::{Change, Follow, System},
    settings, store,
};

/// The most topics of a kind for one person or address: more of them is no use to anybody.
const MOST: usize = 20;

/// What became of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followed {
    /// Letters are sent from now on.
    Active,
    /// A letter asks to confirm the address.
    Waiting,
    /// Nothing: this person or address has very many already.
    TooMany,
}

fn subject(id: SubscriptionId) -> Subject {
    Subject::of("subscription", id)
}

/// Lets somebody hear of a topic. With an account that has an address it counts at once; otherwise once the link in the mail
/// was used. The same topic for the same person changes its rhythm instead.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such topic; [`Problem::SignInFirst`] without account and address.
pub async fn follow(ctx: &Ctx, permit: &Permit<Follow>, topic: Topic, wish: Wish) -> Result<Followed> {
    let mut tx = ctx.begin(permit).await?;
    let kind = topic.kind.clone();
    let who = wish.email.clone().or(ctx.actor.person_id().map(|person| person.to_string()));
    let turn = format!("subscription {} {kind} {}", ctx.town(), who.unwrap_or_default());
    tx.lock(once::turn(&turn)).await?;
    let (person, rows) = match (&wish.email, ctx.actor.person_id()) {
        (Some(email), _) => (None, store::OF_ADDRESS.all(&mut tx, (ctx.town(), email.clone(), kind)).await?),
        (None, Some(person)) => (Some(person), store::OWN.all(&mut tx, (ctx.town(), person, None, kind)).await?),
        (None, None) => return Err(Problem::SignInFirst),
    };
    // What others asked for with an address, and its owner did not confirm, leaves room for what the owner asks.
    let many = rows.iter().filter(|row| row.state.0 == State::Active).count() >= MOST;
    let same = same(&mut tx, ctx, &topic, rows.into_iter().map(Into::into)).await?;
    if same.is_none() && many {
        return Ok(Followed::TooMany);
    }
    let same = match same {
        // Loaded anew when it is locked: it may have been confirmed or ended.
        Some(known) => {
            tx.lock(known.id).await?;
            load(&mut tx, ctx, known.id).await?
        }
        None => None,
    };
    let mut wanted = same.unwrap_or_else(|| new_subscription(ctx, topic, &wish, person));
    wanted.lang = ctx.lang;
    // A rhythm somebody else types with this address counts only once its owner confirmed.
    if wanted.state == State::Waiting || person.is_some() {
        wanted.renew(wish.rhythm, ctx.now);
    }
    let id = wanted.id;
    let waiting = wanted.state == State::Waiting;
    store::SAVE.run(&mut tx, wanted.into()).await?;
    if waiting {
        // Asked for again while the letter waits, it is one letter.
        tx.enqueue_at(ctx, &AskToConfirm { subscription: id }, ctx.now, &id.to_string()).await?;
    }
    tx.audit(ctx, permit, "subscription.follow", subject(id), &json!({})).await?;
    ctx.commit(tx).await?;
    Ok(if person.is_some() { Followed::Active } else { Followed::Waiting })
}

/// The subscription to this topic among those of one person or address.
async fn same(
    tx: &mut Tx,
    ctx: &Ctx,
    topic: &Topic,
    known: impl Iterator<Item = Subscription>,
) -> Result<Option<Subscription>> {
    let source = ctx.app.topic_source(&topic.kind).ok_or(Problem::NotFound)?;
    let wanted = (source.describe)(tx, ctx, &topic.data).await?.ok_or(Problem::NotFound)?;
    for subscription in known {
        let now = (source.describe)(tx, ctx, &subscription.topic.data).await?;
        if now.is_some_and(|now| now.path == wanted.path) {
            return Ok(Some(subscription));
        }
    }
    Ok(None)
}

fn new_subscription(ctx: &Ctx, topic: Topic, wish: &Wish, person: Option<PersonId>) -> Subscription {
    Subscription {
        municipality: ctx.town(),
        id: ctx.id(),
        person,
        email: wish.email.clone(),
        lang: ctx.lang,
        topic,
        rhythm: wish.rhythm,
        state: if person.is_some() { State::Active } else { State::Waiting },
        confirm_hash: None,
        seen_until: ctx.now,
        sent: Vec::new(),
        created_at: ctx.now,
        renewed_at: ctx.now,
    }
}

/// Keeps the secret of the mail that asks to confirm: every letter about this wish holds the same. One about an earlier wish is
/// worth nothing from then on.
pub(crate) async fn make_confirmation(
    ctx: &Ctx,
    permit: &Permit<System>,
    id: SubscriptionId,
) -> Result<Option<(Subscription, Secret)>> {
    let secrets = auth::letter_secrets(ctx, id).await?;
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let Some(mut subscription) = load(&mut tx, ctx, id).await? else { return Ok(None) };
    if subscription.state != State::Waiting {
        return Ok(None);
    }
    let wish = format!("confirm {} {}", subscription.rhythm.code(), subscription.renewed_at.millis());
    let secret = secrets.link(&wish);
    subscription.confirm_hash = Some(secret.hash());
    store::SAVE.run(&mut tx, subscription.clone().into()).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(Some((subscription, secret)))
}

/// The link in the mail was used.
///
/// # Errors
/// [`Problem::Gone`] with `gone` when it holds no more.
pub(crate) async fn confirm(
    ctx: &Ctx,
    permit: &Permit<Change>,
    token: &str,
    gone: &'static str,
) -> Result<Subscription> {
    let mut tx = ctx.begin(permit).await?;
    let by_token = (ctx.town(), hash(token));
    let found = store::TO_CONFIRM.optional(&mut tx, by_token.clone()).await?.ok_or(Problem::Gone(gone))?;
    tx.lock(found.id).await?;
    let row = store::TO_CONFIRM.optional(&mut tx, by_token).await?;
    let mut subscription = Subscription::from(row.ok_or(Problem::Gone(gone))?);
    subscription.confirm(ctx.now);
    store::SAVE.run(&mut tx, subscription.clone().into()).await?;
    tx.audit(ctx, permit, "subscription.confirm", subject(subscription.id), &json!({})).await?;
    ctx.commit(tx).await?;
    Ok(subscription)
}

/// Another rhythm.
///
/// # Errors
/// [`Problem::NotFound`] when it is over.
pub(crate) async fn change(ctx: &Ctx, permit: &Permit<Change>, id: SubscriptionId, rhythm: Rhythm) -> Result<()> {
    let details = json!({ "rhythm": rhythm });
    step(ctx, permit, id, "subscription.change", details, |subscription| subscription.renew(rhythm, ctx.now)).await
}

/// Puts back what was switched off; nothing happens to another.
///
/// # Errors
/// [`Problem::NotFound`] when it is forgotten by now.
pub(crate) async fn put_back(ctx: &Ctx, permit: &Permit<Change>, id: SubscriptionId) -> Result<()> {
    step(ctx, permit, id, "subscription.put_back", json!({}), |subscription| subscription.put_back(ctx.now)).await
}

/// No more letters; for a while it can be put back. Ending it twice does no harm.
pub(crate) async fn end(ctx: &Ctx, permit: &Permit<Change>, id: SubscriptionId) -> Result<()> {
    match step(ctx, permit, id, "subscription.end", json!({}), |subscription| subscription.end(ctx.now)).await {
        Err(Problem::NotFound) => Ok(()),
        done => done,
    }
}

async fn step(
    ctx: &Ctx,
    permit: &Permit<Change>,
    id: SubscriptionId,
    verb: &'static str,
    details: Value,
    rule: impl FnOnce(&mut Subscription),
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let mut subscription = load(&mut tx, ctx, id).await?.ok_or(Problem::NotFound)?;
    rule(&mut subscription);
    store::SAVE.run(&mut tx, subscription.into()).await?;
    tx.audit(ctx, permit, verb, subject(id), &details).await?;
    ctx.commit(tx).await
}

async fn load(tx: &mut Tx, ctx: &Ctx, id: SubscriptionId) -> Result<Option<Subscription>> {
    Ok(store::FIND.optional(tx, (ctx.town(), id)).await?.map(Into::into))
}

/// Remembers what is news to somebody and has it sent.
pub(crate) async fn announce(
    ctx: &Ctx,
    permit: &Permit<System>,
    id: SubscriptionId,
    found: &[(Uuid, Instant)],
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let Some(mut subscription) = load(&mut tx, ctx, id).await? else { return Ok(()) };
    let fresh = subscription.fresh(found);
    if subscription.state != State::Active || fresh.is_empty() {
        return Ok(());
    }
    subscription.heard(&fresh, ctx.now);
    store::SAVE.run(&mut tx, subscription.into()).await?;
    tx.enqueue(ctx, &SendNews { subscription: id, news: fresh }).await?;
    tx.unaudited(Unaudited::Progress);
    ctx.commit(tx).await
}

/// Makes the link of one letter; one that is sent again has the same.
pub(crate) async fn make_link(job: &JobCtx, permit: &Permit<System>, id: SubscriptionId) -> Result<Secret> {
    let (ctx, secret) = (&job.ctx, job.secrets().await?.link("leave"));
    let mut tx = ctx.begin(permit).await?;
    store::ADD_LINK.run(&mut tx, (ctx.town(), secret.hash(), id, ctx.now)).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(secret)
}

/// Forgets what was never confirmed, and what nobody has shown to want for long.
pub(crate) async fn forget(ctx: &Ctx, permit: &Permit<System>) -> Result<()> {
    let days = |setting| i64::from(ctx.municipality.settings.count(setting, ctx.today())) * time::DAY;
    let mut tx = ctx.begin(permit).await?;
    store::FORGET_WAITING.run(&mut tx, (ctx.town(), ctx.now.plus(-days(&settings::WAITING_DAYS)))).await?;
    store::FORGET_ENDED.run(&mut tx, (ctx.town(), ctx.now.plus(-days(&settings::UNDO_DAYS)))).await?;
    store::FORGET_STALE.run(&mut tx, (ctx.town(), ctx.now.plus(-days(&settings::KEPT_DAYS)))).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}

/// Ends what somebody hears of, in the transaction in which everything of them ends.
pub async fn erase(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    let email = people::account(tx, ctx.town(), person).await?.and_then(|account| account.email);
    store::FORGET_PERSON.run(tx, (ctx.town(), person, email)).await?;
    Ok(())
}
