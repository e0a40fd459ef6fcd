//! Going to the identity provider, and coming back from it.

use kernel::{Codes as _, Instant, MunicipalityId, Permit, PersonId, Result};
use platform::{
    Conn, Ctx, Tx,
    audit::{Subject, Unaudited},
    auth::Secret,
};
use serde_json::json;

use super::{
    model::{self, Refusal, Said, Step},
    provider::{self, Provider},
    settings, store,
};
use crate::{
    policy::Enter,
    signin::{
        actions::{Entered, enter, register},
        ceremonies::{self, Begun, Kind},
    },
};

/// What came of a step.
pub(crate) enum Came<T> {
    /// On with it.
    On(T),
    /// Not let in.
    Refused(Refusal),
}

/// What somebody brings back from the provider.
#[derive(Clone, Debug, Default)]
pub(crate) struct Brought {
    /// To be exchanged for who they are; absent when the provider did not let them through.
    pub code: Option<String>,
    /// What they were sent with.
    pub state: String,
}

/// Remembers the step; gives the address of the provider and the secret for the browser.
pub(crate) async fn begin(ctx: &Ctx, permit: &Permit<Enter>, back: &str) -> Result<Came<(String, Secret)>> {
    let Some(config) = provider::config(ctx) else { return Ok(Came::Refused(Refusal::Expired)) };
    let provider = match Provider::meet(ctx, config).await {
        Ok(provider) => provider,
        Err(refusal) => return Ok(Came::Refused(refusal)),
    };
    let fresh = || Secret::new(&ctx.app).reveal().to_owned();
    let step = Step { state: fresh(), nonce: fresh(), verifier: fresh() };
    let mut tx = ctx.begin(permit).await?;
    let secret = ceremonies::begin(&mut tx, ctx, Kind::Oidc, None, &step, back).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(Came::On((provider.door(&step), secret)))
}

/// Signs in the person for whom the provider vouches. The provider is asked between two transactions, never within one: others
/// must be able to write while it thinks.
pub(crate) async fn come_back(
    ctx: &Ctx,
    permit: &Permit<Enter>,
    browser: &str,
    brought: &Brought,
) -> Result<Came<Entered>> {
    let Some(config) = provider::config(ctx) else { return Ok(Came::Refused(Refusal::Expired)) };
    let Some((step, back)) = take(ctx, permit, browser, &brought.state).await? else {
        return Ok(Came::Refused(Refusal::Expired));
    };
    let Some(code) = &brought.code else { return Ok(Came::Refused(Refusal::Denied)) };
    let said = match Provider::meet(ctx, config).await {
        Ok(provider) => provider.who(ctx, code, &step).await,
        Err(refusal) => Err(refusal),
    };
    let said = match said {
        Ok(said) => said,
        Err(refusal) => return Ok(Came::Refused(refusal)),
    };
    let mut tx = ctx.begin(permit).await?;
    let Some(person) = person(&mut tx, ctx, permit, &said).await? else {
        return Ok(Came::Refused(Refusal::Unverified));
    };
    give_roles(&mut tx, ctx, permit, person, &said).await?;
    let secret = enter(&mut tx, ctx, permit, person, "oidc").await?;
    ctx.commit(tx).await?;
    Ok(Came::On(Entered::In { secret, back }))
}

/// The step this browser began, once, when the answer belongs to it.
async fn take(ctx: &Ctx, permit: &Permit<Enter>, browser: &str, state: &str) -> Result<Option<(Step, String)>> {
    let mut tx = ctx.begin(permit).await?;
    let begun = ceremonies::take(&mut tx, ctx, Kind::Oidc, browser).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    let Some(Begun { state: kept, back, .. }) = begun else { return Ok(None) };
    let step: Step = serde_json::from_str(&kept)?;
    Ok((step.state == state).then_some((step, back)))
}

/// The person with this identity; else the one with the address that the provider vouches for; else a new one. `None`
/// when it vouches for no address: then nobody can be found by it.
async fn person(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Enter>, said: &Said) -> Result<Option<PersonId>> {
    let key = (ctx.town(), said.issuer.clone(), said.subject.clone());
    if let Some((known,)) = store::PERSON.optional(tx, key).await? {
        return Ok(Some(known));
    }
    let Some(email) = &said.verified_email else { return Ok(None) };
    let person = match crate::account_by_email(tx, ctx.town(), email).await? {
        Some(account) => account.id,
        None => register(tx, ctx, permit, &said.name_for(email), email, ctx.lang).await?,
    };
    store::LINK.run(tx, (ctx.town(), said.issuer.clone(), said.subject.clone(), person, ctx.now)).await?;
    let details = json!({ "issuer": said.issuer });
    tx.audit(ctx, permit, "person.link_identity", Subject::of("person", person), &details).await?;
    Ok(Some(person))
}

/// Gives the roles that the municipality ties to groups of the provider. None is taken away: a manager who was made one
/// by hand stays one.
async fn give_roles(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Enter>, person: PersonId, said: &Said) -> Result<()> {
    let (decided, today) = (&ctx.municipality.settings, ctx.today());
    let groups = said.groups(decided.text(&settings::CLAIM, today));
    let meant =
        model::roles(&groups, decided.text(&settings::MANAGERS, today), decided.text(&settings::MEDIATORS, today));
    if meant.is_empty() {
        return Ok(());
    }
    let held = crate::account(tx, ctx.town(), person).await?.map(|account| account.roles).unwrap_or_default();
    for role in meant.into_iter().filter(|role| !held.contains(role)) {
        crate::give_role(tx, ctx, person, role).await?;
        let details = json!({ "role": role.code(), "way": "oidc" });
        tx.audit(ctx, permit, "person.grant_role", Subject::of("person", person), &details).await?;
    }
    Ok(())
}

/// Where somebody has an identity, since when: issuer, their number there, the moment.
pub(crate) async fn identities(
    conn: &mut Conn,
    town: MunicipalityId,
    person: PersonId,
) -> Result<Vec<(String, String, Instant)>> {
    Ok(store::OF_PERSON.all(conn, (town, person)).await?)
}
