//! Other doors: no answer is the end of the way. With every no come up to three other ways on.
//!
//! Who knows better whom something suits can [`provide`] a better [`DoorSuggester`]; until then doors are live vacancies
//! of other organisations that share a theme or the wijk.

pub mod store;

use std::sync::Arc;

use futures::future::BoxFuture;
use kernel::{OrganisationId, PersonId, Result};
use parking_lot::RwLock;
use platform::{App, Conn, Ctx};
use uuid::Uuid;

use super::{
    around,
    model::{Door, Response},
};
use crate::{
    facets::model::{Facets, Kind, VacancyId},
    vacancies,
};

/// Most doors with one no.
pub const MOST: usize = 3;

/// For whom and instead of what another way is sought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorQuery {
    /// What it was about.
    pub kind: Kind,
    /// Which one.
    pub subject: Uuid,
    /// Whose it was: doors lead elsewhere.
    pub organisation: Option<OrganisationId>,
    /// The account of the person, when there is one.
    pub person: Option<PersonId>,
}

impl DoorQuery {
    /// For the person of a response.
    pub fn of(response: &Response) -> Self {
        Self {
            kind: response.subject.kind,
            subject: response.subject.id,
            organisation: response.owner.organisation(),
            person: response.person,
        }
    }
}

/// Finds other ways on.
pub trait DoorSuggester: Send + Sync {
    /// Up to [`MOST`] doors, the best first.
    fn suggest<'a>(
        &'a self,
        conn: &'a mut Conn,
        ctx: &'a Ctx,
        query: &'a DoorQuery,
    ) -> BoxFuture<'a, Result<Vec<Door>>>;
}

#[derive(Default)]
struct Provided(RwLock<Option<Arc<dyn DoorSuggester>>>);

/// From now on doors are found by `suggester`.
pub fn provide(app: &App, suggester: Arc<dyn DoorSuggester>) {
    *app.service(Provided::default).0.write() = Some(suggester);
}

/// Up to [`MOST`] doors, the best first.
///
/// # Errors
/// When the database cannot be read.
pub async fn suggest(conn: &mut Conn, ctx: &Ctx, query: &DoorQuery) -> Result<Vec<Door>> {
    let provided = ctx.app.service(Provided::default).0.read().clone();
    let suggester = provided.unwrap_or_else(|| Arc::new(SameThemeOrWijk));
    let mut doors = suggester.suggest(conn, ctx, query).await?;
    doors.truncate(MOST);
    Ok(doors)
}

/// Live vacancies of other organisations that share a theme or the wijk, each organisation once.
struct SameThemeOrWijk;

impl DoorSuggester for SameThemeOrWijk {
    fn suggest<'a>(
        &'a self,
        conn: &'a mut Conn,
        ctx: &'a Ctx,
        query: &'a DoorQuery,
    ) -> BoxFuture<'a, Result<Vec<Door>>> {
        Box::pin(async move {
            if query.kind != Kind::Vacancy {
                return Ok(Vec::new());
            }
            let Some(vacancy) = vacancies::find(conn, ctx, VacancyId(query.subject)).await? else {
                return Ok(Vec::new());
            };
            let wijk = vacancy.facets.place.wijk.clone().unwrap_or_default();
            let key = (ctx.town(), vacancy.id, vacancy.organisation, ctx.today(), wijk);
            let rows = store::LIVE_ELSEWHERE.all(conn, key).await?;
            let candidates = rows.into_iter().map(|(id, title, organisation, facets)| Candidate {
                id,
                title,
                organisation,
                facets: facets.0,
            });
            let mut doors = Vec::new();
            for found in best(&vacancy.facets, candidates.collect()) {
                let by = around::organisation_name(conn, ctx, found.organisation).await?.unwrap_or_default();
                doors.push(Door { kind: Kind::Vacancy, id: found.id.0, title: found.title, by });
            }
            Ok(doors)
        })
    }
}

/// A vacancy that may be a door.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Which.
    pub id: VacancyId,
    /// Its title.
    pub title: String,
    /// Whose.
    pub organisation: OrganisationId,
    /// What it is found by.
    pub facets: Facets,
}

/// The best of the candidates: shared tasks count more than shared themes, those more than the wijk; what shares nothing
/// is no door. Each organisation once. Pure; the order of equals is that of the candidates.
pub fn best(wanted: &Facets, candidates: Vec<Candidate>) -> Vec<Candidate> {
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
