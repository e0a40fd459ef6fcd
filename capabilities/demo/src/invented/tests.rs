//! The town is what it promises to be.

use kernel::taxonomy::{SKILLS, TASKS, THEMES};
use std::collections::{HashMap, HashSet};

use jiff::civil::{Date, date};

use super::*;

const SEED: u64 = DEFAULT_SEED;

fn today() -> Date {
    date(2026, 11, 23)
}

fn distinct<T: std::hash::Hash + Eq>(items: impl Iterator<Item = T>) -> usize {
    items.collect::<HashSet<T>>().len()
}

/// No template mark, double space or missing space is left in a text.
fn assert_clean(text: &str) {
    for wrong in ["{", "}", "  ", " .", " ,", ".."] {
        assert!(!text.contains(wrong), "{wrong:?} in: {text}");
    }
    assert!(text.starts_with(|first: char| first.is_uppercase() || first == '\''), "starts small: {text}");
    assert_eq!(text.trim(), text);
}

#[test]
fn a_town_of_size_one_has_the_promised_numbers() {
    assert_eq!(organisations(SEED, 1).count(), 120);
    assert_eq!(vacancies(SEED, 1, today()).count(), 400);
    assert_eq!(offers(SEED, 1, today()).count(), 60);
    assert_eq!(help_requests(SEED, 1, today()).count(), 40);
    assert_eq!(people(SEED, 1, today()).count(), 2_000);
}

#[test]
fn the_same_seed_gives_the_same_town_and_a_larger_town_begins_with_the_smaller() {
    let small: Vec<_> = vacancies(SEED, 1, today()).collect();
    let again: Vec<_> = vacancies(SEED, 2, today()).take(400).collect();
    assert_eq!(small, again);
    let other: Vec<_> = vacancies(SEED + 1, 1, today()).collect();
    assert_ne!(small, other);
}

#[test]
fn descriptions_are_all_different_and_titles_varied() {
    for size in [1, 25] {
        let all: Vec<_> = vacancies(SEED, size, today()).collect();
        assert_eq!(distinct(all.iter().map(|vacancy| &vacancy.description)), all.len());
        assert_eq!(distinct(all.iter().map(|vacancy| &vacancy.external_id)), all.len());
        assert_eq!(distinct(all.iter().map(|vacancy| &vacancy.summary)), all.len());
        let organisations: Vec<_> = organisations(SEED, size).collect();
        assert_eq!(distinct(organisations.iter().map(|one| &one.description)), organisations.len());
        let titles = distinct(all.iter().map(|vacancy| &vacancy.title));
        assert!(titles >= if size == 1 { 360 } else { 3_000 }, "{titles} titles at size {size}");
        let offers: Vec<_> = offers(SEED, size, today()).collect();
        assert_eq!(distinct(offers.iter().map(|offer| &offer.description)), offers.len());
        let asked: Vec<_> = help_requests(SEED, size, today()).collect();
        assert_eq!(distinct(asked.iter().map(|request| &request.description)), asked.len());
    }
}

#[test]
fn nothing_runs_out_up_to_the_largest_size() {
    let largest = u64::from(MAX_SIZE);
    assert!(largest * vacancies::PER_UNIT >= 1_000_000);
    assert!(
        vacancies::Sources::new().most_units() >= largest,
        "vacancies end at {}",
        vacancies::Sources::new().most_units()
    );
    assert!(organisations::CAPACITY >= largest * organisations::PER_UNIT);
    for kind in &offer_kinds::KINDS {
        let wanted = largest * offers::PER_UNIT / offer_kinds::KINDS.len() as u64 + 1;
        assert!(offers::variants(kind) >= wanted, "{}", kind.task);
    }
    for kind in &help_request_kinds::KINDS {
        let wanted = largest * help_requests::PER_UNIT / help_request_kinds::KINDS.len() as u64 + 1;
        assert!(help_requests::variants(kind) >= wanted, "{}", kind.task);
    }
}

#[test]
fn no_two_choices_of_an_archetype_read_the_same() {
    let mut openings: HashMap<&str, &str> = HashMap::new();
    for archetype in archetypes::all() {
        assert!(archetype.weight <= 8, "{}", archetype.task);
        for opening in archetype.openings {
            assert_eq!(openings.insert(opening, archetype.task), None, "{opening}");
        }
        assert_eq!(distinct(archetype.acts.iter()), archetype.acts.len());
        assert_eq!(distinct(archetype.closings.iter()), archetype.closings.len());
        for act in archetype.acts {
            assert!(act.starts_with(char::is_lowercase) && !act.ends_with('.'), "{act}");
        }
    }
}

#[test]
fn vacancies_hold_to_the_rules_on_any_day() {
    for day in [today(), date(2027, 1, 1), date(2028, 2, 29), date(2027, 6, 30), date(2026, 11, 30)] {
        vacancies_hold_to_the_rules_on(day);
    }
}

fn vacancies_hold_to_the_rules_on(today: Date) {
    for vacancy in vacancies(SEED, 5, today) {
        for text in [&vacancy.title, &vacancy.summary, &vacancy.description] {
            assert_clean(text);
        }
        assert!(vacancy.summary.chars().count() <= 140, "{}", vacancy.summary);
        assert!((3..=6).contains(&text::sentences(&vacancy.description)), "{}", vacancy.description);
        assert!((0.25..=20.0).contains(&vacancy.hours_per_week), "{}", vacancy.title);
        assert!(vacancy.people_wanted >= 1 && !vacancy.week_parts.is_empty());
        assert!(
            vacancy.themes.iter().all(|slug| THEMES.iter().any(|theme| theme.slug == *slug)),
            "{:?}",
            vacancy.themes
        );
        assert!(vacancy.tasks.iter().all(|slug| TASKS.iter().any(|task| task.slug == *slug)), "{:?}", vacancy.tasks);
        assert!(vacancy.published_days_ago <= 330);
        let over = matches!(vacancy.status, VacancyStatus::Filled | VacancyStatus::Closed);
        if let When::Once { date, .. } = vacancy.when {
            assert_eq!(date < today, over, "{}", vacancy.title);
            assert!(date.since(today).expect("dates of one calendar").get_days().abs() <= 80);
        }
        if let When::Period { from, until } = vacancy.when {
            assert!(from < until);
            assert_eq!(from < today, over, "{} {from}", vacancy.title);
        }
    }
}

#[test]
fn every_group_every_wijk_every_theme_and_every_status_is_there() {
    let organisations: Vec<_> = organisations(SEED, 1).collect();
    let groups: HashSet<u32> = organisations.iter().flat_map(|one| &one.sectors).map(|code| code / 1_000).collect();
    assert_eq!(groups, (1..=12).collect());
    assert_eq!(distinct(organisations.iter().flat_map(|one| one.sectors.clone())), 30);
    let vacancies: Vec<_> = vacancies(SEED, 1, today()).collect();
    for (wijk, name) in WIJKEN {
        let here = vacancies
            .iter()
            .filter(|vacancy| matches!(vacancy.location, Location::At { wijk: at, .. } if at == wijk))
            .count();
        assert!(here > 0, "no vacancy in {name}");
    }
    let postcodes = distinct(vacancies.iter().filter_map(|vacancy| match vacancy.location {
        Location::At { postcode, .. } => Some(postcode),
        Location::FromHome => None,
    }));
    assert_eq!(postcodes, 17);
    assert_eq!(distinct(vacancies.iter().flat_map(|vacancy| vacancy.themes.clone())), THEMES.len());
    assert_eq!(distinct(vacancies.iter().map(|vacancy| format!("{:?}", vacancy.status))), 6);
    let asking: HashSet<u64> = vacancies.iter().map(|vacancy| vacancy.organisation_key).collect();
    let groups_asking =
        distinct(organisations.iter().filter(|one| asking.contains(&one.key)).map(|one| one.sectors[0] / 1_000));
    assert_eq!(groups_asking, 12);
    assert!(asking.contains(&CONTACT_ORGANISATION));
}

#[test]
fn organisations_are_unique_and_unmistakably_invented() {
    let all: Vec<_> = organisations(SEED, 40).collect();
    assert_eq!(distinct(all.iter().map(|one| &one.name)), all.len());
    assert_eq!(distinct(all.iter().map(|one| &one.slug)), all.len());
    let numbers: Vec<_> = all
        .iter()
        .filter_map(|one| match &one.kind {
            OrganisationKind::Registered { chamber_number } => Some(chamber_number),
            OrganisationKind::Informal => None,
        })
        .collect();
    assert!(numbers.iter().all(|number| number.len() == 8 && number.starts_with("00")));
    assert_eq!(distinct(numbers.iter()), numbers.len());
    for one in &all {
        assert_clean(&one.description);
        assert!(
            one.email.ends_with(".example") && one.contacts.iter().all(|contact| contact.email.ends_with(".example"))
        );
        assert!(
            one.slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
            "{}",
            one.slug
        );
        assert_eq!(one.contacts.is_empty(), one.state == OrganisationState::WithoutReachableContact, "{}", one.name);
        assert!(!one.wijken.is_empty());
        if one.kind == OrganisationKind::Informal {
            assert!(!one.name.contains("Stichting") && !one.name.to_lowercase().contains("vereniging"), "{}", one.name);
        }
    }
    for state in [OrganisationState::WaitingForConfirmation, OrganisationState::WithoutReachableContact] {
        assert!(all[..120].iter().any(|one| one.state == state));
    }
    assert_eq!(all[CONTACT_ORGANISATION as usize].state, OrganisationState::Confirmed);
}

#[test]
fn people_are_as_described() {
    let all: Vec<_> = people(SEED, 1, today()).collect();
    let without = all.iter().filter(|person| person.email.is_none()).count();
    assert!((110..=210).contains(&without), "{without} of 2,000 have no e-mail");
    assert_eq!(distinct(all.iter().filter_map(|person| person.email.as_ref())), all.len() - without);
    for person in &all {
        assert!(
            person.email.as_ref().is_none_or(|email| email.is_ascii() && email.ends_with("@inwoner.voorbeeld.example"))
        );
        assert!(
            person.can.iter().chain(&person.wants_to_learn).all(|slug| SKILLS.iter().any(|skill| skill.slug == *slug))
        );
        assert!(!person.themes.is_empty() && !person.languages.is_empty() && !person.available.is_empty());
        assert!(person.hours_per_week <= 20.0);
    }
}

#[test]
fn offers_and_help_requests_name_nobody() {
    let people: Vec<_> = people(SEED, 1, today()).collect();
    for offer in offers(SEED, 1, today()) {
        assert_clean(&offer.description);
        assert!(people[offer.person_key as usize].email.is_some());
        assert!(TASKS.iter().any(|task| task.slug == offer.tasks[0]), "{}", offer.tasks[0]);
    }
    for request in help_requests(SEED, 1, today()) {
        assert_clean(&request.description);
        let person = &people[request.person_key as usize];
        assert!(
            person.name.split(' ').all(|part| part.len() < 4 || !request.description.contains(part)),
            "{}",
            request.description
        );
        assert!(!request.description.contains("straat 1") && !request.description.contains('@'));
        assert!(person.email.is_some() || request.on_behalf_by.is_some());
        assert!(TASKS.iter().any(|task| task.slug == request.tasks[0]), "{}", request.tasks[0]);
    }
}

#[test]
fn responses_show_every_course_and_go_forward_in_time() {
    let vacancies: Vec<_> = vacancies(SEED, 1, today()).collect();
    let all: Vec<_> = responses(SEED, 1, today()).collect();
    let answered = distinct(all.iter().map(|response| response.vacancy_key));
    assert!((100..=180).contains(&answered), "{answered} of 400 vacancies have responses");
    assert_eq!(distinct(all.iter().map(|response| format!("{:?}", response.state))), 9);
    for (index, response) in all.iter().enumerate() {
        assert_eq!(response.key, index as u64);
        assert!(response.steps.windows(2).all(|pair| pair[0].hours_ago >= pair[1].hours_ago), "{response:?}");
        let first = &response.steps[0];
        assert_eq!((first.by, first.kind), (Side::Volunteer, StepKind::Message));
        assert_clean(&first.text);
        let published = vacancies[response.vacancy_key as usize].published_days_ago;
        assert!(first.hours_ago <= (published + 1) * 24, "{response:?}");
        let offered =
            response.steps.iter().any(|step| matches!(step.kind, StepKind::Decline { other_doors } if other_doors > 0));
        assert_eq!(offered, response.state == ResponseState::Declined);
    }
}

#[test]
fn taxonomy_is_whole() {
    assert_eq!(distinct(THEMES.iter().map(|theme| theme.slug)), THEMES.len());
    assert_eq!(distinct(TASKS.iter().map(|task| task.slug)), TASKS.len());
    assert_eq!(distinct(SKILLS.iter().map(|skill| skill.slug)), SKILLS.len());
    assert!(TASKS.iter().all(|task| THEMES.iter().any(|theme| theme.slug == task.theme)));
    assert!(THEMES.iter().all(|theme| (1..=12).contains(&theme.icnpo_group)));
    assert!(THEMES.iter().all(|theme| TASKS.iter().any(|task| task.theme == theme.slug) || theme.slug == "faith"));
}
