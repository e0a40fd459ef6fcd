//! Raw input and what is wrong with it. A form is read by a [`FormReader`], which keeps what was typed
//! and collects every error, so that a person sees all of them at once.

use std::{borrow::Cow, collections::BTreeMap};

use serde::Serialize;

use crate::time::Date;

/// What was sent: names with one or more values, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// From decoded pairs.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// The last value under `name`, trimmed; empty counts as absent. The last, so that a hidden default may stand before a checkbox.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .rev()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// Every non-empty value under `name`.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, value)| key == name && !value.trim().is_empty()).map(|(_, value)| value.trim())
    }

    /// Adds a value, for forms that are filled in by the program (editing, samples, tests).
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// Adds a value in passing.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.push(name, value);
        self
    }

    /// Every pair, as sent.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

/// One error: at which field, which message, with which arguments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldError {
    /// The field's name; empty for the form as a whole.
    pub field: String,
    /// Catalogue key of the message, which says what to do.
    pub key: Cow<'static, str>,
    /// Arguments of the message.
    pub args: Vec<(&'static str, String)>,
}

/// Every error of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FieldErrors(pub Vec<FieldError>);

impl FieldErrors {
    /// A single error.
    pub fn one(field: &str, key: impl Into<Cow<'static, str>>) -> Self {
        let mut errors = Self::default();
        errors.add(field, key);
        errors
    }

    /// Adds an error without arguments.
    pub fn add(&mut self, field: &str, key: impl Into<Cow<'static, str>>) {
        self.add_with(field, key, Vec::new());
    }

    /// Adds an error with arguments.
    pub fn add_with(&mut self, field: &str, key: impl Into<Cow<'static, str>>, args: Vec<(&'static str, String)>) {
        self.0.push(FieldError { field: field.to_owned(), key: key.into(), args });
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether this field has one.
    pub fn has(&self, field: &str) -> bool {
        self.0.iter().any(|error| error.field == field)
    }
}

/// Longest name of a person, in characters, wherever it comes from.
pub const PERSON_NAME_MAX: usize = 80;
/// Longest telephone number, in characters.
const PHONE_MAX: usize = 20;

/// Whether the text can be a telephone number: 6 to 15 digits (local numbers and ITU-T E.164), and what stands between them.
pub fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (6..=15).contains(&digits) && text.chars().all(|c| c.is_ascii_digit() || " +-()/.".contains(c))
}

/// Reads a form field by field and collects the errors.
///
/// Every method returns a usable value, so that reading goes on after an error;
/// [`FormReader::finish`] then says whether the value may be used.
#[derive(Debug)]
pub struct FormReader<'a> {
    fields: &'a Fields,
    errors: FieldErrors,
}

impl<'a> FormReader<'a> {
    /// A reader over what was sent.
    pub fn new(fields: &'a Fields) -> Self {
        Self { fields, errors: FieldErrors::default() }
    }

    /// What was sent under `name`, if anything.
    pub fn raw(&self, name: &str) -> Option<&'a str> {
        self.fields.get(name)
    }

    /// Text that must be there, of at most `max` characters.
    pub fn text(&mut self, name: &str, max: usize) -> String {
        match self.optional_text(name, max) {
            Some(text) => text,
            None if self.errors.has(name) => String::new(),
            None => {
                self.errors.add(name, "common-error-required");
                String::new()
            }
        }
    }

    /// Text that may be left out, of at most `max` characters.
    pub fn optional_text(&mut self, name: &str, max: usize) -> Option<String> {
        let text = self.fields.get(name)?;
        let length = text.chars().count();
        if length > max {
            let args = vec![("max", max.to_string()), ("length", length.to_string())];
            self.errors.add_with(name, "common-error-too-long", args);
            return None;
        }
        // Control characters come from pasting out of other programs; only line ends and tabs mean something.
        Some(text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect())
    }

    /// A whole number from `min` to `max`, or nothing when left out.
    pub fn optional_int(&mut self, name: &str, min: i64, max: i64) -> Option<i64> {
        let text = self.fields.get(name)?;
        match text.replace(['.', ' '], "").parse::<i64>() {
            Ok(value) if (min..=max).contains(&value) => Some(value),
            _ => {
                let args = vec![("min", min.to_string()), ("max", max.to_string())];
                self.errors.add_with(name, "common-error-number", args);
                None
            }
        }
    }

    /// A number with decimals, comma or point, from `min` to `max`; nothing when left out.
    pub fn optional_decimal(&mut self, name: &str, min: f64, max: f64) -> Option<f64> {
        let text = self.fields.get(name)?;
        match text.replace(',', ".").parse::<f64>() {
            Ok(value) if (min..=max).contains(&value) => Some(value),
            _ => {
                let args = vec![("min", min.to_string()), ("max", max.to_string())];
                self.errors.add_with(name, "common-error-number", args);
                None
            }
        }
    }

    /// One of `codes`, which must be there.
    pub fn choice<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        match self.fields.get(name) {
            Some(_) => self.optional_choice(name, parse),
            None => {
                self.errors.add(name, "common-error-choose");
                None
            }
        }
    }

    /// One of the codes `parse` knows, or nothing when left out.
    pub fn optional_choice<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let parsed = parse(self.fields.get(name)?);
        if parsed.is_none() {
            self.errors.add(name, "common-error-choose");
        }
        parsed
    }

    /// Any number of the codes `parse` knows; an unknown one is an error.
    pub fn choices<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let mut chosen = Vec::new();
        for code in self.fields.all(name) {
            match parse(code) {
                Some(value) => chosen.push(value),
                None => {
                    self.errors.add(name, "common-error-choose");
                    break;
                }
            }
        }
        chosen
    }

    /// Whether a box was ticked.
    pub fn flag(&self, name: &str) -> bool {
        self.fields.get(name).is_some_and(|value| matches!(value, "1" | "true" | "on" | "ja" | "yes"))
    }

    /// A date typed as `dd-mm-jjjj`, `d/m/jjjj` or ISO; nothing when left out.
    pub fn optional_date(&mut self, name: &str) -> Option<Date> {
        let text = self.fields.get(name)?;
        let parsed = parse_date(text);
        if parsed.is_none() {
            self.errors.add(name, "common-error-date");
        }
        parsed
    }

    /// A time of day typed as `14.30`, `14:30` or `14`; nothing when left out.
    pub fn optional_time(&mut self, name: &str) -> Option<jiff::civil::Time> {
        let text = self.fields.get(name)?;
        let parsed = parse_time(text);
        if parsed.is_none() {
            self.errors.add(name, "common-error-time");
        }
        parsed
    }

    /// An e-mail address, lower case; nothing when left out.
    pub fn optional_email(&mut self, name: &str) -> Option<String> {
        let text = self.fields.get(name)?.to_lowercase();
        if is_email(&text) {
            Some(text)
        } else {
            self.errors.add(name, "common-error-email");
            None
        }
    }

    /// A telephone number as people write it; nothing when left out.
    pub fn optional_phone(&mut self, name: &str) -> Option<String> {
        let text = self.optional_text(name, PHONE_MAX)?;
        if is_phone(&text) {
            Some(text)
        } else {
            self.errors.add(name, "common-error-phone");
            None
        }
    }

    /// The name of a person, on one line, that must be there.
    pub fn person_name(&mut self, name: &str) -> String {
        self.text(name, PERSON_NAME_MAX).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// An e-mail address that must be there.
    pub fn email(&mut self, name: &str) -> String {
        if self.fields.get(name).is_none() {
            self.errors.add(name, "common-error-required");
        }
        self.optional_email(name).unwrap_or_default()
    }

    /// Notes an error found by a rule of the form itself.
    pub fn refuse(&mut self, name: &str, key: &'static str) {
        self.errors.add(name, key);
    }

    /// Notes an error with arguments.
    pub fn refuse_with(&mut self, name: &str, key: &'static str, args: Vec<(&'static str, String)>) {
        self.errors.add_with(name, key, args);
    }

    /// The command, unless there were errors.
    ///
    /// # Errors
    /// Every error that was found.
    pub fn finish<T>(self, command: T) -> Result<T, FieldErrors> {
        if self.errors.is_empty() { Ok(command) } else { Err(self.errors) }
    }

    /// As [`FormReader::finish`], for a command that could not be made because a required part is missing.
    ///
    /// # Errors
    /// Every error that was found; a form-wide one when a part is missing without an error of its own.
    pub fn finish_some<T>(mut self, command: Option<T>) -> Result<T, FieldErrors> {
        match command {
            Some(command) if self.errors.is_empty() => Ok(command),
            _ => {
                if self.errors.is_empty() {
                    self.errors.add("", "common-error-required");
                }
                Err(self.errors)
            }
        }
    }
}

/// A form as a page shows it: what was typed, and what is wrong per field.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FormState {
    /// Per field what was typed; a list, because a field may hold several.
    pub values: BTreeMap<String, Vec<String>>,
    /// The errors, translated when the page is rendered.
    pub problems: FieldErrors,
}

impl FormState {
    /// An empty form, or one filled in by the program.
    pub fn filled(fields: &Fields) -> Self {
        Self::with_errors(fields, FieldErrors::default())
    }

    /// The form as it was sent, with its errors.
    pub fn with_errors(fields: &Fields, problems: FieldErrors) -> Self {
        let mut values: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in fields.pairs() {
            values.entry(name.clone()).or_default().push(value.clone());
        }
        Self { values, problems }
    }
}

/// A date as people type it.
pub fn parse_date(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let year = year.parse::<i16>().ok().filter(|year| (1900..=2200).contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A time of day as people type it.
pub fn parse_time(text: &str) -> Option<jiff::civil::Time> {
    let text = text.trim().trim_end_matches("uur").trim();
    let mut parts = text.split([':', '.', 'u']);
    let hour = parts.next()?.trim().parse().ok()?;
    let minute = match parts.next() {
        None | Some("") => 0,
        Some(minute) => minute.trim().parse().ok()?,
    };
    if parts.next().is_some_and(|rest| !rest.is_empty() && rest != "00") {
        return None;
    }
    jiff::civil::Time::new(hour, minute, 0, 0).ok()
}

/// Whether the text can be an e-mail address: one @, a dotted domain, no spaces, no line ends.
/// Whether somebody reads it, only a mail can tell.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let domain_ok = domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty() && !label.starts_with('-') && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && local.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\\\"@".contains(c));
    local_ok && domain_ok && text.len() <= 254
}

/// One choice of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What people read.
    pub label: String,
}

impl Choice {
    /// What is sent, and what people read.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_error_is_collected_and_nothing_typed_is_lost() {
        let fields = Fields::default().with("title", "x".repeat(30)).with("hours", "veel").with("mail", "geen adres");
        let mut form = FormReader::new(&fields);
        form.text("title", 20);
        form.optional_int("hours", 1, 20);
        form.optional_email("mail");
        form.text("missing", 10);
        let errors = form.finish(()).unwrap_err();
        let found: Vec<_> = errors.0.iter().map(|error| (error.field.as_str(), &*error.key)).collect();
        assert_eq!(
            found,
            [
                ("title", "common-error-too-long"),
                ("hours", "common-error-number"),
                ("mail", "common-error-email"),
                ("missing", "common-error-required"),
            ]
        );
        assert_eq!(FormState::with_errors(&fields, errors).values["hours"], ["veel"]);
    }

    #[test]
    fn telephone_numbers_are_read_as_people_type_them() {
        for text in ["079 - 123 45 67", "+31 (0)79 1234567", "06-12345678", "06.12.34.56.78", "123456"] {
            assert!(is_phone(text), "{text}");
        }
        for text in ["bel maar", "12 34", "1234567890123456", "06 12345678 na zessen"] {
            assert!(!is_phone(text), "{text}");
        }
    }

    #[test]
    fn dates_and_times_are_read_as_people_type_them() {
        for text in ["3-3-2026", "03/03/2026", "2026-03-03", "3 3 2026"] {
            assert_eq!(parse_date(text), Some(date(2026, 3, 3)), "{text}");
        }
        for text in ["31-2-2026", "3-3-26", "morgen", ""] {
            assert_eq!(parse_date(text), None, "{text}");
        }
        for (text, expected) in [("14.30", (14, 30)), ("14:30", (14, 30)), ("9 uur", (9, 0)), ("9u15", (9, 15))] {
            assert_eq!(parse_time(text), Some(time(expected.0, expected.1, 0, 0)), "{text}");
        }
        assert_eq!(parse_time("25:00"), None);
    }

    #[test]
    fn addresses_that_cannot_be_are_refused() {
        for good in ["a@b.nl", "jan.de-vries+vacature@vereniging.example"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["a@b", "a b@c.nl", "@c.nl", "a@.nl", "a@b.nl\nbcc: x@y.nl", "a@@b.nl"] {
            assert!(!is_email(bad), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(name in ".{0,8}", value in ".{0,80}") {
            let fields = Fields::default().with(name.clone(), value);
            let mut form = FormReader::new(&fields);
            form.text(&name, 40);
            form.optional_int(&name, 0, 9);
            form.optional_decimal(&name, 0.0, 9.0);
            form.optional_date(&name);
            form.optional_time(&name);
            form.optional_email(&name);
        }
    }
}
