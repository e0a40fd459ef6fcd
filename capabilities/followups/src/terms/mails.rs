//! The letter that asks whether something is still needed.

use platform::{
    Ctx,
    followups::{Reader, StillNeeded, Term},
    i18n::FluentValue,
    mail::Letter,
};

/// One tap keeps it, which a page asks to confirm.
pub(super) fn still_needed(ctx: &Ctx, term: &Term, (needed, reader): (&StillNeeded, &Reader), secret: &str) -> Letter {
    let day = needed.until.map(|day| ctx.date(day)).unwrap_or_default();
    let args = [("title", FluentValue::from(needed.title.as_str())), ("day", FluentValue::from(day))];
    let key = |part: &str| format!("{}{part}", term.letter);
    let otherwise = Some(key("otherwise")).filter(|key| ctx.app.catalogue.has(ctx.lang, key));
    Letter {
        subject: ctx.t_with(&key("subject"), &args[..1]),
        paragraphs: vec![ctx.t_with(&key("text"), &args)],
        action: Some((ctx.t(&key("action")), ctx.url(&format!("{}/{secret}", term.address)))),
        links: needed.links.iter().map(|(key, path)| (ctx.t(key), ctx.url(path))).collect(),
        closing: otherwise.map(|key| ctx.t(&key)).into_iter().collect(),
        ..reader.letter.clone()
    }
}
