//! Where an organisation works on its vacancies: the list, one vacancy with what can be done, and the doing.

use std::collections::HashMap;

use axum::response::Response;
use kernel::{Codes as _, OrganisationId, PageRequest, Paged, Permit, Problem, Result, time};
use platform::{
    Conn, Ctx,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{VacancyPage, compose};
use crate::{
    actions,
    forms::{self, workplace},
    model::{Closing, State, Vacancy},
    neighbours::{self, OrganisationLine},
    policy::{self, Write},
    settings, store,
    views::{self, CheckView},
};
use facets::model::VacancyId;

/// A line of the list.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Line {
    /// Address in the workplace.
    pub href: String,
    /// Title; empty when it has none yet.
    pub title: String,
    /// Code of the state.
    pub state: &'static str,
    /// Kind of the status mark.
    pub status: &'static str,
    /// How many are still wanted.
    pub people_left: u32,
    /// How many have started.
    pub people_found: u32,
    /// Last day on which it is shown.
    pub closes_on: Option<String>,
    /// Whether that day comes so soon that the organisation is asked about it.
    pub ends_soon: bool,
    /// When it last changed.
    pub changed_at: i64,
    /// The same as local text.
    pub changed_local: String,
    /// Responses that wait for an answer.
    pub waiting: u32,
}

/// A draft that was thrown away.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Discarded {
    #[serde(skip)]
    pub id: VacancyId,
    /// Address that takes it back.
    pub restore: String,
    /// Title; empty when it had none yet.
    pub title: String,
    /// When it was thrown away.
    pub at: i64,
    /// The same as local text.
    pub at_local: String,
}

/// The vacancies of an organisation.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    pub organisation: OrganisationLine,
    /// Address of this list.
    pub base: String,
    /// What is being written, waits or is public.
    pub current: Vec<Line>,
    /// What is over.
    pub past: Vec<Line>,
    /// Which page of both, what is over last.
    pub paging: Paged<()>,
    /// Drafts that were thrown away and can be taken back.
    pub discarded: Vec<Discarded>,
    /// The one that was thrown away just now.
    pub just_discarded: Option<Discarded>,
    /// Now, for how long ago.
    pub now: i64,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "vacancies/list.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![home(&self.organisation)]
    }
}

pub(super) fn home(organisation: &OrganisationLine) -> Crumb {
    Crumb::named(format!("/organisatie/{}", organisation.id), &organisation.name)
}

pub(super) fn list_crumb(organisation: &OrganisationLine) -> Crumb {
    Crumb::key(workplace(organisation.id), "vacancy-crumb")
}

/// One vacancy in the workplace: how it looks, where it stands, what can be done.
#[derive(Debug, Serialize)]
pub(crate) struct OverviewPage {
    /// How it looks.
    #[serde(flatten)]
    pub look: VacancyPage,
    /// Address of this page.
    pub base: String,
    /// Code of the state.
    pub state: &'static str,
    /// What the municipality wrote, when it sent it back or took it down.
    pub note: Option<String>,
    /// How it ended.
    pub closing: Option<&'static str>,
    /// What the check says.
    pub check: CheckView,
    /// When changes were kept that are not on the page.
    pub unpublished_at: Option<i64>,
    /// Now, for how long ago.
    pub now: i64,
    /// What can be done, as codes.
    pub can: Vec<&'static str>,
    /// Until when it would be shown, with one tap more.
    pub extended_until: Option<String>,
    /// Whether its last day is near.
    pub ends_soon: bool,
    /// The question how it was filled.
    pub form: Form,
}

impl Page for OverviewPage {
    const TEMPLATE: &'static str = "vacancies/overview.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![home(&self.look.organisation), list_crumb(&self.look.organisation)]
    }
}

/// Lets in who may work on the organisation's vacancies; says whose they are.
pub(super) async fn enter(
    ctx: &Ctx,
    conn: &mut Conn,
    organisation: OrganisationId,
) -> Result<(Permit<Write>, OrganisationLine)> {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    let line = neighbours::organisation(conn, ctx, organisation).await?.ok_or(Problem::NotFound)?;
    Ok((permit, line))
}

/// The organisation's own vacancy.
pub(super) async fn own(ctx: &Ctx, conn: &mut Conn, organisation: OrganisationId, id: VacancyId) -> Result<Vacancy> {
    let found = crate::find(conn, ctx, id).await?;
    found.filter(|vacancy| vacancy.organisation == organisation).ok_or(Problem::NotFound)
}

/// `GET /organisatie/{organisation}/vacatures`
pub(crate) async fn list(ctx: Ctx, Path(organisation): Path<OrganisationId>, Query(query): Query) -> Answer {
    let mut conn = ctx.read().await?;
    let (_, line) = enter(&ctx, &mut conn, organisation).await?;
    let asked = PageRequest::of(&query);
    let key = (ctx.town(), organisation, i64::from(asked.per_page), i64::from(asked.offset()));
    let vacancies = store::PAGE_OF.all(&mut conn, key).await?.into_iter();
    let (total,) = store::COUNT_OF.one(&mut conn, (ctx.town(), organisation)).await?;
    let waiting = neighbours::waiting(&mut conn, &ctx, organisation).await?;
    let (past, current): (Vec<_>, Vec<_>) = vacancies.partition(|vacancy| vacancy.state == State::Closed);
    let lines = |vacancies: Vec<Vacancy>| vacancies.iter().map(|vacancy| row(&ctx, vacancy, &waiting)).collect();
    let discarded = discarded(&ctx, &mut conn, organisation).await?;
    let just = query.get("weggegooid").and_then(|id| id.parse::<VacancyId>().ok());
    let just_discarded = just.and_then(|id| discarded.iter().find(|draft| draft.id == id).cloned());
    let page = ListPage {
        organisation: line,
        base: workplace(organisation),
        current: lines(current),
        past: lines(past),
        paging: Paged::new(Vec::new(), asked, u64::try_from(total).unwrap_or(0)),
        discarded,
        just_discarded,
        now: ctx.now.millis(),
    };
    Ok(ctx.page(&page)?)
}

fn row(ctx: &Ctx, vacancy: &Vacancy, waiting: &HashMap<VacancyId, u32>) -> Line {
    Line {
        href: format!("{}/{}", workplace(vacancy.organisation), vacancy.id),
        title: vacancy.title.clone(),
        state: vacancy.state.code(),
        status: views::status_kind(vacancy.state),
        people_left: vacancy.people_left(),
        people_found: vacancy.people_found,
        closes_on: vacancy.closes_on.map(|day| day.to_string()),
        ends_soon: vacancy.ends_soon(settings::soon(ctx)),
        changed_at: vacancy.changed_at.millis(),
        changed_local: ctx.local(vacancy.changed_at),
        waiting: waiting.get(&vacancy.id).copied().unwrap_or(0),
    }
}

async fn discarded(ctx: &Ctx, conn: &mut Conn, organisation: OrganisationId) -> Result<Vec<Discarded>> {
    let since = ctx.now.plus(-settings::DISCARDED_DAYS * time::DAY);
    let rows = store::DISCARDED_OF.all(conn, (ctx.town(), organisation, since)).await?;
    let shown = |(id, title, at): (VacancyId, String, kernel::Instant)| Discarded {
        id,
        restore: format!("{}/{id}/terugzetten", workplace(organisation)),
        title,
        at: at.millis(),
        at_local: ctx.local(at),
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// `GET /organisatie/{organisation}/vacatures/{vacancy}`
pub(crate) async fn overview(ctx: Ctx, Path((organisation, id)): Path<(OrganisationId, VacancyId)>) -> Answer {
    let page = overview_page(&ctx, organisation, id, Form::default()).await?;
    Ok(ctx.page(&page)?)
}

async fn overview_page(ctx: &Ctx, organisation: OrganisationId, id: VacancyId, form: Form) -> Result<OverviewPage> {
    let mut conn = ctx.read().await?;
    policy::write(&ctx.actor, organisation).require()?;
    let vacancy = own(ctx, &mut conn, organisation, id).await?;
    let draft = store::DRAFT.optional(&mut conn, (ctx.town(), id)).await?;
    let days = ctx.municipality.settings.count(&settings::EXTEND_DAYS, ctx.today());
    let extended = vacancy.extended(ctx.today(), days).filter(|_| vacancy.is_public());
    let unpublished = draft.filter(|_| vacancy.state != State::Draft).map(|(_, at)| at.millis());
    Ok(OverviewPage {
        look: compose(ctx, &mut conn, &vacancy, None).await?,
        base: format!("{}/{id}", workplace(organisation)),
        state: vacancy.state.code(),
        note: vacancy.moderation_note.clone(),
        closing: vacancy.closing.map(Closing::code),
        check: views::check_of(ctx, &vacancy),
        unpublished_at: unpublished,
        now: ctx.now.millis(),
        can: possible(&vacancy),
        extended_until: extended.map(|day| day.to_string()),
        ends_soon: vacancy.ends_soon(settings::soon(ctx)),
        form,
    })
}

/// What can be done in each state.
fn possible(vacancy: &Vacancy) -> Vec<&'static str> {
    let mut can = match vacancy.state {
        State::Draft | State::TakenDown => vec!["edit"],
        State::Waiting => vec!["edit", "close"],
        State::Live => vec!["edit", "pause", "fill", "close"],
        State::Paused => vec!["reopen", "edit", "fill", "close"],
        State::Filled => vec!["reopen", "edit", "close"],
        State::Closed => vec!["reopen"],
    };
    can.push("copy");
    if vacancy.state == State::Draft && vacancy.published_at.is_none() {
        can.push("discard");
    }
    can
}

/// Which vacancy, as the address says.
type Which = Path<(OrganisationId, VacancyId)>;

fn back(ctx: &Ctx, organisation: OrganisationId, id: VacancyId, notice: &'static str) -> Answer<Response> {
    Ok(ctx.see_other_with(&format!("{}/{id}", workplace(organisation)), notice))
}

/// `POST …/{vacancy}/pauze`
pub(crate) async fn pause(ctx: Ctx, Path((organisation, id)): Which) -> Answer {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    actions::pause(&ctx, &permit, organisation, id).await?;
    back(&ctx, organisation, id, "notice-vacancy-paused")
}

/// `POST …/{vacancy}/heropen`
pub(crate) async fn reopen(ctx: Ctx, Path((organisation, id)): Which) -> Answer {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    match actions::reopen_own(&ctx, &permit, organisation, id).await? {
        State::Draft => {
            let path = format!("{}/{id}/bewerken", workplace(organisation));
            Ok(ctx.see_other_with(&path, "notice-vacancy-look-over"))
        }
        _ => back(&ctx, organisation, id, "notice-vacancy-reopened"),
    }
}

/// `POST …/{vacancy}/vervuld`
pub(crate) async fn fill(ctx: Ctx, Path((organisation, id)): Which) -> Answer {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    actions::fill(&ctx, &permit, organisation, id).await?;
    back(&ctx, organisation, id, "notice-vacancy-filled")
}

/// `POST …/{vacancy}/verleng`
pub(crate) async fn extend(ctx: Ctx, Path((organisation, id)): Which) -> Answer {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    actions::extend(&ctx, &permit, organisation, id).await?;
    back(&ctx, organisation, id, "notice-vacancy-extended")
}

/// `POST …/{vacancy}/sluit`: closes it with the answer to how it was filled.
pub(crate) async fn close(ctx: Ctx, Path((organisation, id)): Which, FormBody(fields): FormBody) -> Answer {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    let closing = match forms::closing(&fields) {
        Ok(closing) => closing,
        Err(errors) => {
            let form = ctx.form(&kernel::form::FormState::with_errors(&fields, errors));
            return Ok(ctx.page_with_errors(&overview_page(&ctx, organisation, id, form).await?)?);
        }
    };
    actions::close(&ctx, &permit, organisation, id, closing).await?;
    back(&ctx, organisation, id, "notice-vacancy-closed")
}

/// `POST …/{vacancy}/weggooien`
pub(crate) async fn discard(ctx: Ctx, Path((organisation, id)): Which) -> Answer {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    actions::discard(&ctx, &permit, organisation, id).await?;
    Ok(ctx.see_other(&format!("{}?weggegooid={id}", workplace(organisation))))
}

/// `POST …/{vacancy}/terugzetten`
pub(crate) async fn restore(ctx: Ctx, Path((organisation, id)): Which) -> Answer {
    let permit = policy::write(&ctx.actor, organisation).require()?;
    actions::restore(&ctx, &permit, organisation, id).await?;
    back(&ctx, organisation, id, "notice-vacancy-restored")
}
