//! What there is to do today, as the engine asks it: live vacancies and help requests with their fair share.

use std::collections::HashMap;

use kernel::{OrganisationId, PersonId, Point, Result};
use platform::{Conn, Ctx};
use uuid::Uuid;

use super::{
    model::{Opening, Seeker},
    seeker,
};
use facets::model::{HelpRequestId, Kind, VacancyId};
use finding::listing;
use people::Profile;

/// Read at once.
const BATCH: u32 = 500;

/// What pages show of something to do, beside how it fits.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Vacancy or help request.
    pub kind: Kind,
    pub id: Uuid,
    /// What one does.
    pub title: String,
    /// Whose it is; none for a help request, of which nobody's name is public.
    pub organisation: Option<OrganisationId>,
}

/// Everything of one kind.
#[derive(Clone, Debug, Default)]
pub struct Market {
    /// As the engine asks it.
    pub openings: Vec<Opening>,
    /// The same things by the id of the opening.
    pub things: HashMap<String, Thing>,
}

impl Market {
    fn add(&mut self, opening: Opening, thing: Thing) {
        self.things.insert(opening.id.clone(), thing);
        self.openings.push(opening);
    }

    /// With everything of another kind.
    pub fn join(&mut self, other: Self) {
        self.openings.extend(other.openings);
        self.things.extend(other.things);
    }

    /// The opening with this id.
    pub fn opening(&self, id: &str) -> Option<&Opening> {
        self.openings.iter().find(|opening| opening.id == id)
    }

    /// Without what `keep` does not want.
    pub fn retain(&mut self, keep: impl Fn(&Thing) -> bool) {
        self.openings.retain(|opening| self.things.get(&opening.id).is_some_and(&keep));
    }
}

/// The vacancies that take responses today.
pub async fn vacancies(conn: &mut Conn, ctx: &Ctx) -> Result<Market> {
    let standings = listing::all_standings(conn, ctx).await?;
    let mut market = Market::default();
    let mut after = None;
    loop {
        let page = vacancies::live(conn, ctx, after, BATCH).await?;
        let Some(last) = page.last().map(|vacancy| vacancy.id) else { return Ok(market) };
        for vacancy in page.into_iter().filter(|vacancy| vacancy.takes_responses(ctx.today())) {
            let exposure = standings.get(&vacancy.id).map_or(1.0, |standing| standing.exposure);
            let id = vacancy.id.to_string();
            let thing = Thing {
                kind: Kind::Vacancy,
                id: vacancy.id.0,
                title: vacancy.title,
                organisation: Some(vacancy.organisation),
            };
            market.add(Opening { id, facets: vacancy.facets, exposure }, thing);
        }
        after = Some(last);
    }
}

/// The help requests for which a helper is still wanted; of each no more than what is public.
pub async fn help_requests(conn: &mut Conn, ctx: &Ctx) -> Result<Market> {
    let mut market = Market::default();
    let mut after: Option<HelpRequestId> = None;
    loop {
        let page = help_requests::live_help_requests(conn, ctx, after, i64::from(BATCH)).await?;
        let Some(last) = page.last().map(|request| request.id) else { return Ok(market) };
        for request in page.into_iter().filter(|request| request.open) {
            let thing = Thing { kind: Kind::HelpRequest, id: request.id.0, title: request.title, organisation: None };
            market.add(Opening { id: request.id.to_string(), facets: request.facets, exposure: 1.0 }, thing);
        }
        after = Some(last);
    }
}

/// One live vacancy as the engine asks it.
pub fn opening(vacancy: &vacancies::model::Vacancy) -> Opening {
    Opening { id: vacancy.id.to_string(), facets: vacancy.facets.clone(), exposure: 1.0 }
}

/// What somebody told, as the engine asks it, and the profile it comes from.
pub async fn seeker(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<(Seeker, Profile)> {
    let profile = people::profile(conn, ctx.town(), person).await?;
    let point = point(conn, ctx, &profile).await?;
    Ok((seeker::of_profile(person, &profile, point, ctx.today().year()), profile))
}

/// Everybody who agreed to be found, as the engine asks it, with their profile.
pub async fn findable(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<(PersonId, Seeker, Profile)>> {
    let mut found = Vec::new();
    for (person, profile) in people::findable_profiles(conn, ctx.town()).await? {
        let point = point(conn, ctx, &profile).await?;
        let seeker = seeker::of_profile(person, &profile, point, ctx.today().year());
        found.push((person, seeker, profile));
    }
    Ok(found)
}

/// Where somebody's postcode lies, or else their wijk.
async fn point(conn: &mut Conn, ctx: &Ctx, profile: &Profile) -> Result<Option<Point>> {
    let town = places::cached(conn, ctx).await?;
    let postcode = profile.postcode.as_deref().and_then(|typed| town.postcode(typed)).map(|found| found.point);
    Ok(postcode.or_else(|| profile.area_code.as_deref().and_then(|code| town.wijk(code)).map(|wijk| wijk.centre)))
}

/// A vacancy of this id that takes responses today.
pub async fn vacancy(conn: &mut Conn, ctx: &Ctx, id: VacancyId) -> Result<Option<vacancies::model::Vacancy>> {
    let found = vacancies::find(conn, ctx, id).await?;
    Ok(found.filter(|vacancy| vacancy.takes_responses(ctx.today())))
}
