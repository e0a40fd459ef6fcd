//! Getting in without a password: a code or a link by e-mail, a passkey, the municipality's identity provider, or the
//! code on a paper card.
//!
//! A wish to sign in is one row of `sign_ins`. Code and link follow from the job that writes the letter: neither is
//! ever stored as it is, and a letter that is sent again holds the same. The steps up to the code are the same for an address that we know and for one that
//! we do not: nobody can find out who has an account.

pub(crate) mod actions;
pub mod ceremonies;
pub(crate) mod forms;
pub(crate) mod mails;
pub mod model;
pub(crate) mod pages;
pub(crate) mod store;

use kernel::{Fields, Permit, PersonId};
use platform::{Access, Ctx, Plan, http::Answer, once};

use super::policy::Enter;

kernel::id_type! {
    /// One wish to sign in.
    SignInId,
}
platform::id_column! { SignInId }

/// Adds the routes and jobs of signing in.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .get("/inloggen", pages::door, Access::PUBLIC)
        .once_while("/inloggen", pages::ask, Access::PUBLIC, |ctx, at| Box::pin(still_open(ctx, at)))
        .get("/inloggen/code", pages::code, Access::PUBLIC)
        .post("/inloggen/code", pages::try_code, Access::PUBLIC)
        .get("/inloggen/link", pages::link, Access::PUBLIC)
        .post("/inloggen/link", pages::use_link, Access::PUBLIC)
        .get("/inloggen/naam", pages::name, Access::PUBLIC)
        .post("/inloggen/naam", pages::give_name, Access::PUBLIC)
        .post("/uitloggen", pages::leave, Access::PUBLIC)
        .job(mails::send_code)
}

/// Whether the wish to sign in whose code is typed at this address can still be confirmed: asked for twice, there is one letter
/// with one code.
pub(crate) async fn still_open(ctx: &Ctx, location: &str) -> kernel::Result<bool> {
    match once::id_in(location) {
        Some(id) => actions::is_open(ctx, SignInId(id)).await,
        None => Ok(false),
    }
}

/// Somebody plays a part in the demonstration: signed in as `person`, on to where they wanted to go.
pub async fn be_in_demo(ctx: &Ctx, permit: &Permit<Enter>, person: PersonId, sent: &Fields) -> Answer {
    let secret = actions::be_in_demo(ctx, permit, person).await?;
    let response = ctx.see_other_with(&forms::back(sent), "notice-signed-in");
    Ok(pages::with_session(ctx, response, &secret))
}
