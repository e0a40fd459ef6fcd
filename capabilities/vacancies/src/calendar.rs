//! A vacancy with a date and a time as a calendar file (iCalendar, RFC 5545).

use icalendar::{Calendar, Component, Event, EventLike, Property};
use jiff::civil::{Date, DateTime, Time};
use kernel::{Instant, Municipality};

use super::model::Vacancy;
use facets::model::When;

/// Two-letter names of the days of the week, Monday first (RFC 5545, BYDAY).
const BYDAY: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The calendar file, or nothing when the vacancy has no date and time of its own.
pub fn file(town: &Municipality, vacancy: &Vacancy, organisation: &str, now: Instant) -> Option<String> {
    Some(Calendar::new().push(event(town, vacancy, organisation, now)?).done().to_string())
}

/// The vacancy in a calendar of more than one; nothing when it has no date and time of its own.
/// Once: a moment in UTC. A series: local times with the town's zone, so that it follows summer time.
pub fn event(town: &Municipality, vacancy: &Vacancy, organisation: &str, now: Instant) -> Option<Event> {
    let mut event = Event::new();
    match &vacancy.facets.when {
        When::Once { date, starts, ends } => {
            event.append_property(Property::new("DTSTART", utc(town, *date, *starts)));
            event.append_property(Property::new("DTEND", utc(town, *date, *ends)));
        }
        When::Series { weekday, every_weeks, starts, ends, from, until } => {
            let first = first_day(from.unwrap_or(now.date(&town.zone)), *weekday);
            event.append_property(local(town, "DTSTART", first.to_datetime(*starts)));
            event.append_property(local(town, "DTEND", first.to_datetime(*ends)));
            let day = BYDAY.get(usize::try_from(*weekday - 1).ok()?)?;
            let mut rule = format!("FREQ=WEEKLY;INTERVAL={every_weeks};BYDAY={day}");
            if let Some(until) = until {
                rule.push_str(&format!(";UNTIL={}", utc(town, *until, Time::constant(23, 59, 59, 0))));
            }
            event.append_property(Property::new("RRULE", rule));
        }
        When::Period { .. } | When::Flexible { .. } => return None,
    }
    let address = format!("{}/vacatures/{}", town.base_url, vacancy.id);
    let host = town.base_url.split("://").last().unwrap_or("samenstuur");
    event.uid(&format!("{}@{host}", vacancy.id));
    event.append_property(Property::new(
        "DTSTAMP",
        vacancy.changed_at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string(),
    ));
    event.summary(&format!("{} ({organisation})", vacancy.title));
    event.description(&format!("{}\n\n{address}", vacancy.summary));
    event.url(&address);
    if let Some(place) = &vacancy.facets.place.name {
        event.location(place);
    }
    Some(event.done())
}

fn utc(town: &Municipality, date: Date, time: Time) -> String {
    Instant::at(date, time, &town.zone).timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn local(town: &Municipality, name: &str, moment: DateTime) -> Property {
    let mut property = Property::new(name, moment.strftime("%Y%m%dT%H%M%S").to_string());
    property.add_parameter("TZID", town.zone.iana_name().unwrap_or("Europe/Amsterdam"));
    property.done()
}

/// The first day from `from` on that falls on `weekday` (1 is Monday).
fn first_day(from: Date, weekday: i8) -> Date {
    let mut day = from;
    for _ in 0..7 {
        if day.weekday().to_monday_one_offset() == weekday {
            break;
        }
        day = day.tomorrow().unwrap_or(day);
    }
    day
}
