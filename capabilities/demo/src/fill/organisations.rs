//! The organisations of the demonstration town and who speaks for them.

use std::collections::HashMap;

use crate::invented::{OrganisationState, SampleContact, SampleOrganisation};
use ::organisations::{
    Contact, Details, Organisation, OrganisationKind, OrganisationSize, OrganisationState as Standing,
};
use ::people::SampleAccount;
use kernel::{ContactRole, OrganisationId, PersonId, Result};
use platform::{Ctx, Tx};

use super::{BATCH, facets::texts, moments::days_ago};

/// What vacancies and responses need to know of an organisation.
pub(super) struct Placed {
    pub id: OrganisationId,
    pub name: String,
    /// Who answers first.
    pub contact: Option<PersonId>,
    /// How pages name that person: the first name and what they do.
    pub label: Option<String>,
}

/// The organisations, in the order of their keys. `known` are people who are there already, by address.
pub(super) async fn insert(
    ctx: &Ctx,
    seed: u64,
    size: u32,
    mut known: HashMap<String, PersonId>,
) -> Result<Vec<Placed>> {
    let mut placed = Vec::new();
    let mut tx = ctx.app.db.begin_system().await?;
    for (number, sample) in crate::invented::organisations(seed, size).enumerate() {
        if number > 0 && number % BATCH == 0 {
            tx.commit().await?;
            tx = ctx.app.db.begin_system().await?;
        }
        placed.push(one(&mut tx, ctx, &sample, &mut known).await?);
    }
    tx.commit().await?;
    Ok(placed)
}

async fn one(
    tx: &mut Tx,
    ctx: &Ctx,
    sample: &SampleOrganisation,
    known: &mut HashMap<String, PersonId>,
) -> Result<Placed> {
    let since = days_ago(ctx, sample.registered_days_ago, sample.key);
    let mut organisation = organisation(ctx, sample);
    let key = (ctx.town(), organisation.id);
    let mut contacts = Vec::new();
    for (place, contact) in sample.contacts.iter().enumerate() {
        let role = if place == 0 { ContactRole::Owner } else { ContactRole::Coordinator };
        let person = person(tx, ctx, sample, contact, known).await?;
        contacts.push(Contact::new(key, person, role, contact.role.to_owned(), since));
    }
    organisation.registered_by = contacts.first().map(|first| first.person);
    organisations::brief::insert_whole(tx, ctx, &organisation, &contacts).await?;
    let label = sample.contacts.first().map(|contact| {
        format!("{}, {}", contact.name.split(' ').next().unwrap_or(&contact.name), contact.role.to_lowercase())
    });
    Ok(Placed {
        id: organisation.id,
        name: organisation.name().to_owned(),
        contact: contacts.first().map(|first| first.person),
        label,
    })
}

fn organisation(ctx: &Ctx, sample: &SampleOrganisation) -> Organisation {
    let created_at = days_ago(ctx, sample.registered_days_ago, sample.key);
    let confirmed = sample.state != OrganisationState::WaitingForConfirmation;
    let confirmed_at = confirmed.then(|| created_at.plus_days(2, &ctx.municipality.zone).min(ctx.now));
    let unreachable = sample.state == OrganisationState::WithoutReachableContact;
    // Between a few days and some weeks; never before it was let in.
    let lost = days_ago(ctx, 5 + u32::try_from(sample.key % 30).unwrap_or(0), sample.key);
    Organisation {
        external_id: Some(format!("org-{}", sample.key)),
        state: if confirmed { Standing::Confirmed } else { Standing::Pending },
        confirmed_at,
        changed_at: confirmed_at.unwrap_or(created_at),
        unreachable_since: unreachable.then_some(lost.max(created_at)),
        ..Organisation::new((ctx.town(), ctx.id()), sample.slug.clone(), details(sample), created_at)
    }
}

fn details(sample: &SampleOrganisation) -> Details {
    let (kind, chamber_number) = match &sample.kind {
        crate::invented::OrganisationKind::Registered { chamber_number } => {
            (OrganisationKind::Registered, Some(chamber_number.clone()))
        }
        crate::invented::OrganisationKind::Informal => (OrganisationKind::Informal, None),
    };
    Details {
        kind,
        chamber_number,
        name: sample.name.clone(),
        size: match sample.size {
            crate::invented::OrganisationSize::UpTo9 => OrganisationSize::UpTo9,
            crate::invented::OrganisationSize::UpTo24 => OrganisationSize::UpTo24,
            crate::invented::OrganisationSize::UpTo99 => OrganisationSize::UpTo99,
            crate::invented::OrganisationSize::From100 => OrganisationSize::From100,
        },
        sectors: sample.sectors.clone(),
        areas: texts(&sample.wijken),
        description: sample.description.clone(),
        website: sample.website.clone(),
        email: Some(sample.email.clone()),
        phone: sample.phone.clone(),
    }
}

async fn person(
    tx: &mut Tx,
    ctx: &Ctx,
    organisation: &SampleOrganisation,
    contact: &SampleContact,
    known: &mut HashMap<String, PersonId>,
) -> Result<PersonId> {
    let email = contact.email.to_lowercase();
    if let Some(known) = known.get(&email) {
        return Ok(*known);
    }
    let account = SampleAccount {
        name: contact.name.clone(),
        email: Some(email.clone()),
        phone: None,
        roles: Vec::new(),
        profile: None,
        joined_at: days_ago(ctx, organisation.registered_days_ago, organisation.key),
        helped_by: None,
    };
    let id = people::insert_sample(tx, ctx, account).await?;
    known.insert(email, id);
    Ok(id)
}
