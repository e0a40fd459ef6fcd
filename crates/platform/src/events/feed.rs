//! Following the feed: how every process learns what others changed, without missing any, whatever their clocks say.
//!
//! A follower keeps the place up to which it read and which transactions went on at that moment: it reads what came after,
//! and what those brought when they ended. See `docs/decisions/0013-following-the-feed-by-transaction.md`.

use kernel::{EventId, MunicipalityId, Result};
use uuid::Uuid;

use super::{position, position::Place, store};
use crate::db::{Conn, Db};

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

/// The place of one follower in the feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follower(Place);

impl Follower {
    /// Starts at the present end of the feed.
    pub async fn at_end(db: &Db) -> Result<Self> {
        Ok(Self(position::here(&mut db.read().await?).await?))
    }

    /// Starts at a place that an earlier follower's [`Follower::mark`] wrote down; nothing when it is something else.
    pub fn since(mark: &str) -> Option<Self> {
        Place::parse(mark).map(Self)
    }

    /// The place as it is now, to go on from later.
    pub fn mark(&self) -> String {
        self.0.to_text()
    }

    /// Facts since the last look, those of one transaction in order; empty when there are none. Nothing at all when this
    /// feed ends before the place: it is another database's, or one that was put back, and everything is to be read anew.
    ///
    /// # Errors
    /// When the database cannot be read; the place is kept.
    pub async fn next(&mut self, db: &Db) -> Result<Option<Vec<Fact>>> {
        let mut conn = db.read().await?;
        let here = position::here(&mut conn).await?;
        if here.next < self.0.next {
            return Ok(None);
        }
        let mut facts = Vec::new();
        for range in self.0.until(&here) {
            read(&mut conn, range, &mut facts).await?;
        }
        // What goes on now and ended a moment later is told at the next look.
        facts.retain(|(at, _)| !here.open.contains(at));
        self.0 = here;
        Ok(Some(facts.into_iter().map(|(_, fact)| fact).collect()))
    }
}

async fn read(conn: &mut Conn, range: std::ops::Range<i64>, facts: &mut Vec<(i64, Fact)>) -> Result<()> {
    let (mut at, mut after) = (range.start, EventId(Uuid::nil()));
    loop {
        let rows = store::BETWEEN.all(conn, (at, range.end, after, BATCH)).await?;
        let full = rows.len() as i64 == BATCH;
        for (position, id, municipality, kind, subject_kind, subject) in rows {
            (at, after) = (position, id);
            facts.push((position, Fact { municipality, kind, subject_kind, subject }));
        }
        if !full {
            return Ok(());
        }
    }
}
