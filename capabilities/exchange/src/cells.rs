//! What a spreadsheet makes of what stands in a cell, and how it is undone where that is certain. Pure.

use super::bytes::{UNREADABLE, misread};

/// How a formula begins in the eyes of a spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
/// More digits than a spreadsheet keeps of a number.
const DIGITS: usize = 15;

/// A value as it is written: with an apostrophe where a spreadsheet would run it or change it, so that it stays text, and where
/// it begins with one that [`as_meant`] would take for ours. `text` where the file says itself that a cell is text.
pub(super) fn guarded(value: &str, text: bool) -> String {
    if as_meant(value) != value || (!text && is_changed(value)) { format!("'{value}") } else { value.to_owned() }
}

/// A value without the apostrophe that [`guarded`] gave it, or somebody who knows spreadsheets: what goes out comes back.
pub(super) fn as_meant(value: &str) -> &str {
    let guards = |rest: &&str| is_changed(rest) || rest.starts_with('\'') && as_meant(rest) != *rest;
    value.strip_prefix('\'').filter(guards).unwrap_or(value)
}

/// Whether a spreadsheet would run this as a formula, or take it for a number or a day and change it.
fn is_changed(value: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let short = |text: &str| digits(text) && text.len() <= 4;
    let parts = |signs: &[char]| value.split_once(signs).is_some_and(|(a, b)| short(a) && short(b));
    let negative =
        value.strip_prefix('-').is_some_and(|rest| rest.parse::<f64>().is_ok() && !rest.starts_with(FORMULA));
    let number = digits(value) && (value.len() > DIGITS || value.len() > 1 && value.starts_with('0'));
    (value.starts_with(FORMULA) && !negative) || number || parts(&['-', '/']) || parts(&['e', 'E'])
}

/// What is wrong with a cell whatever stands in its column: a catalogue key, with the value that is meant where that is seen.
pub(super) fn fault(value: &str) -> Option<(&'static str, Option<String>)> {
    let odd = |sign: char| sign == UNREADABLE || sign.is_control() && !matches!(sign, '\n' | '\t');
    if value.contains(odd) {
        return Some(("exchange-error-sign", None));
    }
    if is_error(value) {
        return Some(("exchange-error-formula", None));
    }
    misread(value).map(|meant| ("exchange-error-misread", Some(meant)))
}

/// Whether this is what a spreadsheet shows in place of a value: `#N/A`, `#VERW!`, `#####`.
fn is_error(value: &str) -> bool {
    let Some(rest) = value.strip_prefix('#') else {
        return value.strip_prefix("Err:").is_some_and(|code| code.len() == 3 && code.parse::<u16>().is_ok());
    };
    let capitals =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_uppercase() || matches!(c, '/' | '0' | '_'));
    let known = matches!(rest, "N/A" | "N/B" | "NB" | "NV" | "GETTING_DATA" | "LEEG" | "NULL" | "CONNECT");
    known || (rest.len() > 1 && rest.chars().all(|c| c == '#')) || rest.strip_suffix(['!', '?']).is_some_and(capitals)
}

/// Whether a spreadsheet shortened a long number to this: `3,16E+10`.
pub(super) fn is_shortened(value: &str) -> bool {
    let Some((number, power)) = value.split_once(['E', 'e']) else { return false };
    let number = number.trim_start_matches('-').replace(',', ".");
    let digits = power.strip_prefix('+').or(power.strip_prefix('-'));
    number.parse::<f64>().is_ok() && digits.is_some_and(|digits| digits.parse::<u16>().is_ok())
}

/// A number that a program wrote with a point of nothing behind it: `2.0` is 2. Three zeroes could be thousands and stay.
pub(super) fn whole_number(value: &str) -> &str {
    match value.split_once(['.', ',']) {
        Some((whole, "0" | "00")) if whole.parse::<i64>().is_ok() => whole,
        _ => value,
    }
}

/// What a telephone number lost when a spreadsheet took it for a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Phone {
    /// It is as it was.
    Whole,
    /// This is what it was.
    Mended(String),
    /// This is what it may have been.
    Perhaps(String),
}

/// Looks at a telephone number that is nothing but digits. Nine digits are a Dutch number without its 0: a mobile one when
/// they begin with 6, one of this region when with 79; of other areas it may be. Eleven from 31 on lost their plus.
pub(super) fn phone(value: &str) -> Phone {
    if !value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Phone::Whole;
    }
    match value.len() {
        9 if value.starts_with('6') || value.starts_with("79") => Phone::Mended(format!("0{value}")),
        9 if !value.starts_with('0') => Phone::Perhaps(format!("0{value}")),
        11 if value.starts_with("31") => Phone::Mended(format!("+{value}")),
        11..=14 if !value.starts_with('0') => Phone::Perhaps(format!("+{value}")),
        _ => Phone::Whole,
    }
}

/// A chamber of commerce number with the 0 that a spreadsheet took from it: it has eight digits.
pub(super) fn chamber_number(value: &str) -> String {
    let lost = value.len() == 7 && value.bytes().all(|byte| byte.is_ascii_digit());
    if lost { format!("0{value}") } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_runs_or_changes_and_all_comes_back() {
        let changed = [
            "=1+1",
            "+31612345678",
            "-Min",
            "@x",
            "\tx",
            "007",
            "0612345678",
            "1234567890123456",
            "1-2",
            "3/2026",
            "12E3",
        ];
        for value in changed {
            assert_eq!(guarded(value, false), format!("'{value}"), "{value}");
            assert_eq!(guarded(value, true), value, "{value}");
        }
        for value in ["-5", "-2.5", "0", "12", "2026-03-04", "10.00", "06-12345678", "'t Hof", "Noor", ""] {
            assert_eq!((guarded(value, false).as_str(), guarded(value, true).as_str()), (value, value));
        }
        assert_eq!(guarded("'=1", true), "''=1", "what has an apostrophe of its own keeps it");
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read(value in "['=+@a0-9E/-]{0,6}", text: bool) {
            let written = guarded(&value, text);
            prop_assert_eq!(as_meant(&written), value);
        }
    }

    #[test]
    fn what_is_no_value_is_told() {
        for value in [
            "#N/A", "#NB", "#VERW!", "#REF!", "#WAARDE!", "#DEEL/0!", "#DIV/0!", "#NAAM?", "#GETAL!", "####", "Err:502",
        ] {
            assert_eq!(fault(value), Some(("exchange-error-formula", None)), "{value}");
        }
        for value in ["Jos\u{FFFD}", "a\u{0}b", "\u{85}"] {
            assert_eq!(fault(value), Some(("exchange-error-sign", None)), "{value:?}");
        }
        assert_eq!(fault("JosÃ©"), Some(("exchange-error-misread", Some("José".into()))));
        for value in ["#", "#1", "#samen!", "Nr. #4!", "José", "regel\nregel", "Erratum", "Err:x"] {
            assert_eq!(fault(value), None, "{value}");
        }
    }

    #[test]
    fn what_a_spreadsheet_took_is_given_back_where_it_is_certain() {
        use Phone::{Mended, Perhaps, Whole};
        for (value, expected) in [
            ("612345678", Mended("0612345678".into())),
            ("791234567", Mended("0791234567".into())),
            ("31612345678", Mended("+31612345678".into())),
            ("201234567", Perhaps("0201234567".into())),
            ("4915112345678", Perhaps("+4915112345678".into())),
            ("0612345678", Whole),
            ("14079", Whole),
            ("06 12345678", Whole),
            ("", Whole),
        ] {
            assert_eq!(phone(value), expected, "{value}");
        }
        for (value, expected) in [("1234567", "01234567"), ("12345678", "12345678"), ("123456", "123456"), ("", "")] {
            assert_eq!(chamber_number(value), expected);
        }
        for (value, expected) in [
            ("2.0", "2"),
            ("12,00", "12"),
            ("1.5", "1.5"),
            ("1.000", "1.000"),
            ("2", "2"),
            ("x.0", "x.0"),
            (".0", ".0"),
        ] {
            assert_eq!(whole_number(value), expected);
        }
        for value in ["3,16E+10", "3.16123E+10", "1E+15", "1.5e-7"] {
            assert!(is_shortened(value), "{value}");
        }
        for value in ["E+10", "3.16", "12E3", "Eva", "x1E+5"] {
            assert!(!is_shortened(value), "{value}");
        }
    }
}
