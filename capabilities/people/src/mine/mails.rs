//! The letter that says what was changed about getting in, to the address somebody had before: a person who
//! did not do that themselves must hear of it.

use kernel::{Codes as _, Lang, PersonId, Result, codes};
use platform::{
    Ctx, Job, JobCtx, Tx,
    mail::{Reader, Writing},
};
use serde::{Deserialize, Serialize};

codes! {
    /// What was changed.
    pub enum Change {
        /// Another e-mail address.
        Email = "email",
        /// A passkey more.
        Passkey = "passkey",
    }
}

/// Tells somebody what was changed. Holds the address itself: after the change nothing else knows it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct TellChange {
    /// Where they read it: the address of before.
    pub email: String,
    /// The name to use.
    pub name: String,
    /// In which language.
    pub lang: Lang,
    /// What was changed.
    pub change: Change,
}

impl Job for TellChange {
    const KIND: &'static str = "people.tell_change";
}

/// Has somebody told what is about to change; nobody when no mail reaches them.
pub(crate) async fn tell_change(tx: &mut Tx, ctx: &Ctx, person: PersonId, change: Change) -> Result<()> {
    let Some(account) = crate::account(tx, ctx.town(), person).await? else { return Ok(()) };
    let Some(email) = account.email else { return Ok(()) };
    let lang = account.lang.unwrap_or(ctx.lang);
    tx.enqueue(ctx, &TellChange { email, name: account.name, lang, change }).await
}

/// Writes the letter.
pub(crate) async fn write_change(job: JobCtx, told: TellChange) -> Result<()> {
    let reader = Reader { email: told.email, name: Some(told.name), lang: told.lang };
    let args = |ctx: &Ctx| vec![("town", ctx.municipality.name.clone().into()), ("change", told.change.code().into())];
    let letter = Writing::to(&job, reader, ("people-mail-changed-", ""), args);
    letter.action("/contact").closing("people-mail-changed-closing").send(0).await
}
