//! The pages: what fits me, who fits our vacancy, and the short list at the desk.

use kernel::{Fields, OrganisationId, PersonId, Problem, Result};
use platform::{
    Conn, Ctx,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Page},
};
use serde::Serialize;

use super::{
    actions, market, policy,
    views::{self, Fitting, InvitationView, PersonView},
};
use facets::model::VacancyId;
use finding::listing;
use people::Purpose;
use vacancies::model::Vacancy;

/// What fits oneself.
#[derive(Debug, Serialize)]
pub(crate) struct MinePage {
    #[serde(flatten)]
    pub fitting: Fitting,
    /// To what one was invited.
    pub invitations: Vec<InvitationView>,
    /// Where one's profile is changed.
    pub profile: &'static str,
    /// Whether others may find one.
    pub findable: bool,
}

impl Page for MinePage {
    const TEMPLATE: &'static str = "matching/mine.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "people-mine-crumb")]
    }
}

/// Who fits a vacancy.
#[derive(Debug, Serialize)]
pub(crate) struct PeoplePage {
    /// The vacancy's address in the workplace.
    pub base: String,
    pub title: String,
    /// Whose it is, and their workplace.
    pub organisation: String,
    /// Address of the workplace.
    pub workplace: String,
    /// Whether it takes responses, so that there is something to invite to.
    pub open: bool,
    pub people: Vec<PersonView>,
}

impl Page for PeoplePage {
    const TEMPLATE: &'static str = "matching/people.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![
            Crumb::named(&self.workplace, &self.organisation),
            Crumb::key(format!("{}/vacatures", self.workplace), "vacancy-crumb"),
            Crumb::named(&self.base, &self.title),
        ]
    }
}

/// The short list at the desk.
#[derive(Debug, Default, Serialize)]
pub(crate) struct DeskPage {
    /// For whom, when it is for a person.
    pub person: Option<DeskPerson>,
    /// For what, when it is for a vacancy.
    pub vacancy: Option<DeskVacancy>,
}

/// Somebody at the desk, with what fits.
#[derive(Debug, Serialize)]
pub(crate) struct DeskPerson {
    /// Their page at the desk.
    pub href: String,
    /// The name to use.
    pub name: String,
    /// Where the profile is filled in with them.
    pub profile: String,
    #[serde(flatten)]
    pub fitting: Fitting,
    /// To what they were invited.
    pub invitations: Vec<InvitationView>,
}

/// A vacancy at the desk, with who fits.
#[derive(Debug, Serialize)]
pub(crate) struct DeskVacancy {
    pub href: String,
    pub title: String,
    pub people: Vec<PersonView>,
}

impl Page for DeskPage {
    const TEMPLATE: &'static str = "matching/desk.html";
    fn crumbs(&self) -> Vec<Crumb> {
        let up = [Crumb::key("/balie", "common-desk"), Crumb::key("/balie/personen", "people-desk-title")];
        let person = self.person.iter().map(|person| Crumb::named(&person.href, &person.name));
        up.into_iter().chain(person).collect()
    }
}

/// `GET /mijn/passend`
pub(crate) async fn mine(ctx: Ctx) -> Answer {
    let permit = policy::see_own(&ctx.actor).require()?;
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut conn = ctx.read().await?;
    let page = MinePage {
        fitting: views::fitting(&mut conn, &ctx, person, None).await?,
        invitations: views::invitations(&mut conn, &ctx, person).await?,
        profile: "/mijn/profiel",
        findable: people::profile(&mut conn, ctx.town(), person).await?.findable,
    };
    Ok(ctx.page(&page)?)
}

/// The organisation's own vacancy.
async fn own(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId, id: VacancyId) -> Result<Vacancy> {
    let found = vacancies::find(conn, ctx, id).await?;
    found.filter(|vacancy| vacancy.organisation == organisation).ok_or(Problem::NotFound)
}

/// `GET /organisatie/{organisation}/vacatures/{vacancy}/passend`; the look is in the audit log.
pub(crate) async fn people(ctx: Ctx, Path((organisation, id)): Path<(OrganisationId, VacancyId)>) -> Answer {
    let permit = policy::see_people(&ctx.actor, organisation).require()?;
    let mut conn = ctx.read().await?;
    let vacancy = own(&mut conn, &ctx, organisation, id).await?;
    let open = vacancy.takes_responses(ctx.today());
    let people = if open { views::people_for(&mut conn, &ctx, &vacancy).await? } else { Vec::new() };
    let names = listing::names(&mut conn, &ctx, std::iter::once(organisation)).await?;
    drop(conn);
    actions::look_at_people(&ctx, &permit, id, people.len()).await?;
    let workplace = format!("/organisatie/{organisation}");
    let page = PeoplePage {
        base: format!("{workplace}/vacatures/{id}"),
        title: vacancy.title,
        organisation: names.get(&organisation).cloned().unwrap_or_default(),
        workplace,
        open,
        people,
    };
    Ok(ctx.page(&page)?)
}

fn person_in(fields: &Fields, name: &str) -> Option<PersonId> {
    fields.get(name).and_then(|id| id.parse().ok())
}

/// `POST /organisatie/{organisation}/vacatures/{vacancy}/passend`: invites the `person` of the form.
pub(crate) async fn invite(
    ctx: Ctx,
    Path((organisation, id)): Path<(OrganisationId, VacancyId)>,
    FormBody(fields): FormBody,
) -> Answer {
    let permit = policy::see_people(&ctx.actor, organisation).require()?;
    let mut conn = ctx.read().await?;
    let vacancy = own(&mut conn, &ctx, organisation, id).await?;
    drop(conn);
    let person = person_in(&fields, "person").ok_or(Problem::Conflict("matching-error-choose-person"))?;
    if !vacancy.takes_responses(ctx.today()) {
        return Err(Problem::Conflict("matching-error-not-taking").into());
    }
    actions::invite(&ctx, &permit, organisation, &vacancy, person).await?;
    let back = format!("/organisatie/{organisation}/vacatures/{id}/passend");
    Ok(ctx.see_other_with(&back, "notice-matching-invited"))
}

/// `GET /balie/passend`, with `?persoon=` for who stands at the desk or `?vacature=` for who could do it.
pub(crate) async fn desk(ctx: Ctx, Query(query): Query) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    let mut page = DeskPage::default();
    if let Some(person) = person_in(&query, "persoon") {
        page.person = Some(desk_person(&ctx, person).await?);
        actions::look_at_person(&ctx, &permit, person).await?;
    } else if let Some(id) = query.get("vacature").and_then(|id| id.parse::<VacancyId>().ok()) {
        let vacancy = desk_vacancy(&ctx, id).await?;
        actions::look_at_people(&ctx, &permit, id, vacancy.people.len()).await?;
        page.vacancy = Some(vacancy);
    }
    Ok(ctx.page(&page)?)
}

/// Somebody who agreed that the desk sees and fills in their profile.
async fn desk_person(ctx: &Ctx, person: PersonId) -> Result<DeskPerson> {
    let mut conn = ctx.read().await?;
    people::acting_for(ctx, &mut conn, person, Purpose::Profile).await?;
    let account = people::account(&mut conn, ctx.town(), person).await?.ok_or(Problem::NotFound)?;
    let href = format!("/balie/personen/{person}");
    Ok(DeskPerson {
        profile: format!("{href}/profiel"),
        href,
        name: account.name,
        fitting: views::fitting(&mut conn, ctx, person, Some(person)).await?,
        invitations: views::invitations(&mut conn, ctx, person).await?,
    })
}

async fn desk_vacancy(ctx: &Ctx, id: VacancyId) -> Result<DeskVacancy> {
    let mut conn = ctx.read().await?;
    let vacancy = market::vacancy(&mut conn, ctx, id).await?.ok_or(Problem::NotFound)?;
    let people = views::people_for(&mut conn, ctx, &vacancy).await?;
    Ok(DeskVacancy { href: format!("/vacatures/{id}"), title: vacancy.title, people })
}
