//! What somebody tells about themselves. Pure.
//!
//! Everything but the name to use is optional: an unanswered question is absent, and never counts against anyone.

use kernel::{codes, taxonomy, text};
use serde::{Deserialize, Serialize};

codes! {
    /// Level of spoken Dutch, by the Common European Framework of Reference (Council of Europe, 2001).
    pub enum DutchLevel {
        /// Hardly any yet.
        None = "none",
        /// A few words and sentences.
        A1 = "a1",
        /// Simple conversations.
        A2 = "a2",
        /// Most everyday conversations.
        B1 = "b1",
        /// Everything, or a native speaker.
        B2 = "b2",
    }
}

codes! {
    /// Part of a day.
    pub enum DayPart {
        /// Until noon.
        Morning = "morning",
        /// From noon to six.
        Afternoon = "afternoon",
        /// From six.
        Evening = "evening",
    }
}

codes! {
    /// For how long somebody wants to do something.
    pub enum Commitment {
        Once = "once",
        /// For some weeks or months.
        Period = "period",
        /// With no end in sight.
        Longer = "longer",
    }
}

codes! {
    /// How somebody wants to be reached.
    pub enum Reach {
        /// By e-mail.
        Mail = "mail",
        /// By telephone.
        Phone = "phone",
        /// By letter.
        Post = "post",
        /// Through a mediator.
        Mediator = "mediator",
    }
}

/// Stands in `persons.sort_key` before what a name is found by.
pub(super) const BEFORE_SEARCH: char = '\t';

/// What a name sorts by and, behind that, what it is found by: both in one column, so that rows of an earlier program, which have
/// the first alone, are found by it until they are renewed.
pub(super) fn name_keys(name: &str) -> String {
    format!("{}{BEFORE_SEARCH}{}", text::person_sort_key(name), text::name_search_key(name))
}

/// The languages to choose from, with their names in themselves: Dutch, and those most spoken in Dutch towns (ISO 639-1).
pub const LANGUAGES: [(&str, &str); 15] = [
    ("nl", "Nederlands"),
    ("en", "English"),
    ("de", "Deutsch"),
    ("fr", "Français"),
    ("es", "Español"),
    ("pt", "Português"),
    ("it", "Italiano"),
    ("pl", "Polski"),
    ("ro", "Română"),
    ("uk", "Українська"),
    ("ru", "Русский"),
    ("tr", "Türkçe"),
    ("ar", "العربية"),
    ("fa", "فارسی"),
    ("zh", "中文"),
];

/// A part of the week: Monday is 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WeekPart {
    /// 1 (Monday) to 7 (Sunday).
    pub weekday: u8,
    /// Part of that day.
    pub part: DayPart,
}

impl WeekPart {
    /// As forms write it: `3-evening`.
    pub fn code(self) -> String {
        format!("{}-{}", self.weekday, self.part)
    }

    /// From what a form sent.
    pub fn parse(code: &str) -> Option<Self> {
        let (day, part) = code.split_once('-')?;
        let weekday = day.parse().ok().filter(|day| (1..=7).contains(day))?;
        Some(Self { weekday, part: kernel::Codes::parse(part)? })
    }
}

/// What somebody told about themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// What they like to do: slugs of [`taxonomy::THEMES`].
    pub themes: Vec<String>,
    /// What they like to do: slugs of [`taxonomy::TASKS`].
    pub tasks: Vec<String>,
    /// What they can: slugs of [`taxonomy::SKILLS`].
    pub skills: Vec<String>,
    /// What they want to learn: slugs of [`taxonomy::SKILLS`].
    pub learn: Vec<String>,
    /// When they have time.
    pub when: Vec<WeekPart>,
    /// For how long.
    pub commitment: Vec<Commitment>,
    /// Most hours a week.
    pub hours_per_week: Option<u32>,
    /// How far they travel, in kilometres.
    pub travel_km: Option<u32>,
    /// From which postcode: four digits.
    pub postcode: Option<String>,
    /// In which wijk: its code.
    pub area_code: Option<String>,
    /// Languages they speak, ISO 639-1.
    pub languages: Vec<String>,
    /// How well they speak Dutch.
    pub dutch: Option<DutchLevel>,
    /// What to take into account, in their own words.
    pub considerations: Option<String>,
    /// How they want to be reached.
    pub reach: Vec<Reach>,
    /// Where letters on paper go.
    pub address: Option<String>,
    /// Year of birth, for tasks where the law asks an age.
    pub birth_year: Option<u32>,
    /// Whether organisations and mediators may find them. No, until they say so.
    pub findable: bool,
}

/// Whether this is a theme to choose.
pub fn is_theme(slug: &str) -> bool {
    taxonomy::THEMES.iter().any(|theme| theme.slug == slug)
}

/// Whether this is a task to choose.
pub fn is_task(slug: &str) -> bool {
    taxonomy::TASKS.iter().any(|task| task.slug == slug)
}

/// Whether this is a skill to choose.
pub fn is_skill(slug: &str) -> bool {
    taxonomy::SKILLS.iter().any(|skill| skill.slug == slug)
}

/// Whether this is a language to choose.
pub fn is_language(code: &str) -> bool {
    LANGUAGES.iter().any(|(known, _)| *known == code)
}

/// What others who may reach somebody see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContactCard {
    /// The name to use.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Address for letters on paper, when that is how they want to be reached.
    pub address: Option<String>,
    /// How they want to be reached; empty when they did not say.
    pub reach: Vec<Reach>,
    /// What to take into account.
    pub considerations: Option<String>,
}
