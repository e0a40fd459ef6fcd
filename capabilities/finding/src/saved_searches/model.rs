//! A saved search: what somebody looks for, and how often they want to hear of something new. Pure.

use kernel::{Instant, Lang, MunicipalityId, PersonId, codes, time};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::listing::model::Filters;
use facets::model::SavedSearchId;

/// A vacancy may be found a little after it was published: what is older than this before the last look is known.
const OVERLAP_MILLIS: i64 = 15 * time::MINUTE;
/// Vacancies of which it is remembered that they were sent.
const REMEMBERED: usize = 100;
/// Vacancies named in one letter; the others are behind the link.
pub const NAMED: usize = 10;

codes! {
    /// How often somebody wants to hear.
    pub enum Rhythm {
        /// As soon as something fits.
        AtOnce = "at_once",
        /// Once a day, in the morning.
        Daily = "daily",
        /// Once a week, on Monday.
        Weekly = "weekly",
    }
}

codes! {
    /// Where a saved search stands.
    pub enum State {
        /// The link in the mail was not used yet.
        Waiting = "waiting",
        /// Letters are sent.
        Active = "active",
        /// It was switched off, and can be put back for a while.
        Ended = "ended",
    }
}

/// A saved search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavedSearch {
    /// Town.
    pub municipality: MunicipalityId,
    /// Which.
    pub id: SavedSearchId,
    /// Whose, when they have an account: letters go to the address of the account.
    pub person: Option<PersonId>,
    /// Where letters go without an account.
    pub email: Option<String>,
    /// Language of the letters.
    pub lang: Lang,
    /// What is looked for, among vacancies.
    pub filters: Filters,
    /// How often.
    pub rhythm: Rhythm,
    /// Where it stands.
    pub state: State,
    /// Hash of the secret in the mail that asks for confirmation.
    #[serde(skip)]
    pub confirm_hash: Option<Vec<u8>>,
    /// Up to when was looked.
    pub seen_until: Instant,
    /// The last vacancies that were sent, newest last.
    pub sent: Vec<Uuid>,
    /// When it was made or, without an account, confirmed: nothing from before is news.
    pub created_at: Instant,
    /// When its owner last showed to want it.
    pub renewed_at: Instant,
}

impl SavedSearch {
    /// Of vacancies with the moment of publishing, those the owner has not heard of.
    pub fn fresh(&self, found: &[(Uuid, Instant)]) -> Vec<Uuid> {
        let since = self.seen_until.plus(-OVERLAP_MILLIS).max(self.created_at);
        let unheard = |(id, published): &&(Uuid, Instant)| *published > since && !self.sent.contains(id);
        found.iter().filter(unheard).map(|(id, _)| *id).collect()
    }

    /// Remembers what is sent now.
    pub fn heard(&mut self, ids: &[Uuid], now: Instant) {
        self.sent.extend_from_slice(ids);
        let forgotten = self.sent.len().saturating_sub(REMEMBERED);
        self.sent.drain(..forgotten);
        self.seen_until = now;
    }

    /// Its owner wants it, in this rhythm.
    pub fn renew(&mut self, rhythm: Rhythm, now: Instant) {
        (self.rhythm, self.renewed_at) = (rhythm, now);
    }

    /// No more letters.
    pub fn end(&mut self, now: Instant) {
        (self.state, self.renewed_at) = (State::Ended, now);
    }

    /// Put back: letters go on with what is new from now on.
    pub fn put_back(&mut self, now: Instant) {
        if self.state == State::Ended {
            (self.state, self.seen_until, self.renewed_at) = (State::Active, now, now);
        }
    }

    /// The link in the mail was used: letters begin with what is new from now on.
    pub fn confirm(&mut self, now: Instant) {
        if self.state == State::Waiting {
            (self.state, self.confirm_hash) = (State::Active, None);
            (self.created_at, self.seen_until, self.renewed_at) = (now, now, now);
        }
    }
}
