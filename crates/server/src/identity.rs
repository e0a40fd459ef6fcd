//! Who somebody is: people know the name and the roles, organisations know the offices.

use futures::future::BoxFuture;
use kernel::{MunicipalityId, OrganisationId, Person, PersonId, Result};
use platform::{
    Conn,
    app::{Identity, Known},
};

/// Asks the capabilities.
pub struct FromCapabilities;

impl Identity for FromCapabilities {
    fn person<'a>(
        &'a self,
        conn: &'a mut Conn,
        town: MunicipalityId,
        person: PersonId,
    ) -> BoxFuture<'a, Result<Option<Known>>> {
        Box::pin(async move {
            let Some(account) = people::account(conn, town, person).await? else { return Ok(None) };
            let offices = organisations::offices_of(conn, town, person).await?;
            let person = Person { id: person, name: account.name, roles: account.roles, offices };
            Ok(Some((person, account.lang)))
        })
    }

    fn api_key<'a>(
        &'a self,
        conn: &'a mut Conn,
        town: MunicipalityId,
        hash: Vec<u8>,
    ) -> BoxFuture<'a, Result<Option<OrganisationId>>> {
        Box::pin(async move { organisations::organisation_of_key(conn, town, hash).await })
    }
}
