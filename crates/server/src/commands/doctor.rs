//! `samenstuur doctor`: looks, tells, changes nothing.

mod checks;

use platform::config::{Config, Loaded};

use super::{Failure, Outcome};

/// What was found, line by line.
#[derive(Default)]
struct Findings {
    wrong: usize,
}

impl Findings {
    fn good(&self, about: &str, text: impl AsRef<str>) {
        println!("  ok     {about:14} {}", text.as_ref());
    }

    /// Something is as it is; whether that is right only the system manager knows.
    fn note(&self, about: &str, text: impl AsRef<str>) {
        println!("  note   {about:14} {}", text.as_ref());
    }

    fn wrong(&mut self, about: &str, text: impl AsRef<str>, mend: impl AsRef<str>) {
        self.wrong += 1;
        println!("  WRONG  {about:14} {}", text.as_ref());
        println!("         {:14} -> {}", "", mend.as_ref());
    }
}

pub(super) async fn doctor(loaded: Loaded) -> Outcome {
    show_configuration(&loaded);
    println!("\nChecks");
    let mut findings = Findings::default();
    let config = loaded.config;
    checks::configuration(&mut findings, &config);
    checks::folder(&mut findings, &config);
    checks::assets(&mut findings);
    let up = checks::site(&mut findings, &config).await;
    checks::index(&findings, &config, up);
    if let Some(db) = checks::database(&mut findings, &config).await {
        checks::installation(&mut findings, config, db).await?;
    }
    match findings.wrong {
        0 => {
            println!("\nNothing is wrong.");
            Ok(())
        }
        1 => Err(Failure::failed("one thing is wrong, see above")),
        more => Err(Failure::failed(format!("{more} things are wrong, see above"))),
    }
}

fn show_configuration(loaded: &Loaded) {
    println!("Configuration");
    match &loaded.file {
        Some(file) => println!("  file: {}", file.display()),
        None => println!("  no file: neither samenstuur.toml here nor in the data folder"),
    }
    for value in &loaded.values {
        println!("  {:26} {:32} {}", value.key, value.value, value.origin);
    }
    let Config { data, .. } = &loaded.config;
    if let Ok(whole) = std::fs::canonicalize(data) {
        println!("  the data folder is {}", whole.display());
    }
}
