//! What the system does with offers by itself: tells how they ended, and forgets them.

use followups::terms::{self, AskStillNeeded};
use kernel::{Instant, Result, text::Codes};
use platform::{Job, JobCtx, subjects::Over};
use serde::{Deserialize, Serialize};

use super::{actions, events::OfferClosed, mails, policy, settings, store};
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
    let mut conn = job.read().await?;
    let Some(offer) = store::FIND.optional(&mut conn, (job.town(), work.offer)).await? else { return Ok(()) };
    drop(conn);
    mails::let_in(&job, &offer).await
}

/// Every day: forgets.
pub(crate) async fn look_after(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let kept = i64::from(job.municipality.settings.count(&settings::KEPT_DAYS, job.today()));
    let zone = &job.municipality.zone;
    let before = Instant::start_of(job.today(), zone).plus_days(-kept, zone);
    let mut tx = job.begin(&permit).await?;
    store::FORGET.run(&mut tx, (job.town(), before)).await?;
    tx.unaudited(platform::audit::Unaudited::Term);
    job.commit(tx).await
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
    let mut conn = job.read().await?;
    let Some(offer) = store::FIND.optional(&mut conn, (job.town(), event.offer)).await? else { return Ok(()) };
    drop(conn);
    mails::closed(&job, &offer, event.taken_down).await
}

/// It is over, ran out or was taken down: organisations that still wait get an answer.
pub(crate) async fn answer_when_closed(job: JobCtx, event: OfferClosed) -> Result<()> {
    conversations::over(&job, Kind::Offer.code(), event.offer.0, Over::Closed).await
}
