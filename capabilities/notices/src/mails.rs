//! The letters: what they say of a kind of topic stands in the catalogue behind the beginning that its source gives.

use platform::{
    JobCtx,
    auth::Secret,
    i18n::FluentValue,
    mail::{Letter, Reader},
    topics::{NewsLine, TopicNow, TopicSource},
};

use super::model::NAMED;

fn text(job: &JobCtx, source: &TopicSource, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
    job.t_with(&format!("{}-{key}", source.words), args)
}

fn link(job: &JobCtx, path: &str, secret: &Secret) -> String {
    job.url(&path.replace("{token}", secret.reveal()))
}

/// Asks whether the owner of this address wants the letters.
pub(crate) fn confirmation(
    job: &JobCtx,
    source: &TopicSource,
    to: String,
    about: &TopicNow,
    secret: &Secret,
) -> Letter {
    let town = FluentValue::from(job.municipality.name.as_str());
    Letter {
        to,
        subject: text(job, source, "mail-confirm-subject", &[]),
        greeting: job.t("notices-mail-greeting"),
        paragraphs: vec![text(job, source, "mail-confirm-text", &[("town", town)])],
        facts: vec![(text(job, source, "what", &[]), about.summary.clone())],
        action: Some((text(job, source, "link-button-confirm", &[]), link(job, source.confirm, secret))),
        closing: vec![job.t("notices-mail-confirm-not-you")],
        reason: job.t("notices-mail-confirm-reason"),
        ..Letter::default()
    }
}

/// Tells what is new.
pub(crate) fn news(
    job: &JobCtx,
    source: &TopicSource,
    reader: &Reader,
    about: &TopicNow,
    lines: &[NewsLine],
    secret: &Secret,
) -> Letter {
    let count = [("count", FluentValue::from(lines.len() as i64))];
    let stop = link(job, source.leave, secret);
    let named = lines.iter().take(NAMED).map(|line| (line.words.clone(), job.url(&line.path)));
    let stops = (text(job, source, "mail-stop", &[]), stop.clone());
    let greeting = match &reader.name {
        Some(name) => job.t_with("notices-mail-greeting-name", &[("name", name.as_str().into())]),
        None => job.t("notices-mail-greeting"),
    };
    Letter {
        to: reader.email.clone(),
        subject: text(job, source, "mail-news-subject", &count),
        greeting,
        paragraphs: vec![text(job, source, "mail-news-text", &count)],
        facts: vec![(text(job, source, "what", &[]), about.summary.clone())],
        action: Some((text(job, source, "mail-news-action", &[]), job.url(&about.path))),
        links: named.chain([stops]).collect(),
        reason: text(job, source, "mail-news-reason", &[]),
        unsubscribe: Some(stop),
        ..Letter::default()
    }
}
