//! Vraag en aanbod: vacancies, offers, help requests, responses, outcomes.
//!
//! | part | what it is for |
//! |---|---|
//! | [`facet_form`] | the fields of a form that they share |
//! | [`listing`] | finding something: the lists and the home page |
//! | [`model`] | what the three kinds share: when, where, what is asked and offered |
//! | [`taxonomy`] | the words people choose from: themes, tasks, skills |
//! | [`vacancies`] | an organisation seeks people |
//!
//! Owns: `vacancies`, `vacancy_reports`, `responses`, `messages`, `introductions`, `outcomes`.

pub mod facet_form;
pub mod listing;
pub mod model;
pub mod vacancies;

pub use kernel::taxonomy;
use platform::Plan;

/// What this capability has: the parts add to one plan.
pub fn plan() -> Plan {
    // marketplace: parts
    let plan = vacancies::add(Plan::new("marketplace", 3));
    listing::add(plan)
}
