//! Numbers, dates and times as people type them. What could mean two things is not read at all.

use crate::time::Date;

/// The value of a digit, in the shapes of keyboards that people here have: ours, full width, Arabic and Persian.
pub(crate) fn digit(c: char) -> Option<u32> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '０'..='９' => u32::from(c) - u32::from('０'),
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(c) - 0x6f0,
        _ => return None,
    };
    Some(value)
}

/// A number taken apart.
struct Parts {
    negative: bool,
    /// The digits before the decimal sign.
    whole: String,
    decimals: String,
    /// Whether its only group could be decimals as well.
    unsure: bool,
}

/// Signs between groups of three digits, as people in different countries write them; a comma is none here.
const GROUPING: [char; 4] = ['.', ' ', '\'', '’'];

/// Takes a number apart. Groups hold three digits, the first one to three and no leading zero; `1.000` is a thousand. What stands
/// behind a comma, or behind a point with anything but three digits, is decimals. `1,000` is one in the Netherlands and a
/// thousand elsewhere, so it is not read.
fn parts(text: &str) -> Option<Parts> {
    let text: String =
        text.trim().chars().map(|c| digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)).collect();
    let negative = text.starts_with(['-', '−']);
    let bare = text.strip_prefix(['-', '−', '+']).unwrap_or(&text);
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (grouped, decimals) = match bare.rsplit_once(',') {
        Some((whole, decimals)) if are_digits(decimals) && decimals.len() != 3 => (whole, decimals),
        Some((whole, decimals)) if are_digits(decimals) && (whole == "0" || is_grouped(whole)) => (whole, decimals),
        Some(_) => return None,
        None => match bare.rsplit_once('.') {
            Some((whole, decimals)) if are_digits(whole) && are_digits(decimals) && !is_grouped(bare) => {
                (whole, decimals)
            }
            _ => (bare, ""),
        },
    };
    if !are_digits(grouped) && !is_grouped(grouped) {
        return None;
    }
    let unsure = grouped.matches('.').count() == 1 && decimals.is_empty();
    Some(Parts { negative, whole: grouped.replace(GROUPING, ""), decimals: decimals.to_owned(), unsure })
}

fn is_grouped(text: &str) -> bool {
    let Some(sign) = text.chars().find(|c| GROUPING.contains(c)) else { return false };
    let mut groups = text.split(sign);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && first.bytes().all(|byte| byte.is_ascii_digit())
        && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A whole number: `12`, `1.000`, `1 000`, `2,0`, `2.0`. With other decimals than noughts it is none.
pub fn parse_int(text: &str) -> Option<i64> {
    let parts = parts(text)?;
    if parts.decimals.bytes().any(|byte| byte != b'0') {
        return None;
    }
    let value: i64 = parts.whole.parse().ok()?;
    Some(if parts.negative { -value } else { value })
}

/// A number with decimals: `2,5`, `2.5`, `1.250,5`, `0,125`. No powers, no infinity; nor `1.250`, which is a thousand or one.
pub fn parse_decimal(text: &str) -> Option<f64> {
    let parts = parts(text).filter(|parts| !parts.unsure)?;
    let sign = if parts.negative { "-" } else { "" };
    format!("{sign}{}.{}0", parts.whole, parts.decimals).parse().ok().filter(|value: &f64| value.is_finite())
}

/// A number as programs write it, in an address or a parameter: digits, and a point before decimals.
pub fn parse_number(text: &str) -> Option<f64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    (are_digits(digits) && are_digits(decimals))
        .then(|| text.parse().ok())
        .flatten()
        .filter(|value: &f64| value.is_finite())
}

/// Years that a form can mean.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// No day, or one that does not exist.
    NoDate,
    /// The year is left out or has two digits.
    Year,
}

impl DateFault {
    /// Catalogue key of what to do about it.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoDate => "common-error-date",
            Self::Year => "common-error-date-year",
        }
    }
}

/// Months as they are written in Dutch and English; the first three letters are enough, `mrt` and `okt` among them.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january"],
    &["februari", "february"],
    &["maart", "march", "mrt"],
    &["april"],
    &["mei", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["augustus", "august"],
    &["september", "sept"],
    &["oktober", "october"],
    &["november"],
    &["december"],
];

/// Days of the week in Dutch and English, Monday first; two letters are enough in Dutch.
const WEEKDAYS: [&[&str]; 7] = [
    &["maandag", "ma", "monday", "mon"],
    &["dinsdag", "di", "tuesday", "tue"],
    &["woensdag", "wo", "wednesday", "wed"],
    &["donderdag", "do", "thursday", "thu"],
    &["vrijdag", "vr", "friday", "fri"],
    &["zaterdag", "za", "saturday", "sat"],
    &["zondag", "zo", "sunday", "sun"],
];

fn month(word: &str) -> Option<i8> {
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok().filter(|_| word.len() <= 2);
    }
    let word = word.to_lowercase();
    let is = |names: &&[&str]| names.iter().any(|name| *name == word || word.len() == 3 && name.starts_with(&word));
    MONTHS.iter().position(is).and_then(|at| i8::try_from(at + 1).ok())
}

/// A date as people type it: `8-12-2026`, `8/12/2026`, `2026-12-08`, `dinsdag 8 december 2026`.
///
/// # Errors
/// When it names no day that exists, another day of the week than it says, or no whole year.
pub fn read_date(text: &str) -> Result<Date, DateFault> {
    let text = crate::door::one_line(text);
    let iso = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && text.len() == 10;
    if let Some(date) = Some(&text).filter(|text| iso(text)).and_then(|text| text.parse::<Date>().ok()) {
        return if YEARS.contains(&date.year()) { Ok(date) } else { Err(DateFault::NoDate) };
    }
    let mut parts: Vec<&str> = text.split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let named = parts.first().map(|word| word.to_lowercase()).and_then(|word| {
        WEEKDAYS.iter().position(|names| names.contains(&word.as_str())).and_then(|at| i8::try_from(at + 1).ok())
    });
    if named.is_some() {
        parts.remove(0);
    }
    let (day, of, year) = match parts.as_slice() {
        [day, of, year] => (day, of, *year),
        [day, of] => (day, of, ""),
        _ => return Err(DateFault::NoDate),
    };
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let day = Some(day).filter(|day| is_number(day) && day.len() <= 2).and_then(|day| day.parse::<i8>().ok());
    let (Some(day), Some(of)) = (day, month(of)) else { return Err(DateFault::NoDate) };
    if !(1..=31).contains(&day) || !(1..=12).contains(&of) || !is_number(year) {
        return Err(DateFault::NoDate);
    }
    if year.len() != 4 {
        return Err(if matches!(year.len(), 0 | 2) { DateFault::Year } else { DateFault::NoDate });
    }
    let date = year.parse().ok().filter(|year| YEARS.contains(year)).and_then(|year| Date::new(year, of, day).ok());
    let date = date.ok_or(DateFault::NoDate)?;
    if named.is_some_and(|named| named != date.weekday().to_monday_one_offset()) {
        return Err(DateFault::NoDate);
    }
    Ok(date)
}

/// As [`read_date`], where it does not matter why it is none.
pub fn parse_date(text: &str) -> Option<Date> {
    read_date(text).ok()
}

/// A time of day as people type it: `14.30`, `14:30`, `14u30`, `9 uur`, `9u`, `9`. Minutes have two digits: `9.5` could be
/// five past or half past nine.
pub fn parse_time(text: &str) -> Option<jiff::civil::Time> {
    let text = crate::door::one_line(text).to_lowercase();
    let text = text.trim_end_matches("uur").trim_end_matches(['u', 'h']).trim();
    let mut parts = text.split([':', '.', 'u', 'h']).map(str::trim);
    let mut number = |lengths: std::ops::RangeInclusive<usize>| {
        let part = parts.next()?;
        let good = lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        Some(good.then(|| part.parse::<i8>().ok()).flatten())
    };
    let hour = number(1..=2)??;
    let minute = match number(2..=2) {
        None => 0,
        Some(minute) => minute?,
    };
    // Browsers send seconds with some steps of a time field.
    if number(2..=2).is_some_and(|second| second != Some(0)) || parts.next().is_some() {
        return None;
    }
    jiff::civil::Time::new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn points_group_thousands_in_threes_alone() {
        for (typed, value) in [
            ("12", 12),
            ("1.000", 1000),
            ("1 000", 1000),
            ("1'000", 1000),
            ("12.500.000", 12_500_000),
            ("2.0", 2),
            ("1.0", 1),
            ("1.00", 1),
            ("2,0", 2),
            ("1.000,00", 1000),
            ("-3", -3),
            ("−3", -3),
            ("+3", 3),
            ("１２", 12),
            ("٣", 3),
            ("007", 7),
            ("1.0000", 1),
            ("0.000", 0),
        ] {
            assert_eq!(parse_int(typed), Some(value), "{typed}");
        }
        for typed in [
            "1.5",
            "2.5",
            "0.5",
            "0.500",
            "1,5",
            "1,000",
            "1.00.000",
            "1.000.00",
            "1 0",
            "1.2 000",
            "1e5",
            "0x10",
            "NaN",
            "inf",
            "",
            "-",
            "1.",
            ".5",
            "1..000",
            "twee",
            "99999999999999999999",
            "1_000",
            "½",
            "1.000 000",
            "--1",
        ] {
            assert_eq!(parse_int(typed), None, "{typed}");
        }
    }

    #[test]
    fn decimals_stand_behind_a_comma_or_a_point() {
        for (typed, value) in [
            ("2,5", 2.5),
            ("2.5", 2.5),
            ("1.250,5", 1250.5),
            ("0,125", 0.125),
            ("0.125", 0.125),
            ("3", 3.0),
            ("-0,5", -0.5),
        ] {
            assert_eq!(parse_decimal(typed), Some(value), "{typed}");
        }
        for typed in ["NaN", "inf", "1e5", "0x1", "1,2,3", "", ",5", "1,000", "1.250", "1.2.3"] {
            assert_eq!(parse_decimal(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_program_writes_numbers_in_one_way() {
        assert_eq!(["2.125", "10", "-0.5"].map(parse_number), [Some(2.125), Some(10.0), Some(-0.5)]);
        for text in ["1e1", "NaN", "inf", "2,5", "1.2.3", ".5", "5.", "", "+1", "0x1"] {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        for text in [
            "8-12-2026",
            "08/12/2026",
            "2026-12-08",
            "8 12 2026",
            "8.12.2026",
            "8 december 2026",
            "8 dec 2026",
            "8 dec. 2026",
            "dinsdag 8 december 2026",
            "di 8-12-2026",
            "Tuesday 8 December, 2026",
        ] {
            assert_eq!(read_date(text), Ok(date(2026, 12, 8)), "{text}");
        }
        for text in ["8-12-26", "8-12", "8 dec", "dinsdag 8 december"] {
            assert_eq!(read_date(text), Err(DateFault::Year), "{text}");
        }
        for text in [
            "31-2-2026",
            "morgen",
            "",
            "8-13-2026",
            "0-1-2026",
            "maandag 8 december 2026",
            "8-12-0026",
            "0026-12-08",
            "8-12-20266",
            "7108-27",
            "8 decem 2026",
            "2026-12-08T10:00",
            "1-2-3-2026",
            "+8-12-2026",
            "12-2026",
        ] {
            assert_eq!(read_date(text), Err(DateFault::NoDate), "{text}");
        }
        assert_eq!(parse_date("8 mrt 2026"), parse_date("8 maart 2026"));
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        for (text, hour, minute) in [
            ("14.30", 14, 30),
            ("14:30", 14, 30),
            ("14:30:00", 14, 30),
            ("9 uur", 9, 0),
            ("9u15", 9, 15),
            ("9u", 9, 0),
            ("9", 9, 0),
            ("09.30 uur", 9, 30),
            ("14h30", 14, 30),
            ("0:00", 0, 0),
        ] {
            assert_eq!(parse_time(text), Some(time(hour, minute, 0, 0)), "{text}");
        }
        for text in [
            "25:00",
            "24:00",
            "9.5",
            "14.5",
            "9:5",
            "+9:00",
            "-1",
            "9:60",
            "14:30:15",
            "kwart over 3",
            "",
            "u",
            "9:00:00:00",
            "9.30.1",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_number_is_read_back_as_it_was_written(value in -9_999_999i64..9_999_999) {
            prop_assert_eq!(parse_int(&value.to_string()), Some(value));
            prop_assert_eq!(parse_decimal(&value.to_string()), Some(value as f64));
        }

        #[test]
        fn nothing_typed_breaks_them(text in ".{0,40}") {
            let _ = (parse_int(&text), parse_decimal(&text), read_date(&text), parse_time(&text));
        }
    }
}
