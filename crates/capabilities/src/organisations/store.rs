//! Statements over organisations.

use kernel::{ContactRole, MunicipalityId, OrganisationId, PersonId};
use platform::{db::Code, statements};

statements! {
    /// Somebody's contact roles, with the organisation's name and state.
    OFFICES: (MunicipalityId, PersonId) => (OrganisationId, String, Code<ContactRole>, String) =
        "SELECT o.id, o.name, c.role, o.state FROM contacts c \
         JOIN organisations o ON o.municipality_id = c.municipality_id AND o.id = c.organisation_id \
         WHERE c.municipality_id = $1 AND c.person_id = $2 ORDER BY o.sort_key";
    /// The organisation of an API key that was not revoked.
    BY_KEY: (MunicipalityId, Vec<u8>) => (OrganisationId,) =
        "SELECT organisation_id FROM api_keys WHERE municipality_id = $1 AND key_hash = $2 AND revoked_at IS NULL";
}
