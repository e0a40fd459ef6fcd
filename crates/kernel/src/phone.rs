//! Telephone numbers: read as people write them, kept and shown in one form, the one in which Dutch people write them.

use phonenumber::{Mode, country::NL};

use crate::door::one_line;

/// Longest text that is read as a number: the longest number there is (15 digits, ITU-T E.164) with what people put between.
const LONGEST: usize = 40;

/// Why a text is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no number that can be called.
    NoNumber,
    /// It is a number within a town; from elsewhere nobody can call it.
    NoAreaCode,
}

impl Fault {
    /// Catalogue key of what to do about it.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoNumber => "common-error-phone",
            Self::NoAreaCode => "common-error-phone-area",
        }
    }
}

/// The number in its one form: `079 123 45 67`, `06 12345678`, `14 079`, `112`, `0800 1234`, and `+32 470 12 34 56` for a number abroad.
///
/// # Errors
/// When it is no number that can be called from anywhere.
pub fn parse(text: &str) -> Result<String, Fault> {
    let digits = dialled(text).ok_or(Fault::NoNumber)?;
    if is_short(&digits) && !digits.starts_with("140") {
        return Ok(digits);
    }
    let national = digits.starts_with(['0', '+']) || is_short(&digits);
    if !national && (6..=7).contains(&digits.len()) {
        return Err(Fault::NoAreaCode);
    }
    let number = phonenumber::parse(Some(NL), &digits).map_err(|_| Fault::NoNumber)?;
    let (country, own) = (number.code().value(), number.national().to_string());
    if country != 31 {
        let good = own.len() >= 5 && own.len() + country.to_string().len() <= 15;
        return if good { Ok(number.format().mode(Mode::International).to_string()) } else { Err(Fault::NoNumber) };
    }
    if !national || !is_dutch(&own) {
        return Err(Fault::NoNumber);
    }
    let shown = number.format().mode(Mode::National).to_string();
    // A range that is not given out yet, or invented: the library knows no grouping and leaves the nought out.
    if own.len() == 9 && !shown.starts_with('0') {
        return Ok(format!("0{} {} {} {}", &own[..2], &own[2..5], &own[5..7], &own[7..]));
    }
    Ok(match shown.split(' ').collect::<Vec<_>>().as_slice() {
        [area, first, rest] if first.len() == 3 && rest.len() == 4 => {
            format!("{area} {first} {} {}", &rest[..2], &rest[2..])
        }
        _ => shown,
    })
}

/// What a telephone is told to dial for this number, also one that was stored before it had one form: digits, and a plus in front
/// for a number abroad.
pub fn dial(text: &str) -> String {
    let shown = parse(text).unwrap_or_else(|_| text.replace("(0)", ""));
    shown.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// The digits with a plus in front where the number names its country; nothing when something else stands between them.
fn dialled(text: &str) -> Option<String> {
    let text = one_line(text).to_lowercase();
    let text = ["tel:", "tel.", "tel"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
    if text.chars().count() > LONGEST {
        return None;
    }
    let mut digits = String::new();
    for c in text.replace("(0)", "").chars() {
        match c {
            '+' | '＋' if digits.is_empty() => digits.push('+'),
            ' ' | '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '/' | '(' | ')' | '\u{b7}' | '\u{2022}' => {}
            _ => digits.push(char::from_digit(crate::typed::digit(c)?, 10)?),
        }
    }
    if let Some(abroad) = digits.strip_prefix("00") {
        return Some(format!("+{abroad}"));
    }
    // Without the plus, as a spreadsheet leaves it: no number within the Netherlands begins so.
    let lost_plus = digits.len() == 11 && digits.starts_with("31");
    Some(if lost_plus { format!("+{digits}") } else { digits })
}

/// Numbers for all of the Netherlands with few digits (Nummerplan telefoon- en ISDN-diensten): 112, 113, 144, 116 and three
/// digits, 18 and two, and the 14 with the area code of a municipality.
fn is_short(digits: &str) -> bool {
    let rest = |start: &str| digits.strip_prefix(start).map(str::len);
    matches!(digits, "112" | "113" | "144")
        || rest("116") == Some(3)
        || rest("18") == Some(2)
        || matches!(rest("140"), Some(2 | 3))
}

/// Whether these digits behind the 0 or +31 are as many as the plan of numbers gives them: nine, seven or more for numbers that
/// are free or paid for, eleven for machines.
fn is_dutch(own: &str) -> bool {
    let paid = ["800", "900", "906", "909"].iter().any(|start| own.starts_with(start));
    match own.len() {
        9 => true,
        7 | 10 => paid,
        11 => paid || own.starts_with("97"),
        _ => is_short(own),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_one_number_however_it_is_written() {
        for (typed, kept) in [
            ("079 - 123 45 67", "079 123 45 67"),
            ("079\u{2011}1234567", "079 123 45 67"),
            ("079\u{a0}123\u{202f}45 67", "079 123 45 67"),
            ("079 – 123 45 67", "079 123 45 67"),
            ("(079) 123.45.67", "079 123 45 67"),
            ("+31 (0)79 - 123 45 67", "079 123 45 67"),
            ("+31-79-1234567", "079 123 45 67"),
            ("0031 79 1234567", "079 123 45 67"),
            ("00 31 (0)79 1234567", "079 123 45 67"),
            ("31791234567", "079 123 45 67"),
            ("tel:+31791234567", "079 123 45 67"),
            ("Tel. 079/1234567", "079 123 45 67"),
            ("０７９ １２３４５６７", "079 123 45 67"),
            ("0182-123456", "0182 123 456"),
            ("06-12345678", "06 12345678"),
            ("06.12.34.56.78", "06 12345678"),
            ("+31612345678", "06 12345678"),
            ("06 00 00 00 01", "06 00000001"),
            ("088 123 45 67", "088 123 45 67"),
            ("0991234567", "099 123 45 67"),
            ("14079", "14 079"),
            ("14 079", "14 079"),
            ("14 0182", "14 0182"),
            ("112", "112"),
            ("116 123", "116123"),
            ("0800-1234", "0800 1234"),
            ("0900 8844", "0900 8844"),
            ("0800 0113", "0800 0113"),
            ("+32 470 12 34 56", "+32 470 12 34 56"),
            ("0032470123456", "+32 470 12 34 56"),
            ("+49 (0)30 123456", "+49 30 123456"),
            ("+380 44 123 4567", "+380 44 123 4567"),
        ] {
            assert_eq!(parse(typed).as_deref(), Ok(kept), "{typed}");
            assert_eq!(parse(kept).as_deref(), Ok(kept), "{kept}");
        }
    }

    #[test]
    fn what_nobody_can_call_is_refused() {
        for bad in [
            "",
            "bel maar",
            "12 34",
            "1234567890123456",
            "06 12345678 na zessen",
            "06 1234567",
            "061234567890",
            "+999 12345",
            "079 12345678",
            "079 1234567 / 06 12345678",
            "+",
            "06+12345678",
            "4",
            "0097 06 123",
            "079 1234567 toestel 5",
            "612345678",
            "++31791234567",
        ] {
            assert_eq!(parse(bad), Err(Fault::NoNumber), "{bad}");
        }
        for local in ["234567", "2345678", "123456"] {
            assert_eq!(parse(local), Err(Fault::NoAreaCode), "{local}");
        }
    }

    #[test]
    fn a_telephone_is_told_the_digits() {
        for (stored, digits) in [
            ("079 123 45 67", "0791234567"),
            ("+31 (0)79 - 123 45 67", "0791234567"),
            ("+32 470 12 34 56", "+32470123456"),
            ("14 079", "14079"),
            ("123 45 67", "1234567"),
        ] {
            assert_eq!(dial(stored), digits, "{stored}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_stays_as_it_is(text in "[+0-9 ()/.-]{0,24}") {
            if let Ok(kept) = parse(&text) {
                prop_assert_eq!(parse(&kept), Ok(kept.clone()), "{}", text);
            }
        }
    }
}
