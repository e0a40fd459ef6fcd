//! An introduction as a calendar file (RFC 5545), for the mails and to download.

use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use kernel::Instant;

use super::model::{Introduction, State};

/// Media type of a calendar file.
pub const MIME: &str = "text/calendar; charset=utf-8";

/// What a calendar shows beside the time.
#[derive(Clone, Debug)]
pub struct Words {
    /// What it is.
    pub summary: String,
    /// More about it.
    pub description: String,
    /// The platform's name, for the organizer.
    pub site: String,
    /// The platform's address, for the organizer.
    pub from: String,
    /// Host of the town, which makes the identity unique in the world.
    pub host: String,
}

/// The file; `None` as long as no time is chosen.
pub fn file(introduction: &Introduction, words: &Words) -> Option<String> {
    let slot = introduction.chosen()?;
    let cancelled = introduction.state == State::Cancelled;
    let mut organizer = Property::new("ORGANIZER", format!("mailto:{}", words.from));
    organizer.add_parameter("CN", &words.site);
    let mut event = Event::new();
    event
        .uid(&format!("{}@{}", introduction.id, words.host))
        .summary(&words.summary)
        .description(&words.description)
        .location(&introduction.place)
        .sequence(introduction.sequence)
        .status(if cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed })
        .add_property("DTSTAMP", utc(introduction.changed_at))
        .add_property("DTSTART", utc(slot.starts))
        .add_property("DTEND", utc(slot.ends))
        .append_property(organizer);
    let mut calendar = Calendar::new();
    calendar.append_property(Property::new("METHOD", if cancelled { "CANCEL" } else { "PUBLISH" }));
    calendar.push(event.done());
    Some(calendar.to_string())
}

/// `20260303T130000Z`.
fn utc(moment: Instant) -> String {
    moment.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()
}
