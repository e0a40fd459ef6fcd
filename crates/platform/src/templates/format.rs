//! How dates, times, distances and numbers are written: *dinsdag 3 maart, 14.00–16.00 uur*, *2 km*.
//! The words come from the catalogue (`platform-…`), so that another language is another file.

use jiff::civil::{Date, DateTime};
use kernel::{Instant, Lang, time};

use crate::i18n::{Catalogue, FluentValue};

fn weekday(catalogue: &Catalogue, lang: Lang, date: Date) -> String {
    catalogue.text(lang, &format!("platform-weekday-{}", date.weekday().to_monday_one_offset()), &[])
}

fn month(catalogue: &Catalogue, lang: Lang, date: Date) -> String {
    catalogue.text(lang, &format!("platform-month-{}", date.month()), &[])
}

/// A local moment (`2026-03-03` or `2026-03-03T14:00…`) as a date.
fn parse(moment: &str) -> Option<DateTime> {
    moment.parse::<DateTime>().ok().or_else(|| moment.parse::<Date>().ok().map(|date| date.at(0, 0, 0, 0)))
}

/// By the first key with the year, by the second without it.
fn written(catalogue: &Catalogue, lang: Lang, moment: &str, keys: [&str; 2], today: Option<Date>) -> Option<String> {
    let date = parse(moment)?.date();
    let args = [
        ("weekday", FluentValue::from(weekday(catalogue, lang, date))),
        ("day", FluentValue::from(i64::from(date.day()).to_string())),
        ("month", FluentValue::from(month(catalogue, lang, date))),
        ("year", FluentValue::from(date.year().to_string())),
    ];
    let near = today.is_some_and(|today| today.year() == date.year());
    Some(catalogue.text(lang, keys[usize::from(near)], &args))
}

/// *dinsdag 3 maart 2026*.
pub fn date(catalogue: &Catalogue, lang: Lang, moment: &str) -> Option<String> {
    date_on(catalogue, lang, moment, None)
}

/// The same for who reads it on a page: *dinsdag 3 maart* in the year of `today`, with the year in any other.
pub fn date_on(catalogue: &Catalogue, lang: Lang, moment: &str, today: Option<Date>) -> Option<String> {
    written(catalogue, lang, moment, ["platform-date", "platform-date-near"], today)
}

/// *3 maart 2026*.
pub fn short_date(catalogue: &Catalogue, lang: Lang, moment: &str) -> Option<String> {
    short_date_on(catalogue, lang, moment, None)
}

/// The same on a page: *3 maart* in the year of `today`.
pub fn short_date_on(catalogue: &Catalogue, lang: Lang, moment: &str, today: Option<Date>) -> Option<String> {
    written(catalogue, lang, moment, ["platform-short-date", "platform-short-date-near"], today)
}

/// *maart 2026*.
pub fn month_of(catalogue: &Catalogue, lang: Lang, moment: &str) -> Option<String> {
    let date = parse(moment)?.date();
    Some(format!("{} {}", month(catalogue, lang, date), date.year()))
}

fn clock(lang: Lang, moment: DateTime) -> String {
    match lang {
        Lang::Nl => format!("{:02}.{:02}", moment.hour(), moment.minute()),
        Lang::En => format!("{:02}:{:02}", moment.hour(), moment.minute()),
    }
}

/// *dinsdag 3 maart 2026, 14.00 uur*.
pub fn date_time(catalogue: &Catalogue, lang: Lang, moment: &str) -> Option<String> {
    date_time_on(catalogue, lang, moment, None)
}

/// The same on a page: *dinsdag 3 maart, 14.00 uur* in the year of `today`.
pub fn date_time_on(catalogue: &Catalogue, lang: Lang, moment: &str, today: Option<Date>) -> Option<String> {
    let day = date_on(catalogue, lang, moment, today)?;
    let args = [("date", FluentValue::from(day)), ("time", FluentValue::from(clock(lang, parse(moment)?)))];
    Some(catalogue.text(lang, "platform-date-time", &args))
}

/// *dinsdag 3 maart 2026, 14.00–16.00 uur*.
pub fn time_range(catalogue: &Catalogue, lang: Lang, start: &str, end: &str) -> Option<String> {
    time_range_on(catalogue, lang, (start, end), None)
}

/// The same on a page: *dinsdag 3 maart, 14.00–16.00 uur* in the year of `today`. The range is its start and its end.
pub fn time_range_on(
    catalogue: &Catalogue,
    lang: Lang,
    (start, end): (&str, &str),
    today: Option<Date>,
) -> Option<String> {
    let day = date_on(catalogue, lang, start, today)?;
    let range = format!("{}–{}", clock(lang, parse(start)?), clock(lang, parse(end)?));
    let args = [("date", FluentValue::from(day)), ("time", FluentValue::from(range))];
    Some(catalogue.text(lang, "platform-date-time", &args))
}

/// *3 dagen geleden*, *over 2 uur*, *zojuist*.
pub fn ago(catalogue: &Catalogue, lang: Lang, moment: Instant, now: Instant) -> String {
    let millis = now.since(moment);
    let (unit, count) = match millis.abs() {
        distance if distance < time::MINUTE => return catalogue.text(lang, "platform-just-now", &[]),
        distance if distance < time::HOUR => ("minutes", distance / time::MINUTE),
        distance if distance < time::DAY => ("hours", distance / time::HOUR),
        distance if distance < 60 * time::DAY => ("days", distance / time::DAY),
        distance if distance < 730 * time::DAY => ("months", distance / (30 * time::DAY)),
        distance => ("years", distance / (365 * time::DAY)),
    };
    let direction = if millis > 0 { "ago" } else { "ahead" };
    catalogue.text(lang, &format!("platform-{unit}-{direction}"), &[("count", FluentValue::from(count))])
}

/// *400 m*, *2 km*, *2,5 km*: as exact as a postcode's centre allows.
pub fn distance(km: f64, lang: Lang) -> String {
    if km <= 0.9 {
        return format!("{} m", (km * 10.0).ceil().max(1.0) * 100.0);
    }
    let halves = (km * 2.0).round() / 2.0;
    format!("{} km", number(halves, lang))
}

/// A number with thousands and decimals as the language writes them; at most one decimal.
pub fn number(value: f64, lang: Lang) -> String {
    let (thousands, decimal) = match lang {
        Lang::Nl => ('.', ','),
        Lang::En => (',', '.'),
    };
    let rounded = (value * 10.0).round() / 10.0;
    let text = format!("{:.1}", rounded.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, "0"));
    let mut grouped = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(thousands);
        }
        grouped.push(digit);
    }
    let sign = if rounded < 0.0 { "-" } else { "" };
    if fraction == "0" { format!("{sign}{grouped}") } else { format!("{sign}{grouped}{decimal}{fraction}") }
}

/// Plain text as safe paragraphs; single line ends become breaks.
pub fn paragraphs(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace("\r\n", "\n");
    escaped
        .split("\n\n")
        .map(str::trim)
        .filter(|paragraph| !paragraph.is_empty())
        .map(|paragraph| format!("<p class=\"utrecht-paragraph\">{}</p>", paragraph.replace('\n', "<br>")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalogue() -> Catalogue {
        Catalogue::load().expect("the catalogue loads")
    }

    #[test]
    fn moments_read_as_people_say_them() {
        let words = catalogue();
        let nl = |start, end| time_range(&words, Lang::Nl, start, end);
        assert_eq!(
            nl("2026-03-03T14:00", "2026-03-03T16:00").as_deref(),
            Some("dinsdag 3 maart 2026, 14.00–16.00 uur")
        );
        assert_eq!(date_time(&words, Lang::En, "2026-03-03T14:00").as_deref(), Some("Tuesday 3 March 2026, 14:00"));
        assert_eq!(date(&words, Lang::Nl, "gisteren"), None);
        let today = Some(jiff::civil::date(2026, 12, 31));
        let near = |moment| date_on(&words, Lang::Nl, moment, today);
        assert_eq!(near("2026-03-03").as_deref(), Some("dinsdag 3 maart"));
        assert_eq!(near("2027-01-01").as_deref(), Some("vrijdag 1 januari 2027"), "another year says so, however near");
        assert_eq!(short_date_on(&words, Lang::En, "2026-03-03", today).as_deref(), Some("3 March"));
        let now = Instant::from_millis(100 * time::DAY);
        assert_eq!(ago(&words, Lang::Nl, now.plus(-3 * time::DAY), now), "3 dagen geleden");
        assert_eq!(ago(&words, Lang::Nl, now.plus(-time::DAY), now), "1 dag geleden");
        assert_eq!(ago(&words, Lang::Nl, now.plus(2 * time::HOUR), now), "over 2 uur");
    }

    #[test]
    fn distances_are_no_more_exact_than_they_are_known() {
        assert_eq!(distance(0.31, Lang::Nl), "400 m");
        assert_eq!(distance(0.95, Lang::Nl), "1 km");
        assert_eq!(distance(2.34, Lang::Nl), "2,5 km");
        assert_eq!(distance(2.1, Lang::Nl), "2 km");
        assert_eq!(number(12345.6, Lang::Nl), "12.345,6");
    }

    #[test]
    fn text_becomes_paragraphs_and_never_markup() {
        assert_eq!(
            paragraphs("Hoi <b>jij</b>\nnog een regel\n\nTwee"),
            "<p class=\"utrecht-paragraph\">Hoi &lt;b&gt;jij&lt;/b&gt;<br>nog een regel</p><p class=\"utrecht-paragraph\">Twee</p>"
        );
    }
}
