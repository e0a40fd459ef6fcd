//! `samenstuur grant`.

use kernel::PersonRole;
use platform::config::Loaded;

use super::{Failure, Installation, Outcome, town};
use crate::cli::{Grant, GrantedRole};

pub(super) async fn grant(loaded: Loaded, asked: &Grant) -> Outcome {
    let email = kernel::email::parse(&asked.email)
        .map_err(|_| Failure::usage(format!("{:?} is no e-mail address that mail can be sent to", asked.email)))?;
    let app = Installation::open_current(loaded).await?.start().await?;
    let town = town(&app, &asked.which)?;
    let ctx = app.system(town.id)?;
    let permit = people::policy::grant(&ctx.actor).require()?;
    let (role, name) = match asked.role {
        GrantedRole::Manager => (PersonRole::Manager, "manager"),
        GrantedRole::Mediator => (PersonRole::Mediator, "mediator"),
    };
    people::grant_role(&ctx, &permit, &email, role).await?;
    println!("{email} is a {name} of {}. Sign in at {}", town.name, ctx.url("/inloggen"));
    app.db.close().await;
    Ok(())
}
