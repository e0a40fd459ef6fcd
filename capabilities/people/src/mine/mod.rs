//! One's own page, and the devices on which one has signed in.

pub(crate) mod actions;
pub(crate) mod mails;
pub(crate) mod pages;

use platform::{Access, Plan};

/// Adds the routes of one's own pages.
pub fn add(plan: Plan) -> Plan {
    plan.job(mails::write_change)
        .get("/mijn", pages::home, Access::SIGNED_IN_OR_CARD)
        .get("/mijn/beveiliging", pages::security, Access::SIGNED_IN_OR_CARD)
        .post("/mijn/beveiliging/sessies", pages::end_others, Access::SIGNED_IN)
        .post("/mijn/beveiliging/sessies/{session}/stop", pages::end_session, Access::OWN)
        .get("/mijn/e-mail", pages::email, Access::SIGNED_IN)
        .once_while("/mijn/e-mail", pages::change_email, Access::SIGNED_IN, |ctx, at| {
            Box::pin(crate::signin::still_open(ctx, at))
        })
        .post("/mijn/taal", pages::choose_language, Access::SIGNED_IN)
}
