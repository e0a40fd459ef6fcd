//! A whole installation in one file, and back: into an empty data folder or an empty PostgreSQL database, whichever engine
//! it came from. That is how a town outgrows one machine.
//!
//! The file is a tar with `manifest.json` (what is in it), `database.sqlite` (all tables, whatever the engine), `files/`,
//! `SHA256SUMS` (the sum of each of these, for `sha256sum -c`) and `SHA256` (the sum of everything before it).

use std::{
    collections::BTreeMap,
    fs::{File, Permissions},
    io::{Read, Seek, SeekFrom, Write},
    path::{Component, Path, PathBuf},
};

use data_encoding::HEXLOWER;
use kernel::Instant;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    config::Config,
    db::{Db, DbError, Engine, Location, maintenance, maintenance::Content, make_private, migrate},
};

/// What is in a backup.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this layout.
    pub format: u32,
    /// Version of the program that made it.
    pub program: String,
    /// Engine it was made from: `sqlite` or `postgres`.
    pub engine: String,
    /// When, RFC 3339.
    pub made_at: String,
    /// Numbers of the migrations that were run.
    pub migrations: Vec<i64>,
    /// What each table holds.
    pub tables: BTreeMap<String, TableContent>,
    /// How many files beside the database.
    pub files: u64,
}

/// What a table holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableContent {
    /// How many rows.
    pub rows: u64,
    /// Sum of the digests of all rows, in hexadecimal.
    pub checksum: String,
}

impl From<Content> for TableContent {
    fn from(content: Content) -> Self {
        Self { rows: content.rows, checksum: format!("{:032x}", content.checksum) }
    }
}

/// Why there is no backup, or nothing was restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// It must not be done; says what to do instead.
    #[error("{0}")]
    Refused(String),
    #[error(transparent)]
    Database(#[from] DbError),
    #[error("disk: {0}")]
    Disk(#[from] std::io::Error),
    /// The manifest cannot be read.
    #[error("the backup's manifest cannot be read: {0}")]
    Manifest(#[from] serde_json::Error),
}

/// 2 since backups end with their sum.
const FORMAT: u32 = 2;
const MANIFEST: &str = "manifest.json";
const DATABASE: &str = "database.sqlite";
const FILES: &str = "files";
const SUMS: &str = "SHA256SUMS";
const SUM: &str = "SHA256";
/// How folders begin in which a backup is made, and unpacked.
const SCRATCH: [&str; 2] = [".samenstuur-backup-", ".samenstuur-restore-"];

fn refused<T>(text: impl Into<String>) -> Result<T, BackupError> {
    Err(BackupError::Refused(text.into()))
}

/// Writes everything to `to`, which must not exist, while others go on using the installation. `program` is its version.
///
/// # Errors
/// When the database cannot be read, or the file not be written; then there is no file.
pub async fn backup(config: &Config, db: &Db, to: &Path, program: &str, now: Instant) -> Result<Manifest, BackupError> {
    if to.exists() {
        return refused(format!("{} is there already; choose another name", to.display()));
    }
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let scratch = Scratch::in_folder(folder, SCRATCH[0])?;
    let copy = scratch.path().join(DATABASE);
    let migrations = db.migrations().await?;
    if migrations.is_empty() {
        return refused("there is nothing in this database: check --data and --database-url");
    }
    let (engine, tables) = match db.engine() {
        Engine::Sqlite => {
            maintenance::copy_sqlite(&config.sqlite_file(), &copy).await?;
            ("sqlite", contents(&copy).await?)
        }
        Engine::Postgres => ("postgres", copy_out(db, &copy, &migrations, now).await?),
    };
    let mut manifest = Manifest {
        format: FORMAT,
        program: program.to_owned(),
        engine: engine.into(),
        made_at: now.rfc3339(),
        migrations,
        tables,
        files: 0,
    };
    let (to, files) = (to.to_owned(), config.data.join(FILES));
    let done = tokio::task::spawn_blocking(move || {
        pack(&to, scratch.path(), &files, &mut manifest)?;
        Ok::<_, BackupError>(manifest)
    });
    done.await.map_err(std::io::Error::other)?
}

/// What every table of a SQLite file holds.
async fn contents(file: &Path) -> Result<BTreeMap<String, TableContent>, BackupError> {
    let db = Db::open(&Location::Sqlite { file: file.to_owned(), sync: false }).await?;
    let whole = maintenance::must_be_whole(&db).await;
    let found = all_contents(&db).await;
    db.close().await;
    whole?;
    found
}

/// What every table of a database holds, all at one moment.
///
/// # Errors
/// When it cannot be read.
pub async fn all_contents(db: &Db) -> Result<BTreeMap<String, TableContent>, BackupError> {
    let mut tx = db.read_consistently().await?;
    let mut contents = BTreeMap::new();
    for table in maintenance::tables(&mut tx).await? {
        contents.insert(table.name.clone(), maintenance::content(&mut tx, &table).await?.into());
    }
    Ok(contents)
}

/// Copies a PostgreSQL database, as it was at one moment, into a fresh SQLite file with the same schema.
async fn copy_out(
    db: &Db,
    file: &Path,
    migrations: &[i64],
    now: Instant,
) -> Result<BTreeMap<String, TableContent>, BackupError> {
    let copy = Db::open(&Location::Sqlite { file: file.to_owned(), sync: false }).await?;
    copy.migrate_like(now, migrations).await?;
    let mut from = db.read_consistently().await?;
    let mut to = copy.begin_filling().await?;
    let targets = maintenance::tables(&mut to).await?;
    let sources = maintenance::tables(&mut from).await?;
    let mut contents = BTreeMap::new();
    for target in targets.iter().rev() {
        maintenance::empty(&mut to, target).await?;
    }
    for target in &targets {
        let Some(source) = sources.iter().find(|source| source.name == target.name) else {
            return refused(format!("table {} is missing in the database", target.name));
        };
        let read = maintenance::copy(&mut from, source, &mut to, target).await?;
        verify(&target.name, &read.into(), &maintenance::content(&mut to, target).await?.into())?;
        contents.insert(target.name.clone(), read.into());
    }
    to.commit().await?;
    copy.close().await;
    Ok(contents)
}

fn verify(table: &str, wanted: &TableContent, found: &TableContent) -> Result<(), BackupError> {
    if wanted == found {
        return Ok(());
    }
    refused(format!(
        "table {table} does not hold what it should: {} rows ({}) were written and {} rows ({}) are there",
        wanted.rows, wanted.checksum, found.rows, found.checksum
    ))
}

/// A folder that its owner alone can enter, gone at the end. What a process left that was killed is taken away.
struct Scratch {
    folder: tempfile::TempDir,
    _locked: File,
}

impl Scratch {
    fn in_folder(parent: &Path, prefix: &str) -> Result<Self, BackupError> {
        Self::sweep(parent)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(prefix);
        #[cfg(unix)]
        builder.permissions(<Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o700));
        let folder = builder.tempdir_in(parent)?;
        let locked = File::open(folder.path())?;
        locked.lock()?;
        Ok(Self { folder, _locked: locked })
    }

    /// Whoever still works in such a folder holds a lock on it.
    fn sweep(parent: &Path) -> Result<(), BackupError> {
        for entry in std::fs::read_dir(parent)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let ours = SCRATCH.iter().any(|prefix| name.starts_with(prefix));
            if ours && path.is_dir() && File::open(&path)?.try_lock().is_ok() {
                std::fs::remove_dir_all(path)?;
            }
        }
        Ok(())
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Writes on, and sums what it wrote.
struct Summing<T> {
    inner: T,
    sum: Sha256,
}

impl<T> Summing<T> {
    fn over(inner: T) -> Self {
        Self { inner, sum: Sha256::new() }
    }

    fn sum(&self) -> String {
        HEXLOWER.encode(&self.sum.clone().finalize())
    }
}

impl<T: Write> Write for Summing<T> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

impl<T: Read> Read for Summing<T> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.sum.update(&bytes[..read]);
        Ok(read)
    }
}

type Tar = tar::Builder<Summing<File>>;

fn append<W: Write>(
    tar: &mut tar::Builder<W>,
    name: impl AsRef<Path>,
    size: u64,
    content: impl Read,
) -> std::io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    tar.append_data(&mut header, name, content)
}

/// Packs a file and gives its line of sums.
fn append_summed(tar: &mut Tar, name: &Path, size: u64, content: impl Read) -> std::io::Result<String> {
    let mut content = Summing::over(content.take(size));
    append(tar, name, size, &mut content)?;
    Ok(format!("{}  {}\n", content.sum(), name.display()))
}

fn append_file(tar: &mut Tar, name: &Path, from: &Path) -> std::io::Result<String> {
    let file = File::open(from)?;
    append_summed(tar, name, file.metadata()?.len(), file)
}

/// How a file ends of which everything before has this sum.
fn ending(sum: &str) -> std::io::Result<Vec<u8>> {
    let mut tar = tar::Builder::new(Vec::new());
    append(&mut tar, SUM, sum.len() as u64, sum.as_bytes())?;
    tar.into_inner()
}

/// Writes the file under another name first, so that what bears the name is whole.
fn pack(to: &Path, scratch: &Path, files: &Path, manifest: &mut Manifest) -> Result<(), BackupError> {
    let list = files_below(files)?;
    manifest.files = list.len() as u64;
    let partial = scratch.join("backup.tar");
    make_private(&partial)?;
    let mut tar = tar::Builder::new(Summing::over(File::options().write(true).open(&partial)?));
    let text = serde_json::to_vec_pretty(manifest)?;
    let mut sums = append_summed(&mut tar, MANIFEST.as_ref(), text.len() as u64, text.as_slice())?;
    sums += &append_file(&mut tar, DATABASE.as_ref(), &scratch.join(DATABASE))?;
    for file in list {
        let name = Path::new(FILES).join(file.strip_prefix(files).unwrap_or(&file));
        sums += &append_file(&mut tar, &name, &file)?;
    }
    append(&mut tar, SUMS, sums.len() as u64, sums.as_bytes())?;
    let whole = tar.get_ref().sum();
    append(&mut tar, SUM, whole.len() as u64, whole.as_bytes())?;
    tar.into_inner()?.inner.sync_all()?;
    std::fs::rename(&partial, to)?;
    Ok(())
}

/// Whether the file ends with the sum of everything before: not a byte of it was changed.
fn proves_itself(file: &mut File) -> std::io::Result<bool> {
    let mut end = ending(&HEXLOWER.encode(&[0; 32]))?;
    let length = file.metadata()?.len();
    let Some(before) = length.checked_sub(end.len() as u64) else { return Ok(false) };
    let mut body = Summing::over((&mut *file).take(before));
    std::io::copy(&mut body, &mut std::io::sink())?;
    let wanted = ending(&body.sum())?;
    file.read_exact(&mut end)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(end == wanted)
}

fn files_below(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(found),
        other => other?,
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() { found.extend(files_below(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

/// Puts a backup into an empty installation and looks whether everything arrived.
///
/// # Errors
/// When the installation is not empty, the backup is damaged or of a newer program, or the disk or the database fails. Then
/// nothing was changed, except that an empty PostgreSQL database may have got its empty tables.
pub async fn restore(config: &Config, from: &Path, now: Instant) -> Result<Manifest, BackupError> {
    std::fs::create_dir_all(&config.data)?;
    Scratch::sweep(&config.data)?;
    must_be_empty(&config.data)?;
    let scratch = Scratch::in_folder(&config.data, SCRATCH[1])?;
    let (tar, folder) = (from.to_owned(), scratch.path().to_owned());
    let manifest =
        tokio::task::spawn_blocking(move || unpack(&tar, &folder)).await.map_err(std::io::Error::other)??;
    let copy = scratch.path().join(DATABASE);
    check(&manifest, &copy).await?;
    let source = Db::open(&Location::Sqlite { file: copy.clone(), sync: false }).await?;
    // A backup of an older program: its tables become ours before they are copied.
    source.migrate(now).await?;
    match config.location() {
        Location::Sqlite { file, .. } => {
            source.close().await;
            if scratch.path().join(format!("{DATABASE}-wal")).exists() {
                return refused("the restored database could not be closed; nothing was changed");
            }
            File::open(&copy)?.sync_all()?;
            std::fs::rename(&copy, file)?;
        }
        location @ Location::Postgres { .. } => {
            let target = Db::open(&location).await?;
            copy_in(&source, &target, now).await?;
            target.close().await;
            source.close().await;
        }
    }
    let files = scratch.path().join(FILES);
    if files.is_dir() {
        std::fs::rename(files, config.data.join(FILES))?;
    }
    #[cfg(unix)]
    File::open(&config.data)?.sync_all()?;
    Ok(manifest)
}

/// Only a configuration file may be there. An index made of another database would find what is not there.
fn must_be_empty(data: &Path) -> Result<(), BackupError> {
    for entry in std::fs::read_dir(data)? {
        let entry = entry?;
        let name = entry.file_name();
        let may_stay = name == crate::config::load::FILE || name == "lost+found";
        let is_empty_folder = entry.path().is_dir() && std::fs::read_dir(entry.path())?.next().is_none();
        if is_empty_folder && !may_stay {
            std::fs::remove_dir(entry.path())?;
        } else if !may_stay {
            return refused(format!(
                "the data folder {} is not empty ({} is there): restore into another folder with --data",
                data.display(),
                name.to_string_lossy()
            ));
        }
    }
    Ok(())
}

fn unpack(from: &Path, folder: &Path) -> Result<Manifest, BackupError> {
    let mut file = File::open(from).map_err(|error| BackupError::Refused(format!("{}: {error}", from.display())))?;
    let proven = proves_itself(&mut file)?;
    let mut tar = tar::Archive::new(file);
    tar.set_preserve_permissions(false);
    for entry in tar.entries()? {
        let mut entry =
            entry.map_err(|error| BackupError::Refused(format!("{} is no backup: {error}", from.display())))?;
        let path = entry.path()?.into_owned();
        let mut parts = path.components();
        let first = parts.next();
        let ours =
            [MANIFEST, DATABASE, FILES, SUMS, SUM].iter().any(|name| first == Some(Component::Normal(name.as_ref())));
        if !ours || !parts.all(|part| matches!(part, Component::Normal(_))) {
            return refused(format!("{} is no backup: it holds {}", from.display(), path.display()));
        }
        entry.unpack_in(folder)?;
    }
    let mut text = String::new();
    match File::open(folder.join(MANIFEST)) {
        Ok(mut manifest) => manifest.read_to_string(&mut text)?,
        Err(_) => return refused(format!("{} is no backup: it has no {MANIFEST}", from.display())),
    };
    let manifest: Manifest = serde_json::from_str(&text)?;
    // Backups of earlier programs had no sum; their tables are compared all the same.
    if !proven && (manifest.format > 1 || folder.join(SUM).exists()) {
        return refused(format!("{} is damaged: it is not what was written. Take another backup", from.display()));
    }
    Ok(manifest)
}

/// Whether the backup is one that this program can read, and whole.
async fn check(manifest: &Manifest, copy: &Path) -> Result<(), BackupError> {
    let known: Vec<i64> = migrate::all()?.iter().map(|migration| migration.number).collect();
    if manifest.format > FORMAT || manifest.migrations.iter().any(|number| !known.contains(number)) {
        return refused(format!("the backup was made by a newer program ({}): install that first", manifest.program));
    }
    if !copy.is_file() {
        return refused(format!("the backup is damaged: it has no {DATABASE}"));
    }
    let found =
        contents(copy).await.map_err(|error| BackupError::Refused(format!("the backup is damaged: {error}")))?;
    for (name, wanted) in &manifest.tables {
        let found = found.get(name).cloned().unwrap_or(TableContent { rows: 0, checksum: String::new() });
        verify(name, wanted, &found)
            .map_err(|error| BackupError::Refused(format!("the backup is damaged: {error}")))?;
    }
    Ok(())
}

/// Copies a SQLite database of our schema into an empty PostgreSQL database.
async fn copy_in(source: &Db, target: &Db, now: Instant) -> Result<(), BackupError> {
    let mut conn = target.read().await?;
    let there = maintenance::tables(&mut conn).await?;
    if !maintenance::are_empty(&mut conn, &there).await? {
        return refused("the PostgreSQL database is not empty: make another one and restore into that");
    }
    drop(conn);
    target.migrate(now).await?;
    fill(source, target).await
}

/// Replaces what `target` holds by what `source` does; both have the same tables.
///
/// # Errors
/// When a table is missing, or does not hold the same afterwards; then nothing changed.
pub async fn fill(source: &Db, target: &Db) -> Result<(), BackupError> {
    let mut from = source.read_consistently().await?;
    let mut to = target.begin_filling().await?;
    let sources = maintenance::tables(&mut from).await?;
    let targets = maintenance::tables(&mut to).await?;
    for table in targets.iter().rev() {
        maintenance::empty(&mut to, table).await?;
    }
    for table in &targets {
        let Some(own) = sources.iter().find(|source| source.name == table.name) else {
            return refused(format!("table {} is missing in the backup", table.name));
        };
        let read = maintenance::copy(&mut from, own, &mut to, table).await?;
        verify(&table.name, &read.into(), &maintenance::content(&mut to, table).await?.into())?;
    }
    to.commit().await?;
    Ok(())
}
