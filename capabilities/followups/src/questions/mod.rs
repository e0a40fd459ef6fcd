//! Questions afterwards: planned with a moment, asked of each side by mail or by telephone, answered with one tap, asked again
//! while it is not known. Unknown is itself a figure.

mod actions;
mod forms;
mod jobs;
mod mails;
mod pages;
pub(crate) mod store;

use kernel::{Choice, Instant, OrganisationId, PageRequest, Paged, Result};
use platform::{
    Conn, Ctx, Tx,
    followups::{About, Question},
    queues::Held,
};
use serde::Serialize;
use uuid::Uuid;

use self::store::{Asked, Tally};

pub use self::{
    actions::{ask_at, ask_no_more, morning, tell},
    forms::read_answer,
    jobs::{Ask, Send, ask, forget_links, send},
    pages::{QuestionPage, answer, show},
};

/// The answers to choose from at a moment, in words.
pub fn answers(ctx: &Ctx, question: &Question, moment: &str) -> Vec<Choice> {
    let answers = question.moment(moment).map_or(&[][..], |moment| moment.answers);
    answers.iter().map(|answer| Choice::new(answer.code, answer_in_words(ctx, question, answer.code))).collect()
}

/// An answer in words.
pub fn answer_in_words(ctx: &Ctx, question: &Question, code: &str) -> String {
    ctx.t(&format!("{}answer-{}", question.words, code.replace('_', "-")))
}

/// What was asked about a thing, the oldest first.
pub async fn of(conn: &mut Conn, ctx: &Ctx, question: &Question, subject: impl Into<Uuid>) -> Result<Vec<Asked>> {
    Ok(store::OF_SUBJECT.all(conn, (ctx.town(), question.key.to_owned(), subject.into())).await?)
}

/// What was asked about somebody with whom things were had, the oldest first.
pub async fn of_with(conn: &mut Conn, ctx: &Ctx, question: &Question, with: impl Into<Uuid>) -> Result<Vec<Asked>> {
    Ok(store::OF_WITH.all(conn, (ctx.town(), question.key.to_owned(), with.into())).await?)
}

/// The telephone list: what was asked of people whom no mail reaches and is not answered yet, the oldest first.
pub async fn to_call(conn: &mut Conn, ctx: &Ctx, question: &Question, page: PageRequest) -> Result<Paged<Asked>> {
    Ok(store::TO_CALL.page(conn, (ctx.town(), question.key.to_owned()), page).await?)
}

/// How many people are to be called, and since when the first of them.
pub async fn held(conn: &mut Conn, ctx: &Ctx, question: &Question) -> Result<Held> {
    Ok(store::HELD.one(conn, (ctx.town(), question.key.to_owned())).await?)
}

/// About how many things the contacts of an organisation were asked, and have not answered.
pub async fn unanswered(conn: &mut Conn, ctx: &Ctx, question: &Question, organisation: OrganisationId) -> Result<i64> {
    Ok(store::UNANSWERED.one(conn, (ctx.town(), organisation, question.key.to_owned())).await?.0)
}

/// How much is known of what was asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Known {
    /// How often it was asked.
    pub asked: i64,
    /// How often it is known what came of it.
    pub known: i64,
    /// How often it is not: nobody said, or it could not be said yet.
    pub unknown: i64,
}

/// How much is known of what was asked since a moment, each side counted.
pub async fn known_since(conn: &mut Conn, ctx: &Ctx, question: &Question, since: Instant) -> Result<Known> {
    let (asked, known) = store::KNOWN_SINCE.one(conn, (ctx.town(), question.key.to_owned(), since)).await?;
    Ok(Known { asked, known, unknown: asked - known })
}

/// What was asked in two periods that follow each other, from the first moment up to the second and from the second up to the
/// third, each thing counted once. One statement.
pub async fn tallies(
    conn: &mut Conn,
    ctx: &Ctx,
    question: &Question,
    [from, middle, until]: [Instant; 3],
) -> Result<Vec<Tally>> {
    Ok(store::TALLIES.all(conn, (ctx.town(), question.key.to_owned(), from, middle, until)).await?)
}

/// Keeps what was asked as it is given: for a demonstration.
pub async fn insert_sample(tx: &mut Tx, asked: Asked) -> Result<()> {
    store::SAVE.run(tx, asked).await?;
    Ok(())
}

/// What it was about has ended: nobody is called about it any more, and asked again it begins anew.
pub async fn over(tx: &mut Tx, ctx: &Ctx, question: &Question, subject: impl Into<Uuid>) -> Result<()> {
    store::END.run(tx, (ctx.town(), question.key.to_owned(), subject.into())).await?;
    Ok(())
}

/// What came of it at this moment makes no sense to ask any more: nobody is called about it, and what was said stays.
pub async fn over_at(
    tx: &mut Tx,
    ctx: &Ctx,
    question: &Question,
    (subject, moment): (impl Into<Uuid>, &str),
) -> Result<()> {
    let key = (ctx.town(), question.key.to_owned(), subject.into(), moment.to_owned());
    store::END_MOMENT.run(tx, key).await?;
    Ok(())
}

/// What somebody said in their own words goes, and so do their links; that it was asked and what came of it stays.
pub async fn forget_words(tx: &mut Tx, ctx: &Ctx, question: &Question, subject: impl Into<Uuid>) -> Result<()> {
    let key = (ctx.town(), question.key.to_owned(), subject.into());
    store::END_LINKS.run(tx, key.clone()).await?;
    store::FORGET_WORDS.run(tx, key).await?;
    Ok(())
}

/// Forgets everything that was asked about a thing.
pub async fn forget(tx: &mut Tx, ctx: &Ctx, question: &Question, subject: impl Into<Uuid>) -> Result<()> {
    let key = (ctx.town(), question.key.to_owned(), subject.into());
    store::END_LINKS.run(tx, key.clone()).await?;
    store::FORGET.run(tx, key).await?;
    Ok(())
}

/// Forgets everything that was asked about somebody with whom things were had.
pub async fn forget_with(tx: &mut Tx, ctx: &Ctx, question: &Question, with: impl Into<Uuid>) -> Result<()> {
    let key = (ctx.town(), question.key.to_owned(), with.into());
    store::END_LINKS_WITH.run(tx, key.clone()).await?;
    store::FORGET_WITH.run(tx, key).await?;
    Ok(())
}

/// Forgets what was asked before a moment.
pub async fn forget_before(tx: &mut Tx, ctx: &Ctx, question: &Question, before: Instant) -> Result<()> {
    store::FORGET_BEFORE.run(tx, (ctx.town(), question.key.to_owned(), before)).await?;
    Ok(())
}

impl Asked {
    /// A question to one side that is about to be asked for the first time, by mail.
    pub fn first(ctx: &Ctx, question: &Question, about: About, (moment, side): (&str, &str)) -> Self {
        Self {
            municipality_id: ctx.town(),
            question: question.key.to_owned(),
            subject_id: about.subject,
            with_id: about.with,
            moment: moment.to_owned(),
            side: side.to_owned(),
            organisation_id: None,
            by_phone: false,
            ended: false,
            answer: None,
            known: false,
            reason: None,
            asked_at: ctx.now,
            asked_times: 0,
            answered_at: None,
        }
    }

    /// What it is about.
    pub fn about(&self) -> About {
        About { subject: self.subject_id, with: self.with_id }
    }
}
