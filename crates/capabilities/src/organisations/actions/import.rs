//! Organisations from a file: by the municipality, so they take part at once.

use kernel::{ContactRole, OrganisationId, Permit, Result};
use platform::{Ctx, Tx, audit::Subject};
use serde_json::json;

use super::{SUBJECT, contacts, free_slug, insert, rewrite};
use crate::{
    organisations::{
        events::{ContactAdded, OrganisationChanged, OrganisationConfirmed},
        model::{Contact, Details, Organisation, OrganisationState},
        policy::ModeratePermit,
        store,
    },
    people,
};

/// An organisation as a file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its id in the other system: a second import with the same changes instead of doubling.
    pub external_id: String,
    /// What the file tells about it.
    pub details: Details,
    /// Name and e-mail address of its first owner, when the file has them.
    pub owner: Option<(String, String)>,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upserted {
    /// Which organisation.
    pub id: OrganisationId,
    /// Whether it was not there before.
    pub created: bool,
    /// Whether anything changed.
    pub changed: bool,
}

/// Adds the organisation of a row or changes the one with the same external id, within the transaction of the whole file.
/// An owner is only added to an organisation without contacts.
///
/// # Errors
/// When the database refuses.
pub async fn upsert_from_import(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<ModeratePermit>,
    row: &ImportRow,
) -> Result<Upserted> {
    let known = store::BY_EXTERNAL.optional(tx, (ctx.town(), row.external_id.clone())).await?;
    let done = match known.map(store::OrganisationRow::model) {
        Some(known) if known.details == row.details => Upserted { id: known.id, created: false, changed: false },
        Some(known) => {
            rewrite(tx, ctx, known.id, &row.details).await?;
            tx.record(ctx, &OrganisationChanged { organisation: known.id }).await?;
            Upserted { id: known.id, created: false, changed: true }
        }
        None => Upserted { id: add(tx, ctx, row).await?, created: true, changed: true },
    };
    if done.changed {
        let details = json!({ "created": done.created });
        tx.audit(ctx, permit, "organisations.import", Subject::of(SUBJECT, done.id), &details).await?;
    }
    own(tx, ctx, done.id, row).await?;
    Ok(done)
}

async fn add(tx: &mut Tx, ctx: &Ctx, row: &ImportRow) -> Result<OrganisationId> {
    let id: OrganisationId = ctx.id();
    let organisation = Organisation {
        id,
        external_id: Some(row.external_id.clone()),
        slug: free_slug(tx, ctx, &row.details.name).await?,
        details: row.details.clone(),
        state: OrganisationState::Confirmed,
        state_reason: None,
        answer: None,
        registered_by: None,
        created_at: ctx.now,
        confirmed_at: Some(ctx.now),
        changed_at: ctx.now,
        unreachable_since: None,
    };
    insert(tx, ctx, &organisation).await?;
    tx.record(ctx, &OrganisationConfirmed { organisation: id }).await?;
    Ok(id)
}

async fn own(tx: &mut Tx, ctx: &Ctx, id: OrganisationId, row: &ImportRow) -> Result<()> {
    let Some((name, email)) = &row.owner else { return Ok(()) };
    if !contacts::contacts(tx, ctx, id).await?.is_empty() {
        return Ok(());
    }
    let person = match people::account_by_email(tx, ctx.town(), email).await? {
        Some(account) => account.id,
        None => people::add_person(tx, ctx, name, Some(email), &[], ctx.municipality.default_lang()).await?,
    };
    let role = ContactRole::Owner;
    let contact = Contact { person, role, task: String::new(), since: ctx.now, bounced_at: None };
    contacts::keep(tx, ctx, id, contact).await?;
    tx.record(ctx, &ContactAdded { organisation: id, person }).await?;
    Ok(())
}
