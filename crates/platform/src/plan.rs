//! How a capability says what it has. The program collects the plans and wires them; tests walk over them.

mod access;

use std::{future::Future, time::Duration};

pub use access::{Access, Role};
use axum::{handler::Handler as AxumHandler, routing::MethodRouter};
use futures::future::BoxFuture;
use kernel::{OrganisationId, PersonId, Result, Setting};
use uuid::Uuid;

use crate::{
    app::{App, Ctx},
    auth,
    db::{Conn, Described, Tx},
    events::Event,
    followups::{Promise, Question, Term},
    jobs::{Handler, Job, JobCtx, Schedule},
    queues::{Listed, Queue},
    retention::Forgets,
    search::Document,
    subjects::SubjectSource,
    templates::{Fragment, Sample},
    topics::TopicSource,
};

/// One route with who gets through.
pub struct Route {
    /// `GET`, `POST`, …
    pub method: &'static str,
    /// Path with named parameters that the sweep's fixtures know: `/vacatures/{vacancy}`.
    pub path: &'static str,
    /// Who gets through.
    pub access: Access,
    /// Whether a file is sent there, which may be larger and take longer than a form.
    pub upload: bool,
    pub handler: MethodRouter<App>,
}

/// An entry of the menu.
#[derive(Clone, Copy, Debug)]
pub struct NavItem {
    /// Where it leads.
    pub href: &'static str,
    /// Catalogue key.
    pub label: &'static str,
    /// Smaller comes first; at most six entries are shown.
    pub order: u8,
}

/// How long a kind of personal data is kept, and the job that sees to it.
#[derive(Clone, Copy, Debug)]
pub struct Retention {
    /// Catalogue key that names the data (`retention-…`), with `…-why` beside it.
    pub data: &'static str,
    /// The setting that holds the number of days.
    pub days: &'static Setting,
}

/// Gives what a capability keeps of a person, in words they can read, for their own copy.
pub type ExportPerson = for<'a> fn(&'a mut Conn, &'a Ctx, PersonId) -> BoxFuture<'a, Result<serde_json::Value>>;

/// Removes or makes anonymous what a capability keeps of a person, in the transaction in which all of them do.
pub type ErasePerson = for<'a> fn(&'a mut Tx, &'a Ctx, PersonId) -> BoxFuture<'a, Result<()>>;

/// What a capability does when somebody asks for their data, or for an end to them.
#[derive(Clone, Copy)]
pub struct PersonData {
    /// Catalogue key that heads this part in the copy.
    pub label: &'static str,
    /// Gives the copy.
    pub export: ExportPerson,
    /// Ends it.
    pub erase: ErasePerson,
}

/// Gives the cards of a capability on somebody's own page.
pub type MySection = for<'a> fn(&'a mut Conn, &'a Ctx, PersonId) -> BoxFuture<'a, Result<Vec<MyCard>>>;

/// A card on somebody's own page, in their language.
#[derive(Clone, Debug, serde::Serialize)]
pub struct MyCard {
    /// Where it leads.
    pub href: String,
    /// What it is.
    pub title: String,
    /// What there is to know, in one line.
    pub text: String,
    /// Name of an icon.
    pub icon: &'static str,
    /// Whether something waits for this person: such cards stand first.
    pub waits: bool,
}

/// Gives the cards of a capability in an organisation's workplace, for a contact who may see them, or on its public page,
/// for everybody.
pub type WorkplaceSection = for<'a> fn(&'a mut Conn, &'a Ctx, OrganisationId) -> BoxFuture<'a, Result<Vec<MyCard>>>;

/// Gives what a capability shows on the home page, in the reader's language.
pub type GiveHomeSection = for<'a> fn(&'a Ctx) -> BoxFuture<'a, Result<HomeSection>>;

/// What a capability shows on the home page: a part of it, and numbers that say how much there is.
#[derive(Debug, Default)]
pub struct HomeSection {
    /// A part of the page; nothing when there is nothing to show.
    pub fragment: Option<Fragment>,
    /// Numbers, shown together with those of the others.
    pub figures: Vec<HomeFigure>,
}

/// A number with its words.
#[derive(Clone, Debug, serde::Serialize)]
pub struct HomeFigure {
    /// The number, as it is written.
    pub figure: String,
    /// Catalogue key of the words.
    pub label: &'static str,
}

/// What a capability does at the page of a thing that another one shows: it counts looks, and knows whether the reader keeps
/// the thing to look at later.
#[derive(Clone, Copy)]
pub struct PageHook {
    /// What the thing is, as events name it: `vacancy`.
    pub kind: &'static str,
    /// Somebody looked at the page of this thing of this organisation.
    pub saw: fn(&Ctx, Uuid, OrganisationId),
    /// Whether the reader keeps it.
    pub is_kept: for<'a> fn(&'a mut Conn, &'a Ctx, Uuid) -> BoxFuture<'a, Result<bool>>,
}

/// Somebody looked at the page of a thing: tells those that count it.
pub fn saw(ctx: &Ctx, kind: &str, id: Uuid, organisation: OrganisationId) {
    for hook in page_hooks(ctx, kind) {
        (hook.saw)(ctx, id, organisation);
    }
}

/// Whether the reader keeps a thing to look at later.
pub async fn is_kept(conn: &mut Conn, ctx: &Ctx, kind: &str, id: Uuid) -> Result<bool> {
    for hook in page_hooks(ctx, kind) {
        if (hook.is_kept)(conn, ctx, id).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn page_hooks(ctx: &Ctx, kind: &str) -> impl Iterator<Item = PageHook> {
    ctx.app.plans.iter().flat_map(|plan| plan.page_hooks.iter().copied()).filter(move |hook| hook.kind == kind)
}

/// Gives the documents of these ids; what is not given (any more) is taken out of the index.
pub type LoadDocuments = for<'a> fn(&'a mut Conn, &'a Ctx, &'a [Uuid]) -> BoxFuture<'a, Result<Vec<Document>>>;

/// Gives ids of what may be found, in ascending order, after an id, at most so many.
pub type PageOfDocuments = for<'a> fn(&'a mut Conn, &'a Ctx, Option<Uuid>, i64) -> BoxFuture<'a, Result<Vec<Uuid>>>;

/// Gives the ids of documents that a fact about something else concerns: the vacancies of an organisation.
pub type RelatedDocuments = for<'a> fn(&'a mut Conn, &'a Ctx, Uuid) -> BoxFuture<'a, Result<Vec<Uuid>>>;

/// What of a capability can be found, and how the index learns of it.
#[derive(Clone, Copy)]
pub struct SearchSource {
    /// What its documents are, as [`crate::search::Kind`].
    pub kind: &'static str,
    /// Facts about these kinds of things concern the document of the same id.
    pub subjects: &'static [&'static str],
    /// Facts about these kinds of things concern other documents.
    pub related: &'static [(&'static str, RelatedDocuments)],
    /// Gives documents.
    pub load: LoadDocuments,
    /// Gives ids.
    pub page: PageOfDocuments,
}

/// How one kind of job is done.
pub struct Work {
    pub kind: &'static str,
    pub run: Handler,
    /// When it is broken off.
    pub longest: Duration,
}

/// What follows from an event takes no longer than this.
const FOLLOWING: Duration = Duration::from_secs(4 * 60);
/// What recurs may go through everything there is.
const RECURRING: Duration = Duration::from_secs(30 * 60);

/// Everything a capability has.
#[derive(Default)]
pub struct Plan {
    /// Its name, as its module.
    pub name: &'static str,
    /// 1 to 5; it may call only façades of lower strata, or earlier ones of its own.
    pub stratum: u8,
    /// The capability behind which its parts stand on pages that many fill, where that is not the order of calling.
    pub shown_after: Option<&'static str>,
    pub routes: Vec<Route>,
    /// Handlers of jobs.
    pub jobs: Vec<Work>,
    /// Event kind, job kind.
    pub subscriptions: Vec<(&'static str, &'static str)>,
    /// Recurring work.
    pub schedules: Vec<(&'static str, Schedule)>,
    /// Lists of statements, one per store.
    pub statements: Vec<&'static [&'static dyn Described]>,
    /// Settings it declares.
    pub settings: Vec<&'static Setting>,
    /// Give the sample pages for the sweep; only tests call them.
    pub samples: Vec<fn() -> Vec<Sample>>,
    /// Entries of the menu.
    pub navigation: Vec<NavItem>,
    /// Personal data it keeps.
    pub retention: Vec<Retention>,
    /// What ends by itself, and how long it is kept.
    pub forgets: Vec<Forgets>,
    /// What it does with one person's data.
    pub person_data: Vec<PersonData>,
    /// What it ends with one person beside that.
    pub endings: Vec<ErasePerson>,
    /// Its cards on somebody's own page.
    pub my_sections: Vec<MySection>,
    /// Its cards in an organisation's workplace.
    pub workplace_sections: Vec<WorkplaceSection>,
    /// Its cards on an organisation's public page.
    pub organisation_sections: Vec<WorkplaceSection>,
    /// What it shows on the home page.
    pub home_sections: Vec<GiveHomeSection>,
    /// What it does at pages of others.
    pub page_hooks: Vec<PageHook>,
    /// What of it can be found.
    pub search: Vec<SearchSource>,
    /// What of it people can hear of.
    pub topics: Vec<TopicSource>,
    /// What of it people respond to.
    pub subjects: Vec<SubjectSource>,
    /// What waits for the desk or the municipality.
    pub queues: Vec<Queue>,
    /// Lists to take along.
    pub lists: Vec<Listed>,
    /// Keys of texts that are made of names: the buttons and notices of its steps.
    pub texts: Vec<String>,
    /// What it asks afterwards.
    pub questions: Vec<&'static Question>,
    /// What is promised with a clock.
    pub promises: Vec<&'static Promise>,
    /// What is shown for a term.
    pub terms: Vec<&'static Term>,
    /// Its part of the API's description.
    pub openapi: Option<utoipa::openapi::OpenApi>,
}

impl Plan {
    /// A capability with nothing yet.
    pub fn new(name: &'static str, stratum: u8) -> Self {
        Self { name, stratum, ..Self::default() }
    }

    /// On pages that many fill its parts stand behind those of this capability.
    #[must_use]
    pub fn shown_after(mut self, name: &'static str) -> Self {
        self.shown_after = Some(name);
        self
    }

    /// A page or an answer to read.
    #[must_use]
    pub fn get<T: 'static>(self, path: &'static str, handler: impl AxumHandler<T, App>, access: Access) -> Self {
        self.route("GET", path, axum::routing::get(handler), access)
    }

    #[must_use]
    pub fn post<T: 'static>(self, path: &'static str, handler: impl AxumHandler<T, App>, access: Access) -> Self {
        self.route("POST", path, axum::routing::post(handler), access)
    }

    /// A change for which a file is sent: it may be larger and take longer than a form.
    #[must_use]
    pub fn upload<T: 'static>(mut self, path: &'static str, handler: impl AxumHandler<T, App>, access: Access) -> Self {
        let handler = auth::with_cards(axum::routing::post(handler), access);
        self.routes.push(Route { method: "POST", path, access, upload: true, handler });
        self
    }

    /// A route of any method.
    #[must_use]
    pub fn route(
        mut self,
        method: &'static str,
        path: &'static str,
        handler: MethodRouter<App>,
        access: Access,
    ) -> Self {
        let handler = auth::with_cards(handler, access);
        self.routes.push(Route { method, path, access, upload: false, handler });
        self
    }

    /// Runs jobs of kind `J`.
    #[must_use]
    pub fn job<J: Job, F>(mut self, run: fn(JobCtx, J) -> F) -> Self
    where
        F: Future<Output = Result<()>> + Send + 'static,
    {
        let longest = Duration::from_secs(u64::from(J::MINUTES) * 60);
        self.jobs.push(Work { kind: J::KIND, run: handler(run), longest });
        self
    }

    /// Lets a job named `kind` follow from every event `E`; what the job is given is the event.
    #[must_use]
    pub fn on<E: Event, F>(mut self, kind: &'static str, run: fn(JobCtx, E) -> F) -> Self
    where
        F: Future<Output = Result<()>> + Send + 'static,
    {
        self.jobs.push(Work { kind, run: handler(run), longest: FOLLOWING });
        self.subscriptions.push((E::KIND, kind));
        self
    }

    /// Recurring work in every town.
    #[must_use]
    pub fn every<F>(mut self, kind: &'static str, schedule: Schedule, run: fn(JobCtx) -> F) -> Self
    where
        F: Future<Output = Result<()>> + Send + 'static,
    {
        let run: Handler = std::sync::Arc::new(move |ctx, _payload| Box::pin(run(ctx)));
        self.jobs.push(Work { kind, run, longest: RECURRING });
        self.schedules.push((kind, schedule));
        self
    }

    /// Recurring work of this kind is done otherwise now: what waits of it in a town's table ends by itself.
    #[must_use]
    pub fn retired(mut self, kind: &'static str) -> Self {
        let run: Handler = std::sync::Arc::new(|_, _| Box::pin(async { Ok(()) }));
        self.jobs.push(Work { kind, run, longest: RECURRING });
        self
    }

    /// The statements of one store.
    #[must_use]
    pub fn statements(mut self, statements: &'static [&'static dyn Described]) -> Self {
        self.statements.push(statements);
        self
    }

    /// Settings a municipality may decide.
    #[must_use]
    pub fn settings(mut self, settings: &[&'static Setting]) -> Self {
        self.settings.extend_from_slice(settings);
        self
    }

    /// Sample pages, made when a test asks for them.
    #[must_use]
    pub fn samples(mut self, samples: fn() -> Vec<Sample>) -> Self {
        self.samples.push(samples);
        self
    }

    /// An entry of the menu.
    #[must_use]
    pub fn navigation(mut self, href: &'static str, label: &'static str, order: u8) -> Self {
        self.navigation.push(NavItem { href, label, order });
        self
    }

    /// Personal data with their term.
    #[must_use]
    pub fn keeps(mut self, data: &'static str, days: &'static Setting) -> Self {
        self.retention.push(Retention { data, days });
        self.settings.push(days);
        self
    }

    /// What it does with one person's data: gives a copy, and ends it. Every capability that keeps anything about
    /// people has this:
    /// `.person_data("x-data", |conn, ctx, person| Box::pin(export(conn, ctx, person)), |tx, ctx, person| Box::pin(erase(tx, ctx, person)))`.
    #[must_use]
    pub fn person_data(mut self, label: &'static str, export: ExportPerson, erase: ErasePerson) -> Self {
        self.person_data.push(PersonData { label, export, erase });
        self
    }

    /// What it ends with a person, where the capabilities that it keeps this for give it in their own copy.
    #[must_use]
    pub fn ends(mut self, erase: ErasePerson) -> Self {
        self.endings.push(erase);
        self
    }

    /// Its cards on somebody's own page (`/mijn`).
    #[must_use]
    pub fn my_section(mut self, section: MySection) -> Self {
        self.my_sections.push(section);
        self
    }

    /// Its cards in an organisation's workplace (`/organisatie/{organisation}`).
    #[must_use]
    pub fn workplace_section(mut self, section: WorkplaceSection) -> Self {
        self.workplace_sections.push(section);
        self
    }

    /// Its cards on an organisation's public page (`/organisaties/{organisation}`); what everybody may read, in one statement.
    #[must_use]
    pub fn organisation_section(mut self, section: WorkplaceSection) -> Self {
        self.organisation_sections.push(section);
        self
    }

    /// What it shows on the home page (`/`).
    #[must_use]
    pub fn home_section(mut self, section: GiveHomeSection) -> Self {
        self.home_sections.push(section);
        self
    }

    /// What it does at pages of others.
    #[must_use]
    pub fn page_hook(mut self, hook: PageHook) -> Self {
        self.page_hooks.push(hook);
        self
    }

    /// What of it can be found.
    #[must_use]
    pub fn search(mut self, source: SearchSource) -> Self {
        self.search.push(source);
        self
    }

    /// What of it people respond to.
    #[must_use]
    pub fn subject(mut self, source: SubjectSource) -> Self {
        self.subjects.push(source);
        self
    }

    /// What of it people can hear of; `notices::hear_of` adds the pages with it.
    #[must_use]
    pub fn topic(mut self, source: TopicSource) -> Self {
        self.topics.push(source);
        self
    }

    /// What it asks afterwards: what came of it?
    #[must_use]
    pub fn question(mut self, question: &'static Question) -> Self {
        self.questions.push(question);
        self
    }

    /// What is promised with a clock, and who takes over.
    #[must_use]
    pub fn promise(mut self, promise: &'static Promise) -> Self {
        self.promises.push(promise);
        self
    }

    /// What is shown for a term: is it still needed?
    #[must_use]
    pub fn term(mut self, term: &'static Term) -> Self {
        self.terms.push(term);
        self
    }

    /// Its part of the API's description.
    #[must_use]
    pub fn openapi(mut self, openapi: utoipa::openapi::OpenApi) -> Self {
        self.openapi = Some(match self.openapi.take() {
            Some(mut known) => {
                known.merge(openapi);
                known
            }
            None => openapi,
        });
        self
    }
}

fn handler<J, F>(run: fn(JobCtx, J) -> F) -> Handler
where
    J: serde::de::DeserializeOwned + Send + 'static,
    F: Future<Output = Result<()>> + Send + 'static,
{
    std::sync::Arc::new(move |ctx, payload| {
        Box::pin(async move {
            let job: J = serde_json::from_str(&payload)?;
            run(ctx, job).await
        })
    })
}

/// The plans in the order in which pages that many fill show their parts.
pub fn as_shown(mut plans: Vec<Plan>) -> Vec<Plan> {
    let moved: Vec<&str> = plans.iter().filter(|plan| plan.shown_after.is_some()).map(|plan| plan.name).collect();
    for name in moved {
        let Some(from) = plans.iter().position(|plan| plan.name == name) else { continue };
        let plan = plans.remove(from);
        let to = plans.iter().position(|other| Some(other.name) == plan.shown_after).map_or(from, |before| before + 1);
        plans.insert(to, plan);
    }
    plans
}

/// What a person may open from the menu, in order.
pub fn navigation(plans: &[Plan]) -> Vec<NavItem> {
    let mut items: Vec<NavItem> = plans.iter().flat_map(|plan| plan.navigation.iter().copied()).collect();
    items.sort_by_key(|item| item.order);
    items
}

/// What the platform itself has: its statements, for the tests that walk over all of them.
pub fn own() -> Plan {
    Plan::new("platform", 0)
        .statements(crate::municipalities::STATEMENTS)
        .statements(crate::events::STATEMENTS)
        .statements(crate::jobs::STATEMENTS)
        .statements(crate::audit::STATEMENTS)
        .statements(crate::auth::STATEMENTS)
        .statements(crate::mail::STATEMENTS)
        .statements(crate::once::STATEMENTS)
        .statements(crate::searching::STATEMENTS)
        .settings(&[&kernel::setting::SATURDAYS_COUNT, &kernel::setting::CLOSED_DAYS])
        .samples(crate::http::samples)
        .settings(&[&kernel::setting::SITE_NAME, &kernel::setting::PRIMARY_COLOUR, &kernel::setting::ACCENT_COLOUR])
        .keeps("retention-failed-jobs", &crate::jobs::KEEP_DAYS)
        .every("platform.forget", Schedule::Daily(4), crate::retention::forget)
        .every("platform.forget_failed_jobs", Schedule::Daily(3), crate::jobs::keep_terms)
}
