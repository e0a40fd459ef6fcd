//! Matching: who fits what, and why; fair exposure.
//!
//! | part | what it is for |
//! |---|---|
//! | [`model`] | the engine: gates, factors, scores, reasons |
//! | [`weights`] | what counts how much, by version |
//! | [`exposure`] | the fair share of attention of a vacancy |
//! | [`mod@file`] | the engine on a file: `samenstuur match FILE` |
//! | [`simulation`] | what fair exposure does, compared with popularity alone |
//! | [`seeker`], [`market`] | from profiles, vacancies and help requests to what the engine asks |
//! | [`words`] | a fit in words |
//! | [`alternatives`] | other ways on with every no |
//!
//! `docs/matching.md` describes input, output, weights, gates and formulas, and how to check a result.
//!
//! Owns: `match_invitations`. Sends no events of its own.

mod actions;
pub mod alternatives;
pub mod exposure;
pub mod file;
mod jobs;
mod mails;
pub mod market;
pub mod model;
mod pages;
pub mod policy;
pub mod samples;
pub mod seeker;
pub mod settings;
pub mod simulation;
mod store;
#[cfg(test)]
mod tests;
mod views;
pub mod weights;
pub mod words;

pub use self::views::invitations;

use kernel::{PersonId, Result};
use platform::{Access, App, Conn, Ctx, Plan, jobs::Schedule};
use serde_json::{Value, json};

/// What this capability has.
pub fn plan() -> Plan {
    Plan::new("matching", 3)
        .statements(store::STATEMENTS)
        .get("/mijn/passend", pages::mine, Access::SIGNED_IN_OR_CARD)
        .get("/organisatie/{organisation}/vacatures/{vacancy}/passend", pages::people, Access::CONTACT)
        .once("/organisatie/{organisation}/vacatures/{vacancy}/passend", pages::invite, Access::CONTACT)
        .get("/balie/passend", pages::desk, Access::DESK)
        .job(jobs::send_invitation)
        .every("matching.share_attention", Schedule::Minutes(15), jobs::share_attention)
        .every("matching.forget", Schedule::Daily(3), jobs::forget)
        .settings(&[&exposure::CONNECTION_PENALTY, &settings::INVITATIONS_PER_WEEK])
        .keeps("retention-match-invitations", &settings::INVITATION_DAYS)
        .person_data(
            "matching-data",
            |conn, ctx, person| Box::pin(export(conn, ctx, person)),
            |tx, ctx, person| Box::pin(actions::erase(tx, ctx, person)),
        )
        .my_section(|conn, ctx, person| Box::pin(views::my_cards(conn, ctx, person)))
        .samples(samples::samples)
}

/// From now on the doors that come with a no are those that fit. The program that wires the capabilities calls this:
/// conversations, which send the doors, know nothing of matching.
pub fn provide(app: &App) {
    conversations::provide_doors(app, |conn, ctx, query| Box::pin(alternatives::suggest(conn, ctx, query)));
}

/// A copy for the person.
async fn export(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Value> {
    let rows = store::OF_PERSON.all(conn, (ctx.town(), person)).await?;
    let one = |(vacancy, _, at): (facets::model::VacancyId, kernel::OrganisationId, kernel::Instant)| json!({ "vacancy": ctx.url(&format!("/vacatures/{vacancy}")), "invited_at": at.rfc3339() });
    Ok(json!({ "invited_to": rows.into_iter().map(one).collect::<Vec<_>>() }))
}
