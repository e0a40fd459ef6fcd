//! From what was typed to a decision on a setting.

use kernel::{
    Date, FieldErrors, Fields, Setting, SettingKind,
    colour::{Colour, LIGHT_PAGE, TEXT_CONTRAST},
    form::FormReader,
    setting::{PRIMARY_COLOUR, SettingValue},
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

/// The contrast of a colour on which people could not read: the first colour also carries links on the page itself,
/// the second only words in ink or white.
fn too_pale(setting: &Setting, value: &str) -> Option<f64> {
    let colour = Colour::parse(value)?;
    let on_it = colour.text_on().contrast(colour);
    let least = if setting.key == PRIMARY_COLOUR.key { on_it.min(colour.contrast(LIGHT_PAGE)) } else { on_it };
    (least < TEXT_CONTRAST).then_some(least)
}
