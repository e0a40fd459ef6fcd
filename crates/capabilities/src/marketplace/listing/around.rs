//! What the listing needs to know of organisations: the one file that calls their façade.

use std::collections::BTreeMap;

use kernel::{OrganisationId, Result};
use platform::{Conn, Ctx};

use crate::organisations::brief;

/// The names of organisations; those that do not exist are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn names(
    conn: &mut Conn,
    ctx: &Ctx,
    wanted: impl Iterator<Item = OrganisationId>,
) -> Result<BTreeMap<OrganisationId, String>> {
    let mut names = BTreeMap::new();
    for id in wanted {
        if !names.contains_key(&id)
            && let Some(found) = brief::brief(conn, ctx, id).await?
        {
            names.insert(id, found.name);
        }
    }
    Ok(names)
}
