//! Statements over what was sent a moment ago.

use kernel::{Instant, MunicipalityId};

use super::Said;
use crate::db::Json;

crate::statements! {
    /// When it was begun, and how it was answered, if it was.
    FIND: (MunicipalityId, Vec<u8>) => (Instant, Option<Json<Said>>) =
        "SELECT begun_at, answer FROM done_once WHERE municipality_id = $1 AND key = $2";
    /// It is begun, now.
    BEGIN: (MunicipalityId, Vec<u8>, Instant) => () =
        "INSERT INTO done_once (municipality_id, key, begun_at, answer) VALUES ($1, $2, $3, NULL) \
         ON CONFLICT (municipality_id, key) DO UPDATE SET begun_at = excluded.begun_at, answer = NULL";
    /// It is answered.
    ANSWER: (MunicipalityId, Vec<u8>, Json<Said>) => () =
        "UPDATE done_once SET answer = $3 WHERE municipality_id = $1 AND key = $2";
    /// It came to nothing: sent again, it is done.
    DROP: (MunicipalityId, Vec<u8>) => () = "DELETE FROM done_once WHERE municipality_id = $1 AND key = $2";
    /// What is longer ago.
    FORGET: (MunicipalityId, Instant) => () = "DELETE FROM done_once WHERE municipality_id = $1 AND begun_at <= $2";
}
