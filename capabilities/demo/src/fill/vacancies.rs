//! The vacancies of the demonstration town.

use crate::invented::{SampleVacancy, VacancyStatus};
use ::facets::model::{Facets, VacancyId};
use ::places::TownPlaces;
use ::vacancies::{
    model::{Closing, PauseReason, State, Vacancy},
    settings::SHOWN_DAYS,
};
use jiff::ToSpan as _;
use kernel::Result;
use platform::Ctx;

use super::{BATCH, facets, moments::days_ago, organisations::Placed};

/// What became of the responses to a vacancy, by the vacancy's key.
#[derive(Clone, Copy, Default)]
pub(super) struct Answers {
    /// Have started.
    pub started: u32,
    /// Were taken over because nobody answered.
    pub taken_over: u32,
}

/// What responses need to know of a vacancy.
pub(super) struct Shown {
    pub id: VacancyId,
    pub title: String,
    /// Key of its organisation.
    pub organisation: usize,
    /// Whether people can respond to it now: another door for who hears no.
    pub open: bool,
}

/// The vacancies, in the order of their keys.
pub(super) async fn insert(
    ctx: &Ctx,
    seed: u64,
    size: u32,
    places: &TownPlaces,
    organisations: &[Placed],
    answers: &std::collections::HashMap<u64, Answers>,
) -> Result<Vec<Shown>> {
    let mut shown = Vec::new();
    let mut tx = ctx.app.db.begin_system().await?;
    for (number, sample) in crate::invented::vacancies(seed, size, ctx.today()).enumerate() {
        if number > 0 && number % BATCH == 0 {
            tx.commit().await?;
            tx = ctx.app.db.begin_system().await?;
        }
        let organisation = usize::try_from(sample.organisation_key).unwrap_or_default();
        let outcome = answers.get(&sample.key).copied().unwrap_or_default();
        let vacancy = vacancy(ctx, &sample, places, &organisations[organisation], outcome);
        let (title, open) = (vacancy.title.clone(), vacancy.state == State::Live);
        let id = vacancies::insert_sample(&mut tx, ctx, vacancy).await?;
        shown.push(Shown { id, title, organisation, open });
    }
    tx.commit().await?;
    Ok(shown)
}

fn vacancy(ctx: &Ctx, sample: &SampleVacancy, places: &TownPlaces, of: &Placed, answers: Answers) -> Vacancy {
    let published = days_ago(ctx, sample.published_days_ago, sample.key);
    let mut vacancy = Vacancy::draft(ctx.town(), ctx.id(), of.id, published.plus(-2 * kernel::time::HOUR));
    vacancy.external_id = Some(sample.external_id.clone());
    vacancy.title.clone_from(&sample.title);
    vacancy.summary.clone_from(&sample.summary);
    vacancy.description.clone_from(&sample.description);
    vacancy.facets = Facets {
        themes: facets::texts(&sample.themes),
        tasks: facets::texts(&sample.tasks),
        when: facets::when(sample.when, &sample.week_parts),
        hours: Some(sample.hours_per_week),
        place: facets::location(places, sample.location),
        asked: facets::asked(&sample.asked),
        offered: facets::offered(sample.offered),
        suitable: facets::suitable(&sample.suitable_for),
    };
    vacancy.people_wanted = sample.people_wanted;
    vacancy.contact = of.contact;
    vacancy.contact_label.clone_from(&of.label);
    vacancy.state = match sample.status {
        VacancyStatus::Draft => State::Draft,
        VacancyStatus::WaitingForModeration => State::Waiting,
        VacancyStatus::Live => State::Live,
        VacancyStatus::Paused => State::Paused,
        VacancyStatus::Filled => State::Filled,
        VacancyStatus::Closed => State::Closed,
    };
    let today = ctx.today();
    vacancy.closes_on = sample.closes_in_days.map(|days| today.saturating_add(i64::from(days).days()));
    if !matches!(vacancy.state, State::Draft | State::Waiting) {
        vacancy.published_at = Some(published);
        let shown = ctx.municipality.settings.count(&SHOWN_DAYS, today);
        vacancy.settle_last_day(published.date(&ctx.municipality.zone), shown);
        if vacancy.is_public() && vacancy.closes_on.is_some_and(|last| last < today) {
            vacancy.closes_on = Some(today.saturating_add(30.days()));
        }
    }
    how_it_stands(&mut vacancy, sample, answers);
    let filled = match vacancy.closing {
        None => vacancy.state == State::Filled,
        Some(closing) => matches!(closing, Closing::ThroughUs | Closing::Otherwise),
    };
    // Somewhere between its first day and now, so that every month of late has some.
    let tenths = 3 + i64::try_from(sample.key % 7).unwrap_or_default();
    vacancy.filled_at = filled.then(|| published.plus(ctx.now.since(published) / 10 * tenths));
    vacancy.changed_at = vacancy.created_at.plus(kernel::time::HOUR).max(published);
    vacancy
}

/// How many started, why it pauses, how it ended: as its responses tell.
fn how_it_stands(vacancy: &mut Vacancy, sample: &SampleVacancy, answers: Answers) {
    let wanted = vacancy.people_wanted;
    vacancy.people_found = match vacancy.state {
        State::Filled => wanted,
        State::Live | State::Paused => answers.started.min(wanted.saturating_sub(1)),
        _ => answers.started.min(wanted),
    };
    if vacancy.state == State::Paused {
        let unanswered = answers.taken_over >= 2;
        vacancy.pause_reason = Some(if unanswered { PauseReason::Unanswered } else { PauseReason::Asked });
    }
    if vacancy.state == State::Closed {
        vacancy.closing = Some(match (answers.started, sample.key % 4) {
            (1.., _) => Closing::ThroughUs,
            (0, 0) => Closing::Otherwise,
            (0, 1 | 2) => Closing::NotFilled,
            (0, _) => Closing::Unknown,
        });
    }
}
