//! What pages show of offers.

use kernel::{Choice, Instant, PersonId, Result};
use platform::{Conn, Ctx, plan::MyCard};
use serde::Serialize;

use super::{
    model::{Draft, Offer, State},
    policy, store,
};
use facets::words::{FacetsShown, Since};

/// An offer as its page shows it: nothing by which its maker can be reached.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OfferShown {
    pub href: String,
    /// Its id, for addresses of its own page.
    pub id: String,
    /// What one would like to do.
    pub title: String,
    /// More about it.
    pub description: String,
    /// The name that is shown.
    pub shown_name: String,
    /// How many people.
    pub group_size: u32,
    /// How far they travel, in kilometres.
    pub travel_km: Option<u32>,
    /// Code of the visibility.
    pub visibility: &'static str,
    /// Code of the state.
    pub state: &'static str,
    /// Name of the state's mark in `parts/status.html`.
    pub mark: &'static str,
    /// Last day on which it is shown.
    pub expires_on: String,
    /// When it was last put on.
    pub published_at: Since,
    /// Why it was taken down.
    pub note: Option<String>,
    /// When, where, what.
    pub facets: FacetsShown,
}

impl OfferShown {
    /// In the language of `ctx`.
    pub(crate) fn new(ctx: &Ctx, offer: &Offer, wijken: &[Choice]) -> Self {
        use kernel::text::Codes;
        Self {
            href: format!("/aanbod/{}", offer.id),
            id: offer.id.to_string(),
            title: offer.title.clone(),
            description: offer.description.clone(),
            shown_name: offer.shown_name.clone(),
            group_size: offer.group_size,
            travel_km: offer.travel_km,
            visibility: offer.visibility.code(),
            state: offer.state.code(),
            mark: mark(offer.state),
            expires_on: offer.expires_on.to_string(),
            published_at: Since::new(ctx, offer.published_at),
            note: offer.moderation_note.clone(),
            facets: FacetsShown::new(&offer.facets, ctx.lang, wijken),
        }
    }
}

/// Name of a state's mark in `parts/status.html`.
pub(crate) fn mark(state: State) -> &'static str {
    match state {
        State::Live => "open",
        State::Paused => "paused",
        State::Closed => "closed",
        State::Expired => "archived",
        State::TakenDown => "removed",
        State::Waiting => "waiting",
    }
}

/// Somebody's offers, the newest first.
pub(crate) async fn of_person(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<Offer>> {
    Ok(store::OF_PERSON.all(conn, (ctx.town(), person)).await?)
}

/// The card on somebody's own page: only when there is something to say.
pub(crate) async fn my_cards(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<MyCard>> {
    let offers = of_person(conn, ctx, person).await?;
    let live = offers.iter().filter(|offer| offer.state == State::Live).count();
    let asked = offers.iter().filter(|offer| offer.keep_hash.is_some() && offer.is_shown()).count();
    if live + asked == 0 {
        return Ok(Vec::new());
    }
    let count = [("count", (if asked > 0 { asked } else { live }).into())];
    let key = if asked > 0 { "offer-card-asked" } else { "offer-card-live" };
    Ok(vec![MyCard {
        href: "/mijn/aanbod".to_owned(),
        title: ctx.t("offer-mine-title"),
        text: ctx.t_with(key, &count),
        icon: "heart-handshake",
        waits: asked > 0,
    }])
}

/// Whether whoever asks may see this offer; for lists and search, which hold offers of both kinds.
pub fn may_see(ctx: &Ctx, offer: &Offer) -> bool {
    policy::see(&ctx.actor, offer).is_allowed()
}

/// What somebody gets of their own offers, as readable data.
pub(crate) async fn export(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<serde_json::Value> {
    let offers = of_person(conn, ctx, person).await?;
    Ok(serde_json::to_value(offers)?)
}

/// What a demonstration needs to say of an offer.
#[derive(Clone, Debug)]
pub struct SampleOffer {
    pub person: PersonId,
    /// What they offer.
    pub draft: Draft,
    /// Whether it has ended.
    pub closed: bool,
    /// When it was put on.
    pub published_at: Instant,
}
