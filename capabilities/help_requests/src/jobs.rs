//! What the system does with help requests by itself, every day.

use std::collections::BTreeSet;

use followups::{
    promises::{self, Step},
    questions,
};
use kernel::{Instant, Result};
use platform::{Job, JobCtx, audit::Unaudited, followups::BATCH};
use serde::{Deserialize, Serialize};

use super::{
    actions::{clock, forget, helpers, still_needed, trust},
    outcomes::OUTCOME,
    policy,
    settings::{HELPER_KEPT_DAYS, KEPT_DAYS, OUTCOME_KEPT_DAYS, PRIVATE_DAYS},
    store,
};
use facets::model::HelpRequestId;
use organisations::events::ContactHandedOver;

/// Asks somebody whether a request still holds: it waited when help requests asked that alone, and towns have such jobs in
/// their tables.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct AskToKeep {
    pub help_request: HelpRequestId,
}

impl Job for AskToKeep {
    const KIND: &'static str = "marketplace.ask_to_keep_help_request";
}

/// Lets the point look along: it waited when help requests kept their clock alone, and towns have such jobs in their tables.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct TakeOver {
    pub help_request: HelpRequestId,
    /// The moment that was told; a clock that was started again has another.
    pub due: Instant,
}

impl Job for TakeOver {
    const KIND: &'static str = "marketplace.take_over_help_request";
}

/// Runs [`TakeOver`].
pub(crate) async fn take_over(job: JobCtx, work: TakeOver) -> Result<()> {
    promises::step(job, Step::new(&clock::ANSWER, work.help_request, work.due, None)).await
}

/// A person who left an organisation no longer helps for it.
pub(crate) async fn contact_left(job: JobCtx, event: ContactHandedOver) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    trust::look_again(&job, &permit, event.from).await
}

/// Every day: ends trust, erases, forgets.
pub(crate) async fn look_after(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let (town, today) = (job.town(), job.today());
    let mut conn = job.read().await?;
    let overdue = store::HELPERS_OVER.all(&mut conn, (town, today)).await?;
    // Whatever took their trust away: an organisation that closed, a role the system manager took.
    let matched = store::MATCHED.all(&mut conn, (town, BATCH)).await?;
    let old = store::TO_FORGET.all(&mut conn, (town, days_ago(&job, &KEPT_DAYS), BATCH)).await?;
    drop(conn);
    for helper in overdue {
        helpers::end_overdue(&job, &permit, helper.person).await?;
    }
    for person in matched.iter().filter_map(|request| request.helper).collect::<BTreeSet<_>>() {
        trust::look_again(&job, &permit, person).await?;
    }
    let mut tx = job.begin(&permit).await?;
    store::ERASE_OLD_PRIVATE.run(&mut tx, (town, days_ago(&job, &PRIVATE_DAYS))).await?;
    store::FORGET_HELPERS.run(&mut tx, (town, days_ago(&job, &HELPER_KEPT_DAYS))).await?;
    questions::forget_before(&mut tx, &job, &OUTCOME, days_ago(&job, &OUTCOME_KEPT_DAYS)).await?;
    for (request,) in old {
        forget(&mut tx, &job, request).await?;
    }
    tx.unaudited(Unaudited::Term);
    job.commit(tx).await
}

fn days_ago(job: &JobCtx, setting: &kernel::Setting) -> Instant {
    let days = i64::from(job.municipality.settings.count(setting, job.today()));
    let zone = &job.municipality.zone;
    Instant::start_of(job.today(), zone).plus_days(-days, zone)
}

/// Runs [`AskToKeep`].
pub(crate) async fn ask_to_keep(job: JobCtx, work: AskToKeep) -> Result<()> {
    let (term, id) = (still_needed::SHOWN.key.to_owned(), work.help_request.0);
    followups::terms::ask(job, followups::terms::AskStillNeeded { term, id }).await
}
