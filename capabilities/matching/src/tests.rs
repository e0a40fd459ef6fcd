//! What must hold of the engine, whatever the weights.

use jiff::civil::{date, time};
use kernel::{Point, text::Codes as _};
use proptest::prelude::*;

use super::{
    exposure::{exposure, usual},
    file,
    model::{Commitment, Factor, Gate, Opening, Seeker, factors, judge, known_mean, openings_for, seekers_for},
    seeker::{self, Question},
    simulation::{Simulation, run},
    weights::Weights,
};
use facets::model::{Asked, DayPart, DutchLevel, Facets, Offered, Place, SuitableFor, WeekPart, When};
use people::{Profile, model as people};

fn facets() -> Facets {
    Facets {
        themes: vec!["nature".into()],
        tasks: vec!["gardening".into()],
        when: When::Series {
            weekday: 2,
            every_weeks: 1,
            starts: time(9, 30, 0, 0),
            ends: time(12, 0, 0, 0),
            from: None,
            until: None,
        },
        hours: Some(2.5),
        place: Place { point: Point::new(52.06, 4.49), ..Place::default() },
        asked: Asked::default(),
        offered: Offered::default(),
        suitable: Vec::new(),
    }
}

fn opening(change: impl FnOnce(&mut Facets)) -> Opening {
    let mut facets = facets();
    change(&mut facets);
    Opening { id: "a".into(), facets, exposure: 1.0 }
}

fn gardener() -> Seeker {
    Seeker {
        id: "noor".into(),
        themes: vec!["nature".into()],
        tasks: vec!["gardening".into()],
        when: vec![WeekPart { weekday: 2, part: DayPart::Morning }],
        commitment: vec![Commitment::Longer],
        hours_per_week: Some(4.0),
        point: Point::new(52.06, 4.50),
        travel_km: Some(5.0),
        ..Seeker::default()
    }
}

fn score(seeker: &Seeker, opening: &Opening) -> f64 {
    judge(seeker, opening, &Weights::default()).expect("no gate is closed").score
}

#[test]
fn a_closed_gate_shuts_and_an_open_one_adds_nothing() {
    type Change = fn(&mut Facets);
    type Tell = fn(&mut Seeker);
    let cases: [(Gate, Change, Tell, Tell); 5] = [
        (Gate::Age, |f| f.asked.min_age = Some(18), |s| s.age = Some(17), |s| s.age = Some(18)),
        (
            Gate::Dutch,
            |f| f.asked.dutch = DutchLevel::B1,
            |s| s.dutch = Some(DutchLevel::A2),
            |s| s.dutch = Some(DutchLevel::B1),
        ),
        (
            Gate::Languages,
            |f| f.asked.languages = vec!["ar".into()],
            |s| s.languages = vec!["nl".into()],
            |s| s.languages = vec!["nl".into(), "ar".into()],
        ),
        (Gate::Vog, |f| f.asked.vog = true, |s| s.vog = Some(false), |s| s.vog = Some(true)),
        (
            Gate::DrivingLicence,
            |f| f.asked.driving_licence = true,
            |s| s.driving_licence = Some(false),
            |s| s.driving_licence = Some(true),
        ),
    ];
    let plain = score(&gardener(), &opening(|_| {}));
    for (gate, asks, fails, passes) in cases {
        let asking = opening(asks);
        let told = |tell: Tell| {
            let mut seeker = gardener();
            tell(&mut seeker);
            judge(&seeker, &asking, &Weights::default())
        };
        assert_eq!(told(fails), Err(vec![gate]), "{gate} shuts");
        let passed = told(passes).expect("the gate is open");
        assert_eq!(passed.score, plain, "{gate}: whoever passes is not better for it");
        assert!(passed.to_ask.is_empty());
        let silent = judge(&gardener(), &asking, &Weights::default()).expect("silence shuts nobody out");
        assert_eq!((silent.score, silent.to_ask), (plain, vec![gate]), "{gate}: what was not told is asked");
    }
}

#[test]
fn a_year_of_birth_leaves_the_year_of_the_birthday_open() {
    let adults_only = opening(|facets| facets.asked.min_age = Some(18));
    let born = |year| seeker::of_profile(1, &Profile { birth_year: Some(year), ..Profile::default() }, None, 2026);
    assert_eq!(judge(&born(2009), &adults_only, &Weights::default()), Err(vec![Gate::Age]), "17 at most");
    let fit = judge(&born(2008), &adults_only, &Weights::default()).expect("perhaps 18");
    assert_eq!(fit.to_ask, [Gate::Age]);
    let fit = judge(&born(2007), &adults_only, &Weights::default()).expect("18 at least");
    assert!(fit.to_ask.is_empty());
}

#[test]
fn a_profile_asks_what_was_not_told() {
    assert_eq!(seeker::unanswered(&Profile::default()), Question::ALL);
    let told = Profile {
        tasks: vec!["gardening".into()],
        when: vec![people::WeekPart { weekday: 2, part: people::DayPart::Morning }],
        commitment: vec![people::Commitment::Longer],
        hours_per_week: Some(4),
        travel_km: Some(5),
        dutch: Some(people::DutchLevel::B1),
        ..Profile::default()
    };
    let open = [Question::Themes, Question::Postcode, Question::Languages, Question::BirthYear];
    assert_eq!(seeker::unanswered(&told), open);
    let asked = seeker::of_profile("noor", &told, None, 2026);
    let as_told = Seeker {
        id: "noor".into(),
        tasks: vec!["gardening".into()],
        when: vec![WeekPart { weekday: 2, part: DayPart::Morning }],
        commitment: vec![Commitment::Longer],
        hours_per_week: Some(4.0),
        travel_km: Some(5.0),
        dutch: Some(DutchLevel::B1),
        ..Seeker::default()
    };
    assert_eq!(asked, as_told);
    let completed = seeker::completed(asked, seeker::like(&facets()));
    assert_eq!((completed.themes, completed.tasks), (vec!["nature".to_owned()], vec!["gardening".to_owned()]));
}

#[test]
fn each_day_has_one_version_of_the_weights_and_each_says_where_it_comes_from() {
    let table = Weights::table();
    for (one, next) in table.iter().zip(table.iter().skip(1)) {
        assert!(one.version < next.version, "versions go up");
        assert_eq!(one.valid_until.and_then(|end| end.tomorrow().ok()), Some(next.valid_from), "no gap, no overlap");
    }
    assert!(table.iter().all(|weights| !weights.source.is_empty()));
    assert_eq!(table.last().map(|newest| newest.valid_until), Some(None), "the newest one is open");
    assert_eq!(Weights::on(date(2026, 3, 3)), Weights::default());
    assert_eq!(Weights::on(date(1999, 1, 1)), table[0]);
}

#[test]
fn reasons_say_what_fits_and_what_does_not() {
    let fit = judge(&gardener(), &opening(|_| {}), &Weights::default()).expect("open");
    let factors: Vec<Factor> = fit.fits.iter().map(|reason| reason.factor).collect();
    assert_eq!(
        factors,
        [Factor::Time, Factor::Distance, Factor::Tasks, Factor::Commitment, Factor::Hours, Factor::Themes],
        "the weightiest first"
    );
    assert!(fit.misfits.is_empty());
    let evening = opening(|facets| {
        facets.when = When::Once { date: date(2026, 4, 11), starts: time(19, 0, 0, 0), ends: time(22, 0, 0, 0) };
    });
    let fit = judge(&gardener(), &evening, &Weights::default()).expect("open");
    let misfits: Vec<Factor> = fit.misfits.iter().map(|reason| reason.factor).collect();
    assert_eq!(misfits, [Factor::Time, Factor::Commitment]);
}

#[test]
fn what_is_meant_for_somebody_counts_for_them_alone() {
    let for_beginners = opening(|facets| facets.suitable = vec![SuitableFor::BeginnerDutch]);
    let beginner = Seeker { dutch: Some(DutchLevel::A1), ..gardener() };
    let fluent = Seeker { dutch: Some(DutchLevel::B2), ..gardener() };
    assert!(score(&beginner, &for_beginners) > score(&fluent, &for_beginners));
    assert_eq!(score(&fluent, &for_beginners), score(&gardener(), &opening(|_| {})));
    let from_home = opening(|facets| facets.place.from_home = true);
    let fit = judge(&gardener(), &from_home, &Weights::default()).expect("open");
    assert!(fit.fits.iter().any(|reason| reason.factor == Factor::Home));
}

#[test]
fn who_told_nothing_is_in_the_middle() {
    assert_eq!(score(&Seeker::default(), &opening(|_| {})), 0.5);
}

#[test]
fn the_fair_share_orders_equals_and_nothing_more() {
    let had_many = Opening { id: "a".into(), exposure: 0.1, ..opening(|_| {}) };
    let had_none = Opening { id: "b".into(), ..opening(|_| {}) };
    let (found, _) = openings_for(&gardener(), &[had_many, had_none.clone()], &Weights::default());
    assert_eq!(found[0].id, "b");
    assert_eq!(found[0].fit.score, found[1].fit.score, "what fits is told as it is");
    let unfair = Weights { exposure: 0.0, ..Weights::default() };
    let (found, _) = openings_for(&gardener(), &[had_none, opening(|_| {})], &unfair);
    assert_eq!(found[0].id, "a", "equals stand in the order of their ids");
}

#[test]
fn both_ways_agree() {
    let (openings, _) = openings_for(&gardener(), &[opening(|_| {})], &Weights::default());
    let (seekers, _) = seekers_for(&opening(|_| {}), &[gardener()], &Weights::default());
    assert_eq!(openings[0].fit, seekers[0].fit);
}

#[test]
fn each_connection_takes_a_part_and_a_penalty_of_nothing_takes_nothing() {
    assert_eq!(exposure(0, 0, 10.0, 30), 1.0);
    let after = |connections| exposure(connections, 0, 10.0, 30);
    assert!((after(1) - 0.7).abs() < 1e-9 && (after(2) - 0.49).abs() < 1e-9);
    assert!(exposure(0, 100, 10.0, 30) < exposure(0, 10, 10.0, 30), "what many saw needs it less");
    assert!(exposure(0, 1_000_000, 1.0, 30) > after(1), "being seen is not yet having somebody");
    assert_eq!(exposure(9, 900, 1.0, 0), 1.0);
    assert_eq!(usual(&mut [5, 1, 9]), 5.0);
    assert_eq!(usual(&mut []), 1.0);
}

#[test]
fn fair_exposure_reaches_more_openings_at_the_same_total() {
    for seed in 1..=5 {
        let what = Simulation { seed, ..Simulation::default() };
        let outcome = run(&what);
        assert_eq!(outcome.total, what.visitors);
        assert_eq!(outcome, run(&what), "the same seed gives the same outcome");
        assert!(outcome.fair > outcome.by_popularity, "{outcome:?}");
    }
    let off = run(&Simulation { penalty_percent: 0, ..Simulation::default() });
    assert!(off.fair < run(&Simulation::default()).fair, "without a penalty fewer are reached");
}

#[test]
fn a_file_is_answered_and_a_wrong_one_explained() {
    let question = serde_json::json!({ "seeker": gardener(), "openings": [opening(|_| {})] }).to_string();
    let answer: serde_json::Value = serde_json::from_str(&file::answer(&question).expect("an answer")).expect("JSON");
    assert_eq!(answer["suggestions"][0]["id"], "a");
    assert_eq!(answer["weights_version"], 1);
    let back = serde_json::json!({ "opening": opening(|_| {}), "seekers": [gardener()] }).to_string();
    assert!(file::answer(&back).is_ok());
    assert!(file::answer("{}").unwrap_err().contains("docs/matching.md"));
}

fn any_seeker() -> impl Strategy<Value = Seeker> {
    let themes = prop::collection::vec(prop::sample::select(vec!["nature", "sport", "elderly"]), 0..3);
    let tasks = prop::collection::vec(prop::sample::select(vec!["gardening", "driving"]), 0..2);
    let parts = prop::collection::vec((1i8..=7, prop::sample::select(vec![DayPart::Morning, DayPart::Evening])), 0..4);
    let hours = prop::option::of(1u8..20);
    let travel = prop::option::of(1u8..30);
    let point = prop::option::of((52.0f64..52.2, 4.4f64..4.6));
    let commitment = prop::collection::vec(prop::sample::select(Commitment::ALL.to_vec()), 0..2);
    let answers = (themes, tasks, parts, hours, travel, point, commitment);
    answers.prop_map(|(themes, tasks, parts, hours, travel, point, commitment)| Seeker {
        themes: themes.into_iter().map(str::to_owned).collect(),
        tasks: tasks.into_iter().map(str::to_owned).collect(),
        when: parts.into_iter().map(|(weekday, part)| WeekPart { weekday, part }).collect(),
        hours_per_week: hours.map(f32::from),
        travel_km: travel.map(f64::from),
        point: point.and_then(|(lat, lon)| Point::new(lat, lon)),
        commitment,
        ..Seeker::default()
    })
}

proptest! {
    #[test]
    fn scores_stay_within_bounds(seeker in any_seeker(), share in -1.0f64..2.0) {
        let opening = Opening { exposure: share, ..opening(|_| {}) };
        let fit = judge(&seeker, &opening, &Weights::default()).expect("no gates");
        prop_assert!((0.0..=1.0).contains(&fit.score) && (0.0..=1.0).contains(&fit.rank));
    }

    #[test]
    fn leaving_a_question_open_never_counts_against_anyone(seeker in any_seeker()) {
        let weights = Weights::default();
        let opening = opening(|_| {});
        let told = judge(&seeker, &opening, &weights).expect("no gates").score;
        for answer in factors(&seeker, &opening.facets, &weights) {
            let silent = without(&seeker, answer.factor);
            let quiet = judge(&silent, &opening, &weights).expect("no gates").score;
            let rest = known_mean(&factors(&silent, &opening.facets, &weights), &weights);
            prop_assert!(quiet >= rest - ROUNDING, "{:?}: silence pulls {rest} down to {quiet}", answer.factor);
            if answer.fit <= 0.5f64.max(rest) {
                prop_assert!(quiet >= told - ROUNDING, "{:?} of {} gains: {quiet} < {told}", answer.factor, answer.fit);
            } else {
                prop_assert!(told >= quiet - ROUNDING, "{:?} of {} costs: {told} < {quiet}", answer.factor, answer.fit);
            }
        }
    }
}

/// Sums in another order differ in the last digits.
const ROUNDING: f64 = 1e-12;

/// The same person, who left one question open.
fn without(seeker: &Seeker, factor: Factor) -> Seeker {
    let mut silent = seeker.clone();
    match factor {
        Factor::Tasks => silent.tasks.clear(),
        Factor::Themes => silent.themes.clear(),
        Factor::Time => silent.when.clear(),
        Factor::Commitment => silent.commitment.clear(),
        Factor::Hours => silent.hours_per_week = None,
        Factor::Distance | Factor::Home => silent.point = None,
        Factor::Learning => silent.learn.clear(),
        Factor::BeginnerDutch => silent.dutch = None,
    }
    silent
}
