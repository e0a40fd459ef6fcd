//! The letters of saved searches.

use kernel::Result;
use platform::{JobCtx, auth::Secret, i18n::FluentValue, mail::Letter};

use super::{
    model::{NAMED, SavedSearch},
    views::{self, Reader},
};
use vacancies::model::Vacancy;

/// Asks whether the owner of this address wants the letters.
pub async fn confirmation(job: &JobCtx, search: &SavedSearch, secret: &Secret) -> Result<Option<Letter>> {
    let Some(email) = search.email.clone() else { return Ok(None) };
    let town = FluentValue::from(job.municipality.name.as_str());
    let link = job.url(&format!("/zoekopdracht/bevestig/{}", secret.reveal()));
    Ok(Some(Letter {
        to: email,
        subject: job.t("saved-search-mail-confirm-subject"),
        greeting: job.t("saved-search-mail-greeting"),
        paragraphs: vec![job.t_with("saved-search-mail-confirm-text", &[("town", town)])],
        facts: vec![(job.t("saved-search-what"), views::summary(job, search).await?)],
        action: Some((job.t("saved-search-confirm"), link)),
        closing: vec![job.t("saved-search-mail-confirm-not-you")],
        reason: job.t("saved-search-mail-confirm-reason"),
        ..Letter::default()
    }))
}

/// Tells what is new.
pub async fn news(
    job: &JobCtx,
    search: &SavedSearch,
    reader: &Reader,
    news: &[Vacancy],
    secret: &Secret,
) -> Result<Letter> {
    let count = FluentValue::from(news.len() as i64);
    let line = |vacancy: &Vacancy| {
        let when = vacancies::when(job, &vacancy.facets.when);
        (format!("{} ({when})", vacancy.title), job.url(&format!("/vacatures/{}", vacancy.id)))
    };
    let stop = job.url(&format!("/zoekopdracht/uit/{}", secret.reveal()));
    let mut links: Vec<(String, String)> = news.iter().take(NAMED).map(line).collect();
    links.push((job.t("saved-search-mail-stop"), stop.clone()));
    let greeting = match &reader.name {
        Some(name) => job.t_with("saved-search-mail-greeting-name", &[("name", name.as_str().into())]),
        None => job.t("saved-search-mail-greeting"),
    };
    Ok(Letter {
        to: reader.email.clone(),
        subject: job.t_with("saved-search-mail-news-subject", &[("count", count.clone())]),
        greeting,
        paragraphs: vec![job.t_with("saved-search-mail-news-text", &[("count", count)])],
        facts: vec![(job.t("saved-search-what"), views::summary(job, search).await?)],
        action: Some((job.t("saved-search-mail-news-action"), job.url(&search.filters.url("/vacatures")))),
        links,
        reason: job.t("saved-search-mail-news-reason"),
        unsubscribe: Some(stop),
        ..Letter::default()
    })
}
