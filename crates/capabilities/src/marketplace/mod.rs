//! Responses to what people find: threads, the answer guarantee, introductions, outcomes.
//!
//! Owns: `responses`, `response_links`, `messages`, `introductions`, `outcomes`, `outcome_links`, `answer_figures`.

pub mod responses;

use platform::Plan;

/// What this capability has.
pub fn plan() -> Plan {
    responses::add(Plan::new("marketplace", 3).shown_after("offers"))
}
