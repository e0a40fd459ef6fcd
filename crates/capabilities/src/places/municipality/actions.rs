//! Deciding on settings.

use kernel::{Date, Permit, Result, Setting, setting::SettingValue};
use platform::{Ctx, audit::Subject};
use serde_json::json;

use super::policy::DecideSettings;

/// Notes a decision; one that begins on the same day is replaced. It holds at once on this process, on others within seconds.
///
/// # Errors
/// When the database refuses.
pub async fn decide(
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
    tx.audit(ctx, permit, "places.decide_setting", Subject::town(), &details).await?;
    ctx.commit(tx).await?;
    towns.refresh(&ctx.app.db).await
}

/// Takes back the decision that began on `valid_from`; what held before holds again.
///
/// # Errors
/// When the database refuses.
pub async fn take_back(ctx: &Ctx, permit: &Permit<DecideSettings>, setting: &Setting, valid_from: Date) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let towns = &ctx.app.municipalities;
    towns.undo_decision(&mut tx, ctx.town(), setting.key, valid_from).await?;
    let details = json!({ "setting": setting.key, "from": valid_from });
    tx.audit(ctx, permit, "places.take_back_setting", Subject::town(), &details).await?;
    ctx.commit(tx).await?;
    towns.refresh(&ctx.app.db).await
}
