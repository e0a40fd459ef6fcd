//! A vacancy and its life: see `docs/state-machines/vacancy.md`.

use kernel::{Date, Instant, MunicipalityId, OrganisationId, PersonId, Problem, codes};
use serde::{Deserialize, Serialize};

use crate::marketplace::model::{Facets, VacancyId};

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

/// A vacancy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vacancy {
    /// Town.
    pub municipality: MunicipalityId,
    /// Which.
    pub id: VacancyId,
    /// Whose.
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
    /// Last day on which it is shown.
    pub closes_on: Option<Date>,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub changed_at: Instant,
}

impl Vacancy {
    /// Whether anybody may see its page.
    pub fn is_public(&self) -> bool {
        matches!(self.state, State::Live | State::Paused | State::Filled)
    }

    /// Whether somebody may respond today.
    pub fn takes_responses(&self, today: Date) -> bool {
        self.state == State::Live && self.closes_on.is_none_or(|last| today <= last)
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
                | (Live, Paused | Filled | Closed | TakenDown)
                | (Paused, Live | Filled | Closed | TakenDown)
                | (Filled, Live | Closed | TakenDown)
                | (Closed, Draft)
                | (TakenDown, Draft | Closed)
        );
        if !allowed {
            return Err(Problem::Conflict("marketplace-vacancy-step-impossible"));
        }
        if to == Live && self.published_at.is_none() {
            self.published_at = Some(now);
        }
        if to != Paused {
            self.pause_reason = None;
        }
        self.state = to;
        self.changed_at = now;
        Ok(())
    }
}

/// What cards and pages show of a vacancy: the figures of its organisation's answers come from responses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AnswerFigures {
    /// Responses that were answered in time, of those whose time has come, in per cent; absent below three.
    pub answered_percent: Option<u8>,
    /// Usual time to an answer, in hours (median); absent below three.
    pub usual_hours: Option<u32>,
}
