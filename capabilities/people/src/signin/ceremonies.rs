//! What must be remembered between two steps of a protocol (passkeys, OpenID Connect): in the database, so that the
//! second step may reach another process, and bound to the browser by a cookie, so that nobody else can take it.

use axum::{http::HeaderMap, response::Response};
use kernel::{PersonId, Result, codes, time};
use platform::{
    Ctx, Tx,
    auth::{self, Secret},
    db::Code,
    http::context,
};
use serde::Serialize;

use super::{pages::set_cookie, store};

/// How long the second step may take.
const HOLDS: i64 = 10 * time::MINUTE;
/// Cookie of the browser's half.
const COOKIE: &str = "stap";

codes! {
    /// Which protocol, at which step.
    pub enum Kind {
        /// A passkey is being made.
        PasskeyRegister = "passkey_register",
        /// Somebody signs in with a passkey.
        PasskeyLogin = "passkey_login",
        /// Somebody signs in at the municipality's identity provider.
        Oidc = "oidc",
    }
}

/// What was remembered.
#[derive(Debug)]
pub struct Begun {
    /// Who began, when somebody had signed in.
    pub person: Option<PersonId>,
    /// What the protocol keeps, as JSON.
    pub state: String,
    /// Where to go afterwards.
    pub back: String,
}

/// Remembers the first step; the secret goes into the browser's cookie.
pub async fn begin(
    tx: &mut Tx,
    ctx: &Ctx,
    kind: Kind,
    person: Option<PersonId>,
    state: &impl Serialize,
    back: &str,
) -> Result<Secret> {
    let secret = Secret::new(&ctx.app);
    let state = serde_json::to_string(state)?;
    // Not at night alone: whoever asks over and over leaves no more behind than they can ask within these minutes.
    store::FORGET_STEPS.run(tx, (ctx.town(), ctx.now)).await?;
    let row = (ctx.town(), secret.hash(), Code(kind), person, state, back.to_owned(), ctx.now.plus(HOLDS));
    store::BEGIN.run(tx, row).await?;
    Ok(secret)
}

/// Takes what was remembered for this browser; a second time there is nothing.
pub async fn take(tx: &mut Tx, ctx: &Ctx, kind: Kind, browser: &str) -> Result<Option<Begun>> {
    let taken = store::TAKE.optional(tx, (ctx.town(), auth::hash(browser), Code(kind))).await?;
    let holds = taken.filter(|(_, _, _, expires_at)| ctx.now < *expires_at);
    Ok(holds.map(|(person, state, back, _)| Begun { person, state, back }))
}

/// Gives the browser its half.
pub fn give(ctx: &Ctx, response: &mut Response, secret: &Secret) {
    set_cookie(ctx, response, (COOKIE, secret.reveal()), "/", HOLDS / time::SECOND);
}

/// The browser's half.
pub fn of_browser(headers: &HeaderMap) -> &str {
    context::cookie(headers, COOKIE).unwrap_or_default()
}
