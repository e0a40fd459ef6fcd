//! Finding something, and keeping what was found: the lists over all kinds, saved searches, what others can follow.
//!
//! | part | what it is for |
//! |---|---|
//! | [`listing`] | the lists, their search and filters, what the home page shows of them |
//! | [`saved_searches`] | a search with a mail when something fits, and vacancies to look at later |
//! | [`sharing`] | the list outside the site |
//!
//! Owns: `vacancy_views`, `vacancy_standings`, `favourites`.
//! Sends: [`listing::events::StandingChanged`].

pub mod listing;
pub mod saved_searches;
pub mod sharing;

use platform::{Plan, plan::PageHook};

use facets::model::VacancyId;

/// What this capability has.
pub fn plan() -> Plan {
    let plan = listing::add(Plan::new("finding", 3));
    sharing::add(saved_searches::add(plan)).page_hook(PageHook {
        kind: "vacancy",
        saw: |ctx, vacancy, organisation| listing::saw(ctx, VacancyId(vacancy), organisation),
        is_kept: |conn, ctx, vacancy| Box::pin(saved_searches::is_favourite(conn, ctx, VacancyId(vacancy))),
    })
}
