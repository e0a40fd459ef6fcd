//! The profile: what somebody tells about themselves, and why we ask.

pub(crate) mod actions;
pub(crate) mod forms;
pub(crate) mod pages;
pub(crate) mod store;

use kernel::{Instant, MunicipalityId, PersonId, Result};
use platform::{Access, Conn, Plan};

use super::model::{ContactCard, Profile, Reach};

/// Adds the routes of the profile.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS).get("/mijn/profiel", pages::edit, Access::SIGNED_IN_OR_CARD).post(
        "/mijn/profiel",
        pages::save,
        Access::SIGNED_IN,
    )
}

/// A profile as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub municipality: MunicipalityId,
    pub person: PersonId,
    pub profile: Profile,
    pub changed_at: Instant,
}

/// Somebody's profile; an empty one when they told nothing.
pub async fn profile(conn: &mut Conn, town: MunicipalityId, person: PersonId) -> Result<Profile> {
    Ok(store::FIND.optional(conn, (town, person)).await?.map(|told| told.profile).unwrap_or_default())
}

/// Everybody who agreed to be found, with what they told.
pub async fn findable_profiles(conn: &mut Conn, town: MunicipalityId) -> Result<Vec<(PersonId, Profile)>> {
    Ok(store::FINDABLE.all(conn, (town,)).await?.into_iter().map(|told| (told.person, told.profile)).collect())
}

/// How to reach somebody, the way they want to be reached. Who may see it is for the caller to decide.
pub async fn contact_card(conn: &mut Conn, town: MunicipalityId, person: PersonId) -> Result<Option<ContactCard>> {
    let Some(account) = super::account(conn, town, person).await? else { return Ok(None) };
    let profile = profile(conn, town, person).await?;
    // Who chose ways to be reached is reached in those ways only.
    let wants = |way| profile.reach.is_empty() || profile.reach.contains(&way);
    Ok(Some(ContactCard {
        email: account.email.filter(|_| wants(Reach::Mail)),
        phone: account.phone.filter(|_| wants(Reach::Phone)),
        address: profile.address.clone().filter(|_| profile.reach.contains(&Reach::Post)),
        name: account.name,
        considerations: profile.considerations,
        reach: profile.reach,
    }))
}
