//! What a municipality decides about matching.

use kernel::{Setting, setting::SettingKind};

/// Most invitations of one organisation in seven days.
pub const INVITATIONS_PER_WEEK: Setting = Setting {
    key: "matching.invitations_per_week",
    default: "20",
    kind: SettingKind::Int { min: 0, max: 500 },
    source: "Makers' choice: enough for a small organisation, too few for a flood",
};

/// Days for which an invitation is kept.
pub const INVITATION_DAYS: Setting = Setting {
    key: "matching.invitation_days",
    default: "90",
    kind: SettingKind::Int { min: 7, max: 365 },
    source: "GDPR art. 5(1)(e): no longer than somebody may still act on it",
};
