//! The letter with the code and the link.

use kernel::Result;
use platform::{
    Ctx, Job, JobCtx,
    mail::{Reader, Writing},
};
use serde::{Deserialize, Serialize};

use super::{SignInId, actions, model, store};
use crate::policy;

/// Writes the letter of one wish to sign in. Holds no secrets: they follow from the job.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SendCode {
    pub sign_in: SignInId,
}

impl Job for SendCode {
    const KIND: &'static str = "people.send_code";
    const URGENT: bool = true;
}

/// Keeps the hashes of code and link, and sends the letter.
///
/// # Errors
/// When the letter cannot be sent; the job is then tried again, as long as the wish holds.
pub(crate) async fn send_code(job: JobCtx, SendCode { sign_in }: SendCode) -> Result<()> {
    let mut conn = job.read().await?;
    let row = store::FIND.optional(&mut conn, (job.town(), sign_in)).await?;
    let Some(row) = row.filter(|row| row.confirmed_at.is_none() && row.expires_at > job.app.now()) else {
        return Ok(());
    };
    let known = crate::account_by_email(&mut conn, job.town(), &row.email).await?;
    drop(conn);
    let secrets = job.secrets().await?;
    let (code, token) = (secrets.digits(model::DIGITS), secrets.link(""));
    let permit = policy::system(&job.actor).require()?;
    if !actions::save_secrets(&job, &permit, sign_in, &code, &token).await? {
        return Ok(());
    }
    let reader = Reader { email: row.email, name: known.map(|account| account.name), lang: row.lang };
    let is_new = reader.name.is_none();
    let args = |ctx: &Ctx| vec![("town", ctx.municipality.name.clone().into())];
    let mut letter = Writing::to(&job, reader, ("people-mail-code-", ""), args);
    letter.letter.code = Some(code);
    if is_new {
        letter = letter.closing("people-mail-code-new");
    }
    let letter = letter.closing("people-mail-code-expired").closing("people-mail-code-not-you");
    letter.action(&format!("/inloggen/link?sleutel={}", token.reveal())).send(0).await
}
