//! People: accounts, sign-in, profiles, consent, helping somebody who is not online.
//!
//! Owns: `persons`, `person_roles`.
//! Sends: nothing yet.

mod store;

use kernel::{Lang, MunicipalityId, PersonId, PersonRole, Result};
use platform::{Conn, Ctx, Plan, Tx, db::Code};

/// What other capabilities may know of somebody.
#[derive(Clone, Debug)]
pub struct Account {
    /// Who.
    pub id: PersonId,
    /// The name to use.
    pub name: String,
    /// Where letters go; absent for people without e-mail.
    pub email: Option<String>,
    /// Telephone, if given.
    pub phone: Option<String>,
    /// The language they chose.
    pub lang: Option<Lang>,
    /// Roles in the municipality.
    pub roles: Vec<PersonRole>,
}

/// What this capability has.
pub fn plan() -> Plan {
    Plan::new("people", 1).statements(store::STATEMENTS)
}

/// Somebody's account; `None` when there is none, or it was erased.
///
/// # Errors
/// When the database cannot be read.
pub async fn account(conn: &mut Conn, town: MunicipalityId, person: PersonId) -> Result<Option<Account>> {
    let Some(row) = store::FIND.optional(conn, (town, person)).await? else { return Ok(None) };
    let roles = store::ROLES.all(conn, (town, person)).await?.into_iter().map(|(Code(role),)| role).collect();
    Ok(Some(Account { id: row.id, name: row.name, email: row.email, phone: row.phone, lang: row.lang, roles }))
}

/// Adds somebody; `email` must not be another's.
///
/// # Errors
/// When the database refuses.
pub async fn add_person(
    tx: &mut Tx,
    ctx: &Ctx,
    name: &str,
    email: Option<&str>,
    roles: &[PersonRole],
    lang: Lang,
) -> Result<PersonId> {
    let id: PersonId = ctx.id();
    let row = store::PersonRow {
        municipality_id: ctx.town(),
        id,
        name: name.to_owned(),
        sort_key: kernel::text::person_sort_key(name),
        email: email.map(str::to_lowercase),
        phone: None,
        lang: Some(lang),
        created_at: ctx.now,
        seen_at: ctx.now,
    };
    store::INSERT.run(tx, row).await?;
    for role in roles {
        store::GRANT.run(tx, (ctx.town(), id, Code(*role), ctx.now)).await?;
    }
    Ok(id)
}
