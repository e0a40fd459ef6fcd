//! What a municipality decides about help requests.

use kernel::{Setting, SettingKind};

/// Whether the point looks at a request before it is public.
pub const LOOK_FIRST: Setting = Setting {
    key: "help_request.look_first",
    default: "true",
    kind: SettingKind::Flag,
    source: "Whoever asks for help may not see what a text gives away; a second pair of eyes does",
};
/// Whether contact data in the public text are refused or only advised against.
pub const CONTACT_DATA: Setting = Setting {
    key: "help_request.contact_data",
    default: "refuse",
    kind: SettingKind::Choice(&["refuse", "advise"]),
    source: "GDPR art. 25: by default personal data are not made accessible to an indefinite number of people",
};
/// Days a request is shown without a sign of life.
pub const SHOWN_DAYS: Setting = Setting {
    key: "help_request.shown_days",
    default: "60",
    kind: SettingKind::Int { min: 7, max: 365 },
    source: "Help that is needed is needed soon; after two months the question has usually changed",
};
/// Days before the last day on which the asker is asked whether it still holds.
pub const REMINDER_DAYS: Setting = Setting {
    key: "help_request.reminder_days",
    default: "7",
    kind: SettingKind::Int { min: 1, max: 60 },
    source: "A week leaves time to answer",
};
/// Working days without an offer, or without a choice among those who offered, after which the point looks along.
pub const ANSWER_DAYS: Setting = Setting {
    key: "help_request.answer_days",
    default: "5",
    kind: SettingKind::Int { min: 1, max: 30 },
    source: "The same promise as for a response to a vacancy: nobody waits in silence for more than a working week",
};
/// Days after the end during which the helper may still see the exact data.
pub const CONTACT_DAYS: Setting = Setting {
    key: "help_request.contact_days",
    default: "14",
    kind: SettingKind::Int { min: 0, max: 90 },
    source: "Time to bring something back or say goodbye; then there is no purpose any more (GDPR art. 5(1)(b))",
};
/// Days after the end at which the exact data are erased.
pub const PRIVATE_DAYS: Setting = Setting {
    key: "help_request.private_days",
    default: "30",
    kind: SettingKind::Int { min: 14, max: 365 },
    source: "Longer than the helper may see them, so that the point can mend what went wrong; GDPR art. 5(1)(e)",
};
/// Days a request that is over, or a draft that nobody touches, is kept without exact data.
pub const KEPT_DAYS: Setting = Setting {
    key: "help_request.kept_days",
    default: "365",
    kind: SettingKind::Int { min: 30, max: 1825 },
    source: "A year of figures on what was asked and what became of it",
};
/// Days for which a helper is confirmed, as the form of the desk proposes.
pub const HELPER_DAYS: Setting = Setting {
    key: "help_request.helper_days",
    default: "1095",
    kind: SettingKind::Int { min: 30, max: 1825 },
    source: "A certificate of conduct is advised to be renewed every three years (Regeling Gratis VOG)",
};
/// Days after which helpers who stopped, and those who were not confirmed, are forgotten.
pub const HELPER_KEPT_DAYS: Setting = Setting {
    key: "help_request.helper_kept_days",
    default: "365",
    kind: SettingKind::Int { min: 30, max: 1825 },
    source: "A year in which a question about what happened can be answered",
};

/// Whether a contact of a confirmed organisation may help at somebody's home without being confirmed themselves.
pub const CONTACTS_MAY_HELP: Setting = Setting {
    key: "help_request.contacts_may_help",
    default: "false",
    kind: SettingKind::Flag,
    source: "Confirming an organisation says nothing about whoever becomes its contact; only known helpers see contact data",
};

/// Days after a match on which both sides are asked whether it has begun.
pub const OUTCOME_FIRST_DAYS: Setting = Setting {
    key: "help_request.outcome_first_days",
    default: "7",
    kind: SettingKind::Int { min: 1, max: 60 },
    source: "As for responses: a week after both agreed most people know whether it has begun",
};
/// Days after a match on which both sides are asked whether there is help.
pub const OUTCOME_LATER_DAYS: Setting = Setting {
    key: "help_request.outcome_later_days",
    default: "30",
    kind: SettingKind::Int { min: 7, max: 180 },
    source: "As for responses of the marketplace: 30 days later both sides get one question",
};
/// Days for which is kept what was asked and answered about the outcome.
pub const OUTCOME_KEPT_DAYS: Setting = Setting {
    key: "help_request.outcome_kept_days",
    default: "365",
    kind: SettingKind::Int { min: 30, max: 1825 },
    source: "A year of figures on what became of the help; it goes earlier with the request or the helper",
};

/// All but the terms of the retention table.
pub const ALL: &[&Setting] = &[
    &LOOK_FIRST,
    &CONTACT_DATA,
    &SHOWN_DAYS,
    &REMINDER_DAYS,
    &ANSWER_DAYS,
    &CONTACT_DAYS,
    &HELPER_DAYS,
    &CONTACTS_MAY_HELP,
];
