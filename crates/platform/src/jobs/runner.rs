//! The runner: claims due jobs, runs them side by side, keeps schedules going.

use std::{collections::HashMap, sync::Arc, time::Duration};

use futures::future::BoxFuture;
use kernel::{Instant, Municipality, Problem, Result, time};
use parking_lot::Mutex;
use tokio::task::JoinSet;

use super::{
    JobCtx, NewJob, claim, insert,
    presence::Presence,
    slots::{Slot, Slots, working},
    store,
    store::JobRow,
};
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

/// How long a process may be silent before another takes its jobs over. It is renewed for as long as a job goes on.
const LEASE_MILLIS: i64 = 5 * time::MINUTE;
/// How often a lease is renewed.
const RENEW: Duration = Duration::from_secs(60);
/// How often it is looked whether another process of this machine ended without a word.
const LOOK: Duration = Duration::from_secs(5);
/// How long to leave the database alone after it refused.
const PAUSE: Duration = Duration::from_secs(2);
/// Tries before a job is given up; with the pauses below, about two days.
const MAX_ATTEMPTS: i64 = 12;

pub struct Runner {
    /// Who this is, beside the runners of other processes.
    id: uuid::Uuid,
    handlers: HashMap<&'static str, (Handler, Duration)>,
    schedules: Vec<(&'static str, Schedule)>,
    slots: Slots,
    longest: Mutex<Option<Duration>>,
}

impl Runner {
    /// With the handlers and schedules of the capabilities.
    pub fn from_plans(plans: &[Plan], id: uuid::Uuid) -> Self {
        let jobs = plans.iter().flat_map(|plan| plan.jobs.iter());
        let schedules = plans.iter().flat_map(|plan| plan.schedules.iter().copied());
        Self {
            id,
            handlers: jobs.map(|job| (job.kind, (job.run.clone(), job.longest))).collect(),
            schedules: schedules.collect(),
            slots: Slots::default(),
            longest: Mutex::new(None),
        }
    }

    /// Gives every job that begins from now on another time than its kind may take; for tests.
    pub fn wait_at_most(&self, longest: Duration) {
        *self.longest.lock() = Some(longest);
    }

    /// There may be something to do.
    pub fn wake(&self) {
        self.slots.notify.notify_one();
    }

    /// Runs jobs until `stop` is cancelled; what is running then is finished first.
    pub async fn run(app: App, stop: tokio_util::sync::CancellationToken) {
        let presence = Presence::begin(&app, app.runner.id);
        let mut scheduled = None;
        let mut begun = JoinSet::new();
        let mut look = tokio::time::interval(LOOK);
        while !stop.is_cancelled() {
            scheduled = keep_schedules(&app, scheduled).await;
            while begun.try_join_next().is_some() {}
            if let Err(problem) = fill(&app, &mut begun).await {
                tracing::error!(%problem, "jobs could not be claimed");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
            tokio::select! {
                () = app.runner.slots.notify.notified() => {}
                () = tokio::time::sleep(Duration::from_secs(1)) => {}
                _ = look.tick() => {
                    if let Err(problem) = presence.release_those_of_the_gone(&app).await {
                        tracing::warn!(%problem, "jobs of a process that is gone wait until their lease is over");
                    }
                }
                () = stop.cancelled() => {}
            }
        }
        while begun.join_next().await.is_some() {}
    }

    /// Gives every town its recurring jobs.
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

    /// Runs jobs that are due now, as many as there are slots; says how many there were.
    ///
    /// # Errors
    /// When they cannot be claimed or their ends not be noted.
    pub async fn run_batch(app: &App) -> Result<usize> {
        let mut slots = JoinSet::new();
        let count = fill(app, &mut slots).await?;
        while let Some(end) = slots.join_next().await {
            end.map_err(Problem::fault)??;
        }
        Ok(count)
    }
}

/// Claims as many due jobs as there are free slots and begins them at once: none waits while its lease runs.
async fn fill(app: &App, begun: &mut JoinSet<Result<()>>) -> Result<usize> {
    let free = app.runner.slots.free(begun.len());
    if free.urgent == 0 {
        return Ok(0);
    }
    let now = app.now();
    let mut tx = app.db.begin_system().await?;
    let jobs = claim::claim(&mut tx, now, now.plus(LEASE_MILLIS), app.runner.id, &free).await?;
    tx.commit().await?;
    let count = jobs.len();
    for job in jobs {
        begun.spawn(work(app.clone(), job, app.runner.slots.take()));
    }
    Ok(count)
}

/// Does a job and notes its end. What is not noted is done again, so noting is tried for as long as the lease lasts.
async fn work(app: App, job: JobRow, slot: Slot) -> Result<()> {
    let end = run_one(&app, &job).await;
    drop(slot);
    let lease_until = app.now().plus(LEASE_MILLIS);
    match &end {
        Ok(()) => metrics::counter!("samenstuur_jobs_done_total", "kind" => job.kind.clone()).increment(1),
        Err(problem) => {
            tracing::warn!(kind = %job.kind, job = %job.id, attempt = job.attempts, %problem, "job failed");
            metrics::counter!("samenstuur_jobs_failed_total", "kind" => job.kind.clone()).increment(1);
        }
    }
    loop {
        let Err(problem) = note_end(&app, &job, &end).await else { return Ok(()) };
        tracing::error!(kind = %job.kind, job = %job.id, %problem, "the end of a job could not be noted");
        if app.now() >= lease_until {
            return Err(problem);
        }
        tokio::time::sleep(PAUSE).await;
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
    let known = app.runner.handlers.get(job.kind.as_str()).cloned();
    let (handler, longest) =
        known.ok_or_else(|| Problem::fault(format!("no handler for jobs of kind {}", job.kind)))?;
    let longest = app.runner.longest.lock().unwrap_or(longest);
    let attempt = u32::try_from(job.attempts).unwrap_or(u32::MAX);
    let ctx = JobCtx { ctx: app.system(job.municipality_id)?, job: job.id, attempt };
    let payload = job.payload.clone();
    // In a task of its own, so that a panic ends this job and not the runner.
    let work = async move { crate::db::counted(handler(ctx, payload)).await.0 };
    let mut task = tokio::spawn(working(app.runner.slots.clone(), work));
    let end = tokio::select! {
        end = &mut task => end,
        () = tokio::time::sleep(longest) => {
            task.abort();
            return Err(Problem::fault("the job was not done in time"));
        }
        () = keep(app, job) => {
            task.abort();
            return Err(Problem::fault("another process took the job over"));
        }
    };
    // The error itself would repeat the text of the panic, which may hold anything; its place is in the log.
    end.map_err(|end| Problem::fault(if end.is_panic() { "the job panicked" } else { "the job was broken off" }))?
}

/// Renews the lease of a job for as long as it is ours; comes back when it is not.
async fn keep(app: &App, job: &JobRow) {
    loop {
        tokio::time::sleep(RENEW).await;
        match renew(app, job).await {
            Ok(0) => return,
            Ok(_) => {}
            Err(problem) => tracing::warn!(kind = %job.kind, job = %job.id, %problem, "a lease could not be renewed"),
        }
    }
}

async fn renew(app: &App, job: &JobRow) -> Result<u64> {
    let mut tx = app.db.begin_system().await?;
    let until = app.now().plus(LEASE_MILLIS);
    let kept = store::RENEW.run(&mut tx, (job.municipality_id, job.id, app.runner.id, until)).await?;
    tx.commit().await?;
    Ok(kept)
}

/// Notes the end of a job, unless another process took it over.
async fn note_end(app: &App, job: &JobRow, end: &Result<()>) -> Result<()> {
    let mut tx = app.db.begin_system().await?;
    let schedule = app.runner.schedules.iter().find(|(kind, _)| *kind == job.kind);
    let noted = match end {
        // What recurs is simply done next time; everything else is tried again with growing pauses.
        Err(problem) if schedule.is_none() => note_failure(&mut tx, app, job, problem).await?,
        _ => store::DONE.run(&mut tx, (job.municipality_id, job.id, app.runner.id)).await?,
    };
    if let Some((kind, schedule)) = schedule.filter(|_| noted > 0) {
        let ctx = app.system(job.municipality_id)?;
        insert_scheduled(&mut tx, &ctx, kind, *schedule).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn note_failure(tx: &mut crate::Tx, app: &App, job: &JobRow, problem: &Problem) -> Result<u64> {
    let (town, id, runner, now, why) = (job.municipality_id, job.id, app.runner.id, app.now(), problem.to_string());
    Ok(match Next::of(problem, job.attempts) {
        Next::Again(pause) => store::FAILED.run(tx, (town, id, runner, now.plus(pause), why)).await?,
        Next::GiveUp(state) => store::GIVE_UP.run(tx, (town, id, runner, state.to_owned(), now, why)).await?,
    })
}

async fn insert_scheduled(tx: &mut crate::Tx, ctx: &crate::Ctx, kind: &'static str, schedule: Schedule) -> Result<()> {
    let run_at = schedule.next(ctx.now, &ctx.municipality);
    let dedup_key = Some(format!("schedule:{kind}"));
    let job = NewJob { kind, payload: "null".into(), run_at, dedup_key, urgent: false };
    insert(tx, ctx, ctx.id(), job).await
}
