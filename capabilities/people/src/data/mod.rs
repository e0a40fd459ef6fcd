//! One's own data: a copy of everything in one file, and an end to everything; and the terms after which data go by
//! themselves.
//!
//! Every capability gives its own part (`Plan::person_data`); erasing asks all of them in one transaction, the higher
//! strata first, so that nothing points at what is gone already.

pub(crate) mod actions;
pub(crate) mod jobs;
pub(crate) mod pages;
mod readable;
pub mod samples;
pub mod settings;
pub(crate) mod views;

use platform::{Access, Plan, jobs::Schedule};

/// Adds the routes, terms and jobs of personal data.
pub fn add(plan: Plan) -> Plan {
    plan.get("/mijn/gegevens", pages::show, Access::SIGNED_IN_OR_CARD)
        .get("/mijn/gegevens/download", pages::download, Access::SIGNED_IN)
        .get("/mijn/gegevens/kopie", pages::copy, Access::SIGNED_IN)
        .get("/balie/personen/{person}/gegevens", pages::copy_at_desk, Access::DESK)
        .get("/mijn/gegevens/wissen", pages::ask_erase, Access::SIGNED_IN)
        .post("/mijn/gegevens/wissen", pages::erase, Access::SIGNED_IN)
        .post("/balie/personen/{person}/wissen", pages::erase_at_desk, Access::DESK)
        .person_data(
            "people-data-part",
            |conn, ctx, person| Box::pin(views::export(conn, ctx, person)),
            |tx, ctx, person| Box::pin(actions::erase_own_part(tx, ctx, person)),
        )
        .keeps("retention-sign-ins", &settings::SIGN_INS)
        .keeps("retention-accounts", &settings::ACCOUNTS)
        .keeps("retention-consents", &settings::CONSENTS)
        .keeps("retention-events", &settings::EVENTS)
        .keeps("retention-mailbox", &settings::MAILBOX)
        .keeps("retention-sessions", &settings::SESSIONS)
        .keeps("retention-roles", &settings::ROLES)
        .job(jobs::warn_unused)
        .job(jobs::say_goodbye)
        .every("people.keep_terms", Schedule::Daily(3), jobs::keep_terms)
}
