//! Fills an empty installation with the demonstration town: what `demo` tells, through the façades of
//! the capabilities, in large transactions. Nobody gets a letter; what is there is as if it had happened.

mod extras;
mod facets;
mod help_requests;
mod moments;
mod offers;
mod organisations;
mod people;
mod responses;
mod vacancies;

use std::collections::HashMap;

use self::vacancies::Answers;
use crate::invented::{ResponseState, StaffRole};
use ::town::site;
use kernel::{
    MunicipalityId, Problem, Result, Setting,
    setting::{self, DEMONSTRATION, SettingValue},
};
use platform::{App, Ctx, municipalities::NewMunicipality, searching::ContentLoaded};

/// Rows of one kind in a transaction: few enough that others get their turn.
const BATCH: usize = 1000;

/// Makes the town with everything in it.
///
/// # Errors
/// When the database refuses. What is there then is marked as half filled.
pub async fn fill(app: &App, size: u32, seed: u64) -> Result<()> {
    let town = town(app).await?;
    contact(app, town).await?;
    let ctx = app.system(town)?;
    map(&ctx).await?;
    let places = places::cached_alone(&ctx).await?;
    let staff = people::staff(&ctx).await?;
    tracing::info!(size, "filling the demonstration town");
    let residents = people::residents(&ctx, seed, size, &staff).await?;
    offers::insert(&ctx, seed, size, &places, &residents).await?;
    help_requests::insert(&ctx, seed, size, &places, &residents, &staff).await?;
    let helpers = responses::Helpers::of(&staff);
    let organisations = organisations::insert(&ctx, seed, size, staff.clone()).await?;
    let answers = answers(&ctx, seed, size);
    let vacancies = vacancies::insert(&ctx, seed, size, &places, &organisations, &answers).await?;
    let whole = responses::Town { residents, organisations, vacancies, staff: helpers };
    responses::insert(&ctx, seed, size, &whole).await?;
    extras::insert(&ctx, &places, &whole, &staff).await?;
    finish(&ctx).await?;
    mark(app, town, "ready").await
}

/// Makes the town and the people one can sign in as, and nothing else.
pub async fn bare_town(app: &App) -> Result<()> {
    let town = town(app).await?;
    contact(app, town).await?;
    let ctx = app.system(town)?;
    map(&ctx).await?;
    people::staff(&ctx).await?;
    mark(app, town, "ready").await
}

async fn town(app: &App) -> Result<MunicipalityId> {
    let id = app.ids.next();
    let town = NewMunicipality {
        id,
        slug: "zoetermeer".into(),
        name: "Zoetermeer".into(),
        base_url: app.config.own_address(),
        hosts: vec!["localhost".into(), "127.0.0.1".into()],
        is_default: true,
    };
    app.municipalities.create(&app.db, town, app.now()).await?;
    mark(app, id, "loading").await?;
    Ok(id)
}

async fn mark(app: &App, town: MunicipalityId, how: &str) -> Result<()> {
    decide(app, town, &[(&DEMONSTRATION, how)]).await
}

/// Where people can ask something: the points, with an address and a number that are nobody's.
async fn contact(app: &App, town: MunicipalityId) -> Result<()> {
    let address = crate::invented::contact_address();
    let said = [
        (&setting::CONTACT_EMAIL, crate::invented::CONTACT_EMAIL),
        (&setting::CONTACT_PHONE, crate::invented::CONTACT_PHONE),
        (&setting::CONTACT_HOURS, crate::invented::CONTACT_HOURS),
        (&site::ADDRESS, address.as_str()),
    ];
    decide(app, town, &said).await
}

async fn decide(app: &App, town: MunicipalityId, values: &[(&Setting, &str)]) -> Result<()> {
    let mut tx = app.db.begin_system().await?;
    for (setting, value) in values {
        let decision = SettingValue {
            value: (*value).into(),
            valid_from: kernel::Date::constant(2000, 1, 1),
            valid_until: None,
            source: DEMONSTRATION.source.into(),
        };
        app.municipalities.decide(&mut tx, town, setting, decision, app.now()).await?;
    }
    tx.commit().await?;
    app.municipalities.refresh(&app.db).await
}

/// The schematic map, through the same door as a real one.
async fn map(ctx: &Ctx) -> Result<()> {
    let permit = places::policy::load(&ctx.actor).require()?;
    let drawing = places::samples::schematic();
    for report in [
        places::import_areas(ctx, &permit, &drawing.areas).await?,
        places::import_postcodes(ctx, &permit, &drawing.postcodes).await?,
    ] {
        if !report.is_good() {
            return Err(Problem::Invalid(report.problems));
        }
    }
    Ok(())
}

/// What became of the responses to each vacancy.
fn answers(ctx: &Ctx, seed: u64, size: u32) -> HashMap<u64, Answers> {
    let mut answers: HashMap<u64, Answers> = HashMap::new();
    for response in crate::invented::responses(seed, size, ctx.today()) {
        let found = answers.entry(response.vacancy_key).or_default();
        match response.state {
            ResponseState::Started => found.started += 1,
            ResponseState::TakenOver => found.taken_over += 1,
            _ => {}
        }
    }
    answers
}

/// Whoever serves from this database reads the town into its index.
async fn finish(ctx: &Ctx) -> Result<()> {
    let mut tx = ctx.app.db.begin_system().await?;
    tx.record(ctx, &ContentLoaded { municipality: ctx.town() }).await?;
    tx.commit().await?;
    Ok(())
}

/// What somebody may do, for the list of people to sign in as.
pub fn role_name(role: StaffRole) -> &'static str {
    match role {
        StaffRole::MunicipalityManager => "municipality manager",
        StaffRole::VolunteerSupporter => "supporter of organisations",
        StaffRole::Mediator => "mediator at a point",
        StaffRole::OrganisationContact { .. } => "contact of an organisation",
        StaffRole::Resident => "resident",
    }
}
