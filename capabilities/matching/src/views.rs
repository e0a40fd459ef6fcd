//! What the pages show: what fits somebody, and who fits a vacancy.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::{Codes as _, Instant, OrganisationId, PersonId, Result, taxonomy};
use platform::{Conn, Ctx, plan::MyCard};
use serde::Serialize;
use uuid::Uuid;

use super::{
    market::{self, Market},
    model::{self, Excluded, Gate, Seeker, Suggestion},
    seeker::{self, Question},
    store,
    weights::Weights,
    words::{self, FitWords, Reader},
};
use facets::{
    model::{Kind, VacancyId},
    words::task_labels,
};
use finding::listing;
use people::Profile;
use vacancies::model::Vacancy;

/// Most vacancies on the page.
const MOST_VACANCIES: usize = 10;
/// Most help requests on the page.
const MOST_REQUESTS: usize = 5;
/// Most people for a vacancy.
const MOST_PEOPLE: usize = 20;
/// What fits less than this is no suggestion; a little below the middle, so that whoever told little sees something.
const LEAST: f64 = 0.45;

/// Something that fits somebody.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SuggestionView {
    pub href: String,
    /// What one does.
    pub title: String,
    /// Whose it is; empty for a help request.
    pub by: String,
    /// Name of the wijk.
    pub place: Option<String>,
    /// When, as people say it.
    pub when: String,
    /// Where one responds.
    pub respond: String,
    /// How it fits.
    #[serde(flatten)]
    pub words: FitWords,
}

/// How many were left out because of one gate.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LeftOut {
    /// Code of the gate, with dashes.
    pub gate: String,
    pub count: usize,
}

/// What fits somebody, and what would help to know more.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Fitting {
    /// Vacancies, the best first.
    pub vacancies: Vec<SuggestionView>,
    /// Help requests, the best first.
    pub requests: Vec<SuggestionView>,
    /// What was left out, and why.
    pub left_out: Vec<LeftOut>,
    /// Codes of the questions that are still open, with dashes.
    pub open: Vec<OpenQuestion>,
    /// Whether anything was told at all.
    pub told: bool,
}

/// A question that is still open.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OpenQuestion {
    /// Its code, with dashes.
    pub code: String,
    /// Where in the profile it is asked.
    pub place: &'static str,
}

fn dashed(code: &str) -> String {
    code.replace('_', "-")
}

/// What fits somebody. `act_for` is who stands at the desk, when a mediator asks.
pub(crate) async fn fitting(
    conn: &mut Conn,
    ctx: &Ctx,
    person: PersonId,
    act_for: Option<PersonId>,
) -> Result<Fitting> {
    let (seeker, profile) = market::seeker(conn, ctx, person).await?;
    let weights = Weights::on(ctx.today());
    let open = seeker::unanswered(&profile);
    let vacancies = market::vacancies(conn, ctx).await?;
    let (best, excluded) = model::openings_for(&seeker, &vacancies.openings, &weights);
    let shown = shown(conn, ctx, &vacancies, best, MOST_VACANCIES, act_for).await?;
    let market = market::help_requests(conn, ctx).await?;
    let (best, _) = model::openings_for(&seeker, &market.openings, &weights);
    let requests = self::shown(conn, ctx, &market, best, MOST_REQUESTS, act_for).await?;
    Ok(Fitting {
        vacancies: shown,
        requests,
        left_out: left_out(&excluded),
        told: open.len() < Question::ALL.len(),
        open: open.iter().map(|question| open_question(*question)).collect(),
    })
}

fn open_question(question: Question) -> OpenQuestion {
    OpenQuestion { code: dashed(question.code()), place: question.anchor() }
}

async fn shown(
    conn: &mut Conn,
    ctx: &Ctx,
    market: &Market,
    best: Vec<Suggestion>,
    most: usize,
    act_for: Option<PersonId>,
) -> Result<Vec<SuggestionView>> {
    let best: Vec<Suggestion> = best.into_iter().filter(|found| found.fit.score >= LEAST).take(most).collect();
    let things = || best.iter().filter_map(|found| market.things.get(&found.id));
    let names = listing::names(conn, ctx, things().filter_map(|thing| thing.organisation)).await?;
    let town = places::cached(conn, ctx).await?;
    let mut views = Vec::with_capacity(best.len());
    for found in &best {
        let (Some(thing), Some(opening)) = (market.things.get(&found.id), market.opening(&found.id)) else { continue };
        let href = path(thing.kind, thing.id);
        let voor = act_for.map(|person| format!("?voor={person}")).filter(|_| thing.kind == Kind::Vacancy);
        views.push(SuggestionView {
            respond: format!("{href}/reageer{}", voor.unwrap_or_default()),
            href,
            title: thing.title.clone(),
            by: thing.organisation.and_then(|id| names.get(&id).cloned()).unwrap_or_default(),
            place: opening.facets.place.wijk.as_deref().map(|code| town.name_of(code).to_owned()),
            when: vacancies::when(ctx, &opening.facets.when),
            words: words::fit(ctx, &found.fit, &opening.facets, Reader::Person),
        });
    }
    Ok(views)
}

fn path(kind: Kind, id: Uuid) -> String {
    match kind {
        Kind::Vacancy => format!("/vacatures/{id}"),
        Kind::Offer => format!("/aanbod/{id}"),
        Kind::HelpRequest => format!("/hulpvragen/{id}"),
    }
}

/// How many were left out for each reason; what has two reasons counts for both.
fn left_out(excluded: &[Excluded]) -> Vec<LeftOut> {
    let mut counts: BTreeMap<Gate, usize> = BTreeMap::new();
    for gate in excluded.iter().flat_map(|one| &one.gates) {
        *counts.entry(*gate).or_default() += 1;
    }
    counts.into_iter().map(|(gate, count)| LeftOut { gate: dashed(gate.code()), count }).collect()
}

/// Somebody who fits a vacancy: the name to use, and what they agreed to show.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct PersonView {
    /// Who, for the button.
    pub id: String,
    /// The name to use.
    pub name: String,
    /// What they want to do.
    pub wants: Vec<&'static str>,
    /// What they can.
    pub can: Vec<&'static str>,
    /// When they have time, a line for each day.
    pub when: Vec<String>,
    /// How it fits.
    #[serde(flatten)]
    pub words: FitWords,
    /// When they were invited, local.
    pub invited: Option<String>,
}

/// The people who fit a vacancy and agreed to be found, the best first. Who responded to it already is left out, and so
/// is whoever asks.
pub(crate) async fn people_for(conn: &mut Conn, ctx: &Ctx, vacancy: &Vacancy) -> Result<Vec<PersonView>> {
    let mut away: HashSet<PersonId> = conversations::of_subject(conn, ctx, Kind::Vacancy.code(), vacancy.id.0)
        .await?
        .into_iter()
        .filter_map(|response| response.person)
        .collect();
    away.extend(ctx.actor.person_id());
    let mut found = market::findable(conn, ctx).await?;
    found.retain(|(person, _, _)| !away.contains(person));
    let seekers: Vec<Seeker> = found.iter().map(|(_, seeker, _)| seeker.clone()).collect();
    let known: HashMap<String, (PersonId, Profile)> =
        found.into_iter().map(|(person, seeker, profile)| (seeker.id, (person, profile))).collect();
    let (best, _) = model::seekers_for(&market::opening(vacancy), &seekers, &Weights::on(ctx.today()));
    let best: Vec<Suggestion> = best.into_iter().filter(suggests).take(MOST_PEOPLE).collect();
    let ids: Vec<PersonId> = best.iter().filter_map(|one| known.get(&one.id)).map(|(person, _)| *person).collect();
    let names: HashMap<PersonId, String> = people::names(conn, ctx.town(), &ids).await?.into_iter().collect();
    let invited: HashMap<PersonId, Instant> =
        store::OF_VACANCY.all(conn, (ctx.town(), vacancy.id)).await?.into_iter().collect();
    let view = |one: &Suggestion| {
        let (person, profile) = known.get(&one.id)?;
        Some(PersonView {
            id: one.id.clone(),
            name: names.get(person)?.clone(),
            wants: task_labels(&profile.tasks, ctx.lang),
            can: skill_labels(&profile.skills, ctx),
            when: seeker::week(profile, |parts| vacancies::week_parts(ctx, parts)),
            words: words::fit(ctx, &one.fit, &vacancy.facets, Reader::Organisation),
            invited: invited.get(person).map(|at| day(ctx, *at)),
        })
    };
    Ok(best.iter().filter_map(view).collect())
}

/// Somebody of whom nothing speaks for it is no suggestion to an organisation.
fn suggests(one: &Suggestion) -> bool {
    one.fit.score >= LEAST && !one.fit.fits.is_empty()
}

fn skill_labels(slugs: &[String], ctx: &Ctx) -> Vec<&'static str> {
    let chosen = taxonomy::SKILLS.iter().filter(|skill| slugs.iter().any(|slug| slug == skill.slug));
    chosen.map(|skill| skill.label(ctx.lang)).collect()
}

fn day(ctx: &Ctx, at: Instant) -> String {
    at.date(&ctx.municipality.zone).to_string()
}

/// An invitation as whoever was invited sees it.
#[derive(Clone, Debug, Serialize)]
pub struct InvitationView {
    /// The vacancy's page.
    pub href: String,
    pub title: String,
    pub by: String,
}

/// To which vacancies that still take responses somebody was invited, the newest first.
pub async fn invitations(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<InvitationView>> {
    let rows = store::OF_PERSON.all(conn, (ctx.town(), person)).await?;
    let ids: Vec<VacancyId> = rows.iter().map(|(vacancy, _, _)| *vacancy).collect();
    let found = vacancies::by_ids(conn, ctx, &ids).await?;
    let organisations: Vec<OrganisationId> = rows.iter().map(|(_, organisation, _)| *organisation).collect();
    let names = listing::names(conn, ctx, organisations.into_iter()).await?;
    let live = found.into_iter().filter(|vacancy| vacancy.takes_responses(ctx.today()));
    Ok(live
        .map(|vacancy| InvitationView {
            href: format!("/vacatures/{}", vacancy.id),
            by: names.get(&vacancy.organisation).cloned().unwrap_or_default(),
            title: vacancy.title,
        })
        .collect())
}

/// The cards on somebody's own page: each invitation, and the way to what fits.
pub(crate) async fn my_cards(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<MyCard>> {
    let invited = |one: InvitationView| MyCard {
        href: one.href,
        text: ctx.t_with("matching-card-invited", &[("organisation", one.by.into())]),
        title: one.title,
        icon: "mail",
        waits: true,
    };
    let mut cards: Vec<MyCard> = invitations(conn, ctx, person).await?.into_iter().map(invited).collect();
    cards.push(MyCard {
        href: "/mijn/passend".to_owned(),
        title: ctx.t("matching-mine-title"),
        text: ctx.t("matching-card-mine"),
        icon: "star",
        waits: false,
    });
    Ok(cards)
}
