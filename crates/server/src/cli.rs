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
        Examples:\n  samenstuur worker --database-url postgres://samenstuur@db.internal/samenstuur\n  \
        samenstuur worker --database-url postgres://samenstuur@db.internal/samenstuur --listen-metrics 127.0.0.1:9090"
    )]
    Worker(Worker),
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
    /// Work that failed: look at it, try it again, throw it away
    #[command(subcommand)]
    Jobs(Jobs),
    /// Make somebody a manager or a mediator of a municipality
    #[command(long_about = "Gives somebody a role; makes an account when the address has none. A manager confirms \
        organisations, decides settings and gives others a role; a mediator helps people at a point. The person signs in \
        with a code that is mailed to the address.\n\n\
        Examples:\n  samenstuur grant you@voorbeeldstad.example\n  samenstuur grant desk@voorbeeldstad.example --role mediator")]
    Grant(Grant),
    /// Load vacancies, organisations, people, areas or postcodes from a file
    #[command(subcommand)]
    Import(Import),
    /// Write vacancies, organisations or people to a file that can be imported again
    #[command(subcommand)]
    Export(Export),
    /// Write everything to one file, also while serving
    #[command(
        long_about = "Writes the whole installation (all municipalities, all files) to one tar file, as it was at one \
        moment, also while others go on using it. The file holds personal data: keep it where nobody else can read it. \
        The search index is left out: it is made again by itself.\n\n\
        Examples:\n  samenstuur backup --to /backup/samenstuur-2026-03-03.tar\n  \
        samenstuur backup --database-url postgres://samenstuur@db.internal/samenstuur --to before-upgrade.tar"
    )]
    Backup(Backup),
    /// Put a backup into an empty installation
    #[command(
        long_about = "Puts a backup into an empty data folder or an empty PostgreSQL database, and compares every table \
        with what the backup says. A backup of the embedded database goes into PostgreSQL and the other way round: that is \
        how a town outgrows one machine. Refuses an installation that is not empty, and a backup of a newer program.\n\n\
        Examples:\n  samenstuur restore backup.tar --data /var/lib/samenstuur\n  \
        samenstuur restore backup.tar --data /var/lib/samenstuur --database-url postgres://samenstuur@db.internal/samenstuur"
    )]
    Restore(Restore),
    /// Say what is wrong with this installation, and how to mend it
    #[command(
        long_about = "Shows every setting with where it came from (secrets hidden), and checks configuration, data \
        folder, disk, database, clock, municipalities, mail, jobs, search and the site itself. Of what is wrong it says how \
        to mend it. Changes nothing; may be run while serving.\n\n\
        Example:\n  samenstuur doctor --data /var/lib/samenstuur\n\n\
        Ends with 1 when something is wrong, so that monitoring can run it."
    )]
    Doctor,
    /// Look at a vacancy with the vacancy check
    #[command(
        long_about = "Looks at a vacancy with the rules of the vacancy check, as they are when a municipality decided \
        nothing else, and says of each what it found. The file is text (the first line is the title, the rest the \
        description) or JSON with the fields title, summary, description, themes, tasks, when, hours, contact_named, asked, \
        offered and closes_on. Needs no installation.\n\n\
        Examples:\n  samenstuur check-vacancy vacature.txt\n  samenstuur check-vacancy vacature.json --json\n\n\
        Ends with 1 when a rule refuses."
    )]
    CheckVacancy(CheckVacancy),
    /// Reckon on a file who fits what and why, or show what fair exposure does
    #[command(
        long_about = "Reckons, from a file, which vacancies fit somebody or who fits a vacancy, with the reasons, what does \
        not fit, what to ask and what was left out: the same engine as on the pages. FILE is JSON, or - for what comes in; \
        the answer is JSON. docs/matching.md says what both hold, with an example.\n\n\
        With --simulate it shows on an invented town what fair exposure does, compared with ranking by popularity alone: \
        how many vacancies get at least one response, at the same number of responses. Needs no installation.\n\n\
        Examples:\n  samenstuur match question.json\n  samenstuur match - < question.json\n  \
        samenstuur match --simulate\n  samenstuur match --simulate --visitors 1200 --penalty 50"
    )]
    Match(Match),
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
    /// Make an empty installation a demonstration: a banner, mail at /demo/postvak, a clock that can be moved
    #[arg(long)]
    pub demo: bool,
    /// Fill the installation with the demonstration town when there is nothing in it
    #[arg(long)]
    pub demo_if_empty: bool,
}

/// `worker`.
#[derive(Debug, Args)]
pub struct Worker {
    /// Show /metrics and /health/live on this address [default: nowhere]
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen_metrics: Option<std::net::SocketAddr>,
}

/// `jobs`.
#[derive(Debug, Subcommand)]
pub enum Jobs {
    /// Show work that was given up, and work that failed and is tried again
    #[command(
        long_about = "Shows, of every municipality, the work (mails, reminders, imports) that was given up, and the work that \
        failed at least once and is tried again, with the reason. `undeliverable` is a letter that the mail server refuses \
        for good: mostly an address that is no more. What was given up is kept for 30 days, or as the municipality decided.\n\n\
        Example:\n  samenstuur jobs list"
    )]
    List,
    /// Try work that was given up again, as if it were new
    #[command(
        long_about = "Has work that was given up tried again, as if it were new: after the cause is mended. Whoever \
        runs jobs, `serve` or `worker`, takes it up.\n\n\
        Examples:\n  samenstuur jobs retry 0198c2a4-0000-7000-8000-000000000001\n  samenstuur jobs retry --all"
    )]
    Retry(WhichJobs),
    /// Throw work away that was given up
    #[command(long_about = "Throws work away that was given up: what it was for, such as a letter, never happens.\n\n\
        Examples:\n  samenstuur jobs discard 0198c2a4-0000-7000-8000-000000000001\n  samenstuur jobs discard --all")]
    Discard(WhichJobs),
}

/// Which jobs are meant.
#[derive(Debug, Args)]
pub struct WhichJobs {
    /// Numbers of the jobs, as `samenstuur jobs list` shows them
    #[arg(value_name = "JOB", required_unless_present = "all", conflicts_with = "all")]
    pub jobs: Vec<uuid::Uuid>,
    /// Every job that was given up
    #[arg(long)]
    pub all: bool,
}

/// Which municipality is meant.
#[derive(Debug, Args)]
pub struct Which {
    /// Short name of the municipality [default: the only one, or the one that answers to every other host name]
    #[arg(long, value_name = "SLUG")]
    pub municipality: Option<String>,
}

/// A role in a municipality.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum GrantedRole {
    /// Confirms organisations, decides settings, gives others a role
    Manager,
    /// Helps people at a point, on their behalf where they agreed
    Mediator,
}

/// `grant`.
#[derive(Debug, Args)]
pub struct Grant {
    /// E-mail address of the person
    #[arg(value_name = "EMAIL")]
    pub email: String,
    /// What the person becomes
    #[arg(long, value_enum, default_value = "manager")]
    pub role: GrantedRole,
    /// Where.
    #[command(flatten)]
    pub which: Which,
}

/// `import`.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Wijken and buurten from GeoJSON, in place of those that were there
    #[command(
        long_about = "Loads the boundaries of wijken and buurten from GeoJSON (WGS84), in place of those that were \
        there. Of each feature these properties are read: code, naam (or name), soort (or kind: gemeente, wijk, buurt) and, \
        for a buurt, wijk. Nothing changes when the file has a mistake; every mistake is named.\n\n\
        Example:\n  samenstuur import areas wijken_buurten.geojson --dry-run"
    )]
    Areas(ImportFile),
    /// Postcodes with their centres from a table with tabs, in place of those that were there
    #[command(
        long_about = "Loads four-digit postcodes with their centres from a table with tabs and a header (pc4, plaats, \
        lat, lon and if known buurt_code), in place of those that were there. Nothing changes when the file has a mistake; \
        every mistake is named.\n\nExample:\n  samenstuur import postcodes pc4.tsv"
    )]
    Postcodes(ImportFile),
    /// Vacancies from CSV or XLSX; known ones change
    #[command(
        long_about = "Loads vacancies from CSV or XLSX. The first row holds the names of the columns, in Dutch or English: \
        docs/import.md lists them. A row must have an organisation (its name or external id), a title and a description, \
        and is known again by its external id. An organisation that is not known is added by its name, as confirmed. A vacancy of the same \
        organisation with the same external id is changed, so that the same file may be loaded every night; what the file \
        has no column for stays as it is.\n\n\
        Each mistake is named with row, column and reason. With one bad row nothing is loaded, unless --partial.\n\n\
        Examples:\n  samenstuur import vacancies vacatures.csv --dry-run\n  \
        samenstuur import vacancies vacatures.xlsx --partial --municipality voorbeeldstad"
    )]
    Vacancies(ImportTable),
    /// Organisations from CSV or XLSX; known ones change
    #[command(
        long_about = "Loads organisations from CSV or XLSX. The first row holds the names of the columns, in Dutch or \
        English: docs/import.md lists them. A row must have a name, a description and a sector. What is \
        loaded counts as confirmed. An organisation with the same external id is changed; what the file has no column for \
        stays as it is.\n\n\
        Each mistake is named with row, column and reason. With one bad row nothing is loaded, unless --partial.\n\n\
        Example:\n  samenstuur import organisations organisaties.csv --dry-run"
    )]
    Organisations(ImportTable),
    /// People from CSV or XLSX; known ones change
    #[command(
        long_about = "Loads people from CSV or XLSX. The first row holds the names of the columns, in Dutch or English: \
        docs/import.md lists them. A row must have a name. Somebody with the same external id, or else with the same \
        e-mail address and name, is changed; what a row leaves out stays as it was. Nobody gets a letter of it.\n\n\
        Each mistake is named with row, column and reason. With one bad row nothing is loaded, unless --partial.\n\n\
        Example:\n  samenstuur import people mensen.csv --dry-run"
    )]
    People(ImportTable),
}

/// A table to read.
#[derive(Debug, Args)]
pub struct ImportTable {
    /// The file.
    #[command(flatten)]
    pub file: ImportFile,
    /// Load the good rows although others are bad
    #[arg(long)]
    pub partial: bool,
}

/// `export`.
#[derive(Debug, Subcommand)]
pub enum Export {
    /// Vacancies that take responses
    #[command(
        long_about = "Writes the vacancies that take responses, one a row, with the columns that `samenstuur import \
        vacancies` reads. The export is noted in the audit log.\n\n\
        Examples:\n  samenstuur export vacancies > vacatures.csv\n  samenstuur export vacancies --out vacatures.xlsx"
    )]
    Vacancies(ExportFile),
    /// Organisations
    #[command(
        long_about = "Writes the organisations, one a row, with the columns that `samenstuur import organisations` reads. \
        The export is noted in the audit log.\n\nExample:\n  samenstuur export organisations --out organisaties.csv"
    )]
    Organisations(ExportFile),
    /// People: personal data
    #[command(
        long_about = "Writes the people, one a row, with the columns that `samenstuur import people` reads. The file holds \
        personal data: keep it where nobody else can read it, and no longer than it is needed. The export is noted in the \
        audit log.\n\nExample:\n  samenstuur export people --out mensen.csv"
    )]
    People(ExportFile),
}

/// How to write a table.
#[derive(Debug, Args)]
pub struct ExportFile {
    /// The file to write, in place of what was there; only its owner can read it [default: standard output]
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Format [default: as the name of FILE ends, else csv]
    #[arg(long, value_enum)]
    pub format: Option<TableFormat>,
    /// Language of the names of the columns
    #[arg(long, value_enum, default_value = "nl")]
    pub lang: Language,
    /// Where.
    #[command(flatten)]
    pub which: Which,
}

/// A file format.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum TableFormat {
    /// Text with semicolons, UTF-8
    Csv,
    /// A spreadsheet
    Xlsx,
}

/// A file to read.
#[derive(Debug, Args)]
pub struct ImportFile {
    /// The file
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Say what would happen, and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Where.
    #[command(flatten)]
    pub which: Which,
}

/// `backup`.
#[derive(Debug, Args)]
pub struct Backup {
    /// The file to write; it must not be there yet
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
}

/// `restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// The backup
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// `check-vacancy`.
#[derive(Debug, Args)]
pub struct CheckVacancy {
    /// The vacancy
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Print the findings as JSON
    #[arg(long)]
    pub json: bool,
    /// Language of the findings
    #[arg(long, value_enum, default_value = "nl")]
    pub lang: Language,
}

/// `match`.
#[derive(Debug, Args)]
pub struct Match {
    /// The question; - reads what comes in
    #[arg(value_name = "FILE", required_unless_present = "simulate", conflicts_with = "simulate")]
    pub file: Option<PathBuf>,
    /// Show what fair exposure does
    #[arg(long)]
    pub simulate: bool,
    /// Vacancies of the invented town
    #[arg(long, requires = "simulate", default_value_t = 400, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub openings: u32,
    /// Visitors, each of whom responds once
    #[arg(long, requires = "simulate", default_value_t = 600, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub visitors: u32,
    /// What part of its place a vacancy loses with each response, in per cent
    #[arg(long, requires = "simulate", default_value_t = 30, value_parser = clap::value_parser!(u32).range(0..=90))]
    pub penalty: u32,
    /// How many towns, each from its own seed
    #[arg(long, requires = "simulate", default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=100))]
    pub runs: u64,
}

/// A language of the program.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum Language {
    /// Dutch
    Nl,
    /// English
    En,
}

impl From<Language> for kernel::Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Nl => Self::Nl,
            Language::En => Self::En,
        }
    }
}

/// `demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// How large the town is: 1 has 400 vacancies and 2,000 people, 25 has 10,000 and 50,000
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=i64::from(demo::MAX_SIZE)))]
    pub size: u32,
    /// Another seed gives another town
    #[arg(long, default_value_t = demo::DEFAULT_SEED)]
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
