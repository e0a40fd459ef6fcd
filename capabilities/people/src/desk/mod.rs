//! Helping people face to face, with or without e-mail: recorded consent, acting on their behalf, a card on paper.
//!
//! Consent is given to the information point, where whichever mediator sits there may help, or to one organisation, whose
//! contacts may ([`super::proxies`]). It says what for and until when, and how it was given. Without it the desk does not learn that somebody exists; every look at a person is in the
//! audit log.

pub(crate) mod actions;
pub(crate) mod forms;
pub(crate) mod jobs;
pub mod model;
pub(crate) mod pages;
pub mod samples;
pub(crate) mod store;
pub(crate) mod views;

pub use self::actions::register;
pub use self::forms::{Agreement, Register, register as read_registration};

use kernel::{MunicipalityId, Permit, PersonId};
pub use pages::{Place, RegisterPage, register_page};
use platform::{Access, Conn, Ctx, Plan, Tx};

use self::model::{Consent, Purpose};
use super::policy;

kernel::id_type! {
    /// One consent for one purpose.
    ConsentId,
    /// One card on paper.
    CardId,
}
platform::id_column! { ConsentId, CardId }

/// Adds the routes of the desk, and of the consents one gives oneself.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .get("/balie/personen", pages::list, Access::DESK)
        .get("/balie/personen/nieuw", pages::new, Access::DESK)
        .once("/balie/personen/nieuw", pages::register, Access::DESK)
        .get("/balie/personen/{person}", pages::show, Access::DESK)
        .post("/balie/personen/{person}/toestemming", pages::give, Access::DESK)
        .post("/balie/personen/{person}/toestemming/{consent}/intrekken", pages::withdraw, Access::DESK)
        .get("/balie/personen/{person}/profiel", pages::edit_profile, Access::DESK)
        .post("/balie/personen/{person}/profiel", pages::save_profile, Access::DESK)
        .get("/balie/personen/{person}/kaart", pages::cards::ask, Access::DESK)
        .post("/balie/personen/{person}/kaart", pages::cards::make, Access::DESK)
        .get("/balie/personen/{person}/kaart.pdf", pages::cards::open, Access::DESK)
        .post("/balie/personen/{person}/kaart.pdf", pages::cards::print, Access::DESK)
        .job(jobs::make_card)
        .job(jobs::drop_card)
        .get("/mijn/toestemming", pages::mine, Access::SIGNED_IN_OR_CARD)
        .post("/mijn/toestemming", pages::give_mine, Access::SIGNED_IN)
        .post("/mijn/toestemming/{consent}/intrekken", pages::withdraw_mine, Access::OWN)
        .get("/inloggen/kaart", pages::cards::door, Access::PUBLIC)
        .post("/inloggen/kaart", pages::cards::enter, Access::PUBLIC)
}

/// Registers somebody at the desk who agreed to be helped, within a transaction of a caller that has its own rule for who
/// may.
pub async fn register_in<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    new: forms::Register,
) -> kernel::Result<PersonId> {
    actions::register_in(tx, ctx, permit, new, None).await
}

/// The consents somebody gave to the information point, those that hold and those that do not, the newest first.
pub async fn consents(conn: &mut Conn, town: MunicipalityId, person: PersonId) -> kernel::Result<Vec<Consent>> {
    let all = all_consents(conn, town, person).await?;
    Ok(all.into_iter().filter(|consent| consent.organisation.is_none()).collect())
}

/// Every consent somebody gave, also to an organisation, the newest first.
pub async fn all_consents(conn: &mut Conn, town: MunicipalityId, person: PersonId) -> kernel::Result<Vec<Consent>> {
    Ok(store::OF_PERSON.all(conn, (town, person)).await?)
}

/// The context in which the caller acts for `person`, so that audit rows and what is made name that person. Somebody
/// acting for themselves gets their own context.
///
/// # Errors
/// [`kernel::Problem::Forbidden`] when this person did not agree to this purpose, or the consent has ended;
/// when the caller is neither at the desk nor a contact of the organisation to which it was given.
pub async fn acting_for(ctx: &Ctx, conn: &mut Conn, person: PersonId, purpose: Purpose) -> kernel::Result<Ctx> {
    if ctx.actor.person_id() == Some(person) {
        return Ok(ctx.clone());
    }
    let consents = all_consents(conn, ctx.town(), person).await?;
    let agreed = consents.iter().filter(|consent| consent.purpose == purpose && consent.holds(ctx.today()));
    let agreed: Vec<_> = agreed.map(|consent| consent.organisation).collect();
    policy::act_for(&ctx.actor, person, &agreed).require()?;
    Ok(Ctx { on_behalf_of: Some(person), ..ctx.clone() })
}

/// People whose consent ends within `days` days and who have not renewed it, the first first, at most `limit`.
pub async fn ending(conn: &mut Conn, ctx: &Ctx, days: i32, limit: i64) -> kernel::Result<Vec<EndingConsent>> {
    let until = ctx.today().saturating_add(jiff::Span::new().try_days(days).unwrap_or_default());
    let rows = store::ENDING.all(conn, (ctx.town(), ctx.today(), until, limit)).await?;
    let ending =
        |row: store::ListedRow| EndingConsent { person: row.id, name: row.name, until: row.until.unwrap_or_default() };
    Ok(rows.into_iter().map(ending).collect())
}

/// How many people the desk may help today: a consent holds.
pub async fn helped(conn: &mut Conn, ctx: &Ctx) -> kernel::Result<i64> {
    Ok(store::HELPED.one(conn, (ctx.town(), ctx.today())).await?.0)
}

/// Somebody whose consent ends soon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingConsent {
    pub person: PersonId,
    pub name: String,
    /// The last day on which it holds, ISO.
    pub until: String,
}
