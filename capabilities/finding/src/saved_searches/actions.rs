//! Saving a search; keeping a vacancy to look at later.

use kernel::{Permit, Problem, Result};
use notices::{Followed, Wish};
use platform::{Ctx, audit::Unaudited};

use super::{policy::Favourite, store, topic};
use crate::listing::model::Filters;
use facets::model::VacancyId;

/// Saves a search: from then on its owner hears of what is new.
///
/// # Errors
/// [`Problem::Conflict`] when somebody has very many.
pub async fn save(
    ctx: &Ctx,
    permit: &Permit<notices::policy::Follow>,
    filters: &Filters,
    wish: Wish,
) -> Result<Followed> {
    match notices::follow(ctx, permit, topic::of(filters)?, wish).await? {
        Followed::TooMany => Err(Problem::Conflict("saved-search-error-many")),
        followed => Ok(followed),
    }
}

/// Keeps a vacancy to look at later, or lets it go.
///
/// # Errors
/// [`Problem::SignInFirst`] without an account; when the database refuses.
pub async fn favourite(ctx: &Ctx, permit: &Permit<Favourite>, vacancy: VacancyId, keep: bool) -> Result<()> {
    let person = ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    let mut tx = ctx.begin(permit).await?;
    if keep {
        store::KEEP_FAVOURITE.run(&mut tx, (ctx.town(), person, vacancy, ctx.now)).await?;
    } else {
        store::DROP_FAVOURITE.run(&mut tx, (ctx.town(), person, vacancy)).await?;
    }
    tx.unaudited(Unaudited::Unshown);
    ctx.commit(tx).await
}
