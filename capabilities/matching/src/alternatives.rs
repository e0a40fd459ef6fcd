//! Other doors with every no: what fits this person, instead of what only looks like what they responded to.

use std::collections::HashSet;

use kernel::{OrganisationId, Result, text::Codes};
use platform::{Conn, Ctx};

use super::{
    market::{self, Market},
    model::{Factor, Suggestion, openings_for},
    seeker,
    weights::Weights,
};
use conversations::{
    alternatives::{DoorQuery, MOST},
    model::Door,
};
use facets::model::{HelpRequestId, Kind, VacancyId};
use finding::listing;

/// Finds doors by how they fit: for somebody with a profile by what they told, completed by what they responded to; for
/// others by the latter alone. Each organisation once; never the one that said no. A person who would help somebody is led
/// to other help requests too: never to their own, nor to one they answered already.
pub async fn suggest(conn: &mut Conn, ctx: &Ctx, query: &DoorQuery) -> Result<Vec<Door>> {
    let facets = match Kind::parse(&query.kind) {
        Some(Kind::Vacancy) => vacancies::find(conn, ctx, VacancyId(query.subject)).await?.map(|found| found.facets),
        Some(Kind::HelpRequest) => {
            help_requests::find(conn, ctx, HelpRequestId(query.subject)).await?.map(|found| found.facets)
        }
        // Of an offer an organisation waits for the answer; there is nothing to lead it to.
        Some(Kind::Offer) | None => None,
    };
    let Some(facets) = facets else { return Ok(Vec::new()) };
    let mut wanted = seeker::like(&facets);
    if let Some(person) = query.person {
        wanted = seeker::completed(market::seeker(conn, ctx, person).await?.0, wanted);
    }
    let market = market_for(conn, ctx, query).await?;
    let (best, _) = openings_for(&wanted, &market.openings, &Weights::on(ctx.today()));
    let mut owners: HashSet<OrganisationId> = HashSet::new();
    let first_of_each = |found: &&Suggestion| match market.things.get(&found.id) {
        // A help request is of one resident.
        Some(thing) => thing.organisation.is_none_or(|owner| owners.insert(owner)),
        None => false,
    };
    let chosen: Vec<&Suggestion> =
        best.iter().filter(|found| leads_on(found)).filter(first_of_each).take(MOST).collect();
    let things: Vec<_> = chosen.iter().filter_map(|found| market.things.get(&found.id)).collect();
    let names = listing::names(conn, ctx, things.iter().filter_map(|thing| thing.organisation)).await?;
    let door = |thing: &&market::Thing| {
        let by = thing.organisation.and_then(|owner| names.get(&owner).cloned()).unwrap_or_default();
        Door { kind: thing.kind.to_string(), id: thing.id, title: thing.title.clone(), by }
    };
    Ok(things.iter().map(door).collect())
}

/// What the doors are chosen from.
async fn market_for(conn: &mut Conn, ctx: &Ctx, query: &DoorQuery) -> Result<Market> {
    let mut market = market::vacancies(conn, ctx).await?;
    let mut known = HashSet::from([query.subject]);
    if Kind::parse(&query.kind) == Some(Kind::HelpRequest) {
        market.join(market::help_requests(conn, ctx).await?);
        if let Some(person) = query.person {
            known.extend(help_requests::known_to(conn, ctx, person).await?.iter().map(|request| request.0));
        }
    }
    market.retain(|thing| {
        let elsewhere = thing.organisation.is_none() || thing.organisation != query.organisation;
        elsewhere && !known.contains(&thing.id)
    });
    Ok(market)
}

/// A door has something of what was wanted: the work, the cause, or it is near.
fn leads_on(found: &Suggestion) -> bool {
    found.fit.fits.iter().any(|reason| matches!(reason.factor, Factor::Tasks | Factor::Themes | Factor::Distance))
}
