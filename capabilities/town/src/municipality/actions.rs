//! Deciding on settings.

use kernel::{
    Date, Permit, Result, Setting,
    setting::{LOGO, SettingValue},
};
use platform::{Ctx, audit::Subject, auth};
use serde_json::json;

use super::policy::DecideSettings;

/// Notes a decision; one that begins on the same day is replaced. It holds at once on this process, on others within seconds.
pub(crate) async fn decide(
    ctx: &Ctx,
    permit: &Permit<DecideSettings>,
    setting: &Setting,
    decision: SettingValue,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let details = json!({
        "setting": setting.key, "value": decision.value, "from": decision.valid_from, "until": decision.valid_until,
    });
    let towns = &ctx.app.municipalities;
    towns.decide(&mut tx, ctx.town(), setting, decision, ctx.now).await?;
    tx.audit(ctx, permit, "setting.decide", Subject::town(), &details).await?;
    ctx.commit(tx).await?;
    towns.refresh(&ctx.app.db).await
}

/// Takes back the decision that began on `valid_from`; what held before holds again.
pub(crate) async fn take_back(
    ctx: &Ctx,
    permit: &Permit<DecideSettings>,
    setting: &Setting,
    valid_from: Date,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let towns = &ctx.app.municipalities;
    towns.undo_decision(&mut tx, ctx.town(), setting.key, valid_from).await?;
    let details = json!({ "setting": setting.key, "from": valid_from });
    tx.audit(ctx, permit, "setting.take_back", Subject::town(), &details).await?;
    ctx.commit(tx).await?;
    towns.refresh(&ctx.app.db).await
}

/// Where a logo of this name is kept.
pub(crate) fn logo_file(name: &str) -> String {
    format!("logo/{name}.png")
}

/// Shows this picture (PNG) as the town's logo from today, or none. It is named after what it is, so that browsers may keep
/// it for good.
///
/// # Errors
/// When the store or the database refuses; what was shown before stays.
pub(crate) async fn set_logo(ctx: &Ctx, permit: &Permit<DecideSettings>, png: Option<Vec<u8>>) -> Result<()> {
    let before = ctx.municipality.settings.text(&LOGO, ctx.today()).to_owned();
    let name = png.as_deref().map(name_of).unwrap_or_default();
    if let Some(png) = png {
        ctx.app.files.put(ctx.town(), &logo_file(&name), png).await?;
    }
    let source = ctx.actor.person().map(|person| person.name.clone()).unwrap_or_default();
    let decision = SettingValue { value: name.clone(), valid_from: ctx.today(), valid_until: None, source };
    decide(ctx, permit, &LOGO, decision).await?;
    if !before.is_empty() && before != name {
        ctx.app.files.delete(ctx.town(), &logo_file(&before)).await?;
    }
    Ok(())
}

/// The first 8 bytes of its digest, as hexadecimal digits.
fn name_of(png: &[u8]) -> String {
    auth::digest(png).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
