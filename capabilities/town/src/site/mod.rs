//! What every public body owes its visitors: accessibility, privacy, contact, about. From settings, in every language.

pub(crate) mod pages;

use kernel::{Setting, SettingKind, setting};
use platform::{Access, Plan};

/// The organisation that runs this site, when it is not the municipality itself.
pub const ORGANISATION: Setting = decided("site.organisation_name", SettingKind::Text { max: 120 });
/// Where people can come, with line ends between the lines.
pub const ADDRESS: Setting = lines("site.contact_address", 300);
/// Where questions about personal data go; the contact address when empty.
pub const PRIVACY_EMAIL: Setting = decided("site.privacy_email", SettingKind::Email);
/// A text about this site by the municipality itself, in Dutch.
pub const ABOUT_NL: Setting = lines("site.about_nl", 4_000);
/// A text about this site by the municipality itself, in English.
pub const ABOUT_EN: Setting = lines("site.about_en", 4_000);

/// How far the site meets the accessibility standard. The statuses are those of the Dutch register of accessibility
/// statements (A to E).
pub const A11Y_STATUS: Setting = Setting {
    key: "site.a11y_status",
    default: "started",
    kind: SettingKind::Choice(&["full", "partial", "started", "none", "excluded"]),
    source: "Besluit digitale toegankelijkheid overheid, art. 3; statuses A to E of the Dutch register",
};

/// The day on which the site was last checked, as an ISO date; empty when it was not.
pub const A11Y_CHECKED_ON: Setting = Setting {
    key: "site.a11y_checked_on",
    default: "",
    kind: SettingKind::Dates { max: 1 },
    source: "Besluit digitale toegankelijkheid overheid, art. 3",
};

const fn lines(key: &'static str, max: usize) -> Setting {
    decided(key, SettingKind::Lines { max })
}

const fn decided(key: &'static str, kind: SettingKind) -> Setting {
    Setting { key, default: "", kind, source: "Decided by the municipality" }
}

/// Adds the routes and settings of these pages.
pub fn add(plan: Plan) -> Plan {
    plan.settings(&[
        &setting::CONTACT_EMAIL,
        &setting::CONTACT_PHONE,
        &ORGANISATION,
        &ADDRESS,
        &setting::CONTACT_HOURS,
        &PRIVACY_EMAIL,
        &ABOUT_NL,
        &ABOUT_EN,
        &A11Y_STATUS,
        &A11Y_CHECKED_ON,
    ])
    .get("/toegankelijkheid", pages::accessibility, Access::PUBLIC)
    .get("/privacy", pages::privacy, Access::PUBLIC)
    .get("/contact", pages::contact, Access::PUBLIC)
    .get("/over", pages::about, Access::PUBLIC)
}
