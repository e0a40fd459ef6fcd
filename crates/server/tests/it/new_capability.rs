//! `make new-capability` in a copy of what it needs: it writes what `CONTRIBUTING.md` promises, in a form the compiler reads,
//! and says what a person must still decide.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("it is there").flatten() {
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("it is copied")),
        }
    }
}

/// The part of a checkout that the tool looks at.
fn checkout() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    for part in ["tools/capability", "crates/platform/migrations", "capabilities/offers/migrations"] {
        copy(&root().join(part), &dir.path().join(part));
    }
    for file in [
        "tools/new-capability",
        "tools/lib.sh",
        "Cargo.toml",
        "crates/server/Cargo.toml",
        "crates/server/src/capabilities.rs",
    ] {
        let to = dir.path().join(file);
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::copy(root().join(file), to).expect("it is copied");
    }
    dir
}

fn start(dir: &Path, name: &str) -> Output {
    Command::new(dir.join("tools/new-capability")).arg(name).current_dir(dir).output().expect("bash runs")
}

const FILES: [&str; 10] = ["lib", "model", "policy", "forms", "store", "actions", "views", "pages", "samples", "tests"];

#[test]
fn a_new_capability_is_whole_and_says_what_to_decide() {
    let dir = checkout();
    let at = |path: &str| dir.path().join(path);
    let output = start(dir.path(), "guided-tours");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let read = |path: &str| fs::read_to_string(at(path)).unwrap_or_else(|_| panic!("{path} was not written"));
    assert!(read("crates/server/src/capabilities.rs").contains("        guided_tours::plan(),\n    ]"));
    assert!(read("Cargo.toml").contains("guided-tours = { path = \"capabilities/guided_tours\" }\n\n"));
    let server = read("crates/server/Cargo.toml");
    assert!(
        server.split("[dev-dependencies]").next().is_some_and(|own| own.contains("\nguided-tours.workspace = true\n"))
    );
    assert!(read("capabilities/guided_tours/Cargo.toml").contains("name = \"guided-tours\""));

    let newest = fs::read_dir(at("capabilities/guided_tours/migrations")).expect("a folder").flatten().next();
    let newest = newest.expect("a migration").file_name().to_string_lossy().into_owned();
    assert!(newest.ends_with("_guided_tours.sql") && newest.as_str() > "0040", "{newest}");
    let migration = read(&format!("capabilities/guided_tours/migrations/{newest}"));
    assert!(migration.contains("PRIMARY KEY (municipality_id"));

    let mut left = 0;
    for file in FILES {
        let path = at(&format!("capabilities/guided_tours/src/{file}.rs"));
        let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{file}.rs was not written"));
        assert!(!text.contains("__"), "{file}.rs holds a name that was not filled in:\n{text}");
        assert!(!text.contains("axum::extract::Path"), "{file}.rs breaks a rule of the house");
        left += text.matches("STILL TO WRITE:").count();
        let checked = Command::new("rustfmt")
            .args(["--check", "--edition", "2024", "--config-path"])
            .arg(root().join("rustfmt.toml"))
            .arg(&path)
            .output();
        let Ok(checked) = checked else { continue };
        let said = String::from_utf8_lossy(&checked.stderr);
        assert!(!said.contains("error:"), "{file}.rs cannot be read: {said}");
    }
    assert!(left > 0, "nothing tells a person what to decide");
    for lang in ["nl", "en"] {
        let words = read(&format!("capabilities/guided_tours/locales/{lang}.ftl"));
        let keys = words.lines().filter(|line| line.contains(" = ")).count();
        assert!(keys > 0, "{words}");
    }
}

/// The libraries that were built of a crate, the newest first: beside this very test. A crate that build scripts use too was
/// built twice.
fn built(name: &str) -> Vec<PathBuf> {
    let own = std::env::current_exe().expect("this test");
    let files = fs::read_dir(own.parent().expect("a folder")).expect("it can be read").flatten();
    let of_crate = |file: &fs::DirEntry| {
        let name_of = file.file_name().to_string_lossy().into_owned();
        name_of.starts_with(&format!("lib{name}-")) && name_of.ends_with(".rlib")
    };
    let mut found: Vec<_> =
        files.filter(of_crate).filter_map(|file| Some((file.metadata().ok()?.modified().ok()?, file.path()))).collect();
    found.sort();
    found.into_iter().rev().map(|(_, path)| path).collect()
}

fn compile(source: &Path, program: &Path, libraries: &[(&str, &PathBuf)]) -> Output {
    let mut rustc = Command::new("rustc");
    rustc.args(["--test", "--edition", "2024", "--crate-name", "guided_tours", "-Dwarnings", "-o"]).arg(program);
    for (name, library) in libraries {
        let folder = library.parent().expect("a folder").display();
        rustc.arg("--extern").arg(format!("{name}={}", library.display())).arg(format!("-Ldependency={folder}"));
    }
    rustc.arg(source).output().expect("rustc runs")
}

/// Compiled with what the tests were built of, so that nothing is built for this.
#[test]
fn what_is_written_compiles_and_says_what_is_left() {
    let dir = checkout();
    assert!(start(dir.path(), "guided-tours").status.success());
    let (source, program) = (dir.path().join("capabilities/guided_tours/src/lib.rs"), dir.path().join("tests"));
    let [kernel, platform, jiff, serde, uuid] = ["kernel", "platform", "jiff", "serde", "uuid"].map(built);
    let (kernel, platform) = (&kernel[0], &platform[0]);
    let mut said = String::new();
    let mut compiles = false;
    for (jiff, serde) in jiff.iter().flat_map(|jiff| serde.iter().map(move |serde| (jiff, serde))) {
        for uuid in &uuid {
            let with = [("kernel", kernel), ("platform", platform), ("jiff", jiff), ("serde", serde), ("uuid", uuid)];
            let done = compile(&source, &program, &with);
            compiles |= done.status.success();
            said = String::from_utf8_lossy(&done.stderr).into_owned();
        }
    }
    assert!(compiles, "{said}");
    let told = Command::new(program).output().expect("the tests run");
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains("2 passed; 2 failed"), "{told}");
    assert!(told.contains("do these, and take each line away when it is done"), "{told}");
}

#[test]
fn a_name_that_is_taken_or_none_is_refused() {
    let dir = checkout();
    assert!(start(dir.path(), "guided-tours").status.success());
    for name in ["guided-tours", "Guided", "", "../x", "2tours"] {
        let output = start(dir.path(), name);
        assert!(!output.status.success(), "{name:?} was taken");
    }
}
