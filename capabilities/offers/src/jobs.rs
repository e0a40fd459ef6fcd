//! What the system does with offers by itself: asks whether they still hold, ends them, forgets them.

use kernel::{Instant, Result, text::Codes};
use platform::{Job, JobCtx, subjects::Over};
use serde::{Deserialize, Serialize};

use super::{actions, events::OfferClosed, mails, policy, settings, store};
use facets::model::{Kind, OfferId, term};

/// Offers looked at in one run; what is left over follows the next day.
const BATCH: i64 = 500;

/// Asks somebody whether an offer still holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AskToKeep {
    /// Which offer.
    pub offer: OfferId,
}

impl Job for AskToKeep {
    const KIND: &'static str = "marketplace.ask_to_keep_offer";
}

/// Tells somebody that what they sent in again is shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TellLetIn {
    /// Which offer.
    pub offer: OfferId,
}

impl Job for TellLetIn {
    const KIND: &'static str = "marketplace.tell_offer_let_in";
}

/// Runs [`TellLetIn`].
pub async fn tell_let_in(job: JobCtx, work: TellLetIn) -> Result<()> {
    let mut conn = job.read().await?;
    let Some(offer) = store::FIND.optional(&mut conn, (job.town(), work.offer)).await? else { return Ok(()) };
    drop(conn);
    mails::let_in(&job, &offer).await
}

/// Every day: asks, ends and forgets.
pub async fn look_after(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let (town, today) = (job.town(), job.today());
    let ahead = job.municipality.settings.count(&settings::REMINDER_DAYS, today);
    let kept = i64::from(job.municipality.settings.count(&settings::KEPT_DAYS, today));
    let mut conn = job.read().await?;
    let over = store::TO_EXPIRE.all(&mut conn, (town, today, BATCH)).await?;
    let ask = store::TO_ASK.all(&mut conn, (town, term(today, ahead), BATCH)).await?;
    drop(conn);
    for (offer,) in &over {
        actions::expire(&job, &permit, *offer).await?;
    }
    let mut tx = job.begin(&permit).await?;
    for (offer,) in ask.iter().filter(|asked| !over.contains(asked)) {
        tx.enqueue_at(&job, &AskToKeep { offer: *offer }, job.now, &offer.to_string()).await?;
    }
    let zone = &job.municipality.zone;
    store::FORGET.run(&mut tx, (town, Instant::start_of(today, zone).plus_days(-kept, zone))).await?;
    tx.unaudited(platform::audit::Unaudited::Term);
    job.commit(tx).await
}

/// Asks one person about one offer.
pub async fn ask_to_keep(job: JobCtx, work: AskToKeep) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let Some((offer, secret)) = actions::ask_to_keep(&job, &permit, work.offer).await? else { return Ok(()) };
    mails::ask_to_keep(&job, &offer, &secret).await
}

/// Tells somebody that an offer ended by itself or was taken down; whoever closes it knows.
pub async fn tell_closed(job: JobCtx, event: OfferClosed) -> Result<()> {
    if !event.expired && !event.taken_down {
        return Ok(());
    }
    let mut conn = job.read().await?;
    let Some(offer) = store::FIND.optional(&mut conn, (job.town(), event.offer)).await? else { return Ok(()) };
    drop(conn);
    mails::closed(&job, &offer, event.taken_down).await
}

/// It is over, ran out or was taken down: organisations that still wait get an answer.
pub async fn answer_when_closed(job: JobCtx, event: OfferClosed) -> Result<()> {
    conversations::over(&job, Kind::Offer.code(), event.offer.0, Over::Closed).await
}
