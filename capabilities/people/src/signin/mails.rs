//! The letter with the code and the link.

use kernel::Result;
use platform::{
    Ctx, Job, JobCtx,
    auth::{self, Secret},
    mail::{Reader, Writing},
};
use serde::{Deserialize, Serialize};

use super::{SignInId, actions, model, store};
use crate::policy;

/// Writes the letter of one wish to sign in. Knows no secrets: it makes them.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SendCode {
    pub sign_in: SignInId,
}

impl Job for SendCode {
    const KIND: &'static str = "people.send_code";
}

/// Makes code and link, keeps their hashes, sends the letter. When it runs again the older letter is worth nothing.
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
    let code = auth::digits(&job.app, model::DIGITS);
    let token = Secret::new(&job.app);
    let permit = policy::system(&job.actor).require()?;
    actions::save_secrets(&job, &permit, sign_in, &code, &token).await?;
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
