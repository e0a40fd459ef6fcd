//! Organisations from a file: by the municipality, so they take part at once.

use kernel::{ContactRole, OrganisationId, Permit, Result, text::fold};
use platform::{Conn, Ctx, Tx, audit::Subject, steps};
use serde_json::json;

use super::{SUBJECT, free_slug, save};
use crate::{
    events::{ContactAdded, OrganisationChanged, OrganisationConfirmed},
    model::{Contact, Details, Organisation, Step, name_key},
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
            let mut known: Organisation = steps::load(tx, ctx, known.id).await?;
            if is_unnumbered(&known, row) {
                known.external_id = Some(row.external_id.clone());
            }
            (known.details, known.changed_at) = (row.details.clone(), ctx.now);
            save(tx, ctx, &known).await?;
            tx.record(ctx, &OrganisationChanged { organisation: known.id }).await?;
            Upserted { id: known.id, created: false, changed: true }
        }
        None => {
            let id = add(tx, ctx, Some(row.external_id.clone()), row.details.clone()).await?.id;
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
    if let Some(known) = store::BY_EXTERNAL.optional(conn, (ctx.town(), external_id.to_owned())).await? {
        return Ok(Some(known));
    }
    if let Ok(id) = external_id.parse::<OrganisationId>()
        && let Some(known) = store::FIND.optional(conn, (ctx.town(), id)).await?
    {
        return Ok(Some(known));
    }
    let alike = store::BY_NAME_KEY.all(conn, (ctx.town(), name_key(name))).await?;
    let mut named = alike.into_iter().filter(|known| {
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
) -> Result<Organisation> {
    let details = Details { sectors: vec![sectors::NOT_CLASSIFIED], description, ..Details::named(name) };
    let organisation = add(tx, ctx, None, details).await?;
    let details = json!({ "created": true, "named_by": "vacancy" });
    tx.audit(ctx, permit, "organisation.import", Subject::of(SUBJECT, organisation.id), &details).await?;
    Ok(organisation)
}

async fn add(tx: &mut Tx, ctx: &Ctx, external_id: Option<String>, details: Details) -> Result<Organisation> {
    let slug = free_slug(tx, ctx, &details.name).await?;
    let mut organisation = Organisation::new((ctx.town(), ctx.id()), slug, details, ctx.now);
    organisation.external_id = external_id;
    organisation.step(Step::Confirm, ctx.now)?;
    save(tx, ctx, &organisation).await?;
    tx.record(ctx, &OrganisationConfirmed { organisation: organisation.id }).await?;
    Ok(organisation)
}

/// Takes back what an import did: one that it added goes, one that it changed tells again what it told `before`. Whether that
/// could be done: one that somebody changed since, or speaks for, stays as it is.
pub async fn take_back_import(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<Moderate>,
    id: OrganisationId,
    before: Option<Details>,
    after: &Details,
) -> Result<bool> {
    tx.lock(id).await?;
    let Some(mut known) = store::FIND.optional(tx, (ctx.town(), id)).await? else { return Ok(before.is_none()) };
    if known.details != *after || !known.is_confirmed() {
        return Ok(false);
    }
    match before {
        Some(before) => {
            (known.details, known.changed_at) = (before, ctx.now);
            save(tx, ctx, &known).await?;
        }
        None if !crate::contacts(tx, ctx.town(), id).await?.is_empty() => return Ok(false),
        None if store::IN_USE.optional(tx, (ctx.town(), id)).await?.is_some() => return Ok(false),
        None => {
            store::CLEAR_SECTORS.run(tx, (ctx.town(), id)).await?;
            store::CLEAR_AREAS.run(tx, (ctx.town(), id)).await?;
            store::REMOVE.run(tx, (ctx.town(), id)).await?;
        }
    }
    tx.record(ctx, &OrganisationChanged { organisation: id }).await?;
    tx.audit(ctx, permit, "organisation.take_back_import", Subject::of(SUBJECT, id), &json!({})).await?;
    Ok(true)
}

async fn own(tx: &mut Tx, ctx: &Ctx, id: OrganisationId, row: &ImportRow) -> Result<()> {
    let Some((name, email)) = &row.owner else { return Ok(()) };
    if !crate::contacts(tx, ctx.town(), id).await?.is_empty() {
        return Ok(());
    }
    let person = match people::account_by_email(tx, ctx.town(), email).await? {
        Some(account) => account.id,
        None => people::add_person(tx, ctx, name, Some(email), &[], ctx.municipality.default_lang()).await?,
    };
    let owner = Contact::new((ctx.town(), id), person, ContactRole::Owner, String::new(), ctx.now);
    store::SAVE_CONTACT.save(tx, &owner).await?;
    tx.record(ctx, &ContactAdded { organisation: id, person }).await
}
