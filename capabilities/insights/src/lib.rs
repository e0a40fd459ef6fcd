//! Insights: looking back, and the front doors of the workplaces of the municipality and the desk.
//!
//! The municipality sees what waits too long, and the figures of each month with their definitions (`docs/figures/`);
//! mediators see what there is to do now. Every list of the municipality can be taken along as a file ([`lists`]).
//! Reads façades of the other capabilities and, where one statement must look at many of them, their tables ([`overview`]).
//! Owns no tables, writes nothing, sends no events.

mod api;
pub mod lists;
pub mod model;
pub mod overview;
mod pages;
pub mod policy;
mod samples;
#[cfg(test)]
mod tests;
mod views;

use kernel::{Setting, SettingKind};
use platform::{Access, Plan};
use utoipa::OpenApi;

/// After how many working days something that waits counts as too long.
pub const WAIT_DAYS: Setting = Setting {
    key: "insights.wait_days",
    default: "3",
    kind: SettingKind::Int { min: 1, max: 30 },
    source: "Design decision: before the second reminder (4 working days) to those who wait for us",
};

/// How many days before a consent ends the desk is told.
pub const CONSENT_DAYS: Setting = Setting {
    key: "insights.consent_days",
    default: "30",
    kind: SettingKind::Int { min: 1, max: 180 },
    source: "Design decision: about a month, so that it can be asked at the next visit",
};

/// Whether everybody may read the figures of a month.
pub const PUBLIC_FIGURES: Setting = Setting {
    key: "insights.public_figures",
    default: "true",
    kind: SettingKind::Flag,
    source: "Design decision: steering together starts with the same figures for all; they hold no personal data",
};

/// What this capability has.
pub fn plan() -> Plan {
    lists::add(overview::add(Plan::new("insights", 5)))
        .settings(&[&WAIT_DAYS, &CONSENT_DAYS, &PUBLIC_FIGURES])
        .get("/beheer", pages::manage, Access::MANAGER)
        .get("/beheer/cijfers", pages::figures, Access::MANAGER)
        .get("/beheer/lijsten", pages::all_lists, Access::MANAGER)
        .get("/beheer/lijsten/{list_file}", pages::download, Access::MANAGER)
        .get("/balie", pages::desk, Access::DESK)
        .get("/cijfers", pages::public_figures, Access::PUBLIC)
        .get("/api/v1/figures", api::figures, Access::PUBLIC)
        .openapi(api::Description::openapi())
        .samples(samples::samples)
}
