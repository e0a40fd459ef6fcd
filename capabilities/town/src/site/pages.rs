//! The pages every public body owes.

use kernel::{Lang, Setting, setting};
use platform::{Ctx, http::Answer, templates::Page};
use serde::Serialize;

use super::{A11Y_CHECKED_ON, A11Y_STATUS, ABOUT_EN, ABOUT_NL, ADDRESS, ORGANISATION, PRIVACY_EMAIL};

/// Who runs the site and how to reach them.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Owner {
    /// The municipality, or the organisation that runs the site for it.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Where to come.
    pub address: Option<String>,
    pub hours: Option<String>,
}

/// The accessibility statement.
#[derive(Debug, Serialize)]
pub(crate) struct AccessibilityPage {
    /// Who runs the site.
    pub owner: Owner,
    /// Code of the status.
    pub status: String,
    /// When the site was last checked, ISO.
    pub checked_on: Option<String>,
}

impl Page for AccessibilityPage {
    const TEMPLATE: &'static str = "town/accessibility.html";
}

/// The privacy statement, with how long everything is kept.
#[derive(Debug, Serialize)]
pub(crate) struct PrivacyPage {
    /// Who runs the site.
    pub owner: Owner,
    /// Where questions about personal data go.
    pub email: Option<String>,
    /// What is kept, why, how long.
    pub kept: Vec<Kept>,
}

/// One kind of data.
#[derive(Debug, Serialize)]
pub(crate) struct Kept {
    /// What it is: the catalogue key `retention-…` without its beginning; with `-why` behind it, why it is kept.
    pub kind: &'static str,
    pub days: u32,
}

impl Page for PrivacyPage {
    const TEMPLATE: &'static str = "town/privacy.html";
}

/// How to reach people.
#[derive(Debug, Serialize)]
pub(crate) struct ContactPage {
    /// Who runs the site.
    pub owner: Owner,
}

impl Page for ContactPage {
    const TEMPLATE: &'static str = "town/contact.html";
}

/// What this site is.
#[derive(Debug, Serialize)]
pub(crate) struct AboutPage {
    /// Who runs the site.
    pub owner: Owner,
    /// The municipality's own words.
    pub words: Option<String>,
}

impl Page for AboutPage {
    const TEMPLATE: &'static str = "town/about.html";
}

fn said(ctx: &Ctx, setting: &Setting) -> Option<String> {
    let text = ctx.municipality.settings.text(setting, ctx.today()).trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn owner(ctx: &Ctx) -> Owner {
    Owner {
        name: said(ctx, &ORGANISATION).unwrap_or_else(|| ctx.municipality.name.clone()),
        email: said(ctx, &setting::CONTACT_EMAIL),
        phone: said(ctx, &setting::CONTACT_PHONE),
        address: said(ctx, &ADDRESS),
        hours: said(ctx, &setting::CONTACT_HOURS),
    }
}

/// `GET /toegankelijkheid`
pub(crate) async fn accessibility(ctx: Ctx) -> Answer {
    let status = ctx.municipality.settings.text(&A11Y_STATUS, ctx.today()).to_owned();
    let checked_on = said(&ctx, &A11Y_CHECKED_ON).filter(|day| day.parse::<kernel::Date>().is_ok());
    Ok(ctx.page(&AccessibilityPage { owner: owner(&ctx), status, checked_on })?)
}

/// `GET /privacy`
pub(crate) async fn privacy(ctx: Ctx) -> Answer {
    let owner = owner(&ctx);
    let email = said(&ctx, &PRIVACY_EMAIL).or_else(|| owner.email.clone());
    let retention = ctx.app.plans.iter().flat_map(|plan| plan.retention.iter());
    let days = |setting| ctx.municipality.settings.count(setting, ctx.today());
    let kept = retention
        .map(|kind| Kept { kind: kind.data.trim_start_matches("retention-"), days: days(kind.days) })
        .collect();
    Ok(ctx.page(&PrivacyPage { owner, email, kept })?)
}

/// `GET /contact`
pub(crate) async fn contact(ctx: Ctx) -> Answer {
    Ok(ctx.page(&ContactPage { owner: owner(&ctx) })?)
}

/// `GET /over`
pub(crate) async fn about(ctx: Ctx) -> Answer {
    let words = match ctx.lang {
        Lang::Nl => said(&ctx, &ABOUT_NL),
        Lang::En => said(&ctx, &ABOUT_EN),
    };
    Ok(ctx.page(&AboutPage { owner: owner(&ctx), words })?)
}
