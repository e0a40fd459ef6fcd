//! What the generator gives out: plain data, in words of the demonstration town and not of any table.

use jiff::civil::{Date, Time, Weekday};
use serde::Serialize;

/// Spoken level of Dutch (Common European Framework); `None` means that no Dutch is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DutchLevel {
    None,
    A1,
    A2,
    B1,
    B2,
}

/// For whom work is well suited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SuitableFor {
    /// People who are learning Dutch.
    BeginnerDutch,
    /// People in a wheelchair.
    Wheelchair,
    /// Two people, a family or a group.
    Together,
    /// Pupils with a social placement.
    YouthPlacement,
    /// People who need some guidance themselves.
    Supported,
}

/// Part of a day: until 12.00, until 18.00, after that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    Morning,
    Afternoon,
    Evening,
}

/// A part of a day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct WeekPart {
    /// 1 is Monday, 7 is Sunday (ISO 8601).
    pub weekday: u8,
    pub part: DayPart,
}

/// What an organisation is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum OrganisationKind {
    /// In the trade register, with an invented number of 8 digits that starts with 00 (none such was ever given out).
    Registered { chamber_number: String },
    /// A group of residents without a legal form.
    Informal,
}

/// Number of volunteers, in classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationSize {
    /// 1 to 9.
    UpTo9,
    /// 10 to 24.
    UpTo24,
    /// 25 to 99.
    UpTo99,
    /// 100 and more.
    From100,
}

/// Where an organisation stands with the municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationState {
    Confirmed,
    /// Registered and waits to be confirmed.
    WaitingForConfirmation,
    /// Confirmed, but its contacts left or their addresses bounce.
    WithoutReachableContact,
}

/// A person who speaks for an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleContact {
    pub name: String,
    /// Dutch name of the role.
    pub role: &'static str,
    pub email: String,
}

/// An invented organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleOrganisation {
    /// Counts from 0.
    pub key: u64,
    pub name: String,
    pub slug: String,
    pub kind: OrganisationKind,
    /// ICNPO subgroups, such as 1200; the first is the main one.
    pub sectors: Vec<u32>,
    pub size: OrganisationSize,
    /// CBS codes of the wijken it serves, in order.
    pub wijken: Vec<&'static str>,
    pub description: String,
    pub email: String,
    pub phone: Option<String>,
    pub website: Option<String>,
    /// Empty only when nobody can be reached.
    pub contacts: Vec<SampleContact>,
    pub state: OrganisationState,
    /// How many days ago it registered.
    pub registered_days_ago: u32,
}

/// Where work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Location {
    At { postcode: &'static str, wijk: &'static str },
    FromHome,
}

/// When work is done. Times are local.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum When {
    Once {
        date: Date,
        starts: Time,
        ends: Time,
    },
    /// On a fixed moment every week (1) or every other week (2).
    Series {
        #[serde(serialize_with = "weekday_number")]
        weekday: Weekday,
        every_weeks: u8,
        starts: Time,
        ends: Time,
    },
    /// Between two days, both included.
    Period {
        from: Date,
        until: Date,
    },
    /// The volunteer chooses.
    Flexible,
}

fn weekday_number<S: serde::Serializer>(weekday: &Weekday, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i8(weekday.to_monday_one_offset())
}

/// What is asked of a volunteer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// Languages beside Dutch, as ISO 639-1 codes.
    pub languages: Vec<&'static str>,
    pub dutch: DutchLevel,
    pub min_age: Option<u8>,
    /// A certificate of conduct (verklaring omtrent het gedrag).
    pub vog: bool,
    pub driving_licence: bool,
}

/// What a volunteer gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Offered {
    pub guidance: bool,
    pub training: bool,
    pub expenses: bool,
    pub insurance: bool,
}

/// The state a vacancy is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VacancyStatus {
    Draft,
    WaitingForModeration,
    Live,
    Paused,
    /// Closed because the places are taken.
    Filled,
    /// Closed for another reason or past its date.
    Closed,
}

/// An invented vacancy.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SampleVacancy {
    /// Counts from 0.
    pub key: u64,
    pub organisation_key: u64,
    /// Unique within its organisation and within the town.
    pub external_id: String,
    pub title: String,
    /// At most 140 characters.
    pub summary: String,
    pub description: String,
    /// Slugs of `marketplace::taxonomy::THEMES`.
    pub themes: Vec<&'static str>,
    /// Slugs of `marketplace::taxonomy::TASKS`.
    pub tasks: Vec<&'static str>,
    pub when: When,
    pub week_parts: Vec<WeekPart>,
    /// From 0.25 to 20, averaged over the weeks in which there is work.
    pub hours_per_week: f32,
    pub people_wanted: u32,
    pub location: Location,
    pub asked: Asked,
    pub offered: Offered,
    pub suitable_for: Vec<SuitableFor>,
    /// 0 for drafts and those that wait for moderation.
    pub published_days_ago: u32,
    pub closes_in_days: Option<u32>,
    pub status: VacancyStatus,
}

/// Who makes an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferedBy {
    Person,
    /// A school class, a team from a company, a family, a group of friends.
    Group {
        people: u32,
    },
}

/// An invented offer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SampleOffer {
    pub key: u64,
    /// Key of the person in `people`; always somebody with an e-mail address.
    pub person_key: u64,
    pub by: OfferedBy,
    pub title: String,
    pub description: String,
    pub themes: Vec<&'static str>,
    pub tasks: Vec<&'static str>,
    pub week_parts: Vec<WeekPart>,
    pub hours_per_week: f32,
    pub postcode: &'static str,
    pub wijk: &'static str,
    pub travel_km: u32,
    pub languages: Vec<&'static str>,
    pub dutch: DutchLevel,
    /// Everybody may see it; otherwise only confirmed organisations.
    pub public: bool,
    pub published_days_ago: u32,
    /// No longer available.
    pub withdrawn: bool,
}

/// What became of a help request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HelpRequestStatus {
    Draft,
    WaitingForModeration,
    Open,
    /// A helper was found.
    Matched,
    Closed,
}

/// An invented help request. Its texts hold no name and no address.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SampleHelpRequest {
    pub key: u64,
    /// Key of the person in `people` who needs the help.
    pub person_key: u64,
    /// Somebody else wrote it down: a relative, a professional or a mediator, in Dutch.
    pub on_behalf_by: Option<&'static str>,
    pub title: String,
    pub description: String,
    pub themes: Vec<&'static str>,
    pub tasks: Vec<&'static str>,
    pub week_parts: Vec<WeekPart>,
    pub hours_per_week: f32,
    /// One time only.
    pub once: bool,
    pub wijk: &'static str,
    pub languages: Vec<&'static str>,
    pub published_days_ago: u32,
    pub status: HelpRequestStatus,
}

/// For how long somebody wants to do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    Once,
    FewMonths,
    Longer,
}

/// An invented resident.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SamplePerson {
    pub key: u64,
    pub name: String,
    /// 8 in 100 have none.
    pub email: Option<String>,
    pub postcode: &'static str,
    pub wijk: &'static str,
    /// ISO 639-1 codes, mother tongue first.
    pub languages: Vec<&'static str>,
    pub dutch: DutchLevel,
    pub themes: Vec<&'static str>,
    pub tasks: Vec<&'static str>,
    /// Slugs of `marketplace::taxonomy::SKILLS`.
    pub can: Vec<&'static str>,
    pub wants_to_learn: Vec<&'static str>,
    pub available: Vec<WeekPart>,
    pub period: Period,
    pub hours_per_week: f32,
    pub travel_km: u32,
    pub birth_year: Option<i16>,
    /// Agrees to be suggested to organisations.
    pub findable: bool,
    pub driving_licence: bool,
    /// What to take into account, in Dutch.
    pub note: Option<&'static str>,
    pub joined_days_ago: u32,
}

/// How a response to a vacancy went on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ResponseState {
    /// Just came in; the clock runs.
    Fresh,
    /// Answered within 2 working days; talk goes on.
    AnsweredInTime,
    /// Answered after a reminder.
    AnsweredLate,
    /// Not answered; the point took over.
    TakenOver,
    IntroductionPlanned,
    Started,
    /// Declined, with other doors offered.
    Declined,
    Withdrawn,
    /// Introduction was held, nobody said what came of it.
    OutcomeUnknown,
}

/// Who did something in a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Volunteer,
    Organisation,
    Mediator,
    /// The program itself: reminders.
    System,
}

/// What happened in a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    Message,
    Reminder,
    TakenOver,
    /// Invited to meet, `in_days` counted from now; negative is past.
    Introduction {
        in_days: i32,
    },
    /// "It is full" or "no", with this many other vacancies suggested.
    Decline {
        other_doors: u8,
    },
    Withdraw,
    /// The one-tap question was answered: somebody started.
    OutcomeStarted,
}

/// One step of a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleStep {
    /// Hours before now; steps are in order of time.
    pub hours_ago: u32,
    pub by: Side,
    pub kind: StepKind,
    /// In Dutch; empty for what the system does.
    pub text: String,
}

/// An invented response to a vacancy with its thread; the first step is the person's own message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SampleResponse {
    pub key: u64,
    pub vacancy_key: u64,
    pub person_key: u64,
    pub state: ResponseState,
    pub steps: Vec<SampleStep>,
}
