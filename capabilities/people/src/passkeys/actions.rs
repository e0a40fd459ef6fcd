//! Making, using, naming and removing passkeys.

use data_encoding::BASE64URL_NOPAD;
use kernel::{Permit, Problem, Result};
use platform::{
    Ctx,
    audit::{Subject, Unaudited},
    auth::Secret,
    db::Json,
};
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
};

use super::{PasskeyId, of_person, party, store};
use crate::{
    mine::mails::{Change, tell_change},
    policy::{ChangeOwn, Enter},
    signin::{
        actions::enter,
        ceremonies::{self, Kind},
        model::device_name,
    },
};

/// What the browser says is not what was asked; the cause goes to the log, not to the person.
fn refused(cause: impl std::fmt::Display) -> Problem {
    tracing::info!(%cause, "a passkey was refused");
    Problem::Conflict("people-passkey-refused")
}

/// What a browser must know to make a passkey, and the secret that ties its answer to this browser.
///
/// # Errors
/// [`Problem::Conflict`] when passkeys cannot be used here.
pub(crate) async fn register_options(ctx: &Ctx, permit: &Permit<ChangeOwn>) -> Result<(Value, Secret)> {
    let person = permit.actor().require_person()?;
    let party = party::needed(ctx)?;
    let mut tx = ctx.begin(permit).await?;
    let account = crate::account(&mut tx, ctx.town(), person).await?.ok_or(Problem::NotFound)?;
    let known = of_person(&mut tx, ctx.town(), person).await?;
    let known = known.iter().map(|row| row.passkey.0.cred_id().clone()).collect();
    let user = account.email.as_deref().unwrap_or(&account.name);
    let (options, state) =
        party.start_passkey_registration(person.0, user, &account.name, Some(known)).map_err(Problem::fault)?;
    let mut options = serde_json::to_value(options)?;
    // Signing in begins without an e-mail address, so the key must be one that the browser finds by itself.
    options["publicKey"]["authenticatorSelection"]["residentKey"] = json!("required");
    options["publicKey"]["authenticatorSelection"]["requireResidentKey"] = json!(true);
    let secret = ceremonies::begin(&mut tx, ctx, Kind::PasskeyRegister, Some(person), &state, "").await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok((options, secret))
}

/// Keeps the passkey a browser made.
///
/// # Errors
/// [`Problem::Conflict`] when it is not what was asked, or comes too late.
pub(crate) async fn register(
    ctx: &Ctx,
    permit: &Permit<ChangeOwn>,
    browser: &str,
    answer: &RegisterPublicKeyCredential,
) -> Result<()> {
    let person = permit.actor().require_person()?;
    let party = party::needed(ctx)?;
    let mut tx = ctx.begin(permit).await?;
    let begun = ceremonies::take(&mut tx, ctx, Kind::PasskeyRegister, browser).await?;
    let begun = begun.filter(|begun| begun.person == Some(person)).ok_or_else(|| refused("no such ceremony"))?;
    let state: PasskeyRegistration = serde_json::from_str(&begun.state)?;
    let passkey = party.finish_passkey_registration(answer, &state).map_err(refused)?;
    let credential_id = BASE64URL_NOPAD.encode(passkey.cred_id().as_ref());
    if store::BY_CREDENTIAL.optional(&mut tx, (ctx.town(), credential_id.clone())).await?.is_some() {
        return Err(refused("this key is known"));
    }
    let row = store::PasskeyRow {
        municipality_id: ctx.town(),
        id: ctx.id(),
        person_id: person,
        credential_id,
        name: device_name(&ctx.request.user_agent),
        passkey: Json(passkey),
        created_at: ctx.now,
        used_at: None,
    };
    store::SAVE.save(&mut tx, &row).await?;
    tx.audit(ctx, permit, "person.add_passkey", Subject::of("person", person), &json!({})).await?;
    tell_change(&mut tx, ctx, person, Change::Passkey).await?;
    ctx.commit(tx).await
}

/// What a browser must know to sign in with a passkey: the same for everybody.
///
/// # Errors
/// [`Problem::Conflict`] when passkeys cannot be used here.
pub(crate) async fn login_options(ctx: &Ctx, permit: &Permit<Enter>, back: &str) -> Result<(Value, Secret)> {
    let party = party::needed(ctx)?;
    let (options, state) = party.start_discoverable_authentication().map_err(Problem::fault)?;
    let mut tx = ctx.begin(permit).await?;
    let secret = ceremonies::begin(&mut tx, ctx, Kind::PasskeyLogin, None, &state, back).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok((serde_json::to_value(options)?, secret))
}

/// Signs in with a passkey; gives the session's secret and the way on.
///
/// # Errors
/// [`Problem::Conflict`] when the key is not known or not right, or the answer comes too late.
pub(crate) async fn login(
    ctx: &Ctx,
    permit: &Permit<Enter>,
    browser: &str,
    answer: &PublicKeyCredential,
) -> Result<(Secret, String)> {
    let party = party::needed(ctx)?;
    let mut tx = ctx.begin(permit).await?;
    let begun = ceremonies::take(&mut tx, ctx, Kind::PasskeyLogin, browser).await?;
    let begun = begun.ok_or_else(|| refused("no such ceremony"))?;
    let state: DiscoverableAuthentication = serde_json::from_str(&begun.state)?;
    let (holder, credential) = party.identify_discoverable_authentication(answer).map_err(refused)?;
    let credential = BASE64URL_NOPAD.encode(credential);
    let row = store::BY_CREDENTIAL.optional(&mut tx, (ctx.town(), credential)).await?;
    let row = row.filter(|row| row.person_id.0 == holder).ok_or_else(|| refused("this key is not known"))?;
    let Json(mut passkey) = row.passkey;
    let result = party.finish_discoverable_authentication_v2(answer, state, &passkey).map_err(refused)?;
    passkey.update_credential(&result);
    store::USED.run(&mut tx, (ctx.town(), row.id, Json(passkey), ctx.now)).await?;
    let secret = enter(&mut tx, ctx, permit, row.person_id, "passkey").await?;
    ctx.commit(tx).await?;
    Ok((secret, begun.back))
}

/// Gives a passkey another name.
///
/// # Errors
/// [`Problem::NotFound`] when it is not one's own.
pub(crate) async fn rename(ctx: &Ctx, permit: &Permit<ChangeOwn>, passkey: PasskeyId, name: String) -> Result<()> {
    let person = permit.actor().require_person()?;
    let mut tx = ctx.begin(permit).await?;
    if store::RENAME.run(&mut tx, (ctx.town(), person, passkey, name)).await? == 0 {
        return Err(Problem::NotFound);
    }
    tx.audit(ctx, permit, "person.rename_passkey", Subject::of("person", person), &json!({})).await?;
    ctx.commit(tx).await
}

/// Removes a passkey.
///
/// # Errors
/// [`Problem::NotFound`] when it is not one's own.
pub(crate) async fn remove(ctx: &Ctx, permit: &Permit<ChangeOwn>, passkey: PasskeyId) -> Result<()> {
    let person = permit.actor().require_person()?;
    let mut tx = ctx.begin(permit).await?;
    if store::REMOVE.run(&mut tx, (ctx.town(), person, passkey)).await? == 0 {
        return Err(Problem::NotFound);
    }
    tx.audit(ctx, permit, "person.remove_passkey", Subject::of("person", person), &json!({})).await?;
    ctx.commit(tx).await
}
