//! Looking for news at each rhythm, and the letters that follow.

use kernel::{Result, time};
use platform::{Job, JobCtx, searching};
use serde::{Deserialize, Serialize};

use super::{
    actions, mails,
    model::{Rhythm, SavedSearch, State},
    policy, store, views,
};
use facets::model::{SavedSearchId, VacancyId};
use vacancies::events::VacancyPublished;

/// Vacancies that go live together are told together.
const GATHER_MILLIS: i64 = 2 * time::MINUTE;
/// Searches read at once.
const BATCH: i64 = 200;

/// Asks the owner of an address whether they meant it.
#[derive(Debug, Serialize, Deserialize)]
pub struct AskToConfirm {
    /// Which search.
    pub search: SavedSearchId,
}

impl Job for AskToConfirm {
    const KIND: &'static str = "saved_search.ask_to_confirm";
}

/// Tells the owner of a search what is new.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendNews {
    /// Which search.
    pub search: SavedSearchId,
    /// What is new.
    pub vacancies: Vec<VacancyId>,
}

impl Job for SendNews {
    const KIND: &'static str = "saved_search.send_news";
}

/// Looks for news for those who want to hear at once.
#[derive(Debug, Serialize, Deserialize)]
pub struct LookAtOnce {}

impl Job for LookAtOnce {
    const KIND: &'static str = "saved_search.look_at_once";
}

/// A vacancy went live: those who want to hear at once are told in a moment.
pub async fn published(job: JobCtx, _: VacancyPublished) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let mut tx = job.begin(&permit).await?;
    // A key for each stretch of time: one that is running has looked already and must not stand for this one.
    let stretch = job.now.millis() / GATHER_MILLIS + 1;
    let end = kernel::Instant::from_millis(stretch * GATHER_MILLIS);
    tx.enqueue_at(&job, &LookAtOnce {}, end, &stretch.to_string()).await?;
    job.commit(tx).await
}

/// Looks for those who want to hear at once.
pub async fn look_at_once(job: JobCtx, _: LookAtOnce) -> Result<()> {
    look(job, Rhythm::AtOnce).await
}

/// Looks for those who want to hear once a day.
pub async fn daily(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    actions::forget(&job, &permit).await?;
    look(job, Rhythm::Daily).await
}

/// Looks for those who want to hear once a week.
pub async fn weekly(job: JobCtx) -> Result<()> {
    look(job, Rhythm::Weekly).await
}

async fn look(job: JobCtx, rhythm: Rhythm) -> Result<()> {
    searching::refresh(&job.app).await?;
    let permit = policy::system(&job.actor).require()?;
    let mut after = SavedSearchId(uuid::Uuid::nil());
    loop {
        let mut conn = job.read().await?;
        let args = (job.town(), platform::db::Code(rhythm), after, BATCH);
        let rows = store::IN_RHYTHM.all(&mut conn, args).await?;
        drop(conn);
        let Some(last) = rows.last().map(|row| row.id) else { return Ok(()) };
        for search in rows.into_iter().map(SavedSearch::from) {
            let found = views::newest(&job, &search).await?;
            if !search.fresh(&found).is_empty() {
                actions::announce(&job, &permit, search.id, &found).await?;
            }
        }
        after = last;
    }
}

/// Writes the letter that asks to confirm.
pub async fn ask_to_confirm(job: JobCtx, AskToConfirm { search }: AskToConfirm) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let Some((search, secret)) = actions::make_confirmation(&job, &permit, search).await? else { return Ok(()) };
    let job = JobCtx { ctx: job.ctx.in_language(search.lang), ..job };
    let Some(letter) = mails::confirmation(&job, &search, &secret).await? else { return Ok(()) };
    job.send(&letter, 0).await
}

/// Writes the letter with what is new. What is no longer there by now is left out.
pub async fn send_news(job: JobCtx, SendNews { search, vacancies }: SendNews) -> Result<()> {
    let mut conn = job.read().await?;
    let Some(row) = store::FIND.optional(&mut conn, (job.town(), search)).await? else { return Ok(()) };
    let search = SavedSearch::from(row);
    if search.state != State::Active {
        return Ok(());
    }
    let Some(reader) = views::reader(&mut conn, &job, &search).await? else { return Ok(()) };
    let mut news = vacancies::by_ids(&mut conn, &job, &vacancies).await?;
    drop(conn);
    news.retain(|vacancy| vacancy.takes_responses(job.today()));
    if news.is_empty() {
        return Ok(());
    }
    let permit = policy::system(&job.actor).require()?;
    let secret = actions::make_link(&job, &permit, search.id).await?;
    let job = JobCtx { ctx: job.ctx.in_language(reader.lang), ..job };
    let letter = mails::news(&job, &search, &reader, &news, &secret).await?;
    job.send(&letter, 0).await
}
