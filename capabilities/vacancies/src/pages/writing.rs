//! Writing a vacancy: where to begin, the form with the check beside it, and keeping it as one goes.

use axum::{
    http::{HeaderMap, StatusCode},
    response::IntoResponse,
};
use kernel::{Choice, Fields, OrganisationId, PersonId, Result, form::FormState};
use platform::{
    Conn, Ctx,
    http::{Answer, FormBody, Path},
    once,
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::workplace::{enter, home, list_crumb, own};
use crate::{
    actions, check,
    forms::{self, Around, Start, workplace},
    model::{State, Vacancy},
    neighbours::{self, OrganisationLine},
    policy, starters, store,
    views::{self, CheckView},
};
use facets::{
    Town,
    model::VacancyId,
    words::{Choices, theme_labels},
};

/// Where to begin.
#[derive(Debug, Serialize)]
pub(crate) struct StartPage {
    /// Whose vacancy it becomes.
    pub organisation: OrganisationLine,
    /// Address of this page.
    pub action: String,
    /// Address of the list.
    pub base: String,
    /// Examples: value, title with theme.
    pub examples: Vec<Choice>,
    /// Older vacancies of their own.
    pub own: Vec<Choice>,
    /// What was chosen.
    pub form: Form,
}

impl Page for StartPage {
    const TEMPLATE: &'static str = "vacancies/start.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![home(&self.organisation), list_crumb(&self.organisation)]
    }
}

/// The form of a vacancy with the check beside it.
#[derive(Debug, Serialize)]
pub(crate) struct EditPage {
    pub organisation: OrganisationLine,
    /// Address of the vacancy in the workplace.
    pub base: String,
    /// Address that checks.
    pub check_url: String,
    /// Code of the state.
    pub state: &'static str,
    /// What the municipality wrote, when it sent it back or took it down.
    pub note: Option<String>,
    /// Choices of the shared fields.
    pub choices: Choices,
    /// Who can answer.
    pub contacts: Vec<Choice>,
    /// What the check says.
    pub check: CheckView,
    /// Whether only words stand in the way, so that a person may be asked to look.
    pub may_insist: bool,
    /// What was typed.
    pub form: Form,
    /// When this was kept last without being put in force.
    pub kept_at: Option<i64>,
    /// Now, for how long ago.
    pub now: i64,
}

impl Page for EditPage {
    const TEMPLATE: &'static str = "vacancies/edit.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![home(&self.organisation), list_crumb(&self.organisation)]
    }
}

/// `GET /organisatie/{organisation}/vacatures/nieuw`
pub(crate) async fn start(ctx: Ctx, Path(organisation): Path<OrganisationId>) -> Answer {
    let state = FormState::filled(&Fields::default().with("start", "leeg"));
    Ok(ctx.page(&start_page(&ctx, organisation, &state).await?)?)
}

async fn start_page(ctx: &Ctx, organisation: OrganisationId, state: &FormState) -> Result<StartPage> {
    let mut conn = ctx.read().await?;
    let (_, line) = enter(ctx, &mut conn, organisation).await?;
    let vacancies = crate::of_organisation(&mut conn, ctx, organisation).await?;
    let base = workplace(organisation);
    let example = |starter: &starters::Starter| {
        let theme = theme_labels(&[starter.theme.to_owned()], ctx.lang).join(", ");
        Choice::new(format!("voorbeeld-{}", starter.slug), format!("{}: {theme}", starter.title()))
    };
    let titled = vacancies.iter().filter(|vacancy| !vacancy.title.is_empty());
    Ok(StartPage {
        organisation: line,
        action: format!("{base}/nieuw"),
        base,
        examples: starters::STARTERS.iter().map(example).collect(),
        own: titled.map(|vacancy| Choice::new(vacancy.id.to_string(), vacancy.title.clone())).collect(),
        form: ctx.form(state),
    })
}

/// `POST /organisatie/{organisation}/vacatures/nieuw`: begins one and goes to its form.
pub(crate) async fn begin(ctx: Ctx, Path(organisation): Path<OrganisationId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    let fault = |errors| FormState::with_errors(&fields, errors);
    let id = match forms::start(&fields) {
        Ok(Start::Empty) => actions::create(&ctx, &permit, organisation, &Fields::default(), None).await?,
        Ok(Start::Starter(slug)) => {
            let example = starters::find(&slug).ok_or(kernel::Problem::NotFound)?.fields();
            let content = content(&ctx, organisation, &example).await?;
            actions::create(&ctx, &permit, organisation, &example, content).await?
        }
        Ok(Start::Copy(id)) => copied(&ctx, organisation, VacancyId(id)).await?,
        Err(errors) => {
            return Ok(ctx.page_with_errors(&start_page(&ctx, organisation, &fault(errors)).await?)?);
        }
    };
    Ok(ctx.see_other(&format!("{}/{id}/bewerken", workplace(organisation))))
}

/// Whether the draft at this address is as it was begun: sent twice, it is begun once.
pub(crate) async fn is_untouched(ctx: &Ctx, location: &str) -> Result<bool> {
    let Some(id) = once::id_in(location) else { return Ok(false) };
    let vacancy = ctx.find::<Vacancy>(VacancyId(id)).await?;
    Ok(vacancy.is_some_and(|vacancy| vacancy.created_at == vacancy.changed_at))
}

/// `POST …/{vacancy}/kopieer`
pub(crate) async fn copy(ctx: Ctx, Path((organisation, id)): Path<(OrganisationId, VacancyId)>) -> Answer {
    let copy = copied(&ctx, organisation, id).await?;
    Ok(ctx.see_other_with(&format!("{}/{copy}/bewerken", workplace(organisation)), "notice-vacancy-copied"))
}

/// A copy without what belongs to one time: its last day.
async fn copied(ctx: &Ctx, organisation: OrganisationId, id: VacancyId) -> Result<VacancyId> {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    let mut conn = ctx.read().await?;
    let mut content = own(ctx, &mut conn, organisation, id).await?.content();
    drop(conn);
    content.closes_on = None;
    actions::create(ctx, &permit, organisation, &forms::fields(&content), Some(content)).await
}

/// What the form of this organisation must know.
struct Known {
    today: kernel::Date,
    town: Town,
    contacts: Vec<neighbours::Speaker>,
    wijken: Vec<Choice>,
}

impl Known {
    async fn of(ctx: &Ctx, conn: &mut Conn, organisation: OrganisationId) -> Result<Self> {
        let (town, wijken) = facets::town_on(conn, ctx).await?;
        let contacts = neighbours::speakers(conn, ctx, organisation).await?;
        Ok(Self { today: ctx.today(), town, contacts, wijken })
    }

    fn with<T>(&self, read: impl FnOnce(&Around<'_>) -> T) -> T {
        let contacts: Vec<PersonId> = self.contacts.iter().map(|speaker| speaker.person).collect();
        read(&Around { today: self.today, town: &self.town, contacts: &contacts })
    }
}

async fn content(ctx: &Ctx, organisation: OrganisationId, fields: &Fields) -> Result<Option<crate::model::Content>> {
    let mut conn = ctx.read().await?;
    let known = Known::of(ctx, &mut conn, organisation).await?;
    Ok(known.with(|around| forms::content(fields, around)).ok())
}

/// `GET …/{vacancy}/bewerken`: what was kept last, or the vacancy as it is.
pub(crate) async fn edit(ctx: Ctx, Path((organisation, id)): Path<(OrganisationId, VacancyId)>) -> Answer {
    let mut conn = ctx.read().await?;
    enter(&ctx, &mut conn, organisation).await?;
    let vacancy = own(&ctx, &mut conn, organisation, id).await?;
    if !vacancy.is_editable() {
        return Err(kernel::Problem::Conflict("vacancy-closed-not-editable").into());
    }
    let kept = store::DRAFT.optional(&mut conn, (ctx.town(), id)).await?;
    drop(conn);
    let kept_at = kept.as_ref().map(|(_, at)| at.millis());
    let fields = kept.map_or_else(|| forms::fields(&vacancy.content()), |(pairs, _)| Fields::new(pairs.0));
    let mut page = edit_page(&ctx, &vacancy, &FormState::filled(&fields), &fields).await?;
    page.kept_at = kept_at.filter(|_| vacancy.state != State::Draft);
    Ok(ctx.page(&page)?)
}

async fn edit_page(ctx: &Ctx, vacancy: &Vacancy, state: &FormState, fields: &Fields) -> Result<EditPage> {
    let organisation = vacancy.organisation;
    let mut conn = ctx.read().await?;
    let (_, line) = enter(ctx, &mut conn, organisation).await?;
    let known = Known::of(ctx, &mut conn, organisation).await?;
    let input = known.with(|around| forms::check_input(fields, around));
    let terms = check::Terms::of(&ctx.municipality.settings, ctx.today());
    let findings = check::check(&input, &terms);
    let name = |speaker: &neighbours::Speaker| match speaker.task.as_str() {
        "" => speaker.name.clone(),
        task => format!("{} ({task})", speaker.name),
    };
    let base = workplace(organisation);
    Ok(EditPage {
        organisation: line,
        check_url: format!("{base}/check"),
        base: format!("{base}/{}", vacancy.id),
        state: kernel::Codes::code(vacancy.state),
        note: vacancy.moderation_note.clone(),
        contacts: known.contacts.iter().map(|each| Choice::new(each.person.to_string(), name(each))).collect(),
        choices: Choices::new(ctx.lang, known.wijken),
        check: views::check_view(ctx, &findings),
        may_insist: check::refuses_by_words_alone(&findings),
        form: ctx.form(state),
        kept_at: None,
        now: ctx.now.millis(),
    })
}

/// `POST …/{vacancy}/bewerken`: keeps a draft, checks, or puts in force, as the button says; `doe=toch` asks the
/// municipality to look at words that the check refuses.
pub(crate) async fn save(
    ctx: Ctx,
    Path((organisation, id)): Path<(OrganisationId, VacancyId)>,
    FormBody(fields): FormBody,
) -> Answer {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    let task = fields.get("doe").unwrap_or("publiceer").to_owned();
    let fields = forms::kept(&fields);
    let mut conn = ctx.read().await?;
    let vacancy = own(&ctx, &mut conn, organisation, id).await?;
    let known = Known::of(&ctx, &mut conn, organisation).await?;
    drop(conn);
    let content = known.with(|around| forms::content(&fields, around));
    let insists = task == "toch";
    if !insists && task != "publiceer" {
        actions::save_draft(&ctx, &permit, organisation, id, &fields, content.ok()).await?;
        if task == "concept" {
            return Ok(ctx.see_other_with(&format!("{}/{id}", workplace(organisation)), "notice-vacancy-kept"));
        }
        return Ok(ctx.page(&edit_page(&ctx, &vacancy, &FormState::filled(&fields), &fields).await?)?);
    }
    let input = known.with(|around| forms::check_input(&fields, around));
    let terms = check::Terms::of(&ctx.municipality.settings, ctx.today());
    let checked = content.and_then(|content| views::refuse_if(&check::check(&input, &terms), insists, content));
    match checked {
        Ok(content) => {
            let state = actions::submit(&ctx, &permit, organisation, id, content).await?;
            let notice = sent_notice(vacancy.state, state);
            Ok(ctx.see_other_with(&format!("{}/{id}", workplace(organisation)), notice))
        }
        Err(errors) => {
            let state = FormState::with_errors(&fields, errors);
            Ok(ctx.page_with_errors(&edit_page(&ctx, &vacancy, &state, &fields).await?)?)
        }
    }
}

fn sent_notice(before: State, after: State) -> &'static str {
    match (before, after) {
        (_, State::Waiting) => "notice-vacancy-waiting",
        (State::Live | State::Paused | State::Filled, _) => "notice-vacancy-changed",
        _ => "notice-vacancy-published",
    }
}

/// `POST …/{vacancy}/concept`: keeps what is being typed.
pub(crate) async fn autosave(
    ctx: Ctx,
    Path((organisation, id)): Path<(OrganisationId, VacancyId)>,
    headers: HeaderMap,
    FormBody(fields): FormBody,
) -> Answer {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    let fields = forms::kept(&fields);
    let content = content(&ctx, organisation, &fields).await?;
    actions::save_draft(&ctx, &permit, organisation, id, &fields, content).await?;
    if headers.contains_key("x-autosave") {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Ok(ctx.see_other_with(&format!("{}/{id}", workplace(organisation)), "notice-vacancy-kept"))
}

/// `POST /organisatie/{organisation}/vacatures/check`: what the check says of a form, for beside it.
pub(crate) async fn check(ctx: Ctx, Path(organisation): Path<OrganisationId>, FormBody(fields): FormBody) -> Answer {
    let fields = forms::kept(&fields);
    let vacancy = Vacancy::draft(ctx.town(), ctx.id(), organisation, ctx.now);
    let page = edit_page(&ctx, &vacancy, &FormState::filled(&fields), &fields).await?;
    Ok(ctx.page_or_block(&page, "check")?)
}
