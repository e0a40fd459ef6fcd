//! Reporting a vacancy; the municipality's queue, one vacancy, and the reports.

use kernel::{Codes as _, Fields, PageRequest, Paged, Problem, Result, form::FormState, time};
use platform::{
    Conn, Ctx,
    db::Code,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    actions, forms,
    model::{Reason, Report, ReportState},
    store,
};
use crate::{
    model::{State, Vacancy},
    neighbours,
    pages::{VacancyPage, compose, public},
    policy, store as vacancy_store,
    views::{self, CheckView},
};
use facets::model::{ReportId, VacancyId};

/// States from which a vacancy can be taken down.
const STANDING: [State; 4] = [State::Live, State::Paused, State::Filled, State::Waiting];
/// The form that reports.
#[derive(Debug, Serialize)]
pub(crate) struct ReportPage {
    /// Title of the vacancy.
    pub title: String,
    /// Address of the vacancy.
    pub href: String,
    /// Codes of the reasons.
    pub reasons: Vec<&'static str>,
    /// What was typed.
    pub form: Form,
}

impl Page for ReportPage {
    const TEMPLATE: &'static str = "vacancies/report.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/vacatures", "vacancy-crumb"), Crumb::named(&self.href, &self.title)]
    }
}

/// A vacancy in the queue.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct QueueLine {
    /// Address of its page for the municipality.
    pub href: String,
    pub title: String,
    /// Name of its organisation.
    pub organisation: String,
    /// Whether the municipality has confirmed that organisation.
    pub confirmed: bool,
    /// Since when it waits.
    pub since: i64,
    /// The same as local text.
    pub since_local: String,
    /// How many rules of the check refuse it, and how many advise.
    pub refused: usize,
    /// How many rules advise.
    pub advised: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct QueuePage {
    /// The longest waiting first.
    pub waiting: Vec<QueueLine>,
    /// Which page of them.
    pub paging: Paged<()>,
    /// How many reports are open.
    pub open_reports: u64,
    /// Now, for how long ago.
    pub now: i64,
}

impl Page for QueuePage {
    const TEMPLATE: &'static str = "vacancies/manage_queue.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "common-manage")]
    }
}

/// A report as the municipality reads it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ReportView {
    /// Address where it is answered.
    pub href: String,
    /// Address of the vacancy's page for the municipality.
    pub vacancy: String,
    /// Title of the vacancy.
    pub title: String,
    /// Code of the reason.
    pub reason: &'static str,
    /// In the reporter's words.
    pub note: String,
    /// Whether an answer reaches them.
    pub answerable: bool,
    /// Code of the state.
    pub state: &'static str,
    /// What the municipality answered.
    pub answer: Option<String>,
    /// When it came.
    pub created_at: i64,
    /// The same as local text.
    pub created_local: String,
}

/// One vacancy for the municipality.
#[derive(Debug, Serialize)]
pub(crate) struct ManagePage {
    /// How it looks.
    #[serde(flatten)]
    pub look: VacancyPage,
    /// Address of this page.
    pub base: String,
    /// Code of the state.
    pub state: &'static str,
    /// What was written when it was sent back or taken down.
    pub note: Option<String>,
    /// Whether the municipality has confirmed the organisation.
    pub confirmed: bool,
    /// What the check says.
    pub check: CheckView,
    /// Whether it may be taken down.
    pub can_take_down: bool,
    /// Reports of it, newest first.
    pub reports: Vec<ReportView>,
    /// What was typed.
    pub form: Form,
    /// Now, for how long ago.
    pub now: i64,
}

impl Page for ManagePage {
    const TEMPLATE: &'static str = "vacancies/manage.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "common-manage"), Crumb::key("/beheer/vacatures", "vacancy-manage-crumb")]
    }
}

/// Reports that wait for an answer, and those of the last weeks.
#[derive(Debug, Serialize)]
pub(crate) struct ReportsPage {
    /// Oldest first.
    pub open: Vec<ReportView>,
    /// Answered, newest first: the last ones, or page by page when only those are asked for.
    pub answered: Vec<ReportView>,
    /// Whether only answered ones are asked for.
    pub only_answered: bool,
    /// Whether there are more answered ones than these.
    pub more_answered: bool,
    /// Which page of the list that is shown.
    pub paging: Paged<()>,
    /// Now, for how long ago.
    pub now: i64,
}

/// One report, to be answered.
#[derive(Debug, Serialize)]
pub(crate) struct OneReportPage {
    pub report: ReportView,
    /// Whether the vacancy can be taken down.
    pub can_take_down: bool,
    /// What was typed.
    pub form: Form,
    /// Now, for how long ago.
    pub now: i64,
}

impl Page for OneReportPage {
    const TEMPLATE: &'static str = "vacancies/manage_report.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "common-manage"), Crumb::key("/beheer/meldingen", "vacancy-reports-crumb")]
    }
}

impl Page for ReportsPage {
    const TEMPLATE: &'static str = "vacancies/manage_reports.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "common-manage")]
    }
}

fn report_page(ctx: &Ctx, vacancy: &Vacancy, state: &FormState) -> ReportPage {
    ReportPage {
        title: vacancy.title.clone(),
        href: format!("/vacatures/{}", vacancy.id),
        reasons: Reason::ALL.iter().map(|reason| reason.code()).collect(),
        form: ctx.form(state),
    }
}

/// `GET /vacatures/{vacancy}/melden`
pub(crate) async fn report_form(ctx: Ctx, Path(id): Path<VacancyId>) -> Answer {
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    // Who types no address gets no answer: their own stands there already, and may be taken out.
    let email = neighbours::own_email(&mut conn, &ctx).await?.unwrap_or_default();
    let state = FormState::filled(&Fields::default().with("email", email));
    Ok(ctx.page(&report_page(&ctx, &vacancy, &state))?)
}

/// `POST /vacatures/{vacancy}/melden`
pub(crate) async fn report(ctx: Ctx, Path(id): Path<VacancyId>, FormBody(fields): FormBody) -> Answer {
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    drop(conn);
    let permit = policy::report(&ctx.actor, &vacancy).require()?;
    let new = match forms::report(&fields) {
        Ok(new) => new,
        Err(errors) => {
            let state = FormState::with_errors(&fields, errors);
            return Ok(ctx.page_with_errors(&report_page(&ctx, &vacancy, &state))?);
        }
    };
    ctx.limit_address("report")?;
    actions::report(&ctx, &permit, id, new).await?;
    Ok(ctx.see_other_with(&format!("/vacatures/{id}"), "notice-vacancy-reported"))
}

/// `GET /beheer/vacatures`
pub(crate) async fn queue(ctx: Ctx, Query(query): Query) -> Answer {
    policy::moderate(&ctx.actor).require()?;
    let mut conn = ctx.read().await?;
    let asked = PageRequest::of(&query);
    let key = (ctx.town(), Code(State::Waiting), i64::from(asked.per_page), i64::from(asked.offset()));
    let rows = vacancy_store::IN_STATE.all(&mut conn, key).await?;
    let paging = Paged::new(Vec::new(), asked, crate::waiting_count(&mut conn, &ctx).await?);
    let mut waiting = Vec::with_capacity(rows.len());
    for vacancy in rows.into_iter() {
        let organisation = neighbours::organisation(&mut conn, &ctx, vacancy.organisation).await?;
        let check = views::check_of(&ctx, &vacancy);
        waiting.push(QueueLine {
            href: format!("/beheer/vacatures/{}", vacancy.id),
            title: vacancy.title,
            confirmed: organisation.as_ref().is_some_and(|line| line.confirmed),
            organisation: organisation.map(|line| line.name).unwrap_or_default(),
            since: vacancy.changed_at.millis(),
            since_local: ctx.local(vacancy.changed_at),
            refused: check.refused.len(),
            advised: check.advised.len(),
        });
    }
    let open_reports = super::open_count(&mut conn, &ctx).await?;
    Ok(ctx.page(&QueuePage { waiting, paging, open_reports, now: ctx.now.millis() })?)
}

/// `GET /beheer/vacatures/{vacancy}`
pub(crate) async fn one(ctx: Ctx, Path(id): Path<VacancyId>) -> Answer {
    policy::moderate(&ctx.actor).require()?;
    Ok(ctx.page(&manage_page(&ctx, id, &FormState::default()).await?)?)
}

async fn manage_page(ctx: &Ctx, id: VacancyId, state: &FormState) -> Result<ManagePage> {
    let mut conn = ctx.read().await?;
    let vacancy = crate::find(&mut conn, ctx, id).await?.ok_or(Problem::NotFound)?;
    let look = compose(ctx, &mut conn, &vacancy, None).await?;
    let reports = store::OF_VACANCY.all(&mut conn, (ctx.town(), id)).await?;
    Ok(ManagePage {
        base: format!("/beheer/vacatures/{id}"),
        state: vacancy.state.code(),
        note: vacancy.moderation_note.clone(),
        confirmed: look.organisation.confirmed,
        check: views::check_of(ctx, &vacancy),
        can_take_down: STANDING.contains(&vacancy.state),
        reports: reports.into_iter().map(|row| report_view(ctx, row.into(), &vacancy.title)).collect(),
        form: ctx.form(state),
        now: ctx.now.millis(),
        look,
    })
}

fn report_view(ctx: &Ctx, report: Report, title: &str) -> ReportView {
    ReportView {
        href: format!("/beheer/meldingen/{}", report.id),
        vacancy: format!("/beheer/vacatures/{}", report.vacancy),
        title: title.to_owned(),
        reason: report.reason.code(),
        note: report.note,
        answerable: report.reporter_email.is_some(),
        state: report.state.code(),
        answer: report.answer,
        created_at: report.created_at.millis(),
        created_local: ctx.local(report.created_at),
    }
}

/// `POST /beheer/vacatures/{vacancy}/publiceren`
pub(crate) async fn publish(ctx: Ctx, Path(id): Path<VacancyId>) -> Answer {
    let permit = policy::moderate(&ctx.actor).require()?;
    actions::publish(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with("/beheer/vacatures", "notice-vacancy-let-in"))
}

/// `POST /beheer/vacatures/{vacancy}/terugsturen`
pub(crate) async fn send_back(ctx: Ctx, Path(id): Path<VacancyId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::moderate(&ctx.actor).require()?;
    match forms::note(&fields) {
        Ok(note) => actions::send_back(&ctx, &permit, id, note).await?,
        Err(errors) => return wrong(&ctx, id, &fields, errors).await,
    }
    Ok(ctx.see_other_with("/beheer/vacatures", "notice-vacancy-sent-back"))
}

/// `POST /beheer/vacatures/{vacancy}/weghalen`
pub(crate) async fn take_down(ctx: Ctx, Path(id): Path<VacancyId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::moderate(&ctx.actor).require()?;
    match forms::take_down(&fields) {
        Ok(what) => actions::take_down(&ctx, &permit, id, what).await?,
        Err(errors) => return wrong(&ctx, id, &fields, errors).await,
    }
    Ok(ctx.see_other_with(&format!("/beheer/vacatures/{id}"), "notice-vacancy-taken-down"))
}

async fn wrong(ctx: &Ctx, id: VacancyId, fields: &Fields, errors: kernel::FieldErrors) -> Answer {
    let state = FormState::with_errors(fields, errors);
    Ok(ctx.page_with_errors(&manage_page(ctx, id, &state).await?)?)
}

/// `GET /beheer/meldingen`, with `?lijst=beantwoord` for what was answered.
pub(crate) async fn reports(ctx: Ctx, Query(query): Query) -> Answer {
    policy::moderate(&ctx.actor).require()?;
    let mut conn = ctx.read().await?;
    let only_answered = query.get("lijst") == Some("beantwoord");
    let (asked, first) = (PageRequest::of(&query), PageRequest::default());
    let shown = if only_answered { asked } else { first };
    let since = ctx.now.plus(-30 * time::DAY);
    let key = (ctx.town(), since, i64::from(shown.per_page), i64::from(shown.offset()));
    let answered = store::ANSWERED.all(&mut conn, key).await?;
    let (all_answered,) = store::COUNT_ANSWERED.one(&mut conn, (ctx.town(), since)).await?;
    let all_answered = u64::try_from(all_answered).unwrap_or(0);
    let mut open = Vec::new();
    let mut total = all_answered;
    if !only_answered {
        let key = (ctx.town(), Code(ReportState::Open), i64::from(asked.per_page), i64::from(asked.offset()));
        open = store::IN_STATE.all(&mut conn, key).await?;
        total = super::open_count(&mut conn, &ctx).await?;
    }
    let page = ReportsPage {
        open: titled(&ctx, &mut conn, open).await?,
        more_answered: !only_answered && all_answered > u64::from(first.per_page),
        answered: titled(&ctx, &mut conn, answered).await?,
        only_answered,
        paging: Paged::new(Vec::new(), asked, total),
        now: ctx.now.millis(),
    };
    Ok(ctx.page(&page)?)
}

/// `GET /beheer/meldingen/{report}`
pub(crate) async fn one_report(ctx: Ctx, Path(id): Path<ReportId>) -> Answer {
    policy::moderate(&ctx.actor).require()?;
    Ok(ctx.page(&one_report_page(&ctx, id, &FormState::default()).await?)?)
}

async fn one_report_page(ctx: &Ctx, id: ReportId, state: &FormState) -> Result<OneReportPage> {
    let mut conn = ctx.read().await?;
    let report = super::find(&mut conn, ctx, id).await?.ok_or(Problem::NotFound)?;
    let vacancy = crate::find(&mut conn, ctx, report.vacancy).await?.ok_or(Problem::NotFound)?;
    Ok(OneReportPage {
        can_take_down: STANDING.contains(&vacancy.state),
        report: report_view(ctx, report, &vacancy.title),
        form: ctx.form(state),
        now: ctx.now.millis(),
    })
}

async fn titled(ctx: &Ctx, conn: &mut Conn, rows: Vec<store::ReportRow>) -> Result<Vec<ReportView>> {
    let ids: Vec<VacancyId> = rows.iter().map(|row| row.vacancy_id).collect();
    let known = crate::by_ids(conn, ctx, &ids).await?;
    let title = |id: VacancyId| known.iter().find(|vacancy| vacancy.id == id).map_or("", |vacancy| &vacancy.title);
    Ok(rows.into_iter().map(|row| report_view(ctx, row.clone().into(), title(row.vacancy_id))).collect())
}

/// `POST /beheer/meldingen/{report}`: the vacancy stays, and this is why.
pub(crate) async fn answer(ctx: Ctx, Path(id): Path<ReportId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::moderate(&ctx.actor).require()?;
    match forms::answer(&fields) {
        Ok(answer) => actions::answer(&ctx, &permit, id, &answer).await?,
        Err(errors) => {
            let state = FormState::with_errors(&fields, errors);
            return Ok(ctx.page_with_errors(&one_report_page(&ctx, id, &state).await?)?);
        }
    }
    Ok(ctx.see_other_with("/beheer/meldingen", "notice-vacancy-report-answered"))
}
