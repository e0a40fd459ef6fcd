//! Pages behind the links of letters, and one's own topics: the same for each kind, in its words.

use kernel::{Fields, Permit, Problem, Result, form::FieldErrors, form::FormReader, text::Codes};
use platform::{
    Conn, Ctx,
    auth::hash,
    http::{Answer, FormBody, Path, Query},
    limits::Limit,
    templates::{Crumb, Page},
    topics::TopicSource,
};
use serde::Serialize;

use super::{
    actions,
    forms::Wish,
    model::{Rhythm, State, Subscription, SubscriptionId},
    policy, store, views,
};

/// One topic, reached by a link in a letter.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LinkPage {
    /// What the texts begin with.
    pub words: &'static str,
    /// `confirm`, `stop` or `undo`.
    pub what: &'static str,
    /// Where the button leads.
    pub action: String,
    pub summary: String,
}

impl Page for LinkPage {
    const TEMPLATE: &'static str = "notices/link.html";
}

/// One's own topics of a kind.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OwnPage {
    /// What the texts begin with.
    pub words: &'static str,
    pub action: &'static str,
    /// Where one finds more, and the key of the link to it.
    pub list: (&'static str, &'static str),
    pub subscriptions: Vec<views::SubscriptionView>,
    pub rhythms: Vec<&'static str>,
    /// One that was just switched off, to be put back.
    pub ended: Option<views::SubscriptionView>,
}

impl Page for OwnPage {
    const TEMPLATE: &'static str = "notices/own.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page")]
    }
}

/// The address of somebody who has signed in; without one a form must ask for it.
pub async fn own_address(ctx: &Ctx) -> Result<Option<String>> {
    address(&mut ctx.read().await?, ctx).await
}

async fn address(conn: &mut Conn, ctx: &Ctx) -> Result<Option<String>> {
    let Some(person) = ctx.actor.person_id() else { return Ok(None) };
    Ok(people::account(conn, ctx.town(), person).await?.and_then(|account| account.email))
}

/// Keeps a form with a wish from being sent over and over.
///
/// # Errors
/// When there were too many from here, or for this address.
pub fn limit(ctx: &Ctx, wish: &Wish) -> Result<()> {
    ctx.limit_address("notices")?;
    match &wish.email {
        Some(email) => ctx.limit_reader(Limit::Submit, "notices", email),
        None => Ok(()),
    }
}

fn said(source: &TopicSource, what: &str) -> String {
    format!("notice-{}-{what}", source.words)
}

/// The page behind the link that asks to confirm: programs that look at links in mail confirm nothing by that.
pub(crate) async fn confirm(ctx: Ctx, source: TopicSource, Path(token): Path<String>) -> Answer {
    let mut conn = ctx.read().await?;
    let row = store::TO_CONFIRM.optional(&mut conn, (ctx.town(), hash(&token))).await?;
    let subscription = Subscription::from(row.ok_or(Problem::Gone(source.gone))?);
    let summary = views::about(&mut conn, &ctx, &source, &subscription).await?.summary;
    let action = source.confirm.replace("{token}", &token);
    Ok(ctx.page(&LinkPage { words: source.words, what: "confirm", action, summary })?)
}

pub(crate) async fn confirmed(ctx: Ctx, source: TopicSource, Path(token): Path<String>) -> Answer {
    let permit = policy::change_by_link(&ctx.actor).require()?;
    let subscription = actions::confirm(&ctx, &permit, &token, source.gone).await?;
    let about = views::about(&mut ctx.read().await?, &ctx, &source, &subscription).await?;
    Ok(ctx.see_other_with(&about.path, &said(&source, "saved")))
}

async fn of_link(conn: &mut Conn, ctx: &Ctx, token: &str) -> Result<Option<Subscription>> {
    Ok(store::OF_LINK.optional(conn, (ctx.town(), hash(token))).await?.map(Into::into))
}

/// The page behind the link that ends the letters.
pub(crate) async fn leave(ctx: Ctx, source: TopicSource, Path(token): Path<String>) -> Answer {
    let mut conn = ctx.read().await?;
    let subscription = of_link(&mut conn, &ctx, &token).await?.ok_or(Problem::Gone(source.gone))?;
    let summary = views::about(&mut conn, &ctx, &source, &subscription).await?.summary;
    let what = if subscription.state == State::Ended { "undo" } else { "stop" };
    let action = source.leave.replace("{token}", &token);
    Ok(ctx.page(&LinkPage { words: source.words, what, action, summary })?)
}

/// Ends the letters: by the button of that page, or by the button of a mail program (RFC 8058). With `undo` they go on.
pub(crate) async fn left(
    ctx: Ctx,
    source: TopicSource,
    Path(token): Path<String>,
    FormBody(fields): FormBody,
) -> Answer {
    let permit = policy::change_by_link(&ctx.actor).require()?;
    let found = of_link(&mut ctx.read().await?, &ctx, &token).await?;
    let Some(subscription) = found else {
        return Ok(ctx.see_other_with(source.list.0, &said(&source, "ended")));
    };
    let here = source.leave.replace("{token}", &token);
    if fields.get("undo").is_some() {
        actions::put_back(&ctx, &permit, subscription.id).await?;
        return Ok(ctx.see_other_with(&here, &said(&source, "back")));
    }
    actions::end(&ctx, &permit, subscription.id).await?;
    Ok(ctx.see_other_with(&here, &said(&source, "ended")))
}

/// One of one's own, with the permit to change it.
async fn one_of_own(conn: &mut Conn, ctx: &Ctx, id: SubscriptionId) -> Result<(Subscription, Permit<policy::Change>)> {
    let address = address(conn, ctx).await?;
    let row = store::FIND.optional(conn, (ctx.town(), id)).await?;
    let subscription = Subscription::from(row.ok_or(Problem::NotFound)?);
    let permit = policy::change_own(&ctx.actor, &subscription, address.as_deref()).require()?;
    Ok((subscription, permit))
}

/// The one that was just switched off, when it is one's own and can still be put back.
async fn just_ended(conn: &mut Conn, ctx: &Ctx, fields: &Fields) -> Result<Option<Subscription>> {
    let Some(id) = fields.get("terug").and_then(|id| id.parse().ok()) else { return Ok(None) };
    match one_of_own(conn, ctx, id).await {
        Ok((subscription, _)) => Ok(Some(subscription).filter(|ended| ended.state == State::Ended)),
        Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// One's own topics of a kind.
pub(crate) async fn own(ctx: Ctx, source: TopicSource, Query(fields): Query) -> Answer {
    let person = ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    let mut conn = ctx.read().await?;
    let mut subscriptions = Vec::new();
    for subscription in views::own(&mut conn, &ctx, source.kind, person).await? {
        subscriptions.push(views::view(&mut conn, &ctx, &source, &subscription).await?);
    }
    let ended = match just_ended(&mut conn, &ctx, &fields).await? {
        Some(ended) => Some(views::view(&mut conn, &ctx, &source, &ended).await?),
        None => None,
    };
    drop(conn);
    let TopicSource { words, own: action, list, .. } = source;
    Ok(ctx.page(&OwnPage { words, action, list, subscriptions, rhythms: views::rhythms(), ended })?)
}

/// Changes or ends one of one's own: `search` says which, `end` that it ends, `undo` that it comes back.
pub(crate) async fn change_own(ctx: Ctx, source: TopicSource, FormBody(fields): FormBody) -> Answer {
    ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    let named = fields.get("search").and_then(|id| id.parse().ok());
    let id: SubscriptionId = named.ok_or_else(|| FieldErrors::one("search", "common-error-required"))?;
    let (_, permit) = one_of_own(&mut ctx.read().await?, &ctx, id).await?;
    if fields.get("end").is_some() {
        actions::end(&ctx, &permit, id).await?;
        return Ok(ctx.see_other(&format!("{}?terug={id}", source.own)));
    }
    if fields.get("undo").is_some() {
        actions::put_back(&ctx, &permit, id).await?;
        return Ok(ctx.see_other_with(source.own, &said(&source, "back")));
    }
    let mut form = FormReader::new(&fields);
    let rhythm = form.choice("rhythm", Rhythm::parse);
    actions::change(&ctx, &permit, id, form.finish_some(rhythm)?).await?;
    Ok(ctx.see_other_with(source.own, &said(&source, "saved")))
}
