//! Moments of an invented town, the same for the same town and moment.

use kernel::{Instant, time};
use platform::Ctx;

/// A moment in daytime `days` days ago; `key` chooses the hour. Never later than now.
pub(super) fn days_ago(ctx: &Ctx, days: u32, key: u64) -> Instant {
    let zone = &ctx.municipality.zone;
    let midnight = Instant::start_of(ctx.today(), zone).plus_days(-i64::from(days), zone);
    midnight.plus(minute_of_day(key) * time::MINUTE).min(ctx.now)
}

/// From 8.00 to 21.00; neighbouring keys lie far apart (Fibonacci hashing).
fn minute_of_day(key: u64) -> i64 {
    let spread = key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
    8 * 60 + i64::try_from(spread % (13 * 60)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_lie_in_the_day_and_apart() {
        let minutes: std::collections::BTreeSet<i64> = (0..100).map(minute_of_day).collect();
        assert!(minutes.len() > 60 && minutes.iter().all(|minute| (480..1260).contains(minute)), "{minutes:?}");
    }
}
