//! `samenstuur jobs`: work that failed.

use kernel::JobId;
use platform::{
    App,
    config::Loaded,
    jobs::{self, JobRow},
};

use super::{Failure, Installation, Outcome};
use crate::cli::{Jobs, WhichJobs};

#[derive(Clone, Copy)]
enum Verb {
    Retry,
    Discard,
}

pub(super) async fn run(loaded: Loaded, what: Jobs) -> Outcome {
    let app = Installation::open_current(loaded).await?.start().await?;
    match what {
        Jobs::List => list(&app).await?,
        Jobs::Retry(which) => each(&app, &which, Verb::Retry).await?,
        Jobs::Discard(which) => each(&app, &which, Verb::Discard).await?,
    }
    app.db.close().await;
    Ok(())
}

async fn list(app: &App) -> Outcome {
    let mut found = 0;
    for town in app.municipalities.all() {
        let ctx = app.system(town.id)?;
        let mut conn = app.db.read().await?;
        let given_up = jobs::dead(&mut conn, &ctx).await?;
        let failing = jobs::failing(&mut conn, &ctx).await?;
        for job in given_up.iter().chain(&failing) {
            found += 1;
            show(&town.slug, job);
        }
    }
    if found == 0 {
        println!("No work was given up, and none failed and is tried again.");
    }
    Ok(())
}

/// The payload is left out: it may hold personal data.
fn show(slug: &str, job: &JobRow) {
    let (state, when) = match job.state.as_str() {
        "waiting" => ("tried again", "at"),
        given_up => (given_up, "since"),
    };
    let why = job.last_error.as_deref().unwrap_or("no reason was kept");
    println!("{}  {slug}  {}  {state} {when} {}, {} tries", job.id, job.kind, job.run_at, job.attempts);
    println!("    {why}");
}

async fn each(app: &App, which: &WhichJobs, verb: Verb) -> Outcome {
    let mut wanted: Vec<JobId> = which.jobs.iter().copied().map(JobId).collect();
    let mut done = 0;
    for town in app.municipalities.all() {
        let ctx = app.system(town.id)?;
        let mut tx = app.db.begin_system().await?;
        let asked: Vec<JobId> = match which.all {
            true => jobs::dead(&mut tx, &ctx).await?.into_iter().map(|job| job.id).collect(),
            false => wanted.clone(),
        };
        for job in asked {
            let there = match verb {
                Verb::Retry => jobs::retry(&mut tx, &ctx, job).await?,
                Verb::Discard => jobs::discard(&mut tx, &ctx, job).await?,
            };
            if there {
                done += 1;
                wanted.retain(|other| *other != job);
            }
        }
        tx.commit().await?;
    }
    match verb {
        Verb::Retry => println!("{done} jobs are tried again by whoever runs jobs."),
        Verb::Discard => println!("{done} jobs were thrown away."),
    }
    if let Some(unknown) = wanted.first() {
        return Err(Failure::failed(format!("no job {unknown} was given up; `samenstuur jobs list` shows which were")));
    }
    Ok(())
}
