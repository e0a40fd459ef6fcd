//! The organisations of the demonstration town and who speaks for them.

use std::collections::HashMap;

use capabilities::{
    demo_town::{self, OrganisationState, SampleContact, SampleOrganisation},
    organisations,
    people::{self, SampleAccount},
};
use kernel::{OrganisationId, PersonId, Result};
use platform::{Ctx, Tx};

use super::{BATCH, moments::days_ago};

/// What vacancies and responses need to know of an organisation.
pub(super) struct Placed {
    /// Which.
    pub id: OrganisationId,
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
    for (number, sample) in demo_town::organisations(seed, size).enumerate() {
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
    let mut contacts = Vec::new();
    for contact in &sample.contacts {
        contacts.push(person(tx, ctx, sample, contact, known).await?);
    }
    let confirmed = sample.state != OrganisationState::WaitingForConfirmation;
    let owner = match contacts.first() {
        Some(first) => *first,
        // Somebody who left and cannot be reached.
        None => {
            let left = SampleContact {
                name: "Vertrokken Voorbeeld".into(),
                role: "Contactpersoon",
                email: format!("weg@{}", sample.email.split('@').next_back().unwrap_or_default()),
            };
            person(tx, ctx, sample, &left, known).await?
        }
    };
    let id = organisations::brief::insert_sample(tx, ctx, &sample.name, confirmed, owner).await?;
    let label = sample.contacts.first().map(|contact| {
        format!("{}, {}", contact.name.split(' ').next().unwrap_or(&contact.name), contact.role.to_lowercase())
    });
    Ok(Placed { id, contact: contacts.first().copied(), label })
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
        roles: Vec::new(),
        profile: None,
        joined_at: days_ago(ctx, organisation.registered_days_ago, organisation.key),
    };
    let id = people::insert_sample(tx, ctx, account).await?;
    known.insert(email, id);
    Ok(id)
}
