//! Sending letters, giving people whose vacancy ended their answer, forgetting.

use kernel::{Result, time};
use platform::{Ctx, Tx, audit::Subject as AuditSubject, db::Code, jobs::JobCtx};
use serde_json::json;
use uuid::Uuid;

use super::{
    actions::{add_link, load},
    around::{self, Reader},
    decisions, guarantee, introductions,
    mails::{self, LetterKind, SendLetter, Writing},
    model::{DeclineKind, Message, Owner, Response, Side, State, Verb},
    outcomes, policy, store, terms,
};
use crate::{
    facets::model::{Kind, ResponseId},
    offers::events::OfferClosed,
    vacancies::events::{VacancyClosed, VacancyFilled, VacancyTakenDown},
};

/// Sends a letter to each of its readers. Run again it sends the same letters with the same Message-IDs.
///
/// # Errors
/// When a letter cannot be sent; it is then tried again.
pub async fn send_letter(job: JobCtx, work: SendLetter) -> Result<()> {
    let mut conn = job.read().await?;
    let row = store::FIND.optional(&mut conn, (job.town(), work.response)).await?;
    // Who is told that somebody took it back hears it also when that person is forgotten.
    let known = |response: &Response| response.erased_at.is_none() || work.letter == LetterKind::Withdrawn;
    let holds = |response: &Response| known(response) && work.letter.still_holds(response);
    let Some(response) = row.map(Response::from).filter(holds) else { return Ok(()) };
    let side = work.letter.side();
    let (readers, at_point) = match around::handler(&mut conn, &job, &response).await? {
        handlers if side == Side::Owner && !handlers.is_empty() => (handlers, true),
        _ => (mails::readers(&mut conn, &job, &response, side).await?, false),
    };
    let owner = around::owner_name(&mut conn, &job, response.owner).await?;
    let message = match work.message {
        Some(id) => store::LINE.optional(&mut conn, (job.town(), id)).await?.map(Message::from),
        None => None,
    };
    let introduction = introductions::of(&mut conn, &job, response.id).await?;
    drop(conn);
    for (reader, number) in readers.iter().zip(0u8..) {
        let reading = JobCtx { ctx: job.in_language(reader.lang), ..job.clone() };
        let thread = thread_path(&job, &response, work.letter, reader, at_point).await?;
        let response = named(&reading, &response);
        let writing = Writing {
            ctx: &reading,
            reader,
            response: &response,
            owner: &owner,
            work: &work,
            message: message.as_ref(),
            introduction: introduction.as_ref(),
            thread,
        };
        reading.send(&writing.letter(), number).await?;
    }
    Ok(())
}

/// With a neutral name for who is forgotten.
fn named(ctx: &Ctx, response: &Response) -> Response {
    let mut response = response.clone();
    if response.name.is_empty() {
        response.name = ctx.t("response-somebody");
    }
    response
}

/// Where this reader opens the thread: by a private link that is made for this letter, so that nobody has to sign in to
/// answer; the point at its desk. Of a forgotten response there is nothing to open but the list.
async fn thread_path(
    job: &JobCtx,
    response: &Response,
    letter: LetterKind,
    reader: &Reader,
    at_point: bool,
) -> Result<String> {
    let side = letter.side();
    if at_point || side == Side::Point {
        return Ok(format!("/balie/reacties/{}", response.id));
    }
    if letter == LetterKind::Confirm {
        return Ok("/reacties/bevestig".to_owned());
    }
    if response.erased_at.is_some() {
        return Ok(match response.owner {
            Owner::Organisation(organisation) => format!("/organisatie/{organisation}/reacties"),
            Owner::Person(_) => "/mijn/reacties".to_owned(),
        });
    }
    let permit = policy::keep(&job.actor).require()?;
    let mut tx = job.begin(&permit).await?;
    let holder = reader.person.filter(|_| side == Side::Owner);
    let secret = add_link(&mut tx, job, response.id, side, holder).await?;
    job.commit(tx).await?;
    Ok(format!("/reacties/mijn/{secret}"))
}

/// All places are taken: who still waited gets an answer, with other doors. The reserve list stays.
///
/// # Errors
/// When the database refuses.
pub async fn on_filled(job: JobCtx, event: VacancyFilled) -> Result<()> {
    end_all(job, Kind::Vacancy, event.vacancy.0, DeclineKind::Full).await
}

/// It is over: as [`on_filled`], and the reserve list ends too.
///
/// # Errors
/// When the database refuses.
pub async fn on_closed(job: JobCtx, event: VacancyClosed) -> Result<()> {
    end_all(job, Kind::Vacancy, event.vacancy.0, DeclineKind::Closed).await
}

/// It was taken down: as [`on_closed`].
///
/// # Errors
/// When the database refuses.
pub async fn on_taken_down(job: JobCtx, event: VacancyTakenDown) -> Result<()> {
    end_all(job, Kind::Vacancy, event.vacancy.0, DeclineKind::Closed).await
}

/// An offer is over, ran out or was taken down: whoever asked and still waited gets an answer.
///
/// # Errors
/// When the database refuses.
pub async fn on_offer_closed(job: JobCtx, event: OfferClosed) -> Result<()> {
    end_all(job, Kind::Offer, event.offer.0, DeclineKind::Closed).await
}

/// Each response in a transaction of its own: run again, it goes on where it stopped. Who is invited keeps the invitation;
/// the other side is reminded that somebody counts on it.
async fn end_all(job: JobCtx, kind: Kind, subject: Uuid, reason: DeclineKind) -> Result<()> {
    let permit = policy::keep(&job.actor).require()?;
    let mut conn = job.read().await?;
    let rows = store::ACTIVE_OF_SUBJECT.all(&mut conn, (job.town(), Code(kind), subject)).await?;
    drop(conn);
    for row in rows {
        let mut tx = job.begin(&permit).await?;
        let mut response = load(&mut tx, &job, row.id).await?;
        match response.state {
            State::Open | State::InConversation if reason == DeclineKind::Closed || !response.reserve => {
                decisions::actions::end_with_doors(&mut tx, &job, &mut response, reason).await?;
            }
            State::Invited => guarantee::actions::remind_of_invited(&mut tx, &job, &response).await?,
            _ => {}
        }
        job.commit(tx).await?;
    }
    Ok(())
}

/// Removes the personal data of responses whose time has come, and links that hold no more.
///
/// # Errors
/// When the database refuses.
pub async fn forget(job: JobCtx) -> Result<()> {
    let permit = policy::keep(&job.actor).require()?;
    let days = |setting| job.now.plus(-job.municipality.settings.int(setting, job.today()) * time::DAY);
    let mut conn = job.read().await?;
    let usual = (job.town(), days(&terms::KEEP_DAYS), days(&terms::KEEP_LONGER_DAYS));
    let mut rows = store::TO_ERASE.all(&mut conn, usual).await?;
    rows.extend(store::TO_ERASE_ENDED.all(&mut conn, (job.town(), days(&terms::KEEP_STARTED_DAYS))).await?);
    rows.extend(store::STALE_UNCONFIRMED.all(&mut conn, (job.town(), days(&terms::KEEP_UNCONFIRMED_DAYS))).await?);
    drop(conn);
    for row in rows {
        let mut tx = job.begin(&permit).await?;
        let mut response = load(&mut tx, &job, row.id).await?;
        if response.state == State::Unconfirmed {
            response.step(Verb::Expire, job.now)?;
        }
        erase(&mut tx, &job, response).await?;
        tx.audit(&job, &permit, "response.forget", AuditSubject::of("response", row.id), &json!({})).await?;
        job.commit(tx).await?;
    }
    let mut tx = job.begin(&permit).await?;
    store::FORGET_LINKS.run(&mut tx, (job.town(), job.now)).await?;
    outcomes::store::FORGET_LINKS.run(&mut tx, (job.town(), job.now)).await?;
    job.commit(tx).await
}

/// What stays of a response whose person is forgotten: that there was one, and how it ended.
pub(super) async fn erase(tx: &mut Tx, ctx: &Ctx, mut response: Response) -> Result<()> {
    let id: ResponseId = response.id;
    response.name = String::new();
    response.email = None;
    response.phone = None;
    response.person = None;
    response.tell_since = None;
    response.no_doors_reason = None;
    response.erased_at = Some(ctx.now);
    store::SAVE.run(tx, (&response).into()).await?;
    store::EMPTY_THREAD.run(tx, (ctx.town(), id)).await?;
    store::END_LINKS.run(tx, (ctx.town(), id)).await?;
    store::SET_SECRETS.run(tx, (ctx.town(), id, None, None)).await?;
    outcomes::store::END_LINKS.run(tx, (ctx.town(), id)).await?;
    outcomes::store::FORGET_REASONS.run(tx, (ctx.town(), id)).await?;
    Ok(())
}
