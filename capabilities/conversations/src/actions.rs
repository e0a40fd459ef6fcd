//! Responding, confirming, talking, taking back. What the state machine does not know is a [`Problem::Conflict`].

use kernel::{Instant, Permit, PersonId, Problem, Result, text::Codes, time};
use platform::{
    Ctx, Tx,
    audit::{Subject as AuditSubject, Unaudited},
    auth::{self, Secret},
    db::Code,
    limits::Limit,
    once, steps,
};
use serde_json::json;
use uuid::Uuid;

use super::{
    events,
    forms::Proof,
    guarantee, introductions,
    mails::{LetterKind, SendLetter},
    model::{
        CODE_DIGITS, Entry, MAX_TRIES, Message, MessageId, MessageKind, NewResponse, Response, ResponseId, Side, State,
        Verb,
    },
    outcomes,
    policy::{Choose, Confirm, Decide, Mediate, Respond, Speak},
    settings, store,
};
use people::{Purpose, desk::Register};

/// How long a private link in a mail holds.
pub(crate) const LINK_DAYS: i64 = 180;
/// Responses somebody gets a fresh link to at once.
const LINKS_AT_ONCE: i64 = 10;

/// How long the same words are one thing that was sent twice.
const AGAIN: i64 = time::MINUTE;
/// For how long messages are gathered into one letter, after one that went at once.
const GATHER: i64 = 3 * time::MINUTE;

/// Takes a response in, to a subject of any kind. Somebody who asks twice about the same thing has one thread, not two clocks;
/// of a visitor that is known once the address is confirmed.
pub async fn respond(ctx: &Ctx, permit: &Permit<Respond>, new: NewResponse) -> Result<Response> {
    let mut tx = ctx.begin(permit).await?;
    let subject = (new.subject.kind.as_str(), new.subject.id);
    let known = match new.entry {
        Entry::Account(person) => same(&mut tx, ctx, subject, Some(person), new.email.as_deref()).await?,
        Entry::OnBehalf { of: Some(person), .. } => same(&mut tx, ctx, subject, Some(person), None).await?,
        Entry::Visitor | Entry::OnBehalf { of: None, .. } => None,
    };
    let response = match known {
        Some(id) => ask_again(&mut tx, ctx, permit, id, &new.question).await?,
        None => begin(&mut tx, ctx, permit, new).await?,
    };
    ctx.commit(tx).await?;
    Ok(response)
}

/// The open response of this person to the same thing. Whoever asks for it waits until nobody else is making one.
async fn same(
    tx: &mut Tx,
    ctx: &Ctx,
    (kind, subject): (&str, Uuid),
    person: Option<PersonId>,
    email: Option<&str>,
) -> Result<Option<ResponseId>> {
    let who = [person.map(|person| person.to_string()), email.map(str::to_owned)];
    let turn = |who| once::turn(&format!("response {} {kind} {subject} {who}", ctx.town()));
    let mut turns: Vec<Uuid> = who.into_iter().flatten().map(turn).collect();
    turns.sort_unstable();
    for turn in turns {
        tx.lock(turn).await?;
    }
    let key = (ctx.town(), person, email.map(str::to_owned), kind.to_owned(), subject);
    Ok(store::SAME.optional(tx, key).await?.map(|(id,)| id))
}

async fn ask_again<A>(tx: &mut Tx, ctx: &Ctx, permit: &Permit<A>, id: ResponseId, question: &str) -> Result<Response> {
    let response = steps::load(tx, ctx, id).await?;
    let thread = store::THREAD.all(tx, (ctx.town(), id)).await?;
    if thread.iter().any(|line| line.side == Side::Person && line.body == question) {
        // For the permit; nothing was said that does not stand there.
        tx.unaudited(Unaudited::Progress);
        return Ok(response);
    }
    let message = (Side::Person, MessageKind::Message);
    tell(tx, ctx, &response, message, question, LetterKind::MessageToOwner).await?;
    let details = json!({ "side": Side::Person });
    tx.audit(ctx, permit, "response.say", AuditSubject::of("response", id), &details).await?;
    Ok(response)
}

async fn begin(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Respond>, new: NewResponse) -> Result<Response> {
    let (entry, agreed, question) = (new.entry, new.agreed, new.question.clone());
    let mut response = Response::new((ctx.town(), ctx.id()), new, ctx.now);
    store::SAVE.save(tx, &response).await?;
    let author = (response.person, response.name.clone());
    note(tx, ctx, &response, (Side::Person, MessageKind::Asked), author, &question).await?;
    tx.record(ctx, &events::ResponseReceived::of(&response)).await?;
    let subject = AuditSubject::of("response", response.id);
    let details = json!({ "subject": response.subject_kind, "entry": entry_code(entry) });
    tx.audit(ctx, permit, "response.receive", subject, &details).await?;
    if let Some(way) = agreed {
        // For this one response, and no longer than it is open: a person who wants more is registered.
        let details = json!({ "purpose": Purpose::Respond, "way": way, "until": "response_closed" });
        tx.audit(ctx, permit, "response.consent", subject, &details).await?;
    }
    match entry {
        Entry::Visitor => wait_to_be_confirmed(tx, ctx, &mut response).await?,
        Entry::Account(_) | Entry::OnBehalf { .. } => open(tx, ctx, &mut response).await?,
    }
    store::SAVE.save(tx, &response).await?;
    Ok(response)
}

fn entry_code(entry: Entry) -> &'static str {
    match entry {
        Entry::Visitor => "visitor",
        Entry::Account(_) => "account",
        Entry::OnBehalf { .. } => "on_behalf",
    }
}

/// By the mail, or by the point when there is no e-mail address; what nobody confirms does not wait for ever.
async fn wait_to_be_confirmed(tx: &mut Tx, ctx: &Ctx, response: &mut Response) -> Result<()> {
    if response.email.is_some() {
        let (code, link) = (auth::digits(&ctx.app, CODE_DIGITS), Secret::new(&ctx.app));
        response.confirm_code_hash = Some(code_hash(response.id, &code));
        response.confirm_link_hash = Some(link.hash());
        let letter = SendLetter::about(response, LetterKind::Confirm).with_secrets(code, link.reveal().to_owned());
        tx.enqueue(ctx, &letter).await?;
    }
    let job = guarantee::jobs::ExpireUnconfirmed { response: response.id };
    tx.enqueue_at(ctx, &job, confirm_until(ctx, response), &response.id.to_string()).await
}

/// Until when a response can be confirmed.
pub(crate) fn confirm_until(ctx: &Ctx, response: &Response) -> Instant {
    let decided = &ctx.municipality.settings;
    let time = match response.email {
        Some(_) => decided.int(&settings::CONFIRM_HOURS, ctx.today()) * time::HOUR,
        None => decided.int(&settings::CONFIRM_DAYS, ctx.today()) * time::DAY,
    };
    response.created_at.plus(time)
}

/// Bound to its response: a code of one is worth nothing for another.
fn code_hash(response: ResponseId, code: &str) -> Vec<u8> {
    auth::hash(&format!("{response}:{code}"))
}

/// Makes it known to the other side, and starts the clock.
async fn open(tx: &mut Tx, ctx: &Ctx, response: &mut Response) -> Result<()> {
    response.step(Verb::Confirm, ctx.now)?;
    tx.cancel::<guarantee::jobs::ExpireUnconfirmed>(ctx, &response.id.to_string()).await?;
    guarantee::start_clock(tx, ctx, response).await?;
    tx.record(ctx, &events::ResponseConfirmed::of(response)).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::Received)).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::New)).await?;
    guarantee::close_if_over(tx, ctx, response).await
}

/// What came of a try to confirm.
#[derive(Clone, Debug)]
pub(crate) enum Confirmed {
    /// It is confirmed; the secret of a private link to the thread.
    Yes(String),
    WrongCode,
    /// The link or the code holds no more, or never did: ask again.
    TooLate,
}

/// Confirms a response with the code or the link of its mail. Doing so twice does no harm.
pub(crate) async fn confirm(ctx: &Ctx, permit: &Permit<Confirm>, id: ResponseId, proof: &Proof) -> Result<Confirmed> {
    let mut tx = ctx.begin(permit).await?;
    let Some(seen) = store::FIND.optional(&mut tx, (ctx.town(), id)).await? else { return Ok(Confirmed::TooLate) };
    let subject = (seen.subject_kind.as_str(), seen.subject_id);
    let known = same(&mut tx, ctx, subject, None, seen.email.as_deref()).await?.filter(|known| *known != id);
    let mut response: Response = steps::load(&mut tx, ctx, id).await?;
    let over = response.state == State::Expired && known.is_none();
    if ctx.now > confirm_until(ctx, &response) || over {
        return Ok(Confirmed::TooLate);
    }
    let right = match proof {
        Proof::Link(secret) => response.confirm_link_hash == Some(auth::hash(secret)),
        Proof::Code(_) if response.confirm_tries >= MAX_TRIES => return Ok(Confirmed::TooLate),
        Proof::Code(code) => response.confirm_code_hash == Some(code_hash(id, code)),
    };
    let subject = AuditSubject::of("response", id);
    if !right {
        response.confirm_tries += 1;
        store::SAVE.save(&mut tx, &response).await?;
        tx.audit(ctx, permit, "response.refuse_code", subject, &json!({})).await?;
        ctx.commit(tx).await?;
        return Ok(if matches!(proof, Proof::Code(_)) { Confirmed::WrongCode } else { Confirmed::TooLate });
    }
    let thread = match (response.state, known) {
        (State::Unconfirmed, Some(known)) => {
            merge(&mut tx, ctx, permit, &mut response, known).await?;
            known
        }
        (State::Expired, Some(known)) => known,
        (State::Unconfirmed, None) => {
            open(&mut tx, ctx, &mut response).await?;
            store::SAVE.save(&mut tx, &response).await?;
            tx.audit(ctx, permit, "response.confirm", subject, &json!({})).await?;
            id
        }
        _ => id,
    };
    let secret = add_link(&mut tx, ctx, &Secret::new(&ctx.app), thread, (Side::Person, None)).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(Confirmed::Yes(secret))
}

/// Whoever sent this has an open thread about the same thing: what was asked goes on there, with the clock it has.
async fn merge<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    response: &mut Response,
    known: ResponseId,
) -> Result<()> {
    response.step(Verb::Expire, ctx.now)?;
    store::SAVE.save(tx, response).await?;
    tx.cancel::<guarantee::jobs::ExpireUnconfirmed>(ctx, &response.id.to_string()).await?;
    let (about, details) = (AuditSubject::of("response", response.id), json!({ "into": known }));
    tx.audit(ctx, permit, "response.merge", about, &details).await?;
    let key = (ctx.town(), response.id, Code(Side::Person), Code(MessageKind::Asked));
    let asked = store::LAST.optional(tx, key).await?;
    ask_again(tx, ctx, permit, known, asked.map(|line| line.body).as_deref().unwrap_or_default()).await.map(drop)
}

/// A mediator has spoken with a person without e-mail: the response is real.
pub(crate) async fn confirm_at_desk(ctx: &Ctx, permit: &Permit<Mediate>, id: ResponseId) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "confirm_at_desk").await?;
    let (tx, response) = change.parts();
    open(tx, ctx, response).await?;
    change.done().await.map(drop)
}

/// Nobody is behind it, says a mediator.
pub(crate) async fn discard_at_desk(ctx: &Ctx, permit: &Permit<Mediate>, id: ResponseId) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "discard").await?;
    change.step(Verb::Expire, ctx.now)?;
    change.tx.cancel::<guarantee::jobs::ExpireUnconfirmed>(ctx, &id.to_string()).await?;
    change.done().await.map(drop)
}

/// The point has told a person without e-mail what there was to tell.
pub(crate) async fn told(ctx: &Ctx, permit: &Permit<Mediate>, id: ResponseId) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "told").await?;
    change.tell_since = None;
    change.done().await.map(drop)
}

/// Registers somebody for whom the desk sent a response, so that it is theirs: they can come in with a card and see it.
pub(crate) async fn enrol(ctx: &Ctx, permit: &Permit<Mediate>, id: ResponseId, new: Register) -> Result<PersonId> {
    let mut change = ctx.change::<Response, _>(permit, id, "enrol").await?;
    if !change.enrollable() {
        return Err(Problem::Conflict("response-error-enrolled"));
    }
    let person = people::desk::register_in(&mut change.tx, ctx, permit, new).await?;
    change.person = Some(person);
    change.done_with(|_| json!({ "person": person })).await?;
    Ok(person)
}

/// Says something in a thread, for one side of it.
pub(crate) async fn speak(ctx: &Ctx, permit: &Permit<Speak>, id: ResponseId, side: Side, words: &str) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "say").await?;
    let (tx, response) = change.parts();
    if !response.takes_messages() {
        return Err(Problem::Conflict("response-error-step"));
    }
    let line = (side, MessageKind::Message);
    if repeats(tx, ctx, response, line, words).await? {
        return Ok(());
    }
    let to = if side == Side::Person { LetterKind::MessageToOwner } else { LetterKind::MessageToPerson };
    if side != Side::Person {
        answer(tx, ctx, response, Verb::Answer, side).await?;
    }
    tell(tx, ctx, response, line, words, to).await?;
    change.done_with(|_| json!({ "side": side })).await.map(drop)
}

/// The other side, or the point, has answered by telephone or by a mail of its own: the clock stops, and the thread says so.
pub(crate) async fn answered_elsewhere(
    ctx: &Ctx,
    permit: &Permit<Decide>,
    id: ResponseId,
    side: Side,
    words: Option<&str>,
) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "answered_elsewhere").await?;
    let (tx, response) = change.parts();
    if !response.awaits_answer() {
        return Err(Problem::Conflict("response-error-step"));
    }
    say(tx, ctx, response, (side, MessageKind::AnsweredElsewhere), words).await?;
    answer(tx, ctx, response, Verb::Answer, side).await?;
    change.done_with(|_| json!({ "side": side })).await.map(drop)
}

/// Takes a step that answers, and stops the clock when it is the first.
pub(super) async fn answer(tx: &mut Tx, ctx: &Ctx, response: &mut Response, verb: Verb, side: Side) -> Result<()> {
    let first = response.answer(verb, side, ctx.now)?;
    response.must_be_told(ctx.now);
    outcomes::actions::end_outdated(tx, ctx, response).await?;
    if first {
        guarantee::stop_clock(tx, ctx, response).await?;
        tx.record(ctx, &events::ResponseAnswered::of(response, side)).await?;
    }
    Ok(())
}

/// The person takes it back.
pub(crate) async fn withdraw(
    ctx: &Ctx,
    permit: &Permit<Choose>,
    id: ResponseId,
    side: Side,
    words: Option<&str>,
) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "withdraw").await?;
    let (tx, response) = change.parts();
    take_back(tx, ctx, response, side, words).await?;
    change.done_with(|_| json!({ "side": side })).await.map(drop)
}

pub(super) async fn take_back(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &mut Response,
    side: Side,
    words: Option<&str>,
) -> Result<()> {
    let was_confirmed = response.state.is_confirmed();
    response.step(Verb::Withdraw, ctx.now)?;
    response.with_point = false;
    guarantee::stop_clock(tx, ctx, response).await?;
    outcomes::actions::end_outdated(tx, ctx, response).await?;
    if !was_confirmed {
        return Ok(());
    }
    let message = say(tx, ctx, response, (side, MessageKind::Withdrawn), words).await?;
    tx.record(ctx, &events::ResponseWithdrawn::of(response)).await?;
    let calendars = introductions::actions::call_off(tx, ctx, response, LetterKind::CancelledToPerson).await?;
    let letter = SendLetter::about(response, LetterKind::Withdrawn).with_message(message);
    tx.enqueue(ctx, &letter.with_calendar(calendars)).await
}

/// The person agrees, or no longer agrees, that their data are kept for a year after a no.
pub(crate) async fn retain(ctx: &Ctx, permit: &Permit<Choose>, id: ResponseId, agreed: bool) -> Result<()> {
    let mut change = ctx.change::<Response, _>(permit, id, "keep_longer").await?;
    change.keep_longer = agreed;
    change.done_with(|_| json!({ "agreed": agreed })).await.map(drop)
}

/// Sends fresh private links to the reader of this address. Whether there are any, only that reader learns.
pub(crate) async fn send_links(ctx: &Ctx, permit: &Permit<Confirm>, email: &str) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let since = ctx.now.plus(-LINK_DAYS * time::DAY);
    for response in store::OPEN_OF_EMAIL.all(&mut tx, (ctx.town(), email.to_owned(), since, LINKS_AT_ONCE)).await? {
        tx.enqueue(ctx, &SendLetter::about(&response, LetterKind::NewLink)).await?;
    }
    ctx.commit(tx).await
}

/// A private link to a thread, for one side of it, and on the other side for one of its people.
pub(super) async fn add_link(
    tx: &mut Tx,
    ctx: &Ctx,
    secret: &Secret,
    response: ResponseId,
    (side, holder): (Side, Option<PersonId>),
) -> Result<String> {
    let until = ctx.now.plus(LINK_DAYS * time::DAY);
    store::ADD_LINK.run(tx, (ctx.town(), secret.hash(), response, Code(side), holder, until)).await?;
    Ok(secret.reveal().to_owned())
}

/// Adds a line of the actor to a thread, for a side: the person who responded under the name they gave, others under their own.
pub(super) async fn say(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &Response,
    line: (Side, MessageKind),
    words: Option<&str>,
) -> Result<MessageId> {
    let name = match line.0 {
        Side::Person => response.name.clone(),
        _ => ctx.actor.person().map_or_else(String::new, |person| person.name.clone()),
    };
    note(tx, ctx, response, line, (ctx.actor.person_id(), name), words.unwrap_or_default()).await
}

/// Whether the actor said just this a moment ago: a double click, a second tab.
pub(super) async fn repeats(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &Response,
    (side, kind): (Side, MessageKind),
    words: &str,
) -> Result<bool> {
    let last = store::LAST.optional(tx, (ctx.town(), response.id, Code(side), Code(kind))).await?;
    Ok(last.is_some_and(|line| {
        line.author == ctx.actor.person_id() && line.body == words && ctx.now.since(line.created_at) < AGAIN
    }))
}

/// Adds a message and has the others told: at once, unless they were told of another a moment ago; then with what else is
/// said within these minutes.
async fn tell(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &Response,
    (side, kind): (Side, MessageKind),
    words: &str,
    to: LetterKind,
) -> Result<()> {
    let last = store::LAST.optional(tx, (ctx.town(), response.id, Code(side), Code(kind))).await?;
    let message = say(tx, ctx, response, (side, kind), Some(words)).await?;
    store::UNTOLD.run(tx, (ctx.town(), message)).await?;
    let letter = SendLetter::about(response, to).with_message(message);
    match last.is_some_and(|line| ctx.now.since(line.created_at) < GATHER) {
        true => tx.enqueue_at(ctx, &letter, ctx.now.plus(GATHER), &message.to_string()).await,
        false => tx.enqueue(ctx, &letter).await,
    }
}

/// Keeps one person from flooding the readers of a thread. Each has their own measure, so that nobody silences another.
///
/// # Errors
/// [`Problem::TooMany`] with the seconds to wait.
pub(crate) fn limit(ctx: &Ctx, id: ResponseId, side: Side) -> Result<()> {
    let who = ctx.actor.person_id().map_or_else(|| side.code().to_owned(), |person| person.to_string());
    ctx.app.limits.check(Limit::Message, &format!("{id}:{who}"))
}

/// Adds a fact that Samenstuur itself notes.
pub(super) async fn note_fact(tx: &mut Tx, ctx: &Ctx, response: &Response, kind: MessageKind) -> Result<MessageId> {
    note(tx, ctx, response, (Side::System, kind), (None, String::new()), "").await
}

async fn note(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &Response,
    (side, kind): (Side, MessageKind),
    (author, author_name): (Option<PersonId>, String),
    body: &str,
) -> Result<MessageId> {
    let (municipality, response, body, created_at) = (ctx.town(), response.id, body.to_owned(), ctx.now);
    let message = Message { municipality, id: ctx.id(), response, side, kind, author, author_name, body, created_at };
    store::SAY.save(tx, &message).await?;
    Ok(message.id)
}

/// Somebody of the point looked at a thread; each look is on record.
pub(crate) async fn looked(ctx: &Ctx, permit: &Permit<Speak>, id: ResponseId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.audit(ctx, permit, "response.look", AuditSubject::of("response", id), &json!({})).await?;
    ctx.commit(tx).await
}
