//! A throwaway PostgreSQL cluster for a test run, from the installed server, on loopback only.
//!
//! The first test that needs it starts it; every test gets a database of its own, cloned from a migrated template.
//! The cluster is stopped by a watcher process when the test processes are gone.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};

use platform::{Db, db::Location};

/// The address of a database of its own, migrated and without rows, in the throwaway cluster.
///
/// # Panics
/// When no server is installed, saying how to get one.
pub async fn fresh_database() -> String {
    let server = std::env::var("SAMENSTUUR_TEST_POSTGRES").unwrap_or_else(|_| cluster());
    // By chance, not by process alone: numbers of processes come round again while the cluster still stands.
    let mut bytes = [0; 8];
    platform::app::system_random()(&mut bytes);
    let name = format!("t{}_{:016x}", std::process::id(), u64::from_le_bytes(bytes));
    let template = template(&server).await;
    sweep(&server).await;
    sql(&server, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    format!("{server}/{name}")
}

/// The address of a database of its own without any table.
///
/// # Panics
/// As [`fresh_database`].
pub(crate) async fn empty_database() -> String {
    let full = fresh_database().await;
    let (server, name) = full.rsplit_once('/').expect("a server and a name");
    sql(server, format!("DROP DATABASE {name}")).await;
    sql(server, format!("CREATE DATABASE {name} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' ENCODING 'UTF8'")).await;
    full
}

/// Databases dropped for each that is made: more than one, so that they become fewer.
const SWEPT: usize = 4;

/// Drops some databases of tests that have ended; the cluster outlives them, and the disk would fill up.
#[allow(clippy::disallowed_methods, reason = "drops test databases, which no store does")]
async fn sweep(server: &str) {
    use sqlx::{AssertSqlSafe, Connection, Row};
    let processes = std::path::Path::new("/proc");
    if !processes.join(std::process::id().to_string()).exists() {
        return;
    }
    let Ok(mut conn) = sqlx::PgConnection::connect(&format!("{server}/postgres")).await else { return };
    let names =
        "SELECT datname FROM pg_database WHERE datname LIKE 't%' AND NOT datistemplate ORDER BY random() LIMIT 40";
    let Ok(rows) = sqlx::query(names).fetch_all(&mut conn).await else { return };
    let ended = |name: &String| {
        let process = name.strip_prefix('t').and_then(|rest| rest.split_once('_')).map(|(process, _)| process);
        process.is_some_and(|process| process.parse::<u32>().is_ok() && !processes.join(process).exists())
    };
    let names = rows.iter().filter_map(|row| row.try_get::<String, _>(0).ok()).filter(ended);
    for name in names.take(SWEPT) {
        // Another process may drop the same one at the same moment; either way it is gone.
        let drop = format!("DROP DATABASE IF EXISTS {name}");
        if let Err(error) = sqlx::query(AssertSqlSafe(drop)).execute(&mut conn).await {
            eprintln!("{name} stays: {error}");
        }
    }
}

/// Stands for the set of migrations in the names of templates.
pub(crate) fn migrations_digest() -> String {
    let migrations = platform::db::migrate::all().expect("migrations can be read");
    let text: String = migrations.iter().map(|migration| migration.text.as_str()).collect();
    platform::auth::hash(&text).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// A migrated template per set of migrations, shared by all processes of the run.
async fn template(server: &str) -> String {
    let name = format!("template_{}", migrations_digest());
    let _turn = lock(&run_dir().join("template.lock"));
    let exists = sql(server, format!("SELECT count(*) FROM pg_database WHERE datname = '{name}'")).await;
    if exists != Some(1) {
        let making = format!("{name}_making");
        sql(server, format!("DROP DATABASE IF EXISTS {making}")).await;
        let create = format!("CREATE DATABASE {making} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' ENCODING 'UTF8'");
        sql(server, create).await;
        let url = format!("{server}/{making}");
        let db = Db::open(&Location::Postgres { url, connections: 1 }).await.expect("the template opens");
        db.migrate(super::beginning()).await.expect("migrations run");
        db.close().await;
        sql(server, format!("ALTER DATABASE {making} RENAME TO {name}")).await;
    }
    name
}

#[allow(clippy::disallowed_methods, reason = "creates and names test databases, which no store does")]
async fn sql(server: &str, text: String) -> Option<i64> {
    use sqlx::{AssertSqlSafe, Connection, Row};
    let url = format!("{server}/postgres");
    let mut conn = sqlx::PgConnection::connect(&url).await.expect("the test cluster answers");
    let row = sqlx::query(AssertSqlSafe(text.clone())).fetch_optional(&mut conn).await;
    let row = row.unwrap_or_else(|error| panic!("{text}: {error}"));
    row.and_then(|row| row.try_get(0).ok())
}

pub(crate) fn run_dir() -> PathBuf {
    // Where the server's own user may come, which a folder for build products need not be.
    let user = std::env::var("USER").unwrap_or_else(|_| "samenstuur".into());
    let dir = std::env::temp_dir().join(format!("samenstuur-test-postgres-{user}"));
    std::fs::create_dir_all(&dir).expect("a folder for the test cluster");
    dir
}

/// The newest installed server's programs.
fn bin_dir() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut dirs: Vec<PathBuf> = versions.map(|entry| entry.path().join("bin")).collect();
    dirs.extend(["/usr/pgsql/bin", "/opt/homebrew/bin", "/usr/local/bin", "/usr/bin"].map(PathBuf::from));
    dirs.sort();
    let found = dirs.into_iter().rev().find(|dir| dir.join("initdb").is_file() && dir.join("postgres").is_file());
    found.expect("no PostgreSQL server is installed: run `make test` (it installs one) or `apt-get install postgresql`")
}

pub(crate) struct Lock(#[allow(dead_code, reason = "held for its lock")] std::fs::File);

pub(crate) fn lock(path: &Path) -> Lock {
    let file = std::fs::File::create(path).expect("a lock file");
    file.lock().expect("the lock");
    Lock(file)
}

/// Starts the cluster, unless another process of the run has done so, and gives its address.
fn cluster() -> String {
    let dir = run_dir();
    let _turn = lock(&dir.join("start.lock"));
    let address = dir.join("address");
    if let Ok(known) = std::fs::read_to_string(&address)
        && alive(&dir)
    {
        touch(&dir);
        return known;
    }
    let _ = std::fs::remove_dir_all(dir.join("data"));
    let port = free_port();
    make(&dir);
    start(&dir, port);
    let url = format!("postgres://samenstuur@127.0.0.1:{port}");
    std::fs::write(&address, &url).expect("the address is noted");
    touch(&dir);
    watch(&dir);
    url
}

/// Makes an empty cluster in the folder.
pub(crate) fn make(dir: &Path) {
    let data = dir.join("data");
    let how = ["--auth", "trust", "--username", "samenstuur", "--no-sync", "--locale", "C", "--encoding", "UTF8"];
    as_server_user(dir, "initdb", &[&["--pgdata", path(&data)], &how[..]].concat());
}

/// Starts the cluster of the folder. It syncs nothing: what must be kept is kept as long as the machine stands.
pub(crate) fn start(dir: &Path, port: u16) {
    let options = format!(
        "-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='' -c fsync=off -c full_page_writes=off \
         -c synchronous_commit=off -c max_connections=300 -c shared_buffers=64MB -c autovacuum=off"
    );
    let (data, log) = (dir.join("data"), dir.join("postgres.log"));
    let how = ["--pgdata", path(&data), "--log", path(&log), "--options", &options, "--wait", "start"];
    as_server_user(dir, "pg_ctl", &how);
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a path of plain text")
}

fn alive(dir: &Path) -> bool {
    first_process(dir).is_some_and(|pid| Path::new(&format!("/proc/{pid}")).exists())
}

/// The process that began the others of this folder's cluster, when it runs or was killed.
pub(crate) fn first_process(dir: &Path) -> Option<String> {
    let text = std::fs::read_to_string(dir.join("data/postmaster.pid")).ok()?;
    text.lines().next().map(str::to_owned)
}

fn touch(dir: &Path) {
    std::fs::write(dir.join("used"), "").expect("the use is noted");
}

/// PostgreSQL refuses to run as root; then everything is done as `nobody`-like user `postgres`.
fn as_server_user(dir: &Path, program: &str, args: &[&str]) {
    let program = bin_dir().join(program);
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|meta| std::os::unix::fs::MetadataExt::uid(&meta) == 0);
    let mut command = if is_root {
        let owned = Command::new("chown").args(["-R", "postgres"]).arg(dir).status().expect("chown runs");
        assert!(owned.success(), "the folder of the test cluster cannot be given to the user postgres");
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    let output =
        command.args(args).current_dir(dir).stdin(Stdio::null()).stdout(Stdio::null()).output().expect("it runs");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Stops the cluster ten minutes after the last test run that used it began.
fn watch(dir: &Path) {
    let pid = first_process(dir).unwrap_or_default();
    let script = "while kill -0 \"$1\" 2>/dev/null; do sleep 20; \
        if [ -n \"$(find \"$2/used\" -mmin +10)\" ]; then kill -INT \"$1\"; fi; done";
    let spawned = Command::new("setsid")
        .args(["sh", "-c", script, "watch", &pid])
        .arg(dir)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    drop(spawned);
    std::thread::sleep(Duration::from_millis(10));
}

pub(crate) fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").port()
}
