//! A response, its thread and its life: see `docs/state-machines/response.md`.

use kernel::{Instant, Lang, MunicipalityId, OrganisationId, PersonId, Problem, codes};
use uuid::Uuid;

use people::desk::model::Way;
use platform::subjects::Over;
pub use platform::subjects::{Door, Owner};

kernel::id_type! {
    /// A response, with its thread.
    ResponseId,
    /// A message in a thread.
    MessageId,
    /// An invitation for an introduction.
    IntroductionId,
}

platform::id_column! { ResponseId, MessageId, IntroductionId }

/// Longest name, in characters.
pub const MAX_NAME: usize = kernel::form::PERSON_NAME_MAX;
/// Longest question or message, in characters.
pub const MAX_TEXT: usize = 3000;
/// Digits of the code in the mail that confirms.
pub const CODE_DIGITS: usize = 6;
/// Wrong codes after which only the link in the mail still confirms.
pub const MAX_TRIES: u32 = 10;

codes! {
    /// Where a response stands.
    pub enum State {
        /// Sent in; the code in the mail or a mediator has yet to confirm it. The other side sees nothing of it.
        Unconfirmed = "unconfirmed",
        /// Confirmed; the clock of the answer guarantee runs.
        Open = "open",
        /// Answered; the two talk.
        InConversation = "in_conversation",
        /// Invited for an introduction: times are proposed, or one is chosen.
        Invited = "invited",
        /// Both want to go on; a start is agreed.
        Accepted = "accepted",
        /// The volunteer has started.
        Started = "started",
        /// Full, or no fit; never without other doors or the reason why there are none.
        Declined = "declined",
        /// Taken back by the person.
        Withdrawn = "withdrawn",
        /// Never confirmed.
        Expired = "expired",
    }
}

codes! {
    /// A step in the life of a response.
    pub enum Verb {
        /// The code, the link or a mediator says that somebody is behind it.
        Confirm = "confirm",
        /// Nobody confirmed it in time.
        Expire = "expire",
        /// The other side, or the point, says something.
        Answer = "answer",
        /// Times for an introduction are proposed.
        Invite = "invite",
        /// The introduction does not take place.
        CancelMeeting = "cancel_meeting",
        /// Both go on.
        Accept = "accept",
        /// The volunteer starts.
        Start = "start",
        /// Puts on the reserve list.
        Reserve = "reserve",
        /// Called up from the reserve list, or a decline undone.
        CallUp = "call_up",
        /// Full, or no fit.
        Decline = "decline",
        /// The person takes it back.
        Withdraw = "withdraw",
    }
}

impl State {
    /// Where a step leads from here; `None` when there is no such step.
    pub fn after(self, verb: Verb) -> Option<Self> {
        use State::{Accepted, Declined, Expired, InConversation, Invited, Open, Started, Unconfirmed, Withdrawn};
        Some(match (self, verb) {
            (Unconfirmed, Verb::Confirm) => Open,
            (Unconfirmed, Verb::Expire) => Expired,
            (Unconfirmed | Open | InConversation | Invited | Accepted, Verb::Withdraw) => Withdrawn,
            (Open, Verb::Answer) => InConversation,
            (InConversation | Invited | Accepted | Started | Declined, Verb::Answer) => self,
            (Open | InConversation | Invited | Accepted, Verb::Invite) => Invited,
            (Invited, Verb::CancelMeeting) | (Declined, Verb::CallUp) => InConversation,
            (Accepted, Verb::CancelMeeting) => Accepted,
            (Open | InConversation | Invited, Verb::Accept) => Accepted,
            (Open | InConversation | Invited | Accepted, Verb::Start) => Started,
            (Open | InConversation | Invited, Verb::Reserve) | (InConversation, Verb::CallUp) => InConversation,
            (Open | InConversation | Invited | Accepted, Verb::Decline) => Declined,
            _ => return None,
        })
    }

    /// Whether something may still come of it.
    pub fn is_active(self) -> bool {
        matches!(self, Self::Open | Self::InConversation | Self::Invited | Self::Accepted)
    }

    /// Whether the other side may know of it.
    pub fn is_confirmed(self) -> bool {
        !matches!(self, Self::Unconfirmed | Self::Expired)
    }
}

codes! {
    /// How the person wants to be reached.
    pub enum Reach {
        Email = "email",
        Phone = "phone",
        /// Through the information point.
        Point = "point",
    }
}

codes! {
    /// Who says something in a thread.
    pub enum Side {
        Person = "person",
        /// Whose it is that was responded to.
        Owner = "owner",
        /// The information point.
        Point = "point",
        /// Samenstuur itself.
        System = "system",
    }
}

codes! {
    /// What a line of the thread is. Words of a person, or a fact that is shown in the reader's language.
    pub enum MessageKind {
        /// The first question.
        Asked = "asked",
        Message = "message",
        /// The other side, because somebody waits.
        Reminded = "reminded",
        /// The point took over.
        TakenOver = "taken_over",
        /// A mediator said that it is theirs now.
        Taken = "taken",
        /// The point gave it back.
        PassedBack = "passed_back",
        /// Times for an introduction were proposed.
        Invited = "invited",
        TimeChosen = "time_chosen",
        /// None of the times suits the person, who said when they can.
        TimeProposed = "time_proposed",
        /// The introduction, to another time.
        Moved = "moved",
        MeetingCancelled = "meeting_cancelled",
        /// Both go on.
        Accepted = "accepted",
        Started = "started",
        Stopped = "stopped",
        /// On the reserve list.
        Reserved = "reserved",
        CalledUp = "called_up",
        /// Full, or no fit.
        Declined = "declined",
        /// What it was about has ended.
        Closed = "closed",
        /// All places were taken.
        Full = "full",
        /// It came to nothing after the introduction.
        NotStarted = "not_started",
        Withdrawn = "withdrawn",
        /// The other side answered by telephone or by a mail of its own.
        AnsweredElsewhere = "answered_elsewhere",
        /// What it is about is full or over while somebody is invited. The code is older than the other kinds of subjects.
        SubjectOver = "vacancy_over",
    }
}

codes! {
    /// Why somebody was told no.
    pub enum DeclineKind {
        Full = "full",
        NoFit = "no_fit",
        /// What it was about ended before there was an answer.
        Closed = "closed",
        /// It came to nothing after the introduction.
        NotStarted = "not_started",
    }
}

impl From<Over> for DeclineKind {
    fn from(why: Over) -> Self {
        match why {
            Over::Full => Self::Full,
            Over::Closed => Self::Closed,
        }
    }
}

/// What somebody responds to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The code of its kind, as its [`platform::subjects::SubjectSource`] says it.
    pub kind: String,
    pub id: Uuid,
    /// Its title when the response was made.
    pub title: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    pub municipality: MunicipalityId,
    pub id: ResponseId,
    /// What it responds to, as [`Subject`].
    pub subject_kind: String,
    pub subject_id: Uuid,
    pub subject_title: String,
    /// Whose that is, as [`Response::owner`]: an organisation's, or else a person's.
    pub organisation: Option<OrganisationId>,
    pub owner_person: Option<PersonId>,
    /// The account of the person who responded, when signed in.
    pub person: Option<PersonId>,
    /// Who typed it in for somebody else.
    pub entered_by: Option<PersonId>,
    /// The name to use.
    pub name: String,
    /// Lower case.
    pub email: Option<String>,
    pub phone: Option<String>,
    pub reach: Reach,
    /// The language they read.
    pub lang: Lang,
    /// Whether they agreed that their data are kept longer than the usual weeks after a no.
    pub keep_longer: bool,
    /// Hashes of the code and of the secret in the mail that confirms, and how often a wrong code was tried.
    pub confirm_code_hash: Option<Vec<u8>>,
    pub confirm_link_hash: Option<Vec<u8>>,
    pub confirm_tries: u32,
    pub state: State,
    /// Whether they are on the reserve list.
    pub reserve: bool,
    /// Whether the point has it now.
    pub with_point: bool,
    /// Who of the point has it, and under which name.
    pub handler: Option<PersonId>,
    pub handler_name: Option<String>,
    /// When it was sent in.
    pub created_at: Instant,
    /// When it was confirmed: the clock begins.
    pub confirmed_at: Option<Instant>,
    pub answer_due_at: Option<Instant>,
    /// How many reminders were sent, 0 to 2.
    pub reminders: u32,
    /// When somebody first answered.
    pub answered_at: Option<Instant>,
    /// When the point had to take over.
    pub taken_over_at: Option<Instant>,
    /// When it was decided (accepted, declined, withdrawn).
    pub decided_at: Option<Instant>,
    /// When the volunteer started, and stopped.
    pub started_at: Option<Instant>,
    pub ended_at: Option<Instant>,
    pub decline_kind: Option<DeclineKind>,
    /// The other ways on that were offered, or why none were, in words.
    pub doors: Vec<Door>,
    pub no_doors_reason: Option<String>,
    /// Since when the point has something to tell this person, who has no e-mail.
    pub tell_since: Option<Instant>,
    /// When a letter to this person was given up: no mail reaches the address.
    pub undelivered_at: Option<Instant>,
    /// When the personal data were removed.
    pub erased_at: Option<Instant>,
    pub changed_at: Instant,
}

impl Response {
    /// As it comes in: nobody has confirmed it yet.
    pub fn new((municipality, id): (MunicipalityId, ResponseId), new: NewResponse, now: Instant) -> Self {
        let (person, entered_by) = match new.entry {
            Entry::Visitor => (None, None),
            Entry::Account(person) => (Some(person), None),
            Entry::OnBehalf { by, of } => (of, Some(by)),
        };
        Self {
            municipality,
            id,
            subject_kind: new.subject.kind,
            subject_id: new.subject.id,
            subject_title: new.subject.title,
            organisation: new.owner.organisation(),
            owner_person: new.owner.person(),
            person,
            entered_by,
            name: new.name,
            email: new.email,
            phone: new.phone,
            reach: new.reach,
            lang: new.lang,
            keep_longer: false,
            confirm_code_hash: None,
            confirm_link_hash: None,
            confirm_tries: 0,
            state: State::Unconfirmed,
            reserve: false,
            with_point: false,
            handler: None,
            handler_name: None,
            created_at: now,
            confirmed_at: None,
            answer_due_at: None,
            reminders: 0,
            answered_at: None,
            taken_over_at: None,
            decided_at: None,
            started_at: None,
            ended_at: None,
            decline_kind: None,
            doors: Vec::new(),
            no_doors_reason: None,
            tell_since: None,
            undelivered_at: None,
            erased_at: None,
            changed_at: now,
        }
    }

    /// Whose it is that was responded to.
    pub fn owner(&self) -> Owner {
        match (self.organisation, self.owner_person) {
            (Some(organisation), _) => Owner::Organisation(organisation),
            (None, person) => Owner::Person(person.unwrap_or(PersonId(Uuid::nil()))),
        }
    }

    /// Whether the desk sent it for somebody who has no account yet, and still can register them.
    pub fn enrollable(&self) -> bool {
        self.entered_by.is_some() && self.person.is_none() && self.erased_at.is_none()
    }

    /// Goes a step.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when the state machine knows no such step: somebody else was first, or it is over.
    pub fn step(&mut self, verb: Verb, now: Instant) -> Result<(), Problem> {
        let next = self.state.after(verb).ok_or(Problem::Conflict("response-error-step"))?;
        match verb {
            Verb::Confirm => self.confirmed_at = Some(now),
            Verb::Reserve => self.reserve = true,
            Verb::CallUp => {
                self.reserve = false;
                self.decided_at = None;
                self.decline_kind = None;
            }
            Verb::Accept | Verb::Decline | Verb::Withdraw | Verb::Expire => {
                self.reserve = false;
                self.decided_at = Some(now);
            }
            Verb::Start => {
                self.reserve = false;
                self.started_at = Some(now);
                self.decided_at = self.decided_at.or(Some(now));
            }
            Verb::Answer | Verb::Invite | Verb::CancelMeeting => {}
        }
        self.state = next;
        self.changed_at = now;
        Ok(())
    }

    /// The other side or the point answers. True when this is the first answer.
    pub fn answer(&mut self, verb: Verb, side: Side, now: Instant) -> Result<bool, Problem> {
        self.step(verb, now)?;
        let first = self.answered_at.is_none();
        self.answered_at = self.answered_at.or(Some(now));
        if side == Side::Owner {
            self.leave_point();
        }
        if !self.state.is_active() {
            self.with_point = false;
        }
        Ok(first)
    }

    /// The point has it no more, and nobody of it handles it.
    pub fn leave_point(&mut self) {
        self.with_point = false;
        self.handler = None;
        self.handler_name = None;
    }

    /// The person has something new to be told by telephone or at the point, because no mail reaches them.
    pub fn must_be_told(&mut self, now: Instant) {
        if (self.email.is_none() || self.undelivered_at.is_some()) && self.state.is_confirmed() {
            self.tell_since = self.tell_since.or(Some(now));
        }
    }

    /// A letter to this person was given up at `at`: the point tells them, as it tells who has no address. Says whether that was
    /// not known yet.
    pub fn undeliverable(&mut self, at: Instant, now: Instant) -> bool {
        if self.erased_at.is_some() || self.undelivered_at.is_some_and(|known| known >= at) {
            return false;
        }
        self.undelivered_at = Some(at);
        if self.state.is_confirmed() {
            self.tell_since = self.tell_since.or(Some(now));
        }
        true
    }

    /// Whether an answer is still owed.
    pub fn awaits_answer(&self) -> bool {
        self.state == State::Open && self.answered_at.is_none()
    }

    /// Whether the volunteer started and did not stop.
    pub fn goes_on(&self) -> bool {
        self.state == State::Started && self.ended_at.is_none()
    }

    /// Whether words may be added.
    pub fn takes_messages(&self) -> bool {
        self.state.is_active() || matches!(self.state, State::Started | State::Declined)
    }

    /// The e-mail address, when that is how the person wants to be reached.
    pub fn shown_email(&self) -> Option<&str> {
        self.email.as_deref().filter(|_| self.reach == Reach::Email)
    }

    /// The telephone number, when that is how the person wants to be reached.
    pub fn shown_phone(&self) -> Option<&str> {
        self.phone.as_deref().filter(|_| self.reach == Reach::Phone)
    }
}

/// A line of a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub municipality: MunicipalityId,
    pub id: MessageId,
    pub response: ResponseId,
    /// Who says it.
    pub side: Side,
    pub kind: MessageKind,
    /// Who of that side, when known.
    pub author: Option<PersonId>,
    /// Under which name.
    pub author_name: String,
    /// The words; empty for a bare fact.
    pub body: String,
    pub created_at: Instant,
}

/// What a new response needs to say.
#[derive(Clone, Debug)]
pub struct NewResponse {
    pub subject: Subject,
    pub owner: Owner,
    pub name: String,
    /// Lower case.
    pub email: Option<String>,
    pub phone: Option<String>,
    pub reach: Reach,
    /// What they want to know.
    pub question: String,
    /// Who vouches for it.
    pub entry: Entry,
    /// How somebody without an account agreed at the desk that it is sent for them.
    pub agreed: Option<Way>,
    /// The language of the letters about it.
    pub lang: Lang,
}

/// How a response comes in, which decides how it is confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Somebody we do not know: by the mail, or by a mediator where there is no e-mail.
    Visitor,
    /// Somebody who has signed in: at once.
    Account(PersonId),
    /// A mediator with somebody opposite, who agreed: at once.
    OnBehalf {
        by: PersonId,
        /// The account of the person, when there is one.
        of: Option<PersonId>,
    },
}
