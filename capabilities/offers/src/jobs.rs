//! What follows from what happened to offers.

use followups::terms::{self, AskStillNeeded};
use kernel::{Result, text::Codes};
use platform::{Job, JobCtx, subjects::Over};
use serde::{Deserialize, Serialize};

use super::{actions, events::OfferClosed, mails, model::Offer};
use facets::model::{Kind, OfferId};

/// Asks somebody whether an offer still holds: it waited when offers asked that alone, and towns have such jobs in their
/// tables.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct AskToKeep {
    pub offer: OfferId,
}

impl Job for AskToKeep {
    const KIND: &'static str = "marketplace.ask_to_keep_offer";
}

/// Tells somebody that what they sent in again is shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct TellLetIn {
    pub offer: OfferId,
}

impl Job for TellLetIn {
    const KIND: &'static str = "marketplace.tell_offer_let_in";
}

/// Runs [`TellLetIn`].
pub(crate) async fn tell_let_in(job: JobCtx, work: TellLetIn) -> Result<()> {
    let Some(offer) = job.find::<Offer>(work.offer).await? else { return Ok(()) };
    mails::let_in(&job, &offer).await
}

/// Runs [`AskToKeep`].
pub(crate) async fn ask_to_keep(job: JobCtx, work: AskToKeep) -> Result<()> {
    terms::ask(job, AskStillNeeded { term: actions::SHOWN.key.to_owned(), id: work.offer.0 }).await
}

/// Tells somebody that an offer ended by itself or was taken down; whoever closes it knows.
pub(crate) async fn tell_closed(job: JobCtx, event: OfferClosed) -> Result<()> {
    if !event.expired && !event.taken_down {
        return Ok(());
    }
    let Some(offer) = job.find::<Offer>(event.offer).await? else { return Ok(()) };
    mails::closed(&job, &offer, event.taken_down).await
}

/// It is over, ran out or was taken down: organisations that still wait get an answer.
pub(crate) async fn answer_when_closed(job: JobCtx, event: OfferClosed) -> Result<()> {
    conversations::over(&job, Kind::Offer.code(), event.offer.0, Over::Closed).await
}
