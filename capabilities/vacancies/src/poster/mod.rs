//! The poster of a vacancy as an accessible PDF (PDF/UA-1): asked for once, made by a job, kept until the vacancy changes.

pub(crate) mod actions;
pub(crate) mod jobs;
pub(crate) mod pages;
mod views;

use platform::{Plan, plan::Access};
pub use views::{Sheet, qr_code};

/// Adds routes and jobs.
pub fn add(plan: Plan) -> Plan {
    plan.get("/vacatures/{vacancy}/poster.pdf", pages::open, Access::PUBLIC)
        .post("/vacatures/{vacancy}/poster.pdf", pages::ask, Access::PUBLIC)
        .job(jobs::make_poster)
        .on("vacancies.drop_poster_closed", jobs::closed)
        .on("vacancies.drop_poster_taken_down", jobs::taken_down)
}
