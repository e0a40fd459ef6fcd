//! Looking for news at each rhythm, and the letters that follow. The kinds of the jobs and the other names of their fields
//! are those under which they wait in towns, from when saved searches were the only topic.

use kernel::{Instant, Permit, Result, time};
use platform::{Job, JobCtx, db::Code, searching, topics::TopicSource};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    actions, mails,
    model::{Rhythm, State, Subscription, SubscriptionId},
    policy, store, views,
};

/// What is new within this time is told together.
const GATHER_MILLIS: i64 = 2 * time::MINUTE;
/// Subscriptions read at once.
const BATCH: i64 = 200;

/// Asks the owner of an address whether they meant it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct AskToConfirm {
    #[serde(alias = "search")]
    pub subscription: SubscriptionId,
}

impl Job for AskToConfirm {
    const KIND: &'static str = "saved_search.ask_to_confirm";
}

/// Tells somebody what is new.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SendNews {
    #[serde(alias = "search")]
    pub subscription: SubscriptionId,
    #[serde(alias = "vacancies")]
    pub news: Vec<Uuid>,
}

impl Job for SendNews {
    const KIND: &'static str = "saved_search.send_news";
}

/// Looks for news for those who want to hear at once.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct LookAtOnce {
    /// Of which kind; of each when it does not say.
    #[serde(default)]
    pub kind: Option<String>,
}

impl Job for LookAtOnce {
    const KIND: &'static str = "saved_search.look_at_once";
}

/// There may be news of this kind: those who want to hear at once are told in a moment.
pub async fn there_is_news(job: &JobCtx, kind: &str) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let mut tx = job.begin(&permit).await?;
    // A key for each stretch of time: one that is running has looked already and must not stand for this one.
    let stretch = job.now.millis() / GATHER_MILLIS + 1;
    let look = LookAtOnce { kind: Some(kind.to_owned()) };
    tx.enqueue_at(job, &look, Instant::from_millis(stretch * GATHER_MILLIS), &format!("{kind}:{stretch}")).await?;
    job.commit(tx).await
}

/// Looks for those who want to hear at once.
pub(crate) async fn look_at_once(job: JobCtx, LookAtOnce { kind }: LookAtOnce) -> Result<()> {
    look(job, Rhythm::AtOnce, kind.as_deref()).await
}

/// Looks for those who want to hear once a day.
pub(crate) async fn daily(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    actions::forget(&job, &permit).await?;
    look(job, Rhythm::Daily, None).await
}

/// Looks for those who want to hear once a week.
pub(crate) async fn weekly(job: JobCtx) -> Result<()> {
    look(job, Rhythm::Weekly, None).await
}

async fn look(job: JobCtx, rhythm: Rhythm, kind: Option<&str>) -> Result<()> {
    // Sources may find their news in the index.
    searching::refresh(&job.app).await?;
    let permit = policy::system(&job.actor).require()?;
    let mut done = Ok(());
    for source in job.app.topic_sources().filter(|source| kind.is_none_or(|kind| kind == source.kind)) {
        // Where one kind fails, the others are told all the same.
        done = look_for(&job, &permit, source, rhythm).await.and(done);
    }
    done
}

async fn look_for(job: &JobCtx, permit: &Permit<policy::System>, source: &TopicSource, rhythm: Rhythm) -> Result<()> {
    let mut after = SubscriptionId(Uuid::nil());
    loop {
        let mut conn = job.read().await?;
        let args = (job.town(), source.kind.to_owned(), Code(rhythm), after, BATCH);
        let rows = store::IN_RHYTHM.all(&mut conn, args).await?;
        drop(conn);
        let Some(last) = rows.last().map(|row| row.id) else { return Ok(()) };
        for subscription in rows.into_iter().map(Subscription::from) {
            let found = (source.news)(job, &subscription.topic.data, subscription.since()).await?;
            if !subscription.fresh(&found).is_empty() {
                actions::announce(job, permit, subscription.id, &found).await?;
            }
        }
        after = last;
    }
}

/// Writes the letter that asks to confirm.
pub(crate) async fn ask_to_confirm(job: JobCtx, AskToConfirm { subscription }: AskToConfirm) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let made = actions::make_confirmation(&job, &permit, subscription).await?;
    let Some((subscription, secret)) = made else { return Ok(()) };
    let Some(source) = job.app.topic_source(&subscription.topic.kind).copied() else { return Ok(()) };
    let job = JobCtx { ctx: job.ctx.in_language(subscription.lang), ..job };
    let mut conn = job.read().await?;
    let about = views::about(&mut conn, &job, &source, &subscription).await?;
    drop(conn);
    let Some(email) = subscription.email else { return Ok(()) };
    job.send(&mails::confirmation(&job, &source, email, &about, &secret), 0).await
}

/// Writes the letter with what is new. What is no longer there by now is left out.
pub(crate) async fn send_news(job: JobCtx, SendNews { subscription, news }: SendNews) -> Result<()> {
    let mut conn = job.read().await?;
    let Some(row) = store::FIND.optional(&mut conn, (job.town(), subscription)).await? else { return Ok(()) };
    let subscription = Subscription::from(row);
    let Some(source) = job.app.topic_source(&subscription.topic.kind).copied() else { return Ok(()) };
    if subscription.state != State::Active {
        return Ok(());
    }
    let Some(reader) = views::reader(&mut conn, &job, &subscription).await? else { return Ok(()) };
    let job = JobCtx { ctx: job.ctx.in_language(reader.lang), ..job };
    let Some(about) = (source.describe)(&mut conn, &job, &subscription.topic.data).await? else { return Ok(()) };
    let lines = (source.tell)(&mut conn, &job, &news).await?;
    drop(conn);
    if lines.is_empty() {
        return Ok(());
    }
    let permit = policy::system(&job.actor).require()?;
    let secret = actions::make_link(&job, &permit, subscription.id).await?;
    job.send(&mails::news(&job, &source, &reader, &about, &lines, &secret), 0).await
}
