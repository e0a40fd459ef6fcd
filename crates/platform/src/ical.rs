//! What every calendar file needs (iCalendar, RFC 5545): moments, and the rules of a zone that is named in it, without which
//! Outlook reads local times as those of the reader.

use std::collections::BTreeMap;

use jiff::{
    civil::{Date, DateTime},
    tz::{Dst, TimeZone},
};
use kernel::Instant;

/// Media type of a calendar file.
pub const MIME: &str = "text/calendar; charset=utf-8";

/// Two-letter names of the days of the week, Monday first (RFC 5545, BYDAY).
pub const BYDAY: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Years of rules beyond the first that is asked for; a rule that holds in all of them is written without an end.
const YEARS: i16 = 10;

/// A moment: `20260303T130000Z`.
pub fn utc(moment: Instant) -> String {
    moment.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A local time: `20260303T140000`. The property needs the zone as its `TZID`.
pub fn local(time: DateTime) -> String {
    time.strftime("%Y%m%dT%H%M%S").to_string()
}

/// The name of a zone, for `TZID`.
pub fn zone_name(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("Europe/Amsterdam")
}

/// A calendar file that names a zone, with the rules of that zone for everything from `first` on.
pub fn with_zone(file: &str, zone: &TimeZone, first: Date) -> String {
    let rules = rules(zone, first);
    match file.find("BEGIN:VEVENT") {
        Some(at) => format!("{}{rules}{}", &file[..at], &file[at..]),
        None => file.to_owned(),
    }
}

/// From which offset to which, under which name, and whether that is summer time.
type Change = (i32, i32, String, bool);

/// The zone as a `VTIMEZONE`.
fn rules(zone: &TimeZone, first: Date) -> String {
    // From the year before, so that what holds at the beginning has begun.
    let start = Date::new(first.year() - 1, 1, 1).unwrap_or(first);
    let from = Instant::start_of(start, zone).timestamp();
    let mut before = zone.to_offset(from);
    let mut changes: BTreeMap<Change, Vec<DateTime>> = BTreeMap::new();
    for change in zone
        .following(from)
        .take_while(|change| change.offset().to_datetime(change.timestamp()).year() < start.year() + YEARS)
    {
        let info = zone.to_offset_info(change.timestamp());
        let key = (before.seconds(), change.offset().seconds(), info.abbreviation().to_owned(), info.dst() == Dst::Yes);
        changes.entry(key).or_default().push(before.to_datetime(change.timestamp()));
        before = change.offset();
    }
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{}", zone_name(zone))];
    if changes.is_empty() {
        let name = zone.to_offset_info(from).abbreviation().to_owned();
        lines.extend(observance(&(before.seconds(), before.seconds(), name, false), &[start.at(0, 0, 0, 0)]));
    }
    for (change, at) in &changes {
        lines.extend(observance(change, at));
    }
    lines.push("END:VTIMEZONE".to_owned());
    lines.into_iter().map(|line| line + "\r\n").collect()
}

fn observance((from, to, name, summer): &Change, at: &[DateTime]) -> Vec<String> {
    let kind = if *summer { "DAYLIGHT" } else { "STANDARD" };
    let mut lines = vec![
        format!("BEGIN:{kind}"),
        format!("TZOFFSETFROM:{}", offset(*from)),
        format!("TZOFFSETTO:{}", offset(*to)),
        format!("TZNAME:{name}"),
        format!("DTSTART:{}", at.first().map(|at| local(*at)).unwrap_or_default()),
    ];
    match every_year(at) {
        Some(rule) => lines.push(rule),
        None => lines.extend(at.iter().skip(1).map(|at| format!("RDATE:{}", local(*at)))),
    }
    lines.push(format!("END:{kind}"));
    lines
}

fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}

/// The rule by which these come once in each year: on the last or the same weekday of a month, at the same time.
fn every_year(at: &[DateTime]) -> Option<String> {
    let first = at.first().filter(|_| at.len() + 1 >= usize::from(YEARS.unsigned_abs()))?;
    let same = |other: &DateTime| {
        (other.month(), other.weekday(), other.time()) == (first.month(), first.weekday(), first.time())
    };
    let yearly = at.windows(2).all(|two| two[1].year() - two[0].year() == 1);
    if !yearly || !at.iter().all(same) {
        return None;
    }
    let nth = |at: &DateTime| (at.day() - 1) / 7 + 1;
    let place = if at.iter().all(|at| at.day() + 7 > at.days_in_month()) {
        -1
    } else if at.iter().all(|other| nth(other) == nth(first)) {
        nth(first)
    } else {
        return None;
    };
    let day = BYDAY.get(usize::try_from(first.weekday().to_monday_zero_offset()).ok()?)?;
    Some(format!("RRULE:FREQ=YEARLY;BYMONTH={};BYDAY={place}{day}", first.month()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn of(name: &str) -> String {
        rules(&TimeZone::get(name).expect("a zone"), date(2026, 12, 1)).replace("\r\n", "\n")
    }

    #[test]
    fn the_zone_of_the_netherlands_has_its_two_rules() {
        assert_eq!(
            of("Europe/Amsterdam"),
            "BEGIN:VTIMEZONE\nTZID:Europe/Amsterdam\n\
             BEGIN:DAYLIGHT\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:CEST\nDTSTART:20250330T020000\n\
             RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\n\
             BEGIN:STANDARD\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET\nDTSTART:20251026T030000\n\
             RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nEND:VTIMEZONE\n"
        );
    }

    #[test]
    fn other_zones_have_theirs() {
        let bonaire = of("America/Kralendijk");
        assert!(bonaire.contains("TZOFFSETTO:-0400") && !bonaire.contains("RRULE"), "{bonaire}");
        let york = of("America/New_York");
        assert!(york.contains("BYMONTH=3;BYDAY=2SU") && york.contains("BYMONTH=11;BYDAY=1SU"), "{york}");
        // No rule of weekdays: every day is named.
        let casablanca = of("Africa/Casablanca");
        assert!(casablanca.contains("RDATE:") && casablanca.contains("TZOFFSETFROM:+0100"), "{casablanca}");
    }

    #[test]
    fn a_file_has_the_rules_before_its_events() {
        let file = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        let zone = TimeZone::get("Europe/Amsterdam").expect("a zone");
        let whole = with_zone(file, &zone, date(2026, 12, 1));
        assert!(whole.starts_with("BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\n"));
        assert!(whole.contains("END:VTIMEZONE\r\nBEGIN:VEVENT\r\n"));
    }
}
