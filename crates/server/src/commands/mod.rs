//! The commands: each reads the configuration, opens what it needs, does its work and says what it did.

mod backup;
mod check_vacancy;
mod demo;
mod doctor;
mod exchange;
mod grant;
mod import;
mod jobs;
mod match_file;
mod migrate;
mod municipality;
mod serve;

use std::{process::ExitCode, sync::Arc};

use kernel::{Municipality, Problem};
use platform::{
    App, Db,
    app::{MovableClock, system_random},
    config::{Config, Loaded, Wrong, load::Flags},
    db::{DbError, Location},
    municipalities::Municipalities,
};

use crate::cli::{Cli, Command, Common, Which};

/// Why a command did not do what was asked.
#[derive(Debug)]
pub struct Failure {
    /// 1 when it could not be done, 2 when what was asked is wrong.
    code: u8,
    /// What to tell.
    text: String,
}

/// What a command gives back.
pub type Outcome = Result<(), Failure>;

impl Failure {
    /// What was asked is wrong.
    pub fn usage(text: impl Into<String>) -> Self {
        Self { code: 2, text: text.into() }
    }

    /// It could not be done.
    pub fn failed(text: impl Into<String>) -> Self {
        Self { code: 1, text: text.into() }
    }
}

impl From<Wrong> for Failure {
    fn from(wrong: Wrong) -> Self {
        Self::usage(wrong.to_string())
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::failed(problem.to_string())
    }
}

impl From<DbError> for Failure {
    fn from(error: DbError) -> Self {
        Self::failed(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::failed(error.to_string())
    }
}

/// Runs a command to its end.
pub fn main(cli: Cli) -> ExitCode {
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("samenstuur: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("samenstuur: {}", failure.text);
            ExitCode::from(failure.code)
        }
    }
}

async fn run(cli: Cli) -> Outcome {
    let Cli { common, command } = cli;
    let mut flags = flags_of(&common);
    if let Command::Serve(serve) = &command {
        serve::add_flags(serve, &mut flags);
    }
    let loaded = platform::config::load::load(common.config.as_deref(), flags)?;
    match command {
        Command::Serve(serve) => serve::serve(loaded, &serve).await,
        Command::Worker(worker) => serve::worker(loaded, &worker).await,
        Command::Migrate => migrate::migrate(loaded).await,
        Command::Municipality(what) => municipality::run(loaded, what).await,
        Command::Jobs(what) => jobs::run(loaded, what).await,
        Command::Demo(demo) => demo::demo(loaded, &demo).await,
        Command::Grant(grant) => grant::grant(loaded, &grant).await,
        Command::Import(what) => import::run(loaded, what).await,
        Command::Export(what) => exchange::export(loaded, what).await,
        Command::Backup(backup) => backup::backup(loaded, &backup).await,
        Command::Restore(restore) => backup::restore(loaded, &restore).await,
        Command::CheckVacancy(asked) => check_vacancy::check(&loaded.config, &asked),
        Command::Match(asked) => match_file::run(&asked),
        Command::Doctor => doctor::doctor(loaded).await,
    }
}

fn flags_of(common: &Common) -> Flags {
    let mut flags = Flags::new();
    if let Some(data) = &common.data {
        flags.push(("data", data.display().to_string()));
    }
    flags.extend(common.database_url.clone().map(|url| ("database_url", url)));
    flags.extend(common.now.clone().map(|now| ("now", now)));
    flags
}

/// An installation whose database is open.
pub struct Installation {
    pub config: Config,
    pub db: Db,
    /// The clock, moved when the configuration says so.
    pub clock: Arc<MovableClock>,
}

impl Installation {
    /// Opens the database, which for the embedded one makes folder and file.
    ///
    /// # Errors
    /// When it cannot be opened; says where it was sought.
    pub async fn open(loaded: Loaded) -> Result<Self, Failure> {
        let config = loaded.config;
        let location = config.location();
        make_private_folder(&config.data).map_err(|error| {
            Failure::failed(format!("the data folder {} cannot be made: {error}", config.data.display()))
        })?;
        if let Location::Sqlite { file, .. } = &location {
            let db = Db::open(&location).await;
            let db = db.map_err(|error| Failure::failed(format!("{} cannot be opened: {error}", file.display())))?;
            return Ok(Self::with(config, db));
        }
        let db = Db::open(&location).await;
        let db = db.map_err(|error| Failure::failed(format!("PostgreSQL cannot be reached: {error}")))?;
        Ok(Self::with(config, db))
    }

    fn with(config: Config, db: Db) -> Self {
        let clock = Arc::new(MovableClock::starting_at(config.start()));
        Self { config, db, clock }
    }

    /// The same, with the schema brought up to date.
    ///
    /// # Errors
    /// When it cannot be opened or brought up to date.
    pub async fn open_current(loaded: Loaded) -> Result<Self, Failure> {
        let installation = Self::open(loaded).await?;
        let ran = installation.db.migrate(kernel::Clock::now(&*installation.clock)).await?;
        for name in ran {
            tracing::info!(migration = name, "the database was brought up to date");
        }
        Ok(installation)
    }

    /// The towns, read apart from an application: which there are decides how it starts.
    pub async fn towns(&self) -> Result<Municipalities, Failure> {
        Ok(Municipalities::load(&self.db, &crate::plans()).await?)
    }

    /// The whole application.
    ///
    /// # Errors
    /// When the words, the pages or the towns cannot be read.
    pub async fn start(self) -> Result<App, Failure> {
        Ok(crate::build(self.config, self.db, self.clock, system_random()).await?)
    }
}

/// The town a command is about.
///
/// # Errors
/// When there is none, or none of that name.
fn town(app: &App, which: &Which) -> Result<Arc<Municipality>, Failure> {
    let towns = app.municipalities.all();
    let known: Vec<&str> = towns.iter().map(|town| town.slug.as_str()).collect();
    let found = match &which.municipality {
        Some(slug) => towns.iter().find(|town| town.slug == *slug),
        None => towns.iter().find(|town| town.is_default || towns.len() == 1),
    };
    found.cloned().ok_or_else(|| match known.is_empty() {
        true => Failure::failed(
            "there is no municipality yet: `samenstuur serve` makes one, or `samenstuur municipality add`",
        ),
        false => Failure::usage(format!("which municipality? --municipality with one of: {}", known.join(", "))),
    })
}

/// Personal data live in it: nobody else on this machine may look inside.
fn make_private_folder(folder: &std::path::Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
