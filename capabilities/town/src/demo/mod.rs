//! Only in a demonstration: the mailbox, the clock, and the parts to play. Everywhere else these pages do not exist.

pub(crate) mod forms;
pub mod model;
pub(crate) mod pages;

use platform::{Access, Plan};

/// Adds the routes of the demonstration.
pub fn add(plan: Plan) -> Plan {
    plan.get("/demo", pages::home, Access::PUBLIC)
        .post("/demo/inloggen", pages::be, Access::PUBLIC)
        .post("/demo/klok", pages::move_clock, Access::PUBLIC)
        .get("/demo/postvak", pages::mailbox, Access::PUBLIC)
        .get("/demo/postvak.json", pages::mailbox_json, Access::PUBLIC)
        .get("/demo/postvak/{letter}", pages::letter, Access::PUBLIC)
        .get("/demo/postvak/{letter}/html", pages::letter_html, Access::PUBLIC)
        .get("/onderdelen", pages::parts, Access::PUBLIC)
}
