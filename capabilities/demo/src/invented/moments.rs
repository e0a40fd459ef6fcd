//! When the work of a vacancy happens: the fact for the database and the sentence for the text, made from the same digits
//! so that they never disagree.

use jiff::ToSpan as _;
use jiff::civil::{Date, Time, Weekday, time};
use kernel::random::{Digits, SplitMix64};

use super::{
    archetypes::{Hours, Rhythm},
    dutch,
    model::{DayPart, WeekPart, When},
};

/// A moment with its sentence.
pub(super) struct Moment {
    pub when: When,
    pub week_parts: Vec<WeekPart>,
    pub hours_per_week: f32,
    pub sentence: String,
}

/// What decides on a moment beside the digits.
pub(super) struct Setting<'a> {
    pub rhythm: Rhythm,
    pub season: Option<i8>,
    pub today: Date,
    /// The moment lies behind us (the vacancy is over).
    pub past: bool,
    pub random: &'a mut SplitMix64,
}

/// Ways to say it, for every rhythm.
const WORDINGS: usize = 4;
const STARTS: usize = 5;
const LENGTHS: usize = 3;
const DAYS: usize = 15;

const WORKDAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
const WEEKEND: [Weekday; 2] = [Weekday::Saturday, Weekday::Sunday];

/// For work that somebody counts on every week.
const WEEKLY_QUANTITIES: [(&str, f32); 15] = [
    ("1 uur per week", 1.0),
    ("2 uur per week", 2.0),
    ("3 uur per week", 3.0),
    ("1 tot 2 uur per week", 1.5),
    ("2 tot 3 uur per week", 2.5),
    ("3 tot 4 uur per week", 3.5),
    ("anderhalf uur per week", 1.5),
    ("een paar uur per week", 2.5),
    ("een dagdeel per week", 4.0),
    ("een ochtend of middag per week", 3.5),
    ("2 keer een uur per week", 2.0),
    ("een uurtje of 2 per week", 2.0),
    ("een avond per week", 2.5),
    ("een vaste middag per week", 3.0),
    ("ruim 2 uur per week", 2.25),
];

const QUANTITIES: [(&str, f32); 15] = [
    ("1 uur per week", 1.0),
    ("2 uur per week", 2.0),
    ("3 uur per week", 3.0),
    ("4 uur per week", 4.0),
    ("2 tot 3 uur per week", 2.5),
    ("3 tot 4 uur per week", 3.5),
    ("een dagdeel per week", 4.0),
    ("een dagdeel per twee weken", 2.0),
    ("2 uur per twee weken", 1.0),
    ("3 uur per twee weken", 1.5),
    ("4 uur per maand", 1.0),
    ("6 uur per maand", 1.5),
    ("8 uur per maand", 2.0),
    ("een avond per maand", 0.75),
    ("een halve dag per maand", 1.0),
];

/// Number of different sentences a rhythm has: the radix that [`moment`] takes from the digits.
pub(super) const fn count(rhythm: Rhythm) -> u64 {
    let facts = match rhythm {
        Rhythm::Weekly(hours) => weekdays(hours).len() * slots(hours).len(),
        Rhythm::Once(_) => DAYS,
        Rhythm::Period(_) => STARTS * LENGTHS,
        Rhythm::Flexible => QUANTITIES.len(),
        Rhythm::EveryWeek => WEEKLY_QUANTITIES.len(),
    };
    (facts * WORDINGS) as u64
}

const fn weekdays(hours: Hours) -> &'static [Weekday] {
    match hours {
        Hours::Weekend => &WEEKEND,
        _ => &WORKDAYS,
    }
}

/// Hour and minute at which something starts and ends.
type Span = ((i8, i8), (i8, i8));

const fn times(span: Span) -> (Time, Time) {
    let ((start_hour, start_minute), (end_hour, end_minute)) = span;
    (time(start_hour, start_minute, 0, 0), time(end_hour, end_minute, 0, 0))
}

const fn slots(hours: Hours) -> &'static [Span] {
    match hours {
        Hours::Daytime => &[((9, 30), (12, 0)), ((10, 0), (12, 0)), ((13, 30), (16, 0))],
        Hours::Morning => &[((9, 0), (12, 0)), ((9, 30), (11, 30)), ((10, 0), (12, 0))],
        Hours::Noon => &[((11, 30), (13, 0)), ((11, 45), (13, 15)), ((12, 0), (13, 30))],
        Hours::Afternoon => &[((13, 0), (15, 30)), ((13, 30), (16, 0)), ((14, 0), (16, 0))],
        Hours::AfterSchool => &[((15, 0), (16, 30)), ((15, 30), (17, 0)), ((16, 0), (17, 30))],
        Hours::Dinner => &[((16, 0), (19, 30)), ((16, 30), (19, 0)), ((17, 0), (19, 30))],
        Hours::Evening => &[((18, 30), (20, 30)), ((19, 0), (21, 0)), ((19, 30), (22, 0))],
        Hours::Weekend => &[
            ((9, 0), (12, 0)),
            ((9, 30), (12, 30)),
            ((10, 0), (12, 0)),
            ((10, 0), (13, 0)),
            ((12, 0), (15, 0)),
            ((13, 0), (16, 0)),
            ((13, 30), (16, 30)),
            ((14, 0), (17, 0)),
        ],
    }
}

/// Hours of a whole day of work.
const fn day_slots(hours: Hours) -> &'static [Span] {
    match hours {
        Hours::Evening => &[((19, 0), (21, 30)), ((19, 30), (22, 0))],
        _ => &[((9, 0), (14, 0)), ((9, 30), (15, 0)), ((10, 0), (14, 0)), ((10, 0), (16, 0)), ((11, 0), (16, 30))],
    }
}

/// The moment that belongs to the next digits: different digits give different sentences for the same `today`.
pub(super) fn moment(digits: &mut Digits, setting: &mut Setting<'_>) -> Moment {
    let wording = digits.take(WORDINGS);
    match setting.rhythm {
        Rhythm::Weekly(hours) => weekly(digits, wording, hours),
        Rhythm::Once(hours) => once(digits, wording, hours, setting),
        Rhythm::Period(hours) => period(digits, wording, hours, setting),
        Rhythm::Flexible => flexible(digits, wording, &QUANTITIES, setting.random),
        Rhythm::EveryWeek => flexible(digits, wording, &WEEKLY_QUANTITIES, setting.random),
    }
}

fn part_of(starts: Time) -> DayPart {
    match dutch::part_word(starts) {
        "ochtend" => DayPart::Morning,
        "middag" => DayPart::Afternoon,
        _ => DayPart::Evening,
    }
}

fn iso(weekday: Weekday) -> u8 {
    weekday.to_monday_one_offset().unsigned_abs()
}

fn week_part(weekday: Weekday, starts: Time) -> WeekPart {
    WeekPart { weekday: iso(weekday), part: part_of(starts) }
}

fn length(starts: Time, ends: Time) -> f32 {
    let minutes = i16::from(ends.hour()) * 60 + i16::from(ends.minute())
        - i16::from(starts.hour()) * 60
        - i16::from(starts.minute());
    f32::from(minutes) / 60.0
}

fn weekly(digits: &mut Digits, wording: usize, hours: Hours) -> Moment {
    let weekday = weekdays(hours)[digits.take(weekdays(hours).len())];
    let (starts, ends) = times(slots(hours)[digits.take(slots(hours).len())]);
    let day = format!("{}{}", dutch::weekday(weekday), dutch::part_word(starts));
    let (from, to) = (dutch::time(starts), dutch::time(ends));
    let sentence = match wording {
        0 => format!("We zoeken iemand voor de {day}, van {from} tot {to} uur."),
        1 => format!("Je komt elke {day}, van {from} tot {to} uur."),
        2 => format!("Het is elke week op {day} van {from} tot {to} uur."),
        _ => format!("Om de week ben je er op {day}, van {from} tot {to} uur."),
    };
    let every_weeks = if wording == 3 { 2 } else { 1 };
    Moment {
        when: When::Series { weekday, every_weeks, starts, ends },
        week_parts: vec![week_part(weekday, starts)],
        hours_per_week: length(starts, ends) / f32::from(every_weeks),
        sentence,
    }
}

fn once(digits: &mut Digits, wording: usize, hours: Hours, setting: &mut Setting<'_>) -> Moment {
    let date = nth_day(setting.today, weekdays(hours), digits.take(DAYS) as i64, setting.past);
    let (starts, ends) = times(*setting.random.pick(day_slots(hours)));
    let (day, from, to) = (dutch::date(date), dutch::time(starts), dutch::time(ends));
    let sentence = match wording {
        0 => format!("Het is op {day} van {from} tot {to} uur."),
        1 => format!("Zet het vast in je agenda: {day}, van {from} tot {to} uur."),
        2 => format!("We doen dit op {day}, van {from} tot {to} uur."),
        _ => format!("Op {day} beginnen we om {from} uur en om {to} uur zijn we klaar."),
    };
    Moment {
        when: When::Once { date, starts, ends },
        week_parts: vec![week_part(date.weekday(), starts)],
        hours_per_week: length(starts, ends),
        sentence,
    }
}

/// Month and day on which nobody plans anything.
const FEASTS: [(i8, i8); 6] = [(12, 24), (12, 25), (12, 26), (12, 31), (1, 1), (4, 27)];

/// The n-th allowed day at least four days from today, ahead or behind.
fn nth_day(today: Date, allowed: &[Weekday], mut n: i64, past: bool) -> Date {
    let step = if past { -1 } else { 1 };
    let mut date = shifted(today, step * 4);
    loop {
        if allowed.contains(&date.weekday()) && !FEASTS.contains(&(date.month(), date.day())) {
            if n == 0 {
                return date;
            }
            n -= 1;
        }
        date = shifted(date, step);
    }
}

/// A number of days later; the day itself where the calendar ends.
pub(super) fn shifted(date: Date, days: i64) -> Date {
    date.checked_add(days.days()).unwrap_or(date)
}

fn period(digits: &mut Digits, wording: usize, hours: Hours, setting: &mut Setting<'_>) -> Moment {
    let start = digits.take(STARTS) as i64;
    let length = digits.take(LENGTHS) as i64;
    let from = period_start(setting, start);
    let weeks = if setting.season.is_some() { 3 + length } else { 6 + 4 * length };
    let until = shifted(from, weeks * 7 - 3);
    let amount = setting.random.between(2, 6);
    let (first, last) = (dutch::day_and_month(from), dutch::day_and_month(until));
    let sentence = match wording {
        0 => format!("Het werk loopt van {first} tot en met {last}, ongeveer {amount} uur per week."),
        1 => format!("We zoeken je voor de periode van {first} tot en met {last}, zo'n {amount} uur per week."),
        2 => format!("Van {first} tot en met {last} ben je {amount} uur per week bezig."),
        _ => format!("Reken op {amount} uur per week, van {first} tot en met {last}."),
    };
    let (starts, _) = times(slots(hours)[0]);
    let days = setting.random.some(weekdays(hours), 2, 3);
    Moment {
        when: When::Period { from, until },
        week_parts: days.into_iter().map(|weekday| week_part(weekday, starts)).collect(),
        hours_per_week: amount as f32,
        sentence,
    }
}

/// A Monday: soon, long ago, or in the month the work belongs to.
fn period_start(setting: &Setting<'_>, start: i64) -> Date {
    let wanted = match setting.season {
        None if setting.past => shifted(setting.today, -140 + 7 * start),
        None => shifted(setting.today, 10 + 7 * start),
        Some(month) => {
            let year = setting.today.year();
            let this_year = Date::new(year, month, 1).unwrap_or(setting.today);
            let year = if setting.past {
                let over = shifted(this_year, 7 * (STARTS as i64 + 1)) < setting.today;
                if over { year } else { year - 1 }
            } else {
                let ahead = this_year > shifted(setting.today, 5);
                if ahead { year } else { year + 1 }
            };
            shifted(Date::new(year, month, 1).unwrap_or(this_year), 7 * start)
        }
    };
    let days_to_monday = i64::from((7 - wanted.weekday().to_monday_zero_offset()) % 7);
    shifted(wanted, days_to_monday)
}

fn flexible(digits: &mut Digits, wording: usize, quantities: &[(&str, f32)], random: &mut SplitMix64) -> Moment {
    let (amount, hours_per_week) = quantities[digits.take(quantities.len())];
    let sentence = match wording {
        0 => format!("Wanneer je iets doet, bepaal je zelf: reken op {amount}."),
        1 => format!("Je deelt je tijd zelf in, het kost je {amount}."),
        2 => format!("Met {amount} zijn we al heel blij, de dagen kies je zelf."),
        _ => format!("De tijden spreken we samen af en het gaat om {amount}."),
    };
    let mut week_parts = Vec::new();
    for weekday in random.some(&WORKDAYS, 2, 5) {
        for part in random.some(&[DayPart::Morning, DayPart::Afternoon, DayPart::Evening], 1, 2) {
            week_parts.push(WeekPart { weekday: iso(weekday), part });
        }
    }
    Moment { when: When::Flexible, week_parts, hours_per_week, sentence }
}
