//! The town's own: its name, look and settings, the home page, contact, privacy and accessibility, the demonstration.
//!
//! | part | what it is for |
//! |---|---|
//! | [`home`] | the home page, which every capability may show something on |
//! | [`site`] | accessibility, privacy, contact, about |
//! | [`municipality`] | settings with their dates and sources, colours, logo |
//! | [`demo`] | the mailbox, the clock and the parts to play, in a demonstration only |
//!
//! Owns no tables: settings and letters are the platform's. Sends no events.

pub mod demo;
pub mod home;
pub mod municipality;
mod samples;
pub mod site;
#[cfg(test)]
mod tests;

use platform::{Access, Plan};

/// What this capability has.
pub fn plan() -> Plan {
    let plan = Plan::new("town", 1).get("/", home::home, Access::PUBLIC);
    demo::add(municipality::add(site::add(plan))).samples(samples::samples)
}
