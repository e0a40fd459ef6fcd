//! Adds people as they are, without letters and events: the demonstration town.

use jiff::ToSpan as _;
use kernel::{Codes as _, Instant, Lang, PersonId, PersonRole, Result};
use platform::{Ctx, Tx, db::Code};

use crate::{
    desk::{
        self,
        model::{Consent, Purpose, USUAL_DAYS, Way},
    },
    model::Profile,
    profile::{self, Told},
    store,
};

/// Somebody of a demonstration.
#[derive(Clone, Debug)]
pub struct SampleAccount {
    /// The name to use.
    pub name: String,
    /// Where letters go; must not be another's.
    pub email: Option<String>,
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
        sort_key: crate::model::name_keys(&sample.name),
        name: sample.name,
        email: sample.email.as_deref().map(kernel::email::normal),
        phone: sample.phone,
        lang: Some(Lang::Nl),
        created_at: sample.joined_at,
        // Looked in today: the term after which an account ends must not begin in the past of an invented town.
        seen_at: ctx.now,
    };
    store::SAVE.save(tx, &row).await?;
    for role in sample.roles {
        store::GRANT.run(tx, (ctx.town(), id, Code(role), sample.joined_at)).await?;
    }
    if let Some(profile) = sample.profile {
        let told = Told { municipality: ctx.town(), person: id, profile, changed_at: sample.joined_at };
        profile::store::SAVE.save(tx, &told).await?;
    }
    if let Some(mediator) = sample.helped_by {
        agree(tx, ctx, id, mediator, sample.joined_at).await?;
    }
    Ok(id)
}

async fn agree(tx: &mut Tx, ctx: &Ctx, person: PersonId, mediator: PersonId, joined_at: Instant) -> Result<()> {
    // Asked again since, when the first time is long ago.
    let usual = i64::from(USUAL_DAYS);
    let given_at = joined_at.max(ctx.now.plus_days(-usual / 2, &ctx.municipality.zone));
    let valid_until = given_at.date(&ctx.municipality.zone).saturating_add(usual.days());
    for purpose in Purpose::ALL {
        let agreed = (*purpose, Way::Spoken, valid_until);
        let mut consent = Consent::new((ctx.town(), ctx.id()), person, agreed, given_at, None);
        consent.recorded_by = Some(mediator);
        desk::store::SAVE.save(tx, &consent).await?;
    }
    Ok(())
}
