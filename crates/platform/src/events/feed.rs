//! Following the feed: how every process learns what others changed, without sequences and without missing any.
//!
//! Facts are read by the moment at which they were recorded. A transaction may commit after one that recorded later,
//! so each look goes back over a window and skips what was seen already.

use std::{collections::HashMap, fmt};

use kernel::{EventId, Instant, MunicipalityId, Result};
use uuid::Uuid;

use super::store;
use crate::db::Db;

/// How far back each look goes. A transaction that takes long records its facts anew before it commits (`record_anew`), and
/// a statement ends after 30 s: none becomes visible further back.
const WINDOW_MILLIS: i64 = 35_000;
/// Facts per look.
const BATCH: i64 = 2_000;

/// A fact as a follower sees it.
#[derive(Clone, Debug)]
pub struct Fact {
    pub municipality: MunicipalityId,
    pub kind: String,
    /// About what kind of thing.
    pub subject_kind: String,
    /// About which thing.
    pub subject: Uuid,
}

/// A place in the feed, to be kept: from where the next look reads, and what of that had been seen. In a quiet town the
/// window never closes, and a large load in it would otherwise be taken in anew at each start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    from: Instant,
    /// The latest fact that had been seen.
    until: Instant,
    /// How many facts between the two had been seen, and all their ids in one: one that became visible later differs.
    count: usize,
    ids: u128,
}

impl Mark {
    fn of(from: Instant, until: Instant, seen: impl Iterator<Item = EventId>) -> Self {
        let empty = Self { from, until, count: 0, ids: 0 };
        seen.fold(empty, |mark, id| Self { count: mark.count + 1, ids: mark.ids ^ id.0.as_u128(), ..mark })
    }

    /// Reads what [`fmt::Display`] wrote; nothing when it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(',');
        let mut moment = || Some(Instant::from_millis(parts.next()?.parse().ok()?));
        let (from, until) = (moment()?, moment()?);
        let count = parts.next()?.parse().ok()?;
        let ids = u128::from_str_radix(parts.next()?, 16).ok()?;
        Some(Self { from, until, count, ids })
    }

    /// The moment from which on facts are read again at the next look.
    pub fn from(self) -> Instant {
        self.from
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{},{},{},{:x}", self.from.millis(), self.until.millis(), self.count, self.ids)
    }
}

/// The place of one follower in the feed.
#[derive(Debug)]
pub struct Follower {
    from: Instant,
    seen: HashMap<EventId, Instant>,
    /// What an earlier follower had seen, until the first look.
    kept: Option<Mark>,
}

impl Follower {
    /// Starts at the present end of the feed (less the window).
    pub async fn at_end(db: &Db, now: Instant) -> Result<Self> {
        let mut conn = db.read().await?;
        let (last,) = store::LAST.one(&mut conn, ()).await?;
        drop(conn);
        let from = last.unwrap_or(Instant::from_millis(0)).min(now).plus(-WINDOW_MILLIS);
        let mut follower = Self { from, seen: HashMap::new(), kept: None };
        follower.next(db, now).await?;
        Ok(follower)
    }

    /// Starts at a place that was kept from an earlier follower's [`Follower::mark`].
    pub fn since(mark: Mark) -> Self {
        Self { from: mark.from, seen: HashMap::new(), kept: Some(mark) }
    }

    /// The place as it is now, to go on from later.
    pub fn mark(&self) -> Mark {
        let until = self.seen.values().copied().max().unwrap_or(self.from);
        Mark::of(self.from, until, self.seen.keys().copied())
    }

    /// Facts since the last look, oldest first; empty when there are none. `now` keeps the place from running ahead of the
    /// clock where facts lie in the future, because the clock was moved back (training, demonstration).
    ///
    /// # Errors
    /// When the database cannot be read; the place is kept.
    pub async fn next(&mut self, db: &Db, now: Instant) -> Result<Vec<Fact>> {
        let mut facts = Vec::new();
        let mut read = Vec::new();
        let mut start = self.from;
        loop {
            let mut conn = db.read().await?;
            let rows = store::SINCE.all(&mut conn, (start, BATCH)).await?;
            let full = rows.len() as i64 == BATCH;
            let Some(last) = rows.last().map(|row| row.recorded_at) else { break };
            for row in rows {
                if self.seen.insert(row.id, row.recorded_at).is_none() {
                    read.push((row.id, row.recorded_at));
                    facts.push(Fact {
                        municipality: row.municipality_id,
                        kind: row.kind,
                        subject_kind: row.subject_kind,
                        subject: row.subject_id,
                    });
                }
            }
            self.from = self.from.max(last.min(now).plus(-WINDOW_MILLIS));
            // More than a batch within one millisecond cannot be stepped over; moving on by one keeps the rest reachable.
            start = if last > start { last } else { start.plus(1) };
            if !full {
                break;
            }
        }
        let from = self.from;
        self.seen.retain(|_, at| *at >= from);
        if let Some(kept) = self.kept.take() {
            let known = read.iter().filter(|(_, at)| *at <= kept.until).map(|(id, _)| *id);
            if Mark::of(kept.from, kept.until, known) == kept {
                let mut read = read.iter();
                facts.retain(|_| read.next().is_some_and(|(_, at)| *at > kept.until));
            }
        }
        Ok(facts)
    }
}

#[cfg(test)]
mod tests {
    use super::{EventId, Instant, Mark};

    #[test]
    fn a_mark_survives_being_written_down_and_knows_what_came_later() {
        let [from, until] = [1_000, 36_000].map(Instant::from_millis);
        let ids = [7_u128, 9, 1 << 100].map(|id| EventId(uuid::Uuid::from_u128(id)));
        let mark = Mark::of(from, until, ids.into_iter());
        assert_eq!(Mark::parse(&mark.to_string()), Some(mark));
        assert_eq!(mark, Mark::of(from, until, ids.into_iter().rev()), "the order does not matter");
        assert_ne!(mark, Mark::of(from, until, ids.into_iter().take(2)), "one more became visible");
        for old in ["1700000000000", "", "1,2,3", "1,2,x,0"] {
            assert_eq!(Mark::parse(old), None, "{old}");
        }
    }
}
