//! The help requests of the demonstration town, and the helpers whom its points know.

use std::collections::HashMap;

use crate::invented::{HELP_OFFERS, HelpRequestStatus, MOTIVATIONS, STAFF, SamplePerson, StaffRole};
use ::facets::model::{Asked, Facets, Offered, Place, When};
use ::help_requests::{
    SampleCandidate, SampleHelpRequest, SampleHelper,
    model::{Begin, Candidacy, Checked, Closing, Private, State, WrittenBy},
};
use ::places::TownPlaces;
use jiff::ToSpan as _;
use kernel::{Codes as _, PersonId, Result};
use platform::Ctx;

use super::{
    BATCH, facets,
    moments::days_ago,
    people::{is_helper, phone},
};

/// The resident a visitor of the demonstration can be; has something to choose.
const RESIDENT: &str = "tess@inwoner.voorbeeld.example";

/// For how many different people the points ask, at most.
const POINT_ASKS: usize = 500;

/// Who is who around the requests.
struct Cast<'a> {
    residents: &'a [PersonId],
    /// Those who ask or helped, by key: the name, and whether mail reaches them.
    known: HashMap<u64, (String, bool)>,
    helpers: Vec<PersonId>,
    /// Keys of those whom no mail reaches, and who agreed that a point acts for them.
    by_point: Vec<u64>,
    mediators: Vec<PersonId>,
    resident: Option<PersonId>,
}

/// The helpers and the help requests of these residents.
pub(super) async fn insert(
    ctx: &Ctx,
    seed: u64,
    size: u32,
    places: &TownPlaces,
    residents: &[PersonId],
    staff: &HashMap<String, PersonId>,
) -> Result<()> {
    let wanted: std::collections::HashSet<u64> =
        crate::invented::help_requests(seed, size, ctx.today()).map(|request| request.person_key).collect();
    let mut cast = Cast {
        residents,
        known: HashMap::new(),
        helpers: Vec::new(),
        by_point: Vec::new(),
        mediators: STAFF
            .iter()
            .filter(|member| member.role == StaffRole::Mediator)
            .filter_map(|member| staff.get(member.email).copied())
            .collect(),
        resident: staff.get(RESIDENT).copied(),
    };
    let mut tx = ctx.app.db.begin_system().await?;
    for person in crate::invented::people(seed, size, ctx.today()) {
        if person.email.is_none() && cast.by_point.len() < POINT_ASKS {
            cast.by_point.push(person.key);
            cast.known.insert(person.key, (person.name.clone(), false));
        }
        if wanted.contains(&person.key) {
            cast.known.insert(person.key, (person.name.clone(), person.email.is_some()));
        }
        if let Some(helper) = helper(ctx, &person, &cast) {
            if helper.checked.is_some() {
                cast.helpers.push(helper.person);
            }
            help_requests::insert_sample_helper(&mut tx, ctx, helper).await?;
        }
    }
    for (number, sample) in crate::invented::help_requests(seed, size, ctx.today()).enumerate() {
        if number > 0 && number % BATCH == 0 {
            tx.commit().await?;
            tx = ctx.app.db.begin_system().await?;
        }
        help_requests::insert_sample(&mut tx, ctx, request(ctx, &sample, places, &cast)).await?;
    }
    tx.commit().await?;
    Ok(())
}

fn resident(cast: &Cast<'_>, key: u64) -> PersonId {
    cast.residents[usize::try_from(key).unwrap_or_default() % cast.residents.len()]
}

fn pick<T: Copy>(list: &[T], key: u64) -> Option<T> {
    list.get(usize::try_from(key).unwrap_or_default() % list.len().max(1)).copied()
}

/// Who may help, and some who still wait to be invited to a point.
fn helper(ctx: &Ctx, person: &SamplePerson, cast: &Cast<'_>) -> Option<SampleHelper> {
    let waits = person.email.is_some() && person.key % 500 == 7;
    if !is_helper(person) && !waits {
        return None;
    }
    let turn = person.key / 50;
    let asked =
        if waits { 1 + u32::try_from(turn % 6).unwrap_or(0) } else { 30 + u32::try_from(turn % 600).unwrap_or(0) };
    let checked = pick(Checked::ALL, turn).zip(pick(&cast.mediators, turn)).filter(|_| !waits);
    Some(SampleHelper {
        person: resident(cast, person.key),
        motivation: pick(&MOTIVATIONS, turn).unwrap_or_default().to_owned(),
        checked,
        valid_until: checked.map(|_| ctx.today().saturating_add((1_095 - i64::from(asked)).days())),
        at: days_ago(ctx, asked, person.key),
    })
}

fn request(
    ctx: &Ctx,
    sample: &crate::invented::SampleHelpRequest,
    places: &TownPlaces,
    cast: &Cast<'_>,
) -> SampleHelpRequest {
    // One in six comes from a point.
    let key = pick(&cast.by_point, sample.key).filter(|_| sample.key % 6 == 4).unwrap_or(sample.person_key);
    let (name, reachable) = cast.known.get(&key).cloned().unwrap_or_default();
    let needs = resident(cast, key);
    let written_by = written_by(sample.on_behalf_by, reachable);
    let asks = match written_by {
        WrittenBy::Own => cast.resident.filter(|_| sample.status == HelpRequestStatus::Open && sample.key < 12),
        WrittenBy::Desk => None,
        WrittenBy::Relative | WrittenBy::Professional => pick(&cast.helpers, sample.key * 7 + 1),
    };
    let for_other = matches!(written_by, WrittenBy::Relative | WrittenBy::Professional);
    let steward = asks.unwrap_or(needs);
    let (state, closing) = standing(sample);
    let candidates = candidates(ctx, sample, state, steward, cast);
    let news = !candidates.is_empty() || state == State::Matched;
    let begin = Begin {
        steward,
        person: (!for_other).then_some(steward),
        entered_by: pick(&cast.mediators, sample.key).filter(|_| written_by == WrittenBy::Desk).unwrap_or(steward),
        written_by,
        relation: sample.on_behalf_by.filter(|_| for_other).map(str::to_owned),
    };
    SampleHelpRequest {
        begin,
        title: sample.title.clone(),
        description: sample.description.clone(),
        facets: facets_of(sample, places),
        private: private(sample, name, places),
        state,
        closing,
        tell: written_by == WrittenBy::Desk && news && !sample.key.is_multiple_of(3),
        candidates,
        at: days_ago(ctx, sample.published_days_ago, sample.key),
    }
}

/// Whoever has e-mail asks for themselves, also when a mediator helped with the words; a point asks for who has none.
fn written_by(writer: Option<&str>, reachable: bool) -> WrittenBy {
    match writer.filter(|_| reachable) {
        Some("dochter of zoon" | "buurvrouw of buurman") => WrittenBy::Relative,
        Some("wijkverpleegkundige" | "maatschappelijk werker") => WrittenBy::Professional,
        _ if reachable => WrittenBy::Own,
        _ => WrittenBy::Desk,
    }
}

fn standing(sample: &crate::invented::SampleHelpRequest) -> (State, Option<Closing>) {
    match sample.status {
        HelpRequestStatus::Draft => (State::Draft, None),
        HelpRequestStatus::WaitingForModeration => (State::Waiting, None),
        HelpRequestStatus::Open => (State::Live, None),
        HelpRequestStatus::Matched => (State::Matched, None),
        HelpRequestStatus::Closed => match sample.key % 6 {
            0 | 3 => (State::Done, Some(Closing::Helped)),
            1 => (State::Closed, Some(Closing::Otherwise)),
            2 => (State::Closed, Some(Closing::NotNeeded)),
            4 => (State::Closed, Some(Closing::NobodyFound)),
            _ => (State::Expired, Some(Closing::Unknown)),
        },
    }
}

/// Most that have been there for a week have somebody who would help; of those with a helper one was chosen.
fn candidates(
    ctx: &Ctx,
    sample: &crate::invented::SampleHelpRequest,
    state: State,
    steward: PersonId,
    cast: &Cast<'_>,
) -> Vec<SampleCandidate> {
    let (key, days) = (sample.key, sample.published_days_ago);
    let (many, first) = match state {
        State::Live if days < 5 => (key % 2, Candidacy::Open),
        State::Live if key.is_multiple_of(5) => (0, Candidacy::Open),
        State::Live => (1 + key % 2, Candidacy::Open),
        State::Matched | State::Done => (1 + key % 2, Candidacy::Chosen),
        State::Draft | State::Waiting | State::Closed | State::Expired => (0, Candidacy::Open),
    };
    let spread = u32::try_from(key % 4).unwrap_or(0);
    // One in eleven waits long to be chosen.
    let ago = match state {
        State::Live if key % 11 == 2 => days.saturating_sub(1),
        State::Live => days.saturating_sub(1).min(spread),
        _ => days.saturating_sub(1 + spread),
    };
    (0..many)
        .filter_map(|place| Some((place, pick(&cast.helpers, key * 5 + place)?)))
        .filter(|(_, person)| *person != steward)
        .map(|(place, person)| SampleCandidate {
            person,
            organisation: None,
            message: pick(&HELP_OFFERS, key + place * 5).unwrap_or_default().to_owned(),
            state: if place == 0 { first } else { Candidacy::Open },
            at: days_ago(ctx, ago, key + place),
        })
        .collect()
}

fn facets_of(sample: &crate::invented::SampleHelpRequest, places: &TownPlaces) -> Facets {
    let mut languages = facets::texts(&sample.languages);
    languages.retain(|code| code != "nl");
    Facets {
        themes: facets::texts(&sample.themes),
        tasks: facets::texts(&sample.tasks),
        when: When::Flexible { parts: facets::week_parts(&sample.week_parts) },
        hours: Some(sample.hours_per_week),
        place: Place {
            wijk: Some(sample.wijk.to_owned()),
            point: places.wijk(sample.wijk).map(|area| area.centre),
            ..Place::default()
        },
        asked: Asked { languages, ..Asked::default() },
        offered: Offered::default(),
        suitable: Vec::new(),
    }
}

/// Exact data that cannot be anybody's: an invented street, a number that does not exist.
fn private(sample: &crate::invented::SampleHelpRequest, name: String, places: &TownPlaces) -> Private {
    let key = sample.key;
    Private {
        name,
        address: format!("Denkbeeldigestraat {}, {}", 1 + key * 3 % 180, places.name_of(sample.wijk)),
        phone: Some(phone(key)),
        email: None,
        remark: key
            .is_multiple_of(4)
            .then(|| "Bel twee keer aan. Ik heb wat tijd nodig om naar de deur te komen.".to_owned()),
    }
}
