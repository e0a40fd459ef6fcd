//! What can be typed after `samenstuur`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// How every command ends, for scripts.
const EXIT_CODES: &str = "Exit codes: 0 it is done; 1 it could not be done, the last lines say why; \
2 the command or the configuration is wrong, nothing was done.";

/// Samenstuur: volunteer support, run together by a municipality and its organisations.
#[derive(Debug, Parser)]
#[command(name = "samenstuur", version, max_term_width = 100, after_help = EXIT_CODES, after_long_help = EXIT_CODES)]
#[command(long_about = "Samenstuur: volunteer support, run together by a municipality and its organisations.\n\n\
    Begin with `samenstuur serve --demo-if-empty` for a demonstration town, or with `samenstuur serve` and then \
    `samenstuur grant you@example.org` for an installation of your own.\n\n\
    Settings come from defaults, then samenstuur.toml, then variables SAMENSTUUR_…, then flags; `samenstuur doctor` \
    shows each value and where it came from.")]
pub struct Cli {
    /// Where the data are, and how the program behaves.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Flags of every command.
#[derive(Debug, Args)]
pub struct Common {
    /// Configuration file [default: samenstuur.toml in the working folder or in the data folder, when it is there]
    #[arg(long, global = true, value_name = "FILE", env = "SAMENSTUUR_CONFIG", hide_env = true)]
    pub config: Option<PathBuf>,
    /// Folder for the embedded database, the search index and files [default: data]
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// PostgreSQL instead of the embedded database: postgres://user:password@host/name. A password on the command line
    /// can be seen by others on this machine; the variable SAMENSTUUR_DATABASE_URL cannot
    #[arg(long, global = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// Start the clock at this moment, such as 2026-03-03T09:00:00Z; for training and demonstration
    #[arg(long, global = true, value_name = "INSTANT")]
    pub now: Option<String>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the site, and run jobs (mails, reminders) beside it
    #[command(
        long_about = "Serves the site until it is told to stop (Ctrl-C or SIGTERM); what is under way is finished \
        first. Brings the database up to date at the start. Runs jobs too, unless --no-worker.\n\n\
        Examples:\n  samenstuur serve --demo-if-empty\n  samenstuur serve --data /var/lib/samenstuur --listen 127.0.0.1:8080\n  \
        samenstuur serve --database-url postgres://samenstuur@db.internal/samenstuur --no-worker"
    )]
    Serve(Serve),
    /// Run jobs alone, without a site
    #[command(
        long_about = "Runs jobs (mails, reminders, imports) until it is told to stop. Any number of workers may run \
        on one PostgreSQL: each job is run by one of them, and taken over when that one dies.\n\n\
        Example:\n  samenstuur worker --database-url postgres://samenstuur@db.internal/samenstuur"
    )]
    Worker,
    /// Bring the database up to date and show what was done
    #[command(
        long_about = "Brings the database up to date and shows which steps ran. `serve` and `worker` do this by \
        themselves; run it apart to upgrade while you watch. Make a backup first.\n\n\
        Example:\n  samenstuur backup --to before.tar && samenstuur migrate"
    )]
    Migrate,
    /// Municipalities of this installation
    #[command(subcommand)]
    Municipality(Municipality),
    /// Fill an empty installation with a demonstration town
    #[command(
        long_about = "Fills an empty installation with an invented town in Dutch: 120 organisations, 400 vacancies, \
        60 offers, 40 help requests and 2,000 people for every unit of size, with dates around now. The same size and \
        moment give the same town. Refuses when there is anything already.\n\n\
        Examples:\n  samenstuur demo --data /tmp/town\n  samenstuur demo --size 25 --data /tmp/large --now 2026-03-03T09:00:00Z"
    )]
    Demo(Demo),
}

/// `serve`.
#[derive(Debug, Args)]
pub struct Serve {
    /// Address to serve on [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<String>,
    /// Leave jobs to `samenstuur worker`
    #[arg(long)]
    pub no_worker: bool,
    /// Demonstration: a banner on every page, mail readable at /demo/postvak, a clock that can be moved
    #[arg(long)]
    pub demo: bool,
    /// Fill the installation with the demonstration town when there is nothing in it
    #[arg(long)]
    pub demo_if_empty: bool,
}

/// `demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// How large the town is: 1 has 400 vacancies and 2,000 people, 25 has 10,000 and 50,000
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=i64::from(capabilities::demo_town::MAX_SIZE)))]
    pub size: u32,
    /// Another seed gives another town
    #[arg(long, default_value_t = capabilities::demo_town::DEFAULT_SEED)]
    pub seed: u64,
}

/// `municipality`.
#[derive(Debug, Subcommand)]
pub enum Municipality {
    /// Show the municipalities with their addresses
    #[command(long_about = "Shows the municipalities of this installation with their addresses.\n\n\
        Example:\n  samenstuur municipality list")]
    List,
    /// Add a municipality
    #[command(long_about = "Adds a municipality to this installation. The first one answers to every host name that \
        leads to no other. A program that is serving knows it after two seconds.\n\n\
        Example:\n  samenstuur municipality add voorbeeldstad --name Voorbeeldstad --base-url https://samen.voorbeeldstad.example")]
    Add(AddMunicipality),
    /// Change the name or the address of a municipality
    #[command(
        long_about = "Changes the name, the address or the host names of a municipality. What is not given stays. \
        A program that is serving knows it after two seconds.\n\n\
        Example:\n  samenstuur municipality set gemeente --name Voorbeeldstad --base-url https://samen.voorbeeldstad.example"
    )]
    Set(SetMunicipality),
}

/// `municipality add`.
#[derive(Debug, Args)]
pub struct AddMunicipality {
    /// Short name for commands and settings: small letters, digits and dashes
    #[arg(value_name = "SLUG")]
    pub slug: String,
    /// The name people know
    #[arg(long)]
    pub name: String,
    /// Address of its site, as in links in mails
    #[arg(long, value_name = "URL")]
    pub base_url: String,
    /// A further host name that leads to it; may be given more than once
    #[arg(long = "host", value_name = "HOST")]
    pub hosts: Vec<String>,
}

/// `municipality set`.
#[derive(Debug, Args)]
pub struct SetMunicipality {
    /// Its short name (see `samenstuur municipality list`)
    #[arg(value_name = "SLUG")]
    pub slug: String,
    /// The name people know
    #[arg(long)]
    pub name: Option<String>,
    /// Address of its site, as in links in mails
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Host names that lead to it beside that of the address; replaces those that were given before
    #[arg(long = "host", value_name = "HOST")]
    pub hosts: Option<Vec<String>>,
}
