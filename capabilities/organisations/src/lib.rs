//! Organisations: registered or informal, their contacts and succession, sectors.
//!
//! An organisation registers itself, the municipality lets it in, its contacts keep it going and hand their role over
//! with everything unfinished; when nobody can be reached any more, the municipality hears of it
//! (`docs/state-machines/organisation.md`).
//!
//! Owns: `organisations`, `organisation_sectors`, `organisation_areas`, `contacts`, `contact_invitations`, `api_keys`.
//! Sends: [`events`] `OrganisationRegistered`, `OrganisationConfirmed`, `OrganisationRefused`, `OrganisationClosed`,
//! `OrganisationChanged`, `ContactAdded`, `ContactHandedOver`, `OrganisationUnreachable`.

mod actions;
mod api;
pub mod brief;
pub mod events;
mod forms;
mod jobs;
mod mails;
pub mod model;
mod pages;
pub mod policy;
mod queues;
mod samples;
pub mod sectors;
mod store;
#[cfg(test)]
mod tests;
mod views;

pub use self::actions::{confirm, invite, make_key, register};
pub use self::forms::{Invite, NAME_MAX, details, fields_of, register as read_registration};

pub use actions::{ImportRow, Upserted, add_named, known_to_import, take_back_import, upsert_from_import};
use std::collections::HashMap;

use kernel::{MunicipalityId, Office, OrganisationId, PersonId, Result, Setting, setting::SettingKind};
pub use model::{Contact, Details, Organisation, OrganisationKind, OrganisationSize, OrganisationState};
use platform::{
    Access, Conn, Ctx, Plan, Tx,
    db::{Code, query::Many},
    jobs::Schedule,
};

/// How long an invitation and the search for a successor stay open.
pub const INVITATION_DAYS: Setting = Setting {
    key: "organisations.invitation_days",
    default: "14",
    kind: SettingKind::Int { min: 1, max: 90 },
    source: "Design decision: two weeks fit a holiday, and are short enough to look for somebody else",
};

/// After how many days without a visit a contact counts as gone.
pub const UNREACHABLE_DAYS: Setting = Setting {
    key: "organisations.unreachable_days",
    default: "180",
    kind: SettingKind::Int { min: 30, max: 730 },
    source: "Design decision: contacts change about every two years; half a year without a visit asks for a call",
};

/// How long an invitation is kept after it was answered, taken back or has expired.
pub const INVITATION_KEEP_DAYS: Setting = Setting {
    key: "organisations.invitation_keep_days",
    default: "90",
    kind: SettingKind::Int { min: 7, max: 730 },
    source: "Design decision: long enough to see who was asked, short for the address of somebody who said no",
};

/// How long the contact data of an organisation that was refused or has stopped are kept.
pub const ENDED_KEEP_DAYS: Setting = Setting {
    key: "organisations.ended_keep_days",
    default: "365",
    kind: SettingKind::Int { min: 30, max: 1_825 },
    source: "Design decision: a year to answer questions about what it did; its name stays with what it once offered",
};

/// How long a key for programs is kept after it was taken back.
pub const KEY_KEEP_DAYS: Setting = Setting {
    key: "organisations.key_keep_days",
    default: "365",
    kind: SettingKind::Int { min: 1, max: 1_825 },
    source: "Design decision: a year to find out what was done with it",
};

/// What this capability has.
pub fn plan() -> Plan {
    let plan = queues::add(Plan::new("organisations", 1))
        .navigation("/organisaties", "organisations-nav", 40)
        .settings(&[&INVITATION_DAYS, &UNREACHABLE_DAYS])
        .keeps("retention-invitations", &INVITATION_KEEP_DAYS)
        .keeps("retention-ended-organisations", &ENDED_KEEP_DAYS)
        .keeps("retention-api-keys", &KEY_KEEP_DAYS)
        .my_section(|conn, ctx, person| Box::pin(views::my_cards(conn, ctx, person)))
        .person_data(
            "organisations-person-data",
            |conn, ctx, person| Box::pin(views::export_person(conn, ctx, person)),
            |tx, ctx, person| Box::pin(erase_person(tx, ctx, person)),
        )
        .statements(store::STATEMENTS)
        .samples(samples::samples);
    reach(letters(routes(plan)))
}

async fn erase_person(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    let email = people::account(tx, ctx.town(), person).await?.and_then(|account| account.email);
    actions::forget_person(tx, ctx, person, email.as_deref()).await
}

fn reach(plan: Plan) -> Plan {
    plan.job(jobs::check_reach)
        .on("organisations.check_added", jobs::check_added)
        .on("organisations.check_handed_over", jobs::check_handed_over)
        .on("organisations.check_confirmed", jobs::check_confirmed)
        .every("organisations.renew_rows", Schedule::Daily(3), jobs::renew_rows)
        .every("organisations.check_all", Schedule::Daily(6), jobs::check_all)
        .every("organisations.expire_invitations", Schedule::Minutes(60), jobs::expire_invitations)
        .every("organisations.forget_invitations", Schedule::Daily(4), jobs::forget_invitations)
}

fn letters(plan: Plan) -> Plan {
    use jobs::letters;
    plan.job(letters::send_invitation)
        .job(letters::expired)
        .on("organisations.tell_registered", letters::registered)
        .on("organisations.tell_confirmed", letters::confirmed)
        .on("organisations.tell_refused", letters::refused)
        .on("organisations.tell_closed", letters::closed)
        .on("organisations.tell_contact_added", letters::contact_added)
        .on("organisations.tell_handed_over", letters::handed_over)
        .on("organisations.tell_unreachable", letters::unreachable)
}

fn routes(plan: Plan) -> Plan {
    use pages::{contacts, keys, manage, public, register, succession, workplace};
    plan.get("/organisaties", public::list, Access::PUBLIC)
        .get("/organisaties/{organisation}", public::show, Access::PUBLIC)
        .get("/o/{slug}", public::short, Access::PUBLIC)
        .get("/api/v1/organisations", api::list, Access::PUBLIC)
        .get("/api/v1/organisations/{organisation}", api::detail, Access::PUBLIC)
        .openapi(<api::Description as utoipa::OpenApi>::openapi())
        .get("/organisaties/aanmelden", register::show, Access::PUBLIC)
        .once("/organisaties/aanmelden", register::send, Access::SIGNED_IN)
        .get("/organisatie", workplace::choose, Access::SIGNED_IN)
        .get("/organisatie/{organisation}", workplace::show, Access::ORGANISATION)
        .post("/organisatie/{organisation}/opnieuw", workplace::resubmit, Access::ORGANISATION)
        .post("/organisatie/{organisation}/stoppen", workplace::close, Access::ORGANISATION)
        .get("/organisatie/{organisation}/gegevens", workplace::details, Access::ORGANISATION)
        .post("/organisatie/{organisation}/gegevens", workplace::change, Access::ORGANISATION)
        .get("/organisatie/{organisation}/contacten", contacts::show, Access::ORGANISATION)
        .once("/organisatie/{organisation}/contacten", contacts::invite, Access::ORGANISATION)
        .get("/organisatie/{organisation}/contacten/{person}", contacts::one, Access::ORGANISATION)
        .post("/organisatie/{organisation}/contacten/{person}", contacts::change, Access::ORGANISATION)
        .post("/organisatie/{organisation}/contacten/{person}/weg", contacts::remove, Access::ORGANISATION)
        .post("/organisatie/{organisation}/uitnodigingen/{invitation}/terug", contacts::withdraw, Access::ORGANISATION)
        .get("/organisatie/{organisation}/overdragen", succession::show, Access::CONTACT)
        .post("/organisatie/{organisation}/overdragen", succession::hand_over, Access::CONTACT)
        .post("/organisatie/{organisation}/overdragen/terug", succession::stay, Access::CONTACT)
        .get("/organisatie/{organisation}/sleutels", keys::show, Access::CONTACT)
        .post("/organisatie/{organisation}/sleutels", keys::make, Access::CONTACT)
        .post("/organisatie/{organisation}/sleutels/{api_key}/intrekken", keys::revoke, Access::CONTACT)
        .get("/organisatie/uitnodiging/{invitation}", contacts::invitation, Access::OWN)
        .post("/organisatie/uitnodiging/{invitation}", contacts::answer, Access::OWN)
        .get("/beheer/organisaties", manage::queue, Access::MANAGER)
        .get("/beheer/organisaties/{organisation}", manage::one, Access::MANAGER)
        .post("/beheer/organisaties/{organisation}/bevestigen", manage::confirm, Access::MANAGER)
        .post("/beheer/organisaties/{organisation}/veranderd", manage::accept_alteration, Access::MANAGER)
        .post("/beheer/organisaties/{organisation}/weigeren", manage::refuse, Access::MANAGER)
        .post("/beheer/organisaties/{organisation}/sluiten", manage::close, Access::MANAGER)
        .post("/beheer/organisaties/{organisation}/contacten/{person}/onbereikbaar", manage::bounced, Access::MANAGER)
}

/// The contact roles somebody holds, in organisations that have not ended.
pub async fn offices_of(conn: &mut Conn, town: MunicipalityId, person: PersonId) -> Result<Vec<Office>> {
    let rows = store::OFFICES.all(conn, (town, person)).await?;
    let office = |(organisation, name, Code(role), Code(state)): (OrganisationId, String, Code<_>, Code<_>)| Office {
        organisation,
        name,
        role,
        confirmed: state == OrganisationState::Confirmed,
    };
    Ok(rows.into_iter().map(office).collect())
}

/// The organisation whose API key has this hash.
pub async fn organisation_of_key(
    conn: &mut Conn,
    town: MunicipalityId,
    hash: Vec<u8>,
) -> Result<Option<OrganisationId>> {
    Ok(store::BY_KEY.optional(conn, (town, hash)).await?.map(|(organisation,)| organisation))
}

/// An organisation in whatever state.
pub async fn organisation(conn: &mut Conn, town: MunicipalityId, id: OrganisationId) -> Result<Option<Organisation>> {
    Ok(store::FIND.optional(conn, (town, id)).await?)
}

/// These organisations, in no order; unknown ids are left out. One statement for every twenty.
pub async fn organisations(conn: &mut Conn, town: MunicipalityId, ids: &[OrganisationId]) -> Result<Vec<Organisation>> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in Many::chunks(ids) {
        found.extend(store::BY_IDS.all(conn, (town, chunk)).await?);
    }
    Ok(found)
}

/// Every confirmed organisation, by name.
pub async fn all_confirmed(conn: &mut Conn, town: MunicipalityId) -> Result<Vec<Organisation>> {
    Ok(store::ALL_CONFIRMED.all(conn, (town,)).await?)
}

/// Whether an organisation takes part.
pub async fn is_confirmed(conn: &mut Conn, town: MunicipalityId, id: OrganisationId) -> Result<bool> {
    Ok(organisation(conn, town, id).await?.is_some_and(|organisation| organisation.is_confirmed()))
}

/// The contacts of an organisation, the first who came first.
pub async fn contacts(conn: &mut Conn, town: MunicipalityId, id: OrganisationId) -> Result<Vec<Contact>> {
    Ok(store::CONTACTS.all(conn, (town, id)).await?)
}

/// Every organisation in whatever state, by name, for an export.
pub async fn all(conn: &mut Conn, town: MunicipalityId) -> Result<Vec<Organisation>> {
    Ok(store::ALL.all(conn, (town,)).await?)
}

/// How many organisations of a town stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Counts {
    /// Wait for the municipality.
    pub pending: u64,
    /// Take part.
    pub confirmed: u64,
    /// Were refused.
    pub refused: u64,
    /// Have ended.
    pub closed: u64,
    /// Take part, and have no reachable contact.
    pub unreachable: u64,
    /// Take part, under another name, kind or number than the municipality confirmed.
    pub altered: u64,
}

/// How many organisations stand where.
pub async fn counts(conn: &mut Conn, town: MunicipalityId) -> Result<Counts> {
    let mut counts = Counts { altered: store::ALTERED.count(conn, (town,)).await?, ..Counts::default() };
    for (Code(state), count, unreachable) in store::COUNTS.all(conn, (town,)).await? {
        let count = u64::try_from(count).unwrap_or(0);
        match state {
            OrganisationState::Pending => counts.pending = count,
            OrganisationState::Refused => counts.refused = count,
            OrganisationState::Closed => counts.closed = count,
            OrganisationState::Confirmed => {
                counts.confirmed = count;
                counts.unreachable = u64::try_from(unreachable).unwrap_or(0);
            }
        }
    }
    Ok(counts)
}

/// Names of organisations in whatever state, by their ids.
pub async fn names(conn: &mut Conn, ctx: &Ctx) -> Result<HashMap<OrganisationId, String>> {
    Ok(all(conn, ctx.town()).await?.into_iter().map(|one| (one.id, one.details.name)).collect())
}
