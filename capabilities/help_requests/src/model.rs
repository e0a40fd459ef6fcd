//! A help request, those who would help, and its life: see `docs/state-machines/help-request.md`.

use kernel::{Codes as _, Date, Instant, MunicipalityId, OrganisationId, PersonId, Problem, codes, time};
use serde::{Deserialize, Serialize};

use facets::model::{Facets, HelpRequestId};

/// Longest title, in characters.
pub const MAX_TITLE: usize = 90;
/// Longest description, in characters.
pub const MAX_DESCRIPTION: usize = 1500;
/// Longest message of a helper, in characters.
pub const MAX_MESSAGE: usize = 1500;

codes! {
    /// Where a help request stands.
    pub enum State {
        /// Being written.
        Draft = "draft",
        /// Sent in; the point looks at it first.
        Waiting = "waiting",
        /// Public: confirmed helpers may respond.
        Live = "live",
        /// The asker chose a helper, and both agreed to the safety text.
        Matched = "matched",
        /// The help was given.
        Done = "done",
        /// Over in another way.
        Closed = "closed",
        /// Its term passed without a sign of life; one tap brings it back.
        Expired = "expired",
    }
}

codes! {
    /// Who wrote it down.
    pub enum WrittenBy {
        /// The person who needs the help.
        Own = "own",
        /// A relative, a neighbour, a friend.
        Relative = "relative",
        /// Somebody whose work it is.
        Professional = "professional",
        /// A mediator, with recorded consent.
        Desk = "desk",
    }
}

codes! {
    /// How it ended, asked when it closes. Unknown is itself a figure.
    pub enum Closing {
        /// Helped through this platform.
        Helped = "helped",
        /// Helped in another way.
        Otherwise = "otherwise",
        /// Not needed any more.
        NotNeeded = "not_needed",
        /// Nobody came.
        NobodyFound = "nobody_found",
        /// Nobody said.
        Unknown = "unknown",
    }
}

codes! {
    /// Where somebody stands who would help.
    pub enum Candidacy {
        /// Waits for the asker.
        Open = "open",
        Chosen = "chosen",
        /// Somebody else was chosen, or the asker would rather not.
        Declined = "declined",
        /// Cannot after all.
        Withdrawn = "withdrawn",
    }
}

codes! {
    /// Why the desk looks at exact data. A choice and no free text: the audit log outlives an erasure.
    pub enum LookReason {
        /// The asker called or came by.
        Asked = "asked",
        /// To call the asker about a helper or an end.
        ToCall = "to_call",
        /// To correct what was written.
        ToCorrect = "to_correct",
        /// Something may be wrong or unsafe.
        Safety = "safety",
    }
}

codes! {
    /// Where somebody stands who wants to be a confirmed helper.
    pub enum Helping {
        /// Asked to be confirmed.
        Asked = "asked",
        /// Confirmed until a day.
        Confirmed = "confirmed",
        /// Not confirmed, with an answer.
        Refused = "refused",
        /// No longer confirmed: stopped, ended by the point, or the day passed.
        Ended = "ended",
    }
}

codes! {
    /// How the point convinced itself that a helper can be trusted.
    pub enum Checked {
        /// Seen and spoken at the point, with proof of identity shown.
        Met = "met",
        /// A certificate of conduct was seen; the certificate itself is not kept.
        Vog = "vog",
        /// An organisation that the municipality knows vouches for them.
        Organisation = "organisation",
        /// Two people were asked about them.
        References = "references",
    }
}

/// A help request: everything that may be known of it in public, and the person who leads it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HelpRequest {
    pub municipality: MunicipalityId,
    pub id: HelpRequestId,
    /// The account of the person who needs the help; absent when somebody else asks and they have none.
    pub person: Option<PersonId>,
    /// Who decides and is told: the asker, or the person who asks for them.
    pub steward: PersonId,
    /// Who typed it in.
    pub entered_by: PersonId,
    /// Who wrote it down.
    pub written_by: WrittenBy,
    /// In which relation to the person who needs the help, in words.
    pub relation: Option<String>,
    /// What is needed, in at most 90 characters.
    pub title: String,
    /// More about it, plain text without exact data.
    pub description: String,
    /// What it is searched and matched by; of the place only the wijk.
    pub facets: Facets,
    /// Where it stands.
    pub state: State,
    /// What the point says about it, when it was sent back.
    pub note: Option<String>,
    /// How it ended.
    pub closing: Option<Closing>,
    /// The helper who was chosen.
    pub helper: Option<PersonId>,
    /// For which organisation that helper acts.
    pub helper_organisation: Option<OrganisationId>,
    /// When both had agreed.
    pub matched_at: Option<Instant>,
    /// When it went live.
    pub published_at: Option<Instant>,
    /// Last day on which it is shown.
    pub expires_on: Option<Date>,
    /// Hash of the secret in the mail that asks whether it still holds.
    #[serde(skip)]
    pub keep_hash: Option<Vec<u8>>,
    /// Since when there is something to tell by telephone, because no mail reaches the person who leads it.
    pub tell_since: Option<Instant>,
    /// While it is live: the moment at which the point looks for a helper too, when nothing happened before.
    pub due_at: Option<Instant>,
    /// Since when the point looks along, because nobody offered or nobody was chosen.
    pub taken_over_at: Option<Instant>,
    /// When it ended.
    pub closed_at: Option<Instant>,
    /// When it was begun.
    pub created_at: Instant,
    /// When it last changed.
    pub changed_at: Instant,
}

/// Whose request a new one is, and who writes it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begin {
    /// The account of the person who needs the help.
    pub person: Option<PersonId>,
    /// Who decides and is told.
    pub steward: PersonId,
    pub entered_by: PersonId,
    /// As what.
    pub written_by: WrittenBy,
    /// In which relation.
    pub relation: Option<String>,
}

impl HelpRequest {
    /// An empty draft.
    pub fn draft(municipality: MunicipalityId, id: HelpRequestId, begin: Begin, now: Instant) -> Self {
        Self {
            municipality,
            id,
            person: begin.person,
            steward: begin.steward,
            entered_by: begin.entered_by,
            written_by: begin.written_by,
            relation: begin.relation,
            title: String::new(),
            description: String::new(),
            facets: Facets::default(),
            state: State::Draft,
            note: None,
            closing: None,
            helper: None,
            helper_organisation: None,
            matched_at: None,
            published_at: None,
            expires_on: None,
            keep_hash: None,
            tell_since: None,
            due_at: None,
            taken_over_at: None,
            closed_at: None,
            created_at: now,
            changed_at: now,
        }
    }

    /// Whether anybody may see its page.
    pub fn is_public(&self) -> bool {
        matches!(self.state, State::Live | State::Matched)
    }

    /// Whether helpers may respond today.
    pub fn takes_helpers(&self, today: Date) -> bool {
        self.state == State::Live && self.expires_on.is_none_or(|last| today <= last)
    }

    /// What had expired is written anew: it must be sent in again before anybody sees it.
    ///
    /// # Errors
    /// [`Problem::Conflict`] as [`HelpRequest::step`].
    pub fn begin_again(&mut self, now: Instant) -> Result<(), Problem> {
        self.step(State::Draft, now)?;
        self.closing = None;
        self.expires_on = None;
        self.keep_hash = None;
        Ok(())
    }

    /// Whether its words may be changed by the person who leads it.
    pub fn is_editable(&self) -> bool {
        matches!(self.state, State::Draft | State::Waiting | State::Live | State::Expired)
    }

    /// Whether the chosen helper may still see the exact data: until `days` after the end.
    pub fn data_open(&self, days: u32, now: Instant) -> bool {
        match self.state {
            State::Matched => true,
            State::Done | State::Closed => {
                self.closed_at.is_some_and(|closed| now <= closed.plus(i64::from(days) * time::DAY))
            }
            State::Draft | State::Waiting | State::Live | State::Expired => false,
        }
    }

    /// Goes from one state to another.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when the state machine knows no such step.
    pub fn step(&mut self, to: State, now: Instant) -> Result<(), Problem> {
        use State::{Closed, Done, Draft, Expired, Live, Matched, Waiting};
        let allowed = matches!(
            (self.state, to),
            (Draft, Waiting | Live | Closed)
                | (Waiting, Live | Draft | Closed)
                | (Live, Draft | Matched | Done | Closed | Expired)
                | (Matched, Live | Done | Closed)
                | (Expired, Live | Draft | Closed)
        );
        if !allowed {
            return Err(Problem::Conflict("help-request-error-step"));
        }
        if matches!(to, Done | Closed) {
            self.closed_at = Some(now);
            self.keep_hash = None;
        }
        self.state = to;
        self.changed_at = now;
        Ok(())
    }

    /// Goes live, for a term of `days` from today.
    ///
    /// # Errors
    /// [`Problem::Conflict`] as [`HelpRequest::step`].
    pub fn publish(&mut self, today: Date, days: u32, now: Instant) -> Result<(), Problem> {
        self.step(State::Live, now)?;
        self.note = None;
        self.published_at = self.published_at.or(Some(now));
        self.begin_term(today, days);
        Ok(())
    }

    /// Holds for another term of `days` from today; what expired is live again.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when it is not public and did not expire.
    pub fn extend(&mut self, today: Date, days: u32, now: Instant) -> Result<(), Problem> {
        match self.state {
            State::Live | State::Matched => self.changed_at = now,
            State::Expired => {
                self.step(State::Live, now)?;
                self.closing = None;
            }
            // What the point has not seen yet does not go live by being extended.
            _ => return Err(Problem::Conflict("help-request-error-step")),
        }
        self.begin_term(today, days);
        Ok(())
    }

    fn begin_term(&mut self, today: Date, days: u32) {
        self.expires_on = Some(facets::model::term(today, days));
        self.keep_hash = None;
    }

    /// The asker chose this helper; both have agreed to the safety text.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when it is not live any more.
    pub fn choose(&mut self, candidate: &Candidate, now: Instant) -> Result<(), Problem> {
        if candidate.state != Candidacy::Open {
            return Err(Problem::Conflict("help-request-error-step"));
        }
        self.step(State::Matched, now)?;
        self.helper = Some(candidate.person);
        self.helper_organisation = candidate.organisation;
        self.matched_at = Some(now);
        Ok(())
    }

    /// The chosen helper cannot after all: it is live again, and the exact data are closed to them.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when nobody is chosen.
    pub fn release(&mut self, now: Instant) -> Result<(), Problem> {
        self.step(State::Live, now)?;
        self.helper = None;
        self.helper_organisation = None;
        self.matched_at = None;
        Ok(())
    }

    /// Ends.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when it is over already.
    pub fn close(&mut self, closing: Closing, now: Instant) -> Result<(), Problem> {
        let to = if closing == Closing::Helped && self.state != State::Expired { State::Done } else { State::Closed };
        self.step(if self.state == State::Draft || self.state == State::Waiting { State::Closed } else { to }, now)?;
        self.closing = Some(closing);
        Ok(())
    }

    /// The parts that still have to be filled in before it can be sent.
    pub fn missing(&self, has_private: bool, town_has_wijken: bool) -> Vec<Step> {
        let mut missing = Vec::new();
        if self.title.is_empty() || self.description.is_empty() {
            missing.push(Step::What);
        }
        if town_has_wijken && self.facets.place.wijk.is_none() {
            missing.push(Step::Where);
        }
        if !has_private {
            missing.push(Step::Private);
        }
        missing
    }
}

codes! {
    /// The questions of the form, one a page, in their order. The codes stand in addresses.
    pub enum Step {
        /// What is needed.
        What = "wat",
        /// Which kind of help.
        Kind = "soort",
        /// When and how often.
        When = "wanneer",
        /// In which wijk.
        Where = "waar",
        /// Exact data, kept apart.
        Private = "gegevens",
    }
}

impl Step {
    /// The next question; none after the last.
    pub fn next(self) -> Option<Self> {
        Self::ALL.iter().copied().find(|step| step.number() > self.number())
    }

    /// One-based, for *stap 2 van 6*.
    pub fn number(self) -> u32 {
        self as u32 + 1
    }
}

/// The questions and the summary.
pub const STEPS: u32 = 6;

/// What is kept apart and shown to few.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Private {
    /// The name of the person who needs the help.
    pub name: String,
    /// Street, number, postcode, place; as people write it.
    pub address: String,
    pub phone: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// What the helper should know, such as a bell that does not work.
    pub remark: Option<String>,
}

/// Somebody who would help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Candidate {
    #[serde(skip)]
    pub municipality: MunicipalityId,
    /// With what.
    pub request: HelpRequestId,
    pub person: PersonId,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// What they say to the asker.
    pub message: String,
    /// Where it stands.
    pub state: Candidacy,
    /// When they agreed to the safety text.
    pub agreed_at: Instant,
    /// When it was decided.
    pub decided_at: Option<Instant>,
}

/// Somebody who wants to be, or is, a confirmed helper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Helper {
    #[serde(skip)]
    pub municipality: MunicipalityId,
    pub person: PersonId,
    /// Where it stands.
    pub state: Helping,
    /// Why they want to.
    pub motivation: String,
    /// How they were checked.
    pub checked: Option<Checked>,
    /// Last day on which the confirmation holds.
    pub valid_until: Option<Date>,
    /// What the point answered, when it was a no.
    pub answer: Option<String>,
    pub decided_by: Option<PersonId>,
    /// When they asked.
    pub asked_at: Instant,
    /// When it was decided.
    pub decided_at: Option<Instant>,
    /// When it last changed.
    pub changed_at: Instant,
}

impl Helper {
    /// Somebody who asks to be confirmed.
    pub fn asking(municipality: MunicipalityId, person: PersonId, motivation: String, now: Instant) -> Self {
        Self {
            municipality,
            person,
            state: Helping::Asked,
            motivation,
            checked: None,
            valid_until: None,
            answer: None,
            decided_by: None,
            asked_at: now,
            decided_at: None,
            changed_at: now,
        }
    }

    /// Whether the confirmation holds on `today`.
    pub fn holds(&self, today: Date) -> bool {
        self.state == Helping::Confirmed && self.valid_until.is_some_and(|last| today <= last)
    }
}

/// Why somebody may be let near the people who ask: what the point and the municipality have confirmed of them today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    /// Whether the point confirmed them, and that holds.
    pub confirmed: bool,
    /// The confirmed organisations of which they are a contact.
    pub contact_of: Vec<OrganisationId>,
    /// Whether being such a contact is enough (`help_request.contacts_may_help`).
    pub contacts_may_help: bool,
}

impl Trust {
    /// As what they may offer to help: for the first of their organisations, or else for themselves.
    pub fn standing(&self) -> Standing {
        match self.contact_of.first() {
            Some(organisation) if self.confirmed || self.contacts_may_help => Standing::Organisation(*organisation),
            _ if self.confirmed => Standing::Confirmed,
            _ => Standing::None,
        }
    }

    /// As what they still stand for an offer made for `organisation`, or for themselves: trust that was given for one thing
    /// does not carry over to another.
    pub fn standing_for(&self, organisation: Option<OrganisationId>) -> Standing {
        match organisation {
            Some(id) if self.contact_of.contains(&id) && (self.confirmed || self.contacts_may_help) => {
                Standing::Organisation(id)
            }
            None if self.confirmed => Standing::Confirmed,
            _ => Standing::None,
        }
    }
}

/// As what somebody may help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not confirmed.
    None,
    /// Confirmed by the point.
    Confirmed,
    /// A contact of an organisation that the municipality has confirmed.
    Organisation(OrganisationId),
}
