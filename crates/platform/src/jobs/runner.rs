//! The runner: claims due jobs, runs them side by side, keeps schedules going.

use std::{collections::HashMap, sync::Arc, time::Duration};

use futures::{StreamExt, future::BoxFuture, stream};
use kernel::{Instant, Municipality, Problem, Result, time};
use tokio::sync::Notify;

use super::{JobCtx, NewJob, claim, insert, store, store::JobRow};
use crate::{app::App, mail::NotSent, plan::Plan};

/// Runs one kind of job.
pub type Handler = Arc<dyn Fn(JobCtx, String) -> BoxFuture<'static, Result<()>> + Send + Sync>;

/// When recurring work is done.
#[derive(Clone, Copy, Debug)]
pub enum Schedule {
    /// Every so many minutes.
    Minutes(u32),
    /// Every day at this hour of the town's day (0–23).
    Daily(i8),
    /// Every week on this day at this hour.
    Weekly(jiff::civil::Weekday, i8),
}

impl Schedule {
    /// The first moment after `now`.
    pub fn next(self, now: Instant, town: &Municipality) -> Instant {
        let at_hour =
            |date: kernel::Date, hour: i8| Instant::at(date, jiff::civil::Time::constant(hour, 0, 0, 0), &town.zone);
        let today = now.date(&town.zone);
        match self {
            Self::Minutes(minutes) => now.plus(i64::from(minutes) * time::MINUTE),
            Self::Daily(hour) => {
                let today_at = at_hour(today, hour);
                if today_at > now { today_at } else { at_hour(today.tomorrow().unwrap_or(today), hour) }
            }
            Self::Weekly(weekday, hour) => {
                let mut date = today;
                while date.weekday() != weekday || at_hour(date, hour) <= now {
                    date = date.tomorrow().unwrap_or(date);
                }
                at_hour(date, hour)
            }
        }
    }
}

/// How long a process may be silent before another takes its jobs over.
const LEASE_MILLIS: i64 = 5 * time::MINUTE;
/// Jobs claimed at once.
const BATCH: i64 = 50;
/// Jobs that run side by side.
const PARALLEL: usize = 8;
/// Tries before a job is given up; with the pauses below, about two days.
const MAX_ATTEMPTS: i64 = 12;

/// Runs jobs.
pub struct Runner {
    handlers: HashMap<&'static str, Handler>,
    schedules: Vec<(&'static str, Schedule)>,
    notify: Arc<Notify>,
}

impl Runner {
    /// With the handlers and schedules of the capabilities.
    pub fn from_plans(plans: &[Plan]) -> Self {
        let handlers = plans.iter().flat_map(|plan| plan.jobs.iter()).map(|(kind, handler)| (*kind, handler.clone()));
        let schedules = plans.iter().flat_map(|plan| plan.schedules.iter().copied());
        Self { handlers: handlers.collect(), schedules: schedules.collect(), notify: Arc::default() }
    }

    /// There may be something to do.
    pub fn wake(&self) {
        self.notify.notify_one();
    }

    /// Whether jobs of this kind repeat by themselves.
    pub fn is_scheduled(&self, kind: &str) -> bool {
        self.schedules.iter().any(|(scheduled, _)| *scheduled == kind)
    }

    /// Runs jobs until `stop` is cancelled; what is running then is finished first.
    pub async fn run(app: App, stop: tokio_util::sync::CancellationToken) {
        let mut scheduled = None;
        while !stop.is_cancelled() {
            scheduled = keep_schedules(&app, scheduled).await;
            match Self::run_batch(&app).await {
                Ok(0) => {
                    tokio::select! {
                        () = app.runner.notify.notified() => {}
                        () = tokio::time::sleep(Duration::from_secs(1)) => {}
                        () = stop.cancelled() => {}
                    }
                }
                Ok(_) => {}
                Err(problem) => {
                    tracing::error!(%problem, "jobs could not be claimed");
                    tokio::time::sleep(Duration::from_secs(2)).await;
                }
            }
        }
    }

    /// Gives every town its recurring jobs.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn ensure_schedules(app: &App) -> Result<()> {
        for town in app.municipalities.all() {
            let ctx = app.system(town.id)?;
            let mut tx = app.db.begin_system().await?;
            for (kind, schedule) in &app.runner.schedules {
                insert_scheduled(&mut tx, &ctx, kind, *schedule).await?;
            }
            tx.commit().await?;
        }
        Ok(())
    }

    /// Runs the jobs that are due now, once; says how many there were.
    ///
    /// # Errors
    /// When they cannot be claimed or their ends not be noted.
    pub async fn run_batch(app: &App) -> Result<usize> {
        let now = app.now();
        let due = {
            let mut conn = app.db.read().await?;
            let (due, _) = store::BACKLOG.one(&mut conn, (now,)).await?;
            drop(conn);
            due
        };
        let mut tx = app.db.begin_system().await?;
        // Even with none waiting, a lease may have run out; claiming costs two indexed statements.
        let jobs = claim::claim(&mut tx, now, now.plus(LEASE_MILLIS), BATCH.min(due.max(1))).await?;
        tx.commit().await?;
        let count = jobs.len();
        let ends: Vec<(JobRow, Result<()>)> = stream::iter(jobs)
            .map(|job| async move {
                let end = run_one(app, &job).await;
                (job, end)
            })
            .buffer_unordered(PARALLEL)
            .collect()
            .await;
        if count > 0 {
            note_ends(app, ends).await?;
        }
        Ok(count)
    }
}

/// Gives every town its recurring jobs when the towns are not those of `scheduled` any more. What comes back is what they
/// are now scheduled for; nothing when it failed, so that the next round tries again.
async fn keep_schedules(app: &App, scheduled: Option<u64>) -> Option<u64> {
    let revision = app.municipalities.revision();
    if scheduled == Some(revision) {
        return scheduled;
    }
    match Runner::ensure_schedules(app).await {
        Ok(()) => Some(revision),
        Err(problem) => {
            tracing::error!(%problem, "schedules could not be kept; tried again");
            None
        }
    }
}

/// What becomes of a job that failed.
#[derive(Debug, PartialEq, Eq)]
enum Next {
    /// Another try after so many milliseconds.
    Again(i64),
    /// Given up, in this state.
    GiveUp(&'static str),
}

impl Next {
    fn of(problem: &Problem, attempts: i64) -> Self {
        let refused = match problem {
            Problem::Fault(cause) => cause.downcast_ref::<NotSent>().is_some_and(NotSent::is_final),
            _ => false,
        };
        match attempts {
            _ if refused => Self::GiveUp(super::UNDELIVERABLE),
            MAX_ATTEMPTS.. => Self::GiveUp(super::DEAD),
            few => Self::Again(15 * time::SECOND * (1 << few.clamp(0, 11))),
        }
    }
}

async fn run_one(app: &App, job: &JobRow) -> Result<()> {
    let handler = app.runner.handlers.get(job.kind.as_str()).cloned();
    let handler = handler.ok_or_else(|| Problem::fault(format!("no handler for jobs of kind {}", job.kind)))?;
    let attempt = u32::try_from(job.attempts).unwrap_or(u32::MAX);
    let ctx = JobCtx { ctx: app.system(job.municipality_id)?, job: job.id, attempt };
    let payload = job.payload.clone();
    // In a task of its own, so that a panic ends this job and not the runner.
    let task = tokio::spawn(async move { handler(ctx, payload).await });
    // The error itself would repeat the text of the panic, which may hold anything; its place is in the log.
    task.await
        .map_err(|end| Problem::fault(if end.is_panic() { "the job panicked" } else { "the job was broken off" }))?
}

async fn note_ends(app: &App, ends: Vec<(JobRow, Result<()>)>) -> Result<()> {
    let mut tx = app.db.begin_system().await?;
    for (job, end) in ends {
        let key = (job.municipality_id, job.id);
        let schedule = app.runner.schedules.iter().find(|(kind, _)| *kind == job.kind);
        match end {
            Ok(()) => {
                store::DONE.run(&mut tx, key).await?;
                metrics::counter!("samenstuur_jobs_done_total", "kind" => job.kind.clone()).increment(1);
            }
            Err(problem) => {
                tracing::warn!(kind = %job.kind, job = %job.id, attempt = job.attempts, %problem, "job failed");
                metrics::counter!("samenstuur_jobs_failed_total", "kind" => job.kind.clone()).increment(1);
                // What recurs is simply done next time; everything else is tried again with growing pauses.
                if schedule.is_some() {
                    store::DONE.run(&mut tx, key).await?;
                } else {
                    note_failure(&mut tx, app.now(), &job, &problem).await?;
                }
            }
        }
        if let Some((kind, schedule)) = schedule {
            let ctx = app.system(job.municipality_id)?;
            insert_scheduled(&mut tx, &ctx, kind, *schedule).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

async fn note_failure(tx: &mut crate::Tx, now: Instant, job: &JobRow, problem: &Problem) -> Result<()> {
    let (town, id, why) = (job.municipality_id, job.id, problem.to_string());
    match Next::of(problem, job.attempts) {
        Next::Again(pause) => store::FAILED.run(tx, (town, id, now.plus(pause), why)).await?,
        Next::GiveUp(state) => store::GIVE_UP.run(tx, (town, id, state.to_owned(), now, why)).await?,
    };
    Ok(())
}

async fn insert_scheduled(tx: &mut crate::Tx, ctx: &crate::Ctx, kind: &'static str, schedule: Schedule) -> Result<()> {
    let run_at = schedule.next(ctx.now, &ctx.municipality);
    let job = NewJob { kind, payload: "null".into(), run_at, dedup_key: Some(format!("schedule:{kind}")) };
    insert(tx, ctx, ctx.id(), job).await
}
