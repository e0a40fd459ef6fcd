//! What differs per town, year or law: declared with a default, its allowed range and its source;
//! decided per municipality with dates of validity.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::{door, email, phone, time::Date};

/// What values a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingKind {
    /// A whole number from `min` to `max`.
    Int {
        /// Smallest allowed.
        min: i64,
        /// Largest allowed.
        max: i64,
    },
    /// `true` or `false`.
    Flag,
    /// Free text on one line, of at most so many characters.
    Text {
        /// Longest allowed.
        max: usize,
    },
    /// Free text of as many lines as people like, of at most so many characters.
    Lines {
        /// Longest allowed.
        max: usize,
    },
    /// An e-mail address in the form of [`crate::email::parse`], or none.
    Email,
    /// A telephone number in the form of [`crate::phone::parse`], or none.
    Phone,
    /// Days as ISO dates with spaces between, at most so many; perhaps none.
    Dates {
        /// The most allowed.
        max: usize,
    },
    /// One of the given codes.
    Choice(&'static [&'static str]),
    /// A colour as `#rrggbb`.
    Colour,
}

/// A setting as a capability declares it.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// `capability.name`; also the tail of its catalogue key `setting-capability-name`.
    pub key: &'static str,
    /// What it is when nobody decided otherwise.
    pub default: &'static str,
    /// What it may be.
    pub kind: SettingKind,
    /// Where the default comes from: a law article, a study, a design decision.
    pub source: &'static str,
}

/// Whether a town is a demonstration, and whether it is filled: `loading` or `ready`. Not among the settings a
/// municipality decides: a demonstration does not become a real town by a tick, nor a real town a demonstration.
pub const DEMONSTRATION: Setting = Setting {
    key: "platform.demonstration",
    default: "",
    kind: SettingKind::Choice(&["", "loading", "ready"]),
    source: "Set when the demonstration town is made",
};

/// Whether Saturdays count as working days in promises.
pub const SATURDAYS_COUNT: Setting = Setting {
    key: "guarantee.saturdays",
    default: "true",
    kind: SettingKind::Flag,
    source: "Volunteers answer on Saturdays; Sundays and public holidays never count",
};

/// Further days that do not count, as ISO dates with spaces between.
pub const CLOSED_DAYS: Setting = Setting {
    key: "guarantee.closed_days",
    default: "",
    kind: SettingKind::Dates { max: 90 },
    source: "Local closures, decided by the municipality",
};

/// Where people write to; on every page and in letters.
pub const CONTACT_EMAIL: Setting =
    Setting { key: "site.contact_email", default: "", kind: SettingKind::Email, source: "Decided by the municipality" };

/// Where people call to; on every page.
pub const CONTACT_PHONE: Setting =
    Setting { key: "site.contact_phone", default: "", kind: SettingKind::Phone, source: "Decided by the municipality" };

/// When people can call or come, in words: a line for each stretch of days, such as `maandag t/m vrijdag: 9.00–17.00 uur`.
pub const CONTACT_HOURS: Setting = Setting {
    key: "site.contact_hours",
    default: "",
    kind: SettingKind::Lines { max: 300 },
    source: "Decided by the municipality",
};

/// Name of the platform in this town; empty for the name in the catalogue.
pub const SITE_NAME: Setting = Setting {
    key: "site.name",
    default: "",
    kind: SettingKind::Text { max: 40 },
    source: "Decided by the municipality",
};

/// The town's logo: name of the picture it uploaded, empty for none. Decided by uploading, so no page lists it.
pub const LOGO: Setting = Setting {
    key: "site.logo",
    default: "",
    kind: SettingKind::Text { max: 64 },
    source: "Decided by the municipality",
};

/// First colour of the town: header, buttons, links.
pub const PRIMARY_COLOUR: Setting = Setting {
    key: "site.primary_colour",
    default: "#0f4c5c",
    kind: SettingKind::Colour,
    source: "Our own theme; the municipality chooses, and the program refuses what cannot be read",
};

/// Second colour of the town: the search button, lines.
pub const ACCENT_COLOUR: Setting = Setting {
    key: "site.accent_colour",
    default: "#ffb627",
    kind: SettingKind::Colour,
    source: "Our own theme; the municipality chooses, and the program refuses what cannot be read",
};

impl Setting {
    /// Checks a raw value; the error is a catalogue key.
    ///
    /// # Errors
    /// When the value is not of the kind or out of range.
    pub fn check(&self, raw: &str) -> Result<(), &'static str> {
        let good = match self.kind {
            SettingKind::Int { min, max } => raw.parse::<i64>().is_ok_and(|value| (min..=max).contains(&value)),
            SettingKind::Flag => matches!(raw, "true" | "false"),
            SettingKind::Text { max } => raw.chars().count() <= max && raw == door::one_line(raw),
            SettingKind::Lines { max } => raw.chars().count() <= max,
            SettingKind::Email => raw.is_empty() || email::parse(raw).as_deref() == Ok(raw),
            SettingKind::Phone => raw.is_empty() || phone::parse(raw).as_deref() == Ok(raw),
            SettingKind::Dates { max } => {
                raw.split_whitespace().count() <= max && raw.split_whitespace().all(|day| day.parse::<Date>().is_ok())
            }
            SettingKind::Choice(codes) => codes.contains(&raw),
            SettingKind::Colour => {
                raw.len() == 7 && raw.starts_with('#') && raw[1..].bytes().all(|byte| byte.is_ascii_hexdigit())
            }
        };
        if good { Ok(()) } else { Err("common-error-setting") }
    }
}

/// One decided value with its validity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingValue {
    /// The raw value.
    pub value: String,
    /// First day on which it holds.
    pub valid_from: Date,
    /// Last day on which it holds; open when absent.
    pub valid_until: Option<Date>,
    /// Who or what decided it.
    pub source: String,
}

/// The decided values of a municipality.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    decided: HashMap<String, Vec<SettingValue>>,
}

impl Settings {
    /// From the decided values per key.
    pub fn new(decided: HashMap<String, Vec<SettingValue>>) -> Self {
        Self { decided }
    }

    /// The decision in force on `day`: of those that hold, the one that began last.
    pub fn decision(&self, setting: &Setting, day: Date) -> Option<&SettingValue> {
        let holds = |value: &&SettingValue| value.valid_from <= day && value.valid_until.is_none_or(|end| day <= end);
        self.decided.get(setting.key)?.iter().filter(holds).max_by_key(|value| value.valid_from)
    }

    /// Every decision on this setting, past and future.
    pub fn history(&self, setting: &Setting) -> &[SettingValue] {
        self.decided.get(setting.key).map_or(&[], Vec::as_slice)
    }

    /// The raw value on `day`.
    pub fn text<'a>(&'a self, setting: &Setting, day: Date) -> &'a str {
        self.decision(setting, day).map_or(setting.default, |decided| decided.value.as_str())
    }

    /// The number on `day`; a stored value that is no number counts as the default.
    pub fn int(&self, setting: &Setting, day: Date) -> i64 {
        let parse = |raw: &str| raw.parse::<i64>().ok();
        parse(self.text(setting, day)).or_else(|| parse(setting.default)).unwrap_or_default()
    }

    /// The number of days, people or tries on `day`, never negative.
    pub fn count(&self, setting: &Setting, day: Date) -> u32 {
        u32::try_from(self.int(setting, day)).unwrap_or(0)
    }

    /// Whether it is switched on, on `day`.
    pub fn flag(&self, setting: &Setting, day: Date) -> bool {
        self.text(setting, day) == "true"
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_decision_in_force_is_the_latest_that_holds() {
        let value = |value: &str, from, until| SettingValue {
            value: value.into(),
            valid_from: from,
            valid_until: until,
            source: "test".into(),
        };
        let settings = Settings::new(HashMap::from([(
            "guarantee.saturdays".to_owned(),
            vec![value("false", date(2026, 1, 1), None), value("true", date(2026, 7, 1), Some(date(2026, 8, 31)))],
        )]));
        let on = |month, day| settings.flag(&SATURDAYS_COUNT, date(2026, month, day));
        assert!(!on(6, 30) && on(7, 1) && on(8, 31) && !on(9, 1));
        assert!(settings.flag(&SATURDAYS_COUNT, date(2025, 12, 31)), "before any decision the default holds");
    }

    #[test]
    fn a_value_out_of_range_is_refused() {
        let days = Setting { key: "x", default: "2", kind: SettingKind::Int { min: 0, max: 30 }, source: "" };
        assert!(days.check("30").is_ok() && days.check("31").is_err() && days.check("two").is_err());
        let allows = |kind, raw: &str| Setting { kind, ..days }.check(raw).is_ok();
        assert!(allows(SettingKind::Email, "") && allows(SettingKind::Email, "post@samen.example"));
        assert!(!allows(SettingKind::Email, "samen..doen@stad.example") && !allows(SettingKind::Email, "A@b.nl"));
        assert!(allows(SettingKind::Phone, "14 079") && !allows(SettingKind::Phone, "bel maar"));
        assert!(
            allows(SettingKind::Dates { max: 1 }, "2026-12-08") && !allows(SettingKind::Dates { max: 1 }, "8-12-2026")
        );
        assert!(!allows(SettingKind::Text { max: 9 }, "a\nb") && allows(SettingKind::Lines { max: 9 }, "a\nb"));
        let colour = Setting { kind: SettingKind::Colour, ..days };
        assert!(colour.check("#12abEF").is_ok() && colour.check("red").is_err());
    }
}
