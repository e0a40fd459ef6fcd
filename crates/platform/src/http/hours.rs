//! Opening hours as a municipality writes them, and what they say of one day.

use jiff::civil::Weekday;

/// The days as people write them, Monday first, in the languages of the site.
const DAYS: [[&str; 2]; 7] = [
    ["maandag", "monday"],
    ["dinsdag", "tuesday"],
    ["woensdag", "wednesday"],
    ["donderdag", "thursday"],
    ["vrijdag", "friday"],
    ["zaterdag", "saturday"],
    ["zondag", "sunday"],
];

/// Words between the first and the last day of a stretch.
const UNTIL: [&str; 5] = ["t/m", "tot en met", "–", "-", "to"];

/// What the hours say of a day: the words behind the colon of the line that names it, such as `9.00–17.00 uur` of
/// `maandag t/m donderdag: 9.00–17.00 uur`. Nothing when no line names it, or the hours are written in another way.
pub(super) fn on(hours: &str, day: Weekday) -> Option<&str> {
    let place = usize::try_from(day.to_monday_zero_offset()).ok()?;
    hours.lines().find_map(|line| {
        let (days, said) = line.split_once(':')?;
        let said = said.trim();
        (!said.is_empty() && names(&days.to_lowercase(), place)).then_some(said)
    })
}

/// Whether these words name the day at this place, by itself or within a stretch.
fn names(days: &str, place: usize) -> bool {
    let mut parts = days.split([',', ';']).flat_map(|part| part.split(" en ")).flat_map(|part| part.split(" and "));
    parts.any(|part| {
        // `tot en met` was cut in two by its `en`: read the whole then.
        let part = if part.trim_end().ends_with("tot") || part.trim_start().starts_with("met ") { days } else { part };
        match stretch(part) {
            Some((first, last)) if first <= last => (first..=last).contains(&place),
            Some((first, last)) => place >= first || place <= last,
            None => index(part) == Some(place),
        }
    })
}

fn stretch(words: &str) -> Option<(usize, usize)> {
    UNTIL.iter().find_map(|until| {
        let (first, last) = words.split_once(until)?;
        Some((index(first)?, index(last)?))
    })
}

fn index(word: &str) -> Option<usize> {
    DAYS.iter().position(|names| names.contains(&word.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_the_day_is_found() {
        let hours = "Maandag t/m donderdag: 9.00–17.00 uur\nVrijdag en zaterdag: 10.00–13.00 uur\nZondag: gesloten";
        let said = |day| on(hours, day);
        assert_eq!(said(Weekday::Monday), Some("9.00–17.00 uur"));
        assert_eq!(said(Weekday::Wednesday), Some("9.00–17.00 uur"));
        assert_eq!(said(Weekday::Saturday), Some("10.00–13.00 uur"));
        assert_eq!(said(Weekday::Sunday), Some("gesloten"));
    }

    #[test]
    fn days_are_written_in_several_ways() {
        for (days, tuesday, friday) in [
            ("dinsdag", true, false),
            ("Maandag, dinsdag en donderdag", true, false),
            ("maandag tot en met vrijdag", true, true),
            ("maandag-woensdag, vrijdag", true, true),
            ("Friday – Tuesday", true, true),
            ("Monday to Thursday", true, false),
            ("iedere dag", false, false),
        ] {
            let line = format!("{days}: open");
            assert_eq!(on(&line, Weekday::Tuesday).is_some(), tuesday, "{days}");
            assert_eq!(on(&line, Weekday::Friday).is_some(), friday, "{days}");
        }
        assert_eq!(on("Wij zijn er elke ochtend.", Weekday::Monday), None);
    }
}
