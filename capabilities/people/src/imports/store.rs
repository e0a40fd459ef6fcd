//! Statements over people from other systems.

use kernel::{Lang, MunicipalityId, PersonId};
use platform::statements;

statements! {
    /// Who has this number elsewhere, unless they were erased.
    FIND: (MunicipalityId, String) => (PersonId,) =
        "SELECT i.person_id FROM person_imports i \
         JOIN persons p ON p.municipality_id = i.municipality_id AND p.id = i.person_id \
         WHERE i.municipality_id = $1 AND i.external_id = $2 AND p.erased_at IS NULL";
    /// Somebody's number elsewhere.
    NUMBER_OF: (MunicipalityId, PersonId) => (String,) =
        "SELECT external_id FROM person_imports WHERE municipality_id = $1 AND person_id = $2 ORDER BY external_id LIMIT 1";
    /// Whether they were here since the account was made.
    SEEN_AGAIN: (MunicipalityId, PersonId) => (PersonId,) =
        "SELECT id FROM persons WHERE municipality_id = $1 AND id = $2 AND seen_at > created_at";
    /// Notes a number.
    NOTE: (MunicipalityId, String, PersonId) => () =
        "INSERT INTO person_imports (municipality_id, external_id, person_id) VALUES ($1, $2, $3) \
         ON CONFLICT (municipality_id, external_id) DO UPDATE SET person_id = excluded.person_id";
    /// Every number.
    NUMBERS: (MunicipalityId,) => (String, PersonId) =
        "SELECT external_id, person_id FROM person_imports WHERE municipality_id = $1";
    /// Name, address, telephone and language as the other system has them.
    UPDATE: (MunicipalityId, PersonId, String, String, Option<String>, Option<String>, Option<Lang>) => () =
        "UPDATE persons SET name = $3, sort_key = $4, email = $5, phone = $6, lang = $7 \
         WHERE municipality_id = $1 AND id = $2 AND erased_at IS NULL";
    /// Somebody who is erased.
    FORGET: (MunicipalityId, PersonId) => () = "DELETE FROM person_imports WHERE municipality_id = $1 AND person_id = $2";
}
