//! Statements over introductions.

use kernel::MunicipalityId;
use platform::{statements, table};

use super::model::Introduction;
use crate::model::ResponseId;

table! { Introduction in "introductions" key (municipality_id, id) {
    municipality_id: municipality,
    id,
    response_id: response,
    proposed as json,
    place,
    starts_at,
    ends_at,
    sequence,
    state as code,
    created_at,
    changed_at
} }

statements! {
    /// The newest of a response.
    OF_RESPONSE: (MunicipalityId, ResponseId) => Introduction =
        select "AND response_id = $2 ORDER BY created_at DESC, id DESC LIMIT 1";
    /// A new one, or the same one changed.
    SAVE: Introduction => () = save;
}
