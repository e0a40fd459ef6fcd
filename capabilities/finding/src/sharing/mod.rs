//! The list outside the site: a feed (Atom), a calendar of what is dated (iCalendar), and a list that an organisation
//! puts on its own site. All take the filters of the list itself, so that any search can be followed.
//!
//! Owns no tables.

mod atom;
mod pages;
mod policy;
pub mod samples;

use platform::{Access, Plan};

/// Adds what sharing has to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.get("/vacatures.atom", pages::atom, Access::PUBLIC)
        .get("/vacatures.ics", pages::calendar, Access::PUBLIC)
        .get("/embed/vacatures", pages::embedded, Access::PUBLIC)
        .get("/organisatie/{organisation}/delen", pages::share, Access::ORGANISATION)
        .samples(samples::samples)
}
