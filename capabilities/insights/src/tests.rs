//! Tables of cases over months, figures, what is too long, and who may look.

use jiff::{civil::date, tz::TimeZone};
use kernel::{Actor, Instant, Person, PersonId, PersonRole, WorkingCalendar, text::Codes, time};

use super::{
    model::{Figure, Figures, Group, Month, too_long},
    policy,
    views::percent,
};
use crate::overview::PeriodCounts;
use conversations::figures::{MonthFigures, model::Counts};

#[test]
fn a_month_is_read_and_written_and_has_neighbours() {
    let march = Month::parse("2026-03").unwrap();
    assert_eq!((march.first(), march.last()), (date(2026, 3, 1), date(2026, 3, 31)));
    assert_eq!(march.to_string(), "2026-03");
    assert_eq!(Month::parse("2026-01").unwrap().previous().to_string(), "2025-12");
    assert_eq!(Month::parse("2026-12").unwrap().next().to_string(), "2027-01");
    assert_eq!(Month::of(date(2026, 3, 31)), march);
    for wrong in [
        "",
        "2026",
        "2026-3",
        "2026-13",
        "26-03",
        "2026-03-01",
        "1999-12",
        "maart",
        "-026-03",
        "2026-+3",
        "7108-27",
        "+202-03",
    ] {
        assert_eq!(Month::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn the_parts_of_the_answers_and_of_the_outcomes_add_up_to_the_responses() {
    let counts = Counts {
        responses: 10,
        answered_in_time: 4,
        answered_late: 2,
        taken_over: 3,
        within_time: 1,
        started: 2,
        declined: 3,
        withdrawn: 1,
    };
    let mut month = MonthFigures::default();
    month.add("vacancy".into(), counts);
    month.add("offer".into(), counts);
    let figures = Figures::new(
        &month,
        PeriodCounts { vacancies: 7, organisations: 3, organisations_confirmed: 1, ..PeriodCounts::default() },
    );
    let sum = |parts: &[Figure]| parts.iter().map(|figure| figures.get(*figure)).sum::<i64>();
    use Figure::{AnsweredInTime, AnsweredLate, Declined, OutcomeUnknown, Started, Unanswered, Withdrawn, WithinTime};
    assert_eq!(sum(&[AnsweredInTime, AnsweredLate, WithinTime, Unanswered]), 20);
    assert_eq!(sum(&[Started, Declined, Withdrawn, OutcomeUnknown]), 20);
    assert_eq!((figures.get(Unanswered), figures.get(OutcomeUnknown)), (6, 8));
    assert_eq!((figures.get(Figure::Vacancies), figures.get(Figure::Organisations)), (7, 3));
    assert_eq!(figures.get(Figure::OrganisationsConfirmed), 1);
}

#[test]
fn every_figure_is_shown_once() {
    let mut shown: Vec<Figure> = Group::ALL.iter().flat_map(|group| group.figures().iter().copied()).collect();
    shown.sort_unstable();
    assert_eq!(shown, Figure::ALL);
}

#[test]
fn a_part_of_nothing_has_no_percentage() {
    assert_eq!((percent(1, 3), percent(2, 3), percent(0, 5), percent(0, 0)), (Some(33), Some(67), Some(0), None));
}

#[test]
fn days_on_which_nobody_works_are_not_waited() {
    let calendar = WorkingCalendar::new(TimeZone::get("Europe/Amsterdam").unwrap(), false, []);
    let noon = |day| Instant::at(date(2026, 3, day), jiff::civil::time(12, 0, 0, 0), calendar.zone());
    let late = |broken, since, now| too_long(broken, since, 3, now, &calendar);
    // 6 March 2026 is a Friday.
    assert!(!late(false, Some(noon(6)), noon(10)));
    assert!(late(false, Some(noon(6)), noon(11)));
    assert!(late(true, Some(noon(6)), noon(6).plus(time::HOUR)), "a broken promise is always too long");
    assert!(!late(false, None, noon(11)));
}

fn person(role: Option<PersonRole>) -> Actor {
    let id = PersonId(uuid::Uuid::from_u128(1));
    Actor::Person(Person { id, name: "Anna".into(), roles: role.into_iter().collect(), offices: Vec::new() })
}

#[test]
fn who_may_look_where() {
    let actors = [
        (Actor::Visitor, false, false),
        (person(None), false, false),
        (person(Some(PersonRole::Mediator)), false, true),
        (person(Some(PersonRole::Manager)), true, true),
    ];
    for (actor, manages, sits) in actors {
        assert_eq!(policy::manage(&actor).is_allowed(), manages, "{actor:?}");
        assert_eq!(policy::mediate(&actor).is_allowed(), sits, "{actor:?}");
        assert!(policy::see_figures(&actor, true).is_allowed());
        assert_eq!(policy::see_figures(&actor, false).is_allowed(), manages, "{actor:?}");
    }
}
