//! Statements over people.

use kernel::{Instant, Lang, MunicipalityId, PersonId, PersonRole};
use platform::{db::Code, row, statements};

row! {
    pub struct PersonRow {
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
    FIND: (MunicipalityId, PersonId) => PersonRow =
        "SELECT municipality_id, id, name, sort_key, email, phone, lang, created_at, seen_at \
         FROM persons WHERE municipality_id = $1 AND id = $2 AND erased_at IS NULL";
    /// A new person.
    INSERT: PersonRow => () =
        "INSERT INTO persons (municipality_id, id, name, sort_key, email, phone, lang, created_at, seen_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    /// Somebody's roles in the municipality.
    ROLES: (MunicipalityId, PersonId) => (Code<PersonRole>,) =
        "SELECT role FROM person_roles WHERE municipality_id = $1 AND person_id = $2 ORDER BY role";
    /// Gives somebody a role.
    GRANT: (MunicipalityId, PersonId, Code<PersonRole>, Instant) => () =
        "INSERT INTO person_roles (municipality_id, person_id, role, granted_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (municipality_id, person_id, role) DO NOTHING";
}
