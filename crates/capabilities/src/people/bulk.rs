//! Adds people as they are, without letters and events: the demonstration town.

use jiff::ToSpan;
use kernel::{Codes, Instant, Lang, PersonId, PersonRole, Result};
use platform::{
    Ctx, Tx,
    db::{Code, Json},
};

use super::{
    desk::{
        self,
        model::{Purpose, Way},
    },
    model::Profile,
    profile, store,
};

/// Days for which consents of a demonstration still hold.
const SAMPLE_CONSENT_DAYS: i32 = 200;

/// Somebody of a demonstration.
#[derive(Clone, Debug)]
pub struct SampleAccount {
    /// The name to use.
    pub name: String,
    /// Where letters go; must not be another's.
    pub email: Option<String>,
    /// Roles in the municipality.
    pub roles: Vec<PersonRole>,
    /// What they told about themselves, if anything.
    pub profile: Option<Profile>,
    /// When they made their account.
    pub joined_at: Instant,
}

/// Adds somebody of a demonstration; nobody is told.
///
/// # Errors
/// When the database refuses.
pub async fn insert_sample(tx: &mut Tx, ctx: &Ctx, sample: SampleAccount) -> Result<PersonId> {
    let id: PersonId = ctx.id();
    let row = store::PersonRow {
        municipality_id: ctx.town(),
        id,
        sort_key: kernel::text::person_sort_key(&sample.name),
        name: sample.name,
        email: sample.email.map(|email| email.to_lowercase()),
        phone: None,
        lang: Some(Lang::Nl),
        created_at: sample.joined_at,
        // Looked in today: the term after which an account ends must not begin in the past of an invented town.
        seen_at: ctx.now,
    };
    let at_the_desk = row.email.is_none();
    store::INSERT.run(tx, row).await?;
    if at_the_desk {
        agree(tx, ctx, id, sample.joined_at).await?;
    }
    for role in sample.roles {
        store::GRANT.run(tx, (ctx.town(), id, Code(role), sample.joined_at)).await?;
    }
    if let Some(told) = sample.profile {
        let (findable, postcode, area) = (told.findable, told.postcode.clone(), told.area_code.clone());
        let args = (ctx.town(), id, Json(told), findable, postcode, area, sample.joined_at);
        profile::store::KEEP.run(tx, args).await?;
    }
    Ok(id)
}

/// Who has no e-mail came in at the desk, and agreed to be helped there.
async fn agree(tx: &mut Tx, ctx: &Ctx, person: PersonId, joined_at: Instant) -> Result<()> {
    for purpose in Purpose::ALL {
        let row = desk::store::ConsentRow {
            municipality_id: ctx.town(),
            id: ctx.id(),
            person_id: person,
            purpose: Code(*purpose),
            way: Code(Way::Spoken),
            valid_until: ctx.today().saturating_add(SAMPLE_CONSENT_DAYS.days()),
            given_at: joined_at,
            recorded_by: None,
            withdrawn_at: None,
        };
        desk::store::GIVE.run(tx, row).await?;
    }
    Ok(())
}
