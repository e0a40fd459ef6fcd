//! Raw input and what is wrong with it. A form is read by a [`FormReader`], which keeps what was typed
//! and collects every error, so that a person sees all of them at once.

use std::{borrow::Cow, collections::BTreeMap};

use serde::Serialize;

use crate::{door, email, phone, time::Date, typed};

/// What was sent: names with one or more values, in order. Whatever road a value came by, it has gone through the [`door`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// From decoded pairs.
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        let mut fields = Self(Vec::with_capacity(pairs.len()));
        for (name, value) in pairs {
            fields.push(name, value);
        }
        fields
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

    /// As [`Fields::get`], on one line: what is looked for.
    pub fn line(&self, name: &str) -> Option<String> {
        self.get(name).map(door::one_line)
    }

    /// Every non-empty value under `name`.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, value)| key == name && !value.trim().is_empty()).map(|(_, value)| value.trim())
    }

    /// Adds a value, for forms that are filled in by the program (editing, samples, tests).
    pub fn push(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let value = value.into();
        let value = match door::clean(&value) {
            Cow::Borrowed(_) => value,
            Cow::Owned(clean) => clean,
        };
        self.0.push((name.into(), value));
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

    /// Text on one line that must be there, of at most `max` characters: names, titles, whatever stands in a subject or a list.
    pub fn text(&mut self, name: &str, max: usize) -> String {
        let text = self.optional_text(name, max);
        self.required(name, text)
    }

    /// Text on one line that may be left out, of at most `max` characters.
    pub fn optional_text(&mut self, name: &str, max: usize) -> Option<String> {
        let text = door::one_line(self.fields.get(name)?);
        self.at_most(name, max, text)
    }

    /// Text of as many lines as people like that must be there, of at most `max` characters.
    pub fn long_text(&mut self, name: &str, max: usize) -> String {
        let text = self.optional_long_text(name, max);
        self.required(name, text)
    }

    /// Text of as many lines as people like that may be left out, of at most `max` characters.
    pub fn optional_long_text(&mut self, name: &str, max: usize) -> Option<String> {
        let text = self.fields.get(name)?.to_owned();
        self.at_most(name, max, text)
    }

    fn required(&mut self, name: &str, text: Option<String>) -> String {
        if text.is_none() && !self.errors.has(name) {
            self.errors.add(name, "common-error-required");
        }
        text.unwrap_or_default()
    }

    fn at_most(&mut self, name: &str, max: usize, text: String) -> Option<String> {
        let length = text.chars().count();
        if length > max {
            let args = vec![("max", max.to_string()), ("length", length.to_string())];
            self.errors.add_with(name, "common-error-too-long", args);
            return None;
        }
        Some(text)
    }

    /// A whole number from `min` to `max`, or nothing when left out.
    pub fn optional_int(&mut self, name: &str, min: i64, max: i64) -> Option<i64> {
        let number = typed::parse_int(self.fields.get(name)?);
        self.within(name, number, min, max)
    }

    /// A number with decimals, comma or point, from `min` to `max`; nothing when left out.
    pub fn optional_decimal(&mut self, name: &str, min: f64, max: f64) -> Option<f64> {
        let number = typed::parse_decimal(self.fields.get(name)?);
        self.within(name, number, min, max)
    }

    /// A number with decimals as programs write it, from `min` to `max`; nothing when left out.
    pub fn optional_number(&mut self, name: &str, min: f64, max: f64) -> Option<f64> {
        let number = typed::parse_number(self.fields.get(name)?);
        self.within(name, number, min, max)
    }

    fn within<T: PartialOrd + ToString>(&mut self, name: &str, number: Option<T>, min: T, max: T) -> Option<T> {
        let number = number.filter(|value| (&min..=&max).contains(&value));
        if number.is_none() {
            let args = vec![("min", min.to_string()), ("max", max.to_string())];
            self.errors.add_with(name, "common-error-number", args);
        }
        number
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

    /// A date, as [`typed::read_date`] reads it; nothing when left out.
    pub fn optional_date(&mut self, name: &str) -> Option<Date> {
        let date = typed::read_date(self.fields.get(name)?);
        date.map_err(|fault| self.errors.add(name, fault.key())).ok()
    }

    /// A time of day typed as `14.30`, `14:30` or `14`; nothing when left out.
    pub fn optional_time(&mut self, name: &str) -> Option<jiff::civil::Time> {
        let text = self.fields.get(name)?;
        let parsed = typed::parse_time(text);
        if parsed.is_none() {
            self.errors.add(name, "common-error-time");
        }
        parsed
    }

    /// An e-mail address, in the form of [`email::parse`]; nothing when left out.
    pub fn optional_email(&mut self, name: &str) -> Option<String> {
        let address = email::parse(self.fields.get(name)?);
        address.map_err(|fault| self.errors.add(name, fault.key())).ok()
    }

    /// A telephone number, in the form of [`phone::parse`]; nothing when left out.
    pub fn optional_phone(&mut self, name: &str) -> Option<String> {
        let number = phone::parse(self.fields.get(name)?);
        number.map_err(|fault| self.errors.add(name, fault.key())).ok()
    }

    /// The name of a person that must be there.
    pub fn person_name(&mut self, name: &str) -> String {
        self.text(name, PERSON_NAME_MAX)
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
    fn a_field_of_one_line_has_one_line_and_a_long_one_keeps_its_lines() {
        let fields = Fields::new(vec![
            ("title".into(), "Jan\nTweede\tregel\u{202e}gpj.exe\0".into()),
            ("story".into(), "een\r\ntwee\u{200b}\u{a0}drie".into()),
            ("only".into(), "\u{200b}\u{2060}".into()),
            ("q".into(), "kof\0fie".into()),
        ]);
        let mut form = FormReader::new(&fields);
        assert_eq!(form.text("title", 40), "Jan Tweede regelgpj.exe");
        assert_eq!(form.long_text("story", 40), "een\ntwee drie");
        assert_eq!(form.text("only", 40), "");
        assert_eq!(form.finish(()).unwrap_err(), FieldErrors::one("only", "common-error-required"));
        assert_eq!(fields.get("q"), Some("koffie"));
        assert_eq!(FormState::filled(&fields).values["q"], ["koffie"]);
    }

    #[test]
    fn what_is_wrong_with_a_value_says_what_to_do() {
        let sent = [
            ("people", "2.5"),
            ("day", "8-12-26"),
            ("time", "9.5"),
            ("mail", "jürgen@samen.example"),
            ("phone", "123 45 67"),
        ];
        let fields = Fields::new(sent.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec());
        let mut form = FormReader::new(&fields);
        form.optional_int("people", 1, 99);
        form.optional_date("day");
        form.optional_time("time");
        form.optional_email("mail");
        form.optional_phone("phone");
        let found: Vec<_> = form.finish(()).unwrap_err().0.into_iter().map(|error| error.key.into_owned()).collect();
        let keys = ["number", "date-year", "time", "email-letters", "phone-area"];
        assert_eq!(found, keys.map(|key| format!("common-error-{key}")));
    }

    proptest! {
        #[test]
        fn reading_never_panics(name in ".{0,8}", value in ".{0,80}") {
            let fields = Fields::default().with(name.clone(), value);
            let mut form = FormReader::new(&fields);
            form.text(&name, 40);
            form.long_text(&name, 40);
            form.optional_phone(&name);
            form.optional_int(&name, 0, 9);
            form.optional_decimal(&name, 0.0, 9.0);
            form.optional_date(&name);
            form.optional_time(&name);
            form.optional_email(&name);
        }
    }
}
