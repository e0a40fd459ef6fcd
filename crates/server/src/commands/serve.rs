//! `samenstuur serve` and `samenstuur worker`.

use kernel::Clock;
use platform::{
    App,
    config::{Config, Loaded, load::Flags},
    jobs::Runner,
    telemetry,
};
use tokio::net::TcpListener;

use super::{Failure, Installation, Outcome};
use crate::{
    cli::{Serve, Worker},
    first_run,
};

pub(super) fn add_flags(serve: &Serve, flags: &mut Flags) {
    flags.extend(serve.listen.clone().map(|listen| ("listen", listen)));
    if serve.no_worker {
        flags.push(("worker", "false".into()));
    }
    if serve.demo {
        flags.push(("demo", "true".into()));
    }
}

pub(super) async fn serve(loaded: Loaded, asked: &Serve) -> Outcome {
    telemetry::start_log(&loaded.config)?;
    let metrics = telemetry::start_metrics()?;
    // The port first: somebody who starts the program twice hears so at once.
    let listener = TcpListener::bind(loaded.config.listen).await.map_err(|error| {
        Failure::failed(format!(
            "{} cannot be listened on: {error}; choose another with --listen",
            loaded.config.listen
        ))
    })?;
    let mut loaded = loaded;
    loaded.config.listen = listener.local_addr()?;
    let app = prepare(Installation::open_current(loaded).await?, asked.demo_if_empty).await?;
    announce(&app);
    let stop = crate::serve::stop_signal();
    let tidy = tokio::spawn(telemetry::keep_tidy(metrics.clone()));
    let routes = telemetry::routes(metrics, &app.config);
    crate::serve::serve(app.clone(), listener, routes, stop).await?;
    tidy.abort();
    app.db.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Makes sure that there is something to look at, and starts the application.
async fn prepare(mut installation: Installation, demo_if_empty: bool) -> Result<App, Failure> {
    let towns = installation.towns().await?.all();
    let empty = towns.is_empty();
    if let Some(town) = towns.iter().find(|town| first_run::is_half_filled(town)) {
        return Err(Failure::failed(format!(
            "filling the demonstration town {} was broken off: remove the data folder {} (or the database) and begin again",
            town.name,
            installation.config.data.display()
        )));
    }
    let demonstrates = towns.iter().any(|town| town.is_demonstration());
    if installation.config.demo && !empty && !demonstrates {
        return Err(Failure::usage(
            "demo = true is not allowed here: the towns of this installation are real; \
             look at a demonstration in another --data folder",
        ));
    }
    installation.config.demo |= demonstrates || (empty && demo_if_empty);
    let app = installation.start().await?;
    match (empty, app.config.demo) {
        (true, true) if demo_if_empty => demo::fill(&app, 1, demo::DEFAULT_SEED).await?,
        (true, true) => demo::bare_town(&app).await?,
        (true, false) => first_run::first_municipality(&app).await?,
        (false, _) => {}
    }
    if app.config.demo {
        first_run::follow_address(&app).await?;
    }
    Ok(app)
}

pub(super) async fn worker(loaded: Loaded, asked: &Worker) -> Outcome {
    telemetry::start_log(&loaded.config)?;
    let metrics = telemetry::start_metrics()?;
    let listener = match asked.listen_metrics {
        Some(address) => Some(TcpListener::bind(address).await.map_err(|error| {
            Failure::failed(format!("{address} cannot be listened on: {error}; choose another with --listen-metrics"))
        })?),
        None => None,
    };
    let app = Installation::open_current(loaded).await?.start().await?;
    println!("Samenstuur runs jobs since {}. Ctrl-C stops it.", app.clock.now());
    let stop = crate::serve::stop_signal();
    let tidy = tokio::spawn(telemetry::keep_tidy(metrics.clone()));
    let shown = listener.map(|listener| {
        let routes =
            telemetry::routes(metrics, &app.config).route("/health/live", axum::routing::get(|| async { "ok" }));
        tokio::spawn(crate::serve::answer(listener, routes, crate::serve::SILENCE, usize::MAX, stop.clone()))
    });
    let follow = tokio::spawn(crate::serve::follow(app.clone(), stop.clone()));
    Runner::run(app.clone(), stop).await;
    follow.await.map_err(|error| Failure::failed(error.to_string()))?;
    if let Some(shown) = shown {
        shown.await.map_err(|error| Failure::failed(error.to_string()))??;
    }
    tidy.abort();
    app.db.close().await;
    tracing::info!("stopped");
    Ok(())
}

/// Says what to open and, in a demonstration, as whom to sign in.
fn announce(app: &App) {
    let Config { demo, worker, listen, .. } = &app.config;
    let towns = app.municipalities.all();
    println!("\nSamenstuur {} serves on {listen}. Ctrl-C stops it.\n", env!("CARGO_PKG_VERSION"));
    for town in &towns {
        println!("  {:24} {}/", town.name, town.base_url);
    }
    if *demo {
        let Some(town) = towns.iter().find(|town| town.is_demonstration()) else { return };
        let base = town.base_url.as_str();
        println!("\n{} is a demonstration: people, organisations and texts are invented.", town.name);
        println!("Sign in at {base}/inloggen with one of these addresses:\n");
        for member in &demo::STAFF {
            println!("  {:42} {} ({})", member.email, member.name, demo::role_name(member.role));
        }
        println!("\nMail is not sent: read it, with the code to sign in, at {base}/demo/postvak");
    } else if towns.iter().any(|town| town.slug == "gemeente") {
        println!("\nGive the municipality its name and address, and make yourself its manager:\n");
        println!(
            "  samenstuur municipality set gemeente --name Voorbeeldstad --base-url https://samen.voorbeeldstad.example"
        );
        println!("  samenstuur grant you@voorbeeldstad.example");
    }
    if !worker {
        println!("\nJobs are not run here: start `samenstuur worker` as well.");
    }
    println!();
}
