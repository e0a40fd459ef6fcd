//! From what was typed to a decision on a setting.

use std::collections::BTreeSet;

use kernel::{
    Date, FieldErrors, Fields, Setting, SettingKind,
    colour::{Colour, LIGHT_PAGE, TEXT_CONTRAST},
    form::FormReader,
    setting::{PRIMARY_COLOUR, SettingValue},
    typed::read_date,
};

/// A decision on a setting: its value, from when until when, and who or what decided it.
///
/// # Errors
/// The value is not allowed, a colour cannot be read, or the dates run backwards.
pub(crate) fn parse(setting: &Setting, fields: &Fields, today: Date) -> Result<SettingValue, FieldErrors> {
    let mut form = FormReader::new(fields);
    let value = match setting.kind {
        SettingKind::Flag => if form.flag("value") { "true" } else { "false" }.to_owned(),
        SettingKind::Text { max } => form.optional_text("value", max).unwrap_or_default(),
        SettingKind::Lines { max } => form.optional_long_text("value", max).unwrap_or_default(),
        SettingKind::Email => form.optional_email("value").unwrap_or_default(),
        SettingKind::Phone => form.optional_phone("value").unwrap_or_default(),
        SettingKind::Dates { max } => dates(&mut form, max),
        SettingKind::Int { min, max } => {
            let number = form.optional_int("value", min, max);
            if number.is_none() && form.raw("value").is_none() {
                form.refuse("value", "common-error-required");
            }
            number.map(|number| number.to_string()).unwrap_or_default()
        }
        SettingKind::Choice(_) | SettingKind::Colour => form.text("value", 200).to_lowercase(),
    };
    if form.raw("value").is_some() && setting.check(&value).is_err() && !matches!(setting.kind, SettingKind::Int { .. })
    {
        form.refuse("value", "places-setting-not-allowed");
    }
    if setting.kind == SettingKind::Colour
        && let Some(contrast) = too_pale(setting, &value)
    {
        let args = vec![("contrast", format!("{contrast:.1}")), ("needed", format!("{TEXT_CONTRAST:.1}"))];
        form.refuse_with("value", "places-setting-contrast", args);
    }
    let valid_from = form.optional_date("valid_from").unwrap_or(today);
    let valid_until = form.optional_date("valid_until");
    if valid_until.is_some_and(|until| until < valid_from) {
        form.refuse("valid_until", "places-setting-dates");
    }
    let source = form.text("source", 200);
    form.finish(SettingValue { value, valid_from, valid_until, source })
}

/// Days with spaces, commas or line ends between, in any of the ways in which one day is typed without spaces in it.
fn dates(form: &mut FormReader<'_>, max: usize) -> String {
    let typed = form.raw("value").unwrap_or_default();
    let days: Vec<&str> = typed.split([' ', '\n', ',', ';']).filter(|day| !day.is_empty()).collect();
    // One day may be written with spaces in it: 8 december 2026.
    let read =
        if max == 1 && !days.is_empty() { vec![read_date(typed)] } else { days.into_iter().map(read_date).collect() };
    match read.into_iter().collect::<Result<BTreeSet<Date>, _>>() {
        Ok(days) if days.len() > max => form.refuse("value", "places-setting-not-allowed"),
        Ok(days) => return days.iter().map(Date::to_string).collect::<Vec<_>>().join(" "),
        Err(fault) => form.refuse("value", fault.key()),
    }
    String::new()
}

/// The contrast of a colour on which people could not read: the first colour also carries links on the page itself,
/// the second only words in ink or white.
fn too_pale(setting: &Setting, value: &str) -> Option<f64> {
    let colour = Colour::parse(value)?;
    let on_it = colour.text_on().contrast(colour);
    let least = if setting.key == PRIMARY_COLOUR.key { on_it.min(colour.contrast(LIGHT_PAGE)) } else { on_it };
    (least < TEXT_CONTRAST).then_some(least)
}
