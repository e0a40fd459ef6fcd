//! What somebody hears of, in words, and where letters go.

use kernel::{Instant, PersonId, Result, text::Codes};
use platform::{
    Conn, Ctx,
    i18n::FluentValue,
    mail::Reader,
    plan::MyCard,
    topics::{TopicNow, TopicSource},
};
use serde::Serialize;

use super::{
    model::{Rhythm, Subscription},
    store,
};

/// Who reads the letters of a subscription; nobody when the account has no address any more.
pub(crate) async fn reader(conn: &mut Conn, ctx: &Ctx, subscription: &Subscription) -> Result<Option<Reader>> {
    let Some(person) = subscription.person else {
        let email = subscription.email.clone();
        return Ok(email.map(|email| Reader { email, name: None, lang: subscription.lang }));
    };
    let account = people::account(conn, ctx.town(), person).await?;
    Ok(account.and_then(|account| {
        let lang = account.lang.unwrap_or(subscription.lang);
        account.email.map(|email| Reader { email, name: Some(account.name), lang })
    }))
}

/// What it is about now; of what is gone the list is shown.
pub(crate) async fn about(
    conn: &mut Conn,
    ctx: &Ctx,
    source: &TopicSource,
    subscription: &Subscription,
) -> Result<TopicNow> {
    let now = (source.describe)(conn, ctx, &subscription.topic.data).await?;
    Ok(now.unwrap_or_else(|| TopicNow { summary: String::new(), path: source.list.0.to_owned() }))
}

/// What somebody hears of, in a list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SubscriptionView {
    pub id: String,
    pub summary: String,
    /// Where all of it is to be seen.
    pub url: String,
    /// Code of the rhythm.
    pub rhythm: &'static str,
}

/// A subscription as a list shows it.
pub(crate) async fn view(
    conn: &mut Conn,
    ctx: &Ctx,
    source: &TopicSource,
    subscription: &Subscription,
) -> Result<SubscriptionView> {
    let TopicNow { summary, path } = about(conn, ctx, source, subscription).await?;
    Ok(SubscriptionView { id: subscription.id.to_string(), summary, url: path, rhythm: subscription.rhythm.code() })
}

/// Codes of the rhythms, in order.
pub fn rhythms() -> Vec<&'static str> {
    Rhythm::ALL.iter().map(|rhythm| rhythm.code()).collect()
}

/// What somebody hears of, of a kind: by account, or by the address of the account.
pub(crate) async fn own(conn: &mut Conn, ctx: &Ctx, kind: &str, person: PersonId) -> Result<Vec<Subscription>> {
    let address = people::account(conn, ctx.town(), person).await?.and_then(|account| account.email);
    let rows = store::OWN.all(conn, (ctx.town(), person, address, kind.to_owned())).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// What somebody hears of, as their copy tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub summary: String,
    /// How often, in words.
    pub rhythm: String,
    pub since: Instant,
}

/// What somebody hears of, of a kind, for their copy.
pub async fn kept(conn: &mut Conn, ctx: &Ctx, kind: &str, person: PersonId) -> Result<Vec<Kept>> {
    let Some(source) = ctx.app.topic_source(kind) else { return Ok(Vec::new()) };
    let mut kept = Vec::new();
    for subscription in own(conn, ctx, kind, person).await? {
        kept.push(Kept {
            summary: about(conn, ctx, source, &subscription).await?.summary,
            rhythm: ctx.t(&format!("notices-rhythm-{}", subscription.rhythm.code().replace('_', "-"))),
            since: subscription.created_at,
        });
    }
    Ok(kept)
}

/// A card for each kind of topic.
pub(crate) async fn my_cards(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<MyCard>> {
    let mut cards = Vec::new();
    for source in ctx.app.topic_sources() {
        let count = own(conn, ctx, source.kind, person).await?.len() as i64;
        cards.push(MyCard {
            href: source.own.to_owned(),
            title: ctx.t(&format!("{}-own-title", source.words)),
            text: ctx.t_with(&format!("{}-my-count", source.words), &[("count", FluentValue::from(count))]),
            icon: "bell",
            waits: false,
        });
    }
    Ok(cards)
}
