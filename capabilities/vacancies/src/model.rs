//! A vacancy and its life: see `docs/state-machines/vacancy.md`.

use jiff::ToSpan as _;
use kernel::{Date, Instant, MunicipalityId, OrganisationId, PersonId, Problem, codes};
use serde::{Deserialize, Serialize};

use facets::model::{Facets, VacancyId, When};

codes! {
    /// Where a vacancy stands.
    pub enum State {
        /// Being written; seen by its organisation alone.
        Draft = "draft",
        /// Sent in and to be looked at, because it is the organisation's first.
        Waiting = "waiting",
        /// Public and open to responses.
        Live = "live",
        /// Public page says that it pauses; no responses. Reopens with one tap.
        Paused = "paused",
        /// All places are taken.
        Filled = "filled",
        /// Closed by its organisation, or past its last day.
        Closed = "closed",
        /// Taken down by the municipality, with a reason.
        TakenDown = "taken_down",
    }
}

codes! {
    /// Why a vacancy pauses.
    pub enum PauseReason {
        /// The organisation asked for it.
        Asked = "asked",
        /// Too many responses went unanswered (the answer guarantee).
        Unanswered = "unanswered",
    }
}

codes! {
    /// How a vacancy was filled, asked when it closes. Unknown is itself a figure.
    pub enum Closing {
        /// Filled through this platform.
        ThroughUs = "through_us",
        /// Filled in another way.
        Otherwise = "otherwise",
        /// Not filled.
        NotFilled = "not_filled",
        /// Nobody said.
        Unknown = "unknown",
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vacancy {
    pub municipality: MunicipalityId,
    pub id: VacancyId,
    pub organisation: OrganisationId,
    /// Its id in the organisation's own system, for import.
    pub external_id: Option<String>,
    /// What one does, in at most 90 characters.
    pub title: String,
    /// One line of at most 160 characters.
    pub summary: String,
    /// The whole story, plain text.
    pub description: String,
    /// What it is searched and matched by.
    pub facets: Facets,
    /// How many people are wanted in all.
    pub people_wanted: u32,
    /// How many have started.
    pub people_found: u32,
    /// Who of the organisation answers; all its contacts when absent.
    pub contact: Option<PersonId>,
    /// How the page names who answers, in the organisation's own words: *Anna, coördinator*. Nothing else of the
    /// contact is shown.
    pub contact_label: Option<String>,
    /// Where it stands.
    pub state: State,
    /// Why it pauses.
    pub pause_reason: Option<PauseReason>,
    /// Why it was taken down or sent back, in words.
    pub moderation_note: Option<String>,
    /// How it ended.
    pub closing: Option<Closing>,
    /// When it went live the first time.
    pub published_at: Option<Instant>,
    /// Since when it is filled, through us or otherwise; absent while it is not, or when nobody said so.
    pub filled_at: Option<Instant>,
    /// Last day on which it is shown.
    pub closes_on: Option<Date>,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub changed_at: Instant,
}

impl Vacancy {
    /// An empty vacancy of `organisation`, being written.
    pub fn draft(municipality: MunicipalityId, id: VacancyId, organisation: OrganisationId, now: Instant) -> Self {
        Self {
            municipality,
            id,
            organisation,
            external_id: None,
            title: String::new(),
            summary: String::new(),
            description: String::new(),
            facets: Facets::default(),
            people_wanted: 1,
            people_found: 0,
            contact: None,
            contact_label: None,
            state: State::Draft,
            pause_reason: None,
            moderation_note: None,
            closing: None,
            published_at: None,
            filled_at: None,
            closes_on: None,
            created_at: now,
            changed_at: now,
        }
    }

    /// Takes over what its organisation decided.
    pub fn apply(&mut self, content: Content) {
        self.title = content.title;
        self.summary = content.summary;
        self.description = content.description;
        self.facets = content.facets;
        self.people_wanted = content.people_wanted;
        self.contact = content.contact;
        self.contact_label = content.contact_label;
        self.closes_on = content.closes_on;
    }

    /// What its organisation decided, for editing and copying.
    pub fn content(&self) -> Content {
        Content {
            title: self.title.clone(),
            summary: self.summary.clone(),
            description: self.description.clone(),
            facets: self.facets.clone(),
            people_wanted: self.people_wanted,
            contact: self.contact,
            contact_label: self.contact_label.clone(),
            closes_on: self.closes_on,
        }
    }

    /// The last day on which the work itself can be done, when it has one.
    pub fn last_day(&self) -> Option<Date> {
        match &self.facets.when {
            When::Once { date, .. } => Some(*date),
            When::Series { until, .. } => *until,
            When::Period { until, .. } => Some(*until),
            When::Flexible { .. } => None,
        }
    }

    /// Sees to it that a vacancy that goes live has a last day: its own, that of the work, or the town's usual term.
    pub fn settle_last_day(&mut self, today: Date, shown_days: u32) {
        let usual = today.saturating_add(i64::from(shown_days).days());
        let last = self.closes_on.filter(|day| *day >= today).or(self.last_day()).unwrap_or(usual);
        self.closes_on = Some(last);
    }

    /// The new last day when it is still needed; `None` when the work itself ends on or before the present one.
    pub fn extended(&self, today: Date, days: u32) -> Option<Date> {
        let later = today.saturating_add(i64::from(days).days());
        let until = self.last_day().map_or(later, |last| last.min(later));
        (until > today && self.closes_on.is_none_or(|present| until > present)).then_some(until)
    }

    /// Whether it ends soon: it takes responses, and its last day is `until` or before, so that its organisation is asked
    /// whether it is still needed. The store says the same in `ENDS_SOON`.
    pub fn ends_soon(&self, until: Date) -> bool {
        self.state == State::Live && self.closes_on.is_some_and(|last| last <= until)
    }

    /// One more has started; says whether that was the last that was wanted.
    pub fn count_one(&mut self) -> bool {
        self.people_found = self.people_found.saturating_add(1);
        self.people_found == self.people_wanted
    }

    /// How many people are still wanted; none when it is full.
    pub fn people_left(&self) -> u32 {
        self.people_wanted.saturating_sub(self.people_found)
    }

    /// Whether it was public once and is so no more, so that its address says what became of it.
    pub fn is_gone(&self) -> bool {
        self.published_at.is_some() && !self.is_public()
    }

    /// Whether its organisation may still change its words.
    pub fn is_editable(&self) -> bool {
        self.state != State::Closed
    }

    /// Whether anybody may see its page.
    pub fn is_public(&self) -> bool {
        matches!(self.state, State::Live | State::Paused | State::Filled)
    }

    /// Whether somebody may respond today.
    pub fn takes_responses(&self, today: Date) -> bool {
        self.state == State::Live && self.closes_on.is_none_or(|last| today <= last)
    }

    /// Notes how it ended; who says that it was filled after all, or that it was not, changes what is known of that.
    pub fn note_closing(&mut self, closing: Closing, now: Instant) {
        self.closing = Some(closing);
        self.filled_at = match closing {
            Closing::ThroughUs | Closing::Otherwise => self.filled_at.or(Some(now)),
            Closing::NotFilled => None,
            Closing::Unknown => self.filled_at,
        };
    }

    /// Goes from one state to another.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when the state machine knows no such step.
    pub fn step(&mut self, to: State, now: Instant) -> Result<(), Problem> {
        use State::{Closed, Draft, Filled, Live, Paused, TakenDown, Waiting};
        let allowed = matches!(
            (self.state, to),
            (Draft, Waiting | Live | Closed)
                | (Waiting, Live | Draft | Closed | TakenDown)
                | (Live, Waiting | Paused | Filled | Closed | TakenDown)
                | (Paused, Waiting | Live | Filled | Closed | TakenDown)
                | (Filled, Waiting | Live | Closed | TakenDown)
                | (Closed, Draft)
                | (TakenDown, Draft | Closed)
        );
        if !allowed {
            return Err(Problem::Conflict("vacancy-step-impossible"));
        }
        if to == Live && self.published_at.is_none() {
            self.published_at = Some(now);
        }
        match to {
            Filled => self.filled_at = Some(now),
            Live | Draft => self.filled_at = None,
            _ => {}
        }
        if to != Paused {
            self.pause_reason = None;
        }
        self.state = to;
        self.changed_at = now;
        Ok(())
    }
}

/// What its organisation decides about a vacancy: everything a form or an import fills in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// What one does, in at most [`TITLE_MAX`] characters.
    pub title: String,
    /// One line of at most [`SUMMARY_MAX`] characters.
    pub summary: String,
    /// The whole story, plain text of at most [`DESCRIPTION_MAX`] characters.
    pub description: String,
    /// What it is searched and matched by.
    pub facets: Facets,
    /// How many people are wanted in all, 1 to 500.
    pub people_wanted: u32,
    pub contact: Option<PersonId>,
    /// How the page names who answers.
    pub contact_label: Option<String>,
    /// Last day on which it is shown; absent for the town's usual term.
    pub closes_on: Option<Date>,
}

/// Longest title, in characters.
pub const TITLE_MAX: usize = 90;
/// Longest summary, in characters.
pub const SUMMARY_MAX: usize = 160;
/// Longest description, in characters.
pub const DESCRIPTION_MAX: usize = 6000;

/// Whether a vacancy that is sent in waits for the municipality: one that was sent back or taken down always does,
/// and where the town wants it the first of an organisation and any of an organisation that is not confirmed.
pub fn needs_moderation(town_wants_it: bool, confirmed: bool, ever_live: bool, noted: bool) -> bool {
    noted || (town_wants_it && !(confirmed && ever_live))
}
