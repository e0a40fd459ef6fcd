//! Letters about responses, each to one reader in their language. A reply goes to a person where that person agreed to be
//! reached so.

use kernel::{Result, codes, setting::CONTACT_EMAIL, text::Codes};
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
};

codes! {
    /// What a letter is about. The code is the tail of its catalogue keys.
    pub enum LetterKind {
        /// To the person: type the code or follow the link.
        Confirm = "confirm",
        /// To the person: it has arrived; when you hear what.
        Received = "received",
        /// To the person: somebody answered.
        MessageToPerson = "message-to-person",
        /// To the person: a fresh private link.
        NewLink = "new-link",
        /// To the person: the point has it now.
        TakenOver = "taken-over",
        /// To the person: this mediator has it.
        Taken = "taken",
        /// To the person: times to choose from.
        Invited = "invited",
        /// To the person: it stands in the calendar.
        Planned = "planned",
        /// To the person: the introduction does not take place.
        CancelledToPerson = "cancelled-to-person",
        /// To the person: both go on.
        Accepted = "accepted",
        /// To the person: on the reserve list, with other doors.
        Reserved = "reserved",
        /// To the person: there is a place after all.
        CalledUp = "called-up",
        /// To the person: a no, with other doors.
        Declined = "declined",
        /// To the person: what it was about has ended, with other doors.
        Closed = "closed",
        /// To the person: all places are taken, with other doors.
        Full = "full",
        /// To the person: it came to nothing after the introduction, with other doors.
        NotStarted = "not-started",
        /// To the other side: somebody responds.
        New = "new",
        /// To the other side: the person says something.
        MessageToOwner = "message-to-owner",
        /// To the other side: somebody waits.
        Reminder = "reminder",
        /// To the other side: tomorrow the point takes over.
        LastReminder = "last-reminder",
        /// To the other side: the point has it now.
        TakenFromOwner = "taken-from-owner",
        /// To the other side: the point gives it back.
        PassedBack = "passed-back",
        /// To the other side: what it is about takes no more responses for now.
        Paused = "paused",
        /// To the other side: it stands in the calendar.
        TimeChosen = "time-chosen",
        /// To the other side: none of the times suits.
        TimeProposed = "time-proposed",
        /// To the other side: the introduction does not take place.
        CancelledToOwner = "cancelled-to-owner",
        /// To the other side: taken back.
        Withdrawn = "withdrawn",
        /// To the other side: what it is about is full or over, and this person is still invited.
        StillInvited = "still-invited",
        /// To the point: it has this now.
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
    /// A letter of this kind.
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
pub async fn readers(conn: &mut Conn, ctx: &Ctx, response: &Response, side: Side) -> Result<Vec<Reader>> {
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

/// What a letter is made of.
pub struct Writing<'a> {
    /// In the reader's language.
    pub ctx: &'a Ctx,
    pub reader: &'a Reader,
    /// About which response.
    pub response: &'a Response,
    /// The name of the owner.
    pub owner: &'a str,
    /// The job, with its secrets.
    pub work: &'a SendLetter,
    /// The line of the thread it carries.
    pub message: Option<&'a Message>,
    pub introduction: Option<&'a Introduction>,
    /// Path of the thread, as this reader opens it.
    pub thread: String,
}

impl Writing<'_> {
    /// The letter.
    pub fn letter(&self) -> Letter {
        let (ctx, kind) = (self.ctx, self.work.letter);
        let words = |part: &str| format!("response-mail-{part}-{}", kind.code());
        let args = self.args();
        let text = |part: &str| {
            let key = super::views::worded(ctx, &self.response.subject.kind, words(part));
            ctx.app.catalogue.has(ctx.lang, &key).then(|| ctx.t_with(&key, &args))
        };
        let body = self.message.map(|message| message.body.clone()).filter(|body| !body.is_empty());
        let action = text("action").unwrap_or_else(|| ctx.t("response-mail-open"));
        Letter {
            to: self.reader.email.clone(),
            subject: text("subject").unwrap_or_default(),
            greeting: ctx.t_with("response-mail-greeting", &[("name", FluentValue::from(self.reader.name.as_str()))]),
            paragraphs: text("text").into_iter().chain(self.no_doors()).collect(),
            quote: body,
            facts: self.facts(),
            code: self.work.code.clone(),
            action: Some((action, ctx.url(&self.action_path()))),
            links: self.links(),
            closing: text("closing").into_iter().chain(self.reply_is_unseen()).collect(),
            reason: self.reason(),
            reply_to: self.reply_to(),
            attachments: self.attachments(),
            ..Letter::default()
        }
    }

    /// Why there are no other doors, in the words of the person who said no.
    fn no_doors(&self) -> Option<String> {
        let reason = self.response.no_doors_reason.as_deref()?;
        let none = self.work.letter.has_doors() && self.response.doors.is_empty();
        none.then(|| self.ctx.t_with("response-mail-no-doors", &[("reason", FluentValue::from(reason))]))
    }

    /// A reply goes to the person and not through here, so that the clock does not see it.
    fn reply_is_unseen(&self) -> Option<String> {
        let unseen = self.work.letter.asks_answer() && self.reply_to().is_some();
        unseen.then(|| self.ctx.t_with("response-mail-reply-unseen", &self.args()))
    }

    fn args(&self) -> Vec<(&'static str, FluentValue<'static>)> {
        let response = self.response;
        let handler = response.handler.as_ref().map_or_else(|| self.ctx.t("response-point"), |(_, name)| name.clone());
        let moment = |at: Option<kernel::Instant>| at.and_then(|at| moment(self.ctx, at)).unwrap_or_default();
        let slot = self.introduction.and_then(|introduction| introduction.chosen);
        vec![
            ("title", response.subject.title.clone().into()),
            ("owner", self.owner.to_owned().into()),
            ("person", response.name.clone().into()),
            ("handler", handler.into()),
            ("due", moment(response.answer_due_at).into()),
            ("since", moment(response.confirmed_at).into()),
            ("when", moment(slot.map(|slot| slot.starts)).into()),
            ("over", if response.state.is_active() { "no" } else { "yes" }.into()),
            ("doors", i64::try_from(response.doors.len()).unwrap_or_default().into()),
        ]
    }

    fn facts(&self) -> Vec<(String, String)> {
        let ctx = self.ctx;
        let about = super::views::worded_tail(ctx, &self.response.subject.kind, "response-fact-", "about");
        let mut facts = vec![(ctx.t(&format!("response-fact-{about}")), self.response.subject.title.clone())];
        if self.work.letter.side() != Side::Person {
            facts.push((ctx.t("response-fact-person"), self.response.name.clone()));
            facts.extend(self.response.shown_phone().map(|phone| (ctx.t("response-fact-phone"), phone.to_owned())));
        }
        if self.work.letter == LetterKind::Invited || self.work.letter.has_calendar() {
            let Some(introduction) = self.introduction else { return facts };
            let times = match introduction.chosen.filter(|_| self.work.letter.has_calendar()) {
                Some(slot) => vec![slot],
                None => introduction.proposed.clone(),
            };
            for slot in times {
                facts.extend(moment(ctx, slot.starts).map(|when| (ctx.t("response-fact-when"), when)));
            }
            facts.push((ctx.t("response-fact-where"), introduction.place.clone()));
        }
        facts
    }

    fn action_path(&self) -> String {
        match (self.work.letter, &self.work.secret) {
            (LetterKind::Confirm, Some(secret)) => {
                format!("/reacties/bevestig?reactie={}&sleutel={secret}", self.response.id)
            }
            (LetterKind::Paused, _) => self.lead_path().unwrap_or_else(|| self.thread.clone()),
            _ => self.thread.clone(),
        }
    }

    /// Where an organisation leads its own subject.
    fn lead_path(&self) -> Option<String> {
        let subject = &self.response.subject;
        let organisation = self.response.owner.organisation()?;
        let list = self.ctx.app.subject_source(&subject.kind)?.list;
        Some(format!("/organisatie/{organisation}{list}/{}", subject.id))
    }

    fn links(&self) -> Vec<(String, String)> {
        let (ctx, kind) = (self.ctx, self.work.letter);
        if kind.asks_answer() {
            let link = |key: &str, tail: &str| (ctx.t(key), ctx.url(&format!("{}{tail}", self.thread)));
            return vec![
                link("response-do-invite", "/uitnodigen"),
                link("response-do-ask", "#bericht"),
                link("response-do-decline", "/afwijzen"),
                link("response-do-answered", "/beantwoord"),
            ];
        }
        if kind.has_doors() {
            let doors = super::views::doors(ctx, &self.response.doors);
            return doors.into_iter().map(|door| (door.label, ctx.url(&door.href))).collect();
        }
        Vec::new()
    }

    fn reason(&self) -> String {
        self.ctx.t_with(reason_key(self.response, self.work.letter.side()), &self.args())
    }

    fn reply_to(&self) -> Option<String> {
        reply_to(self.ctx, self.response, self.work.letter.side())
    }

    fn attachments(&self) -> Vec<Attachment> {
        let file = self
            .introduction
            .filter(|_| self.work.letter.has_calendar() || self.work.calendar)
            .and_then(|introduction| calendar_file(self.ctx, self.response, self.owner, introduction));
        file.map(|file| Attachment::new("kennismaking.ics", calendar::MIME, file.as_bytes())).into_iter().collect()
    }
}

/// Where a reply goes. To the other side that is the person, once they confirmed their address and only when they want to be
/// reached so; to the person it is the address that the municipality names.
fn reply_to(ctx: &Ctx, response: &Response, side: Side) -> Option<String> {
    if side == Side::Person {
        let contact = ctx.municipality.settings.text(&CONTACT_EMAIL, ctx.today());
        return Some(contact.to_owned()).filter(|contact| !contact.is_empty());
    }
    response.shown_email().filter(|_| response.confirmed_at.is_some()).map(str::to_owned)
}

/// Why somebody of this side gets letters.
fn reason_key(response: &Response, side: Side) -> &'static str {
    match (side, response.owner) {
        (Side::Person, _) => "response-mail-reason-person",
        (Side::Point, _) => "response-mail-reason-point",
        (_, Owner::Organisation(_)) => "response-mail-reason-owner",
        (_, Owner::Person(_)) => "response-mail-reason-maker",
    }
}

/// The calendar file of an introduction, in the language of the context.
pub fn calendar_file(ctx: &Ctx, response: &Response, owner: &str, introduction: &Introduction) -> Option<String> {
    let args = [("owner", FluentValue::from(owner)), ("title", FluentValue::from(response.subject.title.as_str()))];
    let base = ctx.municipality.base_url.split("://").last().unwrap_or("samenstuur");
    let words = calendar::Words {
        summary: ctx.t_with("response-calendar-summary", &args),
        description: ctx.t_with("response-calendar-description", &args),
        site: ctx.municipality.name.clone(),
        from: ctx.app.config.mail.from.clone(),
        host: base.split(':').next().unwrap_or("samenstuur").to_owned(),
    };
    calendar::file(introduction, &words)
}

/// A moment as people read it in a letter: *dinsdag 3 maart 2026, 14.00 uur*.
pub fn moment(ctx: &Ctx, at: kernel::Instant) -> Option<String> {
    format::date_time(&ctx.app.catalogue, ctx.lang, &super::views::local(ctx, at))
}

/// A letter that is no step of the thread, as each begins: to whom, why, and where a reply goes.
pub fn begin(ctx: &Ctx, reader: &Reader, (response, owner): (&Response, &str), side: Side) -> Letter {
    let args = [("title", response.subject.title.as_str()), ("owner", owner), ("person", response.name.as_str())];
    let args = args.map(|(name, value)| (name, FluentValue::from(value)));
    Letter {
        to: reader.email.clone(),
        greeting: ctx.t_with("response-mail-greeting", &[("name", FluentValue::from(reader.name.as_str()))]),
        reason: ctx.t_with(reason_key(response, side), &args),
        reply_to: reply_to(ctx, response, side),
        ..Letter::default()
    }
}
