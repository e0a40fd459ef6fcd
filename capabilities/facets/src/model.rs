//! What the three kinds of the marketplace share: when, where, what is asked, what is offered, for whom it suits.
//!
//! A vacancy, an offer and a help request differ in form, page and life cycle; what one searches and matches by is the same.

use kernel::{Date, Point, codes};
use serde::{Deserialize, Serialize};

kernel::id_type! {
    /// A vacancy: an organisation seeks people.
    VacancyId,
    /// An offer: a person or group offers.
    OfferId,
    /// A help request: a resident asks, or somebody on their behalf.
    HelpRequestId,
    /// A report of something that is not right.
    ReportId,
}

platform::id_column! {
    VacancyId, OfferId, HelpRequestId, ReportId,
}

codes! {
    /// The three kinds on the marketplace. The code is also that of the kind of subject in conversations.
    pub enum Kind {
        /// An organisation seeks people.
        Vacancy = "vacancy",
        /// A person or group offers.
        Offer = "offer",
        /// A resident asks for help.
        HelpRequest = "help_request",
    }
}

codes! {
    /// Spoken Dutch that is needed, by the European framework of reference.
    #[derive(Default)]
    pub enum DutchLevel {
        /// None needed.
        #[default]
        None = "none",
        /// A few words.
        A1 = "a1",
        /// Simple sentences.
        A2 = "a2",
        /// Everyday conversation.
        B1 = "b1",
        /// Fluent conversation.
        B2 = "b2",
    }
}

codes! {
    /// Part of a day.
    pub enum DayPart {
        /// Until 12.00.
        Morning = "morning",
        /// 12.00 to 18.00.
        Afternoon = "afternoon",
        /// After 18.00.
        Evening = "evening",
    }
}

codes! {
    /// For whom it suits.
    pub enum SuitableFor {
        /// People who are learning Dutch.
        BeginnerDutch = "beginner_dutch",
        /// People in a wheelchair.
        Wheelchair = "wheelchair",
        /// Two people, a family or a group.
        Together = "together",
        /// Pupils with a social placement (maatschappelijke diensttijd, stage).
        YouthPlacement = "youth_placement",
        /// People who need some support themselves.
        Supported = "supported",
    }
}

/// A part of a day of the week; `weekday` is 1 (Monday) to 7 (Sunday).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WeekPart {
    /// 1 to 7.
    pub weekday: i8,
    pub part: DayPart,
}

/// When it is done. Times are local to the town.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum When {
    /// Once, on a date from a time to a time.
    Once { date: Date, starts: jiff::civil::Time, ends: jiff::civil::Time },
    /// On a fixed moment every so many weeks.
    Series {
        /// 1 (Monday) to 7 (Sunday).
        weekday: i8,
        /// 1 to 8.
        every_weeks: u8,
        starts: jiff::civil::Time,
        ends: jiff::civil::Time,
        /// First day.
        from: Option<Date>,
        /// Last day.
        until: Option<Date>,
    },
    /// Between two days.
    Period {
        /// First day.
        from: Date,
        /// Last day.
        until: Date,
        /// Parts of the week that suit.
        parts: Vec<WeekPart>,
    },
    /// As agreed.
    Flexible {
        /// Parts of the week that suit.
        parts: Vec<WeekPart>,
    },
}

impl Default for When {
    fn default() -> Self {
        Self::Flexible { parts: Vec::new() }
    }
}

impl When {
    /// The code of the kind, for filters and forms: `once`, `series`, `period`, `flexible`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Once { .. } => "once",
            Self::Series { .. } => "series",
            Self::Period { .. } => "period",
            Self::Flexible { .. } => "flexible",
        }
    }
}

/// Where it is done. A help request shows its wijk and nothing else.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Whether it can be done from home.
    pub from_home: bool,
    /// Four-digit postcode, if known.
    pub postcode: Option<String>,
    /// Code of the wijk.
    pub wijk: Option<String>,
    /// Centre of the postcode or of the wijk.
    pub point: Option<Point>,
    /// Name of a place, as an organisation writes it (`buurthuis De Linde`); never for help requests.
    pub name: Option<String>,
}

/// What is asked of somebody.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Languages beside Dutch, ISO 639-1.
    pub languages: Vec<String>,
    /// Spoken Dutch.
    pub dutch: DutchLevel,
    /// Lowest age, where the law or the work asks one.
    pub min_age: Option<u8>,
    /// Why an age is asked; required with it.
    pub age_reason: Option<String>,
    /// Certificate of conduct (verklaring omtrent het gedrag).
    pub vog: bool,
    /// Driving licence.
    pub driving_licence: bool,
    /// A diploma or training that is asked, in words; the vacancy check asks why.
    pub diploma: Option<String>,
}

/// What a volunteer gets.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Offered {
    /// Somebody shows the way.
    pub guidance: bool,
    pub training: bool,
    /// Expenses are paid.
    pub expenses: bool,
    /// Insured (the municipality's collective insurance counts).
    pub insurance: bool,
    /// Anything else, in words.
    pub other: Option<String>,
}

/// What all three kinds are searched and matched by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facets {
    /// Slugs of themes (`taxonomy::THEMES`).
    pub themes: Vec<String>,
    /// Slugs of tasks (`taxonomy::TASKS`).
    pub tasks: Vec<String>,
    pub when: When,
    /// Hours a week (of a period, series or as agreed), or in all (once); half hours.
    pub hours: Option<f32>,
    pub place: Place,
    /// What is asked.
    pub asked: Asked,
    /// What is offered.
    pub offered: Offered,
    /// For whom it suits.
    pub suitable: Vec<SuitableFor>,
}

/// The last day of a term of `days` that begins today.
pub fn term(today: Date, days: u32) -> Date {
    today.saturating_add(jiff::Span::new().days(i64::from(days)))
}
