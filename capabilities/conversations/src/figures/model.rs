//! Figures and how they are made. Pure.

use kernel::{Instant, time};
use serde::{Deserialize, Serialize};

use super::super::outcomes::MONTH;

/// Days over which answers are counted.
pub const WINDOW_DAYS: i64 = 180;
/// Below so many a figure says more about chance than about an organisation, and is not shown.
pub const FEWEST: i64 = 3;

/// One response, as far as figures look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// When the clock began.
    pub confirmed_at: Instant,
    /// When the answer was due.
    pub due_at: Instant,
    /// When it came.
    pub answered_at: Option<Instant>,
    /// Whether the point had to take over.
    pub taken_over: bool,
}

/// What cards and pages show of how an organisation answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AnswerFigures {
    /// Responses that were answered in time, of those whose time has come, in per cent; absent below three.
    pub answered_percent: Option<u8>,
    /// Usual time to an answer, in hours (median); absent below three.
    pub usual_hours: Option<u32>,
}

/// What is kept of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Responses whose time has come: answered, taken over, or past due.
    pub due: i64,
    /// Those that were answered in time, not by the point in its place.
    pub in_time: i64,
    /// Those that were answered at all.
    pub answered: i64,
    /// Usual (median) hours to the answer.
    pub usual_hours: Option<i64>,
}

/// Counts the answers of one organisation at `now`. A response that is still within its time counts for nothing yet.
pub fn count(responses: &[Answered], now: Instant) -> Kept {
    let due: Vec<&Answered> = responses
        .iter()
        .filter(|response| response.answered_at.is_some() || response.taken_over || response.due_at <= now)
        .collect();
    let in_time = due
        .iter()
        .filter(|response| !response.taken_over && response.answered_at.is_some_and(|at| at <= response.due_at))
        .count();
    // An answer of the point says nothing of how quick the organisation is.
    let mut hours: Vec<i64> = due
        .iter()
        .filter(|response| !response.taken_over)
        .filter_map(|response| Some(response.answered_at?.since(response.confirmed_at) / time::HOUR))
        .collect();
    hours.sort_unstable();
    Kept {
        due: count_of(due.len()),
        in_time: count_of(in_time),
        answered: count_of(hours.len()),
        usual_hours: median(&hours),
    }
}

fn count_of(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// The middle one; of two middle ones their mean, downward.
fn median(sorted: &[i64]) -> Option<i64> {
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        length if length % 2 == 1 => sorted.get(middle).copied(),
        _ => Some((sorted.get(middle - 1)? + sorted.get(middle)?) / 2),
    }
}

/// What cards show of what is kept.
pub fn shown(due: i64, in_time: i64, answered: i64, usual_hours: Option<i64>) -> AnswerFigures {
    let percent = (due >= FEWEST).then(|| (100 * in_time + due / 2) / due);
    AnswerFigures {
        answered_percent: percent.and_then(|percent| u8::try_from(percent).ok()),
        usual_hours: usual_hours.filter(|_| answered >= FEWEST).and_then(|hours| u32::try_from(hours).ok()),
    }
}

/// Counts of a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub responses: i64,
    /// Answered before the promise ended, without the point.
    pub answered_in_time: i64,
    /// Answered later, or by the point.
    pub answered_late: i64,
    /// By the point.
    pub taken_over: i64,
    pub within_time: i64,
    pub started: i64,
    pub declined: i64,
    pub withdrawn: i64,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.responses += other.responses;
        self.answered_in_time += other.answered_in_time;
        self.answered_late += other.answered_late;
        self.taken_over += other.taken_over;
        self.within_time += other.within_time;
        self.started += other.started;
        self.declined += other.declined;
        self.withdrawn += other.withdrawn;
    }

    /// Responses of which is known what became of them.
    pub fn outcome_known(&self) -> i64 {
        self.started + self.declined + self.withdrawn
    }

    /// Responses of which that is not known: a figure like any other.
    pub fn outcome_unknown(&self) -> i64 {
        self.responses - self.outcome_known()
    }
}

/// What happened in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthFigures {
    pub total: Counts,
    /// By kind of subject.
    pub by_kind: Vec<(String, Counts)>,
    /// Responses of which the outcome was first asked in the period.
    pub asked: i64,
    /// Those of which at least one side said what became of it.
    pub told: i64,
    /// Of who was asked after in the period, some weeks after the start: those who are still there, says at least one side
    /// and denies none.
    pub still_there: i64,
    /// Those who stopped, says at least one side.
    pub stopped: i64,
    /// Those of whom neither side said it.
    pub month_unknown: i64,
}

impl MonthFigures {
    /// With the counts of one kind more.
    pub fn add(&mut self, kind: String, counts: Counts) {
        self.total.add(counts);
        self.by_kind.push((kind, counts));
    }

    /// With how many responses were asked about, and of how many of those it is known: in all, at a moment, or with an answer.
    pub fn add_outcomes(&mut self, moment: Option<&str>, answer: Option<&str>, (asked, known): (i64, i64)) {
        match (moment, answer) {
            (None, _) => (self.asked, self.told) = (asked, known),
            (Some(MONTH), None) => {
                self.month_unknown += asked - known;
                self.still_there += known;
            }
            (Some(MONTH), Some("stopped")) => {
                self.stopped += known;
                self.still_there -= known;
            }
            _ => {}
        }
    }
}
