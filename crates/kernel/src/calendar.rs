//! Working days and Dutch public holidays, for every promise that is counted in days on which people can answer.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Weekday, tz::TimeZone};

use crate::time::{Date, Instant};

/// The general public holidays of the Netherlands in `year`
/// (Algemene termijnenwet, art. 3 lid 1 and 2: Good Friday and 5 May count with them).
pub fn dutch_holidays(year: i16) -> Vec<(Date, &'static str)> {
    let easter = easter_sunday(year);
    let king = jiff::civil::date(year, 4, 27);
    let king = if king.weekday() == Weekday::Sunday { king.saturating_sub(1.day()) } else { king };
    vec![
        (jiff::civil::date(year, 1, 1), "new-year"),
        (easter.saturating_sub(2.days()), "good-friday"),
        (easter, "easter-sunday"),
        (easter.saturating_add(1.day()), "easter-monday"),
        (king, "kings-day"),
        (jiff::civil::date(year, 5, 5), "liberation-day"),
        (easter.saturating_add(39.days()), "ascension-day"),
        (easter.saturating_add(49.days()), "whit-sunday"),
        (easter.saturating_add(50.days()), "whit-monday"),
        (jiff::civil::date(year, 12, 25), "christmas-day"),
        (jiff::civil::date(year, 12, 26), "boxing-day"),
    ]
}

/// Easter Sunday by the Gregorian computus (Meeus/Jones/Butcher), for the years jiff knows.
fn easter_sunday(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    let (month, day) = (i8::try_from(month).unwrap_or(4), i8::try_from(day).unwrap_or(1));
    jiff::civil::date(year, month, day)
}

/// Which days count when a municipality promises an answer "within N working days".
#[derive(Clone, Debug)]
pub struct WorkingCalendar {
    zone: TimeZone,
    saturdays: bool,
    closed: BTreeSet<Date>,
}

impl WorkingCalendar {
    /// Sundays and Dutch public holidays never count; Saturdays when `saturdays` says so; `closed` names further days.
    pub fn new(zone: TimeZone, saturdays: bool, closed: impl IntoIterator<Item = Date>) -> Self {
        Self { zone, saturdays, closed: closed.into_iter().collect() }
    }

    /// The zone in which days begin and end.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Whether `date` counts.
    pub fn counts(&self, date: Date) -> bool {
        let weekday = match date.weekday() {
            Weekday::Sunday => false,
            Weekday::Saturday => self.saturdays,
            _ => true,
        };
        weekday && !self.closed.contains(&date) && !dutch_holidays(date.year()).iter().any(|(day, _)| *day == date)
    }

    /// The moment `days` counting days after `from`, at the same time of day.
    /// The day of `from` itself does not count. Zero days gives `from`.
    pub fn after_working_days(&self, from: Instant, days: u32) -> Instant {
        let zoned = from.timestamp().to_zoned_datetime(self.zone.clone());
        let (mut date, mut left) = (zoned.date(), days);
        while left > 0 {
            date = date.saturating_add(1.day());
            if self.counts(date) {
                left -= 1;
            }
        }
        if days == 0 { from } else { Instant::at(date, zoned.time(), &self.zone) }
    }

    /// How many counting days lie after the day of `from`, up to and including the day of `until`.
    pub fn working_days_between(&self, from: Instant, until: Instant) -> u32 {
        let (mut date, end) = (from.date(&self.zone), until.date(&self.zone));
        let mut count = 0;
        while date < end {
            date = date.saturating_add(1.day());
            count += u32::from(self.counts(date));
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn calendar() -> WorkingCalendar {
        WorkingCalendar::new(TimeZone::get("Europe/Amsterdam").unwrap(), true, [])
    }

    #[test]
    fn easter_falls_where_the_tables_say() {
        for (year, month, day) in [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)] {
            assert_eq!(easter_sunday(year), date(year, month, day));
        }
    }

    #[test]
    fn kings_day_moves_to_saturday_when_it_falls_on_a_sunday() {
        assert!(dutch_holidays(2025).contains(&(date(2025, 4, 26), "kings-day")));
        assert!(dutch_holidays(2026).contains(&(date(2026, 4, 27), "kings-day")));
    }

    #[test]
    fn christmas_and_sunday_are_stepped_over() {
        let calendar = calendar();
        let thursday = Instant::at(date(2026, 12, 24), jiff::civil::time(10, 0, 0, 0), calendar.zone());
        let due = calendar.after_working_days(thursday, 2);
        assert_eq!(due.date(calendar.zone()), date(2026, 12, 29), "25 and 26 December and Sunday 27 do not count");
    }

    #[test]
    fn the_time_of_day_survives_the_change_to_summer_time() {
        let calendar = calendar();
        let friday = Instant::at(date(2026, 3, 27), jiff::civil::time(9, 30, 0, 0), calendar.zone());
        let due = calendar.after_working_days(friday, 2).timestamp().to_zoned_datetime(calendar.zone().clone());
        assert_eq!((due.date(), due.hour(), due.minute()), (date(2026, 3, 30), 9, 30));
    }

    proptest! {
        #[test]
        fn counting_forward_and_back_agree(start in 1_700_000_000_000i64..1_900_000_000_000, days in 1u32..40) {
            let calendar = calendar();
            let from = Instant::from_millis(start);
            prop_assert_eq!(calendar.working_days_between(from, calendar.after_working_days(from, days)), days);
        }
    }
}
