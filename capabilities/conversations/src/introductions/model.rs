//! An introduction. Pure.

use kernel::{Instant, Problem, codes};
use serde::{Deserialize, Serialize};

use crate::model::{IntroductionId, ResponseId};

/// Most times proposed at once.
pub const MOST_TIMES: usize = 3;

codes! {
    /// Where an introduction stands.
    pub enum State {
        /// Times are proposed.
        Proposed = "proposed",
        /// A time is chosen.
        Planned = "planned",
        /// It does not take place.
        Cancelled = "cancelled",
    }
}

/// From when until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    pub starts: Instant,
    pub ends: Instant,
}

/// An introduction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Introduction {
    /// Which; also its identity in calendars.
    pub id: IntroductionId,
    /// Of which response.
    pub response: ResponseId,
    /// Times to choose from.
    pub proposed: Vec<Slot>,
    pub place: String,
    /// The chosen time; kept when it is cancelled, so that calendars can take it out.
    pub chosen: Option<Slot>,
    /// Counts the changes that calendars must follow (RFC 5545, SEQUENCE).
    pub sequence: u32,
    /// Where it stands.
    pub state: State,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub changed_at: Instant,
}

impl Introduction {
    /// Times and a place to choose from.
    pub fn propose(id: IntroductionId, response: ResponseId, proposed: Vec<Slot>, place: String, now: Instant) -> Self {
        let state = State::Proposed;
        Self { id, response, proposed, place, chosen: None, sequence: 0, state, created_at: now, changed_at: now }
    }

    /// Other times or another place. A time that was chosen stands in calendars until another one is.
    pub fn propose_again(&mut self, proposed: Vec<Slot>, place: String, now: Instant) {
        self.proposed = proposed;
        self.place = place;
        self.state = State::Proposed;
        self.changed_at = now;
    }

    /// Chooses one of the proposed times.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when it is not proposed any more or lies in the past.
    pub fn choose(&mut self, number: usize, now: Instant) -> Result<Slot, Problem> {
        let slot = self.proposed.get(number).copied().filter(|slot| slot.starts > now);
        let Some(slot) = slot.filter(|_| self.state == State::Proposed) else {
            return Err(Problem::Conflict("response-error-time-gone"));
        };
        self.plan(slot, now);
        Ok(slot)
    }

    /// Sets the time; calendars that had another one follow.
    pub fn plan(&mut self, slot: Slot, now: Instant) {
        if self.chosen.is_some() {
            self.sequence += 1;
        }
        self.chosen = Some(slot);
        self.state = State::Planned;
        self.changed_at = now;
    }

    /// Whether it is planned, or times for it are proposed, and it has not taken place.
    pub fn is_ahead(&self, now: Instant) -> bool {
        self.state != State::Cancelled && self.chosen.is_none_or(|slot| slot.ends > now)
    }

    /// When the last of the proposed times ends.
    pub fn last_proposed(&self) -> Option<Instant> {
        self.proposed.iter().map(|slot| slot.ends).max()
    }

    /// It does not take place. True when it stood in calendars.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when it was cancelled already.
    pub fn cancel(&mut self, now: Instant) -> Result<bool, Problem> {
        if self.state == State::Cancelled {
            return Err(Problem::Conflict("response-error-step"));
        }
        if self.chosen.is_some() {
            self.sequence += 1;
        }
        self.state = State::Cancelled;
        self.changed_at = now;
        Ok(self.chosen.is_some())
    }
}
