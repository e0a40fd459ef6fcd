//! Dates, times and small numbers as they are written in Dutch texts.

use jiff::civil::{Date, Time, Weekday};

/// "dinsdag".
pub(super) const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "maandag",
        Weekday::Tuesday => "dinsdag",
        Weekday::Wednesday => "woensdag",
        Weekday::Thursday => "donderdag",
        Weekday::Friday => "vrijdag",
        Weekday::Saturday => "zaterdag",
        Weekday::Sunday => "zondag",
    }
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// "zaterdag 5 december".
pub(super) fn date(date: Date) -> String {
    format!("{} {} {}", weekday(date.weekday()), date.day(), MONTHS[(date.month() - 1) as usize])
}

/// "5 december".
pub(super) fn day_and_month(date: Date) -> String {
    format!("{} {}", date.day(), MONTHS[(date.month() - 1) as usize])
}

/// "14.00".
pub(super) fn time(time: Time) -> String {
    format!("{}.{:02}", time.hour(), time.minute())
}

/// "ochtend", "middag" or "avond", for the hour at which something starts.
pub(super) fn part_word(starts: Time) -> &'static str {
    match starts.hour() {
        0..12 => "ochtend",
        12..18 => "middag",
        _ => "avond",
    }
}
