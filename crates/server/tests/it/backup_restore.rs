//! A backup is taken while others write and restored on both engines; every table is compared.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use kernel::PersonRole;
use platform::{
    Db,
    backup::{self, TableContent},
    config::Config,
};
use testkit::{TestApp, db_test, fresh_database};

type Contents = BTreeMap<String, TableContent>;

/// Something of every type of column: names, numbers, points, yes and no, hashes, empty values.
async fn fill(app: &TestApp) {
    let anna = app.person("Anna Voorbeeld", Some("anna@inwoner.example"), &[PersonRole::Manager]).await;
    app.person("Zónder \"E-mail\" 🌻", None, &[]).await;
    app.browser_of(anna).await;
    let ctx = app.ctx();
    let places = places::samples::schematic();
    let permit = places::policy::load(&ctx.actor).require().expect("the system may");
    let loaded = places::import_areas(&ctx, &permit, &places.areas).await.expect("it runs");
    assert!(loaded.is_good());
    app.run_jobs().await;
    app.app.files.put(app.town, "posters/een.txt", b"poster".to_vec()).await.expect("a file is kept");
}

fn folder(app: &TestApp, name: &str) -> Config {
    Config { data: app.dir.path().join(name), database_url: None, ..Config::default() }
}

async fn make(app: &TestApp, config: &Config, db: &Db, name: &str) -> (PathBuf, backup::Manifest) {
    let to = app.dir.path().join(name);
    let manifest = backup::backup(config, db, &to, "test", app.app.now()).await.expect("a backup");
    (to, manifest)
}

async fn contents_at(config: &Config) -> Contents {
    let db = Db::open(&config.location()).await.expect("it opens");
    let contents = backup::all_contents(&db).await.expect("it reads");
    db.close().await;
    contents
}

async fn restored(app: &TestApp, from: &Path, config: &Config) -> Contents {
    backup::restore(config, from, app.app.now()).await.expect("it is restored");
    let town = app.town.to_string();
    let poster =
        std::fs::read(config.data.join("files").join(town).join("posters/een.txt")).expect("the file is there");
    assert_eq!(poster, b"poster");
    contents_at(config).await
}

#[db_test]
async fn every_table_comes_back_on_either_engine_and_back_again(app: TestApp) {
    fill(&app).await;
    let before = backup::all_contents(&app.app.db).await.expect("it reads");
    for table in ["municipalities", "persons", "sessions", "areas", "audit"] {
        assert!(before[table].rows > 0, "{table} is empty: the test proves nothing");
    }
    let (file, manifest) = make(&app, &app.app.config, &app.app.db, "first.tar").await;
    assert_eq!(manifest.tables, before);

    let small = folder(&app, "small");
    assert_eq!(restored(&app, &file, &small).await, before);

    let large = Config { database_url: Some(fresh_database().await), ..folder(&app, "large") };
    assert_eq!(restored(&app, &file, &large).await, before);

    let db = Db::open(&large.location()).await.expect("it opens");
    let (file, _) = make(&app, &large, &db, "second.tar").await;
    db.close().await;
    let back = folder(&app, "back");
    assert_eq!(restored(&app, &file, &back).await, before);
}

#[db_test]
async fn a_backup_is_of_one_moment_while_others_write(app: TestApp) {
    fill(&app).await;
    let stop = Arc::new(AtomicBool::new(false));
    let writer = tokio::spawn({
        let (app, stop) = (app.clone(), stop.clone());
        async move {
            let mut written = 0;
            while !stop.load(Ordering::Relaxed) {
                app.person(&format!("Nieuw {written}"), None, &[PersonRole::Mediator]).await;
                written += 1;
            }
            written
        }
    });
    while people(&backup::all_contents(&app.app.db).await.expect("it reads")) < 5 {}
    let (file, manifest) = make(&app, &app.app.config, &app.app.db, "busy.tar").await;
    stop.store(true, Ordering::Relaxed);
    assert!(writer.await.expect("the writer ends") > 0);
    app.run_jobs().await;

    let config = folder(&app, "busy");
    let found = restored(&app, &file, &config).await;
    assert_eq!(found, manifest.tables);
    // Everybody was added with one role in one transaction, except the two of before, of whom one has a role.
    assert_eq!(found["persons"].rows, found["person_roles"].rows + 1, "half a transaction was copied");
}

fn people(contents: &Contents) -> u64 {
    contents["persons"].rows
}

#[db_test]
async fn an_installation_that_is_not_empty_is_left_alone(app: TestApp) {
    fill(&app).await;
    let (file, _) = make(&app, &app.app.config, &app.app.db, "full.tar").await;
    let refused = backup::restore(&app.app.config, &file, app.app.now()).await.expect_err("it is refused");
    assert!(refused.to_string().contains("is not empty"), "{refused}");

    let taken = Config { database_url: Some(fresh_database().await), ..folder(&app, "taken") };
    backup::restore(&taken, &file, app.app.now()).await.expect("the first time it is empty");
    let before = contents_at(&taken).await;
    let again = Config { data: app.dir.path().join("again"), ..taken.clone() };
    let refused = backup::restore(&again, &file, app.app.now()).await.expect_err("it is refused");
    assert!(refused.to_string().contains("is not empty"), "{refused}");
    assert_eq!(contents_at(&taken).await, before);

    let twice = backup::backup(&app.app.config, &app.app.db, &file, "test", app.app.now()).await;
    assert!(twice.expect_err("it is refused").to_string().contains("already"), "a backup is never overwritten");
}

/// The same backup with another manifest.
fn with_manifest(app: &TestApp, from: &Path, change: impl FnOnce(&mut backup::Manifest)) -> PathBuf {
    let dir = tempfile::tempdir_in(app.dir.path()).expect("a folder").keep();
    tar::Archive::new(std::fs::File::open(from).expect("it opens")).unpack(&dir).expect("it unpacks");
    let manifest = dir.join("manifest.json");
    let text = std::fs::read(&manifest).expect("a manifest");
    let mut changed: backup::Manifest = serde_json::from_slice(&text).expect("it reads");
    // Of a program whose backups did not end with their sum.
    changed.format = 1;
    for sum in ["SHA256", "SHA256SUMS"] {
        std::fs::remove_file(dir.join(sum)).expect("it is there");
    }
    change(&mut changed);
    std::fs::write(&manifest, serde_json::to_vec(&changed).expect("it writes")).expect("it is kept");
    let to = dir.with_extension("tar");
    let mut tar = tar::Builder::new(std::fs::File::create(&to).expect("a file"));
    tar.append_dir_all("", &dir).expect("it packs");
    tar.finish().expect("it is written");
    to
}

#[db_test]
async fn a_damaged_or_newer_backup_is_refused(app: TestApp) {
    fill(&app).await;
    let (file, _) = make(&app, &app.app.config, &app.app.db, "good.tar").await;
    let damaged = with_manifest(&app, &file, |manifest| {
        if let Some(persons) = manifest.tables.get_mut("persons") {
            persons.checksum = "0".repeat(32);
        }
    });
    let newer = with_manifest(&app, &file, |manifest| manifest.migrations.push(9999));
    let nonsense = app.dir.path().join("nonsense.tar");
    std::fs::write(&nonsense, "no tar at all").expect("it is written");
    for (file, expected) in [(damaged, "damaged"), (newer, "newer program"), (nonsense, "is no backup")] {
        let config = folder(&app, "target");
        let refused = backup::restore(&config, &file, app.app.now()).await.expect_err("it is refused");
        assert!(refused.to_string().contains(expected), "{refused}");
        assert!(!config.sqlite_file().exists(), "something was restored");
    }
}

/// Wherever a byte is changed, cut off or added: it is not what was written, and nothing is restored.
#[db_test]
async fn a_changed_byte_is_found_wherever_it_stands(app: TestApp) {
    fill(&app).await;
    let (file, _) = make(&app, &app.app.config, &app.app.db, "whole.tar").await;
    let whole = std::fs::read(&file).expect("it reads");
    let damaged = app.dir.path().join("damaged.tar");
    let changed = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at..at + 4].iter_mut().for_each(|byte| *byte ^= 0x55);
        bytes
    };
    let places = (0..24).map(|part| part * (whole.len() - 4) / 23).map(changed);
    let ends = [whole[..whole.len() - 512].to_vec(), [&whole[..], &[0; 512]].concat(), Vec::new()];
    for (number, bytes) in places.chain(ends).enumerate() {
        std::fs::write(&damaged, bytes).expect("it is written");
        let config = folder(&app, "target");
        let refused = backup::restore(&config, &damaged, app.app.now()).await;
        assert!(refused.is_err(), "case {number} was restored");
        assert!(!config.sqlite_file().exists(), "something was restored");
    }
}

/// Anybody can look with `sha256sum -c SHA256SUMS` which file of an unpacked backup is not what it was.
#[db_test]
async fn a_backup_says_the_sum_of_each_file(app: TestApp) {
    use sha2::Digest as _;
    fill(&app).await;
    let (file, manifest) = make(&app, &app.app.config, &app.app.db, "sums.tar").await;
    let dir = app.dir.path().join("unpacked");
    tar::Archive::new(std::fs::File::open(file).expect("it opens")).unpack(&dir).expect("it unpacks");
    let sums = std::fs::read_to_string(dir.join("SHA256SUMS")).expect("the sums");
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect("a sum and a name");
        let found = sha2::Sha256::digest(std::fs::read(dir.join(name)).expect("the file"));
        assert_eq!(data_encoding::HEXLOWER.encode(&found), sum, "{name}");
    }
    assert_eq!(sums.lines().count() as u64, 2 + manifest.files, "manifest, database and each file");
}

#[cfg(unix)]
#[db_test]
async fn nobody_else_reads_a_backup_and_what_a_killed_one_left_goes(app: TestApp) {
    use std::os::unix::fs::PermissionsExt;
    let left = app.dir.path().join(".samenstuur-backup-gone");
    std::fs::create_dir(&left).expect("a folder");
    std::fs::write(left.join("database.sqlite"), "everything").expect("it is written");
    let (file, _) = make(&app, &app.app.config, &app.app.db, "private.tar").await;
    assert!(!left.exists());
    let config = folder(&app, "restored");
    std::fs::create_dir(&config.data).expect("a folder");
    std::fs::create_dir(config.data.join(".samenstuur-restore-gone")).expect("a folder");
    backup::restore(&config, &file, app.app.now()).await.expect("it is restored");
    for private in [file, config.sqlite_file()] {
        let mode = private.metadata().expect("it is there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{} can be read by others", private.display());
    }
}
