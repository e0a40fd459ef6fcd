//! Sending letters, answering everybody when a subject is over, forgetting.

use kernel::{Problem, Result, time};
use platform::{
    Ctx, Tx,
    audit::{Subject as AuditSubject, Unaudited},
    db::Code,
    given_up::given_up,
    jobs::JobCtx,
    steps,
    subjects::Over,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    actions::add_link,
    decisions, guarantee, introductions,
    mails::{self, Content, LetterKind, SendLetter},
    model::{Message, Response, Side, State, Verb},
    neighbours::{self, Reader},
    outcomes, policy, settings, store,
};

/// Sends a letter to each of its readers. Run again it sends the same letters with the same Message-IDs.
pub async fn send_letter(job: JobCtx, work: SendLetter) -> Result<()> {
    let mut conn = job.read().await?;
    let Some(response) = store::FIND.optional(&mut conn, (job.town(), work.response)).await? else { return Ok(()) };
    // That somebody took it back is told also when that person is forgotten.
    let known = response.erased_at.is_none() || work.letter == LetterKind::Withdrawn;
    if !known || !work.letter.still_holds(&response) {
        return Ok(());
    }
    let side = work.letter.side();
    let (readers, at_point) = match neighbours::handler(&mut conn, &job, &response).await? {
        handlers if side == Side::Owner && !handlers.is_empty() => (handlers, true),
        _ => (mails::readers(&mut conn, &job, &response, side).await?, false),
    };
    let owner = neighbours::owner_name(&mut conn, &job, &response).await?;
    let introduction = introductions::of(&mut conn, &job, response.id).await?;
    drop(conn);
    let messages = messages(&job, &response, &work).await?;
    if messages.is_empty() && work.letter.tells_messages() {
        return Ok(());
    }
    let mut content = Content { response, owner, work, messages, introduction, thread: String::new() };
    for (reader, number) in readers.iter().zip(0u8..) {
        let reading = JobCtx { ctx: job.in_language(reader.lang), ..job.clone() };
        content.thread = thread_path(&job, &content.response, content.work.letter, reader, at_point).await?;
        if content.response.erased_at.is_some() {
            content.response.name = reading.t("response-somebody");
        }
        reading.send(&content.letter(&reading, reader), number).await?;
    }
    Ok(())
}

/// The lines of the thread that a letter carries. Messages that came within minutes stand in one letter: the first that is
/// sent takes the others along, and for those there is nothing left to send. Run again it carries the same ones.
async fn messages(job: &JobCtx, response: &Response, work: &SendLetter) -> Result<Vec<Message>> {
    let Some(id) = work.message else { return Ok(Vec::new()) };
    let letter = (job.town(), response.id, Some(job.job));
    let mut conn = job.read().await?;
    if !work.letter.tells_messages() {
        return Ok(store::LINE.all(&mut conn, (job.town(), id)).await?);
    }
    let before = store::IN_LETTER.all(&mut conn, letter).await?;
    drop(conn);
    if !before.is_empty() {
        return Ok(before);
    }
    let permit = policy::system(&job.actor).require()?;
    let mut tx = job.begin(&permit).await?;
    tx.lock(response.id).await?;
    store::TAKE_UP.run(&mut tx, (job.town(), response.id, id, Code(work.letter.side()), job.job)).await?;
    let mut taken = store::IN_LETTER.all(&mut tx, letter).await?;
    if taken.is_empty() {
        // A letter that waited before messages knew in which letter they stand.
        taken = store::IN_NO_LETTER.all(&mut tx, (job.town(), id)).await?;
    }
    tx.unaudited(Unaudited::Progress);
    job.commit(tx).await?;
    Ok(taken)
}

/// Letters to people who responded that were given up: the thread says so, and the point tells them otherwise. Those to the
/// other side need nothing here: who does not answer is reminded, and the point takes over.
pub(super) async fn look_after_letters(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let lost = given_up::<SendLetter>(&mut job.read().await?, &job).await?;
    for letter in lost.into_iter().filter(|lost| lost.work.letter.side() == Side::Person) {
        let mut change = match job.change::<Response, _>(&permit, letter.work.response, "letter_undelivered").await {
            Err(Problem::NotFound) => continue,
            change => change?,
        };
        if change.undeliverable(letter.at, job.now) {
            change.done_with(|_| json!({ "letter": letter.work.letter })).await?;
        }
    }
    Ok(())
}

/// Where this reader opens the thread: by a private link that is made for this letter (the same when it is sent again), so
/// that nobody has to sign in to answer; the point at its desk. Of a forgotten response there is nothing to open but the list.
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
        let own = || "/mijn/reacties".to_owned();
        return Ok(response
            .organisation
            .map_or_else(own, |organisation| format!("/organisatie/{organisation}/reacties")));
    }
    let permit = policy::system(&job.actor).require()?;
    let secret = job.secrets().await?.link(&reader.email);
    let mut tx = job.begin(&permit).await?;
    let holder = reader.person.filter(|_| side == Side::Owner);
    let secret = add_link(&mut tx, job, &secret, response.id, (side, holder)).await?;
    tx.unaudited(Unaudited::Secret);
    job.commit(tx).await?;
    Ok(format!("/reacties/mijn/{secret}"))
}

/// A subject is over: people who still wait get an answer, with other doors; the reserve list stays when it is only full. A
/// job of the capability that has the subject calls this. Each response in a transaction of its own: run again, it goes on
/// where it stopped. People who are invited keep the invitation; the other side is reminded that somebody counts on it.
pub async fn over(job: &JobCtx, kind: &str, subject: Uuid, why: Over) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let mut conn = job.read().await?;
    let active = store::ACTIVE_OF_SUBJECT.all(&mut conn, (job.town(), kind.to_owned(), subject)).await?;
    drop(conn);
    for id in active.into_iter().map(|response| response.id) {
        let mut tx = job.begin(&permit).await?;
        let mut response: Response = steps::load(&mut tx, job, id).await?;
        match response.state {
            State::Open | State::InConversation if why == Over::Closed || !response.reserve => {
                decisions::actions::end_with_doors(&mut tx, job, &mut response, why.into()).await?;
                store::SAVE.save(&mut tx, &response).await?;
                let (about, details) = (AuditSubject::of("response", id), json!({ "subject": kind }));
                tx.audit(job, &permit, "response.end_with_subject", about, &details).await?;
            }
            State::Invited => {
                guarantee::actions::remind_of_invited(&mut tx, job, &response).await?;
                tx.unaudited(Unaudited::Progress);
            }
            _ => {}
        }
        job.commit(tx).await?;
    }
    Ok(())
}

/// Removes the personal data of responses whose time has come, and links that hold no more.
pub async fn forget(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let days = |setting| job.now.plus(-job.municipality.settings.int(setting, job.today()) * time::DAY);
    let mut conn = job.read().await?;
    let usual = (job.town(), days(&settings::KEEP_DAYS), days(&settings::KEEP_LONGER_DAYS));
    let mut due = store::TO_ERASE.all(&mut conn, usual).await?;
    due.extend(store::TO_ERASE_ENDED.all(&mut conn, (job.town(), days(&settings::KEEP_STARTED_DAYS))).await?);
    due.extend(store::STALE_UNCONFIRMED.all(&mut conn, (job.town(), days(&settings::KEEP_UNCONFIRMED_DAYS))).await?);
    drop(conn);
    for id in due.into_iter().map(|response| response.id) {
        let mut change = job.change::<Response, _>(&permit, id, "forget").await?;
        let (tx, response) = change.parts();
        if response.state == State::Unconfirmed {
            response.step(Verb::Expire, job.now)?;
        }
        erase(tx, &job, response).await?;
        change.done().await?;
    }
    let mut tx = job.begin(&permit).await?;
    store::FORGET_LINKS.run(&mut tx, (job.town(), job.now)).await?;
    tx.unaudited(Unaudited::Term);
    job.commit(tx).await
}

/// What stays of a response whose person is forgotten: that there was one, and how it ended.
pub(super) async fn erase(tx: &mut Tx, ctx: &Ctx, response: &mut Response) -> Result<()> {
    response.name = String::new();
    response.email = None;
    response.phone = None;
    response.person = None;
    response.confirm_code_hash = None;
    response.confirm_link_hash = None;
    response.tell_since = None;
    response.no_doors_reason = None;
    response.erased_at = Some(ctx.now);
    store::EMPTY_THREAD.run(tx, (ctx.town(), response.id)).await?;
    store::END_LINKS.run(tx, (ctx.town(), response.id)).await?;
    followups::questions::forget_words(tx, ctx, &outcomes::OUTCOME, response.id).await
}
