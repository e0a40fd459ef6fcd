//! The words a file may use for the codes of the forms, in Dutch and English. `docs/import.md` lists them.

use kernel::{Codes as _, Lang, taxonomy, text::fold};
use platform::{
    Ctx,
    i18n::{FluentValue, argument},
};

use super::Fault;
use facets::model::{DayPart, DutchLevel, SuitableFor};
use organisations::sectors::SECTORS;

/// One word, or one pair of words, for a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What the form knows.
    pub code: String,
    /// In Dutch.
    pub nl: String,
    /// In English.
    pub en: String,
}

type Pairs = &'static [(&'static str, &'static str, &'static str)];

const WHEN: Pairs = &[
    ("once", "eenmalig", "one-off"),
    ("once", "een keer", "once"),
    ("series", "wekelijks", "weekly"),
    ("series", "vast", "regular"),
    ("series", "reeks", "series"),
    ("period", "periode", "period"),
    ("flexible", "in overleg", "to be agreed"),
    ("flexible", "flexibel", "flexible"),
];
const WEEKDAYS: Pairs = &[
    ("1", "maandag", "monday"),
    ("2", "dinsdag", "tuesday"),
    ("3", "woensdag", "wednesday"),
    ("4", "donderdag", "thursday"),
    ("5", "vrijdag", "friday"),
    ("6", "zaterdag", "saturday"),
    ("7", "zondag", "sunday"),
];
const DUTCH: Pairs = &[("none", "geen", "none"), ("none", "niet nodig", "not needed"), ("none", "nvt", "n/a")];
const OFFERED: Pairs = &[
    ("guidance", "begeleiding", "guidance"),
    ("training", "training", "training"),
    ("training", "scholing", "courses"),
    ("expenses", "onkosten", "expenses"),
    ("expenses", "onkostenvergoeding", "costs"),
    ("insurance", "verzekering", "insurance"),
];
const LANGUAGES: Pairs = &[
    ("en", "engels", "english"),
    ("de", "duits", "german"),
    ("fr", "frans", "french"),
    ("es", "spaans", "spanish"),
    ("pt", "portugees", "portuguese"),
    ("it", "italiaans", "italian"),
    ("pl", "pools", "polish"),
    ("ro", "roemeens", "romanian"),
    ("uk", "oekraïens", "ukrainian"),
    ("ru", "russisch", "russian"),
    ("tr", "turks", "turkish"),
    ("ar", "arabisch", "arabic"),
    ("fa", "farsi", "persian"),
    ("zh", "chinees", "chinese"),
];
const SIZES: Pairs = &[
    ("up_to_9", "1-9", "1-9"),
    ("up_to_24", "10-24", "10-24"),
    ("up_to_99", "25-99", "25-99"),
    ("from_100", "100+", "100+"),
    ("unknown", "onbekend", "unknown"),
];
const STATES: Pairs = &[
    ("draft", "concept", "draft"),
    ("waiting", "wacht", "waiting"),
    ("live", "open", "open"),
    ("paused", "pauze", "paused"),
    ("filled", "vervuld", "filled"),
    ("closed", "gesloten", "closed"),
    ("taken_down", "van het platform gehaald", "taken down"),
];
const READERS: Pairs = &[("nl", "nederlands", "dutch"), ("en", "engels", "english")];

fn suitable() -> [(&'static str, &'static str, &'static str); 6] {
    [
        (SuitableFor::BeginnerDutch.code(), "nederlands leren", "learning dutch"),
        (SuitableFor::Wheelchair.code(), "rolstoel", "wheelchair"),
        (SuitableFor::Together.code(), "samen", "together"),
        (SuitableFor::YouthPlacement.code(), "stage", "placement"),
        (SuitableFor::YouthPlacement.code(), "maatschappelijke stage", "social placement"),
        (SuitableFor::Supported.code(), "met steun", "with support"),
    ]
}

fn word(code: impl Into<String>, nl: impl Into<String>, en: impl Into<String>) -> Word {
    Word { code: code.into(), nl: nl.into(), en: en.into() }
}

fn words_of(pairs: &[(&str, &str, &str)]) -> Vec<Word> {
    pairs.iter().map(|(code, nl, en)| word(*code, *nl, *en)).collect()
}

/// The words of a field; none for a field of free text.
pub fn of(field: &str) -> Vec<Word> {
    match field {
        "themes" => taxonomy::THEMES.iter().map(|theme| word(theme.slug, theme.nl, theme.en)).collect(),
        "tasks" => taxonomy::TASKS.iter().map(|task| word(task.slug, task.nl, task.en)).collect(),
        "sectors" => SECTORS
            .iter()
            .map(|sector| word(sector.code.to_string(), sector.label(Lang::Nl), sector.label(Lang::En)))
            .collect(),
        "when" => words_of(WHEN),
        "weekday" => words_of(WEEKDAYS),
        "parts" => parts(),
        "dutch" => {
            let levels = DutchLevel::ALL.iter().filter(|level| **level != DutchLevel::None);
            let levels = levels.map(|level| word(level.code(), level.code(), level.code()));
            words_of(DUTCH).into_iter().chain(levels).collect()
        }
        "offered" => words_of(OFFERED),
        "suitable" => words_of(&suitable()),
        "languages" => words_of(LANGUAGES),
        "size" => words_of(SIZES),
        "lang" => words_of(READERS),
        "state" => words_of(STATES),
        _ => Vec::new(),
    }
}

/// `maandagochtend` and `monday morning`, for each day and each part of it.
fn parts() -> Vec<Word> {
    let name = |part: &DayPart| match part {
        DayPart::Morning => ("ochtend", "morning"),
        DayPart::Afternoon => ("middag", "afternoon"),
        DayPart::Evening => ("avond", "evening"),
    };
    let of_day = |(day, nl, en): &(&str, &str, &str)| {
        let code = |part: &DayPart| format!("{day}-{part}");
        let known = |part: &DayPart| facets::fields::week_part(&code(part)).is_some();
        let named =
            |part: &DayPart| word(code(part), format!("{nl}{}", name(part).0), format!("{en} {}", name(part).1));
        DayPart::ALL.iter().filter(|part| known(part)).map(named).collect::<Vec<_>>()
    };
    WEEKDAYS.iter().flat_map(of_day).collect()
}

/// The first of these words for a code, in `lang`; the code itself where there is none.
pub(super) fn name_in(known: &[Word], code: &str, lang: Lang) -> String {
    let found = known.iter().find(|word| word.code == code);
    found.map_or_else(|| code.to_owned(), |word| if lang == Lang::Nl { word.nl.clone() } else { word.en.clone() })
}

/// Most words that a message lists: more are in the explanation of the columns.
const MOST_LISTED: usize = 40;

/// The words of a field in a language, at most so many.
pub(super) fn listed(field: &str, lang: Lang, most: usize) -> String {
    let words = of(field);
    let mut names: Vec<_> = words.iter().map(|word| if lang == Lang::Nl { &word.nl } else { &word.en }).collect();
    names.dedup();
    let more = if names.len() > most { ", …" } else { "" };
    names.truncate(most);
    names.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ") + more
}

/// What is wrong with a cell, in the language of the context: the value found and the values allowed are named.
pub fn reason(ctx: &Ctx, fault: &Fault) -> String {
    let mut args = fault.args.clone();
    if fault.key == "exchange-error-choice" && !args.iter().any(|(name, _)| *name == "allowed") {
        args.push(("allowed", listed(&fault.field, ctx.lang, MOST_LISTED)));
    }
    // Numbers are written as the language does; what stands in a file may look like one and is not.
    let number =
        |name: &str| matches!(name, "row" | "count" | "cells" | "headers" | "min" | "max" | "length" | "limit");
    let value = |name: &str, value| if number(name) { argument(value) } else { FluentValue::from(value) };
    let args: Vec<_> = args.iter().map(|(name, text)| (*name, value(name, text.as_str()))).collect();
    ctx.t_with(&fault.key, &args)
}

/// What is compared: neither capitals, accents nor spaces make another word.
fn bare(word: &str) -> String {
    fold(word).split_whitespace().collect()
}

/// The code of what stands in a file; what is not known stays as it is, and is refused by the form.
pub fn translate(known: &[Word], value: &str) -> String {
    let meant = bare(value);
    let found = known.iter().find(|word| [&word.nl, &word.en, &word.code].iter().any(|name| bare(name) == meant));
    found.map_or_else(|| value.to_owned(), |word| word.code.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_however_they_are_written() {
        let table = [
            ("parts", "maandagochtend", "1-morning"),
            ("parts", "Maandag ochtend", "1-morning"),
            ("parts", "sunday evening", "7-evening"),
            ("parts", "3-afternoon", "3-afternoon"),
            ("languages", "Oekraiens", "uk"),
            ("dutch", "A2", "a2"),
            ("dutch", "niet nodig", "none"),
            ("offered", "Onkostenvergoeding", "expenses"),
            ("weekday", "Dinsdag", "2"),
            ("size", "100+", "from_100"),
            ("sectors", "sport", "1200"),
            ("when", "ooit", "ooit"),
        ];
        for (field, written, code) in table {
            assert_eq!(translate(&of(field), written), code, "{field}: {written}");
        }
    }

    #[test]
    fn no_word_means_two_things() {
        for field in
            ["themes", "when", "weekday", "parts", "dutch", "offered", "suitable", "languages", "size", "lang", "state"]
        {
            let known = of(field);
            for one in &known {
                assert_eq!(translate(&known, &one.nl), one.code, "{field}: {one:?}");
                assert_eq!(translate(&known, &one.en), one.code, "{field}: {one:?}");
            }
        }
    }
}
