//! What a municipality decides about offers.

use kernel::{Setting, SettingKind};

/// Days an offer is shown without a sign of life.
pub const SHOWN_DAYS: Setting = Setting {
    key: "offer.shown_days",
    default: "180",
    kind: SettingKind::Int { min: 14, max: 730 },
    source: "An organisation that calls people who have long found something loses heart; half a year is a season",
};
/// Days before the last day on which the person is asked whether to keep it.
pub const REMINDER_DAYS: Setting = Setting {
    key: "offer.reminder_days",
    default: "14",
    kind: SettingKind::Int { min: 1, max: 60 },
    source: "Two weeks leave time to answer, holidays included",
};
/// Days a closed offer is kept.
pub const KEPT_DAYS: Setting = Setting {
    key: "offer.kept_days",
    default: "365",
    kind: SettingKind::Int { min: 30, max: 1825 },
    source: "A year: somebody who stops for a season finds their words back; then GDPR art. 5(1)(e)",
};
