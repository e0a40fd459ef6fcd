//! An offer and its life: see `docs/state-machines/offer.md`.

use kernel::{Date, Instant, MunicipalityId, PersonId, Problem, codes};
use serde::{Deserialize, Serialize};

use facets::model::{Facets, OfferId, term};

/// Longest title, in characters.
pub const MAX_TITLE: usize = 90;
/// Longest description, in characters.
pub const MAX_DESCRIPTION: usize = 1500;
/// Longest name that is shown, in characters.
pub const MAX_NAME: usize = 40;
/// Largest group that offers something.
pub const MAX_GROUP: i64 = 500;

codes! {
    /// Where an offer stands.
    pub enum State {
        /// Shown to those who may see it; organisations may respond.
        Live = "live",
        /// Not shown for a while.
        Paused = "paused",
        /// Closed by who made it.
        Closed = "closed",
        /// Its term passed without a sign of life; one tap brings it back.
        Expired = "expired",
        /// Taken down by the municipality, with a reason.
        TakenDown = "taken_down",
        /// Taken down, changed and sent in again: the point looks first.
        Waiting = "waiting",
    }
}

codes! {
    /// Who may see an offer.
    pub enum Visibility {
        /// Contacts of confirmed organisations, and the municipality.
        Organisations = "organisations",
        Everybody = "everybody",
    }
}

codes! {
    /// Why an offer was closed. Unknown is itself a figure.
    pub enum Closing {
        /// Found something through this platform.
        ThroughUs = "through_us",
        /// Found something in another way.
        Otherwise = "otherwise",
        /// Does not want to any more.
        Stopped = "stopped",
        /// Nobody said.
        Unknown = "unknown",
    }
}

/// What somebody wants to offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The name that is shown.
    pub shown_name: String,
    /// What one would like to do.
    pub title: String,
    /// More about it.
    pub description: String,
    /// What it is searched and matched by.
    pub facets: Facets,
    /// How many people.
    pub group_size: u32,
    /// How far they travel, in kilometres.
    pub travel_km: Option<u32>,
    /// Who may see it.
    pub visibility: Visibility,
}

/// An offer of a person or a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    pub municipality: MunicipalityId,
    pub id: OfferId,
    pub person: PersonId,
    /// The first name, nickname or name of the group that is shown; never more.
    pub shown_name: String,
    /// What one would like to do, in at most 90 characters.
    pub title: String,
    /// More about it, plain text.
    pub description: String,
    /// What it is searched and matched by.
    pub facets: Facets,
    /// How many people offer it together; 1 for somebody alone.
    pub group_size: u32,
    /// How far they travel, in kilometres.
    pub travel_km: Option<u32>,
    /// Who may see it.
    pub visibility: Visibility,
    /// Where it stands.
    pub state: State,
    /// Why it closed.
    pub closing: Option<Closing>,
    /// Why it was taken down, in words.
    pub moderation_note: Option<String>,
    /// When it was last put on.
    pub published_at: Instant,
    /// Last day on which it is shown.
    pub expires_on: Date,
    /// Hash of the secret in the mail that asks whether to keep it; present when that mail was sent for this term.
    #[serde(skip)]
    pub keep_hash: Option<Vec<u8>>,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub changed_at: Instant,
}

impl Offer {
    /// A new offer of somebody, shown from `now` for a term of `days`.
    pub fn new(
        (municipality, id): (MunicipalityId, OfferId),
        person: PersonId,
        draft: Draft,
        now: Instant,
        last: Date,
    ) -> Self {
        Self {
            municipality,
            id,
            person,
            shown_name: draft.shown_name,
            title: draft.title,
            description: draft.description,
            facets: draft.facets,
            group_size: draft.group_size,
            travel_km: draft.travel_km,
            visibility: draft.visibility,
            state: State::Live,
            closing: None,
            moderation_note: None,
            published_at: now,
            expires_on: last,
            keep_hash: None,
            created_at: now,
            changed_at: now,
        }
    }

    /// Whether organisations may respond today.
    pub fn takes_responses(&self, today: Date) -> bool {
        self.state == State::Live && today <= self.expires_on
    }

    /// Whether its last day counts: it is shown, or will be again after a pause.
    pub fn is_shown(&self) -> bool {
        matches!(self.state, State::Live | State::Paused)
    }

    /// The point lets in what was sent in again, for a whole term of `days` from today.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when it does not wait for that.
    pub fn let_in(&mut self, today: Date, days: u32, now: Instant) -> Result<(), Problem> {
        if self.state != State::Waiting {
            return Err(Problem::Conflict("offer-error-step"));
        }
        self.step(State::Live, now)?;
        self.moderation_note = None;
        self.published_at = now;
        self.expires_on = term(today, days);
        Ok(())
    }

    /// Goes from one state to another.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when the state machine knows no such step.
    pub fn step(&mut self, to: State, now: Instant) -> Result<(), Problem> {
        use State::{Closed, Expired, Live, Paused, TakenDown, Waiting};
        let allowed = matches!(
            (self.state, to),
            (Live, Paused | Closed | Expired | TakenDown)
                | (Paused, Live | Closed | Expired | TakenDown)
                | (Expired, Live | Closed | TakenDown)
                | (Closed, Live)
                | (TakenDown, Waiting | Closed)
                | (Waiting, Live | TakenDown | Closed)
        );
        if !allowed {
            return Err(Problem::Conflict("offer-error-step"));
        }
        if to == Live {
            self.closing = None;
        }
        self.state = to;
        self.changed_at = now;
        Ok(())
    }

    /// It is over: its maker closed it, or its term passed.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when it was over already.
    pub fn end(&mut self, to: State, closing: Closing, now: Instant) -> Result<(), Problem> {
        self.step(to, now)?;
        self.closing = Some(closing);
        self.keep_hash = None;
        Ok(())
    }

    /// The municipality takes it down, with a reason for the person who made it.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when it is closed.
    pub fn take_down(&mut self, reason: String, now: Instant) -> Result<(), Problem> {
        self.step(State::TakenDown, now)?;
        self.moderation_note = Some(reason);
        self.keep_hash = None;
        Ok(())
    }

    /// Takes over what its maker wrote. What was taken down is sent in again with it, and the point looks first.
    pub fn apply(&mut self, draft: Draft, now: Instant) {
        if self.state == State::TakenDown {
            self.state = State::Waiting;
        }
        self.shown_name = draft.shown_name;
        self.title = draft.title;
        self.description = draft.description;
        self.facets = draft.facets;
        self.group_size = draft.group_size;
        self.travel_km = draft.travel_km;
        self.visibility = draft.visibility;
        self.changed_at = now;
    }

    /// Keeps it for another term of `days`, counted from today; an expired or closed offer is shown again.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when it was taken down.
    pub fn extend(&mut self, today: Date, days: u32, now: Instant) -> Result<(), Problem> {
        match self.state {
            State::Live | State::Paused => self.changed_at = now,
            // What was taken down comes back by way of the point alone.
            State::TakenDown | State::Waiting => return Err(Problem::Conflict("offer-error-step")),
            State::Closed | State::Expired => {
                self.step(State::Live, now)?;
                self.published_at = now;
            }
        }
        self.expires_on = term(today, days);
        self.keep_hash = None;
        Ok(())
    }
}
