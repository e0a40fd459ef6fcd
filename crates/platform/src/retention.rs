//! What is kept for a term and then ends by itself.

use kernel::{Instant, MunicipalityId, Result, Setting};

use crate::{audit::Unaudited, db::Query, jobs::JobCtx, plan::Plan};

/// For how many days something is kept, and the statement that ends what is over and did not change since a moment.
pub(crate) type Forgets = (&'static Setting, &'static Query<(MunicipalityId, Instant), ()>);

impl Plan {
    /// Personal data with their term: every day what has been kept long enough ends.
    #[must_use]
    pub fn forgets(
        mut self,
        data: &'static str,
        days: &'static Setting,
        statement: &'static Query<(MunicipalityId, Instant), ()>,
    ) -> Self {
        self.forgets.push((days, statement));
        self.keeps(data, days)
    }
}

/// Ends it.
pub(crate) async fn forget(job: JobCtx) -> Result<()> {
    let mut tx = job.app.db.begin_system().await?;
    for (days, statement) in job.app.plans.iter().flat_map(|plan| plan.forgets.iter()) {
        let (zone, kept) = (&job.municipality.zone, job.municipality.settings.int(days, job.today()));
        let before = Instant::start_of(job.today(), zone).plus_days(-kept, zone);
        statement.run(&mut tx, (job.town(), before)).await?;
    }
    crate::once::forget(&job, &mut tx).await?;
    tx.unaudited(Unaudited::Term);
    job.commit(tx).await
}
