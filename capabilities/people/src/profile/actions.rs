//! Changing a profile.

use kernel::{Permit, PersonId, Result};
use platform::{Ctx, audit::Subject};
use serde_json::json;

use super::{Told, forms::ChangeProfile, store};
use crate::events::ProfileChanged;

/// Keeps what somebody tells from now on. The permit says that this is one's own profile, or that of somebody who
/// agreed to be helped with it.
pub(crate) async fn save<A>(ctx: &Ctx, permit: &Permit<A>, person: PersonId, change: ChangeProfile) -> Result<()> {
    let ChangeProfile { name, phone, profile } = change;
    let town = ctx.town();
    let mut tx = ctx.begin(permit).await?;
    let sort_key = crate::model::name_keys(&name);
    crate::store::CHANGE.run(&mut tx, (town, person, name, sort_key, phone)).await?;
    let details = json!({ "findable": profile.findable });
    store::SAVE.save(&mut tx, &Told { municipality: town, person, profile, changed_at: ctx.now }).await?;
    tx.record(ctx, &ProfileChanged { person }).await?;
    tx.audit(ctx, permit, "person.change_profile", Subject::of("person", person), &details).await?;
    ctx.commit(tx).await
}
