//! People who come from another system, known by their number there.

mod store;

use std::collections::HashMap;

use kernel::{Lang, MunicipalityId, PersonId, Result};
use platform::{Conn, Ctx, Tx};
pub(super) use store::STATEMENTS;

use super::store::PersonRow;

/// Somebody as another system knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upserted {
    Added(PersonId),
    /// Known, and different now.
    Changed(PersonId),
    /// Known, and the same.
    Same(PersonId),
    /// The e-mail address is somebody else's.
    EmailTaken,
}

/// Adds or changes somebody by their number elsewhere, or by our own id as an export writes it. An e-mail address that is known here joins the two: one person has one account.
pub async fn upsert_imported(tx: &mut Tx, ctx: &Ctx, person: &ImportedPerson) -> Result<Upserted> {
    let numbered = store::FIND.optional(tx, (ctx.town(), person.external_id.clone())).await?.map(|(id,)| id);
    let own = match (numbered, person.external_id.parse::<PersonId>()) {
        (None, Ok(id)) => super::account(tx, ctx.town(), id).await?.map(|account| account.id),
        _ => None,
    };
    let known = numbered.or(own);
    let by_email = match &person.email {
        Some(email) => super::account_by_email(tx, ctx.town(), email).await?.map(|account| account.id),
        None => None,
    };
    if known.is_some() && by_email.is_some() && known != by_email {
        return Ok(Upserted::EmailTaken);
    }
    let Some(id) = known.or(by_email) else {
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
    let before = super::account(tx, ctx.town(), id).await?;
    let after = completed(person, before.as_ref());
    let same = before.is_some_and(|account| {
        account.name == after.name
            && account.email == after.email
            && account.phone == after.phone
            && account.lang == after.lang
    });
    if same {
        return Ok(Upserted::Same(id));
    }
    store::UPDATE.run(tx, row(ctx, id, &after)).await?;
    Ok(Upserted::Changed(id))
}

/// What a file leaves out stays as it is: a list of names must not take away the address somebody signs in with.
fn completed(person: &ImportedPerson, before: Option<&super::Account>) -> ImportedPerson {
    let given = person.clone();
    let Some(before) = before else { return given };
    ImportedPerson {
        email: given.email.or_else(|| before.email.clone()),
        phone: given.phone.or_else(|| before.phone.clone()),
        lang: given.lang.or(before.lang),
        ..given
    }
}

type UpdateRow = (MunicipalityId, PersonId, String, String, Option<String>, Option<String>, Option<Lang>);

fn row(ctx: &Ctx, id: PersonId, person: &ImportedPerson) -> UpdateRow {
    let email = person.email.as_deref().map(kernel::email::normal);
    let (name, sort_key) = (person.name.clone(), super::model::name_keys(&person.name));
    (ctx.town(), id, name, sort_key, email, person.phone.clone(), person.lang)
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
