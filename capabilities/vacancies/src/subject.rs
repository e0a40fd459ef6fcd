//! A vacancy as the subject of conversations: what they ask about it, what they make it do, what else one could do.

use futures::future::BoxFuture;
use kernel::{OrganisationId, Result, text::Codes};
use platform::{
    Conn, Ctx,
    db::Json,
    subjects::{Door, Over, SubjectNow, SubjectSource},
};
use uuid::Uuid;

use super::{
    actions,
    model::{State, Vacancy},
    neighbours, store,
};
use conversations::{Owner, Subject, alternatives::MOST};
use facets::model::{Facets, Kind, VacancyId};

/// What conversations know of vacancies.
pub(crate) fn source() -> SubjectSource {
    SubjectSource {
        kind: Kind::Vacancy.code(),
        list: "/vacatures",
        find,
        doors: Some(doors),
        started: Some(|tx, ctx, permit, id| Box::pin(actions::count_found(tx, ctx, permit, VacancyId(id)))),
        silent: Some(|tx, ctx, permit, id| Box::pin(actions::pause_unanswered(tx, ctx, permit, VacancyId(id)))),
    }
}

/// What somebody responds to, and who answers.
pub(crate) fn subject(vacancy: &Vacancy) -> (Subject, Owner) {
    let subject = Subject { kind: Kind::Vacancy.code().to_owned(), id: vacancy.id.0, title: vacancy.title.clone() };
    (subject, Owner::Organisation(vacancy.organisation))
}

fn find<'a>(conn: &'a mut Conn, ctx: &'a Ctx, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectNow>>> {
    Box::pin(async move {
        let found = super::find(conn, ctx, VacancyId(id)).await?;
        Ok(found.map(|vacancy| SubjectNow {
            over: match vacancy.state {
                State::Filled => Some(Over::Full),
                State::Closed | State::TakenDown => Some(Over::Closed),
                State::Draft | State::Waiting | State::Live | State::Paused => None,
            },
            contact: vacancy.contact,
            place: vacancy.facets.place.name,
        }))
    })
}

/// Live vacancies of other organisations that share a task, a theme or the wijk, each organisation once.
fn doors<'a>(conn: &'a mut Conn, ctx: &'a Ctx, id: Uuid) -> BoxFuture<'a, Result<Vec<Door>>> {
    Box::pin(async move {
        let Some(vacancy) = super::find(conn, ctx, VacancyId(id)).await? else { return Ok(Vec::new()) };
        let wijk = vacancy.facets.place.wijk.clone().unwrap_or_default();
        let key = (ctx.town(), vacancy.id, vacancy.organisation, ctx.today(), wijk);
        let rows = store::LIVE_ELSEWHERE.all(conn, key).await?;
        let candidate = |(id, title, organisation, Json(facets))| Candidate { id, title, organisation, facets };
        let mut doors = Vec::new();
        for found in best(&vacancy.facets, rows.into_iter().map(candidate).collect()) {
            let by = neighbours::organisation(conn, ctx, found.organisation).await?.map(|line| line.name);
            let kind = Kind::Vacancy.code().to_owned();
            doors.push(Door { kind, id: found.id.0, title: found.title, by: by.unwrap_or_default() });
        }
        Ok(doors)
    })
}

/// A vacancy that may be a door.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub id: VacancyId,
    pub title: String,
    pub organisation: OrganisationId,
    /// What it is found by.
    pub facets: Facets,
}

/// The best of the candidates: shared tasks count more than shared themes, those more than the wijk; what shares nothing
/// is no door. Each organisation once. Pure; the order of equals is that of the candidates.
pub(crate) fn best(wanted: &Facets, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let shared = |mine: &[String], theirs: &[String]| theirs.iter().filter(|slug| mine.contains(slug)).count();
    let score = |facets: &Facets| {
        let wijk = wanted.place.wijk.is_some() && wanted.place.wijk == facets.place.wijk;
        4 * shared(&wanted.tasks, &facets.tasks) + 2 * shared(&wanted.themes, &facets.themes) + usize::from(wijk)
    };
    let mut scored: Vec<(usize, Candidate)> =
        candidates.into_iter().map(|candidate| (score(&candidate.facets), candidate)).filter(|(s, _)| *s > 0).collect();
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let mut chosen: Vec<Candidate> = Vec::new();
    for (_, candidate) in scored {
        if chosen.len() < MOST && chosen.iter().all(|known| known.organisation != candidate.organisation) {
            chosen.push(candidate);
        }
    }
    chosen
}
