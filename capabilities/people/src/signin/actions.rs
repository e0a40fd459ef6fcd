//! Asking, confirming, entering, leaving.

use kernel::{Lang, Permit, PersonId, Result};
use platform::{
    Ctx, Tx,
    audit::{Subject, Unaudited},
    auth::{self, Secret},
    once,
};
use serde_json::json;

use super::{
    SignInId,
    forms::Ask,
    mails::SendCode,
    model::{Attempt, HOLDS, TRIES, Verdict},
    store::{self, SignInRow},
};
use crate::{
    mine::mails::{Change, tell_change},
    policy::{ChangeOwn, Enter, System},
};

/// What somebody gets who was right.
pub(crate) enum Entered {
    /// A session; the secret goes into the cookie. On to `back`.
    In {
        /// The session's secret.
        secret: Secret,
        /// A path of this site.
        back: String,
    },
    /// A new account, for which a name is asked first; the secret ties the rest to this browser.
    NameNeeded(Secret),
    /// The address that was to be added is that of another account; nothing has changed.
    Taken,
}

/// What became of a code.
pub(crate) enum Tried {
    Entered(Entered),
    /// Wrong; another try is possible.
    Wrong,
    /// A new code is needed.
    Over,
}

/// Notes a wish to sign in and has the letter written. Does the same for every address.
pub(crate) async fn ask(ctx: &Ctx, permit: &Permit<Enter>, ask: Ask) -> Result<SignInId> {
    note(ctx, permit, ask, None).await
}

/// Notes the wish of somebody without an e-mail address, or with another one, to use this address from now on.
///
/// # Errors
/// [`kernel::Problem::SignInFirst`] when nobody has signed in.
pub(crate) async fn ask_for_address(ctx: &Ctx, permit: &Permit<ChangeOwn>, ask: Ask) -> Result<SignInId> {
    note(ctx, permit, ask, Some(permit.actor().require_person()?)).await
}

async fn note<A>(ctx: &Ctx, permit: &Permit<A>, ask: Ask, link_person: Option<PersonId>) -> Result<SignInId> {
    let wish = SignInRow {
        municipality_id: ctx.town(),
        id: ctx.id(),
        email: kernel::email::normal(&ask.email),
        back: ask.back,
        lang: ctx.lang,
        link_person,
        code_hash: None,
        tries: 0,
        created_at: ctx.now,
        expires_at: ctx.now.plus(HOLDS),
        confirmed_at: None,
    };
    let mut tx = ctx.begin(permit).await?;
    store::SAVE.save(&mut tx, &wish).await?;
    tx.enqueue(ctx, &SendCode { sign_in: wish.id }).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(wish.id)
}

/// Keeps the hashes of what the letter will hold; false when a letter that went before opened the door already.
pub(crate) async fn save_secrets(
    ctx: &Ctx,
    permit: &Permit<System>,
    sign_in: SignInId,
    code: &str,
    token: &Secret,
) -> Result<bool> {
    let mut tx = ctx.begin(permit).await?;
    let kept = store::SECRETS.run(&mut tx, (ctx.town(), sign_in, code_hash(sign_in, code), token.hash())).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(kept > 0)
}

/// The hash of a code, salted with the wish it belongs to.
fn code_hash(sign_in: SignInId, code: &str) -> Vec<u8> {
    auth::hash(&format!("{sign_in}:{code}"))
}

/// Whether a code or link of this wish could still be right.
pub(crate) async fn is_open(ctx: &Ctx, sign_in: SignInId) -> Result<bool> {
    let row = store::FIND.optional(&mut ctx.read().await?, (ctx.town(), sign_in)).await?;
    Ok(row.is_some_and(|row| row.confirmed_at.is_none() && row.tries < TRIES && ctx.now < row.expires_at))
}

/// Tries a code. A wrong one is counted.
pub(crate) async fn try_code(ctx: &Ctx, permit: &Permit<Enter>, sign_in: SignInId, code: &str) -> Result<Tried> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(sign_in).await?;
    let row = store::FIND.optional(&mut tx, (ctx.town(), sign_in)).await?;
    let Some(row) = row.filter(|row| asked_here(ctx, row)) else { return Ok(Tried::Over) };
    let attempt = Attempt {
        expires_at: row.expires_at,
        confirmed: row.confirmed_at.is_some(),
        tries: row.tries,
        right: row.code_hash.as_ref() == Some(&code_hash(sign_in, code)),
    };
    let verdict = attempt.verdict(ctx.now);
    if verdict == Verdict::Right {
        let entered = confirmed(&mut tx, ctx, permit, row).await?;
        ctx.commit(tx).await?;
        return Ok(Tried::Entered(entered));
    }
    store::WRONG.run(&mut tx, (ctx.town(), sign_in)).await?;
    tx.audit(ctx, permit, "sign_in.refuse_code", Subject::of("sign_in", sign_in), &json!({})).await?;
    ctx.commit(tx).await?;
    Ok(if verdict == Verdict::Wrong { Tried::Wrong } else { Tried::Over })
}

/// The address a link is for; `None` when the link is worth nothing (any more). Uses nothing up.
pub(crate) async fn link_address(ctx: &Ctx, token: &str) -> Result<Option<String>> {
    let mut conn = ctx.read().await?;
    let row = store::BY_TOKEN.optional(&mut conn, (ctx.town(), auth::hash(token))).await?;
    Ok(row.filter(|row| ctx.now < row.expires_at).map(|row| row.email))
}

/// Uses a link up.
pub(crate) async fn use_link(ctx: &Ctx, permit: &Permit<Enter>, token: &str) -> Result<Option<Entered>> {
    let mut tx = ctx.begin(permit).await?;
    let hash = auth::hash(token);
    let Some(found) = store::BY_TOKEN.optional(&mut tx, (ctx.town(), hash.clone())).await? else { return Ok(None) };
    // Two presses at once: the second must see what the first one did.
    tx.lock(found.id).await?;
    let row = store::BY_TOKEN.optional(&mut tx, (ctx.town(), hash)).await?;
    let holds = |row: &SignInRow| row.confirmed_at.is_none() && ctx.now < row.expires_at && asked_here(ctx, row);
    let Some(row) = row.filter(holds) else { return Ok(None) };
    let entered = confirmed(&mut tx, ctx, permit, row).await?;
    ctx.commit(tx).await?;
    Ok(Some(entered))
}

/// An address is added only where its wish was made: otherwise somebody could have another person's address confirmed
/// for an account of their own.
fn asked_here(ctx: &Ctx, row: &SignInRow) -> bool {
    row.link_person.is_none() || row.link_person == ctx.actor.person_id()
}

/// The address was shown to be theirs: on to the account, an account to be made, or an address to be added.
async fn confirmed(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Enter>, row: SignInRow) -> Result<Entered> {
    let town = ctx.town();
    let account = crate::account_by_email(tx, town, &row.email).await?;
    let person = match (row.link_person, account) {
        (Some(person), None) => {
            tell_change(tx, ctx, person, Change::Email).await?;
            crate::store::CHANGE_EMAIL.run(tx, (town, person, row.email.clone())).await?;
            tx.audit(ctx, permit, "person.change_email", Subject::of("person", person), &json!({})).await?;
            person
        }
        // Not silently on as somebody else: they asked to add an address, and keep the account they are in.
        (Some(person), Some(account)) if account.id != person => {
            store::CONFIRMED.run(tx, (town, row.id, ctx.now, None)).await?;
            tx.unaudited(Unaudited::Secret);
            return Ok(Entered::Taken);
        }
        (_, Some(account)) => account.id,
        (None, None) => {
            let secret = Secret::new(&ctx.app);
            store::CONFIRMED.run(tx, (town, row.id, ctx.now, Some(secret.hash()))).await?;
            tx.unaudited(Unaudited::Secret);
            return Ok(Entered::NameNeeded(secret));
        }
    };
    store::CONFIRMED.run(tx, (town, row.id, ctx.now, None)).await?;
    let secret = enter(tx, ctx, permit, person, "email").await?;
    Ok(Entered::In { secret, back: row.back })
}

/// Makes an account.
pub(crate) async fn register<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    name: &str,
    email: &str,
    lang: Lang,
) -> Result<PersonId> {
    let person = crate::add_person(tx, ctx, name, Some(email), &[], lang).await?;
    tx.audit(ctx, permit, "person.register", Subject::of("person", person), &json!({})).await?;
    Ok(person)
}

/// Whether the browser with this secret may still give a name, and for which address.
pub(crate) async fn name_needed(ctx: &Ctx, browser: &str) -> Result<Option<String>> {
    let mut conn = ctx.read().await?;
    let row = store::BY_BROWSER.optional(&mut conn, (ctx.town(), auth::hash(browser))).await?;
    Ok(row.filter(|row| still_names(ctx, row)).map(|row| row.email))
}

fn still_names(ctx: &Ctx, row: &SignInRow) -> bool {
    row.confirmed_at.is_some_and(|at| ctx.now < at.plus(2 * HOLDS))
}

/// Makes the account of a confirmed address, and signs in.
pub(crate) async fn give_name(ctx: &Ctx, permit: &Permit<Enter>, browser: &str, name: &str) -> Result<Option<Entered>> {
    let mut tx = ctx.begin(permit).await?;
    let row = store::BY_BROWSER.optional(&mut tx, (ctx.town(), auth::hash(browser))).await?;
    let Some(row) = row.filter(|row| still_names(ctx, row)) else { return Ok(None) };
    tx.lock(row.id).await?;
    tx.lock(once::turn(&format!("person {} {}", ctx.town(), row.email))).await?;
    // The address may have got an account in the meantime, in another browser of the same person.
    let person = match crate::account_by_email(&mut tx, ctx.town(), &row.email).await? {
        Some(account) => account.id,
        None => register(&mut tx, ctx, permit, name, &row.email, row.lang).await?,
    };
    store::DELETE.run(&mut tx, (ctx.town(), row.id)).await?;
    let secret = enter(&mut tx, ctx, permit, person, "email").await?;
    ctx.commit(tx).await?;
    Ok(Some(Entered::In { secret, back: row.back }))
}

/// Starts a session. The one this browser had ends: a token from before a sign-in is worth nothing after it.
pub(crate) async fn enter<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    person: PersonId,
    way: &str,
) -> Result<Secret> {
    end_current(tx, ctx).await?;
    crate::store::SEEN.run(tx, (ctx.town(), person, ctx.now)).await?;
    let secret = auth::start_session(tx, ctx, person).await?;
    tx.audit(ctx, permit, "person.sign_in", Subject::of("person", person), &json!({ "way": way })).await?;
    Ok(secret)
}

/// Ends the session of this browser, if it has one.
pub(crate) async fn end_current(tx: &mut Tx, ctx: &Ctx) -> Result<()> {
    if let (Some(person), Some(session)) = (ctx.actor.person_id(), ctx.request.session) {
        auth::end_session(tx, ctx, person, session).await?;
    }
    Ok(())
}

/// Signs out.
pub(crate) async fn leave(ctx: &Ctx, permit: &Permit<Enter>) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    end_current(&mut tx, ctx).await?;
    ctx.commit(tx).await
}

/// Signs in as somebody of the demonstration. Only a demonstration gives the permit.
pub(crate) async fn be_in_demo(ctx: &Ctx, permit: &Permit<Enter>, person: PersonId) -> Result<Secret> {
    let mut tx = ctx.begin(permit).await?;
    let secret = enter(&mut tx, ctx, permit, person, "demo").await?;
    ctx.commit(tx).await?;
    Ok(secret)
}
