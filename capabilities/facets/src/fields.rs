//! The fields that vacancies, offers and help requests share: from a form to [`Facets`] and back. The markup of these
//! fields is `templates/marketplace/parts/facets.html`.

use kernel::{Date, Fields, Point, form::FormReader, taxonomy, text::Codes};

use super::model::{Asked, DayPart, DutchLevel, Facets, Offered, Place, SuitableFor, WeekPart, When};

/// Most themes of one thing: with more of them a theme says nothing.
const MAX_THEMES: usize = 4;
/// Most tasks of one thing.
const MAX_TASKS: usize = 6;
/// Most hours that fit in a week.
const MAX_HOURS: f64 = 168.0;
/// The languages one can ask for or offer beside Dutch: those most spoken in Dutch towns, ISO 639-1.
pub const LANGUAGES: [&str; 14] = ["en", "de", "fr", "es", "pt", "it", "pl", "ro", "uk", "ru", "tr", "ar", "fa", "zh"];

/// A spot as far as the marketplace needs it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// Four-digit postcode.
    pub postcode: Option<String>,
    /// Code of the wijk.
    pub wijk: Option<String>,
    pub point: Option<Point>,
}

/// What a form must know of the town's places.
pub trait Whereabouts {
    /// Whether postcodes were loaded at all; when not, any four digits are taken as they are.
    fn knows_postcodes(&self) -> bool;
    /// The spot of a postcode as people type it.
    fn postcode(&self, text: &str) -> Option<Spot>;
    /// The spot of a wijk by its code.
    fn wijk(&self, code: &str) -> Option<Spot>;
}

/// A town of which no places were loaded.
pub struct Nowhere;

impl Whereabouts for Nowhere {
    fn knows_postcodes(&self) -> bool {
        false
    }
    fn postcode(&self, _: &str) -> Option<Spot> {
        None
    }
    fn wijk(&self, _: &str) -> Option<Spot> {
        None
    }
}

/// The kinds of [`When`], in the order in which people see them.
pub const WHENS: [&str; 4] = ["flexible", "series", "period", "once"];

/// Themes: field `themes`.
pub fn themes(form: &mut FormReader<'_>) -> Vec<String> {
    let known =
        |slug: &str| taxonomy::THEMES.iter().find(|theme| theme.slug == slug).map(|theme| theme.slug.to_owned());
    at_most(form, "themes", MAX_THEMES, known)
}

/// Tasks: field `tasks`.
pub fn tasks(form: &mut FormReader<'_>) -> Vec<String> {
    let known = |slug: &str| taxonomy::TASKS.iter().find(|task| task.slug == slug).map(|task| task.slug.to_owned());
    at_most(form, "tasks", MAX_TASKS, known)
}

fn at_most(form: &mut FormReader<'_>, name: &str, max: usize, known: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let mut chosen = form.choices(name, known);
    chosen.dedup();
    if chosen.len() > max {
        form.refuse_with(name, "marketplace-error-too-many", vec![("max", max.to_string())]);
    }
    chosen
}

/// When: field `when` with, as it asks, `date`, `starts`, `ends`, `weekday`, `every_weeks`, `from`, `until`, `parts`.
/// `None` when nothing was chosen or a part of it is missing; the errors are noted.
pub fn when(form: &mut FormReader<'_>, today: Date) -> Option<When> {
    match form.choice("when", |code| WHENS.into_iter().find(|known| *known == code))? {
        "once" => {
            let date = required(form, "date", FormReader::optional_date);
            let (starts, ends) = from_to(form)?;
            let date = date?;
            if date < today {
                form.refuse("date", "marketplace-error-date-past");
            }
            Some(When::Once { date, starts, ends })
        }
        "series" => {
            let weekday = form.optional_int("weekday", 1, 7);
            if weekday.is_none() {
                form.refuse("weekday", "common-error-choose");
            }
            let every_weeks = form.optional_int("every_weeks", 1, 8).unwrap_or(1);
            let (from, until) = (form.optional_date("from"), form.optional_date("until"));
            in_order(form, from, until);
            let (starts, ends) = from_to(form)?;
            let (weekday, every_weeks) = (i8::try_from(weekday?).ok()?, u8::try_from(every_weeks).ok()?);
            Some(When::Series { weekday, every_weeks, starts, ends, from, until })
        }
        "period" => {
            let from = required(form, "from", FormReader::optional_date);
            let until = required(form, "until", FormReader::optional_date);
            in_order(form, from, until);
            let parts = week_parts(form);
            Some(When::Period { from: from?, until: until?, parts })
        }
        _ => Some(When::Flexible { parts: week_parts(form) }),
    }
}

fn required<'a, T>(
    form: &mut FormReader<'a>,
    name: &str,
    read: impl Fn(&mut FormReader<'a>, &str) -> Option<T>,
) -> Option<T> {
    if form.raw(name).is_none() {
        form.refuse(name, "common-error-required");
    }
    read(form, name)
}

fn from_to(form: &mut FormReader<'_>) -> Option<(jiff::civil::Time, jiff::civil::Time)> {
    let starts = required(form, "starts", FormReader::optional_time);
    let ends = required(form, "ends", FormReader::optional_time);
    let (starts, ends) = (starts?, ends?);
    if ends <= starts {
        form.refuse("ends", "marketplace-error-ends-before-start");
    }
    Some((starts, ends))
}

fn in_order(form: &mut FormReader<'_>, from: Option<Date>, until: Option<Date>) {
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        form.refuse("until", "marketplace-error-until-before-from");
    }
}

/// Parts of the week: field `parts`, each `1-morning` to `7-evening`.
pub fn week_parts(form: &mut FormReader<'_>) -> Vec<WeekPart> {
    let mut parts = form.choices("parts", week_part);
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// A part of the week by its code: `3-afternoon`.
pub fn week_part(code: &str) -> Option<WeekPart> {
    let (weekday, part) = code.split_once('-')?;
    let weekday = weekday.parse().ok().filter(|weekday| (1..=7).contains(weekday))?;
    Some(WeekPart { weekday, part: DayPart::parse(part)? })
}

/// Hours: field `hours`, rounded to half hours.
pub fn hours(form: &mut FormReader<'_>) -> Option<f32> {
    form.optional_decimal("hours", 0.5, MAX_HOURS).map(|hours| ((hours * 2.0).round() / 2.0) as f32)
}

/// Where: fields `from_home`, `postcode`, `wijk`, `place_name`. A postcode that is not known is refused with the way out
/// to choose a wijk instead, unless that was done.
pub fn place(form: &mut FormReader<'_>, town: &dyn Whereabouts) -> Place {
    let mut place =
        Place { from_home: form.flag("from_home"), name: form.optional_text("place_name", 80), ..Place::default() };
    if let Some(code) = form.raw("wijk") {
        match town.wijk(code) {
            Some(spot) => (place.wijk, place.point) = (spot.wijk, spot.point),
            None => form.refuse("wijk", "common-error-choose"),
        }
    }
    let Some(typed) = form.raw("postcode") else { return place };
    match (town.postcode(typed), four_digits(typed)) {
        (Some(spot), _) => {
            place.postcode = spot.postcode;
            place.point = spot.point.or(place.point);
            place.wijk = spot.wijk.or(place.wijk);
        }
        (None, Some(digits)) if !town.knows_postcodes() => place.postcode = Some(digits),
        (None, Some(_)) if place.wijk.is_some() => {}
        (None, Some(_)) => form.refuse("postcode", "marketplace-error-postcode-unknown"),
        (None, None) => form.refuse("postcode", "marketplace-error-postcode"),
    }
    place
}

/// The digits of `1234`, `1234 AB` or `1234ab`.
fn four_digits(text: &str) -> Option<String> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = bare.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let letters = &bare[4..];
    let ends_well = letters.is_empty() || letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    (ends_well && !digits.starts_with('0')).then(|| digits.to_owned())
}

/// What is asked: fields `languages`, `dutch`, `min_age`, `age_reason`, `vog`, `driving_licence`, `diploma`.
pub fn asked(form: &mut FormReader<'_>) -> Asked {
    let min_age = form.optional_int("min_age", 12, 99).and_then(|age| u8::try_from(age).ok());
    let age_reason = form.optional_text("age_reason", 200);
    if min_age.is_some() && age_reason.is_none() {
        form.refuse("age_reason", "marketplace-error-age-reason");
    }
    Asked {
        languages: languages(form),
        dutch: form.optional_choice("dutch", DutchLevel::parse).unwrap_or_default(),
        min_age,
        age_reason,
        vog: form.flag("vog"),
        driving_licence: form.flag("driving_licence"),
        diploma: form.optional_text("diploma", 200),
    }
}

/// Languages beside Dutch: field `languages`.
pub fn languages(form: &mut FormReader<'_>) -> Vec<String> {
    form.choices("languages", |code| LANGUAGES.into_iter().find(|known| *known == code).map(str::to_owned))
}

/// What somebody gets: field `offered` (`guidance`, `training`, `expenses`, `insurance`) and `offered_other`.
pub fn offered(form: &mut FormReader<'_>) -> Offered {
    let chosen = form.choices("offered", |code| OFFERED.into_iter().find(|known| *known == code));
    Offered {
        guidance: chosen.contains(&"guidance"),
        training: chosen.contains(&"training"),
        expenses: chosen.contains(&"expenses"),
        insurance: chosen.contains(&"insurance"),
        other: form.optional_text("offered_other", 200),
    }
}

/// The codes of field `offered`.
pub const OFFERED: [&str; 4] = ["guidance", "training", "expenses", "insurance"];

/// For whom it suits: field `suitable`.
pub fn suitable(form: &mut FormReader<'_>) -> Vec<SuitableFor> {
    let mut chosen = form.choices("suitable", SuitableFor::parse);
    chosen.dedup();
    chosen
}

/// Everything at once, with the names above.
pub fn facets(form: &mut FormReader<'_>, today: Date, town: &dyn Whereabouts) -> Option<Facets> {
    let (themes, tasks, when) = (themes(form), tasks(form), when(form, today));
    let (hours, place, asked) = (hours(form), place(form, town), asked(form));
    let (offered, suitable) = (offered(form), suitable(form));
    Some(Facets { themes, tasks, when: when?, hours, place, asked, offered, suitable })
}

/// The way back: what a form must hold to give these facets, for editing.
pub fn fields(facets: &Facets) -> Fields {
    let mut fields = Fields::default();
    let mut all = |name: &str, values: &[String]| values.iter().for_each(|value| fields.push(name, value.clone()));
    all("themes", &facets.themes);
    all("tasks", &facets.tasks);
    all("languages", &facets.asked.languages);
    let suitable: Vec<String> = facets.suitable.iter().map(ToString::to_string).collect();
    all("suitable", &suitable);
    when_fields(&mut fields, &facets.when);
    let mut some = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            fields.push(name, value);
        }
    };
    some("hours", facets.hours.map(|hours| hours.to_string().replace('.', ",")));
    some("postcode", facets.place.postcode.clone());
    some("wijk", facets.place.wijk.clone().filter(|_| facets.place.postcode.is_none()));
    some("place_name", facets.place.name.clone());
    some("dutch", (facets.asked.dutch != DutchLevel::None).then(|| facets.asked.dutch.to_string()));
    some("min_age", facets.asked.min_age.map(|age| age.to_string()));
    some("age_reason", facets.asked.age_reason.clone());
    some("diploma", facets.asked.diploma.clone());
    some("offered_other", facets.offered.other.clone());
    let mut tick = |name: &str, value: &str, ticked: bool| some(name, ticked.then(|| value.to_owned()));
    tick("from_home", "ja", facets.place.from_home);
    tick("vog", "ja", facets.asked.vog);
    tick("driving_licence", "ja", facets.asked.driving_licence);
    tick("offered", "guidance", facets.offered.guidance);
    tick("offered", "training", facets.offered.training);
    tick("offered", "expenses", facets.offered.expenses);
    tick("offered", "insurance", facets.offered.insurance);
    fields
}

/// The fields of a [`When`].
fn when_fields(fields: &mut Fields, when: &When) {
    fields.push("when", when.code());
    let day = |date: &Date| date.strftime("%d-%m-%Y").to_string();
    let time = |time: &jiff::civil::Time| time.strftime("%H.%M").to_string();
    match when {
        When::Once { date, starts, ends } => {
            fields.push("date", day(date));
            fields.push("starts", time(starts));
            fields.push("ends", time(ends));
        }
        When::Series { weekday, every_weeks, starts, ends, from, until } => {
            fields.push("weekday", weekday.to_string());
            fields.push("every_weeks", every_weeks.to_string());
            fields.push("starts", time(starts));
            fields.push("ends", time(ends));
            for (name, date) in [("from", from), ("until", until)] {
                if let Some(date) = date {
                    fields.push(name, day(date));
                }
            }
        }
        When::Period { from, until, parts } => {
            fields.push("from", day(from));
            fields.push("until", day(until));
            push_parts(fields, parts);
        }
        When::Flexible { parts } => push_parts(fields, parts),
    }
}

fn push_parts(fields: &mut Fields, parts: &[WeekPart]) {
    for part in parts {
        fields.push("parts", format!("{}-{}", part.weekday, part.part));
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    struct Town;
    impl Whereabouts for Town {
        fn knows_postcodes(&self) -> bool {
            true
        }
        fn postcode(&self, text: &str) -> Option<Spot> {
            let known = four_digits(text)? == "2711";
            known.then(|| Spot {
                postcode: Some("2711".into()),
                wijk: Some("WK1".into()),
                point: Point::new(52.0, 4.5),
            })
        }
        fn wijk(&self, code: &str) -> Option<Spot> {
            (code == "WK2").then(|| Spot { wijk: Some("WK2".into()), ..Spot::default() })
        }
    }

    fn read(fields: &Fields) -> Result<Facets, Vec<(String, &'static str)>> {
        let mut form = FormReader::new(fields);
        let facets = facets(&mut form, date(2026, 3, 3), &Town);
        form.finish_some(facets).map_err(|errors| {
            errors.0.into_iter().map(|error| (error.field, &*error.key.into_owned().leak())).collect()
        })
    }

    #[test]
    fn what_was_read_can_be_edited_and_read_again() {
        let moments = [
            &[("when", "once"), ("date", "5-3-2026"), ("starts", "14.00"), ("ends", "16.30")][..],
            &[
                ("when", "series"),
                ("weekday", "2"),
                ("every_weeks", "2"),
                ("starts", "9"),
                ("ends", "10"),
                ("from", "1-4-2026"),
            ],
            &[("when", "period"), ("from", "1-4-2026"), ("until", "1-6-2026"), ("parts", "1-morning")],
            &[("when", "flexible"), ("parts", "7-evening"), ("parts", "1-morning")],
        ];
        for moment in moments {
            let mut sent = Fields::default()
                .with("themes", "elderly")
                .with("tasks", "visiting")
                .with("hours", "1,5")
                .with("postcode", "2711 AB")
                .with("from_home", "ja")
                .with("languages", "tr")
                .with("dutch", "a2")
                .with("min_age", "18")
                .with("age_reason", "Je rijdt.")
                .with("vog", "ja")
                .with("offered", "training")
                .with("offered_other", "Koffie")
                .with("suitable", "together");
            moment.iter().for_each(|(name, value)| sent.push(*name, *value));
            let first = read(&sent).expect("it is good");
            assert_eq!(read(&fields(&first)).expect("it is still good"), first);
        }
    }

    #[test]
    fn what_is_missing_or_wrong_is_named() {
        type Pairs = &'static [(&'static str, &'static str)];
        let table: [(Pairs, Pairs); 7] = [
            (&[], &[("when", "common-error-choose")]),
            (
                &[("when", "once")],
                &[
                    ("date", "common-error-required"),
                    ("starts", "common-error-required"),
                    ("ends", "common-error-required"),
                ],
            ),
            (
                &[("when", "once"), ("date", "1-3-2026"), ("starts", "9"), ("ends", "8")],
                &[("ends", "marketplace-error-ends-before-start"), ("date", "marketplace-error-date-past")],
            ),
            (
                &[("when", "period"), ("from", "2-4-2026"), ("until", "1-4-2026")],
                &[("until", "marketplace-error-until-before-from")],
            ),
            (&[("when", "flexible"), ("postcode", "9999")], &[("postcode", "marketplace-error-postcode-unknown")]),
            (&[("when", "flexible"), ("postcode", "27")], &[("postcode", "marketplace-error-postcode")]),
            (&[("when", "flexible"), ("min_age", "18")], &[("age_reason", "marketplace-error-age-reason")]),
        ];
        for (sent, expected) in table {
            let mut fields = Fields::default();
            sent.iter().for_each(|(name, value)| fields.push(*name, *value));
            let found = read(&fields).expect_err("it is wrong");
            let found: Vec<(&str, &str)> = found.iter().map(|(field, key)| (field.as_str(), *key)).collect();
            assert_eq!(found, expected, "{sent:?}");
        }
    }

    #[test]
    fn a_wijk_is_the_way_out_for_an_unknown_postcode() {
        let sent = Fields::default().with("when", "flexible").with("postcode", "9999").with("wijk", "WK2");
        let place = read(&sent).expect("it is good").place;
        assert_eq!((place.postcode, place.wijk.as_deref()), (None, Some("WK2")));
    }

    proptest! {
        #[test]
        fn reading_never_panics(name in "when|parts|postcode|hours|themes|date|starts", value in "\\PC{0,12}") {
            let fields = Fields::default().with("when", "once").with(name, value);
            read(&fields).ok();
        }
    }
}
