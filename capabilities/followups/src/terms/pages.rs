//! Keeping something for another term, with the link of the letter.

use kernel::{Problem, Result};
use platform::{
    Ctx, auth,
    followups::{ByLink, Term},
    http::Answer,
    templates::Page,
};
use serde::Serialize;

use super::actions;
use crate::policy;

/// The question whether it is still needed.
#[derive(Debug, Serialize)]
pub struct KeepPage {
    /// What it is; absent when the link is no longer good.
    pub title: Option<String>,
    /// How many days it is kept.
    pub days: u32,
    /// Beginning of the catalogue keys of the page.
    pub words: &'static str,
    /// Catalogue key of the button.
    pub action: String,
    /// Somebody's own list: address and catalogue key.
    pub mine: (&'static str, &'static str),
}

impl Page for KeepPage {
    const TEMPLATE: &'static str = "followups/keep.html";
}

impl KeepPage {
    /// About a thing with this title.
    pub fn new(term: &Term, link: &ByLink, title: Option<String>, days: u32) -> Self {
        let action = format!("{}{}-action", term.letter.0, term.letter.1);
        Self { title, days, words: link.words, action, mine: link.mine }
    }
}

/// How a term is kept by link.
///
/// # Errors
/// [`Problem::NotFound`] when it has no links.
fn link_of(term: &'static Term) -> Result<&'static ByLink> {
    term.by_link.as_ref().ok_or(Problem::NotFound)
}

fn page(ctx: &Ctx, term: &Term, link: &ByLink, title: Option<String>) -> Answer {
    let days = ctx.municipality.settings.count(link.days, ctx.today());
    Ok(ctx.page(&KeepPage::new(term, link, title, days))?)
}

async fn title(ctx: &Ctx, link: &ByLink, token: &str) -> Result<Option<String>> {
    let mut conn = ctx.read().await?;
    Ok((link.find)(&mut conn, ctx, auth::hash(token)).await?.map(|(_, title)| title))
}

/// `GET …/{token}`: looks, and changes nothing.
pub async fn show(ctx: Ctx, term: &'static Term, token: String) -> Answer {
    let link = link_of(term)?;
    let title = title(&ctx, link, &token).await?;
    page(&ctx, term, link, title)
}

/// `POST …/{token}`
pub async fn keep(ctx: Ctx, term: &'static Term, token: String) -> Answer {
    let link = link_of(term)?;
    let found = title(&ctx, link, &token).await?.is_some();
    let kept = match policy::answer(&ctx.actor, found).require() {
        Ok(permit) => actions::keep(&ctx, &permit, link, &token).await,
        Err(problem) => Err(problem),
    };
    match kept {
        Ok((next, notice)) => Ok(ctx.see_other_with(&next, notice)),
        Err(Problem::NotFound) => page(&ctx, term, link, None),
        Err(problem) => Err(problem.into()),
    }
}
