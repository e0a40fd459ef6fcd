//! The letter that asks whether something is still needed.

use platform::{
    JobCtx,
    followups::{StillNeeded, Term},
    mail::{Reader, Writing},
};

/// One tap keeps it, which a page asks to confirm.
pub(super) fn still_needed(
    job: &JobCtx,
    term: &Term,
    (needed, reader): (&StillNeeded, &Reader),
    secret: &str,
) -> Writing {
    let letter = Writing::to(job, reader.clone(), term.letter, |reader| {
        let day = needed.until.map(|day| reader.date(day)).unwrap_or_default();
        vec![("title", needed.title.as_str().into()), ("day", day.into())]
    });
    let letter = match &term.by_link {
        Some(link) => letter.action(&format!("{}/{secret}", link.address)),
        None => letter.action(&needed.page),
    };
    let letter = needed.links.iter().fold(letter, |letter, (key, path)| letter.link(key, path));
    let otherwise = format!("{}{}-otherwise", term.letter.0, term.letter.1);
    if job.app.catalogue.has(reader.lang, &otherwise) { letter.closing(&otherwise) } else { letter }
}
