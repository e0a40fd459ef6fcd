//! Fair exposure: what few have seen and nobody came for gets its place. Pure.
//!
//! Ranking by what draws people puts the same few things on top for ever. A penalty after each connection spreads people
//! over more organisations without losing any of them: in two experiments at VolunteerMatch 8 to 9 per cent more
//! opportunities had at least one connection in a week, without a meaningful loss in the total (Manshadi, Rodilitz, Saban
//! and Suresh, *Redesigning VolunteerMatch's Search Algorithm: Toward More Equitable Access to Volunteers*, SSRN 4497747).
//! A connection here is a response behind which somebody stands.

use kernel::{Setting, setting::SettingKind};

/// What part of its share an opening loses with each connection, in per cent; 0 switches fair exposure off.
pub const CONNECTION_PENALTY: Setting = Setting {
    key: "matching.connection_penalty",
    default: "30",
    kind: SettingKind::Int { min: 0, max: 90 },
    source: "A penalty after each connection, as in SSRN 4497747; the size is the makers' choice",
};

/// Days in which connections and views count. The study looks at weeks; a Dutch town has in four weeks about as many
/// connections per opening as the regions of the study had in one.
pub const WINDOW_DAYS: i64 = 28;

/// The most that having been seen takes away: being seen is not yet having somebody.
const SEEN_TAKES: f64 = 0.3;

/// The share of attention that is due: 1 when nobody came and few looked, less with each connection and with more looks
/// than is usual. `usual_views` is the middle of all openings (at least 1).
pub fn exposure(connections: u32, views: u32, usual_views: f64, penalty_percent: u32) -> f64 {
    if penalty_percent == 0 {
        return 1.0;
    }
    let left = 1.0 - f64::from(penalty_percent.min(100)) / 100.0;
    let looked = f64::from(views) / (f64::from(views) + 2.0 * usual_views.max(1.0));
    left.powi(i32::try_from(connections).unwrap_or(i32::MAX)) * (1.0 - SEEN_TAKES * looked)
}

/// The middle of how often openings were seen; 1 when there are none.
pub fn usual(views: &mut [u32]) -> f64 {
    views.sort_unstable();
    views.get(views.len() / 2).map_or(1.0, |middle| f64::from(*middle).max(1.0))
}
