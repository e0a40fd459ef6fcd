//! What everybody sees of a request, how a helper offers to help, and the exact data for the one who was chosen.

use followups::terms;
use kernel::{Result, form::FormState, text::Codes};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{contact_days, list_crumb, load, shown};
use crate::{
    actions::{
        helping,
        looking::{self, LookingAs},
        still_needed::SHOWN,
    },
    alternatives::{self, DoorShown},
    forms,
    model::{Candidacy, Candidate, HelpRequest, Private, Standing},
    policy, store,
    views::{RequestShown, standing, standing_of_chosen},
};
use facets::model::HelpRequestId;

/// The public page.
#[derive(Debug, Serialize)]
pub(crate) struct ShowPage {
    /// The request, without anything exact.
    pub request: RequestShown,
    /// Now, in milliseconds.
    pub now: i64,
    /// Whether helpers are wanted.
    pub open: bool,
    /// Whether the reader may help.
    pub may_help: bool,
    /// Whether the reader was chosen and may still see the exact data.
    pub data_open: bool,
    /// Whether the reader leads it.
    pub own: bool,
    /// Whether the reader is of the desk.
    pub desk: bool,
    /// Code of where the reader's own offer stands.
    pub offered: Option<&'static str>,
    /// Whom else they could help, when they were thanked.
    pub doors: Vec<DoorShown>,
}

impl Page for ShowPage {
    const TEMPLATE: &'static str = "help_requests/show.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![list_crumb()]
    }
}

/// Offering to help.
#[derive(Debug, Serialize)]
pub(crate) struct OfferPage {
    /// What was typed.
    pub form: Form,
    pub request: RequestShown,
}

impl Page for OfferPage {
    const TEMPLATE: &'static str = "help_requests/offer.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![list_crumb(), Crumb::named(&self.request.href, &self.request.title)]
    }
}

/// Exact data.
#[derive(Debug, Serialize)]
pub(crate) struct PrivatePage {
    pub request: RequestShown,
    /// The data; absent when they were erased.
    pub private: Option<Private>,
    /// Whether the reader is the helper.
    pub helper: bool,
    /// For how many days after the end the helper may see them.
    pub days: u32,
}

impl Page for PrivatePage {
    const TEMPLATE: &'static str = "help_requests/private.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![list_crumb(), Crumb::named(&self.request.href, &self.request.title)]
    }
}

async fn standing_of(ctx: &Ctx) -> Result<Standing> {
    let mut conn = ctx.read().await?;
    standing(&mut conn, ctx).await
}

async fn own_offer(ctx: &Ctx, id: HelpRequestId) -> Result<Option<Candidate>> {
    let Some(person) = ctx.actor.person_id() else { return Ok(None) };
    let mut conn = ctx.read().await?;
    Ok(store::CANDIDATE.optional(&mut conn, (ctx.town(), id, person)).await?)
}

/// Whether the reader is the helper who was chosen, and still trusted with it.
async fn sees_data(ctx: &Ctx, request: &HelpRequest) -> Result<bool> {
    if request.helper.is_none() || ctx.actor.person_id() != request.helper {
        return Ok(false);
    }
    let mut conn = ctx.read().await?;
    let standing = standing_of_chosen(&mut conn, ctx, request).await?;
    Ok(policy::see_private(&ctx.actor, request, standing, contact_days(ctx), ctx.now).is_allowed())
}

/// `GET /hulpvragen/{help_request}`
pub(crate) async fn show(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    let request = load(&ctx, id).await?;
    policy::see(&ctx.actor, &request).require()?;
    let may_help = policy::help(&ctx.actor, standing_of(&ctx).await?, &request).is_allowed();
    let offered = own_offer(&ctx, id).await?;
    let page = ShowPage {
        doors: match &offered {
            Some(offer) if offer.state == Candidacy::Declined => {
                let mut conn = ctx.read().await?;
                alternatives::instead_of(&mut conn, &ctx, id, offer.person).await?
            }
            _ => Vec::new(),
        },
        now: ctx.now.millis(),
        open: request.takes_helpers(ctx.today()),
        may_help,
        own: ctx.actor.person_id() == Some(request.steward),
        desk: policy::mediate(&ctx.actor).is_allowed(),
        data_open: sees_data(&ctx, &request).await?,
        offered: offered.map(|offer| offer.state.code()),
        request: shown(&ctx, &request).await?,
    };
    Ok(ctx.page(&page)?)
}

/// `GET /hulpvragen/{help_request}/reageer`
pub(crate) async fn offer_form(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    let request = load(&ctx, id).await?;
    policy::help(&ctx.actor, standing_of(&ctx).await?, &request).require()?;
    let form = ctx.form(&FormState::default());
    Ok(ctx.page(&OfferPage { form, request: shown(&ctx, &request).await? })?)
}

/// `POST /hulpvragen/{help_request}/reageer`
pub(crate) async fn offer(ctx: Ctx, Path(id): Path<HelpRequestId>, FormBody(fields): FormBody) -> Answer {
    let request = load(&ctx, id).await?;
    let standing = standing_of(&ctx).await?;
    let permit = policy::help(&ctx.actor, standing, &request).require()?;
    match forms::offer_help(&fields) {
        Ok(message) => {
            helping::offer(&ctx, &permit, id, standing, message).await?;
            Ok(ctx.see_other_with(&format!("/hulpvragen/{id}"), "notice-help-request-offered"))
        }
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            Ok(ctx.page_with_errors(&OfferPage { form, request: shown(&ctx, &request).await? })?)
        }
    }
}

/// `POST /hulpvragen/{help_request}/terugtrekken`
pub(crate) async fn withdraw(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    let offered = own_offer(&ctx, id).await?;
    let active = offered.is_some_and(|offer| matches!(offer.state, Candidacy::Open | Candidacy::Chosen));
    let permit = policy::withdraw(&ctx.actor, active).require()?;
    helping::withdraw(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with("/mijn/hulpvragen", "notice-help-request-withdrawn"))
}

/// `GET /hulpvragen/{help_request}/gegevens`
pub(crate) async fn private(ctx: Ctx, Path(id): Path<HelpRequestId>) -> Answer {
    let request = load(&ctx, id).await?;
    let days = contact_days(&ctx);
    let mut conn = ctx.read().await?;
    let standing = standing_of_chosen(&mut conn, &ctx, &request).await?;
    drop(conn);
    let permit = policy::see_private(&ctx.actor, &request, standing, days, ctx.now).require()?;
    let helper = ctx.actor.person_id() != Some(request.steward);
    let looking_as = if helper { LookingAs::Helper } else { LookingAs::Asker };
    let private = looking::look(&ctx, &permit, id, looking_as).await?;
    Ok(ctx.page(&PrivatePage { request: shown(&ctx, &request).await?, private, helper, days })?)
}

/// `GET /hulpvragen/verlengen/{token}`
pub(crate) async fn ask_extend(ctx: Ctx, Path(token): Path<String>) -> Answer {
    terms::show(ctx, &SHOWN, token).await
}

/// `POST /hulpvragen/verlengen/{token}`
pub(crate) async fn extend_by_link(ctx: Ctx, Path(token): Path<String>) -> Answer {
    terms::keep(ctx, &SHOWN, token).await
}
