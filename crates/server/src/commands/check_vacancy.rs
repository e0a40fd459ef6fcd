//! `samenstuur check-vacancy`: the vacancy check on a file, without an installation.

use ::vacancies::check::{self, Finding, Input, Terms, Verdict};
use kernel::{Clock as _, Codes as _, Settings};
use platform::{
    app::MovableClock,
    config::Config,
    i18n::{self, Catalogue},
};

use super::{Failure, Outcome};
use crate::cli::CheckVacancy;

pub(super) fn check(config: &Config, asked: &CheckVacancy) -> Outcome {
    let text = std::fs::read_to_string(&asked.file)
        .map_err(|error| Failure::usage(format!("{} cannot be read: {error}", asked.file.display())))?;
    let input = read(&text).map_err(|error| Failure::usage(format!("{}: {error}", asked.file.display())))?;
    let today = MovableClock::starting_at(config.start()).now().date(&jiff::tz::TimeZone::system());
    let findings = check::check(&input, &Terms::of(&Settings::default(), today));
    if asked.json {
        println!("{}", serde_json::to_string_pretty(&findings).map_err(kernel::Problem::from)?);
    } else {
        show(&Catalogue::load()?, asked, &findings);
    }
    match check::refusals(&findings).count() {
        0 => Ok(()),
        count => Err(Failure::failed(format!("{count} of {} rules refuse it", findings.len()))),
    }
}

/// JSON as the check documents it; any other text is a title and, below it, a description.
fn read(text: &str) -> Result<Input, serde_json::Error> {
    if text.trim_start().starts_with('{') {
        return serde_json::from_str(text);
    }
    let (title, description) = text.trim().split_once('\n').unwrap_or((text.trim(), ""));
    Ok(Input { title: title.trim().to_owned(), description: description.trim().to_owned(), ..Input::default() })
}

fn show(catalogue: &Catalogue, asked: &CheckVacancy, findings: &[Finding]) {
    let lang = asked.lang.into();
    for finding in findings {
        let rule = finding.rule.code().replace('_', "-");
        let say = |part: &str, args: &[_]| catalogue.text(lang, &format!("vacancy-check-{rule}{part}"), args);
        let sign = match finding.verdict {
            Verdict::Good => "ok    ",
            Verdict::Advise => "advise",
            Verdict::Refuse => "REFUSE",
        };
        println!("{sign}  {}", say("", &[]));
        if finding.verdict != Verdict::Good {
            println!("        {}", say("-do", &[("found", i18n::argument(&finding.found))]));
            println!("        {} ({})", say("-why", &[]), finding.source);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_a_title_and_a_description_and_json_is_everything() {
        let input = read("Koffie schenken\n\nJe schenkt koffie.\n").expect("it reads");
        assert_eq!((input.title.as_str(), input.description.as_str()), ("Koffie schenken", "Je schenkt koffie."));
        let input = read(r#"{"title": "Koffie schenken", "hours": 2.5}"#).expect("it reads");
        assert_eq!((input.title.as_str(), input.hours), ("Koffie schenken", Some(2.5)));
        assert!(read("{\"title\": 3}").is_err());
    }
}
