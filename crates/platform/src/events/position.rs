//! The order of facts, which rests on no clock: the number of the transaction that recorded them on PostgreSQL, counting on
//! where one transaction writes at a time, on SQLite.

use super::store::EventRow;
use crate::db::{Args as _, Column as _, Conn, DbError, Engine};

macro_rules! insert {
    ($position:literal) => {
        concat!(
            "INSERT INTO events (municipality_id, id, kind, subject_kind, subject_id, payload, recorded_at, position) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, ",
            $position,
            ")"
        )
    };
}

const INSERT_SQLITE: &str = insert!("(SELECT COALESCE(MAX(position), 0) + 1 FROM events)");
const INSERT_POSTGRES: &str = insert!("CAST(CAST(pg_current_xact_id() AS TEXT) AS BIGINT)");

const HERE_SQLITE: &str = "SELECT CAST(COALESCE(MAX(position), 0) + 1 AS TEXT) FROM events";
/// `first:next:open,open`: the lowest transaction that goes on, the one after the last that ended, those between that go on.
const HERE_POSTGRES: &str = "SELECT CAST(pg_current_snapshot() AS TEXT)";

/// A place in the feed: everything before `next` is past, except what `open` transactions may still tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub next: i64,
    pub open: Vec<i64>,
}

impl Place {
    /// Reads what either engine says, and what [`Place::to_text`] wrote.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.rsplit(':');
        let (last, before) = (parts.next()?, parts.next());
        let (next, open) = match before {
            Some(next) => (next, last.split(',').filter(|one| !one.is_empty()).map(|one| one.parse().ok()).collect()),
            None => (last, Some(Vec::new())),
        };
        Some(Self { next: next.parse().ok()?, open: open? })
    }

    pub(super) fn to_text(&self) -> String {
        let open: Vec<String> = self.open.iter().map(i64::to_string).collect();
        format!("{}:{}", self.next, open.join(","))
    }

    /// From where to where facts became visible between this place and a later one: those of transactions that went on then
    /// and have ended, and all since.
    pub(super) fn until(&self, later: &Self) -> Vec<std::ops::Range<i64>> {
        let ended = self.open.iter().filter(|open| !later.open.contains(open)).map(|open| *open..*open + 1);
        ended.chain(std::iter::once(self.next..later.next)).filter(|range| !range.is_empty()).collect()
    }
}

/// Records a fact at the end of the feed.
pub(super) async fn insert(conn: &mut Conn, row: EventRow) -> Result<(), DbError> {
    let sql = match conn.engine() {
        Engine::Sqlite => INSERT_SQLITE,
        Engine::Postgres => INSERT_POSTGRES,
    };
    conn.execute("platform::events::insert", sql, row.into_values()).await?;
    Ok(())
}

/// Where the feed stands now.
pub(super) async fn here(conn: &mut Conn) -> Result<Place, DbError> {
    let sql = match conn.engine() {
        Engine::Sqlite => HERE_SQLITE,
        Engine::Postgres => HERE_POSTGRES,
    };
    let rows = conn.fetch("platform::events::here", sql, Vec::new()).await?;
    let text = rows.first().map(|row| String::read(row, 0, "position")).transpose()?.unwrap_or_default();
    Place::parse(&text).ok_or(DbError::Column { column: "position", reason: format!("no place in the feed: {text}") })
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_is_read_as_either_engine_says_it() {
        for (text, next, open) in [("7", 7, &[][..]), ("731:731:", 731, &[]), ("729:735:729,733", 735, &[729, 733])] {
            let place = Place { next, open: open.to_vec() };
            assert_eq!(Place::parse(text), Some(place.clone()), "{text}");
            assert_eq!(Place::parse(&place.to_text()), Some(place), "{text}");
        }
        for text in ["", "a", "1:b:", "1:2:x", "1700000000000,1700000000001,3,ff"] {
            assert_eq!(Place::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_became_visible_is_told_once() {
        let at = |next, open: &[i64]| Place { next, open: open.to_vec() };
        assert_eq!(at(5, &[]).until(&at(5, &[])), []);
        assert_eq!(at(5, &[]).until(&at(9, &[6])).first(), Some(&(5..9)));
        // 6 still goes on: nothing of it can be seen. Then it ends, though later ones were told before.
        assert_eq!(at(9, &[6]).until(&at(9, &[6])), []);
        assert_eq!(at(9, &[6, 8]).until(&at(12, &[8])), [6..7, 9..12]);
    }
}
