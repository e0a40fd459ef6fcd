//! People: accounts, sign-in, profiles, consent, helping somebody who is not online.
//!
//! | part | what it is for |
//! |---|---|
//! | [`signin`] | getting in without a password |
//! | [`passkeys`] | a key in one's own device instead of a code |
//! | [`mine`] | one's own page, and the devices on which one has signed in |
//! | [`mod@profile`] | what somebody tells about themselves, and why we ask |
//! | [`desk`] | consent, acting on somebody's behalf, the card on paper |
//! | [`proxies`] | the same for an organisation, with consent given to it |
//! | [`data`] | a copy of one's data, an end to them, and their terms |
//!
//! Owns: `persons`, `person_roles`, `person_identities`, `sign_ins`, `ceremonies`, `passkeys`, `profiles`, `consents`,
//! `paper_cards`, `person_imports`.
//! Sends: [`events::PersonRegistered`], [`events::ProfileChanged`], [`events::ConsentGiven`],
//! [`events::ConsentWithdrawn`], [`events::PersonErased`].

mod actions;
pub mod data;
pub mod desk;
pub mod events;
pub mod imports;
mod jobs;
pub mod mine;
pub mod model;
pub mod oidc;
pub mod passkeys;
pub mod policy;
pub mod profile;
pub mod proxies;
mod samples;
pub mod signin;
mod store;
#[cfg(test)]
mod tests;

pub use self::actions::grant_role;

pub use desk::{acting_for, consents, model::Purpose};
use kernel::{Instant, Lang, MunicipalityId, PersonId, PersonRole, Result};
pub use model::{ContactCard, Profile};
use platform::{
    Conn, Ctx, JobCtx, Plan, Tx,
    db::{Code, Many},
    i18n::FluentValue,
    jobs::Schedule,
    mail::{Reader, Writing},
};
pub use profile::{contact_card, findable_profiles, profile};
pub use samples::inserts::{SampleAccount, insert_sample};

/// What other capabilities may know of somebody.
#[derive(Clone, Debug)]
pub struct Account {
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
    /// When they signed in last; a sign-in that still holds may have been used later (`platform::auth::sessions`).
    pub seen_at: Instant,
}

impl Account {
    /// As [`reader`], of an account that is at hand.
    pub fn reader(self, ctx: &Ctx) -> Option<Reader> {
        let lang = self.lang.unwrap_or(ctx.municipality.default_lang());
        Some(Reader { email: self.email?, name: Some(self.name), lang })
    }
}

/// What this capability has.
pub fn plan() -> Plan {
    let plan = Plan::new("people", 1)
        .statements(store::STATEMENTS)
        .statements(imports::STATEMENTS)
        .samples(samples::samples)
        .every("people.renew_rows", Schedule::Daily(3), jobs::renew_rows);
    let plan = signin::add(plan);
    let plan = passkeys::add(plan);
    let plan = oidc::add(plan);
    let plan = mine::add(plan);
    let plan = profile::add(plan);
    let plan = desk::add(plan);
    let plan = proxies::add(plan);
    data::add(plan)
}

/// Somebody's account; `None` when there is none, or it was erased.
pub async fn account(conn: &mut Conn, town: MunicipalityId, person: PersonId) -> Result<Option<Account>> {
    let Some(row) = store::FIND.optional(conn, (town, person)).await? else { return Ok(None) };
    Ok(Some(with_roles(conn, row).await?))
}

/// Who reads letters to somebody: with their address, name and language; `None` for people without e-mail.
pub async fn reader(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Option<Reader>> {
    Ok(account(conn, ctx.town(), person).await?.and_then(|account| account.reader(ctx)))
}

/// Begins a letter to somebody, of a kind in a family of letters (see [`Writing`]); `None` for people without e-mail.
pub async fn letter<'a>(
    job: &JobCtx,
    person: PersonId,
    kind: (&str, &str),
    args: impl FnOnce(&Ctx) -> Vec<(&'static str, FluentValue<'a>)>,
) -> Result<Option<Writing>> {
    let mut conn = job.read().await?;
    let reader = reader(&mut conn, job, person).await?;
    Ok(reader.map(|reader| Writing::to(job, reader, kind, args)))
}

/// The account with this e-mail address.
pub async fn account_by_email(conn: &mut Conn, town: MunicipalityId, email: &str) -> Result<Option<Account>> {
    let row = store::BY_EMAIL.optional(conn, (town, kernel::email::normal(email))).await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(with_roles(conn, row).await?))
}

async fn with_roles(conn: &mut Conn, row: store::PersonRow) -> Result<Account> {
    let roles = store::ROLES.all(conn, (row.municipality_id, row.id)).await?;
    let roles = roles.into_iter().map(|(Code(role),)| role).collect();
    Ok(Account {
        id: row.id,
        name: row.name,
        email: row.email,
        phone: row.phone,
        lang: row.lang,
        roles,
        seen_at: row.seen_at,
    })
}

/// The names to use of these people, in no order; who was erased is left out.
pub async fn names(conn: &mut Conn, town: MunicipalityId, people: &[PersonId]) -> Result<Vec<(PersonId, String)>> {
    let mut names = Vec::with_capacity(people.len());
    for chunk in Many::chunks(people) {
        names.extend(store::BY_IDS.all(conn, (town, chunk)).await?.into_iter().map(|row| (row.id, row.name)));
    }
    Ok(names)
}

/// Everybody who holds `role` in the municipality.
pub async fn holders(conn: &mut Conn, town: MunicipalityId, role: PersonRole) -> Result<Vec<PersonId>> {
    let all = store::WITH_ROLES.all(conn, (town,)).await?;
    Ok(all.into_iter().filter(|(_, _, Code(held))| *held == role).map(|(person, _, _)| person).collect())
}

/// The first people with an account and an address, at most `limit`: for a demonstration.
pub async fn some(conn: &mut Conn, town: MunicipalityId, limit: i64) -> Result<Vec<PersonId>> {
    Ok(store::SOME.all(conn, (town, limit)).await?.into_iter().map(|(id,)| id).collect())
}

/// Adds somebody; `email` must not be another's.
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
        sort_key: model::name_keys(name),
        email: email.map(kernel::email::normal),
        phone: None,
        lang: Some(lang),
        created_at: ctx.now,
        seen_at: ctx.now,
    };
    store::SAVE.save(tx, &row).await?;
    for role in roles {
        store::GRANT.run(tx, (ctx.town(), id, Code(*role), ctx.now)).await?;
    }
    tx.record(ctx, &events::PersonRegistered { person: id }).await?;
    Ok(id)
}

/// Gives somebody a role, within a transaction of a caller that has its own rule for who may: a confirmed helper.
pub async fn give_role(tx: &mut Tx, ctx: &Ctx, person: PersonId, role: PersonRole) -> Result<()> {
    store::GRANT.run(tx, (ctx.town(), person, Code(role), ctx.now)).await?;
    Ok(())
}

/// Takes a role away, as [`give_role`] gives it.
pub async fn take_role(tx: &mut Tx, ctx: &Ctx, person: PersonId, role: PersonRole) -> Result<()> {
    store::REVOKE.run(tx, (ctx.town(), person, Code(role))).await?;
    Ok(())
}
