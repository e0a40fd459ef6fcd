//! Organisations that act for somebody who agreed to that: an association for its member without e-mail, a care home for
//! who lives there.
//!
//! Consent is given to one organisation; its contacts see and do what it is for, and every look is in the audit log.
//! The pages are those of the [`super::desk`], at the organisation's own address.

mod views;

use platform::{Access, Plan};

use super::desk::pages;

/// Adds the routes of an organisation's own people.
pub fn add(plan: Plan) -> Plan {
    plan.get("/organisatie/{organisation}/mensen", pages::list, Access::CONTACT)
        .get("/organisatie/{organisation}/mensen/nieuw", pages::new, Access::CONTACT)
        .once("/organisatie/{organisation}/mensen/nieuw", pages::register, Access::CONTACT)
        .get("/organisatie/{organisation}/mensen/{helped}", pages::show, Access::CONTACT)
        .post("/organisatie/{organisation}/mensen/{helped}/toestemming", pages::give, Access::CONTACT)
        .post(
            "/organisatie/{organisation}/mensen/{helped}/toestemming/{consent}/intrekken",
            pages::withdraw,
            Access::CONTACT,
        )
        .get("/organisatie/{organisation}/mensen/{helped}/profiel", pages::edit_profile, Access::CONTACT)
        .post("/organisatie/{organisation}/mensen/{helped}/profiel", pages::save_profile, Access::CONTACT)
        .workplace_section(|conn, ctx, organisation| Box::pin(views::cards(conn, ctx, organisation)))
}
