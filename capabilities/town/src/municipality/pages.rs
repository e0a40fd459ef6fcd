//! Pages of settings, and the stylesheet of the town's colours.

pub(super) mod logo;

use axum::{http::header, response::IntoResponse};
use kernel::{
    FieldErrors, Fields, Problem, Setting, SettingKind,
    colour::Colour,
    form::FormState,
    setting::{ACCENT_COLOUR, PRIMARY_COLOUR},
};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Form, Page, assets},
};
use serde::Serialize;

use super::{actions, forms, policy};

/// One setting in the list.
#[derive(Debug, Serialize)]
pub(super) struct SettingLine {
    pub key: String,
    /// Catalogue key of its name.
    pub label: String,
    /// What holds today.
    pub value: String,
    /// `int`, `flag`, `text`, `choice` or `colour`.
    pub kind: &'static str,
    /// Whether the town decided it, or it is the default.
    pub decided: bool,
}

/// Settings of one part of the program.
#[derive(Debug, Serialize)]
pub(super) struct SettingGroup {
    /// Catalogue key of its heading.
    pub label: String,
    pub settings: Vec<SettingLine>,
}

#[derive(Debug, Serialize)]
pub(super) struct SettingsPage {
    /// By part of the program.
    pub groups: Vec<SettingGroup>,
}

impl Page for SettingsPage {
    const TEMPLATE: &'static str = "town/municipality/settings.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "places-crumb-manage"), Crumb::key("/beheer/instellingen", "places-settings")]
    }
}

/// A decision in the past, present or future.
#[derive(Debug, Serialize)]
pub(super) struct DecisionLine {
    pub value: String,
    /// First day, ISO.
    pub from: String,
    /// Last day, ISO.
    pub until: Option<String>,
    /// Who or what decided it.
    pub source: String,
    /// Whether it holds today.
    pub holds: bool,
}

/// One setting with its decisions.
#[derive(Debug, Serialize)]
pub(super) struct SettingPage {
    /// The setting and what holds today.
    pub setting: SettingLine,
    pub default: String,
    /// Where the default comes from.
    pub source: &'static str,
    /// Least and most, of a number.
    pub range: Option<(i64, i64)>,
    /// The codes to choose from.
    pub choices: Vec<&'static str>,
    /// Decisions, the latest first.
    pub decisions: Vec<DecisionLine>,
    /// What was typed.
    pub form: Form,
}

impl Page for SettingPage {
    const TEMPLATE: &'static str = "town/municipality/setting.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![
            Crumb::key("/beheer", "places-crumb-manage"),
            Crumb::key("/beheer/instellingen", "places-settings"),
            Crumb::key(format!("/beheer/instellingen/{}", self.setting.key), &self.setting.label),
        ]
    }
}

fn line(ctx: &Ctx, setting: &Setting) -> SettingLine {
    let settings = &ctx.municipality.settings;
    SettingLine {
        key: setting.key.to_owned(),
        label: format!("setting-{}", setting.key.replace(['.', '_'], "-")),
        value: settings.text(setting, ctx.today()).to_owned(),
        kind: kind(setting.kind),
        decided: settings.decision(setting, ctx.today()).is_some(),
    }
}

pub(super) fn kind(kind: SettingKind) -> &'static str {
    match kind {
        SettingKind::Int { .. } => "int",
        SettingKind::Flag => "flag",
        SettingKind::Text { .. }
        | SettingKind::Lines { .. }
        | SettingKind::Email
        | SettingKind::Phone
        | SettingKind::Dates { .. } => "text",
        SettingKind::Choice(_) => "choice",
        SettingKind::Colour => "colour",
    }
}

fn find(ctx: &Ctx, key: &str) -> Result<&'static Setting, Problem> {
    ctx.app.municipalities.declared().iter().copied().find(|setting| setting.key == key).ok_or(Problem::NotFound)
}

fn page(ctx: &Ctx, setting: &Setting, form: Form) -> SettingPage {
    let settings = &ctx.municipality.settings;
    let holds = settings.decision(setting, ctx.today()).map(|decided| decided.valid_from);
    let decisions = settings.history(setting).iter().rev().map(|decided| DecisionLine {
        value: decided.value.clone(),
        from: decided.valid_from.to_string(),
        until: decided.valid_until.map(|date| date.to_string()),
        source: decided.source.clone(),
        holds: holds == Some(decided.valid_from),
    });
    SettingPage {
        setting: line(ctx, setting),
        default: setting.default.to_owned(),
        source: setting.source,
        range: if let SettingKind::Int { min, max } = setting.kind { Some((min, max)) } else { None },
        choices: if let SettingKind::Choice(codes) = setting.kind { codes.to_vec() } else { Vec::new() },
        decisions: decisions.collect(),
        form,
    }
}

/// All settings, by part of the program.
pub(super) async fn list(ctx: Ctx) -> Answer {
    policy::decide_settings(&ctx.actor).require()?;
    let mut groups: Vec<SettingGroup> = Vec::new();
    for setting in ctx.app.municipalities.declared() {
        let part = setting.key.split('.').next().unwrap_or_default();
        let label = format!("places-settings-of-{}", part.replace('_', "-"));
        let line = line(&ctx, setting);
        match groups.iter_mut().find(|group| group.label == label) {
            Some(group) => group.settings.push(line),
            None => groups.push(SettingGroup { label, settings: vec![line] }),
        }
    }
    Ok(ctx.page(&SettingsPage { groups })?)
}

pub(super) async fn show(ctx: Ctx, Path(key): Path<String>) -> Answer {
    policy::decide_settings(&ctx.actor).require()?;
    let setting = find(&ctx, &key)?;
    let now = ctx.municipality.settings.text(setting, ctx.today());
    let typed = if setting.kind == SettingKind::Flag && now == "true" { "ja" } else { now };
    let fields = Fields::default()
        .with("value", if setting.kind == SettingKind::Flag && now == "false" { "" } else { typed })
        .with("valid_from", ctx.today().strftime("%d-%m-%Y").to_string());
    let form = ctx.form(&FormState::filled(&fields));
    Ok(ctx.page(&page(&ctx, setting, form))?)
}

pub(super) async fn decide(ctx: Ctx, Path(key): Path<String>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::decide_settings(&ctx.actor).require()?;
    let setting = find(&ctx, &key)?;
    match forms::parse(setting, &fields, ctx.today()) {
        Ok(decision) => {
            actions::decide(&ctx, &permit, setting, decision).await?;
            Ok(ctx.see_other_with(&format!("/beheer/instellingen/{key}"), "notice-setting-decided"))
        }
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            Ok(ctx.page_with_errors(&page(&ctx, setting, form))?)
        }
    }
}

/// Takes a decision back.
pub(super) async fn take_back(ctx: Ctx, Path(key): Path<String>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::decide_settings(&ctx.actor).require()?;
    let setting = find(&ctx, &key)?;
    let from = fields.get("valid_from").and_then(kernel::typed::parse_date);
    let from = from.ok_or_else(|| Problem::Invalid(FieldErrors::one("valid_from", "common-error-date")))?;
    actions::take_back(&ctx, &permit, setting, from).await?;
    Ok(ctx.see_other_with(&format!("/beheer/instellingen/{key}"), "notice-setting-taken-back"))
}

/// The town's colours as variables; everything else of the theme follows from them. With `met=app` behind the whole style
/// sheet, so that a town with colours of its own costs a browser no request more than another.
pub(super) async fn theme(ctx: Ctx, Query(query): Query) -> Answer {
    let chosen = |setting| Colour::parse(ctx.municipality.settings.text(setting, ctx.today()));
    let (primary, accent) = chosen(&PRIMARY_COLOUR).zip(chosen(&ACCENT_COLOUR)).ok_or(Problem::NotFound)?;
    let whole = if query.get("met") == Some("app") { whole_sheet() } else { String::new() };
    // The address changes with colours and sheet; whoever asks another one gets what holds now.
    let named = ctx.site().theme.and_then(|address| address.split_once("v=").map(|(_, name)| name.to_owned()));
    let caching = match query.get("v") == named.as_deref() {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    };
    let headers = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, caching)];
    Ok((headers, whole + &variables(primary, accent)).into_response())
}

/// The style sheet of the program, to be served from another folder than its own.
fn whole_sheet() -> String {
    let sheet = assets::find("app.css", "").map(|asset| asset.bytes.into_owned()).unwrap_or_default();
    let sheet = String::from_utf8_lossy(&sheet);
    let mut moved = String::with_capacity(sheet.len() + 64);
    for (number, part) in sheet.split("url(").enumerate() {
        if number > 0 {
            let beside = !part.starts_with(['/', '#', '"', '\'']) && !part.starts_with("data:");
            moved.push_str(if beside { "url(/assets/" } else { "url(" });
        }
        moved.push_str(part);
    }
    moved
}

pub(super) fn variables(primary: Colour, accent: Colour) -> String {
    let mut css = String::from(":root{");
    for (name, colour) in [("primary", primary), ("accent", accent)] {
        let dark = colour.for_dark_page();
        for (suffix, light, dark) in [("", colour, dark), ("on-", colour.text_on(), dark.text_on())] {
            css.push_str(&format!(
                "--samenstuur-{suffix}{name}:{};--samenstuur-{suffix}{name}-dark:{};",
                light.hex(),
                dark.hex()
            ));
        }
    }
    css.push('}');
    css
}
