//! Threads of the demonstration town, as if they had happened: nobody gets a letter, and the clocks run on.

use followups::{Asked, questions};
use kernel::{Result, time};
use platform::{Ctx, Tx};

use crate::{
    figures::jobs as figure_jobs,
    guarantee::run_clock,
    introductions::{model::Introduction, store as introductions},
    model::{Message, Response, State},
    outcomes::actions as asking,
    policy,
    settings::{self, Terms},
    store,
};

/// A thread with everything that belongs to it.
#[derive(Clone, Debug)]
pub struct SampleThread {
    /// The response itself.
    pub response: Response,
    /// What was said, in order of time.
    pub messages: Vec<Message>,
    /// The introduction, when there is one.
    pub introduction: Option<Introduction>,
    /// What both sides were asked.
    pub outcomes: Vec<Asked>,
}

/// When an answer to something confirmed at this moment is due in this town.
pub fn answer_due(ctx: &Ctx, confirmed_at: kernel::Instant) -> kernel::Instant {
    let calendar = ctx.municipality.working_calendar(confirmed_at);
    Terms::of(&ctx.municipality, confirmed_at).deadlines(&calendar, confirmed_at).due
}

/// Keeps a thread as it is given, and sees to it that what is yet to happen will.
pub async fn insert_sample(tx: &mut Tx, ctx: &Ctx, mut thread: SampleThread) -> Result<()> {
    let response = &mut thread.response;
    if response.awaits_answer() && !response.with_point {
        // A clock of its own moment; the reminders that were sent stay sent.
        let then = at(ctx, response.confirmed_at.unwrap_or(response.created_at));
        run_clock(tx, &then, response).await?;
    }
    let response = &thread.response;
    store::SAVE.save(tx, response).await?;
    for message in &thread.messages {
        store::SAY.save(tx, message).await?;
    }
    if let Some(introduction) = &thread.introduction {
        introductions::SAVE.save(tx, introduction).await?;
        if introduction.ends_at.is_some_and(|ends| ends.plus(time::DAY) > ctx.now) {
            asking::ask_after_introduction(tx, ctx, introduction).await?;
        }
    }
    for asked in thread.outcomes {
        questions::insert_sample(tx, asked).await?;
    }
    asking::end_outdated(tx, ctx, response).await?;
    let days = ctx.municipality.settings.int(&settings::OUTCOME_DAYS, ctx.today());
    match response.started_at {
        Some(started) if response.state == State::Started && started.plus(days * time::DAY) > ctx.now => {
            asking::ask_after_start(tx, &at(ctx, started), response.id).await
        }
        _ => Ok(()),
    }
}

/// Counts how well every organisation of the town answers, for the cards.
pub async fn count_answers(ctx: &Ctx) -> Result<()> {
    let permit = policy::system(&ctx.actor).require()?;
    figure_jobs::recount_all(ctx, &permit).await
}

/// The same town at another moment.
fn at(ctx: &Ctx, now: kernel::Instant) -> Ctx {
    Ctx { now, ..ctx.clone() }
}
