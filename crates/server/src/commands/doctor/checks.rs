//! What the doctor looks at.

use std::{path::Path, time::Duration};

use kernel::{Clock, Instant, PersonRole, time};
use platform::{
    App, Db,
    app::{MovableClock, system_random},
    config::{Config, MailTransport},
    db::{Location, maintenance, migrate::SchemaState},
    templates::assets as bundle,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::Findings;
use crate::commands::Failure;

/// Below this a busy day may fill the disk.
const LITTLE_SPACE: u64 = 500 * MEGABYTE;
/// A log that grows beyond this is held open by a reader that never ends.
const LARGE_LOG: u64 = 256 * MEGABYTE;
/// Every answer to a change waits for one write: slower than this is felt.
const SLOW_WRITE: Duration = Duration::from_millis(50);
/// A due job older than this is not being looked at.
const LONG_WAIT: i64 = 10 * time::MINUTE;
/// Clocks that differ more than this put things in the wrong order.
const CLOCK_DIFFERENCE: i64 = 5 * time::SECOND;
const MEGABYTE: u64 = 1024 * 1024;
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

pub(super) fn configuration(findings: &mut Findings, config: &Config) {
    findings.good("configuration", "every value is allowed");
    if let Some(now) = &config.now {
        findings.note("clock", format!("starts at {now}: right for training, wrong for a town"));
    }
    if config.mail.transport == MailTransport::Mailbox && !config.demo {
        findings.note("mail", "is kept here and not sent: set mail.transport = \"smtp\" and mail.smtp_url for a town");
    }
}

pub(super) fn folder(findings: &mut Findings, config: &Config) {
    let data = &config.data;
    if !data.is_dir() {
        findings.wrong(
            "data folder",
            format!("{} is not there", data.display()),
            "start `samenstuur serve`, or check --data",
        );
        return;
    }
    match private(data) {
        true => findings.good("data folder", format!("{}, for nobody else to read", data.display())),
        false => findings.wrong(
            "data folder",
            format!("{} can be read by other users of this machine", data.display()),
            format!("chmod 700 {}", data.display()),
        ),
    }
    match fs4::available_space(data) {
        Ok(bytes) if bytes < LITTLE_SPACE => {
            findings.wrong("disk", format!("only {} left", size(bytes)), "make room, or move the data folder");
        }
        Ok(bytes) => findings.good("disk", format!("{} left", size(bytes))),
        Err(error) => findings.wrong("disk", error.to_string(), "check the data folder"),
    }
    match write_speed(data) {
        Ok(took) if took > SLOW_WRITE => findings.wrong(
            "disk",
            format!("a write takes {} ms to be on disk", took.as_millis()),
            "put the data folder on a local SSD, not on a network share",
        ),
        Ok(took) => findings.good("disk", format!("a write is on disk in {:.1} ms", took.as_secs_f64() * 1000.0)),
        Err(error) => findings.wrong(
            "disk",
            format!("{} cannot be written: {error}", data.display()),
            "give the folder to the user the program runs as: chown",
        ),
    }
}

#[cfg(unix)]
fn private(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    folder.metadata().is_ok_and(|found| found.permissions().mode() & 0o077 == 0)
}

#[cfg(not(unix))]
fn private(_: &Path) -> bool {
    true
}

/// The middle one of some synced writes.
fn write_speed(folder: &Path) -> std::io::Result<Duration> {
    use std::io::Write;
    let mut file = tempfile::tempfile_in(folder)?;
    let mut took = Vec::new();
    for _ in 0..15 {
        #[allow(clippy::disallowed_methods, reason = "measures a disk, does not tell the time")]
        let start = std::time::Instant::now();
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
        took.push(start.elapsed());
    }
    took.sort();
    Ok(took[took.len() / 2])
}

pub(super) fn assets(findings: &mut Findings) {
    if bundle::bundled() {
        findings.good("look", "style sheet, script, font and icons are in the program");
    } else {
        findings.wrong(
            "look",
            "style sheet, script, font and icons are not in the program",
            "build it with `make release`, which bundles them",
        );
    }
}

/// Whether something serves on the configured address, and says it is ready.
pub(super) async fn site(findings: &mut Findings, config: &Config) -> bool {
    let mut address = config.listen;
    if address.ip().is_unspecified() {
        address.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    let answer = tokio::time::timeout(ANSWER_WITHIN, ask(address)).await;
    match answer {
        Ok(Ok(status)) if status.contains(" 200 ") => {
            findings.good("site", format!("serves on {address} and is ready"));
            return true;
        }
        Ok(Ok(status)) => findings.wrong(
            "site",
            format!("what serves on {address} is not ready: {}", status.trim()),
            "wait until it has started; look in its log; or another program has this address: choose another with listen",
        ),
        _ => findings.note("site", format!("nothing serves on {address} now")),
    }
    false
}

async fn ask(address: std::net::SocketAddr) -> std::io::Result<String> {
    let mut stream = tokio::net::TcpStream::connect(address).await?;
    stream.write_all(b"GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").await?;
    let mut answer = Vec::new();
    stream.take(4096).read_to_end(&mut answer).await?;
    let text = String::from_utf8_lossy(&answer).into_owned();
    let (status, said) = (text.lines().next().unwrap_or_default(), text.lines().last().unwrap_or_default());
    Ok(format!("{status} {said}"))
}

/// An index is made by whoever serves; it is ready when the site is.
pub(super) fn index(findings: &Findings, config: &Config, up: bool) {
    let folder = config.data.join("index");
    let bytes: u64 = std::fs::read_dir(&folder)
        .map(|entries| entries.flatten().filter_map(|entry| entry.metadata().ok()).map(|meta| meta.len()).sum())
        .unwrap_or_default();
    match (config.search_in_memory, folder.is_dir(), up) {
        (true, ..) => findings.note("search index", "is kept in memory and built at every start"),
        (_, true, true) => findings.good("search index", format!("{}, in step with the database", size(bytes))),
        (_, true, false) => {
            findings.note("search index", format!("{}; brought up to date at the next start", size(bytes)))
        }
        (_, false, _) => findings.note("search index", "not there yet; built at the next start"),
    }
}

/// The database, when it can be used.
pub(super) async fn database(findings: &mut Findings, config: &Config) -> Option<Db> {
    let location = config.location();
    if let Location::Sqlite { file, .. } = &location
        && !file.is_file()
    {
        findings.wrong(
            "database",
            format!("{} is not there", file.display()),
            "start `samenstuur serve`, or check --data",
        );
        return None;
    }
    let mend = match location {
        Location::Sqlite { .. } => {
            "is the file ours to read? If it is damaged: restore the last backup into another folder"
        }
        Location::Postgres { .. } => "is the database server running, and is database_url right?",
    };
    let db = match tokio::time::timeout(ANSWER_WITHIN, Db::open(&location)).await {
        Ok(Ok(db)) => db,
        Ok(Err(error)) => {
            findings.wrong("database", error.to_string(), mend);
            return None;
        }
        Err(_) => {
            findings.wrong("database", "no answer within 10 seconds", mend);
            return None;
        }
    };
    match maintenance::health(&db).await {
        Ok(health) => healthy(findings, &location, &health),
        Err(error) => findings.wrong("database", error.to_string(), mend),
    }
    match db.schema_state().await {
        Ok(SchemaState::Current) => findings.good("database", "its schema is that of this program"),
        Ok(SchemaState::Behind(missing)) => {
            findings.wrong("database", format!("{missing} migrations are still to be run"), "samenstuur migrate");
            return None;
        }
        Ok(SchemaState::Newer) => {
            findings.wrong("database", "it is of a newer program", "install the newer program");
            return None;
        }
        Err(error) => {
            findings.wrong("database", error.to_string(), mend);
            return None;
        }
    }
    Some(db)
}

fn healthy(findings: &mut Findings, location: &Location, health: &maintenance::Health) {
    let bytes = u64::try_from(health.bytes).unwrap_or_default();
    findings.good("database", format!("{}, {}", health.version, size(bytes)));
    if let Some(damage) = &health.damage {
        findings.wrong(
            "database",
            format!("is damaged: {damage}"),
            "stop serving and restore the last backup elsewhere",
        );
    }
    if health.writable {
        findings.good("database", "takes changes");
    } else {
        let mend = match location {
            Location::Sqlite { .. } => {
                "give the files in the data folder to the user the program runs as; is the disk full?"
            }
            Location::Postgres { .. } => "point database_url at the primary server, not at a replica",
        };
        findings.wrong("database", "takes no changes", mend);
    }
    let real = MovableClock::starting_at(None).now();
    match (location, health.clock) {
        (_, Some(theirs)) => compare_clocks(findings, real, Instant::from_millis(theirs)),
        (Location::Sqlite { file, .. }, None) => embedded(findings, file, real),
        _ => {}
    }
}

fn compare_clocks(findings: &mut Findings, ours: Instant, theirs: Instant) {
    let apart = ours.since(theirs);
    if apart.abs() > CLOCK_DIFFERENCE {
        let text = format!("this machine and the database server are {} seconds apart", apart / time::SECOND);
        findings.wrong("clock", text, "let both follow a time server (NTP)");
    } else {
        findings.good("clock", format!("{ours}, as on the database server"));
    }
}

/// The log beside a SQLite file, and whether the file was changed in the future.
fn embedded(findings: &mut Findings, file: &Path, now: Instant) {
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let log = std::fs::metadata(log).map_or(0, |found| found.len());
    if log > LARGE_LOG {
        let mend = "restart `samenstuur serve`; is a backup or another program holding the file open?";
        findings.wrong("database", format!("its log has grown to {}", size(log)), mend);
    } else {
        findings.good("database", format!("its log takes {}", size(log)));
    }
    let changed = std::fs::metadata(file).and_then(|found| found.modified()).ok();
    let changed = changed.and_then(|at| jiff::Timestamp::try_from(at).ok()).map(Instant::from_timestamp);
    match changed {
        Some(at) if at.since(now) > CLOCK_DIFFERENCE => {
            findings.wrong(
                "clock",
                format!("{now}, but the database was changed at {at}"),
                "set the clock of this machine (NTP)",
            );
        }
        _ => findings.good("clock", now.to_string()),
    }
}

/// What only an application knows: towns, managers, mail, jobs.
pub(super) async fn installation(findings: &mut Findings, config: Config, db: Db) -> Result<(), Failure> {
    let clock = std::sync::Arc::new(MovableClock::starting_at(config.start()));
    let app = crate::build(config, db, clock, system_random()).await?;
    towns(findings, &app).await?;
    letters(findings, &app)?;
    mail(findings, &app).await;
    jobs(findings, &app).await?;
    app.db.close().await;
    Ok(())
}

/// Behind a proxy that is not believed everybody has the proxy's address, and shares one limit.
fn behind_proxy(findings: &Findings, config: &Config, towns: &[std::sync::Arc<kernel::Municipality>]) {
    let encrypted = towns.iter().any(|town| town.base_url.starts_with("https://"));
    if encrypted && config.listen.ip().is_loopback() && !config.trust_proxy {
        let text = "https:// through a proxy on this machine, whose X-Forwarded-For is not believed: all visitors together \
            share the limits of one. Let the proxy set it, and set trust_proxy = true";
        findings.note("proxy", text);
    }
}

async fn towns(findings: &mut Findings, app: &App) -> Result<(), Failure> {
    let towns = app.municipalities.all();
    behind_proxy(findings, &app.config, &towns);
    if towns.is_empty() {
        findings.wrong("municipality", "there is none yet", "samenstuur municipality add, or start `samenstuur serve`");
    }
    let mut conn = app.db.read().await?;
    for town in towns {
        let demonstration = town.is_demonstration();
        let managers = people::holders(&mut conn, town.id, PersonRole::Manager).await?.len();
        if managers == 0 {
            let mend = format!("samenstuur grant EMAIL --municipality {}", town.slug);
            findings.wrong("municipality", format!("{} has no manager", town.name), mend);
        } else {
            findings.good("municipality", format!("{} at {}, {managers} managers", town.name, town.base_url));
        }
        let local = ["http://localhost", "http://127.0.0.1"].iter().any(|start| town.base_url.starts_with(start));
        if local && !demonstration {
            let mend = format!("samenstuur municipality set {} --base-url https://…", town.slug);
            findings.note("municipality", format!("links in mails of {} lead to this machine: {mend}", town.name));
        } else if town.base_url.starts_with("http://") && !local {
            let mend = format!(
                "put a proxy with a certificate in front, then: samenstuur municipality set {} --base-url https://…",
                town.slug
            );
            findings.wrong("municipality", format!("{} is served without encryption", town.name), mend);
        }
    }
    Ok(())
}

/// A letter of each town, written and not sent: an address in the settings that is none would show only when one should go out.
fn letters(findings: &mut Findings, app: &App) -> Result<(), Failure> {
    for town in app.municipalities.all() {
        for setting in app.mailer.unwritable(&app.system(town.id)?) {
            let text =
                format!("{setting} is no address that mail can be sent to; letters of {} suffer from it", town.name);
            let mend = match setting {
                "mail.from" => "check mail.from".to_owned(),
                other => format!("decide {other} again, under Beheer, Instellingen"),
            };
            findings.wrong("mail", text, mend);
        }
    }
    Ok(())
}

async fn mail(findings: &mut Findings, app: &App) {
    if app.config.mail.transport == MailTransport::Mailbox {
        return;
    }
    match tokio::time::timeout(ANSWER_WITHIN, app.mailer.probe()).await {
        Ok(Ok(true)) => findings.good("mail", "the mail server takes mail"),
        Ok(Ok(false)) => findings.wrong("mail", "the mail server refuses", "check mail.smtp_url: user, password, port"),
        Ok(Err(problem)) => {
            findings.wrong("mail", problem.to_string(), "check mail.smtp_url: host, port, smtps:// or smtp://");
        }
        Err(_) => findings.wrong("mail", "no answer within 10 seconds", "check mail.smtp_url, and the firewall"),
    }
}

async fn jobs(findings: &mut Findings, app: &App) -> Result<(), Failure> {
    let mut conn = app.db.read().await?;
    let (due, oldest) = platform::jobs::backlog(&mut conn, app.now()).await?;
    let waits = oldest.map_or(0, |at| app.now().since(at));
    if due > 0 && waits > LONG_WAIT {
        let text = format!("{due} are due, the oldest for {} minutes", waits / time::MINUTE);
        findings.wrong("jobs", text, "start `samenstuur serve` or `samenstuur worker`; look in its log");
    } else {
        findings.good("jobs", format!("{due} are due"));
    }
    for town in app.municipalities.all() {
        let given_up = platform::jobs::dead(&mut conn, &app.system(town.id)?).await?;
        let (refused, dead): (Vec<_>, Vec<_>) =
            given_up.into_iter().partition(|job| job.state == platform::jobs::UNDELIVERABLE);
        let kinds: std::collections::BTreeSet<&str> = dead.iter().map(|job| job.kind.as_str()).collect();
        if let Some(last) = dead.first() {
            let kinds = kinds.into_iter().collect::<Vec<_>>().join(", ");
            let why = last.last_error.as_deref().unwrap_or("no reason was kept");
            let text = format!("{} of {} were given up ({kinds}); the last: {why}", dead.len(), town.name);
            let mend = "mend the cause, then `samenstuur jobs retry --all`; or throw them away: `samenstuur jobs discard --all`";
            findings.wrong("jobs", text, mend);
        }
        if !refused.is_empty() {
            let text = "letters of {town} were refused by the mail server for good; `samenstuur jobs list` shows them";
            findings.note("mail", format!("{} {}", refused.len(), text.replace("{town}", &town.name)));
        }
    }
    Ok(())
}

fn size(bytes: u64) -> String {
    if bytes >= 1024 * MEGABYTE {
        format!("{:.1} GB", bytes as f64 / (1024.0 * MEGABYTE as f64))
    } else {
        format!("{:.1} MB", bytes as f64 / MEGABYTE as f64)
    }
}
