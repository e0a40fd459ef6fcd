//! What a municipality may decide about what people want to hear. The keys are those under which towns have decided, from
//! when saved searches were the only topic.

use kernel::{Setting, setting::SettingKind};

/// Days after which a wish that nobody confirmed is forgotten.
pub(crate) const WAITING_DAYS: Setting = Setting {
    key: "saved_search.waiting_days",
    default: "7",
    kind: SettingKind::Int { min: 1, max: 30 },
    source: "Long enough for a mail that is read in the weekend; an address that did not confirm may be somebody else's",
};

/// Days in which what was switched off can be put back.
pub(crate) const UNDO_DAYS: Setting = Setting {
    key: "saved_search.undo_days",
    default: "30",
    kind: SettingKind::Int { min: 1, max: 90 },
    source: "Design decision: what was thrown away by mistake is missed within a month",
};

/// Days after which letters end that their reader has not shown to want.
pub(crate) const KEPT_DAYS: Setting = Setting {
    key: "saved_search.kept_days",
    default: "365",
    kind: SettingKind::Int { min: 30, max: 1095 },
    source: "A year: whoever still looks saves it again with two taps (AVG, art. 5, storage limitation)",
};
