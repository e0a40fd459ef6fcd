//! Adds people as they are, without letters and events: the demonstration town.

use jiff::ToSpan as _;
use kernel::{Codes as _, Instant, Lang, PersonId, PersonRole, Result};
use platform::{
    Ctx, Tx,
    db::{Code, Json},
};

use crate::{
    desk::{
        self,
        model::{Purpose, USUAL_DAYS, Way},
        store::ConsentRow,
    },
    model::Profile,
    profile, store,
};

/// Somebody of a demonstration.
#[derive(Clone, Debug)]
pub struct SampleAccount {
    /// The name to use.
    pub name: String,
    /// Where letters go; must not be another's.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Roles in the municipality.
    pub roles: Vec<PersonRole>,
    /// What they told about themselves, if anything.
    pub profile: Option<Profile>,
    /// When they made their account.
    pub joined_at: Instant,
    /// The mediator to whom they said that the information point may act for them in everything, for as long as usual.
    pub helped_by: Option<PersonId>,
}

/// Adds somebody of a demonstration; nobody is told.
pub async fn insert_sample(tx: &mut Tx, ctx: &Ctx, sample: SampleAccount) -> Result<PersonId> {
    let id: PersonId = ctx.id();
    let row = store::PersonRow {
        municipality_id: ctx.town(),
        id,
        sort_key: kernel::text::person_sort_key(&sample.name),
        name: sample.name,
        email: sample.email.map(|email| email.to_lowercase()),
        phone: sample.phone,
        lang: Some(Lang::Nl),
        created_at: sample.joined_at,
        // Looked in today: the term after which an account ends must not begin in the past of an invented town.
        seen_at: ctx.now,
    };
    store::INSERT.run(tx, row).await?;
    for role in sample.roles {
        store::GRANT.run(tx, (ctx.town(), id, Code(role), sample.joined_at)).await?;
    }
    if let Some(told) = sample.profile {
        let (findable, postcode, area) = (told.findable, told.postcode.clone(), told.area_code.clone());
        let args = (ctx.town(), id, Json(told), findable, postcode, area, sample.joined_at);
        profile::store::KEEP.run(tx, args).await?;
    }
    if let Some(mediator) = sample.helped_by {
        agree(tx, ctx, id, mediator, sample.joined_at).await?;
    }
    Ok(id)
}

async fn agree(tx: &mut Tx, ctx: &Ctx, person_id: PersonId, mediator: PersonId, joined_at: Instant) -> Result<()> {
    // Asked again since, when the first time is long ago.
    let usual = i64::from(USUAL_DAYS);
    let given_at = joined_at.max(ctx.now.plus_days(-usual / 2, &ctx.municipality.zone));
    let valid_until = given_at.date(&ctx.municipality.zone).saturating_add(usual.days());
    for purpose in Purpose::ALL {
        let consent = ConsentRow {
            municipality_id: ctx.town(),
            id: ctx.id(),
            person_id,
            purpose: Code(*purpose),
            way: Code(Way::Spoken),
            valid_until,
            given_at,
            recorded_by: Some(mediator),
            withdrawn_at: None,
            replaced: false,
            organisation_id: None,
            organisation_name: None,
        };
        desk::store::GIVE.run(tx, consent).await?;
    }
    Ok(())
}
