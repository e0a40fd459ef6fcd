//! Which groups of the identity provider mean which role here.

use kernel::{Setting, SettingKind};

/// Claim of the ID token that holds somebody's groups.
pub const CLAIM: Setting =
    text("people.oidc_claim", "groups", 60, "What most identity providers call it; the standard has no name for it");
/// Groups whose members are managers, with commas between; empty for none.
pub const MANAGERS: Setting = text("people.oidc_managers", "", 400, "Decided by the municipality");
/// Groups whose members are mediators, with commas between; empty for none.
pub const MEDIATORS: Setting = text("people.oidc_mediators", "", 400, "Decided by the municipality");

const fn text(key: &'static str, default: &'static str, max: usize, source: &'static str) -> Setting {
    Setting { key, default, kind: SettingKind::Text { max }, source }
}
