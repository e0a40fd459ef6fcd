//! Organisations from a file: by the municipality, so they take part at once.

use kernel::{ContactRole, OrganisationId, Permit, Result, text::fold};
use platform::{Conn, Ctx, Tx, audit::Subject};
use serde_json::json;

use super::{SUBJECT, contacts, free_slug, insert, rewrite};
use crate::{
    events::{ContactAdded, OrganisationChanged, OrganisationConfirmed},
    model::{Contact, Details, Organisation, OrganisationKind, OrganisationSize, OrganisationState, name_key},
    policy::Moderate,
    sectors, store,
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
pub async fn upsert_from_import(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<Moderate>,
    row: &ImportRow,
) -> Result<Upserted> {
    let done = match known_to_import(tx, ctx, &row.external_id, &row.details.name).await? {
        Some(known) if known.details == row.details && !is_unnumbered(&known, row) => {
            Upserted { id: known.id, created: false, changed: false }
        }
        Some(known) => {
            if is_unnumbered(&known, row) {
                store::NUMBER.run(tx, (ctx.town(), known.id, row.external_id.clone())).await?;
            }
            rewrite(tx, ctx, known.id, &row.details).await?;
            tx.record(ctx, &OrganisationChanged { organisation: known.id }).await?;
            Upserted { id: known.id, created: false, changed: true }
        }
        None => {
            let id = add(tx, ctx, Some(row.external_id.clone()), row.details.clone()).await?;
            Upserted { id, created: true, changed: true }
        }
    };
    if done.changed {
        let details = json!({ "created": done.created });
        tx.audit(ctx, permit, "organisation.import", Subject::of(SUBJECT, done.id), &details).await?;
    }
    own(tx, ctx, done.id, row).await?;
    Ok(done)
}

/// Whether the row brings the number that the organisation did not have.
fn is_unnumbered(known: &Organisation, row: &ImportRow) -> bool {
    known.external_id.is_none() && known.id.to_string() != row.external_id
}

/// The organisation that a row of a file is about: by its external id; else by our own id, which an export gives to what has
/// no other; else one that a file named before and told nothing of but this name.
pub async fn known_to_import(
    conn: &mut Conn,
    ctx: &Ctx,
    external_id: &str,
    name: &str,
) -> Result<Option<Organisation>> {
    if let Some(row) = store::BY_EXTERNAL.optional(conn, (ctx.town(), external_id.to_owned())).await? {
        return Ok(Some(row.model()));
    }
    if let Ok(id) = external_id.parse::<OrganisationId>()
        && let Some(row) = store::FIND.optional(conn, (ctx.town(), id)).await?
    {
        return Ok(Some(row.model()));
    }
    let alike = store::BY_NAME_KEY.all(conn, (ctx.town(), name_key(name))).await?;
    let mut named = alike.into_iter().map(store::OrganisationRow::model).filter(|known| {
        known.external_id.is_none() && known.registered_by.is_none() && fold(known.name()) == fold(name)
    });
    Ok(named.next().filter(|_| named.next().is_none()))
}

/// Adds an organisation of which a file of vacancies tells the name alone, within the transaction of the whole file. The
/// municipality loads the file, so it takes part at once; what it is for, others tell later.
pub async fn add_named(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<Moderate>,
    name: &str,
    description: String,
) -> Result<OrganisationId> {
    let details = Details {
        kind: OrganisationKind::Informal,
        chamber_number: None,
        name: name.to_owned(),
        size: OrganisationSize::Unknown,
        sectors: vec![sectors::NOT_CLASSIFIED],
        areas: Vec::new(),
        description,
        website: None,
        email: None,
        phone: None,
    };
    let id = add(tx, ctx, None, details).await?;
    let details = json!({ "created": true, "named_by": "vacancy" });
    tx.audit(ctx, permit, "organisation.import", Subject::of(SUBJECT, id), &details).await?;
    Ok(id)
}

async fn add(tx: &mut Tx, ctx: &Ctx, external_id: Option<String>, details: Details) -> Result<OrganisationId> {
    let id: OrganisationId = ctx.id();
    let organisation = Organisation {
        id,
        external_id,
        slug: free_slug(tx, ctx, &details.name).await?,
        details,
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
    contacts::save(tx, ctx, id, contact).await?;
    tx.record(ctx, &ContactAdded { organisation: id, person }).await?;
    Ok(())
}
