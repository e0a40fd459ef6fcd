//! Changes to one's own sign-ins.

use kernel::{Lang, Permit, Result, SessionId};
use platform::{Ctx, audit::Subject, auth};
use serde_json::json;

use crate::{policy::ChangeOwn, store};

/// Ends one of one's own sign-ins; says whether there was such a one.
pub(crate) async fn end_session(ctx: &Ctx, permit: &Permit<ChangeOwn>, session: SessionId) -> Result<bool> {
    let person = permit.actor().require_person()?;
    let mut tx = ctx.begin(permit).await?;
    let known = auth::sessions(&mut tx, ctx, person).await?.iter().any(|row| row.id == session);
    if known {
        auth::end_session(&mut tx, ctx, person, session).await?;
        tx.audit(ctx, permit, "person.end_session", Subject::of("person", person), &json!({})).await?;
    }
    ctx.commit(tx).await?;
    Ok(known)
}

/// Ends every sign-in but the one in use.
pub(crate) async fn end_others(ctx: &Ctx, permit: &Permit<ChangeOwn>) -> Result<()> {
    let person = permit.actor().require_person()?;
    let mut tx = ctx.begin(permit).await?;
    for row in auth::sessions(&mut tx, ctx, person).await? {
        if Some(row.id) != ctx.request.session {
            auth::end_session(&mut tx, ctx, person, row.id).await?;
        }
    }
    tx.audit(ctx, permit, "person.end_other_sessions", Subject::of("person", person), &json!({})).await?;
    ctx.commit(tx).await
}

/// Chooses the language of letters.
pub(crate) async fn choose_language(ctx: &Ctx, permit: &Permit<ChangeOwn>, lang: Lang) -> Result<()> {
    let person = permit.actor().require_person()?;
    let mut tx = ctx.begin(permit).await?;
    store::CHANGE_LANG.run(&mut tx, (ctx.town(), person, Some(lang))).await?;
    tx.audit(ctx, permit, "person.choose_language", Subject::of("person", person), &json!({ "lang": lang })).await?;
    ctx.commit(tx).await
}
