//! Letters about responses, each to one reader in their language. A reply goes to a person where that person agreed to be
//! reached so.

use kernel::{Instant, Result, codes, text::Codes};
use platform::{
    Conn, Ctx,
    i18n::FluentValue,
    jobs::Job,
    mail::{Attachment, Letter},
    templates::format,
};
use serde::{Deserialize, Serialize};

use super::{
    introductions::{calendar, model::Introduction},
    model::{Message, MessageId, Owner, Response, ResponseId, Side, State},
    neighbours::{self, Reader},
    views::{doors, worded},
};

codes! {
    /// What a letter is about. The code is the tail of its catalogue keys.
    pub enum LetterKind {
        // To the person:
        /// Type the code or follow the link.
        Confirm = "confirm",
        /// It has arrived; when you hear what.
        Received = "received",
        MessageToPerson = "message-to-person",
        /// A fresh private link.
        NewLink = "new-link",
        /// The point has it now.
        TakenOver = "taken-over",
        /// This mediator has it.
        Taken = "taken",
        /// Times to choose from.
        Invited = "invited",
        /// The introduction stands in the calendar, or does not take place.
        Planned = "planned",
        CancelledToPerson = "cancelled-to-person",
        /// Both go on.
        Accepted = "accepted",
        /// On the reserve list, with other doors; there is a place after all.
        Reserved = "reserved",
        CalledUp = "called-up",
        /// A no, with other doors: said by the other side, because what it was about has ended, because all places are taken,
        /// or because it came to nothing after the introduction.
        Declined = "declined",
        Closed = "closed",
        Full = "full",
        NotStarted = "not-started",
        // To the other side:
        /// Somebody responds.
        New = "new",
        MessageToOwner = "message-to-owner",
        /// Somebody waits; tomorrow the point takes over; it has it now, or gives it back.
        Reminder = "reminder",
        LastReminder = "last-reminder",
        TakenFromOwner = "taken-from-owner",
        PassedBack = "passed-back",
        /// What it is about takes no more responses for now.
        Paused = "paused",
        /// The introduction stands in the calendar, none of its times suits, or it does not take place.
        TimeChosen = "time-chosen",
        TimeProposed = "time-proposed",
        CancelledToOwner = "cancelled-to-owner",
        Withdrawn = "withdrawn",
        /// What it is about is full or over, and this person is still invited.
        StillInvited = "still-invited",
        // To the point:
        /// It has this now.
        NewAtPoint = "new-at-point",
    }
}

impl LetterKind {
    /// The side that reads it.
    pub fn side(self) -> Side {
        match self {
            Self::New
            | Self::MessageToOwner
            | Self::Reminder
            | Self::LastReminder
            | Self::TakenFromOwner
            | Self::PassedBack
            | Self::Paused
            | Self::TimeChosen
            | Self::TimeProposed
            | Self::CancelledToOwner
            | Self::Withdrawn
            | Self::StillInvited => Side::Owner,
            Self::NewAtPoint => Side::Point,
            _ => Side::Person,
        }
    }

    /// Whether it asks the other side for an answer, so that the three answers stand in it.
    pub fn asks_answer(self) -> bool {
        matches!(self, Self::New | Self::Reminder | Self::LastReminder | Self::PassedBack)
    }

    /// Whether it tells of messages, of which it tells everything that is new.
    pub fn tells_messages(self) -> bool {
        matches!(self, Self::MessageToPerson | Self::MessageToOwner)
    }

    /// Whether the introduction goes with it as a calendar file.
    fn has_calendar(self) -> bool {
        matches!(self, Self::Planned | Self::TimeChosen | Self::CancelledToPerson | Self::CancelledToOwner)
    }

    /// Whether other doors come with it, or the reason why there are none.
    fn has_doors(self) -> bool {
        matches!(self, Self::Declined | Self::Reserved | Self::Closed | Self::Full | Self::NotStarted)
    }

    /// Whether it still says something true, where the response stands now.
    pub fn still_holds(self, response: &Response) -> bool {
        match self {
            Self::Confirm => response.state == State::Unconfirmed,
            Self::StillInvited => response.state == State::Invited,
            Self::NewAtPoint => response.with_point && response.handler.is_none(),
            Self::Reminder | Self::LastReminder => response.awaits_answer() && !response.with_point,
            _ => true,
        }
    }
}

/// A letter about a response, to each of its readers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendLetter {
    /// About which response.
    pub response: ResponseId,
    pub letter: LetterKind,
    /// The line of the thread it carries.
    #[serde(default)]
    pub message: Option<MessageId>,
    /// The code that confirms. It stands here until the letter is sent, and nowhere else.
    #[serde(default)]
    pub code: Option<String>,
    /// The secret of the link that confirms.
    #[serde(default)]
    pub secret: Option<String>,
    /// Whether an introduction that stood in calendars must leave them.
    #[serde(default)]
    pub calendar: bool,
}

// The kind begins with the name of the capability that had this before: towns have jobs of this kind that wait.
impl Job for SendLetter {
    const KIND: &'static str = "marketplace.send_response_letter";
}

impl SendLetter {
    pub fn about(response: &Response, letter: LetterKind) -> Self {
        Self { response: response.id, letter, message: None, code: None, secret: None, calendar: false }
    }

    /// With a line of the thread.
    #[must_use]
    pub fn with_message(self, message: MessageId) -> Self {
        Self { message: Some(message), ..self }
    }

    /// With the file that takes an introduction out of calendars, when it stands in them.
    #[must_use]
    pub fn with_calendar(self, calendar: bool) -> Self {
        Self { calendar, ..self }
    }

    /// With what confirms the response.
    #[must_use]
    pub fn with_secrets(self, code: String, secret: String) -> Self {
        Self { code: Some(code), secret: Some(secret), ..self }
    }
}

/// The readers of what is said to one side.
pub(crate) async fn readers(conn: &mut Conn, ctx: &Ctx, response: &Response, side: Side) -> Result<Vec<Reader>> {
    match side {
        Side::Owner => return neighbours::owner_readers(conn, ctx, response).await,
        Side::Point => return neighbours::point_readers(conn, ctx).await,
        Side::Person | Side::System => {}
    }
    let reader = response.email.clone().map(|email| Reader {
        person: response.person,
        name: response.name.clone(),
        email,
        lang: response.lang,
    });
    Ok(reader.into_iter().collect())
}

/// What a letter is about, for each of its readers.
pub(crate) struct Content {
    pub response: Response,
    /// The name of the owner.
    pub owner: String,
    /// The job, with its secrets.
    pub work: SendLetter,
    /// The lines of the thread it carries.
    pub messages: Vec<Message>,
    pub introduction: Option<Introduction>,
    /// Path of the thread, as the reader opens it.
    pub thread: String,
}

impl Content {
    /// The letter, in the language of the context. A reply goes to the person and not through here, so that the clock does
    /// not see it: where an answer is asked, the letter says so.
    pub(crate) fn letter(&self, ctx: &Ctx, reader: &Reader) -> Letter {
        let (kind, response, args) = (self.work.letter, &self.response, self.args(ctx));
        let text = |part: &str| {
            let key = worded(ctx, &response.subject_kind, format!("response-mail-{part}-{}", kind.code()));
            ctx.app.catalogue.has(ctx.lang, &key).then(|| ctx.t_with(&key, &args))
        };
        let begun = begin(ctx, reader, (response, &self.owner), kind.side());
        let unseen = kind.asks_answer() && begun.reply_to.is_some();
        let action = text("action").unwrap_or_else(|| ctx.t("response-mail-open"));
        Letter {
            subject: text("subject").unwrap_or_default(),
            paragraphs: text("text").into_iter().chain(self.no_doors(ctx)).collect(),
            quote: self.words(),
            facts: self.facts(ctx),
            code: self.work.code.clone(),
            action: Some((action, ctx.url(&self.action_path(ctx)))),
            links: self.links(ctx),
            closing: text("closing")
                .into_iter()
                .chain(unseen.then(|| ctx.t_with("response-mail-reply-unseen", &args)))
                .collect(),
            attachments: self.calendar(ctx).into_iter().collect(),
            ..begun
        }
    }

    fn words(&self) -> Option<String> {
        let bodies = self.messages.iter().map(|message| message.body.as_str()).filter(|body| !body.is_empty());
        let bodies: Vec<&str> = bodies.collect();
        (!bodies.is_empty()).then(|| bodies.join("\n\n"))
    }

    /// Why there are no other doors, in the words of the person who said no.
    fn no_doors(&self, ctx: &Ctx) -> Option<String> {
        let reason = self.response.no_doors_reason.as_deref()?;
        let none = self.work.letter.has_doors() && self.response.doors.is_empty();
        none.then(|| ctx.t_with("response-mail-no-doors", &[("reason", FluentValue::from(reason))]))
    }

    fn args(&self, ctx: &Ctx) -> Vec<(&'static str, FluentValue<'static>)> {
        let response = &self.response;
        let moment = |at: Option<Instant>| at.and_then(|at| moment(ctx, at)).unwrap_or_default();
        vec![
            ("title", response.subject_title.clone().into()),
            ("owner", self.owner.clone().into()),
            ("person", response.name.clone().into()),
            ("handler", response.handler_name.clone().unwrap_or_else(|| ctx.t("response-point")).into()),
            ("due", moment(response.answer_due_at).into()),
            ("since", moment(response.confirmed_at).into()),
            ("when", moment(self.introduction.as_ref().and_then(|introduction| introduction.starts_at)).into()),
            ("over", if response.state.is_active() { "no" } else { "yes" }.into()),
            ("doors", i64::try_from(response.doors.len()).unwrap_or_default().into()),
        ]
    }

    fn facts(&self, ctx: &Ctx) -> Vec<(String, String)> {
        let (response, kind) = (&self.response, self.work.letter);
        let fact = |name: &str, value: String| {
            (ctx.t(&worded(ctx, &response.subject_kind, format!("response-fact-{name}"))), value)
        };
        let mut facts = vec![fact("about", response.subject_title.clone())];
        if kind.side() != Side::Person {
            facts.push(fact("person", response.name.clone()));
            facts.extend(response.shown_phone().map(|phone| fact("phone", phone.to_owned())));
        }
        let Some(introduction) = &self.introduction else { return facts };
        if kind == LetterKind::Invited || kind.has_calendar() {
            let times = match introduction.chosen().filter(|_| kind.has_calendar()) {
                Some(slot) => vec![slot],
                None => introduction.proposed.clone(),
            };
            facts.extend(times.iter().filter_map(|slot| Some(fact("when", moment(ctx, slot.starts)?))));
            facts.push(fact("where", introduction.place.clone()));
        }
        facts
    }

    fn action_path(&self, ctx: &Ctx) -> String {
        match (self.work.letter, &self.work.secret) {
            (LetterKind::Confirm, Some(secret)) => {
                format!("/reacties/bevestig?reactie={}&sleutel={secret}", self.response.id)
            }
            (LetterKind::Paused, _) => self.lead_path(ctx).unwrap_or_else(|| self.thread.clone()),
            _ => self.thread.clone(),
        }
    }

    /// Where an organisation leads its own subject.
    fn lead_path(&self, ctx: &Ctx) -> Option<String> {
        let organisation = self.response.organisation?;
        let list = ctx.app.subject_source(&self.response.subject_kind)?.list;
        Some(format!("/organisatie/{organisation}{list}/{}", self.response.subject_id))
    }

    fn links(&self, ctx: &Ctx) -> Vec<(String, String)> {
        if self.work.letter.asks_answer() {
            let link = |(key, tail): (&str, &str)| (ctx.t(key), ctx.url(&format!("{}{tail}", self.thread)));
            return ANSWERS.map(link).into();
        }
        if !self.work.letter.has_doors() {
            return Vec::new();
        }
        doors(ctx, &self.response.doors).into_iter().map(|door| (door.label, ctx.url(&door.href))).collect()
    }

    fn calendar(&self, ctx: &Ctx) -> Option<Attachment> {
        let introduction = self.introduction.as_ref()?;
        let wanted = self.work.letter.has_calendar() || self.work.calendar;
        let file = calendar_file(ctx, &self.response, &self.owner, introduction).filter(|_| wanted)?;
        Some(Attachment::new("kennismaking.ics", platform::ical::MIME, file.as_bytes()))
    }
}

/// The ways to answer, as they stand in a letter: key and end of the address.
const ANSWERS: [(&str, &str); 4] = [
    ("response-do-invite", "/uitnodigen"),
    ("response-do-ask", "#bericht"),
    ("response-do-decline", "/afwijzen"),
    ("response-do-answered", "/beantwoord"),
];

/// The calendar file of an introduction, in the language of the context.
pub(crate) fn calendar_file(
    ctx: &Ctx,
    response: &Response,
    owner: &str,
    introduction: &Introduction,
) -> Option<String> {
    let args = [("owner", FluentValue::from(owner)), ("title", FluentValue::from(response.subject_title.as_str()))];
    let base = ctx.municipality.base_url.split("://").last().unwrap_or("samenstuur");
    let words = calendar::Words {
        summary: ctx.t_with("response-calendar-summary", &args),
        description: ctx.t_with("response-calendar-description", &args),
        site: ctx.municipality.name.clone(),
        from: platform::mail::contact(ctx),
        host: base.split(':').next().unwrap_or("samenstuur").to_owned(),
    };
    calendar::file(introduction, &words)
}

/// A moment as people read it in a letter: *dinsdag 3 maart 2026, 14.00 uur*.
fn moment(ctx: &Ctx, at: Instant) -> Option<String> {
    format::date_time(&ctx.app.catalogue, ctx.lang, &ctx.local(at))
}

/// How every letter to somebody of this side begins: to whom, why, and where a reply goes. To the other side that is the person,
/// once they confirmed their address and only when they want to be reached so.
pub(crate) fn begin(ctx: &Ctx, reader: &Reader, (response, owner): (&Response, &str), side: Side) -> Letter {
    let args = [("title", response.subject_title.as_str()), ("owner", owner)];
    let args = args.map(|(name, value)| (name, FluentValue::from(value)));
    let reason = match (side, response.owner()) {
        (Side::Person, _) => "response-mail-reason-person",
        (Side::Point, _) => "response-mail-reason-point",
        (_, Owner::Organisation(_)) => "response-mail-reason-owner",
        (_, Owner::Person(_)) => "response-mail-reason-maker",
    };
    let reply_to = response.shown_email().filter(|_| side != Side::Person && response.confirmed_at.is_some());
    Letter {
        to: reader.email.clone(),
        greeting: ctx.t_with("mail-greeting", &[("name", FluentValue::from(reader.name.as_str()))]),
        reason: ctx.t_with(reason, &args),
        reply_to: reply_to.map(str::to_owned),
        ..Letter::default()
    }
}
