//! An introduction as a calendar file (RFC 5545), for the mails and to download.

use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use kernel::door;
use platform::ical;

use super::model::{Introduction, State};

/// What a calendar shows beside the time.
#[derive(Clone, Debug)]
pub struct Words {
    /// What it is.
    pub summary: String,
    /// More about it.
    pub description: String,
    /// The town's name, for the organizer.
    pub site: String,
    /// The address where the town is reached, for the organizer; none when it gave none.
    pub from: Option<String>,
    /// Host of the town, which makes the identity unique in the world.
    pub host: String,
}

/// The file; `None` as long as no time is chosen.
pub fn file(introduction: &Introduction, words: &Words) -> Option<String> {
    let slot = introduction.chosen()?;
    let cancelled = introduction.state == State::Cancelled;
    let mut event = Event::new();
    event
        .uid(&format!("{}@{}", introduction.id, words.host))
        .summary(&door::one_line(&words.summary))
        .description(&door::clean(&words.description))
        .location(&door::one_line(&introduction.place))
        .sequence(introduction.sequence)
        .status(if cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed })
        .add_property("DTSTAMP", ical::utc(introduction.changed_at))
        .add_property("LAST-MODIFIED", ical::utc(introduction.changed_at))
        .add_property("DTSTART", ical::utc(slot.starts))
        .add_property("DTEND", ical::utc(slot.ends));
    if let Some(from) = &words.from {
        let mut organizer = Property::new("ORGANIZER", format!("mailto:{from}"));
        organizer.add_parameter("CN", &door::one_line(&words.site).replace('"', "'"));
        event.append_property(organizer);
    }
    let mut calendar = Calendar::new();
    calendar.append_property(Property::new("METHOD", if cancelled { "CANCEL" } else { "PUBLISH" }));
    calendar.push(event.done());
    Some(calendar.to_string())
}
