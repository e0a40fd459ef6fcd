//! Each rule with a vacancy it likes and ones it does not.

use std::collections::HashMap;

use jiff::civil::{date, time};
use kernel::setting::SettingValue;
use proptest::prelude::*;

use super::*;
use facets::model::DutchLevel;

const STORY: &str = "Je werkt elke dinsdag met 5 buren in de moestuin. Samen zaaien, wieden en oogsten jullie. \
    We beginnen om half tien met koffie. Annet laat je zien wat er te doen is. Na afloop neem je verse groente mee. \
    Je hebt geen ervaring nodig. Oude kleren zijn handig, laarzen staan klaar.";

/// A vacancy with which nothing is wrong.
fn good() -> Input {
    Input {
        title: "Samen tuinieren op dinsdag".into(),
        summary: "Je werkt met buren in de moestuin.".into(),
        description: STORY.into(),
        themes: vec!["nature".into()],
        tasks: vec!["gardening".into()],
        when: Some(series(1)),
        hours: Some(2.5),
        contact_named: true,
        asked: Asked::default(),
        offered: Offered { guidance: true, expenses: true, insurance: true, ..Offered::default() },
        closes_on: Some(date(2026, 6, 1)),
    }
}

fn series(every_weeks: u8) -> When {
    let (starts, ends) = (time(9, 30, 0, 0), time(12, 0, 0, 0));
    When::Series { weekday: 2, every_weeks, starts, ends, from: None, until: None }
}

fn once(day: i8, month: i8, from: i8, until: i8) -> Option<When> {
    Some(When::Once { date: date(2026, month, day), starts: time(from, 0, 0, 0), ends: time(until, 0, 0, 0) })
}

fn terms() -> Terms {
    Terms::of(&Settings::default(), date(2026, 3, 3))
}

fn finding(input: &Input, rule: Rule) -> Finding {
    check(input, &terms()).into_iter().find(|finding| finding.rule == rule).expect("the rule is looked at")
}

#[test]
fn nothing_is_wrong_with_a_good_vacancy() {
    let wrong: Vec<_> =
        check(&good(), &terms()).into_iter().filter(|finding| finding.verdict != Verdict::Good).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert_eq!(check(&good(), &terms()).len(), Rule::ALL.len());
}

type Change = fn(&mut Input);

/// A rule, what makes a good vacancy bad in its eyes, and the words it then names.
const BAD: &[(Rule, Change, &str)] = &[
    (Rule::Title, |input| input.title = "Vrijwilligers gezocht!".into(), ""),
    (Rule::Title, |input| input.title = "Tuinieren".into(), ""),
    (Rule::Title, |input| input.title = "SAMEN TUINIEREN OP DINSDAG".into(), ""),
    (Rule::Summary, |input| input.summary = "Tuinieren.".into(), ""),
    (Rule::Summary, |input| input.summary = input.title.clone(), ""),
    (Rule::Description, |input| input.description = "Je helpt ons.".into(), "40"),
    (
        Rule::Task,
        |input| (input.summary, input.description) = ("De moestuin zoekt hulp.".into(), "Wij tuinieren.".into()),
        "",
    ),
    (Rule::Dates, |input| input.when = once(2, 3, 9, 12), ""),
    (Rule::Dates, |input| input.closes_on = Some(date(2026, 3, 2)), ""),
    (Rule::Dates, |input| input.when = once(9, 5, 9, 12), ""),
    (
        Rule::Dates,
        |input| {
            let (from, until) = (date(2026, 5, 1), date(2026, 4, 1));
            (input.when, input.closes_on) = (Some(When::Period { from, until, parts: Vec::new() }), None);
        },
        "",
    ),
    (Rule::HoursMax, |input| input.hours = Some(24.0), "20"),
    (Rule::HoursPlausible, |input| input.hours = None, ""),
    (Rule::HoursPlausible, |input| input.hours = Some(12.0), ""),
    (Rule::HoursPlausible, |input| input.hours = Some(0.5), ""),
    (Rule::HoursPlausible, |input| (input.when, input.hours) = (once(9, 5, 9, 12), Some(9.0)), ""),
    (Rule::Contact, |input| input.contact_named = false, ""),
    (Rule::PaidWork, |input| input.description.push_str(" Het salaris is marktconform."), "salaris"),
    (Rule::PaidWork, |input| input.title = "Kok voor 0,8 fte".into(), "fte"),
    (Rule::Profit, |input| input.description.push_str(" Samen halen we de omzet."), "omzet"),
    (
        Rule::ReplacesStaff,
        |input| input.description.push_str(" Dit is nodig wegens bezuinigingen."),
        "wegens bezuinigingen",
    ),
    (
        Rule::ReplacesStaff,
        |input| input.summary = "Je komt in plaats van een betaalde kok.".into(),
        "in plaats van een betaalde",
    ),
    (Rule::Boundary, |input| input.themes = vec!["elderly".into()], ""),
    (Rule::Diploma, |input| input.asked.diploma = Some("Hovenier niveau 3".into()), "Hovenier niveau 3"),
    (Rule::Diploma, |input| input.description.push_str(" Je hebt hbo-niveau."), "hbo niveau"),
    (Rule::AgeSex, |input| input.asked.min_age = Some(18), "18"),
    (Rule::AgeSex, |input| input.description.push_str(" Alleen vrouwen kunnen zich melden."), "alleen vrouwen"),
    (Rule::DutchLevel, |input| input.asked.dutch = DutchLevel::B1, ""),
    (Rule::DutchLevel, |input| input.asked.dutch = DutchLevel::B2, ""),
    (Rule::Inclusive, |input| input.description.push_str(" Nederlands is je moedertaal."), "moedertaal"),
    (Rule::Vog, |input| input.tasks = vec!["visiting".into()], ""),
    (Rule::Insurance, |input| input.offered.insurance = false, ""),
    (Rule::Guidance, |input| (input.offered.guidance, input.description) = (false, "Je doet het zelf.".into()), ""),
    (Rule::Expenses, |input| input.offered.expenses = false, ""),
    (
        Rule::PlainLanguage,
        |input| {
            input.description = "Je verricht werkzaamheden en je draagt zorg voor het onderhoud van het groen \
            in de ruimste zin van het woord en alles wat daarmee samenhangt."
                .into()
        },
        "",
    ),
    (
        Rule::PlainLanguage,
        |input| {
            input.description = "Verantwoordelijkheden: groenonderhoudswerkzaamheden, moestuinbeplanting, \
            samenwerkingsverbanden."
                .into()
        },
        "verantwoordelijkheden, groenonderhoudswerkzaamheden, moestuinbeplanting",
    ),
    (Rule::ContactData, |input| input.description.push_str(" Mail naar tuin@proef.example."), "tuin@proef.example"),
    (Rule::ContactData, |input| input.description.push_str(" Bel 06 - 1234 5678."), "06 - 1234 5678"),
    (Rule::ContactData, |input| input.summary.push_str(" (079) 123 45 67"), "(079) 123 45 67"),
];

#[test]
fn every_rule_sees_what_is_wrong_and_names_it() {
    for (rule, change, found) in BAD {
        let mut input = good();
        change(&mut input);
        let finding = finding(&input, *rule);
        let setting = rule.setting().default;
        assert_eq!(finding.verdict.code(), setting, "{rule}: {input:?}");
        assert_eq!(finding.found, *found, "{rule}");
    }
    let covered = |rule: &Rule| BAD.iter().any(|(seen, _, _)| seen == rule);
    let bare: Vec<_> = Rule::ALL.iter().filter(|rule| !covered(rule)).collect();
    assert!(bare.is_empty(), "no bad case for {bare:?}");
}

/// A rule, and what looks wrong and is not.
const FINE: &[(Rule, Change)] = &[
    (Rule::PaidWork, |input| input.description.push_str(" Je krijgt geen salaris.")),
    (Rule::Profit, |input| input.description.push_str(" Wij hebben geen winstgevend doel.")),
    (Rule::Diploma, |input| input.asked.diploma = Some("EHBO of BHV".into())),
    (Rule::AgeSex, |input| (input.asked.min_age, input.asked.age_reason) = (Some(18), Some("Je rijdt.".into()))),
    (Rule::AgeSex, |input| {
        input.description.push_str(" Alleen vrouwen kunnen zich melden.");
        input.asked.age_reason = Some("Het is zwemles voor vrouwen.".into());
    }),
    (Rule::DutchLevel, |input| (input.tasks, input.asked.dutch) = (vec!["language-buddy".into()], DutchLevel::B2)),
    (Rule::Boundary, |input| {
        input.themes = vec!["elderly".into()];
        input.description.push_str(" Je doet geen verzorging.");
    }),
    (Rule::Expenses, |input| (input.offered.expenses, input.offered.other) = (false, Some("Geen onkosten".into()))),
    (Rule::Vog, |input| (input.tasks, input.asked.vog) = (vec!["visiting".into()], true)),
    (Rule::HoursMax, |input| (input.when, input.hours) = (once(9, 5, 9, 12), Some(24.0))),
    (Rule::HoursPlausible, |input| (input.when, input.hours) = (Some(series(2)), Some(1.5))),
    (Rule::Dates, |input| (input.when, input.closes_on) = (once(3, 3, 14, 16), None)),
    (Rule::ContactData, |input| input.description.push_str(" We beginnen op 09-05-2026 14.00 uur.")),
    (Rule::ContactData, |input| input.description.push_str(" Van 10-12 en 13-15 uur, 25 mensen.")),
];

#[test]
fn what_only_looks_wrong_is_left_alone() {
    for (rule, change) in FINE {
        let mut input = good();
        change(&mut input);
        assert_eq!(finding(&input, *rule).verdict, Verdict::Good, "{rule}: {input:?}");
    }
}

#[test]
fn the_municipality_decides_what_a_rule_does() {
    let decide = |value: &str| {
        let decided = SettingValue {
            value: value.into(),
            valid_from: date(2026, 1, 1),
            valid_until: None,
            source: "test".into(),
        };
        let key = Rule::Insurance.setting().key.to_owned();
        Terms::of(&Settings::new(HashMap::from([(key, vec![decided])])), date(2026, 3, 3))
    };
    let mut input = good();
    input.offered.insurance = false;
    let of = |terms: &Terms| check(&input, terms).into_iter().find(|finding| finding.rule == Rule::Insurance);
    assert_eq!(of(&decide("advise")).map(|finding| finding.verdict), Some(Verdict::Advise));
    assert_eq!(of(&decide("refuse")).map(|finding| finding.verdict), Some(Verdict::Refuse));
    assert_eq!(of(&decide("off")), None);
    assert_eq!(refusals(&check(&input, &decide("refuse"))).count(), 1);
}

#[test]
fn words_alone_leave_a_way_round_and_anything_else_does_not() {
    let mut input = good();
    assert!(!refuses_by_words_alone(&check(&input, &terms())), "nothing is refused");
    input.description.push_str(" We helpen met je salaris en zetten de kraam om: omzet.");
    assert!(refuses_by_words_alone(&check(&input, &terms())));
    input.offered.insurance = false;
    assert!(!refuses_by_words_alone(&check(&input, &terms())), "a box can be ticked");
}

#[test]
fn every_setting_has_its_own_key_and_a_default_it_allows() {
    let mut keys: Vec<_> = settings().iter().map(|setting| setting.key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), Rule::ALL.len());
    for (rule, setting) in Rule::ALL.iter().zip(settings()) {
        assert_eq!(setting.check(setting.default), Ok(()), "{}", setting.key);
        assert_eq!(setting.key, format!("vacancy.check_{rule}"));
    }
}

#[test]
fn an_empty_vacancy_is_refused_and_nothing_breaks() {
    let findings = check(&Input::default(), &terms());
    let refused: Vec<_> = refusals(&findings).map(|finding| finding.rule).collect();
    assert_eq!(refused, [Rule::Description, Rule::Contact, Rule::Insurance]);
}

#[test]
fn input_and_findings_are_plain_data() {
    let json = serde_json::to_string(&good()).expect("it serialises");
    assert_eq!(serde_json::from_str::<Input>(&json).expect("it reads back"), good());
    let findings = serde_json::to_value(check(&good(), &terms())).expect("it serialises");
    assert_eq!(findings[0]["rule"], "title");
}

proptest! {
    #[test]
    fn no_text_breaks_the_check(title in "\\PC{0,40}", text in "\\PC{0,200}", hours in 0.0f32..200.0) {
        let input = Input { title, summary: text.clone(), description: text, hours: Some(hours), ..good() };
        prop_assert_eq!(check(&input, &terms()).len(), Rule::ALL.len());
    }

    #[test]
    fn more_good_words_never_turn_description_worse(extra in "( [a-z]{2,8}){0,30}") {
        let input = Input { description: format!("{STORY}{extra}."), ..good() };
        prop_assert_eq!(finding(&input, Rule::Description).verdict, Verdict::Good);
    }
}
