//! The letter that says what was changed about getting in, to the address somebody had before: who did not do that
//! themselves must hear of it.

use kernel::{Lang, Result, codes};
use platform::{Job, JobCtx, mail::Letter};
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
pub struct TellChange {
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

/// Writes it.
pub async fn tell_change(job: JobCtx, told: TellChange) -> Result<()> {
    let job = JobCtx { ctx: job.ctx.in_language(told.lang), ..job };
    let town = job.municipality.name.as_str();
    let change = match told.change {
        Change::Email => "people-mail-changed-email",
        Change::Passkey => "people-mail-changed-passkey",
    };
    let letter = Letter {
        to: told.email,
        subject: job.t_with("people-mail-changed-subject", &[("town", town.into())]),
        greeting: job.t_with("people-mail-greeting", &[("name", told.name.into())]),
        paragraphs: vec![job.t(change)],
        action: Some((job.t("people-mail-changed-action"), job.url("/contact"))),
        closing: vec![job.t("people-mail-changed-closing")],
        reason: job.t("people-mail-changed-reason"),
        ..Letter::default()
    };
    job.send(&letter, 0).await
}
