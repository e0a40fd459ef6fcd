//! Passkeys: a key in one's own phone, computer or key ring instead of a code by e-mail.
//!
//! Only keys that the browser can find by itself are made, so that signing in needs no e-mail address first and tells
//! nobody who has an account.

pub(crate) mod actions;
pub(crate) mod pages;
pub mod party;
pub(crate) mod store;

use kernel::{MunicipalityId, Permit, PersonId, Problem};
use platform::{Access, Conn, Ctx, Plan, Tx};
pub use store::PasskeyRow;

use super::policy::ChangeOwn;

kernel::id_type! {
    PasskeyId,
}
platform::id_column! { PasskeyId }

/// Adds the routes of passkeys.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .post("/mijn/beveiliging/sleutels/opties", pages::register_options, Access::SIGNED_IN)
        .post("/mijn/beveiliging/sleutels", pages::register, Access::SIGNED_IN)
        .post("/mijn/beveiliging/sleutels/{passkey}/naam", pages::rename, Access::OWN)
        .post("/mijn/beveiliging/sleutels/{passkey}/weg", pages::remove, Access::OWN)
        .post("/inloggen/sleutel/opties", pages::login_options, Access::PUBLIC)
        .post("/inloggen/sleutel", pages::login, Access::PUBLIC)
}

/// Somebody's passkeys, the newest first.
pub async fn of_person(
    conn: &mut Conn,
    town: MunicipalityId,
    person: PersonId,
) -> kernel::Result<Vec<store::PasskeyRow>> {
    Ok(store::OF_PERSON.all(conn, (town, person)).await?)
}

/// Keeps a passkey that no browser made here, for tests.
pub async fn insert_sample(tx: &mut Tx, row: PasskeyRow) -> kernel::Result<()> {
    store::SAVE.save(tx, &row).await?;
    Ok(())
}

/// Whether this passkey is the caller's own.
///
/// # Errors
/// [`kernel::Problem::NotFound`] when it is not.
pub async fn owned(ctx: &Ctx, permit: &Permit<ChangeOwn>, passkey: PasskeyId) -> kernel::Result<()> {
    let person = permit.actor().require_person()?;
    let mut conn = ctx.read().await?;
    let known = of_person(&mut conn, ctx.town(), person).await?;
    if known.iter().any(|row| row.id == passkey) { Ok(()) } else { Err(Problem::NotFound) }
}
