//! The letter with the code and the link.

use kernel::Result;
use platform::{
    Job, JobCtx,
    auth::{self, Secret},
    mail::Letter,
};
use serde::{Deserialize, Serialize};

use super::{
    SignInId, actions, model,
    store::{self, SignInRow},
};
use crate::policy;

/// Writes the letter of one wish to sign in. Knows no secrets: it makes them.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendCode {
    /// Which wish.
    pub sign_in: SignInId,
}

impl Job for SendCode {
    const KIND: &'static str = "people.send_code";
}

/// Makes code and link, keeps their hashes, sends the letter. When it runs again the older letter is worth nothing.
///
/// # Errors
/// When the letter cannot be sent; the job is then tried again, as long as the wish holds.
pub async fn send_code(job: JobCtx, SendCode { sign_in }: SendCode) -> Result<()> {
    let mut conn = job.read().await?;
    let row = store::FIND.optional(&mut conn, (job.town(), sign_in)).await?;
    let Some(row) = row.filter(|row| row.confirmed_at.is_none() && row.expires_at > job.app.now()) else {
        return Ok(());
    };
    let known = crate::account_by_email(&mut conn, job.town(), &row.email).await?;
    drop(conn);
    let code = auth::digits(&job.app, model::DIGITS);
    let token = Secret::new(&job.app);
    let permit = policy::system(&job.actor).require()?;
    actions::save_secrets(&job, &permit, sign_in, &code, &token).await?;
    let name = known.map(|account| account.name).or_else(|| row.name.clone());
    let job = JobCtx { ctx: job.ctx.in_language(row.lang), ..job };
    job.send(&letter(&job, &row, name.as_deref(), code, &token), 0).await
}

fn letter(job: &JobCtx, row: &SignInRow, name: Option<&str>, code: String, token: &Secret) -> Letter {
    let town = job.municipality.name.as_str();
    let greeting = match name {
        Some(name) => job.t_with("people-mail-greeting", &[("name", name.into())]),
        None => job.t("people-mail-greeting-nameless"),
    };
    let mut closing = vec![job.t("people-mail-code-expired"), job.t("people-mail-code-not-you")];
    if name.is_none() {
        closing.insert(0, job.t("people-mail-code-new"));
    }
    Letter {
        to: row.email.clone(),
        subject: job.t_with("people-mail-code-subject", &[("town", town.into())]),
        greeting,
        paragraphs: vec![job.t("people-mail-code-text")],
        code: Some(code),
        action: Some((
            job.t("people-mail-code-action"),
            job.url(&format!("/inloggen/link?sleutel={}", token.reveal())),
        )),
        closing,
        reason: job.t("people-mail-code-reason"),
        ..Letter::default()
    }
}
