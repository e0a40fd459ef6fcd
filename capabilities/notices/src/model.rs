//! What somebody wants to hear of, and how often. Pure.

use kernel::{Instant, Lang, MunicipalityId, PersonId, codes, time};
use uuid::Uuid;

/// News may be found a little after its own moment: what is older than this before the last look is known.
const OVERLAP_MILLIS: i64 = 15 * time::MINUTE;
/// Pieces of news of which it is remembered that they were sent.
const REMEMBERED: usize = 100;
/// Pieces of news named in one letter; the others are behind the link.
pub(crate) const NAMED: usize = 10;

kernel::id_type! {
    /// What one person or address wants to hear of.
    SubscriptionId,
}

platform::id_column! {
    SubscriptionId,
}

codes! {
    /// How often somebody wants to hear.
    pub enum Rhythm {
        /// As soon as there is news.
        AtOnce = "at_once",
        /// Once a day, in the morning.
        Daily = "daily",
        /// Once a week, on Monday.
        Weekly = "weekly",
    }
}

codes! {
    /// Where a subscription stands.
    pub enum State {
        /// The link in the mail was not used yet.
        Waiting = "waiting",
        /// Letters are sent.
        Active = "active",
        /// It was switched off, and can be put back for a while.
        Ended = "ended",
    }
}

/// What can be heard of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The code of its source.
    pub kind: String,
    /// What of that kind, as only the source reads it: an id, or filters as JSON.
    pub data: String,
}

impl Topic {
    /// A topic of a kind.
    pub fn new(kind: &str, data: impl Into<String>) -> Self {
        Self { kind: kind.to_owned(), data: data.into() }
    }
}

/// What one person or address wants to hear of.
#[derive(Clone, Debug, PartialEq)]
pub struct Subscription {
    pub municipality: MunicipalityId,
    pub id: SubscriptionId,
    /// Whose, when they have an account: letters go to the address of the account.
    pub person: Option<PersonId>,
    /// Where letters go without an account.
    pub email: Option<String>,
    /// Language of the letters without an account.
    pub lang: Lang,
    pub topic: Topic,
    pub rhythm: Rhythm,
    pub state: State,
    /// Hash of the secret in the mail that asks for confirmation.
    pub confirm_hash: Option<Vec<u8>>,
    /// Up to when was looked.
    pub seen_until: Instant,
    /// The last news that was sent, newest last.
    pub sent: Vec<Uuid>,
    /// When it was made or, without an account, confirmed: nothing from before is news.
    pub created_at: Instant,
    /// When its owner last showed to want it.
    pub renewed_at: Instant,
}

impl Subscription {
    /// From when on something may be news.
    pub fn since(&self) -> Instant {
        self.seen_until.plus(-OVERLAP_MILLIS).max(self.created_at)
    }

    /// Of what was found, with the moment of each, what the owner has not heard of.
    pub fn fresh(&self, found: &[(Uuid, Instant)]) -> Vec<Uuid> {
        let since = self.since();
        let unheard = |(id, at): &&(Uuid, Instant)| *at > since && !self.sent.contains(id);
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
