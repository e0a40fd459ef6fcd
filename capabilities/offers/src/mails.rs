//! Letters about offers.

use kernel::Result;
use platform::{Ctx, JobCtx, mail::Writing};

use super::model::Offer;

/// A letter of a kind to the person who made the offer; `None` for people without e-mail.
async fn letter(job: &JobCtx, offer: &Offer, kind: &str) -> Result<Option<Writing>> {
    let args =
        |reader: &Ctx| vec![("title", offer.title.as_str().into()), ("day", reader.date(offer.expires_on).into())];
    people::letter(job, offer.person, ("offer-mail-", kind), args).await
}

const MINE: (&str, &str) = ("offer-mail-mine", "/mijn/aanbod");

/// Tells that what was sent in again is shown.
pub(crate) async fn let_in(job: &JobCtx, offer: &Offer) -> Result<()> {
    let Some(letter) = letter(job, offer, "let-in").await? else { return Ok(()) };
    letter.action_called(MINE.0, MINE.1).send(3).await
}

/// Tells that the offer ended by itself, or was taken down.
pub(crate) async fn closed(job: &JobCtx, offer: &Offer, taken_down: bool) -> Result<()> {
    let kind = if taken_down { "taken-down" } else { "expired" };
    let Some(letter) = letter(job, offer, kind).await? else { return Ok(()) };
    let why = offer.moderation_note.clone().filter(|_| taken_down);
    letter.quote(why).action_called(MINE.0, MINE.1).send(2).await
}
