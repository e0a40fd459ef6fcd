//! Pages of help requests.
//!
//! | part | for whom |
//! |---|---|
//! | [`writing`] | the person who asks: one question a page, then the summary |
//! | [`mine`] | the person who asks: their requests, who would help, who saw their data |
//! | [`public`] | everybody, helpers, and the helper who was chosen |
//! | [`queue`] | the point's queue |
//! | [`desk`] | what the point does with one request |
//! | [`helpers`] | becoming a helper, and confirming them |

pub(crate) mod desk;
pub(crate) mod helpers;
pub(crate) mod mine;
pub(crate) mod public;
pub(crate) mod queue;
pub(crate) mod writing;

use kernel::{Fields, PageRequest, Paged, Permit, Problem, Result, text::Codes};
use platform::{Ctx, templates::Crumb};

use super::{
    actions::looking::{self, LookingAs},
    model::{HelpRequest, LookReason, Private, Standing},
    policy, settings, store,
    views::RequestShown,
};
use facets::{model::HelpRequestId, town};

fn list_crumb() -> Crumb {
    Crumb::key("/hulpvragen", "help-request-list-title")
}

fn my_crumbs() -> Vec<Crumb> {
    vec![Crumb::key("/mijn", "common-my-page"), Crumb::key("/mijn/hulpvragen", "help-request-mine-title")]
}

fn desk_crumbs() -> Vec<Crumb> {
    vec![Crumb::key("/balie", "common-desk"), Crumb::key("/balie/hulpvragen", "help-request-desk-title")]
}

/// Where one page of the desk about a request stands.
fn desk_crumbs_of(request: &RequestShown) -> Vec<Crumb> {
    let mut crumbs = desk_crumbs();
    crumbs.push(Crumb::named(format!("/balie/hulpvragen/{}", request.id), &request.title));
    crumbs
}

async fn shown(ctx: &Ctx, request: &HelpRequest) -> Result<RequestShown> {
    let (_, wijken) = town(ctx).await?;
    Ok(RequestShown::new(ctx, request, &wijken))
}

/// What is read of a page with several lists: the beginning of each, or one of them page by page (`?lijst=…&page=…`).
#[derive(Clone, Copy)]
struct Lists<L> {
    only: Option<L>,
    page: PageRequest,
}

impl<L: Codes + PartialEq> Lists<L> {
    fn asked(query: &Fields) -> Self {
        Self { only: query.get("lijst").and_then(L::parse), page: PageRequest::of(query) }
    }

    /// Which page of a list to read; `None` when it is not shown.
    fn page_of(&self, list: L) -> Option<PageRequest> {
        match &self.only {
            None => Some(PageRequest::default()),
            Some(only) => (*only == list).then_some(self.page),
        }
    }
}

/// A list that is not shown.
fn nothing<T>() -> Paged<T> {
    Paged::new(Vec::new(), PageRequest::default(), 0)
}

async fn load(ctx: &Ctx, id: HelpRequestId) -> Result<HelpRequest> {
    let mut conn = ctx.read().await?;
    store::FIND.optional(&mut conn, (ctx.town(), id)).await?.ok_or(Problem::NotFound)
}

/// The request, with the context in which it is led and the proof that it may be: one's own, or at the desk on behalf of the
/// person who leads it, if their consent holds today.
async fn led(ctx: Ctx, id: HelpRequestId) -> Result<(Ctx, HelpRequest, Permit<policy::Lead>)> {
    let request = load(&ctx, id).await?;
    let ctx = if policy::mediate(&ctx.actor).is_allowed() {
        let mut conn = ctx.read().await?;
        people::acting_for(&ctx, &mut conn, request.steward, people::Purpose::HelpRequest).await?
    } else {
        ctx
    };
    let permit = policy::lead(&ctx.actor, ctx.on_behalf_of, &request).require()?;
    Ok((ctx, request, permit))
}

/// The exact data for the person who writes them: one's own, or at the desk; either look is noted.
async fn private_of(ctx: &Ctx, request: &HelpRequest) -> Result<Option<Private>> {
    if ctx.actor.person_id() == Some(request.steward) {
        let permit = policy::see_private(&ctx.actor, request, Standing::None, contact_days(ctx), ctx.now).require()?;
        return looking::look(ctx, &permit, request.id, LookingAs::Asker).await;
    }
    let permit = policy::see_private_at_desk(&ctx.actor).require()?;
    looking::look(ctx, &permit, request.id, LookingAs::Desk(LookReason::ToCorrect)).await
}

fn refuses_contact(ctx: &Ctx) -> bool {
    ctx.municipality.settings.text(&settings::CONTACT_DATA, ctx.today()) == "refuse"
}

fn contact_days(ctx: &Ctx) -> u32 {
    ctx.municipality.settings.count(&settings::CONTACT_DAYS, ctx.today())
}
