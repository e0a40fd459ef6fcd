//! Responding, confirming, talking, taking back.

use kernel::{Instant, Permit, PersonId, Problem, Result, text::Codes, time};
use platform::{
    Ctx, Tx,
    audit::{Subject as AuditSubject, Unaudited},
    auth::{self, Secret},
    db::Code,
};
use serde_json::json;

use super::{
    events,
    forms::Proof,
    guarantee, introductions,
    mails::{LetterKind, SendLetter},
    model::{
        CODE_DIGITS, Entry, MAX_TRIES, Message, MessageId, MessageKind, NewResponse, Response, ResponseId, Side, State,
        Verb,
    },
    policy::{Choose, Confirm, Decide, Mediate, Respond, Speak},
    settings, store,
};
use people::{Purpose, desk::Register};

/// How long a private link in a mail holds.
pub const LINK_DAYS: i64 = 180;
/// Responses somebody gets a fresh link to at once.
const LINKS_AT_ONCE: i64 = 10;

/// A response that has come in.
#[derive(Clone, Debug)]
pub struct Begun {
    pub response: Response,
    /// Whether it is with the other side already.
    pub confirmed: bool,
}

/// Takes a response in, within a transaction of the caller: to a subject of any kind.
pub async fn begin_response(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Respond>, new: NewResponse) -> Result<Begun> {
    if let Entry::Account(person) = new.entry
        && let Some(known) = same(tx, ctx, person, &new).await?
    {
        return add_to_known(tx, ctx, permit, known, &new.question).await;
    }
    let mut response = fresh(ctx, &new);
    store::SAVE.run(tx, (&response).into()).await?;
    note(
        tx,
        ctx,
        &response,
        Said {
            side: Side::Person,
            kind: MessageKind::Asked,
            author: response.person,
            name: &new.name,
            body: &new.question,
        },
    )
    .await?;
    tx.record(ctx, &events::ResponseReceived::of(&response)).await?;
    let details = json!({ "subject": response.subject.kind, "entry": entry_code(new.entry) });
    tx.audit(ctx, permit, "response.receive", AuditSubject::of("response", response.id), &details).await?;
    if let Some(way) = new.agreed {
        // For this one response, and no longer than it is open: a person who wants more is registered.
        let details = json!({ "purpose": Purpose::Respond, "way": way, "until": "response_closed" });
        tx.audit(ctx, permit, "response.consent", AuditSubject::of("response", response.id), &details).await?;
    }
    match new.entry {
        Entry::Visitor if response.email.is_some() => ask_to_confirm(tx, ctx, &response).await?,
        Entry::Visitor => expire_in_time(tx, ctx, &response).await?,
        Entry::Account(_) | Entry::OnBehalf { .. } => open(tx, ctx, &mut response).await?,
    }
    let confirmed = response.state != State::Unconfirmed;
    Ok(Begun { response, confirmed })
}

/// As [`begin_response`], in a transaction of its own.
pub async fn respond(ctx: &Ctx, permit: &Permit<Respond>, new: NewResponse) -> Result<Begun> {
    let mut tx = ctx.begin(permit).await?;
    let begun = begin_response(&mut tx, ctx, permit, new).await?;
    ctx.commit(tx).await?;
    Ok(begun)
}

/// Registers somebody for whom the desk sent a response, so that it is theirs: they can come in with a card and see it.
///
/// # Errors
/// [`Problem::Conflict`] when the response is somebody's already, or was not sent at the desk.
pub async fn enrol(ctx: &Ctx, permit: &Permit<Mediate>, id: ResponseId, new: Register) -> Result<PersonId> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    if !response.enrollable() {
        return Err(Problem::Conflict("response-error-enrolled"));
    }
    let person = people::desk::register_in(&mut tx, ctx, permit, new).await?;
    response.person = Some(person);
    store::SAVE.run(&mut tx, (&response).into()).await?;
    let details = json!({ "person": person });
    tx.audit(ctx, permit, "response.enrol", AuditSubject::of("response", id), &details).await?;
    ctx.commit(tx).await?;
    Ok(person)
}

fn entry_code(entry: Entry) -> &'static str {
    match entry {
        Entry::Visitor => "visitor",
        Entry::Account(_) => "account",
        Entry::OnBehalf { .. } => "on_behalf",
    }
}

fn fresh(ctx: &Ctx, new: &NewResponse) -> Response {
    let (person, entered_by) = match new.entry {
        Entry::Visitor => (None, None),
        Entry::Account(person) => (Some(person), None),
        Entry::OnBehalf { by, of } => (of, Some(by)),
    };
    Response {
        municipality: ctx.town(),
        id: ctx.id(),
        subject: new.subject.clone(),
        owner: new.owner,
        person,
        entered_by,
        name: new.name.clone(),
        email: new.email.clone(),
        phone: new.phone.clone(),
        reach: new.reach,
        lang: new.lang,
        keep_longer: false,
        state: State::Unconfirmed,
        reserve: false,
        with_point: false,
        handler: None,
        created_at: ctx.now,
        confirmed_at: None,
        answer_due_at: None,
        reminders: 0,
        answered_at: None,
        taken_over_at: None,
        counted_for_pause: false,
        decided_at: None,
        started_at: None,
        ended_at: None,
        decline_kind: None,
        doors: Vec::new(),
        no_doors_reason: None,
        tell_since: None,
        erased_at: None,
        changed_at: ctx.now,
    }
}

/// Somebody who asks twice about the same thing has one thread, not two clocks.
async fn same(tx: &mut Tx, ctx: &Ctx, person: PersonId, new: &NewResponse) -> Result<Option<Response>> {
    let key = (ctx.town(), person, new.subject.kind.clone(), new.subject.id);
    match store::SAME.optional(tx, key).await? {
        Some((id,)) => Ok(Some(load(tx, ctx, id).await?)),
        None => Ok(None),
    }
}

async fn add_to_known(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<Respond>,
    response: Response,
    question: &str,
) -> Result<Begun> {
    let said = Said {
        side: Side::Person,
        kind: MessageKind::Message,
        author: response.person,
        name: &response.name,
        body: question,
    };
    let message = note(tx, ctx, &response, said).await?;
    tx.enqueue(ctx, &SendLetter::about(&response, LetterKind::MessageToOwner).with_message(message)).await?;
    let details = json!({ "side": Side::Person.code() });
    tx.audit(ctx, permit, "response.say", AuditSubject::of("response", response.id), &details).await?;
    Ok(Begun { response, confirmed: true })
}

async fn ask_to_confirm(tx: &mut Tx, ctx: &Ctx, response: &Response) -> Result<()> {
    let (code, link) = (auth::digits(&ctx.app, CODE_DIGITS), Secret::new(&ctx.app));
    let hashes = (ctx.town(), response.id, Some(code_hash(response.id, &code)), Some(link.hash()));
    store::SET_SECRETS.run(tx, hashes).await?;
    let letter = SendLetter::about(response, LetterKind::Confirm).with_secrets(code, link.reveal().to_owned());
    tx.enqueue(ctx, &letter).await?;
    expire_in_time(tx, ctx, response).await
}

/// What nobody confirms does not wait for ever.
async fn expire_in_time(tx: &mut Tx, ctx: &Ctx, response: &Response) -> Result<()> {
    let job = guarantee::jobs::ExpireUnconfirmed { response: response.id };
    tx.enqueue_at(ctx, &job, confirm_until(ctx, response), &response.id.to_string()).await
}

/// Until when a response can be confirmed: by its mail, or by the point when there is no e-mail address.
pub fn confirm_until(ctx: &Ctx, response: &Response) -> Instant {
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
pub(super) async fn open(tx: &mut Tx, ctx: &Ctx, response: &mut Response) -> Result<()> {
    response.step(Verb::Confirm, ctx.now)?;
    guarantee::start_clock(tx, ctx, response).await?;
    store::SAVE.run(tx, (&*response).into()).await?;
    tx.record(ctx, &events::ResponseConfirmed::of(response)).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::Received)).await?;
    tx.enqueue(ctx, &SendLetter::about(response, LetterKind::New)).await?;
    guarantee::close_if_over(tx, ctx, response).await
}

/// What came of a try to confirm.
#[derive(Clone, Debug)]
pub enum Confirmed {
    /// It is confirmed; the secret of a private link to the thread.
    Yes(String),
    /// The code is wrong.
    WrongCode,
    /// The link or the code holds no more, or never did: ask again.
    TooLate,
}

/// Confirms a response with the code or the link of its mail. Doing so twice does no harm.
pub async fn confirm(ctx: &Ctx, permit: &Permit<Confirm>, id: ResponseId, proof: &Proof) -> Result<Confirmed> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let row = store::FIND.optional(&mut tx, (ctx.town(), id)).await?;
    let Some(mut response) = row.map(Response::from) else { return Ok(Confirmed::TooLate) };
    let Some(secrets) = store::SECRETS.optional(&mut tx, (ctx.town(), id)).await? else {
        return Ok(Confirmed::TooLate);
    };
    if ctx.now > confirm_until(ctx, &response) || response.state == State::Expired {
        return Ok(Confirmed::TooLate);
    }
    let right = match proof {
        Proof::Link(secret) => secrets.link_hash == Some(auth::hash(secret)),
        Proof::Code(_) if secrets.tries >= MAX_TRIES => return Ok(Confirmed::TooLate),
        Proof::Code(code) => secrets.code_hash == Some(code_hash(id, code)),
    };
    if !right {
        store::TRIED.run(&mut tx, (ctx.town(), id)).await?;
        tx.audit(ctx, permit, "response.refuse_code", AuditSubject::of("response", id), &json!({})).await?;
        ctx.commit(tx).await?;
        return Ok(if matches!(proof, Proof::Code(_)) { Confirmed::WrongCode } else { Confirmed::TooLate });
    }
    if response.state == State::Unconfirmed {
        open(&mut tx, ctx, &mut response).await?;
        tx.cancel::<guarantee::jobs::ExpireUnconfirmed>(ctx, &id.to_string()).await?;
        tx.audit(ctx, permit, "response.confirm", AuditSubject::of("response", id), &json!({})).await?;
    }
    let secret = add_link(&mut tx, ctx, id, Side::Person, None).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(Confirmed::Yes(secret))
}

/// A mediator has spoken with a person without e-mail: the response is real.
///
/// # Errors
/// [`Problem::Conflict`] when it is confirmed or gone already.
pub async fn confirm_at_desk(ctx: &Ctx, permit: &Permit<Mediate>, id: ResponseId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    open(&mut tx, ctx, &mut response).await?;
    tx.cancel::<guarantee::jobs::ExpireUnconfirmed>(ctx, &id.to_string()).await?;
    tx.audit(ctx, permit, "response.confirm_at_desk", AuditSubject::of("response", id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Nobody is behind it, says a mediator.
///
/// # Errors
/// [`Problem::Conflict`] when it is confirmed or gone already.
pub async fn discard_at_desk(ctx: &Ctx, permit: &Permit<Mediate>, id: ResponseId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    response.step(Verb::Expire, ctx.now)?;
    store::SAVE.run(&mut tx, (&response).into()).await?;
    tx.cancel::<guarantee::jobs::ExpireUnconfirmed>(ctx, &id.to_string()).await?;
    tx.audit(ctx, permit, "response.discard", AuditSubject::of("response", id), &json!({})).await?;
    ctx.commit(tx).await
}

/// The point has told a person without e-mail what there was to tell.
pub async fn told(ctx: &Ctx, permit: &Permit<Mediate>, id: ResponseId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    response.tell_since = None;
    store::SAVE.run(&mut tx, (&response).into()).await?;
    tx.audit(ctx, permit, "response.told", AuditSubject::of("response", id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Says something in a thread, for one side of it.
///
/// # Errors
/// [`Problem::Conflict`] when the thread is closed.
pub async fn say(ctx: &Ctx, permit: &Permit<Speak>, id: ResponseId, side: Side, body: &str) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    if !response.takes_messages() {
        return Err(Problem::Conflict("response-error-step"));
    }
    let name = speaker_name(ctx, &response, side);
    let said = Said { side, kind: MessageKind::Message, author: ctx.actor.person_id(), name: &name, body };
    let message = note(&mut tx, ctx, &response, said).await?;
    let to = if side == Side::Person { LetterKind::MessageToOwner } else { LetterKind::MessageToPerson };
    if side != Side::Person {
        answered(&mut tx, ctx, &mut response, Verb::Answer, side).await?;
    }
    tx.enqueue(ctx, &SendLetter::about(&response, to).with_message(message)).await?;
    tx.audit(ctx, permit, "response.say", AuditSubject::of("response", id), &json!({ "side": side.code() })).await?;
    ctx.commit(tx).await
}

/// The other side, or the point, has answered by telephone or by a mail of its own: the clock stops, and the thread says so.
///
/// # Errors
/// [`Problem::Conflict`] when no answer is owed any more.
pub async fn answered_elsewhere(
    ctx: &Ctx,
    permit: &Permit<Decide>,
    id: ResponseId,
    side: Side,
    words: Option<&str>,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    if !response.awaits_answer() {
        return Err(Problem::Conflict("response-error-step"));
    }
    let name = speaker_name(ctx, &response, side);
    let (kind, body) = (MessageKind::AnsweredElsewhere, words.unwrap_or_default());
    note(&mut tx, ctx, &response, Said { side, kind, author: ctx.actor.person_id(), name: &name, body }).await?;
    answered(&mut tx, ctx, &mut response, Verb::Answer, side).await?;
    let details = json!({ "side": side.code() });
    tx.audit(ctx, permit, "response.answered_elsewhere", AuditSubject::of("response", id), &details).await?;
    ctx.commit(tx).await
}

/// Takes a step that answers, keeps it, and stops the clock when it is the first.
pub(super) async fn answered(tx: &mut Tx, ctx: &Ctx, response: &mut Response, verb: Verb, side: Side) -> Result<()> {
    let first = response.answer(verb, side, ctx.now)?;
    response.must_be_told(ctx.now);
    store::SAVE.run(tx, (&*response).into()).await?;
    if first {
        guarantee::stop_clock(tx, ctx, response).await?;
        tx.record(ctx, &events::ResponseAnswered::of(response, side)).await?;
    }
    Ok(())
}

/// The person takes it back.
///
/// # Errors
/// [`Problem::Conflict`] when it is over already.
pub async fn withdraw(
    ctx: &Ctx,
    permit: &Permit<Choose>,
    id: ResponseId,
    side: Side,
    reason: Option<&str>,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    withdraw_loaded(&mut tx, ctx, &mut response, side, reason.unwrap_or_default()).await?;
    tx.audit(ctx, permit, "response.withdraw", AuditSubject::of("response", id), &json!({ "side": side.code() }))
        .await?;
    ctx.commit(tx).await
}

pub(super) async fn withdraw_loaded(
    tx: &mut Tx,
    ctx: &Ctx,
    response: &mut Response,
    side: Side,
    reason: &str,
) -> Result<()> {
    let was_confirmed = response.state.is_confirmed();
    response.step(Verb::Withdraw, ctx.now)?;
    response.with_point = false;
    store::SAVE.run(tx, (&*response).into()).await?;
    guarantee::stop_clock(tx, ctx, response).await?;
    if !was_confirmed {
        return Ok(());
    }
    let name = speaker_name(ctx, response, side);
    let said = Said { side, kind: MessageKind::Withdrawn, author: ctx.actor.person_id(), name: &name, body: reason };
    let message = note(tx, ctx, response, said).await?;
    tx.record(ctx, &events::ResponseWithdrawn::of(response)).await?;
    let calendars = introductions::actions::call_off(tx, ctx, response).await?;
    if calendars {
        tx.enqueue(ctx, &SendLetter::about(response, LetterKind::CancelledToPerson)).await?;
    }
    let letter = SendLetter::about(response, LetterKind::Withdrawn).with_message(message);
    tx.enqueue(ctx, &letter.with_calendar(calendars)).await
}

/// The person agrees, or no longer agrees, that their data are kept for a year after a no.
pub async fn retain(ctx: &Ctx, permit: &Permit<Choose>, id: ResponseId, agreed: bool) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut response = load(&mut tx, ctx, id).await?;
    response.keep_longer = agreed;
    store::SAVE.run(&mut tx, (&response).into()).await?;
    tx.audit(ctx, permit, "response.keep_longer", AuditSubject::of("response", id), &json!({ "agreed": agreed }))
        .await?;
    ctx.commit(tx).await
}

/// Sends fresh private links to the reader of this address. Whether there are any, only that reader learns.
pub async fn send_links(ctx: &Ctx, permit: &Permit<Confirm>, email: &str) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let since = ctx.now.plus(-LINK_DAYS * time::DAY);
    let rows = store::OPEN_OF_EMAIL.all(&mut tx, (ctx.town(), email.to_owned(), since, LINKS_AT_ONCE)).await?;
    for row in rows {
        let response = Response::from(row);
        tx.enqueue(ctx, &SendLetter::about(&response, LetterKind::NewLink)).await?;
    }
    ctx.commit(tx).await
}

/// A private link to a thread, for one side of it, and on the other side for one of its people; the secret is told once.
pub(super) async fn add_link(
    tx: &mut Tx,
    ctx: &Ctx,
    response: ResponseId,
    side: Side,
    holder: Option<PersonId>,
) -> Result<String> {
    let secret = Secret::new(&ctx.app);
    let until = ctx.now.plus(LINK_DAYS * time::DAY);
    store::ADD_LINK.run(tx, (ctx.town(), secret.hash(), response, Code(side), holder, until)).await?;
    Ok(secret.reveal().to_owned())
}

/// One response, to be changed: nobody else changes it meanwhile.
pub(super) async fn load(tx: &mut Tx, ctx: &Ctx, id: ResponseId) -> Result<Response> {
    tx.lock(id).await?;
    let row = store::FIND.optional(tx, (ctx.town(), id)).await?;
    row.map(Response::from).ok_or(Problem::NotFound)
}

/// A line of a thread that is about to be.
pub(super) struct Said<'a> {
    pub side: Side,
    pub kind: MessageKind,
    pub author: Option<PersonId>,
    pub name: &'a str,
    pub body: &'a str,
}

/// Adds a line to a thread.
pub(super) async fn note(tx: &mut Tx, ctx: &Ctx, response: &Response, said: Said<'_>) -> Result<MessageId> {
    let message = Message {
        id: ctx.id(),
        response: response.id,
        side: said.side,
        kind: said.kind,
        author: said.author,
        author_name: said.name.to_owned(),
        body: said.body.to_owned(),
        created_at: ctx.now,
    };
    let id = message.id;
    store::SAY.run(tx, store::MessageRow::of(ctx.town(), message)).await?;
    Ok(id)
}

/// Adds a fact that Samenstuur itself notes.
pub(super) async fn note_fact(tx: &mut Tx, ctx: &Ctx, response: &Response, kind: MessageKind) -> Result<MessageId> {
    note(tx, ctx, response, Said { side: Side::System, kind, author: None, name: "", body: "" }).await
}

/// Under which name somebody speaks: the responder under the name they gave, others under their own.
pub(super) fn speaker_name(ctx: &Ctx, response: &Response, side: Side) -> String {
    match side {
        Side::Person => response.name.clone(),
        _ => ctx.actor.person().map_or_else(String::new, |person| person.name.clone()),
    }
}

/// Somebody of the point looked at a thread; each look is on record.
pub async fn looked(ctx: &Ctx, permit: &Permit<Speak>, id: ResponseId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.audit(ctx, permit, "response.look", AuditSubject::of("response", id), &json!({})).await?;
    ctx.commit(tx).await
}
