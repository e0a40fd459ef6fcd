//! The offers of the demonstration town.

use crate::invented::OfferedBy;
use ::facets::model::{Asked, Facets, Offered, When};
use ::offers::{Draft, SampleOffer, model::Visibility};
use ::places::TownPlaces;
use kernel::{PersonId, Result};
use platform::Ctx;

use super::{BATCH, facets, moments::days_ago};

/// The offers of these residents.
pub(super) async fn insert(ctx: &Ctx, seed: u64, size: u32, places: &TownPlaces, residents: &[PersonId]) -> Result<()> {
    let names: std::collections::HashMap<u64, String> = names(ctx, seed, size);
    let mut tx = ctx.app.db.begin_system().await?;
    for (number, sample) in crate::invented::offers(seed, size, ctx.today()).enumerate() {
        if number > 0 && number % BATCH == 0 {
            tx.commit().await?;
            tx = ctx.app.db.begin_system().await?;
        }
        let person = residents[usize::try_from(sample.person_key).unwrap_or_default()];
        let name = names.get(&sample.person_key).cloned().unwrap_or_default();
        offers::insert_sample(&mut tx, ctx, offer(ctx, &sample, places, person, name)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// First names of whoever offers something: pages show no more.
fn names(ctx: &Ctx, seed: u64, size: u32) -> std::collections::HashMap<u64, String> {
    let wanted: std::collections::HashSet<u64> =
        crate::invented::offers(seed, size, ctx.today()).map(|offer| offer.person_key).collect();
    crate::invented::people(seed, size, ctx.today())
        .filter(|person| wanted.contains(&person.key))
        .map(|person| (person.key, person.name.split(' ').next().unwrap_or_default().to_owned()))
        .collect()
}

fn offer(
    ctx: &Ctx,
    sample: &crate::invented::SampleOffer,
    places: &TownPlaces,
    person: PersonId,
    name: String,
) -> SampleOffer {
    let draft = Draft {
        shown_name: name,
        title: sample.title.clone(),
        description: sample.description.clone(),
        facets: Facets {
            themes: facets::texts(&sample.themes),
            tasks: facets::texts(&sample.tasks),
            when: When::Flexible { parts: facets::week_parts(&sample.week_parts) },
            hours: Some(sample.hours_per_week),
            place: facets::place(places, sample.postcode, sample.wijk),
            asked: Asked {
                languages: facets::texts(&sample.languages),
                dutch: facets::dutch(sample.dutch),
                ..Asked::default()
            },
            offered: Offered::default(),
            suitable: Vec::new(),
        },
        group_size: match sample.by {
            OfferedBy::Person => 1,
            OfferedBy::Group { people } => people,
        },
        travel_km: Some(sample.travel_km),
        visibility: if sample.public { Visibility::Everybody } else { Visibility::Organisations },
    };
    SampleOffer {
        person,
        draft,
        closed: sample.withdrawn,
        published_at: days_ago(ctx, sample.published_days_ago, sample.key),
    }
}
