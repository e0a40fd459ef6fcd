//! What pages of people have in common.

use kernel::Instant;
use platform::Ctx;

/// A moment as local text, for the date filters of templates: `2026-03-03T10:00:00`.
pub fn local(ctx: &Ctx, moment: Instant) -> String {
    moment.timestamp().to_zoned_datetime(ctx.municipality.zone.clone()).datetime().to_string()
}
