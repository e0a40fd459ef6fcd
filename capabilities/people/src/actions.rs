//! Changes to accounts as such.

use kernel::{Permit, PersonId, PersonRole, Result};
use platform::{Ctx, audit::Subject, db::Code};
use serde_json::json;

use super::{account_by_email, add_person, policy::Grant, store};

/// Gives the person with this e-mail address a role; makes an account when there is none, with the first part of the
/// address as the name to use until they choose one.
pub async fn grant_role(ctx: &Ctx, permit: &Permit<Grant>, email: &str, role: PersonRole) -> Result<PersonId> {
    let mut tx = ctx.begin(permit).await?;
    let person = match account_by_email(&mut tx, ctx.town(), email).await? {
        Some(account) => account.id,
        None => {
            let name = email.split('@').next().unwrap_or(email);
            add_person(&mut tx, ctx, name, Some(email), &[], ctx.lang).await?
        }
    };
    store::GRANT.run(&mut tx, (ctx.town(), person, Code(role), ctx.now)).await?;
    tx.audit(ctx, permit, "person.grant_role", Subject::of("person", person), &json!({ "role": role })).await?;
    ctx.commit(tx).await?;
    Ok(person)
}
