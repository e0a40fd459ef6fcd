//! What pages and the API show of responses.

use followups::{Asked, questions};
use kernel::{Choice, Instant, OrganisationId, PersonId, Result, text::Codes};
use platform::{
    Conn, Ctx,
    i18n::FluentValue,
    plan::MyCard,
    templates::{Form, Typed},
};
use serde::Serialize;

use super::{
    introductions,
    introductions::model::{Introduction, State as MeetingState},
    model::{Door, Message, MessageKind, Response, ResponseId, Side, State},
    neighbours,
    outcomes::{self, OUTCOME},
    policy, store,
};

/// Longest excerpt of a question in a list, in characters.
const EXCERPT: usize = 160;

/// The key of a text about a subject of this kind: with its code behind it (`-offer`) where the catalogue has such a text,
/// because there it is the other side that starts, or that an organisation stands on.
pub(crate) fn worded(ctx: &Ctx, kind: &str, key: String) -> String {
    let of_kind = format!("{key}-{}", kind.replace('_', "-"));
    if ctx.app.catalogue.has(ctx.lang, &of_kind) { of_kind } else { key }
}

/// A code as the tail of a catalogue key.
pub(crate) fn dashed(code: impl Codes) -> String {
    code.code().replace('_', "-")
}

/// Every value of a list with its words, which stand under `prefix` in the catalogue.
pub(crate) fn choices<T: Codes>(ctx: &Ctx, prefix: &str) -> Vec<Choice> {
    T::ALL.iter().map(|value| Choice::new(value.code(), ctx.t(&format!("{prefix}{}", dashed(*value))))).collect()
}

/// Sets a value of a form that nobody typed yet.
pub(crate) fn prefill(form: &mut Form, name: &str, value: impl Into<String>) {
    let value = value.into();
    if !value.is_empty() {
        form.values.entry(name.to_owned()).or_insert(Typed::One(value));
    }
}

/// Where a response stands, for the sentence that both sides see.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ClockView {
    /// Its catalogue key.
    pub sentence: String,
    /// Who of the point has it.
    pub handler: String,
    pub since: Option<String>,
    /// Until when an answer is promised.
    pub due: Option<String>,
    /// When the two meet.
    pub when: Option<String>,
}

/// The code of the sentence about the clock.
pub(crate) fn clock_code(response: &Response, meeting: Option<&Introduction>) -> &'static str {
    match response.state {
        State::Unconfirmed => "unconfirmed",
        State::Expired => "expired",
        State::Withdrawn => "withdrawn",
        State::Declined => "declined",
        State::Started if response.ended_at.is_some() => "stopped",
        State::Started => "started",
        State::Accepted => "accepted",
        State::Open | State::InConversation if response.with_point => "with-point",
        State::Open => "open",
        State::InConversation if response.reserve => "reserve",
        State::InConversation => "talking",
        State::Invited if meeting.is_some_and(|meeting| meeting.state == MeetingState::Planned) => "planned",
        State::Invited => "invited",
    }
}

/// The kind of the status mark, as `parts/status.html` knows it.
pub(crate) fn status_kind(response: &Response, now: Instant) -> &'static str {
    match response.state {
        State::Unconfirmed => "todo",
        State::Open if response.answer_due_at.is_some_and(|due| due <= now) => "late",
        State::Open => "waiting",
        State::InConversation | State::Invited => "busy",
        State::Accepted => "open",
        State::Started => "done",
        State::Declined => "refused",
        State::Withdrawn | State::Expired => "closed",
    }
}

/// A response in a list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Item {
    /// Address of the thread.
    pub href: String,
    pub title: String,
    /// The name of the other side: of the person in a list of the owner, of the owner in a list of the person.
    pub other: String,
    /// The first question, shortened.
    pub question: String,
    /// Telephone, when they want to be called.
    pub phone: Option<String>,
    /// Since when it waits.
    pub since: String,
    pub since_millis: i64,
    pub now_millis: i64,
    /// Until when an answer is promised, while one is owed.
    pub due: Option<String>,
    /// Tail of the state's catalogue key, and kind of its mark.
    pub state: String,
    pub status: &'static str,
    pub reserve: bool,
    /// Whether an answer is owed, so that the three answers stand beside it.
    pub asks: bool,
    /// Who of the point has it.
    pub handler: Option<String>,
}

/// Responses as items of a list, for one side; `base` is the address of the list.
pub(crate) async fn items(
    conn: &mut Conn,
    ctx: &Ctx,
    responses: Vec<Response>,
    side: Side,
    base: &str,
) -> Result<Vec<Item>> {
    let ids: Vec<ResponseId> = responses.iter().map(|response| response.id).collect();
    let mut questions = Vec::new();
    for chunk in platform::db::Many::chunks(&ids) {
        questions.extend(store::QUESTIONS.all(conn, (ctx.town(), chunk)).await?);
    }
    let mut items = Vec::with_capacity(responses.len());
    for response in responses {
        let question = questions.iter().find(|line| line.response == response.id).map_or("", |line| line.body.as_str());
        let other = match side {
            Side::Person => neighbours::owner_name(conn, ctx, &response).await?,
            _ => response.name.clone(),
        };
        items.push(item(ctx, &response, other, question, base));
    }
    Ok(items)
}

fn item(ctx: &Ctx, response: &Response, other: String, question: &str, base: &str) -> Item {
    let since = response.confirmed_at.unwrap_or(response.created_at);
    Item {
        href: format!("{base}/{}", response.id),
        title: response.subject_title.clone(),
        other,
        question: kernel::text::excerpt(question, EXCERPT),
        phone: response.shown_phone().map(str::to_owned),
        since: ctx.local(since),
        since_millis: since.millis(),
        now_millis: ctx.now.millis(),
        due: response.answer_due_at.filter(|_| response.awaits_answer()).map(|due| ctx.local(due)),
        state: dashed(response.state),
        status: status_kind(response, ctx.now),
        reserve: response.reserve,
        asks: response.awaits_answer(),
        handler: response.handler_name.clone(),
    }
}

/// A line of a thread in the reader's language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Line {
    pub author: String,
    pub at: String,
    /// The same and now, in milliseconds.
    pub millis: i64,
    pub now: i64,
    pub body: String,
    /// Whether the reader's side says it.
    pub own: bool,
    /// Whether it is a bare fact.
    pub system: bool,
}

/// A thread in the reader's language.
pub(crate) fn lines(ctx: &Ctx, response: &Response, owner: &str, thread: Vec<Message>, side: Side) -> Vec<Line> {
    thread.into_iter().map(|message| line(ctx, response, owner, &message, side)).collect()
}

fn line(ctx: &Ctx, response: &Response, owner: &str, message: &Message, side: Side) -> Line {
    let spoken = matches!(message.kind, MessageKind::Asked | MessageKind::Message);
    let args = [("owner", FluentValue::from(owner)), ("person", FluentValue::from(response.name.as_str()))];
    let key = format!("response-note-{}", dashed(message.kind));
    let fact = (!spoken).then(|| ctx.t_with(&worded(ctx, &response.subject_kind, key), &args));
    let body = [fact, Some(message.body.clone()).filter(|body| !body.is_empty())];
    Line {
        author: author(ctx, response, owner, message),
        at: ctx.local(message.created_at),
        millis: message.created_at.millis(),
        now: ctx.now.millis(),
        body: body.into_iter().flatten().collect::<Vec<_>>().join("\n\n"),
        own: message.side == side,
        system: message.side == Side::System,
    }
}

fn author(ctx: &Ctx, response: &Response, owner: &str, message: &Message) -> String {
    let of = |place: &str| match message.author_name.as_str() {
        "" => place.to_owned(),
        name if name == place => name.to_owned(),
        name => format!("{name} ({place})"),
    };
    match message.side {
        Side::Person => response.name.clone(),
        Side::Owner => of(owner),
        Side::Point => of(&ctx.t("response-point")),
        Side::System => ctx.municipality.name.clone(),
    }
}

/// What one side said of how it ended.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OutcomeLine {
    pub who: String,
    /// The question, as the tail of its catalogue key: `introduction` or `month`.
    pub moment: String,
    /// The answer in words; absent while there is none.
    pub answer: Option<String>,
    /// Why, in their own words: only the side that said it and the point read this.
    pub reason: Option<String>,
    pub at: Option<String>,
}

/// For which side somebody answers a question about the outcome: the point does for the person.
pub(crate) fn outcome_side(side: Side) -> Side {
    if side == Side::Owner { Side::Owner } else { Side::Person }
}

/// What was said of how it ended, for a reader of this side.
pub(crate) fn outcomes(ctx: &Ctx, response: &Response, owner: &str, asked: &[Asked], side: Side) -> Vec<OutcomeLine> {
    let line = |question: &Asked| OutcomeLine {
        who: if question.side == Side::Person.code() { response.name.clone() } else { owner.to_owned() },
        moment: question.moment.clone(),
        answer: question.answer.as_ref().map(|answer| questions::answer_in_words(ctx, &OUTCOME, answer)),
        reason: question.reason.clone().filter(|_| side == Side::Point || side.code() == question.side),
        at: question.answered_at.map(|at| ctx.local(at)),
    };
    asked.iter().map(line).collect()
}

/// A time to choose.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SlotView {
    /// Its number in the invitation.
    pub number: usize,
    pub starts: String,
    pub ends: String,
    /// Whether it is over.
    pub past: bool,
}

/// An introduction as both sides see it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct MeetingView {
    /// `proposed`, `planned` or `cancelled`.
    pub state: &'static str,
    pub proposed: Vec<SlotView>,
    pub chosen: Option<SlotView>,
    pub place: String,
}

/// An introduction in local times.
pub(crate) fn meeting(ctx: &Ctx, introduction: &Introduction) -> MeetingView {
    let view = |(number, slot): (usize, &introductions::model::Slot)| SlotView {
        number,
        starts: ctx.local(slot.starts),
        ends: ctx.local(slot.ends),
        past: slot.starts <= ctx.now,
    };
    MeetingView {
        state: introduction.state.code(),
        proposed: introduction.proposed.iter().enumerate().map(view).collect(),
        chosen: introduction.chosen().as_ref().map(|slot| view((0, slot))),
        place: introduction.place.clone(),
    }
}

/// Another way on, as a link.
#[derive(Clone, Debug, Serialize)]
pub struct DoorView {
    /// Its id, for the box to tick.
    pub value: String,
    /// Title and whose it is.
    pub label: String,
    pub href: String,
}

/// Doors as links.
pub fn doors(ctx: &Ctx, doors: &[Door]) -> Vec<DoorView> {
    doors
        .iter()
        .map(|door| DoorView {
            value: door.id.to_string(),
            label: format!("{} – {}", door.title, door.by),
            href: ctx.app.subject_page(&door.kind, door.id),
        })
        .collect()
}

/// What somebody's own page says about their responses: an invitation to choose a time for, what came in on what is
/// their own, and the list.
pub(crate) async fn cards(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<MyCard>> {
    let mut cards = office_cards(conn, ctx, person).await?;
    let sent = sent_by(conn, ctx, person).await?;
    let active = sent.iter().filter(|response| response.state.is_active()).count();
    let waits = |response: &Response, title: String, icon| MyCard {
        href: format!("/mijn/reacties/{}", response.id),
        title,
        text: response.subject_title.clone(),
        icon,
        waits: true,
    };
    for response in sent.iter().filter(|response| response.state == State::Invited) {
        let known = introductions::of(conn, ctx, response.id).await?;
        if known.is_some_and(|known| known.state == MeetingState::Proposed) {
            cards.push(waits(response, ctx.t("response-card-choose"), "calendar-event"));
        }
    }
    let received = received_by(conn, ctx, person).await?;
    for response in received.iter().filter(|response| response.awaits_answer()) {
        let person = [("person", FluentValue::from(response.name.as_str()))];
        cards.push(waits(response, ctx.t_with("response-card-answer", &person), "messages"));
    }
    if !sent.is_empty() {
        let active = ctx.t_with("response-card-active", &[("count", FluentValue::from(active))]);
        cards.push(MyCard {
            href: "/mijn/reacties".to_owned(),
            title: ctx.t("response-mine-title"),
            text: promise(ctx, &sent).map_or(active.clone(), |promise| format!("{active}. {promise}")),
            icon: "messages",
            waits: false,
        });
    }
    Ok(cards)
}

/// For each organisation that somebody speaks for: what waits for its answer.
async fn office_cards(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<MyCard>> {
    let mut cards = Vec::new();
    let actor = ctx.actor.person().filter(|actor| actor.id == person);
    for office in actor.map(|actor| actor.offices.as_slice()).unwrap_or_default() {
        let (count, due) = super::waiting_of(conn, ctx, office.organisation).await?;
        if count > 0 {
            let card = waiting_card(ctx, office.organisation, count, due);
            cards.push(MyCard { text: office.name.clone(), title: card.text, ..card });
        }
    }
    Ok(cards)
}

fn waiting_card(ctx: &Ctx, organisation: OrganisationId, count: i64, due: Option<Instant>) -> MyCard {
    let mut text = ctx.t_with("response-workplace-waiting", &[("count", FluentValue::from(count))]);
    if let Some(due) = due {
        let key = if due <= ctx.now { "response-workplace-late" } else { "response-workplace-due" };
        text = format!(
            "{text} {}",
            ctx.t_with(key, &[("date", FluentValue::from(ctx.date(due.date(&ctx.municipality.zone))))])
        );
    }
    MyCard {
        href: format!("/organisatie/{organisation}/reacties"),
        title: ctx.t("response-workplace-title"),
        text,
        icon: "messages",
        waits: count > 0,
    }
}

/// When somebody hears something of what they sent in: the first promise that still runs, or that the point has it.
fn promise(ctx: &Ctx, sent: &[Response]) -> Option<String> {
    let open = || sent.iter().filter(|response| response.state == State::Open);
    let due = open().filter(|response| !response.with_point).filter_map(|response| response.answer_due_at);
    match due.filter(|due| *due > ctx.now).min() {
        Some(due) => Some(
            ctx.t_with("response-card-due", &[("date", FluentValue::from(ctx.date(due.date(&ctx.municipality.zone))))]),
        ),
        None => open().next().map(|_| ctx.t("response-card-point")),
    }
}

/// The cards in an organisation's workplace: who waits for an answer, and of what nobody has told the outcome.
pub(crate) async fn workplace_cards(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId) -> Result<Vec<MyCard>> {
    if !policy::list(&ctx.actor, organisation).is_allowed() {
        return Ok(Vec::new());
    }
    let (waiting, due) = super::waiting_of(conn, ctx, organisation).await?;
    let mut cards = vec![waiting_card(ctx, organisation, waiting, due)];
    let untold = outcomes::open_of(conn, ctx, organisation).await?;
    if untold > 0 {
        cards.push(MyCard {
            href: format!("/organisatie/{organisation}/reacties"),
            title: ctx.t("response-workplace-outcome-title"),
            text: ctx.t_with("response-workplace-outcome", &[("count", FluentValue::from(untold))]),
            icon: "help",
            waits: true,
        });
    }
    Ok(cards)
}

/// Most responses on somebody's own page.
const MOST_MINE: i64 = 100;

/// What somebody sent in, with their account or with the address of it.
pub(crate) async fn sent_by(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<Response>> {
    let email = neighbours::email(conn, ctx, person).await?;
    Ok(store::OF_PERSON.all(conn, (ctx.town(), person, email, MOST_MINE)).await?)
}

/// Everything somebody sent in that is still about them, whatever became of it and however long ago: for their copy,
/// and for its end.
pub(crate) async fn all_sent_by(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<Response>> {
    let email = neighbours::email(conn, ctx, person).await?;
    Ok(store::EVERYTHING_OF_PERSON.all(conn, (ctx.town(), person, email)).await?)
}

/// What came in on what is somebody's own.
pub(crate) async fn received_by(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<Response>> {
    Ok(store::OF_OWNER.all(conn, (ctx.town(), person, MOST_MINE)).await?)
}
