//! How long personal data are kept, in days.

use kernel::{Setting, SettingKind, time::DAY};

/// Days between the warning that an account is unused and its end.
pub const WARNING_DAYS: i64 = 30;

/// Requests to sign in.
pub const SIGN_INS: Setting =
    days("retention.sign_ins", "1", 1, 30, "The code holds 15 minutes; a day to look at abuse");
/// Accounts that are not used.
pub const ACCOUNTS: Setting = days(
    "retention.accounts",
    "730",
    90,
    1_825,
    "AVG art. 5(1)(e): no longer than needed; two seasons without a visit",
);
/// Consents, after they ended.
pub const CONSENTS: Setting =
    days("retention.consents", "365", 30, 1_825, "AVG art. 7(1): the municipality must be able to show consent");
/// Facts between parts of the program.
pub const EVENTS: Setting = days("retention.events", "90", 7, 365, "They hold ids only; long enough to find a fault");
/// Letters in the mailbox of the demonstration.
pub const MAILBOX: Setting = days("retention.mailbox", "30", 1, 365, "Only where letters are kept instead of sent");

/// Sign-ins on a device, after the last visit.
pub const SESSIONS: Setting = days(
    "retention.sessions",
    "30",
    1,
    30,
    "A sign-in ends after 30 days without use; a town may take it off sooner on shared computers",
);
/// Roles in the municipality of people who do not come any more.
pub const ROLES: Setting = days(
    "retention.roles",
    "730",
    90,
    1_825,
    "As long as an account that is not used; without the role the account then ends as any other",
);

const fn days(key: &'static str, default: &'static str, min: i64, max: i64, source: &'static str) -> Setting {
    Setting { key, default, kind: SettingKind::Int { min, max }, source }
}

/// The term in milliseconds.
pub fn millis(ctx: &platform::Ctx, setting: &Setting) -> i64 {
    ctx.municipality.settings.int(setting, ctx.today()).saturating_mul(DAY)
}
