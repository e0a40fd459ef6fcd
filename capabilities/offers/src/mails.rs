//! Letters about offers.

use kernel::Result;
use platform::{Ctx, JobCtx, auth::Secret, i18n::FluentValue, mail::Letter};

use super::model::Offer;

/// The account of who made the offer, and a context in their language; `None` for people without e-mail.
async fn reader(job: &JobCtx, offer: &Offer) -> Result<Option<(JobCtx, Letter)>> {
    let mut conn = job.read().await?;
    let account = people::account(&mut conn, job.town(), offer.person).await?;
    let Some(account) = account else { return Ok(None) };
    let Some(email) = account.email else { return Ok(None) };
    let lang = account.lang.unwrap_or(job.municipality.default_lang());
    let reader = JobCtx { ctx: job.ctx.in_language(lang), ..job.clone() };
    let letter = Letter {
        to: email,
        greeting: reader.t_with("offer-mail-greeting", &[("name", FluentValue::from(account.name))]),
        reason: reader.t("offer-mail-reason"),
        ..Letter::default()
    };
    Ok(Some((reader, letter)))
}

fn title<'a>(offer: &'a Offer) -> [(&'static str, FluentValue<'a>); 1] {
    [("title", FluentValue::from(offer.title.as_str()))]
}

fn mine(ctx: &Ctx) -> (String, String) {
    (ctx.t("offer-mail-mine"), ctx.url("/mijn/aanbod"))
}

/// Asks whether the offer still holds; one tap keeps it.
///
/// # Errors
/// When it cannot be handed over.
pub async fn ask_to_keep(job: &JobCtx, offer: &Offer, secret: &Secret) -> Result<()> {
    let Some((reader, letter)) = reader(job, offer).await? else { return Ok(()) };
    let day = platform::templates::format::date(&reader.app.catalogue, reader.lang, &offer.expires_on.to_string());
    let until = [
        ("title", FluentValue::from(offer.title.as_str())),
        ("day", FluentValue::from(day.unwrap_or_else(|| offer.expires_on.to_string()))),
    ];
    let keep = reader.url(&format!("/aanbod/verlengen/{}", secret.reveal()));
    let letter = Letter {
        subject: reader.t_with("offer-mail-keep-subject", &title(offer)),
        paragraphs: vec![reader.t_with("offer-mail-keep-text", &until)],
        action: Some((reader.t("offer-mail-keep-action"), keep)),
        links: vec![mine(&reader)],
        closing: vec![reader.t("offer-mail-keep-otherwise")],
        ..letter
    };
    reader.send(&letter, 1).await
}

/// Tells that what was sent in again is shown.
///
/// # Errors
/// When it cannot be handed over.
pub async fn let_in(job: &JobCtx, offer: &Offer) -> Result<()> {
    let Some((reader, letter)) = reader(job, offer).await? else { return Ok(()) };
    let letter = Letter {
        subject: reader.t_with("offer-mail-let-in-subject", &title(offer)),
        paragraphs: vec![reader.t_with("offer-mail-let-in-text", &title(offer))],
        action: Some(mine(&reader)),
        ..letter
    };
    reader.send(&letter, 3).await
}

/// Tells that the offer ended by itself, or was taken down.
///
/// # Errors
/// When it cannot be handed over.
pub async fn closed(job: &JobCtx, offer: &Offer, taken_down: bool) -> Result<()> {
    let Some((reader, letter)) = reader(job, offer).await? else { return Ok(()) };
    let (subject, text) = if taken_down {
        ("offer-mail-taken-down-subject", "offer-mail-taken-down-text")
    } else {
        ("offer-mail-expired-subject", "offer-mail-expired-text")
    };
    let letter = Letter {
        subject: reader.t_with(subject, &title(offer)),
        paragraphs: vec![reader.t_with(text, &title(offer))],
        quote: offer.moderation_note.clone().filter(|_| taken_down),
        action: Some(mine(&reader)),
        ..letter
    };
    reader.send(&letter, 2).await
}
