//! A vacancy with a date and a time as a calendar file (iCalendar, RFC 5545).

use icalendar::{Calendar, Component, Event, EventLike, Property};
use jiff::civil::{Date, Time};
use kernel::{Instant, Municipality, door, time::MINUTE};
use platform::ical;

use super::model::Vacancy;
use facets::model::When;

/// A vacancy as a calendar has it.
pub struct Entry {
    event: Event,
    /// The first day of a series, which stands in local time.
    local_from: Option<Date>,
}

/// A calendar file of these.
pub fn file(town: &Municipality, name: Option<&str>, entries: Vec<Entry>) -> String {
    let first = entries.iter().filter_map(|entry| entry.local_from).min();
    let mut whole = Calendar::new();
    for entry in entries {
        whole.push(entry.event);
    }
    if let Some(name) = name {
        whole.name(name);
    }
    let text = whole.to_string();
    first.map_or_else(|| text.clone(), |first| ical::with_zone(&text, &town.zone, first))
}

/// The vacancy in a calendar; nothing when it has no date and time of its own.
/// Once: a moment in UTC. A series: local times with the town's zone, so that it follows summer time. It begins on a day that
/// never changes, so that every second week is the same week whenever the file is made.
pub fn entry(town: &Municipality, vacancy: &Vacancy, organisation: &str) -> Option<Entry> {
    let mut event = Event::new();
    let mut local_from = None;
    match &vacancy.facets.when {
        When::Once { date, starts, ends } => {
            event.append_property(Property::new("DTSTART", utc(town, *date, *starts)));
            event.append_property(Property::new("DTEND", utc(town, *date, *ends)));
        }
        When::Series { weekday, every_weeks, starts, ends, from, until } => {
            let first = first_day(from.unwrap_or(vacancy.created_at.date(&town.zone)), *weekday);
            if until.is_some_and(|until| until < first) {
                return None;
            }
            local_from = Some(first);
            for (name, time) in [("DTSTART", starts), ("DTEND", ends)] {
                let mut property = Property::new(name, ical::local(first.to_datetime(*time)));
                property.add_parameter("TZID", ical::zone_name(&town.zone));
                event.append_property(property.done());
            }
            let day = ical::BYDAY.get(usize::try_from(*weekday - 1).ok()?)?;
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
    let changed = ical::utc(vacancy.changed_at);
    event.append_property(Property::new("DTSTAMP", &changed));
    event.append_property(Property::new("LAST-MODIFIED", &changed));
    // Counts up with each change, as a calendar needs to know which of two is the newer.
    let minutes = vacancy.changed_at.since(vacancy.created_at).max(0) / MINUTE;
    event.append_property(Property::new("SEQUENCE", minutes.to_string()));
    event.summary(&door::one_line(&format!("{} ({organisation})", vacancy.title)));
    event.description(&door::clean(&format!("{}\n\n{address}", vacancy.summary)));
    event.url(&address);
    if let Some(place) = &vacancy.facets.place.name {
        event.location(&door::one_line(place));
    }
    Some(Entry { event: event.done(), local_from })
}

fn utc(town: &Municipality, date: Date, time: Time) -> String {
    ical::utc(Instant::at(date, time, &town.zone))
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
