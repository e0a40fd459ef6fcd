//! What the point does with one request: beginning it for somebody, looking at it, telling what is new.

use kernel::{
    Fields, PersonId, Problem, Result,
    form::{FieldErrors, FormState},
    text::Codes,
};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{desk_crumbs, desk_crumbs_of, load, shown};
use crate::{
    actions::{
        desk,
        looking::{self, LookingAs},
        writing,
    },
    forms,
    model::{Begin, HelpRequest, LookReason, Private, Step, WrittenBy},
    policy,
    views::{CandidateShown, LookShown, RequestShown, candidates, looks},
};
use facets::{model::HelpRequestId, sensitive, words::Since};

/// A new request for somebody at the desk.
#[derive(Debug, Serialize)]
pub(crate) struct NewPage {
    /// What was typed.
    pub form: Form,
    /// For whom; absent until somebody was chosen.
    pub name: Option<String>,
}

impl Page for NewPage {
    const TEMPLATE: &'static str = "help_requests/desk_new.html";
    fn crumbs(&self) -> Vec<Crumb> {
        desk_crumbs()
    }
}

/// One request for the desk: everything but exact data.
#[derive(Debug, Serialize)]
pub(crate) struct DeskPage {
    /// A note, when one is written.
    pub form: Form,
    pub request: RequestShown,
    /// Who leads it: the name to use.
    pub steward: String,
    pub steward_id: String,
    /// Whether mail reaches them.
    pub has_email: bool,
    /// Since when they must be called.
    pub tell_since: Option<Since>,
    /// Whether the desk may act for them: they agreed, and that holds today.
    pub may_act: bool,
    /// What should better be left out of the text.
    pub findings: Vec<sensitive::Finding>,
    /// Who would help.
    pub candidates: Vec<CandidateShown>,
    /// Who saw the exact data.
    pub looks: Vec<LookShown>,
    /// Now, in milliseconds.
    pub now: i64,
}

impl Page for DeskPage {
    const TEMPLATE: &'static str = "help_requests/desk_show.html";
    fn crumbs(&self) -> Vec<Crumb> {
        desk_crumbs()
    }
}

/// The question why the desk looks, and then the exact data.
#[derive(Debug, Serialize)]
pub(crate) struct LookPage {
    /// What was chosen.
    pub form: Form,
    pub request: RequestShown,
    /// Codes of the reasons.
    pub reasons: Vec<&'static str>,
    /// The data, after a reason was given.
    pub private: Option<Private>,
    /// Whether a reason was given.
    pub looked: bool,
}

impl Page for LookPage {
    const TEMPLATE: &'static str = "help_requests/desk_look.html";
    fn crumbs(&self) -> Vec<Crumb> {
        desk_crumbs_of(&self.request)
    }
}

/// For whom, and in whose context: only with a consent that holds.
async fn person_in(ctx: &Ctx, fields: &Fields) -> Result<Option<(Ctx, PersonId, String)>> {
    let Some(person) = fields.get("persoon").and_then(|id| id.parse::<PersonId>().ok()) else { return Ok(None) };
    let mut conn = ctx.read().await?;
    let account = people::account(&mut conn, ctx.town(), person).await?.ok_or(Problem::NotFound)?;
    let acting = people::acting_for(ctx, &mut conn, person, people::Purpose::HelpRequest).await?;
    Ok(Some((acting, person, account.name)))
}

/// `GET /balie/hulpvragen/nieuw?persoon=…`
pub(crate) async fn new(ctx: Ctx, Query(query): Query) -> Answer {
    policy::mediate(&ctx.actor).require()?;
    let name = person_in(&ctx, &query).await?.map(|(_, _, name)| name);
    Ok(ctx.page(&NewPage { form: ctx.form(&FormState::filled(&query)), name })?)
}

/// `POST /balie/hulpvragen/nieuw`
pub(crate) async fn begin(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let desk = policy::mediate(&ctx.actor).require()?;
    let Some((acting, person, _)) = person_in(&ctx, &fields).await? else {
        let errors = FieldErrors::one("", "help-request-error-choose-person");
        let form = ctx.form(&FormState::with_errors(&fields, errors));
        return Ok(ctx.page_with_errors(&NewPage { form, name: None })?);
    };
    let mediator = desk.actor().person_id().ok_or(Problem::SignInFirst)?;
    let permit = policy::begin(&acting.actor).require()?;
    let begin = Begin {
        person: Some(person),
        steward: person,
        entered_by: mediator,
        written_by: WrittenBy::Desk,
        relation: None,
    };
    let id = writing::begin(&acting, &permit, begin).await?;
    Ok(ctx.see_other(&super::writing::step_path(id, Step::What)))
}

async fn desk_page(ctx: &Ctx, request: &HelpRequest, state: &FormState) -> Result<DeskPage> {
    let shown = shown(ctx, request).await?;
    let mut conn = ctx.read().await?;
    let account = people::account(&mut conn, ctx.town(), request.steward).await?;
    let consents = people::consents(&mut conn, ctx.town(), request.steward).await?;
    let agreed = |purpose| consents.iter().any(|one| one.purpose == purpose && one.holds(ctx.today()));
    Ok(DeskPage {
        may_act: agreed(people::Purpose::HelpRequest),
        form: ctx.form(state),
        request: shown,
        steward_id: request.steward.to_string(),
        has_email: account.as_ref().is_some_and(|account| account.email.is_some()),
        steward: account.map(|account| account.name).unwrap_or_default(),
        tell_since: request.tell_since.map(|at| Since::new(ctx, at)),
        findings: sensitive::look_at(&request.title, &request.description),
        candidates: candidates(&mut conn, ctx, request.id).await?,
        looks: looks(&mut conn, ctx, request.id).await?,
        now: ctx.now.millis(),
    })
}

/// `GET /balie/hulpvragen/{help_request}`
pub(crate) async fn show(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    policy::mediate(&ctx.actor).require()?;
    let request = load(&ctx, id).await?;
    Ok(ctx.page(&desk_page(&ctx, &request, &FormState::default()).await?)?)
}

/// `POST /balie/hulpvragen/{help_request}/plaatsen`
pub(crate) async fn publish(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    desk::publish(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with("/balie/hulpvragen", "notice-help-request-published"))
}

/// `POST /balie/hulpvragen/{help_request}/terugsturen`
pub(crate) async fn send_back(ctx: Ctx, Path(id): Path<HelpRequestId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    match forms::note(&fields) {
        Ok(note) => {
            desk::send_back(&ctx, &permit, id, note).await?;
            Ok(ctx.see_other_with("/balie/hulpvragen", "notice-help-request-sent-back"))
        }
        Err(errors) => {
            let request = load(&ctx, id).await?;
            let state = FormState::with_errors(&fields, errors);
            Ok(ctx.page_with_errors(&desk_page(&ctx, &request, &state).await?)?)
        }
    }
}

/// `POST /balie/hulpvragen/{help_request}/verteld`
pub(crate) async fn told(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    desk::tell(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with("/balie/hulpvragen", "notice-help-request-told"))
}

async fn look_page(ctx: &Ctx, id: HelpRequestId, state: &FormState) -> Result<LookPage> {
    let request = load(ctx, id).await?;
    Ok(LookPage {
        form: ctx.form(state),
        request: shown(ctx, &request).await?,
        reasons: LookReason::ALL.iter().map(|reason| reason.code()).collect(),
        private: None,
        looked: false,
    })
}

/// `GET /balie/hulpvragen/{help_request}/gegevens`
pub(crate) async fn ask_look(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    policy::see_private_at_desk(&ctx.actor).require()?;
    Ok(ctx.page(&look_page(&ctx, id, &FormState::default()).await?)?)
}

/// `POST /balie/hulpvragen/{help_request}/gegevens`
pub(crate) async fn look(ctx: Ctx, Path(id): Path<HelpRequestId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::see_private_at_desk(&ctx.actor).require()?;
    match forms::look_reason(&fields) {
        Ok(reason) => {
            let page = look_page(&ctx, id, &FormState::filled(&fields)).await?;
            let private = looking::look(&ctx, &permit, id, LookingAs::Desk(reason)).await?;
            Ok(ctx.page(&LookPage { private, looked: true, ..page })?)
        }
        Err(errors) => Ok(ctx.page_with_errors(&look_page(&ctx, id, &FormState::with_errors(&fields, errors)).await?)?),
    }
}
