//! Vraag en aanbod: vacancies, offers, help requests, responses, outcomes.
//!
//! | part | what it is for |
//! |---|---|
//! | [`exchange`] | bulk import and export |
//! | [`help_requests`] | a resident asks for help, or somebody on their behalf |
//! | [`listing`] | finding something: the lists and the home page |
//! | [`offers`] | a person or group offers |
//! | [`overview`] | what waits and what happened, over all parts |
//! | [`responses`] | threads, the answer guarantee, introductions, outcomes, for all three kinds |
//! | [`saved_searches`] | what people keep: a search with a mail when something fits, favourites |
//! | [`sharing`] | the list outside the site |
//! | [`vacancies`] | an organisation seeks people |
//!
//! Owns: `vacancies`, `vacancy_reports`, `offers`, `help_requests`, `help_request_private`, `help_request_helpers`,
//! `helpers`, `help_request_outcomes`, `help_request_outcome_links`, `responses`, `response_links`, `messages`, `introductions`, `outcomes`, `outcome_links`, `answer_figures`.

pub mod exchange;
pub mod help_requests;
pub mod listing;
pub mod offers;
pub mod overview;
pub mod responses;
pub mod saved_searches;
pub mod sharing;
pub mod vacancies;

use platform::Plan;

/// What this capability has: the parts add to one plan.
pub fn plan() -> Plan {
    // marketplace: parts
    let plan = vacancies::add(Plan::new("marketplace", 3));
    let plan = offers::add(plan);
    let plan = responses::add(plan);
    let plan = exchange::add(plan);
    let plan = overview::add(plan);
    let plan = help_requests::add(plan);
    let plan = listing::add(plan);
    let plan = saved_searches::add(plan);
    sharing::add(plan)
}
