//! Sample pages.

use platform::templates::{Form, FormMessage, Sample, Typed};

use super::pages::{DecisionLine, SettingGroup, SettingLine, SettingPage, SettingsPage, logo::LogoPage};

fn line(kind: &'static str, value: &str, decided: bool) -> SettingLine {
    let (key, label) = match kind {
        "flag" => ("guarantee.saturdays", "setting-guarantee-saturdays"),
        "colour" => ("site.primary_colour", "setting-site-primary-colour"),
        _ => ("guarantee.closed_days", "setting-guarantee-closed-days"),
    };
    SettingLine { key: key.into(), label: label.into(), value: value.into(), kind, decided }
}

fn page(kind: &'static str, value: &str, form: Form) -> SettingPage {
    let decision = |from: &str, until: Option<&str>, holds| DecisionLine {
        value: value.into(),
        from: from.into(),
        until: until.map(str::to_owned),
        source: "Besluit van het college".into(),
        holds,
    };
    SettingPage {
        setting: line(kind, value, true),
        default: value.into(),
        source: "Our own theme",
        range: (kind == "int").then_some((0, 30)),
        choices: if kind == "choice" { vec!["advise", "refuse"] } else { Vec::new() },
        decisions: vec![decision("2026-03-01", None, true), decision("2026-01-01", Some("2026-02-28"), false)],
        form,
    }
}

fn form(value: &str) -> Form {
    let mut form = Form::default();
    form.values.insert("value".into(), Typed::One(value.into()));
    form
}

/// Sample pages for the sweep.
pub(super) fn samples() -> Vec<Sample> {
    let groups = vec![SettingGroup {
        label: "places-settings-of-guarantee".into(),
        settings: vec![line("flag", "true", false), line("text", "", false), line("colour", "#0f4c5c", true)],
    }];
    let mut wrong = form("#ffff00");
    wrong.errors.insert("value".into(), "Kies een donkerder kleur.".into());
    wrong.summary.push(FormMessage { field: "value".into(), message: "Kies een donkerder kleur.".into() });
    let message = "Dit is geen PNG, JPEG of WebP. Kies een ander plaatje.";
    let mut refused = Form::default();
    refused.errors.insert("file".into(), message.into());
    refused.summary.push(FormMessage { field: "file".into(), message: message.into() });
    let logo = |form, logo: Option<&str>| LogoPage { form, logo: logo.map(str::to_owned), megabytes: 2 };
    vec![
        Sample::new("town/settings/list", SettingsPage { groups }),
        Sample::new("town/logo/empty", logo(Form::default(), None)),
        Sample::new("town/logo/usual", logo(Form::default(), Some("/logo.png?v=0"))),
        Sample::new("town/logo/error", logo(refused, Some("/logo.png?v=0"))),
        Sample::new("town/setting/flag", page("flag", "true", form("ja"))),
        Sample::new("town/setting/number", page("int", "2", form("2"))),
        Sample::new("town/setting/choice", page("choice", "advise", form("advise"))),
        Sample::new("town/setting/text", page("text", "", form(""))),
        Sample::new("town/setting/colour-refused", page("colour", "#0f4c5c", wrong)),
    ]
}
