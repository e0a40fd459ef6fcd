//! An introduction. Pure.

use kernel::{Instant, MunicipalityId, Problem, codes};
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

#[derive(Clone, Debug, PartialEq)]
pub struct Introduction {
    pub municipality: MunicipalityId,
    /// Which; also its identity in calendars.
    pub id: IntroductionId,
    pub response: ResponseId,
    /// Times to choose from.
    pub proposed: Vec<Slot>,
    pub place: String,
    /// The [`chosen`](Self::chosen) time.
    pub starts_at: Option<Instant>,
    pub ends_at: Option<Instant>,
    /// Counts the changes that calendars must follow (RFC 5545, SEQUENCE).
    pub sequence: u32,
    pub state: State,
    pub created_at: Instant,
    pub changed_at: Instant,
}

impl Introduction {
    /// One for which nothing is proposed yet.
    pub fn new((municipality, id): (MunicipalityId, IntroductionId), response: ResponseId, now: Instant) -> Self {
        Self {
            municipality,
            id,
            response,
            proposed: Vec::new(),
            place: String::new(),
            starts_at: None,
            ends_at: None,
            sequence: 0,
            state: State::Proposed,
            created_at: now,
            changed_at: now,
        }
    }

    /// The chosen time; kept when it is cancelled, so that calendars can take it out.
    pub fn chosen(&self) -> Option<Slot> {
        self.starts_at.zip(self.ends_at).map(|(starts, ends)| Slot { starts, ends })
    }

    /// Times and a place to choose from. A time that was chosen stands in calendars until another one is.
    pub fn propose(&mut self, proposed: Vec<Slot>, place: String, now: Instant) {
        self.proposed = proposed;
        self.place = place;
        self.state = State::Proposed;
        self.changed_at = now;
    }

    /// Chooses one of the proposed times.
    pub fn choose(&mut self, number: usize, now: Instant) -> Result<(), Problem> {
        let slot = self.proposed.get(number).copied().filter(|slot| slot.starts > now);
        let slot =
            slot.filter(|_| self.state == State::Proposed).ok_or(Problem::Conflict("response-error-time-gone"))?;
        self.plan(slot, now);
        Ok(())
    }

    /// Sets the time; calendars that had another one follow.
    pub fn plan(&mut self, slot: Slot, now: Instant) {
        if self.starts_at.is_some() {
            self.sequence += 1;
        }
        (self.starts_at, self.ends_at) = (Some(slot.starts), Some(slot.ends));
        self.state = State::Planned;
        self.changed_at = now;
    }

    /// Whether it is planned, or times for it are proposed, and it has not taken place.
    pub fn is_ahead(&self, now: Instant) -> bool {
        self.state != State::Cancelled && self.ends_at.is_none_or(|ends| ends > now)
    }

    /// When the last of the proposed times ends.
    pub fn last_proposed(&self) -> Option<Instant> {
        self.proposed.iter().map(|slot| slot.ends).max()
    }

    /// It does not take place. True when it stood in calendars.
    pub fn cancel(&mut self, now: Instant) -> Result<bool, Problem> {
        if self.state == State::Cancelled {
            return Err(Problem::Conflict("response-error-step"));
        }
        if self.starts_at.is_some() {
            self.sequence += 1;
        }
        self.state = State::Cancelled;
        self.changed_at = now;
        Ok(self.starts_at.is_some())
    }
}
