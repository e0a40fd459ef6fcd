//! The promises a town makes about responses, as settings, and the moments that follow from them. Pure.

use kernel::{Instant, Municipality, Setting, SettingKind, WorkingCalendar};

/// First reminder, in working days after the response was confirmed.
pub const FIRST_REMINDER_DAYS: Setting = Setting {
    key: "guarantee.first_reminder_days",
    default: "2",
    kind: SettingKind::Int { min: 1, max: 20 },
    source: "Answer guarantee of this platform; volunteers expect a first answer within a day (nfpSynergy)",
};

pub const SECOND_REMINDER_DAYS: Setting = Setting {
    key: "guarantee.second_reminder_days",
    default: "4",
    kind: SettingKind::Int { min: 1, max: 30 },
    source: "Answer guarantee of this platform",
};

/// The point takes over.
pub const TAKE_OVER_DAYS: Setting = Setting {
    key: "guarantee.take_over_days",
    default: "5",
    kind: SettingKind::Int { min: 1, max: 40 },
    source: "Answer guarantee of this platform; 20 % of applicants elsewhere never got a reply (Do-it Trust, 2015)",
};

/// Silent responses after which a subject takes no more for now.
pub const PAUSE_AFTER: Setting = Setting {
    key: "guarantee.pause_after",
    default: "2",
    kind: SettingKind::Int { min: 1, max: 20 },
    source: "Answer guarantee of this platform; Catchafire cancels projects that do not answer",
};

/// Hours within which a response is confirmed.
pub const CONFIRM_HOURS: Setting = Setting {
    key: "response.confirm_hours",
    default: "48",
    kind: SettingKind::Int { min: 1, max: 336 },
    source: "Long enough for somebody who reads mail once a day",
};

/// Days within which the point reaches somebody who left no e-mail address.
pub const CONFIRM_DAYS: Setting = Setting {
    key: "response.confirm_days",
    default: "14",
    kind: SettingKind::Int { min: 2, max: 60 },
    source: "Two weeks of opening hours of the information point to call in; a question is stale after that",
};

/// Days after the start on which both sides are asked how it goes.
pub const OUTCOME_DAYS: Setting = Setting {
    key: "response.outcome_days",
    default: "30",
    kind: SettingKind::Int { min: 7, max: 120 },
    source: "Early activity predicts staying (practice of volunteer centres)",
};

/// Days for which the data of somebody who was not placed are kept after the end.
pub const KEEP_DAYS: Setting = Setting {
    key: "response.keep_days",
    default: "28",
    kind: SettingKind::Int { min: 1, max: 28 },
    source: "GDPR practice for applicants: four weeks after the end of the procedure",
};

/// Days for which they are kept when the person agreed to longer.
pub const KEEP_LONGER_DAYS: Setting = Setting {
    key: "response.keep_longer_days",
    default: "365",
    kind: SettingKind::Int { min: 28, max: 365 },
    source: "GDPR practice for applicants: at most one year, with consent",
};

/// Days for which the data of somebody who started are kept after the last change.
pub const KEEP_STARTED_DAYS: Setting = Setting {
    key: "response.keep_started_days",
    default: "730",
    kind: SettingKind::Int { min: 90, max: 1825 },
    source: "Long enough to answer what became of it in the yearly figures; decided by the municipality",
};

/// Days for which a response waits to be confirmed when no mail reaches the person and the point does not reach them either.
pub const KEEP_UNCONFIRMED_DAYS: Setting = Setting {
    key: "response.keep_unconfirmed_days",
    default: "14",
    kind: SettingKind::Int { min: 2, max: 90 },
    source: "Two weeks of trying to call; after that nobody waits for it any more",
};

/// Every setting of responses, except those of retention.
pub const SETTINGS: &[&Setting] = &[
    &FIRST_REMINDER_DAYS,
    &SECOND_REMINDER_DAYS,
    &TAKE_OVER_DAYS,
    &PAUSE_AFTER,
    &CONFIRM_HOURS,
    &CONFIRM_DAYS,
    &OUTCOME_DAYS,
];

/// What a town promises, today, in working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub first_reminder: u32,
    pub second_reminder: u32,
    pub take_over: u32,
}

/// The moments of one promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadlines {
    pub first: Instant,
    pub second: Instant,
    /// The point takes over.
    pub due: Instant,
}

impl Terms {
    /// The town's terms at `now`.
    pub fn of(town: &Municipality, now: Instant) -> Self {
        let today = now.date(&town.zone);
        let days = |setting| town.settings.count(setting, today);
        Self {
            first_reminder: days(&FIRST_REMINDER_DAYS),
            second_reminder: days(&SECOND_REMINDER_DAYS),
            take_over: days(&TAKE_OVER_DAYS),
        }
    }

    /// When what happens, for a clock that starts at `from`. Only days that count in `calendar` are counted, and
    /// reminders come before the end, however the town set them.
    pub fn deadlines(self, calendar: &WorkingCalendar, from: Instant) -> Deadlines {
        let due = calendar.after_working_days(from, self.take_over.max(1));
        Deadlines {
            first: calendar.after_working_days(from, self.first_reminder).min(due),
            second: calendar.after_working_days(from, self.second_reminder).min(due),
            due,
        }
    }
}
