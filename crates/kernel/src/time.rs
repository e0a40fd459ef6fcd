//! Instants and dates. An instant is a UTC millisecond; a date is a day in the municipality's own calendar.

use std::fmt;

use jiff::{Timestamp, tz::TimeZone};
use serde::{Deserialize, Serialize};

/// A calendar day, without a zone; stored as ISO text.
pub type Date = jiff::civil::Date;

/// A moment in time, to the millisecond (UTC), as stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

/// One second, in the unit of [`Instant`].
pub const SECOND: i64 = 1000;
/// One minute, in the unit of [`Instant`].
pub const MINUTE: i64 = 60 * SECOND;
/// One hour, in the unit of [`Instant`].
pub const HOUR: i64 = 60 * MINUTE;
/// Twenty-four hours, in the unit of [`Instant`]; a calendar day may last 23 or 25 (see [`Instant::plus_days`]).
pub const DAY: i64 = 24 * HOUR;

impl Instant {
    /// From UTC milliseconds since 1970.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// UTC milliseconds since 1970.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// From jiff's timestamp, cut to the millisecond.
    pub fn from_timestamp(timestamp: Timestamp) -> Self {
        Self(timestamp.as_millisecond())
    }

    /// As jiff's timestamp; an instant outside jiff's range becomes the nearest end of it.
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_millisecond(self.0).unwrap_or(if self.0 < 0 { Timestamp::MIN } else { Timestamp::MAX })
    }

    /// This instant moved by `millis` (see [`HOUR`], [`DAY`]).
    pub const fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` to this instant; negative when it is later.
    pub const fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The day on which this instant falls in `zone`.
    pub fn date(self, zone: &TimeZone) -> Date {
        self.timestamp().to_zoned_datetime(zone.clone()).date()
    }

    /// The same time of day, `days` calendar days later in `zone` (summer time is allowed for).
    pub fn plus_days(self, days: i64, zone: &TimeZone) -> Self {
        let zoned = self.timestamp().to_zoned_datetime(zone.clone());
        let span = jiff::Span::new().try_days(days).unwrap_or_default();
        zoned
            .checked_add(span)
            .map_or(self.plus(days.saturating_mul(DAY)), |moved| Self::from_timestamp(moved.timestamp()))
    }

    /// The first instant of `date` in `zone`.
    pub fn start_of(date: Date, zone: &TimeZone) -> Self {
        Self::at(date, jiff::civil::Time::midnight(), zone)
    }

    /// The instant of `date` at `time` in `zone`; a time that does not exist moves forward as clocks do.
    pub fn at(date: Date, time: jiff::civil::Time, zone: &TimeZone) -> Self {
        date.to_datetime(time)
            .to_zoned_datetime(zone.clone())
            .map_or(Self(0), |zoned| Self::from_timestamp(zoned.timestamp()))
    }

    /// RFC 3339 in UTC, as the API shows it.
    pub fn rfc3339(self) -> String {
        self.timestamp().to_string()
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timestamp().fmt(f)
    }
}

/// What tells the time. Injected everywhere, so that a demonstration or a test can stand at another moment.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Instant;
}
