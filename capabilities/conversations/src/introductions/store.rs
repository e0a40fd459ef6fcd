//! Statements over introductions.

use kernel::{Instant, MunicipalityId};
use platform::{
    db::{Code, Json},
    row, statements,
};

use super::model::{Introduction, Slot, State};
use crate::model::{IntroductionId, ResponseId};

row! {
    /// An introduction as it is stored.
    pub struct IntroductionRow {
        pub municipality_id: MunicipalityId,
        pub id: IntroductionId,
        pub response_id: ResponseId,
        pub proposed: Json<Vec<Slot>>,
        pub place: String,
        pub starts_at: Option<Instant>,
        pub ends_at: Option<Instant>,
        pub sequence: u32,
        pub state: Code<State>,
        pub created_at: Instant,
        pub changed_at: Instant,
    }
}

statements! {
    /// The newest of a response.
    OF_RESPONSE: (MunicipalityId, ResponseId) => IntroductionRow =
        "SELECT municipality_id, id, response_id, proposed, place, starts_at, ends_at, sequence, state, created_at, changed_at \
         FROM introductions WHERE municipality_id = $1 AND response_id = $2 ORDER BY created_at DESC, id DESC LIMIT 1";
    /// A new one, or the same one changed.
    SAVE: IntroductionRow => () =
        "INSERT INTO introductions (municipality_id, id, response_id, proposed, place, starts_at, ends_at, sequence, state, \
         created_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         ON CONFLICT (municipality_id, id) DO UPDATE SET proposed = excluded.proposed, place = excluded.place, \
         starts_at = excluded.starts_at, ends_at = excluded.ends_at, sequence = excluded.sequence, state = excluded.state, \
         changed_at = excluded.changed_at";
}

impl From<IntroductionRow> for Introduction {
    fn from(row: IntroductionRow) -> Self {
        Self {
            id: row.id,
            response: row.response_id,
            proposed: row.proposed.0,
            place: row.place,
            chosen: row.starts_at.zip(row.ends_at).map(|(starts, ends)| Slot { starts, ends }),
            sequence: row.sequence,
            state: row.state.0,
            created_at: row.created_at,
            changed_at: row.changed_at,
        }
    }
}

impl IntroductionRow {
    /// As it is stored in a town.
    pub fn of(town: MunicipalityId, introduction: &Introduction) -> Self {
        Self {
            municipality_id: town,
            id: introduction.id,
            response_id: introduction.response,
            proposed: Json(introduction.proposed.clone()),
            place: introduction.place.clone(),
            starts_at: introduction.chosen.map(|slot| slot.starts),
            ends_at: introduction.chosen.map(|slot| slot.ends),
            sequence: introduction.sequence,
            state: Code(introduction.state),
            created_at: introduction.created_at,
            changed_at: introduction.changed_at,
        }
    }
}
