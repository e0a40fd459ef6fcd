//! The municipality's page about areas and postcodes.

use kernel::{Fields, Result, form::FormState, text::Codes};
use platform::{
    Ctx,
    http::{Answer, Received, Upload},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    actions::{self, ImportReport},
    cached_alone,
    forms::{self, Content, LoadFile, MOST_BYTES},
    map::{MapView, map},
    model::{AreaKind, Subject},
    policy,
    town::TownPlaces,
};

/// Most mistakes shown of one file.
const MOST_PROBLEMS: usize = 50;

/// `/beheer/gebieden`: what is loaded, and a form to load something else.
#[derive(Debug, Serialize)]
pub(crate) struct PlacesPage {
    /// The form to send a file.
    pub form: Form,
    /// What is loaded now.
    pub loaded: Vec<Loaded>,
    /// Wijken, by name, with how many buurten and postcodes lie in each.
    pub wijken: Vec<WijkLine>,
    pub map: MapView,
}

impl Page for PlacesPage {
    const TEMPLATE: &'static str = "places/manage.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "common-manage")]
    }
}

/// One kind of data that is loaded.
#[derive(Debug, Serialize)]
pub(crate) struct Loaded {
    /// `areas` or `postcodes`.
    pub subject: &'static str,
    pub count: usize,
    /// The credit line.
    pub credit: String,
    /// Local moment of loading, ISO.
    pub at: String,
    /// Whether it is a drawing.
    pub schematic: bool,
}

/// One wijk in the table.
#[derive(Debug, Serialize)]
pub(crate) struct WijkLine {
    pub code: String,
    pub name: String,
    /// How many buurten.
    pub buurten: usize,
    pub postcodes: String,
}

/// What a file would bring, before it is loaded; or what is wrong with it.
#[derive(Debug, Serialize)]
pub(crate) struct PreviewPage {
    /// The form that loads it: `subject` and `content`.
    pub form: Form,
    /// `areas` or `postcodes`.
    pub subject: &'static str,
    pub report: ImportReport,
    /// Mistakes in words, at most fifty.
    pub problems: Vec<String>,
    /// How many more there are.
    pub more: usize,
}

impl Page for PreviewPage {
    const TEMPLATE: &'static str = "places/preview.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "common-manage"), Crumb::key("/beheer/gebieden", "places-manage-title")]
    }
}

async fn places_page(ctx: &Ctx, state: &FormState) -> Result<PlacesPage> {
    let town = cached_alone(ctx).await?;
    let loaded = Subject::ALL.iter().filter_map(|subject| {
        let source = town.source(*subject)?;
        let count = match subject {
            Subject::Areas => town.areas().len(),
            Subject::Postcodes => town.postcode_count(),
        };
        let (credit, at) = (source.credit.clone(), ctx.local(source.loaded_at));
        Some(Loaded { subject: subject.code(), count, credit, at, schematic: source.schematic })
    });
    let own = town.own_postcodes();
    let counts = town.wijken().map(|wijk| {
        let count = own.iter().filter(|postcode| postcode.wijk_code.as_ref() == Some(&wijk.code)).count();
        (wijk.code.clone(), count as u64)
    });
    let map = map(&town, &counts.collect(), |area| format!("#{}", area.code), None);
    Ok(PlacesPage { form: ctx.form(state), loaded: loaded.collect(), wijken: lines(&town), map })
}

fn lines(town: &TownPlaces) -> Vec<WijkLine> {
    let own = town.own_postcodes();
    let line = |wijk: &super::Area| WijkLine {
        code: wijk.code.clone(),
        name: wijk.name.clone(),
        buurten: town
            .areas()
            .iter()
            .filter(|area| area.kind == AreaKind::Buurt && area.parent.as_ref() == Some(&wijk.code))
            .count(),
        postcodes: own
            .iter()
            .filter(|postcode| postcode.wijk_code.as_ref() == Some(&wijk.code))
            .map(|postcode| postcode.postcode.as_str())
            .collect::<Vec<_>>()
            .join(", "),
    };
    town.wijken().map(line).collect()
}

fn preview_page(ctx: &Ctx, file: LoadFile, report: ImportReport) -> PreviewPage {
    let words = |error: &kernel::FieldError| {
        let args: Vec<_> =
            error.args.iter().map(|(name, value)| (*name, platform::i18n::FluentValue::from(value.clone()))).collect();
        let what = ctx.t_with(&error.key, &args);
        if error.field.is_empty() {
            what
        } else {
            ctx.t_with("places-import-at", &[("at", error.field.clone().into()), ("what", what.into())])
        }
    };
    let problems: Vec<String> = report.problems.0.iter().take(MOST_PROBLEMS).map(words).collect();
    let more = report.problems.0.len() - problems.len();
    let mut fields = Fields::default().with("subject", file.subject.code());
    if report.is_good() {
        fields.push("content", file.text);
    }
    let form = ctx.form(&FormState::filled(&fields));
    PreviewPage { form, subject: file.subject.code(), report, problems, more }
}

/// Shows what is loaded.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    policy::load(&ctx.actor).require()?;
    let page = places_page(&ctx, &FormState::default()).await?;
    Ok(ctx.page(&page)?)
}

/// The fields of the form, and what its file holds, if there is one.
async fn sent(received: Received) -> Result<(Fields, Option<Content>)> {
    let Some(file) = received.file else { return Ok((received.fields, None)) };
    let content = file.content(MOST_BYTES).await?.map_or(Content::TooLarge, Content::Whole);
    Ok((received.fields, Some(content)))
}

/// Looks at a file and shows what it would bring.
pub(crate) async fn check(ctx: Ctx, upload: Upload) -> Answer {
    let permit = policy::load(&ctx.actor).require()?;
    let (fields, content) = sent(upload.receive(&ctx, &permit).await?).await?;
    let file = match forms::parse(&fields, content) {
        Ok(file) => file,
        Err(errors) => {
            let page = places_page(&ctx, &FormState::with_errors(&fields, errors)).await?;
            return Ok(ctx.page_with_errors(&page)?);
        }
    };
    let report = match file.subject {
        Subject::Areas => actions::preview_areas(&ctx, &permit, &file.text).await?,
        Subject::Postcodes => actions::preview_postcodes(&ctx, &permit, &file.text).await?,
    };
    let good = report.is_good();
    let page = preview_page(&ctx, file, report);
    if good { Ok(ctx.page(&page)?) } else { Ok(ctx.page_with_errors(&page)?) }
}

/// Loads a file that was looked at.
pub(crate) async fn load(ctx: Ctx, upload: Upload) -> Answer {
    let permit = policy::load(&ctx.actor).require()?;
    let (fields, content) = sent(upload.receive(&ctx, &permit).await?).await?;
    let file = forms::parse(&fields, content)?;
    let report = match file.subject {
        Subject::Areas => actions::import_areas(&ctx, &permit, &file.text).await?,
        Subject::Postcodes => actions::import_postcodes(&ctx, &permit, &file.text).await?,
    };
    if report.is_good() {
        return Ok(ctx.see_other_with("/beheer/gebieden", "notice-places-loaded"));
    }
    let page = preview_page(&ctx, file, report);
    Ok(ctx.page_with_errors(&page)?)
}
