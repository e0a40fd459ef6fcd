//! Typed pages. A page is a Rust struct that names its template; the template sees it as `page`,
//! and around it what every layout needs ([`Layout`]).
//!
//! Templates are embedded in a release; other builds read them from disk, once, or with the setting `live_templates` at each
//! request, so that a change shows without building anything. A variable that does not exist is an error, never an empty spot.

pub mod assets;
mod escape;
pub mod format;
mod functions;

use std::{fmt::Debug, sync::Arc};

use kernel::{Lang, Problem, Result, form::FormState};
use minijinja::{Environment, UndefinedBehavior, value::Serde};
use rust_embed::RustEmbed;
use serde::Serialize;

use crate::{app::Ctx, i18n::Catalogue, resources};

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../templates"]
struct Files;

/// A page: its data, and the template that shows them.
pub trait Page: Serialize + Send + Sync {
    /// Its name: the capability and the path in its folder `templates`.
    const TEMPLATE: &'static str;

    /// The way back: address and catalogue key or name, outermost first; without the home page and the page itself.
    fn crumbs(&self) -> Vec<Crumb> {
        Vec::new()
    }
}

/// One step of the way back.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    pub href: String,
    /// What stands on it: a text, or a catalogue key when it begins with `key:`.
    pub label: String,
}

impl Crumb {
    /// A step with a catalogue key.
    pub fn key(href: impl Into<String>, key: &str) -> Self {
        Self { href: href.into(), label: format!("key:{key}") }
    }

    /// A step with a name as it is.
    pub fn named(href: impl Into<String>, name: impl Into<String>) -> Self {
        Self { href: href.into(), label: name.into() }
    }
}

/// A page with its type forgotten, for the sweep over all samples.
pub trait AnyPage: Send + Sync {
    /// Path under `templates/`.
    fn template(&self) -> &'static str;
    fn value(&self) -> minijinja::Value;
    /// The way back.
    fn any_crumbs(&self) -> Vec<Crumb>;
}

impl<P: Page> AnyPage for P {
    fn template(&self) -> &'static str {
        P::TEMPLATE
    }
    fn value(&self) -> minijinja::Value {
        minijinja::Value::from(Serde(self))
    }
    fn any_crumbs(&self) -> Vec<Crumb> {
        self.crumbs()
    }
}

/// A part of a page that another capability fills: a template, and what it shows, which it sees as `shown`.
#[derive(Clone, Debug, Serialize)]
pub struct Fragment {
    template: &'static str,
    shown: minijinja::Value,
}

impl Fragment {
    /// `shown` in the template at this path under `templates/`.
    pub fn new(template: &'static str, shown: impl Serialize) -> Self {
        Self { template, shown: minijinja::Value::from(Serde(&shown)) }
    }
}

/// A sample of a page: what the sweep renders in every language and checks.
pub struct Sample {
    /// `capability/page/case`.
    pub name: &'static str,
    pub page: Box<dyn AnyPage>,
}

impl Sample {
    pub fn new(name: &'static str, page: impl AnyPage + 'static) -> Self {
        Self { name, page: Box::new(page) }
    }
}

impl Debug for Sample {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// A form as templates see it: what was typed and, per field, what to do about it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Form {
    /// Per field what was typed.
    pub values: std::collections::BTreeMap<String, Typed>,
    /// Per field the first message.
    pub errors: std::collections::BTreeMap<String, String>,
    /// Every message with its field, in order, for the summary.
    pub summary: Vec<FormMessage>,
}

/// What was typed in a field: one text, or a list when several were chosen.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Typed {
    One(String),
    /// Several values.
    Several(Vec<String>),
}

/// One message of a form.
#[derive(Clone, Debug, Serialize)]
pub struct FormMessage {
    /// The field; empty for the form as a whole.
    pub field: String,
    /// What to do.
    pub message: String,
}

impl Ctx {
    /// A form in the language of this context.
    pub fn form(&self, state: &FormState) -> Form {
        form(&self.app.catalogue, self.lang, state)
    }
}

/// A form in `lang`; samples use it without a request.
pub fn form(catalogue: &Catalogue, lang: Lang, state: &FormState) -> Form {
    let typed = |(name, values): (&String, &Vec<String>)| match values.as_slice() {
        [one] => (name.clone(), Typed::One(one.clone())),
        several => (name.clone(), Typed::Several(several.to_vec())),
    };
    let mut form = Form { values: state.values.iter().map(typed).collect(), ..Form::default() };
    for error in &state.problems.0 {
        let args: Vec<_> = error.args.iter().map(|(name, value)| (*name, crate::i18n::argument(value))).collect();
        let message = catalogue.text(lang, &error.key, &args);
        form.errors.entry(error.field.clone()).or_insert_with(|| message.clone());
        form.summary.push(FormMessage { field: error.field.clone(), message });
    }
    form
}

/// What every layout needs.
#[derive(Clone, Debug, Serialize)]
pub struct Layout {
    /// Language code.
    pub lang: &'static str,
    /// Writing direction.
    pub dir: &'static str,
    /// The town's calendar day, ISO: dates of its year are written without the year.
    pub today: String,
    /// Path without query.
    pub url_path: String,
    /// Path with query.
    pub here: String,
    /// The town and the installation.
    pub site: Site,
    /// Who has signed in.
    pub user: Option<User>,
    pub nav: Vec<Entry>,
    /// The way back, translated.
    pub crumbs: Vec<Crumb>,
    /// Messages to show once.
    pub notices: Vec<Notice>,
    /// Id in the log.
    pub request_id: String,
}

/// The town and the installation, for layouts.
#[derive(Clone, Debug, Serialize)]
pub struct Site {
    /// Name of the platform in this town.
    pub name: String,
    /// Name of the municipality.
    pub municipality: String,
    /// Address of a logo, if there is one.
    pub logo: Option<String>,
    /// Whether this is a demonstration.
    pub demo: bool,
    /// The languages to choose from.
    pub languages: Vec<Language>,
    /// Scheme and host of the town.
    pub base_url: String,
    /// Address of the stylesheet with the town's colours, when it chose some.
    pub theme: Option<String>,
    /// How to reach people.
    pub contact: Option<Contact>,
}

/// How to reach people, for the footer.
#[derive(Clone, Debug, Serialize)]
pub struct Contact {
    /// Telephone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Opening hours today, in words.
    pub today: Option<String>,
}

/// A language to choose.
#[derive(Clone, Debug, Serialize)]
pub struct Language {
    pub code: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// Whether this page is in it.
    pub current: bool,
}

/// Who has signed in, for layouts.
#[derive(Clone, Debug, Serialize)]
pub struct User {
    /// The name to use.
    pub name: String,
    /// For the round badge.
    pub initials: String,
    /// Whether they came in with a card on paper, with which one reads and answers and does no more.
    pub by_card: bool,
    /// Whether the desk is theirs.
    pub is_mediator: bool,
    /// Whether the municipality's pages are theirs.
    pub is_manager: bool,
    /// The organisations they speak for.
    pub organisations: Vec<UserOrganisation>,
}

/// An organisation somebody speaks for.
#[derive(Clone, Debug, Serialize)]
pub struct UserOrganisation {
    pub id: String,
    pub name: String,
}

/// An entry of the menu.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Where it leads.
    pub href: &'static str,
    /// What stands on it.
    pub label: String,
    /// Whether this page is under it.
    pub current: bool,
}

/// A message to show once.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// `success`, `info`, `warning` or `error`.
    pub kind: &'static str,
    pub text: String,
}

/// The templates. Cheap to clone.
#[derive(Clone)]
pub struct Templates {
    kept: Arc<Environment<'static>>,
    /// With these words an environment is made anew for each page.
    live: Option<Catalogue>,
}

impl Templates {
    /// Prepares the environment; templates are compiled when they are first used, or anew for each page when `live`.
    ///
    /// # Errors
    /// When the syntax of templates cannot be set up.
    pub fn load(catalogue: Catalogue, live: bool) -> Result<Self> {
        let kept = Arc::new(Self::environment(catalogue.clone())?);
        Ok(Self { kept, live: live.then_some(catalogue) })
    }

    fn current(&self) -> Result<Arc<Environment<'static>>> {
        match &self.live {
            Some(words) => Ok(Arc::new(Self::environment(words.clone())?)),
            None => Ok(self.kept.clone()),
        }
    }

    fn environment(catalogue: Catalogue) -> Result<Environment<'static>> {
        let mut env = Environment::new();
        env.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = minijinja::syntax::SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
        env.set_syntax(syntax.map_err(|error| template_fault(&error))?);
        env.set_loader(|name| Ok(source(name)));
        env.set_formatter(escape::format);
        functions::register(&mut env, catalogue);
        Ok(env)
    }

    /// A whole page.
    ///
    /// # Errors
    /// When the template is wrong.
    pub fn render(&self, page: &dyn AnyPage, layout: &Layout) -> Result<String> {
        let env = self.current()?;
        let template = env.get_template(page.template()).map_err(|error| template_fault(&error))?;
        template.render(context(page, layout)).map_err(|error| template_fault(&error))
    }

    /// One block of a page, for htmx.
    ///
    /// # Errors
    /// When the template is wrong or has no such block.
    pub fn render_block(&self, page: &dyn AnyPage, layout: &Layout, block: &str) -> Result<String> {
        let env = self.current()?;
        let template = env.get_template(page.template()).map_err(|error| template_fault(&error))?;
        let mut captured = template.render_captured(context(page, layout)).map_err(|error| template_fault(&error))?;
        captured.with_state_mut(|state| state.render_block(block)).map_err(|error| template_fault(&error))
    }

    /// Any template with any data: mails, feeds, embedded lists.
    ///
    /// # Errors
    /// When the template is wrong.
    pub fn render_plain(&self, template: &str, data: &impl Serialize) -> Result<String> {
        let env = self.current()?;
        let template = env.get_template(template).map_err(|error| template_fault(&error))?;
        template.render(minijinja::Value::from(Serde(data))).map_err(|error| template_fault(&error))
    }

    /// The names of all templates, for tests that look for unused ones.
    pub fn names() -> Vec<String> {
        let of_capabilities = resources::all("templates").into_iter();
        let of_capabilities = of_capabilities.map(|file| format!("{}/{}", file.capability, file.path));
        Files::iter().map(std::borrow::Cow::into_owned).chain(of_capabilities).collect()
    }
}

/// What all share lies under `templates/`; `offers/list.html` in the folder `templates` of the capability `offers`.
fn source(name: &str) -> Option<String> {
    if let Some(shared) = Files::get(name) {
        return Some(String::from_utf8_lossy(&shared.data).into_owned());
    }
    let (capability, path) = name.split_once('/')?;
    resources::text(capability, "templates", path)
}

fn context(page: &dyn AnyPage, layout: &Layout) -> minijinja::Value {
    #[derive(Serialize)]
    struct Whole<'a> {
        #[serde(flatten)]
        layout: &'a Layout,
    }
    let layout = minijinja::Value::from(Serde(Whole { layout }));
    let value = page.value();
    // The layout of forms speaks of `form`, whichever page it is on.
    let form = value.get_attr("form").ok().filter(|form| !form.is_undefined());
    let page = match form {
        Some(form) => minijinja::context! { page => value, form },
        None => minijinja::context! { page => value },
    };
    minijinja::value::merge_maps([page, layout])
}

fn template_fault(error: &minijinja::Error) -> Problem {
    Problem::fault(format!("{error:#}{}", error.display_debug_info()))
}
