//! Sample pages: everybody and everything in them is invented.

use platform::templates::Sample;

use super::{
    model::{Figure, Figures, Month},
    pages::{DeskPage, Ending, FiguresPage, ListLink, ListsPage, ManagePage, MonthLink, UnpublishedPage},
    views::{self, FigureGroup, Unanswered, Waiting},
};
use crate::overview::PeriodCounts;
use conversations::figures::{MonthFigures, model::Counts};

/// 3 March 2026, 12.00 hours in the Netherlands.
const NOW: i64 = 1_772_535_600_000;
const DAY: i64 = 86_400_000;

fn figures(times: i64) -> Figures {
    let total = Counts {
        responses: 41 * times,
        answered_in_time: 29 * times,
        answered_late: 5 * times,
        taken_over: 4 * times,
        within_time: 3 * times,
        started: 12 * times,
        declined: 8 * times,
        withdrawn: 2 * times,
    };
    let period = PeriodCounts {
        vacancies: 17 * times,
        vacancies_without_response: 5 * times,
        vacancies_filled: 9 * times,
        offers: 4 * times,
        help_requests: 6 * times,
        help_matched: 3 * times,
        organisations: 3 * times,
        organisations_confirmed: 2 * times,
    };
    let responses =
        MonthFigures { total, still_there: 4 * times, stopped: times, month_unknown: times, ..MonthFigures::default() };
    Figures::new(&responses, period)
}

fn groups(times: i64) -> Vec<FigureGroup> {
    views::groups(&figures(times), &figures(times * 2))
}

fn waiting(code: &str, count: i64, days: i64, late: bool) -> Waiting {
    Waiting {
        label: format!("queue-{code}"),
        count,
        since: Some(NOW - days * DAY),
        at: "2026-02-20T12:00".to_owned(),
        late,
        href: "/balie/reacties",
    }
}

fn figures_page(base: &'static str, times: i64) -> Option<FiguresPage> {
    let month = Month::parse("2026-03")?;
    let months = std::iter::successors(Some(month), |month| Some(month.previous())).take(12);
    let link = |code: Month| MonthLink { code, first: code.first().to_string(), current: code == month };
    Some(FiguresPage {
        base,
        month,
        first: month.first().to_string(),
        before: month.previous().first().to_string(),
        unfinished: times > 0,
        months: months.map(link).collect(),
        groups: groups(times),
    })
}

fn lists() -> Vec<ListLink> {
    let codes = [
        "waiting",
        "unanswered",
        "vacancies",
        "reports",
        "organisations",
        "help-requests",
        "helpers",
        "offers",
        "synonyms",
        "settings",
        "areas",
        "figures",
    ];
    let own = codes.iter().map(|code| ("/beheer/lijsten", format!("list-{code}")));
    let all = ["vacancies", "organisations", "people"];
    let exchanged = all.iter().map(|code| ("/beheer/export", format!("insights-list-all-{code}")));
    own.chain(exchanged)
        .map(|(href, label)| ListLink { href: format!("{href}/{label}"), label, page: "/beheer" })
        .collect()
}

fn manage_page(full: bool) -> ManagePage {
    let shown = [Figure::Responses, Figure::AnsweredInTime, Figure::OutcomeKnown, Figure::VacanciesWithoutResponse];
    let groups = groups(i64::from(full));
    let codes = [
        "overdue",
        "taken-over",
        "vacancies",
        "reports",
        "organisations",
        "unreachable",
        "help-requests",
        "help-stuck",
        "helpers",
        "desk",
    ];
    let queue = |number: i64| Unanswered {
        href: "/balie/reacties/1".to_owned(),
        title: "Samen tuinieren op dinsdag".to_owned(),
        organisation: if number == 2 { String::new() } else { "Buurttuin De Proef".to_owned() },
        since: Some(NOW - number * DAY),
        at: "2026-03-01T12:00".to_owned(),
        with_point: number != 1,
        handler: (number == 3).then(|| "Mo Balie".to_owned()),
    };
    ManagePage {
        waiting: if full {
            (1..).zip(codes).map(|(number, code)| waiting(code, number, 11 - number, number < 4)).collect()
        } else {
            Vec::new()
        },
        queue: if full { (1..=3).map(queue).collect() } else { Vec::new() },
        month: "2026-03-01".to_owned(),
        figures: shown.into_iter().filter_map(|figure| views::line(&groups, figure)).collect(),
        now: NOW,
    }
}

fn desk_page(full: bool) -> DeskPage {
    let codes = ["taken-over", "to-confirm", "to-tell", "to-ask", "help-requests", "help-to-tell", "helpers"];
    let ending = |name: &str| Ending {
        href: "/balie/personen/1".to_owned(),
        name: name.to_owned(),
        until: "2026-03-12".to_owned(),
    };
    DeskPage {
        name: "Mo Balie".to_owned(),
        waiting: if full {
            (1..).zip(codes).map(|(number, code)| waiting(code, number, 8 - number, number < 3)).collect()
        } else {
            Vec::new()
        },
        helped: if full { 31 } else { 0 },
        ending: if full { vec![ending("Greet Bedacht"), ending("Bram Bedenksel")] } else { Vec::new() },
        now: NOW,
    }
}

/// The pages of insights.
pub(crate) fn samples() -> Vec<Sample> {
    let mut samples = vec![
        Sample::new("insights/manage/usual", manage_page(true)),
        Sample::new("insights/manage/quiet", manage_page(false)),
        Sample::new("insights/lists", ListsPage { lists: lists() }),
        Sample::new("insights/unpublished", UnpublishedPage {}),
        Sample::new("insights/desk/usual", desk_page(true)),
        Sample::new("insights/desk/quiet", desk_page(false)),
    ];
    let figures = [
        ("insights/figures/usual", "/beheer/cijfers", 1),
        ("insights/figures/empty", "/beheer/cijfers", 0),
        ("insights/figures/public", "/cijfers", 1),
    ];
    samples.extend(
        figures.into_iter().filter_map(|(name, base, times)| Some(Sample::new(name, figures_page(base, times)?))),
    );
    samples
}
