//! Following the feed: how every process learns what others changed, without sequences and without missing any.
//!
//! Facts are read by the moment at which they were recorded. A transaction may commit after one that recorded later,
//! so each look goes back over a window and skips what was seen already.

use std::collections::HashMap;

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
    /// Where.
    pub municipality: MunicipalityId,
    /// Which kind.
    pub kind: String,
    /// About what kind of thing.
    pub subject_kind: String,
    /// About which thing.
    pub subject: Uuid,
}

/// The place of one follower in the feed.
#[derive(Debug)]
pub struct Follower {
    from: Instant,
    seen: HashMap<EventId, Instant>,
}

impl Follower {
    /// Starts at the present end of the feed (less the window).
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn at_end(db: &Db, now: Instant) -> Result<Self> {
        let mut conn = db.read().await?;
        let (last,) = store::LAST.one(&mut conn, ()).await?;
        let from = last.unwrap_or(Instant::from_millis(0)).min(now).plus(-WINDOW_MILLIS);
        let mut follower = Self { from, seen: HashMap::new() };
        follower.next(db, now).await?;
        Ok(follower)
    }

    /// Starts at a place that was kept from an earlier follower's [`Follower::from`].
    pub fn since(from: Instant) -> Self {
        Self { from, seen: HashMap::new() }
    }

    /// The moment from which on facts are read again at the next look.
    pub fn from(&self) -> Instant {
        self.from
    }

    /// Facts since the last look, oldest first; empty when there are none. `now` keeps the place from running ahead of the
    /// clock where facts lie in the future, because the clock was moved back (training, demonstration).
    ///
    /// # Errors
    /// When the database cannot be read; the place is kept.
    pub async fn next(&mut self, db: &Db, now: Instant) -> Result<Vec<Fact>> {
        let mut facts = Vec::new();
        let mut start = self.from;
        loop {
            let mut conn = db.read().await?;
            let rows = store::SINCE.all(&mut conn, (start, BATCH)).await?;
            let full = rows.len() as i64 == BATCH;
            let Some(last) = rows.last().map(|row| row.recorded_at) else { break };
            for row in rows {
                if self.seen.insert(row.id, row.recorded_at).is_none() {
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
        Ok(facts)
    }
}
