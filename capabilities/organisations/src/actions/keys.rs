//! Keys with which programs speak for an organisation.

use kernel::{OrganisationId, Permit, Problem, Result};
use platform::{Ctx, audit::Subject, auth};
use serde_json::json;

use super::SUBJECT;
use crate::{
    model::{ApiKeyId, Organisation},
    policy::Keys,
    store::{self, ApiKey},
};

/// Most keys of one organisation at a time.
const MOST_KEYS: usize = 10;
/// How every key begins, so that people and scanners recognise one that got lost.
const PREFIX: &str = "sk_";

/// Makes a key; its text is given once and never stored.
///
/// # Errors
/// [`Problem::Conflict`] when there are ten already, or the organisation has ended.
pub async fn make_key(ctx: &Ctx, permit: &Permit<Keys>, id: OrganisationId, name: &str) -> Result<String> {
    let mut organisation = ctx.change::<Organisation, _>(permit, id, "make_key").await?;
    organisation.must_go_on()?;
    if store::KEYS.all(&mut organisation.tx, (ctx.town(), id)).await?.len() >= MOST_KEYS {
        return Err(Problem::Conflict("organisations-conflict-keys"));
    }
    let text = format!("{PREFIX}{}", auth::Secret::new(&ctx.app).reveal());
    let key = ApiKey {
        municipality_id: ctx.town(),
        id: ctx.id(),
        organisation_id: id,
        name: name.to_owned(),
        key_hash: auth::hash(&text),
        made_by: permit.actor().person_id(),
        created_at: ctx.now,
        revoked_at: None,
    };
    store::SAVE_KEY.save(&mut organisation.tx, &key).await?;
    organisation.done_with(|_| json!({ "key": key.id })).await?;
    Ok(text)
}

/// Makes a key worthless.
///
/// # Errors
/// [`Problem::NotFound`] when it is not this organisation's, or is worthless already.
pub(crate) async fn revoke_key(ctx: &Ctx, permit: &Permit<Keys>, id: OrganisationId, key: ApiKeyId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    if store::REVOKE.run(&mut tx, (ctx.town(), id, key, ctx.now)).await? == 0 {
        return Err(Problem::NotFound);
    }
    tx.audit(ctx, permit, "organisation.revoke_key", Subject::of(SUBJECT, id), &json!({ "key": key })).await?;
    ctx.commit(tx).await
}
