//! Planning what is asked, asking it, and what an answer does.

use jiff::civil::Time;
use kernel::{Instant, Permit, Problem, Result, time};
use platform::{
    Ctx, JobCtx, Tx,
    audit::{Subject, Unaudited},
    auth::{self, Secret},
    followups::{About, Answerer, Question, Told, Topic},
};
use serde_json::json;

use super::{
    jobs::{Ask, Send},
    store::{self, Asked},
};
use crate::policy::{self, System};

/// Hour of the town's day at which questions arrive.
const HOUR: i8 = 10;
/// How long a link to answer with holds.
const LINK_DAYS: i64 = 60;

/// `days` days after `from`, at the hour at which questions arrive.
pub fn morning(ctx: &Ctx, from: Instant, days: i64) -> Instant {
    let zone = &ctx.municipality.zone;
    Instant::at(from.plus_days(days, zone).date(zone), Time::constant(HOUR, 0, 0, 0), zone)
}

fn key(question: &Question, about: About, moment: &str) -> String {
    format!("{}:{}:{moment}", question.key, about.subject)
}

/// Plans a question to each side at a moment; one that waited for another day gives way. `since` is the fact it is about,
/// where the same thing can begin anew.
pub async fn ask_at(
    tx: &mut Tx,
    ctx: &Ctx,
    question: &Question,
    (about, moment): (About, &str),
    (at, since): (Instant, Option<Instant>),
) -> Result<()> {
    ask_no_more(tx, ctx, question, (about, moment)).await?;
    tx.enqueue_at(ctx, &Ask::new(question, about, moment, since), at, &key(question, about, moment)).await
}

/// Takes back a question that was planned.
pub async fn ask_no_more(tx: &mut Tx, ctx: &Ctx, question: &Question, (about, moment): (About, &str)) -> Result<()> {
    tx.cancel::<Ask>(ctx, &key(question, about, moment)).await
}

/// Notes the question to each side, and has it sent to those who can be mailed. Nothing happens when it makes no sense any
/// more.
pub(super) async fn ask(ctx: &Ctx, permit: &Permit<System>, question: &Question, work: &Ask) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(work.about.subject).await?;
    let mut asked = false;
    for side in question.sides {
        let topic = (question.find)(&mut tx, ctx, work.about, &work.moment, side).await?;
        let same = |topic: &Topic| topic.open && (work.since.is_none() || work.since == topic.since);
        let Some(topic) = topic.filter(same) else { return Ok(()) };
        asked |= ask_side(&mut tx, ctx, question, work, side, &topic).await?;
    }
    if !asked {
        return Ok(());
    }
    if question.times > 1 {
        // Under a key of its own, because the job that asks now still holds the other.
        let key = format!("{}:{}", key(question, work.about, &work.moment), ctx.today());
        tx.enqueue_at(ctx, work, morning(ctx, ctx.now, question.again_days), &key).await?;
    }
    let subject = Subject::of(question.subject, work.about.subject);
    tx.audit(ctx, permit, question.verbs[0], subject, &json!({ "moment": work.moment })).await?;
    ctx.commit(tx).await
}

/// Whether there was anybody to ask who has not said what came of it, and not too often.
async fn ask_side(
    tx: &mut Tx,
    ctx: &Ctx,
    question: &Question,
    work: &Ask,
    side: &'static str,
    topic: &Topic,
) -> Result<bool> {
    if matches!(topic.answerer, Answerer::Nobody) {
        return Ok(false);
    }
    let place = (work.moment.as_str(), side);
    let known = find(tx, ctx, question, work.about, place).await?.filter(|known| !known.ended);
    let mut asked = known.unwrap_or_else(|| Asked::first(ctx, question, work.about, place));
    if asked.known || asked.asked_times >= question.times {
        return Ok(false);
    }
    asked.by_phone = matches!(topic.answerer, Answerer::Call);
    asked.organisation_id = topic.organisation;
    asked.asked_times += 1;
    asked.answer = None;
    asked.answered_at = None;
    store::SAVE.run(tx, asked).await?;
    if let Answerer::Mail(_) = topic.answerer {
        let send = Send {
            question: question.key.to_owned(),
            about: work.about,
            moment: work.moment.clone(),
            side: side.to_owned(),
        };
        tx.enqueue(ctx, &send).await?;
    }
    Ok(true)
}

async fn find(
    tx: &mut Tx,
    ctx: &Ctx,
    question: &Question,
    about: About,
    (moment, side): (&str, &str),
) -> Result<Option<Asked>> {
    let key = (ctx.town(), question.key.to_owned(), about.subject, about.with, moment.to_owned(), side.to_owned());
    Ok(store::FIND.optional(tx, key).await?)
}

/// Makes a link with which one reader answers; the letter that is sent again has the same.
pub(super) async fn add_link(job: &JobCtx, permit: &Permit<System>, work: &Send, reader: &str) -> Result<Secret> {
    let (ctx, secret) = (&job.ctx, job.secrets().await?.link(reader));
    let Send { question, about, moment, side } = work.clone();
    let until = ctx.now.plus(LINK_DAYS * time::DAY);
    let mut tx = ctx.begin(permit).await?;
    let link = (ctx.town(), secret.hash(), question, about.subject, about.with, moment, side, until);
    store::ADD_LINK.run(&mut tx, link).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(secret)
}

/// What a link asks; `None` when it holds no more, or never did.
pub(super) async fn asked_by(conn: &mut platform::Conn, ctx: &Ctx, token: &str) -> Result<Option<Send>> {
    let found = store::BY_LINK.optional(conn, (ctx.town(), auth::hash(token), ctx.now)).await?;
    Ok(found.map(|(question, subject, with, moment, side)| Send {
        question,
        about: About { subject, with },
        moment,
        side,
    }))
}

/// Keeps what somebody said, and lets what follows from it happen. Saying it again, or something else, does no harm: the last
/// word stays. The permit is that of a link, a thread or the desk.
///
/// # Errors
/// [`Problem::NotFound`] when what it is about is gone, or was never asked and may not be told all the same.
pub async fn tell<A>(ctx: &Ctx, permit: &Permit<A>, question: &Question, mut told: Told) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let (about, place) = (told.about, (told.moment.as_str(), told.side.as_str()));
    tx.lock(about.subject).await?;
    let topic = (question.find)(&mut tx, ctx, about, place.0, place.1).await?.ok_or(Problem::NotFound)?;
    let known = find(&mut tx, ctx, question, about, place).await?;
    if known.is_none() && !question.unasked {
        return Err(Problem::NotFound);
    }
    let before = known.as_ref().and_then(|known| known.answer.clone());
    let asked = known.unwrap_or_else(|| Asked {
        organisation_id: topic.organisation,
        asked_times: 1,
        ..Asked::first(ctx, question, about, place)
    });
    let asked = Asked {
        answer: Some(told.answer.code.to_owned()),
        known: told.answer.known,
        reason: told.reason.clone(),
        answered_at: Some(ctx.now),
        ..asked
    };
    store::SAVE.run(&mut tx, asked).await?;
    told.before = before;
    if let Some(answered) = question.answered {
        answered(&mut tx, ctx, &policy::follow(permit), &told).await?;
    }
    let details = json!({ "moment": told.moment, "side": told.side, "answer": told.answer.code });
    tx.audit(ctx, permit, question.verbs[1], Subject::of(question.subject, about.subject), &details).await?;
    ctx.commit(tx).await
}

/// Forgets links that hold no more.
pub(super) async fn forget_links(ctx: &Ctx, permit: &Permit<System>) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    store::FORGET_LINKS.run(&mut tx, (ctx.town(), ctx.now)).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}
