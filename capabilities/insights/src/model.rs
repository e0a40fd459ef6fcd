//! Months, and the figures of one. Pure.

use std::fmt;

use jiff::ToSpan;
use kernel::{Date, Instant, WorkingCalendar, codes, text::Codes};
use serde::{Deserialize, Serialize, Serializer};

use crate::overview::PeriodCounts;
use conversations::figures::MonthFigures;

/// A calendar month, from 2000-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: Date,
}

impl Month {
    /// The month in which a day falls.
    pub fn of(day: Date) -> Self {
        Self { first: day.first_of_month() }
    }

    /// `2026-03`; nothing before 2000 and nothing after 2200.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || month.len() != 2 || !are_digits(year) || !are_digits(month) {
            return None;
        }
        let year = year.parse::<i16>().ok().filter(|year| (2000..=2200).contains(year))?;
        Date::new(year, month.parse().ok()?, 1).ok().map(Self::of)
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.first.last_of_month()
    }

    /// The month before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self { first: self.first.saturating_sub(1.month()) }
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first: self.first.saturating_add(1.month()) }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

codes! {
    /// A figure of a month. What counts for it stands in the catalogue (`insights-means-…`) and in `docs/figures/`.
    pub enum Figure {
        /// Confirmed responses.
        Responses = "responses",
        /// Answered before the promise ended, without the point.
        AnsweredInTime = "answered_in_time",
        /// Answered later, or after the point took over.
        AnsweredLate = "answered_late",
        /// No answer yet, within the promise.
        WithinTime = "within_time",
        /// No answer, and the promise has ended or the response was taken back.
        Unanswered = "unanswered",
        /// Taken over by the point.
        TakenOver = "taken_over",
        /// The volunteer started.
        Started = "started",
        /// It was a no.
        Declined = "declined",
        /// Taken back by who responded.
        Withdrawn = "withdrawn",
        /// Nobody knows what became of it.
        OutcomeUnknown = "outcome_unknown",
        /// Responses of which is known what became of them.
        OutcomeKnown = "outcome_known",
        /// Volunteers who are still there some weeks after their start.
        StillThere = "still_there",
        /// Volunteers who had stopped by then.
        Stopped = "stopped",
        /// Volunteers of whom nobody told.
        MonthUnknown = "month_unknown",
        /// Vacancies that went live.
        Vacancies = "vacancies",
        /// Those to which nobody has responded.
        VacanciesWithoutResponse = "vacancies_without_response",
        /// Vacancies that were filled.
        VacanciesFilled = "vacancies_filled",
        /// New offers.
        Offers = "offers",
        /// Help requests that went live.
        HelpRequests = "help_requests",
        /// Help requests for which a helper was chosen.
        HelpMatched = "help_matched",
        /// Organisations that registered.
        Organisations = "organisations",
        /// Organisations that were confirmed.
        OrganisationsConfirmed = "organisations_confirmed",
    }
}

codes! {
    /// Figures that belong together.
    pub enum Group {
        /// How responses were answered: parts of the responses.
        Answers = "answers",
        /// What became of them: parts of the responses.
        Outcomes = "outcomes",
        /// Whether volunteers stay: parts of those who were asked after.
        Staying = "staying",
        Vacancies = "vacancies",
        /// Offers, help and organisations.
        Others = "others",
    }
}

impl Group {
    /// Its figures, in the order in which they are shown.
    pub fn figures(self) -> &'static [Figure] {
        use Figure::{
            AnsweredInTime, AnsweredLate, Declined, HelpMatched, HelpRequests, MonthUnknown, Offers, Organisations,
            OrganisationsConfirmed, OutcomeKnown, OutcomeUnknown, Responses, Started, StillThere, Stopped, TakenOver,
            Unanswered, Vacancies, VacanciesFilled, VacanciesWithoutResponse, Withdrawn, WithinTime,
        };
        match self {
            Self::Answers => &[Responses, AnsweredInTime, AnsweredLate, WithinTime, Unanswered, TakenOver],
            Self::Outcomes => &[OutcomeKnown, Started, Declined, Withdrawn, OutcomeUnknown],
            Self::Staying => &[StillThere, Stopped, MonthUnknown],
            Self::Vacancies => &[Vacancies, VacanciesWithoutResponse, VacanciesFilled],
            Self::Others => &[Offers, HelpRequests, HelpMatched, Organisations, OrganisationsConfirmed],
        }
    }
}

/// The figures of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures([i64; Figure::ALL.len()]);

impl Figures {
    /// From what was counted.
    pub fn new(responses: &MonthFigures, counts: PeriodCounts) -> Self {
        let total = responses.total;
        let unanswered = total.responses - total.answered_in_time - total.answered_late - total.within_time;
        Self(std::array::from_fn(|index| match Figure::ALL[index] {
            Figure::Responses => total.responses,
            Figure::AnsweredInTime => total.answered_in_time,
            Figure::AnsweredLate => total.answered_late,
            Figure::WithinTime => total.within_time,
            Figure::Unanswered => unanswered,
            Figure::TakenOver => total.taken_over,
            Figure::Started => total.started,
            Figure::Declined => total.declined,
            Figure::Withdrawn => total.withdrawn,
            Figure::OutcomeUnknown => total.outcome_unknown(),
            Figure::OutcomeKnown => total.outcome_known(),
            Figure::StillThere => responses.still_there,
            Figure::Stopped => responses.stopped,
            Figure::MonthUnknown => responses.month_unknown,
            Figure::Vacancies => counts.vacancies,
            Figure::VacanciesWithoutResponse => counts.vacancies_without_response,
            Figure::VacanciesFilled => counts.vacancies_filled,
            Figure::Offers => counts.offers,
            Figure::HelpRequests => counts.help_requests,
            Figure::HelpMatched => counts.help_matched,
            Figure::Organisations => counts.organisations,
            Figure::OrganisationsConfirmed => counts.organisations_confirmed,
        }))
    }

    pub fn get(&self, figure: Figure) -> i64 {
        let place = Figure::ALL.iter().position(|known| *known == figure);
        place.and_then(|index| self.0.get(index)).copied().unwrap_or_default()
    }
}

/// Whether something that waits since then waits too long: `days` working days or more. What a promise was `broken` with
/// always does; what nobody knows the age of does not.
pub fn too_long(broken: bool, since: Option<Instant>, days: u32, now: Instant, calendar: &WorkingCalendar) -> bool {
    broken || since.is_some_and(|since| calendar.working_days_between(since, now) >= days)
}
