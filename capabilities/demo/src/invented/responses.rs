//! Invented responses to about a third of the live, paused and closed vacancies, with what came of them. Every screen has
//! something true to show: clocks that run, answers in time, late ones, silent organisations, doors offered elsewhere.

use jiff::civil::Date;
use kernel::random::SplitMix64;

use super::{
    model::{
        OrganisationState, ResponseState, SamplePerson, SampleResponse, SampleStep, SampleVacancy, Side, StepKind,
        VacancyStatus,
    },
    organisations, people, response_texts as texts, stream,
};

const HOURS_PER_DAY: u32 = 24;

/// How many responses a vacancy has: none for two thirds of them, otherwise 1 to 4.
fn count(random: &mut SplitMix64, vacancy: &SampleVacancy) -> u32 {
    match vacancy.status {
        VacancyStatus::Draft | VacancyStatus::WaitingForModeration => 0,
        // Somebody came through us, otherwise it would not be filled.
        VacancyStatus::Filled => random.between(1, 4),
        _ if vacancy.published_days_ago == 0 => 0,
        _ if random.chance(31) => random.between(1, 4),
        _ => 0,
    }
}

/// The responses to one vacancy; `first_key` is the key of the first.
pub(super) fn of_vacancy(
    seed: u64,
    vacancy: &SampleVacancy,
    people_count: u64,
    today: Date,
    first_key: u64,
) -> Vec<SampleResponse> {
    let mut random = SplitMix64::for_item(seed, stream::RESPONSE, vacancy.key);
    let wanted = count(&mut random, vacancy);
    if wanted == 0 {
        return Vec::new();
    }
    let reachable =
        organisations::core(seed, vacancy.organisation_key).state != OrganisationState::WithoutReachableContact;
    let mut taken: Vec<u64> = Vec::new();
    (0..u64::from(wanted))
        .map(|nth| {
            let person = volunteer(seed, vacancy, people_count, today, &mut random, &taken);
            taken.push(person.key);
            let state = state(&mut random, vacancy, reachable, nth);
            let steps = steps(&mut random, vacancy, &person, state);
            SampleResponse { key: first_key + nth, vacancy_key: vacancy.key, person_key: person.key, state, steps }
        })
        .collect()
}

/// Somebody who has not responded yet, preferably with a theme of the vacancy and the asked age.
fn volunteer(
    seed: u64,
    vacancy: &SampleVacancy,
    people_count: u64,
    today: Date,
    random: &mut SplitMix64,
    taken: &[u64],
) -> SamplePerson {
    let mut fallback = None;
    for _ in 0..40 {
        let person = people::person(seed, random.below(people_count), today);
        if taken.contains(&person.key) {
            continue;
        }
        let old_enough =
            person.birth_year.is_none_or(|year| today.year() - year >= i16::from(vacancy.asked.min_age.unwrap_or(0)));
        let speaks = person.dutch >= vacancy.asked.dutch
            && vacancy.asked.languages.iter().all(|language| person.languages.contains(language));
        if old_enough && speaks && person.themes.iter().any(|theme| vacancy.themes.contains(theme)) {
            return person;
        }
        fallback = Some(person);
    }
    fallback.unwrap_or_else(|| people::person(seed, random.below(people_count), today))
}

/// Courses of a response in a town where most organisations answer.
const COMMON: [ResponseState; 17] = [
    ResponseState::Fresh,
    ResponseState::Fresh,
    ResponseState::AnsweredInTime,
    ResponseState::AnsweredInTime,
    ResponseState::AnsweredInTime,
    ResponseState::AnsweredLate,
    ResponseState::AnsweredLate,
    ResponseState::TakenOver,
    ResponseState::IntroductionPlanned,
    ResponseState::IntroductionPlanned,
    ResponseState::Started,
    ResponseState::Started,
    ResponseState::Declined,
    ResponseState::Declined,
    ResponseState::Withdrawn,
    ResponseState::OutcomeUnknown,
    ResponseState::OutcomeUnknown,
];

fn state(random: &mut SplitMix64, vacancy: &SampleVacancy, reachable: bool, nth: u64) -> ResponseState {
    use ResponseState as S;
    let wanted = match vacancy.status {
        VacancyStatus::Filled if nth == 0 => S::Started,
        VacancyStatus::Filled | VacancyStatus::Closed => {
            *random.pick(&[S::Declined, S::Declined, S::Withdrawn, S::OutcomeUnknown, S::Started])
        }
        _ if !reachable => *random.pick(&[S::Fresh, S::TakenOver, S::TakenOver]),
        VacancyStatus::Paused if nth < 2 => S::TakenOver,
        _ => *random.pick(&COMMON),
    };
    // A course needs its time: nobody can have responded before the vacancy was there.
    if age_in_days(wanted).0 <= vacancy.published_days_ago {
        wanted
    } else if reachable && vacancy.published_days_ago >= age_in_days(S::AnsweredInTime).0 {
        S::AnsweredInTime
    } else {
        S::Fresh
    }
}

/// A thread under construction: time only goes forward, and never past now.
struct Thread<'a> {
    random: &'a mut SplitMix64,
    hours_ago: u32,
    steps: Vec<SampleStep>,
}

impl Thread<'_> {
    /// Something that happens `from` to `to` hours after the last step.
    fn then(&mut self, (from, to): (u32, u32), by: Side, kind: StepKind, text: String) {
        let passed = self.random.between(from, to);
        self.hours_ago = self.hours_ago.saturating_sub(passed);
        self.steps.push(SampleStep { hours_ago: self.hours_ago, by, kind, text });
    }

    fn line(&mut self, lines: &[&str]) -> String {
        (*self.random.pick(lines)).to_owned()
    }
}

/// The oldest and the newest a response in this state can be, in days.
fn age_in_days(state: ResponseState) -> (u32, u32) {
    match state {
        ResponseState::Fresh => (0, 1),
        ResponseState::AnsweredInTime => (3, 12),
        ResponseState::AnsweredLate => (8, 20),
        ResponseState::TakenOver => (9, 22),
        ResponseState::IntroductionPlanned => (4, 10),
        ResponseState::Withdrawn | ResponseState::Declined => (6, 60),
        ResponseState::Started => (20, 100),
        ResponseState::OutcomeUnknown => (25, 100),
    }
}

fn steps(
    random: &mut SplitMix64,
    vacancy: &SampleVacancy,
    person: &SamplePerson,
    state: ResponseState,
) -> Vec<SampleStep> {
    let (newest, oldest) = age_in_days(state);
    let published = vacancy.published_days_ago;
    let over = matches!(vacancy.status, VacancyStatus::Filled | VacancyStatus::Closed);
    let days = if over {
        published.saturating_sub(random.between(2, 60))
    } else {
        random.between(newest.min(published), oldest.min(published).max(newest.min(published)))
    };
    let hours_ago = days * HOURS_PER_DAY + random.between(1, 20);
    let message = texts::message(random, person, vacancy);
    let mut thread = Thread {
        random,
        hours_ago,
        steps: vec![SampleStep { hours_ago, by: Side::Volunteer, kind: StepKind::Message, text: message }],
    };
    go_on(&mut thread, state);
    thread.steps
}

fn go_on(thread: &mut Thread<'_>, state: ResponseState) {
    match state {
        ResponseState::Fresh => {}
        ResponseState::AnsweredInTime => answered(thread, (3, 40)),
        ResponseState::AnsweredLate => {
            thread.then((50, 70), Side::System, StepKind::Reminder, String::new());
            let text = thread.line(&texts::SORRY);
            thread.then((10, 70), Side::Organisation, StepKind::Message, text);
        }
        ResponseState::TakenOver => {
            thread.then((50, 70), Side::System, StepKind::Reminder, String::new());
            thread.then((46, 50), Side::System, StepKind::Reminder, String::new());
            thread.then((24, 72), Side::System, StepKind::TakenOver, String::new());
            if thread.random.chance(60) {
                let text = thread.line(&texts::MEDIATOR);
                thread.then((2, 30), Side::Mediator, StepKind::Message, text);
            }
        }
        ResponseState::IntroductionPlanned => {
            answered(thread, (2, 40));
            let in_days = thread.random.between(1, 10) as i32;
            let text = thread.line(&texts::INVITE);
            thread.then((4, 40), Side::Organisation, StepKind::Introduction { in_days }, text);
        }
        ResponseState::Declined => {
            let other_doors = thread.random.between(1, 3) as u8;
            let text = thread.line(&texts::DECLINE);
            thread.then((10, 90), Side::Organisation, StepKind::Decline { other_doors }, text);
        }
        ResponseState::Withdrawn => {
            if thread.random.chance(60) {
                answered(thread, (4, 60));
            }
            let text = thread.line(&texts::WITHDRAW);
            thread.then((10, 80), Side::Volunteer, StepKind::Withdraw, text);
        }
        ResponseState::Started => {
            met(thread);
            thread.then((24, 120), Side::Organisation, StepKind::OutcomeStarted, String::new());
        }
        ResponseState::OutcomeUnknown => met(thread),
    }
}

/// An answer, and sometimes a word back.
fn answered(thread: &mut Thread<'_>, within: (u32, u32)) {
    let text = thread.line(&texts::ANSWER);
    thread.then(within, Side::Organisation, StepKind::Message, text);
    if thread.random.chance(55) {
        let text = thread.line(&texts::BACK);
        thread.then((1, 20), Side::Volunteer, StepKind::Message, text);
    }
}

/// An answer, an invitation, and the meeting itself in the past.
fn met(thread: &mut Thread<'_>) {
    answered(thread, (2, 44));
    let days_until = thread.random.between(2, 8);
    let invited_hours_ago = thread.hours_ago.saturating_sub(12);
    let in_days = (days_until as i32 - (invited_hours_ago / HOURS_PER_DAY) as i32).min(-1);
    let text = thread.line(&texts::INVITE);
    thread.then((12, 12), Side::Organisation, StepKind::Introduction { in_days }, text);
    thread.hours_ago = thread.hours_ago.saturating_sub(days_until * HOURS_PER_DAY);
}
