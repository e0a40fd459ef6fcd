//! The card as an accessible PDF, for a person who prints elsewhere; thrown away after an hour, because its code opens a door.

use std::collections::HashMap;

use kernel::{Date, Lang, PersonId, Problem, Result};
use platform::{Job, JobCtx, templates::format};
use serde::{Deserialize, Serialize};

use super::forms::CardLines;

/// How long the PDF of a card can be opened, in milliseconds.
pub(crate) const KEPT: i64 = kernel::time::HOUR;

/// Makes the PDF of a card.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct MakeCard {
    pub person: PersonId,
    /// In which language.
    pub lang: Lang,
    /// What stands on it.
    pub lines: CardLines,
    /// The code; the person who reads the card knows it.
    pub code: String,
    /// Where the code is typed.
    pub address: String,
    /// The last day on which the code holds.
    pub until: Date,
}

impl Job for MakeCard {
    const KIND: &'static str = "people.make_card";
}

/// Throws the PDF of a card away.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct DropCard {
    pub person: PersonId,
}

impl Job for DropCard {
    const KIND: &'static str = "people.drop_card";
}

/// Where the PDF of somebody's card is kept.
pub(crate) fn file_name(person: PersonId) -> String {
    format!("cards/{person}")
}

/// The data of `templates/pdf/people/card.typ`.
#[derive(Serialize)]
struct Card {
    title: String,
    sender: String,
    lang: &'static str,
    heading: String,
    name: String,
    lines: Vec<(String, String)>,
    code_label: String,
    code: String,
    foot: String,
    demo: Option<String>,
}

/// Makes the PDF. Made twice it is the same.
///
/// # Errors
/// When it cannot be made or kept; it is then tried again.
pub(crate) async fn make_card(job: JobCtx, work: MakeCard) -> Result<()> {
    let ctx = job.in_language(work.lang);
    let mut conn = ctx.read().await?;
    let Some(account) = crate::account(&mut conn, ctx.town(), work.person).await? else { return Ok(()) };
    drop(conn);
    let until = format::date(&ctx.app.catalogue, ctx.lang, &work.until.to_string()).unwrap_or_default();
    let phone = ctx.municipality.settings.text(&kernel::setting::CONTACT_PHONE, ctx.today());
    let arguments = [("address", work.address.as_str().into()), ("until", until.as_str().into())];
    let mut foot = ctx.t_with("people-card-code-text", &arguments);
    if !phone.is_empty() {
        foot = format!("{foot} {} {phone}", ctx.t("people-card-phone"));
    }
    let line = |key: &str, value: Option<String>| (ctx.t(key), value.unwrap_or_default());
    let card = Card {
        title: ctx.t_with("people-card-for", &[("name", account.name.as_str().into())]),
        sender: ctx.municipality.name.clone(),
        lang: ctx.lang.code(),
        heading: ctx.t("people-card-pdf-heading"),
        name: account.name,
        lines: vec![
            line("people-card-who", work.lines.who),
            line("people-card-when", work.lines.when),
            line("people-card-about", work.lines.about),
        ],
        code_label: ctx.t("people-card-code"),
        code: work.code,
        foot,
        demo: ctx.demonstration_mark(),
    };
    let made = tokio::task::spawn_blocking(move || documents::pdf("people/card", &card, &HashMap::new())).await;
    let bytes = made.map_err(Problem::fault)?.map_err(Problem::fault)?;
    ctx.app.files.put(ctx.town(), &file_name(work.person), bytes).await
}

/// Throws it away.
///
/// # Errors
/// When the store refuses; it is then tried again.
pub(crate) async fn drop_card(job: JobCtx, work: DropCard) -> Result<()> {
    job.app.files.delete(job.town(), &file_name(work.person)).await
}
