//! What a town decides for itself: settings with dates of validity and their source, and its colours.

pub(crate) mod actions;
pub(crate) mod forms;
mod logo;
mod pages;
pub mod policy;
mod samples;

#[cfg(test)]
mod tests;

use platform::{Access, Plan};

/// Adds the pages of the municipality to the plan of places.
pub fn add(plan: Plan) -> Plan {
    plan.get("/beheer/instellingen", pages::list, Access::MANAGER)
        .get("/beheer/instellingen/logo", pages::logo::show, Access::MANAGER)
        .post("/beheer/instellingen/logo", pages::logo::change, Access::MANAGER)
        .get("/logo.png", pages::logo::picture, Access::PUBLIC)
        .get("/beheer/instellingen/{setting}", pages::show, Access::MANAGER)
        .post("/beheer/instellingen/{setting}", pages::decide, Access::MANAGER)
        .post("/beheer/instellingen/{setting}/terug", pages::take_back, Access::MANAGER)
        .get("/thema.css", pages::theme, Access::PUBLIC)
        .samples(samples::samples)
}
