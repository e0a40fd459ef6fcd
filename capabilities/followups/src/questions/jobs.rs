//! Asking, at the moment itself, and the letters that ask.

use kernel::{Instant, Result};
use platform::{
    Job, JobCtx,
    followups::{About, Answerer, Question},
};
use serde::{Deserialize, Serialize};

use super::{actions, mails};
use crate::policy;

/// Ask each side.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Ask {
    /// Key of the question.
    pub question: String,
    pub about: About,
    pub moment: String,
    /// The fact it is about, where the same thing can begin anew.
    pub since: Option<Instant>,
}

impl Job for Ask {
    const KIND: &'static str = "followups.ask";
}

impl Ask {
    /// About this, at this moment.
    pub fn new(question: &Question, about: About, moment: &str, since: Option<Instant>) -> Self {
        Self { question: question.key.to_owned(), about, moment: moment.to_owned(), since }
    }
}

/// Send the question to one side.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Send {
    /// Key of the question.
    pub question: String,
    pub about: About,
    pub moment: String,
    pub side: String,
}

impl Job for Send {
    const KIND: &'static str = "followups.send_question";
}

/// Runs [`Ask`].
pub async fn ask(job: JobCtx, work: Ask) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    match job.app.question(&work.question) {
        Some(question) => actions::ask(&job, &permit, question, &work).await,
        None => Ok(()),
    }
}

/// Runs [`Send`]. Every letter has a link of its own; the first who answers does so for the side.
pub async fn send(job: JobCtx, work: Send) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let Some(question) = job.app.question(&work.question) else { return Ok(()) };
    let mut conn = job.read().await?;
    let topic = (question.find)(&mut conn, &job, work.about, &work.moment, &work.side).await?;
    drop(conn);
    let Some(topic) = topic.filter(|topic| topic.open) else { return Ok(()) };
    let Answerer::Mail(readers) = &topic.answerer else { return Ok(()) };
    for (reader, number) in readers.iter().zip(0u8..) {
        let secret = actions::add_link(&job, &permit, &work, &reader.letter.to).await?;
        let reading = JobCtx { ctx: job.in_language(reader.lang), ..job.clone() };
        let letter = mails::question(&reading, question, &work, (&topic, reader), secret.reveal());
        reading.send(&letter, number).await?;
    }
    Ok(())
}

/// Every night.
pub async fn forget_links(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    actions::forget_links(&job, &permit).await
}
