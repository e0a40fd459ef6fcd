//! Raw input of invitations. Pure.

use jiff::tz::TimeZone;
use kernel::{FieldErrors, Fields, Instant, form::FormReader, time};

use super::{
    super::model::MAX_TEXT,
    model::{MOST_TIMES, Slot},
};

/// Longest place, in characters.
const MAX_PLACE: usize = 200;
/// Furthest ahead that an introduction is planned.
const FURTHEST: i64 = 366 * time::DAY;
/// How long an introduction lasts when nobody says otherwise, in minutes.
const USUAL_MINUTES: i64 = 30;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Invitation {
    /// Times to choose from, 1 to 3, in order.
    pub times: Vec<Slot>,
    pub place: String,
    /// In their own words.
    pub message: Option<String>,
    /// Whether the (first) time was agreed already, by telephone or face to face.
    pub agreed: bool,
}

/// Reads an invitation; times are local to `zone` and after `now`.
pub(crate) fn invite(fields: &Fields, now: Instant, zone: &TimeZone) -> Result<Invitation, FieldErrors> {
    let mut form = FormReader::new(fields);
    let minutes = form.optional_int("minutes", 10, 480).unwrap_or(USUAL_MINUTES);
    let mut times = Vec::new();
    for number in 1..=MOST_TIMES {
        let (date_name, time_name) = (format!("date{number}"), format!("time{number}"));
        let date = form.optional_date(&date_name);
        let at = form.optional_time(&time_name);
        match (date, at) {
            (Some(date), Some(at)) => {
                let starts = Instant::at(date, at, zone);
                if starts <= now || starts.since(now) > FURTHEST {
                    form.refuse(&date_name, "response-error-time-past");
                }
                times.push(Slot { starts, ends: starts.plus(minutes * time::MINUTE) });
            }
            (Some(_), None) if fields.get(&time_name).is_none() => {
                form.refuse(&time_name, "response-error-time-needed")
            }
            (None, Some(_)) if fields.get(&date_name).is_none() => {
                form.refuse(&date_name, "response-error-date-needed")
            }
            _ => {}
        }
    }
    if times.is_empty() && fields.get("date1").is_none() && fields.get("time1").is_none() {
        form.refuse("date1", "response-error-time-one");
    }
    times.sort_by_key(|slot| slot.starts);
    times.dedup();
    let place = form.text("place", MAX_PLACE);
    let message = form.optional_long_text("message", MAX_TEXT);
    let agreed = form.flag("agreed");
    if agreed && times.len() > 1 {
        form.refuse("agreed", "response-error-one-agreed");
    }
    form.finish(Invitation { times, place, message, agreed })
}

/// Which of the proposed times is chosen.
pub(crate) fn choose(fields: &Fields) -> Result<usize, FieldErrors> {
    let mut form = FormReader::new(fields);
    let number = form.choice("slot", |text| text.parse::<usize>().ok());
    form.finish_some(number)
}
