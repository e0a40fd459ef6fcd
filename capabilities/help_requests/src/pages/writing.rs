//! Asking for help: for whom, five questions of one page each, a summary to check before it is sent.

use kernel::{Fields, Problem, Result, form::FormState, text::Codes};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path, Query},
    once,
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{led, list_crumb, my_crumbs, private_of, refuses_contact, shown};
use crate::{
    actions::writing,
    forms,
    model::{Begin, HelpRequest, Private, STEPS, State, Step, WrittenBy},
    policy,
    views::{RequestShown, summary_path},
};
use facets::{fields::Whereabouts, model::HelpRequestId, sensitive::Finding, town, words::Choices};

/// For whom somebody asks.
#[derive(Debug, Serialize)]
pub(crate) struct StartPage {
    /// What was chosen.
    pub form: Form,
    /// Whether the reader has signed in; others read what it is first.
    pub signed_in: bool,
    /// Codes of who can write it down.
    pub writers: Vec<&'static str>,
}

impl Page for StartPage {
    const TEMPLATE: &'static str = "help_requests/start.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![list_crumb()]
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct StepPage {
    /// What was typed.
    pub form: Form,
    pub id: String,
    /// Code of the question.
    pub step: &'static str,
    /// One-based number of the question.
    pub number: u32,
    /// How many pages there are.
    pub total: u32,
    /// What should better be left out.
    pub findings: Vec<Finding>,
    /// Whether the only thing in the way is that the words have not been looked at again.
    pub may_insist: bool,
    /// Whether somebody else writes it down.
    pub for_other: bool,
    /// What one can choose from.
    pub choices: Choices,
    /// What the point says about it.
    pub note: Option<String>,
}

impl Page for StepPage {
    const TEMPLATE: &'static str = "help_requests/step.html";
    fn crumbs(&self) -> Vec<Crumb> {
        my_crumbs()
    }
}

/// The summary before sending.
#[derive(Debug, Serialize)]
pub(crate) struct SummaryPage {
    /// The agreement to the safety text.
    pub form: Form,
    pub request: RequestShown,
    /// The exact data.
    pub private: Option<Private>,
    /// Codes of the questions that are still open.
    pub missing: Vec<&'static str>,
    /// How many pages there are.
    pub total: u32,
}

impl Page for SummaryPage {
    const TEMPLATE: &'static str = "help_requests/summary.html";
    fn crumbs(&self) -> Vec<Crumb> {
        my_crumbs()
    }
}

fn start_page(ctx: &Ctx, state: &FormState) -> StartPage {
    let writers = WrittenBy::ALL.iter().filter(|written| **written != WrittenBy::Desk);
    let signed_in = ctx.actor.person().is_some();
    StartPage { form: ctx.form(state), signed_in, writers: writers.map(|written| written.code()).collect() }
}

/// `GET /hulpvragen/nieuw`. Visitors read how it goes, before being asked for anything.
pub(crate) async fn start(ctx: Ctx) -> Answer {
    Ok(ctx.page(&start_page(&ctx, &FormState::default()))?)
}

/// Whether the request at this address is as it was begun: sent twice, it is begun once.
pub(crate) async fn is_untouched(ctx: &Ctx, location: &str) -> kernel::Result<bool> {
    let Some(id) = once::id_in(location) else { return Ok(false) };
    let request = ctx.find::<HelpRequest>(HelpRequestId(id)).await?;
    Ok(request.is_some_and(|request| request.created_at == request.changed_at))
}

/// `POST /hulpvragen/nieuw`
pub(crate) async fn begin(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::begin(&ctx.actor).require()?;
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    match forms::for_whom(&fields) {
        Ok(whom) => {
            let own = whom.written_by == WrittenBy::Own;
            let begin = Begin {
                person: own.then_some(person),
                steward: person,
                entered_by: person,
                written_by: whom.written_by,
                relation: whom.relation,
            };
            let id = writing::begin(&ctx, &permit, begin).await?;
            Ok(ctx.see_other(&step_path(id, Step::What)))
        }
        Err(errors) => Ok(ctx.page_with_errors(&start_page(&ctx, &FormState::with_errors(&fields, errors)))?),
    }
}

/// The address of a question.
pub(crate) fn step_path(id: HelpRequestId, step: Step) -> String {
    format!("/mijn/hulpvragen/{id}/stap/{}", step.code())
}

async fn step_page(
    ctx: &Ctx,
    request: &HelpRequest,
    step: Step,
    state: &FormState,
    findings: Vec<Finding>,
) -> Result<StepPage> {
    let (_, wijken) = town(ctx).await?;
    Ok(StepPage {
        form: ctx.form(state),
        id: request.id.to_string(),
        step: step.code(),
        number: step.number(),
        total: STEPS,
        may_insist: !findings.is_empty() && state.problems.is_empty(),
        findings,
        for_other: request.written_by != WrittenBy::Own,
        choices: Choices::new(ctx.lang, wijken),
        note: request.note.clone(),
    })
}

/// `GET /mijn/hulpvragen/{help_request}/stap/{step}`
pub(crate) async fn ask(ctx: Ctx, Path((id, step)): Path<(HelpRequestId, String)>, Query(query): Query) -> Answer {
    let step = Step::parse(&step).ok_or(Problem::NotFound)?;
    let (ctx, request, _) = led(ctx, id).await?;
    let private = if step == Step::Private { private_of(&ctx, &request).await? } else { None };
    let mut fields = forms::known(step, &request, private.as_ref());
    if step == Step::When && fields.get("when").is_none() {
        fields.push("when", "flexible");
    }
    if let Some(next) = query.get("na") {
        fields.push("na", next);
    }
    Ok(ctx.page(&step_page(&ctx, &request, step, &FormState::filled(&fields), Vec::new()).await?)?)
}

/// `POST /mijn/hulpvragen/{help_request}/stap/{step}`
pub(crate) async fn answer(
    ctx: Ctx,
    Path((id, step)): Path<(HelpRequestId, String)>,
    FormBody(fields): FormBody,
) -> Answer {
    let step = Step::parse(&step).ok_or(Problem::NotFound)?;
    let (ctx, request, permit) = led(ctx, id).await?;
    let (places, _) = town(&ctx).await?;
    let read = forms::answer(step, &fields, ctx.today(), &places, refuses_contact(&ctx));
    if fields.get("doe") == Some("kijk") || ctx.request.wants_fragment {
        let findings = read.err().map(|refused| refused.findings).unwrap_or_default();
        let page = step_page(&ctx, &request, step, &FormState::filled(&fields), findings).await?;
        return Ok(ctx.page_or_block(&page, "words")?);
    }
    match read {
        Ok(answer) => {
            let was = request.state;
            let state = writing::answer(&ctx, &permit, id, answer).await?;
            if was == State::Expired && state == State::Draft {
                return Ok(ctx.see_other_with(&summary_path(id), "notice-help-request-send-again"));
            }
            Ok(ctx.see_other(&next_path(&request, step, &fields)))
        }
        Err(refused) => {
            let state = FormState::with_errors(&fields, refused.errors);
            Ok(ctx.page_with_errors(&step_page(&ctx, &request, step, &state, refused.findings).await?)?)
        }
    }
}

fn next_path(request: &HelpRequest, step: Step, fields: &Fields) -> String {
    if request.state != State::Draft {
        return format!("/mijn/hulpvragen/{}", request.id);
    }
    match step.next() {
        Some(next) if fields.get("na") != Some("controle") => step_path(request.id, next),
        _ => summary_path(request.id),
    }
}

async fn summary_page(ctx: &Ctx, request: &HelpRequest, state: &FormState) -> Result<SummaryPage> {
    let (places, _) = town(ctx).await?;
    let private = private_of(ctx, request).await?;
    let missing = request.missing(private.is_some(), places.knows_postcodes());
    Ok(SummaryPage {
        form: ctx.form(state),
        request: shown(ctx, request).await?,
        private,
        missing: missing.into_iter().map(|step| step.code()).collect(),
        total: STEPS,
    })
}

/// `GET /mijn/hulpvragen/{help_request}/controle`
pub(crate) async fn summary(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    let (ctx, request, _) = led(ctx, id).await?;
    Ok(ctx.page(&summary_page(&ctx, &request, &FormState::default()).await?)?)
}

/// `POST /mijn/hulpvragen/{help_request}/controle`
pub(crate) async fn send(ctx: Ctx, Path(id): Path<HelpRequestId>, FormBody(fields): FormBody) -> Answer {
    let (ctx, request, permit) = led(ctx, id).await?;
    if let Err(errors) = forms::agreed(&fields) {
        let state = FormState::with_errors(&fields, errors);
        return Ok(ctx.page_with_errors(&summary_page(&ctx, &request, &state).await?)?);
    }
    let (places, _) = town(&ctx).await?;
    let state = writing::send(&ctx, &permit, id, places.knows_postcodes()).await?;
    let notice = if state == State::Waiting { "notice-help-request-sent" } else { "notice-help-request-published" };
    Ok(ctx.see_other_with(&format!("/mijn/hulpvragen/{id}"), notice))
}
