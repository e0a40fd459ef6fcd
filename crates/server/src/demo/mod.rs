//! Fills an empty installation with the demonstration town.

use capabilities::demo_town::{STAFF, StaffRole};
use kernel::{Lang, MunicipalityId, PersonRole, Result, setting::SettingValue};
use platform::{App, Ctx, municipalities::NewMunicipality};

use crate::first_run::DEMONSTRATION;

/// Makes the town with everything in it.
///
/// # Errors
/// When the database refuses. What is there then is marked as half filled.
pub async fn fill(app: &App, _size: u32, _seed: u64) -> Result<()> {
    let town = town(app).await?;
    let ctx = app.system(town)?;
    staff(&ctx).await?;
    mark(app, town, "ready").await
}

/// Makes the town and the people one can sign in as, and nothing else.
///
/// # Errors
/// When the database refuses.
pub async fn bare_town(app: &App) -> Result<()> {
    let town = town(app).await?;
    staff(&app.system(town)?).await?;
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
    let decision = SettingValue {
        value: how.into(),
        valid_from: kernel::Date::constant(2000, 1, 1),
        valid_until: None,
        source: DEMONSTRATION.source.into(),
    };
    let mut tx = app.db.begin_system().await?;
    app.municipalities.decide(&mut tx, town, &DEMONSTRATION, decision, app.now()).await?;
    tx.commit().await?;
    app.municipalities.refresh(&app.db).await
}

/// The people a visitor of the demonstration can sign in as.
async fn staff(ctx: &Ctx) -> Result<()> {
    let mut tx = ctx.app.db.begin_system().await?;
    for member in &STAFF {
        let roles = roles(member.role);
        capabilities::people::add_person(&mut tx, ctx, member.name, Some(member.email), roles, Lang::Nl).await?;
    }
    tx.commit().await?;
    Ok(())
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
