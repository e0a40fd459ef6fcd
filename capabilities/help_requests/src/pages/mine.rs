//! What somebody asked: who would help, who saw their data, how it ends.

use kernel::{Fields, PersonId, Problem, Result, form::FormState, text::Codes};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{contact_days, desk_crumbs, desk_crumbs_of, led, my_crumbs, shown};
use crate::{
    actions::{helping, still_needed, writing},
    alternatives::{self, DoorShown},
    forms,
    model::{Candidacy, Closing, HelpRequest, Standing, State},
    policy, store,
    views::{
        CandidateShown, LookShown, RequestShown, after_keeping, candidates, looks, mark_of_candidacy, of_helper, trust,
    },
};
use facets::{model::HelpRequestId, town};

/// One's own requests, and what one helps with.
#[derive(Debug, Serialize)]
pub(crate) struct MinePage {
    /// What one asked, the newest first.
    pub asked: Vec<RequestShown>,
    /// What one helps or would help with.
    pub helping: Vec<HelpingShown>,
    /// Whom else one could help, when the latest offer was thanked for.
    pub doors: Vec<DoorShown>,
}

/// Something one helps or would help with.
#[derive(Debug, Serialize)]
pub(crate) struct HelpingShown {
    pub request: RequestShown,
    /// Code of where it stands.
    pub state: &'static str,
    /// Name of its mark in `parts/status.html`.
    pub mark: &'static str,
    /// Whether the exact data can be seen.
    pub data_open: bool,
}

impl Page for MinePage {
    const TEMPLATE: &'static str = "help_requests/mine.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page")]
    }
}

/// One request for the person who leads it.
#[derive(Debug, Serialize)]
pub(crate) struct LeadPage {
    /// The agreement to the safety text.
    pub form: Form,
    pub request: RequestShown,
    /// Who would help.
    pub candidates: Vec<CandidateShown>,
    /// Who saw the exact data.
    pub looks: Vec<LookShown>,
    /// Now, in milliseconds.
    pub now: i64,
    /// The name of the person who leads it, when the desk acts for them.
    pub acting_for: Option<String>,
    /// Whether it may still be changed.
    pub editable: bool,
}

impl Page for LeadPage {
    const TEMPLATE: &'static str = "help_requests/lead.html";
    fn crumbs(&self) -> Vec<Crumb> {
        // A person who acts for somebody came from the desk.
        if self.acting_for.is_some() { desk_crumbs() } else { my_crumbs() }
    }
}

/// The question how it ended.
#[derive(Debug, Serialize)]
pub(crate) struct ClosePage {
    /// What was chosen.
    pub form: Form,
    pub request: RequestShown,
    /// Codes of the answers.
    pub closings: Vec<&'static str>,
}

impl Page for ClosePage {
    const TEMPLATE: &'static str = "help_requests/close.html";
    fn crumbs(&self) -> Vec<Crumb> {
        my_crumbs()
    }
}

/// A letter on paper for somebody whom no mail reaches.
#[derive(Debug, Serialize)]
pub(crate) struct LetterPage {
    /// The name of the person who leads it.
    pub name: String,
    pub request: RequestShown,
    /// Who would help, or helps.
    pub candidates: Vec<CandidateShown>,
    pub today: String,
}

impl Page for LetterPage {
    const TEMPLATE: &'static str = "help_requests/letter.html";
    fn crumbs(&self) -> Vec<Crumb> {
        desk_crumbs_of(&self.request)
    }
}

/// `GET /mijn/hulpvragen`
pub(crate) async fn list(ctx: Ctx) -> Answer {
    let permit = policy::begin(&ctx.actor).require()?;
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let (_, wijken) = town(&ctx).await?;
    let mut conn = ctx.read().await?;
    let asked = store::OF_STEWARD.all(&mut conn, (ctx.town(), person)).await?;
    let helping = of_helper(&mut conn, &ctx, person).await?;
    let trust = trust(&mut conn, &ctx, person).await?;
    let thanked = helping.first().filter(|(_, state)| *state == Candidacy::Declined).map(|(request, _)| request.id);
    let doors = match thanked {
        Some(request) => alternatives::instead_of(&mut conn, &ctx, request, person).await?,
        None => Vec::new(),
    };
    drop(conn);
    let days = contact_days(&ctx);
    let shown = |request: &HelpRequest| RequestShown::new(&ctx, request, &wijken);
    let page = MinePage {
        doors,
        asked: asked.iter().map(shown).collect(),
        helping: helping
            .iter()
            .map(|(request, state)| HelpingShown {
                request: shown(request),
                state: state.code(),
                mark: mark_of_candidacy(*state),
                data_open: *state == Candidacy::Chosen
                    && trust.standing_for(request.helper_organisation) != Standing::None
                    && request.data_open(days, ctx.now),
            })
            .collect(),
    };
    Ok(ctx.page(&page)?)
}

async fn lead_page(ctx: &Ctx, request: &HelpRequest, state: &FormState) -> Result<LeadPage> {
    let shown = shown(ctx, request).await?;
    let mut conn = ctx.read().await?;
    let acting_for = match ctx.on_behalf_of {
        Some(person) => people::account(&mut conn, ctx.town(), person).await?.map(|account| account.name),
        None => None,
    };
    Ok(LeadPage {
        form: ctx.form(state),
        request: shown,
        candidates: candidates(&mut conn, ctx, request.id).await?,
        looks: looks(&mut conn, ctx, request.id).await?,
        now: ctx.now.millis(),
        acting_for,
        editable: request.is_editable(),
    })
}

/// `GET /mijn/hulpvragen/{help_request}`
pub(crate) async fn show(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    let (ctx, request, _) = led(ctx, id).await?;
    Ok(ctx.page(&lead_page(&ctx, &request, &FormState::default()).await?)?)
}

fn helper_in(fields: &Fields) -> Result<PersonId> {
    fields.get("helper").and_then(|id| id.parse().ok()).ok_or(Problem::Conflict("help-request-error-choose-helper"))
}

/// `POST /mijn/hulpvragen/{help_request}/kiezen`
pub(crate) async fn choose(ctx: Ctx, Path(id): Path<HelpRequestId>, FormBody(fields): FormBody) -> Answer {
    let (ctx, request, permit) = led(ctx, id).await?;
    if let Err(errors) = forms::agreed(&fields) {
        let state = FormState::with_errors(&fields, errors);
        return Ok(ctx.page_with_errors(&lead_page(&ctx, &request, &state).await?)?);
    }
    helping::choose(&ctx, &permit, id, helper_in(&fields)?).await?;
    Ok(ctx.see_other_with(&format!("/mijn/hulpvragen/{id}"), "notice-help-request-chosen"))
}

/// `POST /mijn/hulpvragen/{help_request}/bedanken`
pub(crate) async fn decline(ctx: Ctx, Path(id): Path<HelpRequestId>, FormBody(fields): FormBody) -> Answer {
    let (ctx, _, permit) = led(ctx, id).await?;
    helping::decline(&ctx, &permit, id, helper_in(&fields)?).await?;
    Ok(ctx.see_other_with(&format!("/mijn/hulpvragen/{id}"), "notice-help-request-thanked"))
}

/// `POST /mijn/hulpvragen/{help_request}/verlengen`
pub(crate) async fn extend(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    let (ctx, _, permit) = led(ctx, id).await?;
    let state = still_needed::extend(&ctx, &permit, id).await?;
    let (next, notice) = after_keeping(id, state, "/mijn/hulpvragen");
    Ok(ctx.see_other_with(&next, notice))
}

async fn close_page(ctx: &Ctx, request: &HelpRequest, state: &FormState) -> Result<ClosePage> {
    let asked = Closing::ALL.iter().filter(|closing| match closing {
        Closing::Unknown => false,
        Closing::Helped => request.state == State::Matched || request.state == State::Live,
        _ => true,
    });
    Ok(ClosePage {
        form: ctx.form(state),
        closings: asked.map(|closing| closing.code()).collect(),
        request: shown(ctx, request).await?,
    })
}

/// `GET /mijn/hulpvragen/{help_request}/sluiten`
pub(crate) async fn ask_closing(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    let (ctx, request, _) = led(ctx, id).await?;
    Ok(ctx.page(&close_page(&ctx, &request, &FormState::default()).await?)?)
}

/// `POST /mijn/hulpvragen/{help_request}/sluiten`
pub(crate) async fn close(ctx: Ctx, Path(id): Path<HelpRequestId>, FormBody(fields): FormBody) -> Answer {
    let (ctx, request, permit) = led(ctx, id).await?;
    match forms::closing(&fields) {
        Ok(closing) => {
            writing::close(&ctx, &permit, id, closing).await?;
            let back = if ctx.on_behalf_of.is_some() { "/balie/hulpvragen" } else { "/mijn/hulpvragen" };
            Ok(ctx.see_other_with(back, "notice-help-request-closed"))
        }
        Err(errors) => {
            let state = FormState::with_errors(&fields, errors);
            Ok(ctx.page_with_errors(&close_page(&ctx, &request, &state).await?)?)
        }
    }
}

/// `GET /mijn/hulpvragen/{help_request}/brief`
pub(crate) async fn letter(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    let (ctx, request, _) = led(ctx, id).await?;
    let shown = shown(&ctx, &request).await?;
    let mut conn = ctx.read().await?;
    let account = people::account(&mut conn, ctx.town(), request.steward).await?.ok_or(Problem::NotFound)?;
    let page = LetterPage {
        name: account.name,
        request: shown,
        candidates: candidates(&mut conn, &ctx, id).await?,
        today: ctx.today().to_string(),
    };
    Ok(ctx.page(&page)?)
}
