//! What is looked for in words, and what was kept.

use kernel::{PersonId, Result};
use platform::{Ctx, searching::Card};
use serde::Serialize;

use super::store;
use crate::listing::{
    self, forms,
    model::Filters,
    views::{CardView, card_view, condition_words},
};
use facets::model::VacancyId;
use places::TownPlaces;

/// Each condition in words.
pub(crate) async fn conditions(ctx: &Ctx, filters: &Filters) -> Result<Vec<String>> {
    Ok(conditions_in(&*places::cached_alone(ctx).await?, ctx, filters))
}

/// The same, for who has the town's places at hand.
pub(crate) fn conditions_in(town: &TownPlaces, ctx: &Ctx, filters: &Filters) -> Vec<String> {
    let place = filters.near.as_deref().and_then(|near| forms::somewhere(town, near));
    let words = filters.conditions().into_iter();
    words.map(|condition| condition_words(ctx, filters, &condition, place.as_ref(), town)).collect()
}

/// A kept vacancy.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct KeptCard {
    pub id: String,
    /// As lists show it.
    pub card: CardView,
    /// Whether one can still respond.
    pub open: bool,
}

/// What somebody kept, as cards; what is not public any more is left out.
pub(crate) async fn kept(ctx: &Ctx, person: PersonId) -> Result<Vec<KeptCard>> {
    let town = places::cached_alone(ctx).await?;
    let mut conn = ctx.read().await?;
    let kept = store::FAVOURITES.all(&mut conn, (ctx.town(), person)).await?;
    let ids: Vec<VacancyId> = kept.into_iter().map(|(id, _)| id).collect();
    let mut cards = Vec::with_capacity(ids.len());
    for vacancy in vacancies::by_ids(&mut conn, ctx, &ids).await? {
        if vacancy.is_public() {
            let card = Card::from_bytes(&listing::document(&mut conn, ctx, &vacancy, &town).await?.card)?;
            cards.push(KeptCard {
                id: vacancy.id.to_string(),
                card: card_view(ctx, card, &[], None),
                open: vacancy.takes_responses(ctx.today()),
            });
        }
    }
    Ok(cards)
}
