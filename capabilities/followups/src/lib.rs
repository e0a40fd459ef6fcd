//! What comes afterwards: promises with a clock and who takes over, questions to each side, whom to ring, and whether
//! something is still needed.
//!
//! A capability that has such things hands them over with its plan (`platform::followups`, `docs/decisions/0009`) and calls
//! what stands here in its own transactions.
//!
//! | part | what it is for |
//! |---|---|
//! | [`questions`] | what came of it? Asked by mail or by telephone, answered with one tap |
//! | [`promises`] | reminders before a moment, and who takes over at its end |
//! | [`terms`] | shown for a term; longer when somebody says that it is still needed |
//!
//! Owns: `followup_questions`, `followup_links`. Sends no events: what follows from an answer is up to the thing it is about.

mod policy;
pub mod promises;
pub mod questions;
pub mod terms;
#[cfg(test)]
mod tests;

use platform::{Plan, jobs::Schedule, plan::Access};

pub use questions::store::{Asked, Tally};

/// What this capability has.
pub fn plan() -> Plan {
    Plan::new("followups", 2)
        .statements(questions::store::STATEMENTS)
        .get("/uitkomst/{token}", questions::show, Access::PUBLIC)
        .post("/uitkomst/{token}", questions::answer, Access::PUBLIC)
        .job(questions::ask)
        .job(questions::send)
        .every("followups.forget_links", Schedule::Daily(3), questions::forget_links)
        .job(promises::step)
        .job(terms::ask)
        .every("followups.look_after_terms", Schedule::Daily(6), terms::look_after)
}
