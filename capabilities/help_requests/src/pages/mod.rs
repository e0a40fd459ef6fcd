//! Pages of help requests.
//!
//! | part | for whom |
//! |---|---|
//! | [`writing`] | whoever asks: one question a page, then the summary |
//! | [`mine`] | whoever asks: their requests, who would help, who saw their data |
//! | [`public`] | everybody, helpers, and the helper who was chosen |
//! | [`queue`] | the point's queue |
//! | [`desk`] | what the point does with one request |
//! | [`helpers`] | becoming a helper, and confirming them |

pub mod desk;
pub mod helpers;
pub mod mine;
pub mod public;
pub mod queue;
pub mod writing;

use kernel::{Problem, Result};
use platform::{Ctx, templates::Crumb};

use super::{
    actions::looking::{self, LookingAs},
    model::{HelpRequest, LookReason, Private, Standing},
    policy, settings, store,
};
use facets::model::HelpRequestId;

fn my_crumbs() -> Vec<Crumb> {
    vec![Crumb::key("/mijn", "common-my-page"), Crumb::key("/mijn/hulpvragen", "help-request-mine-title")]
}

fn desk_crumbs() -> Vec<Crumb> {
    vec![Crumb::key("/balie", "common-desk"), Crumb::key("/balie/hulpvragen", "help-request-desk-title")]
}

async fn load(ctx: &Ctx, id: HelpRequestId) -> Result<HelpRequest> {
    let mut conn = ctx.read().await?;
    store::FIND.optional(&mut conn, (ctx.town(), id)).await?.map(Into::into).ok_or(Problem::NotFound)
}

/// The request, with the context in which it is led: one's own, or at the desk on behalf of who leads it, if their consent
/// holds today.
async fn led(ctx: &Ctx, id: HelpRequestId) -> Result<(Ctx, HelpRequest)> {
    let request = load(ctx, id).await?;
    let own = ctx.actor.person_id() == Some(request.steward);
    if own || !policy::mediate(&ctx.actor).is_allowed() {
        return Ok((ctx.clone(), request));
    }
    let mut conn = ctx.read().await?;
    let acting = people::acting_for(ctx, &mut conn, request.steward, people::Purpose::HelpRequest).await?;
    Ok((acting, request))
}

/// The exact data for who writes them: one's own, or at the desk; either look is noted.
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
