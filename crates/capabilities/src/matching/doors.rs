//! Other doors with every no: what fits this person, instead of what only looks like what they responded to.

use std::collections::HashSet;

use futures::future::BoxFuture;
use kernel::{OrganisationId, Result};
use platform::{Conn, Ctx};

use super::{
    market,
    model::{Factor, Suggestion, openings_for},
    seeker,
    weights::Weights,
};
use crate::marketplace::{
    help_requests, listing,
    model::{HelpRequestId, Kind, VacancyId},
    responses::{
        DoorSuggester,
        doors::{DoorQuery, MOST},
        model::Door,
    },
    vacancies,
};

/// Finds doors by how they fit: for somebody with a profile by what they told, completed by what they responded to; for
/// others by the latter alone. Each organisation once; never the one that said no.
pub struct FittingDoors;

impl DoorSuggester for FittingDoors {
    fn suggest<'a>(
        &'a self,
        conn: &'a mut Conn,
        ctx: &'a Ctx,
        query: &'a DoorQuery,
    ) -> BoxFuture<'a, Result<Vec<Door>>> {
        Box::pin(suggest(conn, ctx, query))
    }
}

async fn suggest(conn: &mut Conn, ctx: &Ctx, query: &DoorQuery) -> Result<Vec<Door>> {
    let facets = match query.kind {
        Kind::Vacancy => vacancies::find(conn, ctx, VacancyId(query.subject)).await?.map(|found| found.facets),
        Kind::HelpRequest => {
            help_requests::find(conn, ctx, HelpRequestId(query.subject)).await?.map(|found| found.facets)
        }
        // Whoever made an offer is the one who waits for a response; there is nothing to lead them to.
        Kind::Offer => None,
    };
    let Some(facets) = facets else { return Ok(Vec::new()) };
    let mut wanted = seeker::like(&facets);
    if let Some(person) = query.person {
        wanted = seeker::completed(market::seeker(conn, ctx, person).await?.0, wanted);
    }
    let mut market = market::vacancies(conn, ctx).await?;
    market.retain(|thing| thing.id != query.subject && thing.organisation != query.organisation);
    let (best, _) = openings_for(&wanted, &market.openings, &Weights::on(ctx.today()));
    let mut owners: HashSet<OrganisationId> = HashSet::new();
    let first_of_each = |found: &&Suggestion| {
        let owner = market.things.get(&found.id).and_then(|thing| thing.organisation);
        owner.is_some_and(|owner| owners.insert(owner))
    };
    let chosen: Vec<&Suggestion> =
        best.iter().filter(|found| leads_on(found)).filter(first_of_each).take(MOST).collect();
    let things: Vec<_> = chosen.iter().filter_map(|found| market.things.get(&found.id)).collect();
    let names = listing::names(conn, ctx, things.iter().filter_map(|thing| thing.organisation)).await?;
    let door = |thing: &&market::Thing| {
        let by = thing.organisation.and_then(|owner| names.get(&owner).cloned()).unwrap_or_default();
        Door { kind: thing.kind, id: thing.id, title: thing.title.clone(), by }
    };
    Ok(things.iter().map(door).collect())
}

/// A door has something of what was wanted: the work, the cause, or it is near.
fn leads_on(found: &Suggestion) -> bool {
    found.fit.fits.iter().any(|reason| matches!(reason.factor, Factor::Tasks | Factor::Themes | Factor::Distance))
}
