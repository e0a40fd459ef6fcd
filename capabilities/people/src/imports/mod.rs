//! People who come from another system, known by their number there.

mod store;

use std::collections::HashMap;

use kernel::{Lang, MunicipalityId, Permit, PersonId, Result, text::fold};
use platform::{Conn, Ctx, Tx, audit::Subject};
use serde::{Deserialize, Serialize};
use serde_json::json;
pub(super) use store::STATEMENTS;

use super::store::PersonRow;

/// Somebody as another system knows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportedPerson {
    /// Their number there.
    pub external_id: String,
    /// The name to use.
    pub name: String,
    /// Where letters go.
    pub email: Option<String>,
    pub phone: Option<String>,
    /// The language they read.
    pub lang: Option<Lang>,
}

/// What an import did with one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Upserted {
    Added(PersonId),
    /// Known, and different now.
    Changed {
        id: PersonId,
        before: ImportedPerson,
        after: ImportedPerson,
    },
    /// Known, and the same.
    Same(PersonId),
    /// The e-mail address is somebody else's: who has this number elsewhere, or another name.
    EmailTaken {
        number: Option<String>,
    },
}

/// Adds or changes somebody by their number elsewhere, or by our own id as an export writes it. An e-mail address that is
/// known here joins the two, where the name agrees and no other system's number says that it is somebody else: one person has
/// one account, and an address that two people share makes them no one person.
pub async fn upsert_imported(tx: &mut Tx, ctx: &Ctx, person: &ImportedPerson) -> Result<Upserted> {
    let numbered = store::FIND.optional(tx, (ctx.town(), person.external_id.clone())).await?.map(|(id,)| id);
    let own = match (numbered, person.external_id.parse::<PersonId>()) {
        (None, Ok(id)) => super::account(tx, ctx.town(), id).await?.map(|account| account.id),
        _ => None,
    };
    let known = numbered.or(own);
    let by_email = match &person.email {
        Some(email) => super::account_by_email(tx, ctx.town(), email).await?,
        None => None,
    };
    if let Some(other) = by_email.as_ref().filter(|other| known != Some(other.id)) {
        let number = store::NUMBER_OF.optional(tx, (ctx.town(), other.id)).await?.map(|(number,)| number);
        if known.is_some() || number.is_some() || !names_agree(&other.name, &person.name) {
            return Ok(Upserted::EmailTaken { number });
        }
    }
    let Some(id) = known.or(by_email.map(|account| account.id)) else {
        let lang = person.lang.unwrap_or(ctx.lang);
        let id = super::add_person(tx, ctx, &person.name, person.email.as_deref(), &[], lang).await?;
        let added = ImportedPerson { lang: Some(lang), ..person.clone() };
        store::UPDATE.run(tx, row(ctx, id, &added)).await?;
        store::NOTE.run(tx, (ctx.town(), person.external_id.clone(), id)).await?;
        return Ok(Upserted::Added(id));
    };
    // Our own id, which an export gives to who has no other number, is no number of another system.
    if own.is_none() {
        store::NOTE.run(tx, (ctx.town(), person.external_id.clone(), id)).await?;
    }
    let Some(before) = super::account(tx, ctx.town(), id).await?.map(|account| as_imported(account, person)) else {
        return Ok(Upserted::Same(id));
    };
    let after = completed(person, &before);
    if after == before {
        return Ok(Upserted::Same(id));
    }
    store::UPDATE.run(tx, row(ctx, id, &after)).await?;
    Ok(Upserted::Changed { id, before, after })
}

/// Whether two ways to write a name can be of one person: the words of one are all in the other.
fn names_agree(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    let words = |name: &str| name.split_whitespace().map(str::to_owned).collect::<std::collections::HashSet<_>>();
    let (one, other) = (words(&one), words(&other));
    one.is_subset(&other) || other.is_subset(&one)
}

fn as_imported(account: super::Account, person: &ImportedPerson) -> ImportedPerson {
    let super::Account { name, email, phone, lang, .. } = account;
    ImportedPerson { external_id: person.external_id.clone(), name, email, phone, lang }
}

/// What a file leaves out stays as it is: a list of names must not take away the address somebody signs in with.
fn completed(person: &ImportedPerson, before: &ImportedPerson) -> ImportedPerson {
    let given = person.clone();
    ImportedPerson {
        email: given.email.or_else(|| before.email.clone()),
        phone: given.phone.or_else(|| before.phone.clone()),
        lang: given.lang.or(before.lang),
        ..given
    }
}

/// Takes back what an import did: somebody whom it added goes, who was changed is again as they were `before`. Whether that
/// could be done: who signed in, has a role or was changed since stays as they are.
pub async fn take_back<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    id: PersonId,
    before: Option<&ImportedPerson>,
    after: &ImportedPerson,
) -> Result<bool> {
    tx.lock(id).await?;
    let Some(account) = super::account(tx, ctx.town(), id).await? else { return Ok(before.is_none()) };
    let used = !account.roles.is_empty() || store::SEEN_AGAIN.optional(tx, (ctx.town(), id)).await?.is_some();
    let now = as_imported(account, after);
    // The language of who was added without one was settled then.
    let lang = after.lang.or(now.lang);
    if now != (ImportedPerson { lang, ..after.clone() }) || (before.is_none() && used) {
        return Ok(false);
    }
    match before {
        Some(before) => {
            store::UPDATE.run(tx, row(ctx, id, before)).await?;
        }
        None => {
            for plan in ctx.app.plans.iter().rev() {
                for erase in plan.endings.iter().copied().chain(plan.person_data.iter().map(|part| part.erase)) {
                    erase(tx, ctx, id).await?;
                }
            }
        }
    }
    tx.audit(ctx, permit, "person.take_back_import", Subject::of("person", id), &json!({})).await?;
    Ok(true)
}

type UpdateRow = (MunicipalityId, PersonId, String, String, Option<String>, Option<String>, Option<Lang>);

fn row(ctx: &Ctx, id: PersonId, person: &ImportedPerson) -> UpdateRow {
    let email = person.email.as_deref().map(kernel::email::normal);
    let (name, sort_key) = (person.name.clone(), super::model::name_keys(&person.name));
    (ctx.town(), id, name, sort_key, email, person.phone.clone(), person.lang)
}

/// The number by which an export would know whoever has this address and this name, if anybody has.
pub async fn number_by_email(conn: &mut Conn, ctx: &Ctx, email: &str, name: &str) -> Result<Option<String>> {
    let Some(account) = super::account_by_email(conn, ctx.town(), email).await? else { return Ok(None) };
    if email.is_empty() || !names_agree(&account.name, name) {
        return Ok(None);
    }
    let number = store::NUMBER_OF.optional(conn, (ctx.town(), account.id)).await?.map(|(number,)| number);
    Ok(Some(number.unwrap_or_else(|| account.id.to_string())))
}

/// Everybody in the town with their number elsewhere, for an export; by name.
pub async fn everybody(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<(PersonId, ImportedPerson)>> {
    let numbers: HashMap<PersonId, String> =
        store::NUMBERS.all(conn, (ctx.town(),)).await?.into_iter().map(|(number, id)| (id, number)).collect();
    let person = |row: PersonRow| {
        let external_id = numbers.get(&row.id).cloned().unwrap_or_else(|| row.id.to_string());
        (row.id, ImportedPerson { external_id, name: row.name, email: row.email, phone: row.phone, lang: row.lang })
    };
    Ok(super::store::ALL.all(conn, (ctx.town(),)).await?.into_iter().map(person).collect())
}

/// Forgets the number of somebody who is erased.
pub async fn forget(tx: &mut Tx, town: MunicipalityId, person: PersonId) -> Result<()> {
    store::FORGET.run(tx, (town, person)).await?;
    Ok(())
}
