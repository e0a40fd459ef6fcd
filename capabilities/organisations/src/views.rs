//! What pages and letters show of organisations.

use kernel::{Choice, Instant, Lang, PageRequest, Paged, PersonId, Result, text::Codes};
use platform::{Conn, Ctx, db::Code, plan::MyCard};
use serde::Serialize;

use super::{
    model::{Organisation, Search},
    sectors,
    store::{self, Invitation},
};
use places::TownPlaces;

/// An organisation as pages show it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OrganisationView {
    pub id: String,
    pub name: String,
    /// `registered` or `informal`.
    pub kind: &'static str,
    /// Number in the trade register.
    pub chamber_number: Option<String>,
    /// Code of its size.
    pub size: &'static str,
    /// Its sectors in words.
    pub sectors: Vec<String>,
    /// Names of the wijken it works in; empty for the whole town.
    pub wijken: Vec<String>,
    /// What it does, whole.
    pub description: String,
    /// What it does, in a line.
    pub excerpt: String,
    pub website: Option<String>,
    /// E-mail address for everybody.
    pub email: Option<String>,
    /// Telephone number for everybody.
    pub phone: Option<String>,
    /// Its short address.
    pub short_url: String,
    /// Code of its state.
    pub state: &'static str,
    /// Kind of `templates/parts/status.html` that fits the state.
    pub status: &'static str,
    /// Why it was refused or closed.
    pub state_reason: Option<String>,
    /// What it answered to a refusal.
    pub answer: Option<String>,
    /// Since when it is known, local.
    pub since: String,
    /// When it changed last, local.
    pub changed: String,
    /// Since when nobody can be reached, local.
    pub unreachable_since: Option<String>,
}

impl OrganisationView {
    /// In the language and the time zone of the context.
    pub(crate) fn of(ctx: &Ctx, town: &TownPlaces, organisation: &Organisation) -> Self {
        Self::new(ctx.lang, town, &ctx.municipality.base_url, |moment| ctx.local(moment), organisation)
    }

    /// As [`OrganisationView::of`], without a context.
    pub(crate) fn new(
        lang: Lang,
        town: &TownPlaces,
        base_url: &str,
        local: impl Fn(Instant) -> String,
        organisation: &Organisation,
    ) -> Self {
        use super::model::OrganisationState::{Closed, Confirmed, Pending, Refused};
        let details = &organisation.details;
        Self {
            id: organisation.id.to_string(),
            name: details.name.clone(),
            kind: details.kind.code(),
            chamber_number: details.chamber_number.clone(),
            size: details.size.code(),
            sectors: details.sectors.iter().map(|code| sectors::label(*code, lang).to_owned()).collect(),
            wijken: details.areas.iter().map(|code| town.name_of(code).to_owned()).collect(),
            description: details.description.clone(),
            excerpt: kernel::text::excerpt(&details.description, 180),
            website: details.website.clone(),
            email: details.email.clone(),
            phone: details.phone.clone(),
            short_url: format!("{base_url}/o/{}", organisation.slug),
            state: organisation.state.code(),
            status: match organisation.state {
                Pending => "waiting",
                Confirmed => "open",
                Refused => "refused",
                Closed => "closed",
            },
            state_reason: organisation.state_reason.clone(),
            answer: organisation.answer.clone(),
            since: local(organisation.created_at),
            changed: local(organisation.changed_at),
            unreachable_since: organisation.unreachable_since.map(local),
        }
    }
}

/// A choice of sectors, by group, for forms and filters.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SectorGroup {
    /// Code of the group.
    pub value: String,
    pub label: &'static str,
    pub parts: Vec<Choice>,
    /// Whether one of its parts is chosen.
    pub open: bool,
}

/// Every sector by group; groups with something chosen are open.
pub(crate) fn sector_groups(lang: Lang, chosen: &[String]) -> Vec<SectorGroup> {
    let part = |sector: &sectors::Sector| Choice { value: sector.code.to_string(), label: sector.label(lang).into() };
    let groups = sectors::groups().map(|group| {
        let parts: Vec<Choice> = sectors::parts_of(group.code).map(part).collect();
        let open = parts.iter().any(|part| chosen.contains(&part.value));
        SectorGroup { value: group.code.to_string(), label: group.label(lang), parts, open }
    });
    groups.collect()
}

/// The wijken as choices.
pub(crate) fn wijk_choices(town: &TownPlaces) -> Vec<Choice> {
    town.wijken().map(|wijk| Choice { value: wijk.code.clone(), label: wijk.name.clone() }).collect()
}

/// One page of the confirmed organisations that fit, by name. Two statements.
pub(crate) async fn found(
    conn: &mut Conn,
    ctx: &Ctx,
    search: &Search,
    page: PageRequest,
) -> Result<Paged<Organisation>> {
    let word = |place: usize| search.words.get(place).map_or_else(|| "%".to_owned(), |word| format!("%{word}%"));
    let sector = search.sector.unwrap_or(0);
    // A group stands for all of its parts.
    let (low, high) = if sector > 0 && sector < 100 { (sector * 1000, sector * 1000 + 999) } else { (0, 0) };
    let (low, high, sector) = (i64::from(low), i64::from(high), i64::from(sector));
    let wijk = search.wijk.clone().unwrap_or_default();
    let asked = (ctx.town(), word(0), word(1), word(2), sector, low, high, wijk);
    Ok(store::FOUND.page(conn, asked, page).await?)
}

/// What somebody is asked, at the address of their account.
async fn invitations_to(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<Invitation>> {
    let email = people::account(conn, ctx.town(), person).await?.and_then(|account| account.email);
    let Some(email) = email else { return Ok(Vec::new()) };
    Ok(store::INVITATIONS_TO.all(conn, (ctx.town(), email, ctx.now)).await?)
}

/// What somebody sees of organisations on their own page: what they are asked, and where they work.
pub(crate) async fn my_cards(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<MyCard>> {
    let mut cards = Vec::new();
    for invitation in invitations_to(conn, ctx, person).await? {
        let organisation = super::organisation(conn, ctx.town(), invitation.organisation_id).await?;
        let name = organisation.map(|organisation| organisation.details.name).unwrap_or_default();
        let (title, text) = match invitation.from_person {
            Some(_) => ("organisations-succeed-title", "organisations-card-succeed"),
            None => ("organisations-invitation-title", "organisations-card-invited"),
        };
        cards.push(MyCard {
            href: format!("/organisatie/uitnodiging/{}", invitation.id),
            title: ctx.t_with(title, &[("organisation", name.into())]),
            text: ctx.t(text),
            icon: "mail",
            waits: true,
        });
    }
    for (id, name, Code(role), _) in store::OFFICES.all(conn, (ctx.town(), person)).await? {
        let role = ctx.t(&format!("organisations-role-{}", role.code()));
        let (href, icon) = (format!("/organisatie/{id}"), "building-community");
        cards.push(MyCard { href, title: name, text: role, icon, waits: false });
    }
    Ok(cards)
}

/// What is kept of somebody: where they are a contact, and which invitations wait for them.
pub(crate) async fn export_person(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<serde_json::Value> {
    let mut contacts = Vec::new();
    for contact in store::OF_PERSON.all(conn, (ctx.town(), person)).await? {
        let organisation = super::organisation(conn, ctx.town(), contact.organisation).await?;
        contacts.push(serde_json::json!({
            "organisation": organisation.map(|organisation| organisation.details.name),
            "role": ctx.t(&format!("organisations-role-{}", contact.role.code())),
            "task": contact.task,
            "since": ctx.local(contact.since),
        }));
    }
    let told = |invitation: Invitation| serde_json::json!({ "until": ctx.local(invitation.expires_at), "note": invitation.note });
    let invitations: Vec<_> = invitations_to(conn, ctx, person).await?.into_iter().map(told).collect();
    Ok(serde_json::json!({ "contacts": contacts, "invitations": invitations }))
}
