//! The people of the demonstration town.

use std::collections::HashMap;

use crate::invented::{STAFF, SamplePerson, StaffRole};
use ::people::{
    SampleAccount,
    model::{Commitment, DayPart, DutchLevel, Profile, Reach, WeekPart},
};
use kernel::{PersonId, PersonRole, Result};
use platform::Ctx;

use super::{BATCH, facets::texts, moments::days_ago};

/// The people a visitor of the demonstration can sign in as, by address.
pub(super) async fn staff(ctx: &Ctx) -> Result<HashMap<String, PersonId>> {
    let mut tx = ctx.app.db.begin_system().await?;
    let mut known = HashMap::new();
    for member in &STAFF {
        let account = SampleAccount {
            name: member.name.into(),
            email: Some(member.email.into()),
            phone: None,
            roles: roles(member.role).to_vec(),
            profile: own_profile(ctx, member.role),
            joined_at: days_ago(ctx, 400, 1),
            helped_by: None,
        };
        known.insert(member.email.to_owned(), people::insert_sample(&mut tx, ctx, account).await?);
    }
    tx.commit().await?;
    Ok(known)
}

/// The resident has told about themselves, so that there is something that fits; the others are here to work.
fn own_profile(ctx: &Ctx, role: StaffRole) -> Option<Profile> {
    let told =
        crate::invented::people(1, 1, ctx.today()).find(|person| person.email.is_some() && person.themes.len() > 1)?;
    (role == StaffRole::Resident).then(|| profile(&told))
}

fn roles(role: StaffRole) -> &'static [PersonRole] {
    match role {
        StaffRole::MunicipalityManager => &[PersonRole::Manager],
        // Sees which organisations lost their contact, and helps people at a point too.
        StaffRole::VolunteerSupporter => &[PersonRole::Manager, PersonRole::Mediator],
        StaffRole::Mediator => &[PersonRole::Mediator],
        StaffRole::OrganisationContact { .. } | StaffRole::Resident => &[],
    }
}

/// The residents, in the order of their keys.
pub(super) async fn residents(
    ctx: &Ctx,
    seed: u64,
    size: u32,
    staff: &HashMap<String, PersonId>,
) -> Result<Vec<PersonId>> {
    let mediators: Vec<PersonId> = STAFF
        .iter()
        .filter(|member| member.role == StaffRole::Mediator)
        .filter_map(|member| staff.get(member.email).copied())
        .collect();
    let mut ids = Vec::new();
    let mut tx = ctx.app.db.begin_system().await?;
    for (number, person) in crate::invented::people(seed, size, ctx.today()).enumerate() {
        if number > 0 && number % BATCH == 0 {
            tx.commit().await?;
            tx = ctx.app.db.begin_system().await?;
        }
        ids.push(people::insert_sample(&mut tx, ctx, account(ctx, &person, &mediators)).await?);
    }
    tx.commit().await?;
    Ok(ids)
}

fn account(ctx: &Ctx, person: &SamplePerson, mediators: &[PersonId]) -> SampleAccount {
    // Who has no e-mail came to a point and was helped there.
    let helper = mediators.get(usize::try_from(person.key).unwrap_or(0) % mediators.len().max(1)).copied();
    let roles = if is_helper(person) { vec![PersonRole::ConfirmedHelper] } else { Vec::new() };
    SampleAccount {
        name: person.name.clone(),
        email: person.email.clone(),
        phone: person.email.is_none().then(|| phone(person.key)),
        roles,
        profile: Some(profile(person)),
        joined_at: days_ago(ctx, person.joined_days_ago, person.key),
        helped_by: helper.filter(|_| person.email.is_none()),
    }
}

/// How a point reaches somebody without e-mail: a number that cannot exist, because no subscriber number starts with 0.
pub(super) fn phone(key: u64) -> String {
    format!("079 0{:02} {:02} {:02}", key * 37 % 100, key * 53 % 100, key * 71 % 100)
}

/// Every fiftieth was checked by a mediator and may be told who needs help.
pub(super) fn is_helper(person: &SamplePerson) -> bool {
    person.email.is_some() && person.key % 50 == 3
}

fn profile(person: &SamplePerson) -> Profile {
    let part = |given: &crate::invented::WeekPart| WeekPart {
        weekday: given.weekday,
        part: match given.part {
            crate::invented::DayPart::Morning => DayPart::Morning,
            crate::invented::DayPart::Afternoon => DayPart::Afternoon,
            crate::invented::DayPart::Evening => DayPart::Evening,
        },
    };
    Profile {
        themes: texts(&person.themes),
        tasks: texts(&person.tasks),
        skills: texts(&person.can),
        learn: texts(&person.wants_to_learn),
        when: person.available.iter().map(part).collect(),
        commitment: vec![match person.period {
            crate::invented::Period::Once => Commitment::Once,
            crate::invented::Period::FewMonths => Commitment::Period,
            crate::invented::Period::Longer => Commitment::Longer,
        }],
        hours_per_week: Some(person.hours_per_week.ceil() as u32),
        travel_km: Some(person.travel_km),
        postcode: Some(person.postcode.to_owned()),
        area_code: Some(person.wijk.to_owned()),
        languages: texts(&person.languages),
        dutch: Some(match person.dutch {
            crate::invented::DutchLevel::None => DutchLevel::None,
            crate::invented::DutchLevel::A1 => DutchLevel::A1,
            crate::invented::DutchLevel::A2 => DutchLevel::A2,
            crate::invented::DutchLevel::B1 => DutchLevel::B1,
            crate::invented::DutchLevel::B2 => DutchLevel::B2,
        }),
        considerations: person.note.map(str::to_owned),
        reach: vec![if person.email.is_some() { Reach::Mail } else { Reach::Mediator }],
        address: None,
        birth_year: person.birth_year.and_then(|year| u32::try_from(year).ok()),
        findable: person.findable,
    }
}
