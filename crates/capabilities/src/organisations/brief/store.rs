//! Statements of the line.

use kernel::{ContactRole, Instant, MunicipalityId, OrganisationId, PersonId};
use platform::{db::Code, statements};

statements! {
    /// An organisation in a line.
    BRIEF: (MunicipalityId, OrganisationId) => (OrganisationId, String, String, String) =
        "SELECT id, name, slug, state FROM organisations WHERE municipality_id = $1 AND id = $2";
    /// Its contacts.
    SPEAKERS: (MunicipalityId, OrganisationId) => (PersonId, Code<ContactRole>, String) =
        "SELECT person_id, role, task FROM contacts WHERE municipality_id = $1 AND organisation_id = $2 ORDER BY since";
    /// A sample.
    INSERT: (MunicipalityId, OrganisationId, String, String, String, String, Instant) => () =
        "INSERT INTO organisations (municipality_id, id, name, sort_key, slug, kind, size, description, state, created_at, \
         changed_at) VALUES ($1, $2, $3, $4, $5, 'association', 'small', '', $6, $7, $7)";
    /// Its contact.
    INSERT_SPEAKER: (MunicipalityId, OrganisationId, PersonId, Code<ContactRole>, String, Instant) => () =
        "INSERT INTO contacts (municipality_id, organisation_id, person_id, role, task, since) \
         VALUES ($1, $2, $3, $4, $5, $6)";
}
