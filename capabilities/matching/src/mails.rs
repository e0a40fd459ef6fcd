//! The letter that invites somebody to look at a vacancy.

use kernel::Result;
use platform::{JobCtx, i18n::FluentValue, mail::Letter};

use people::Account;
use vacancies::model::Vacancy;

/// Invites. It goes to an address that the organisation does not learn.
///
/// # Errors
/// When it cannot be handed over.
pub(crate) async fn invitation(job: &JobCtx, account: &Account, vacancy: &Vacancy, organisation: &str) -> Result<()> {
    let Some(email) = account.email.clone() else { return Ok(()) };
    let lang = account.lang.unwrap_or(job.municipality.default_lang());
    let reader = JobCtx { ctx: job.ctx.in_language(lang), ..job.clone() };
    let args = [
        ("organisation", FluentValue::from(organisation.to_owned())),
        ("title", FluentValue::from(vacancy.title.clone())),
    ];
    let letter = Letter {
        to: email,
        subject: reader.t_with("matching-mail-subject", &args),
        greeting: reader.t_with("matching-mail-greeting", &[("name", account.name.as_str().into())]),
        paragraphs: vec![reader.t_with("matching-mail-text", &args), vacancy.summary.clone()],
        action: Some((reader.t("matching-mail-action"), reader.url(&format!("/vacatures/{}", vacancy.id)))),
        links: vec![(reader.t("matching-mine-title"), reader.url("/mijn/passend"))],
        closing: vec![reader.t("matching-mail-free")],
        reason: reader.t("matching-mail-reason"),
        ..Letter::default()
    };
    reader.send(&letter, 0).await
}
