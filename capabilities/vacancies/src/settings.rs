//! What a municipality decides about vacancies.

use jiff::ToSpan as _;
use kernel::{Date, Setting, SettingKind};
use platform::Ctx;

const NOV: &str = "Criteria for volunteer work of the Dutch volunteer centres (VIP Steenwijkerland, NOV)";

/// Whether the first vacancy of an organisation, and any of one that is not confirmed, is looked at before it is public.
pub const FIRST_IS_MODERATED: Setting = Setting {
    key: "vacancy.first_is_moderated",
    default: "true",
    kind: SettingKind::Flag,
    source: "Residents trust what the municipality shows; organisations known to it need not wait",
};
/// Days a vacancy is shown when its organisation named no last day.
pub const SHOWN_DAYS: Setting = Setting {
    key: "vacancy.shown_days",
    default: "180",
    kind: SettingKind::Int { min: 14, max: 730 },
    source: "What nobody looks at again grows stale; half a year is a season",
};
/// Days before the last day on which the organisation is asked whether it is still needed.
pub const REMINDER_DAYS: Setting = Setting {
    key: "vacancy.reminder_days",
    default: "7",
    kind: SettingKind::Int { min: 1, max: 60 },
    source: "A week leaves time to answer",
};
/// Days added by one tap on "still needed".
pub const EXTEND_DAYS: Setting = Setting {
    key: "vacancy.extend_days",
    default: "90",
    kind: SettingKind::Int { min: 7, max: 365 },
    source: "A season",
};
/// The most hours a week.
pub const MAX_HOURS: Setting =
    Setting { key: "vacancy.max_hours", default: "20", kind: SettingKind::Int { min: 1, max: 40 }, source: NOV };
/// The fewest words of a description that says what one does.
pub const MIN_WORDS: Setting = Setting {
    key: "vacancy.min_words",
    default: "40",
    kind: SettingKind::Int { min: 5, max: 300 },
    source: "Four or five plain sentences: what, with whom, where, how it goes",
};
/// Days a report that was answered is kept.
pub const REPORT_DAYS: Setting = Setting {
    key: "vacancy.report_days",
    default: "365",
    kind: SettingKind::Int { min: 30, max: 1825 },
    source: "A year: long enough to see that the same organisation is reported again",
};
/// Days a vacancy that was never published is kept after its last change.
pub const DRAFT_DAYS: Setting = Setting {
    key: "vacancy.draft_days",
    default: "365",
    kind: SettingKind::Int { min: 30, max: 1825 },
    source: "A year: an organisation that writes for next season finds its words back",
};
/// Days for which a draft that was thrown away can be taken back.
pub const DISCARDED_DAYS: i64 = 30;

/// All but those of the check.
pub const ALL: &[&Setting] = &[&FIRST_IS_MODERATED, &SHOWN_DAYS, &REMINDER_DAYS, &EXTEND_DAYS, &MAX_HOURS, &MIN_WORDS];

/// The day on or before which a last day comes so soon that the organisation is asked whether it is still needed.
pub fn soon(ctx: &Ctx) -> Date {
    let days = ctx.municipality.settings.count(&REMINDER_DAYS, ctx.today());
    ctx.today().saturating_add(i64::from(days).days())
}
