//! Organisations: registered or informal, their contacts and succession, sectors.
//!
//! Owns: `organisations`, `organisation_sectors`, `organisation_areas`, `contacts`, `api_keys`.
//! Sends: nothing yet.

pub mod brief;
mod store;

use kernel::{MunicipalityId, Office, OrganisationId, PersonId, Result};
use platform::{Conn, Plan, db::Code};

/// What this capability has.
pub fn plan() -> Plan {
    Plan::new("organisations", 1).statements(store::STATEMENTS).statements(brief::STATEMENTS)
}

/// The contact roles somebody holds.
///
/// # Errors
/// When the database cannot be read.
pub async fn offices_of(conn: &mut Conn, town: MunicipalityId, person: PersonId) -> Result<Vec<Office>> {
    let rows = store::OFFICES.all(conn, (town, person)).await?;
    let office = |(organisation, name, Code(role), state): (OrganisationId, String, Code<_>, String)| Office {
        organisation,
        name,
        role,
        confirmed: state == "confirmed",
    };
    Ok(rows.into_iter().map(office).collect())
}

/// The organisation whose API key has this hash.
///
/// # Errors
/// When the database cannot be read.
pub async fn organisation_of_key(
    conn: &mut Conn,
    town: MunicipalityId,
    hash: Vec<u8>,
) -> Result<Option<OrganisationId>> {
    Ok(store::BY_KEY.optional(conn, (town, hash)).await?.map(|(organisation,)| organisation))
}
