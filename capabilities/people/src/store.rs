//! Statements over people and their roles.

use kernel::{Instant, Lang, MunicipalityId, PersonId, PersonRole};
use platform::{
    db::{Code, query::Many},
    row, statements,
};

row! {
    /// Somebody who has not been erased.
    pub struct PersonRow in "persons" key (municipality_id, id) {
        pub municipality_id: MunicipalityId,
        pub id: PersonId,
        pub name: String,
        pub sort_key: String,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub lang: Option<Lang>,
        pub created_at: Instant,
        pub seen_at: Instant,
    }
}

statements! {
    /// Somebody who has not been erased.
    FIND: (MunicipalityId, PersonId) => PersonRow = select "AND erased_at IS NULL AND id = $2";
    /// Whose e-mail address this is.
    BY_EMAIL: (MunicipalityId, String) => PersonRow = select "AND erased_at IS NULL AND email = $2";
    /// Some people who have not been erased.
    BY_IDS: (MunicipalityId, Many<PersonId, 20>) => PersonRow = select "AND erased_at IS NULL AND id IN ($2…)";
    /// Everybody who has not been erased, by name.
    ALL: (MunicipalityId,) => PersonRow = select "AND erased_at IS NULL ORDER BY sort_key, id";
    /// A new person.
    SAVE: PersonRow => () = save;
    /// Some whose rows an earlier program wrote: their keys are not like `$2`.
    TO_RENEW: (MunicipalityId, String, i64) => PersonRow =
        select "AND sort_key NOT LIKE $2 AND erased_at IS NULL ORDER BY id LIMIT $3";
    /// Writes one of those in the present form, unless it changed meanwhile: key, address and number; the address and key it had.
    RENEW: (MunicipalityId, PersonId, String, Option<String>, Option<String>, Option<String>, String) => () =
        "UPDATE persons SET sort_key = $3, email = $4, phone = $5 WHERE municipality_id = $1 AND id = $2 \
         AND email IS NOT DISTINCT FROM $6 AND sort_key = $7 AND erased_at IS NULL";
    /// Another name and telephone number.
    CHANGE: (MunicipalityId, PersonId, String, String, Option<String>) => () =
        "UPDATE persons SET name = $3, sort_key = $4, phone = $5 WHERE municipality_id = $1 AND id = $2";
    /// Another e-mail address.
    CHANGE_EMAIL: (MunicipalityId, PersonId, String) => () =
        "UPDATE persons SET email = $3 WHERE municipality_id = $1 AND id = $2 AND erased_at IS NULL";
    /// Another language for letters.
    CHANGE_LANG: (MunicipalityId, PersonId, Option<Lang>) => () =
        "UPDATE persons SET lang = $3 WHERE municipality_id = $1 AND id = $2";
    /// Somebody was here: a warning that the account is unused loses its meaning.
    SEEN: (MunicipalityId, PersonId, Instant) => () =
        "UPDATE persons SET seen_at = $3, warned_at = NULL WHERE municipality_id = $1 AND id = $2";
    /// Somebody's roles in the municipality.
    ROLES: (MunicipalityId, PersonId) => (Code<PersonRole>,) =
        "SELECT role FROM person_roles WHERE municipality_id = $1 AND person_id = $2 ORDER BY role";
    /// Everybody with a role.
    WITH_ROLES: (MunicipalityId,) => (PersonId, String, Code<PersonRole>) =
        "SELECT p.id, p.name, r.role FROM persons p \
         JOIN person_roles r ON r.municipality_id = p.municipality_id AND r.person_id = p.id \
         WHERE p.municipality_id = $1 AND p.erased_at IS NULL ORDER BY r.role, p.sort_key, p.id";
    /// Some people with an account, for the demonstration.
    SOME: (MunicipalityId, i64) => (PersonId,) =
        "SELECT id FROM persons WHERE municipality_id = $1 AND erased_at IS NULL AND email IS NOT NULL \
         ORDER BY created_at, id LIMIT $2";
    /// Gives somebody a role.
    GRANT: (MunicipalityId, PersonId, Code<PersonRole>, Instant) => () =
        "INSERT INTO person_roles (municipality_id, person_id, role, granted_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (municipality_id, person_id, role) DO NOTHING";
    /// Takes one role away.
    REVOKE: (MunicipalityId, PersonId, Code<PersonRole>) => () =
        "DELETE FROM person_roles WHERE municipality_id = $1 AND person_id = $2 AND role = $3";
    /// Takes every role away.
    REVOKE_ALL: (MunicipalityId, PersonId) => () =
        "DELETE FROM person_roles WHERE municipality_id = $1 AND person_id = $2";
    /// Leaves of somebody only that there was somebody.
    ERASE: (MunicipalityId, PersonId, Instant) => () =
        "UPDATE persons SET name = '', sort_key = '', email = NULL, phone = NULL, lang = NULL, erased_at = $3 \
         WHERE municipality_id = $1 AND id = $2";
    /// People without a role, not seen since `$2` and not warned yet.
    UNUSED: (MunicipalityId, Instant, i64) => PersonRow =
        select "AND erased_at IS NULL AND email IS NOT NULL AND seen_at < $2 AND warned_at IS NULL AND NOT EXISTS \
         (SELECT 1 FROM person_roles r WHERE r.municipality_id = persons.municipality_id AND r.person_id = persons.id) \
         ORDER BY seen_at LIMIT $3";
    /// Roles of people who were not seen since `$2`, the longest away first.
    UNUSED_ROLES: (MunicipalityId, Instant, i64) => (PersonId, Code<PersonRole>) =
        "SELECT p.id, r.role FROM persons p \
         JOIN person_roles r ON r.municipality_id = p.municipality_id AND r.person_id = p.id \
         WHERE p.municipality_id = $1 AND p.erased_at IS NULL AND p.seen_at < $2 \
         ORDER BY p.seen_at, p.id, r.role LIMIT $3";
    /// People who were warned before `$2` and did not come back.
    WARNED: (MunicipalityId, Instant, i64) => (PersonId,) =
        "SELECT id FROM persons WHERE municipality_id = $1 AND erased_at IS NULL AND warned_at <= $2 \
         ORDER BY warned_at LIMIT $3";
    /// Somebody was warned that the account will end.
    WARN: (MunicipalityId, PersonId, Instant) => () =
        "UPDATE persons SET warned_at = $3 WHERE municipality_id = $1 AND id = $2 AND warned_at IS NULL";
}
