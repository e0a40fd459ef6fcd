//! Planning the questions about a match.

use followups::{
    Asked,
    questions::{self, morning},
};
use kernel::{Instant, Result};
use platform::{Ctx, Tx, followups::About};

use super::{ASKER, FIRST, HELPER, LATER, OUTCOME};
use crate::{
    model::{HelpRequest, State, WrittenBy},
    settings,
};

/// The moment at which a question about a match at `from` is asked.
fn due(ctx: &Ctx, from: Instant, moment: &str) -> Instant {
    let setting = if moment == FIRST { &settings::OUTCOME_FIRST_DAYS } else { &settings::OUTCOME_LATER_DAYS };
    morning(ctx, from, ctx.municipality.settings.int(setting, ctx.today()))
}

/// Plans both questions about a match; what should have been asked by now is left out.
pub(crate) async fn ask(tx: &mut Tx, ctx: &Ctx, request: &HelpRequest) -> Result<()> {
    let (Some(helper), Some(matched_at)) = (request.helper, request.matched_at) else { return Ok(()) };
    let about = About { subject: request.id.0, with: helper.0 };
    for moment in [FIRST, LATER] {
        let at = due(ctx, matched_at, moment);
        if at > ctx.now {
            questions::ask_at(tx, ctx, &OUTCOME, (about, moment), (at, Some(matched_at))).await?;
        }
    }
    Ok(())
}

/// Adds what a demonstration has asked by now about a match, and plans what it has not: the helper has said that it
/// began, the rest is unknown; a point calls the person for whom it asked.
pub(crate) async fn insert_sample(tx: &mut Tx, ctx: &Ctx, request: &HelpRequest) -> Result<()> {
    let (Some(helper), Some(matched_at)) = (request.helper, request.matched_at) else { return Ok(()) };
    if request.state == State::Matched {
        ask(tx, ctx, request).await?;
    }
    let about = About { subject: request.id.0, with: helper.0 };
    for moment in [FIRST, LATER] {
        let asked_at = due(ctx, matched_at, moment);
        if asked_at > ctx.now || request.closed_at.is_some_and(|closed| closed < asked_at) {
            continue;
        }
        for side in [ASKER, HELPER] {
            let known = side == HELPER && moment == FIRST;
            let asked = Asked {
                by_phone: side == ASKER && request.written_by == WrittenBy::Desk,
                ended: request.state != State::Matched,
                answer: known.then(|| "started".to_owned()),
                known,
                asked_at,
                asked_times: 1,
                answered_at: known.then_some(asked_at),
                ..Asked::first(ctx, &OUTCOME, about, (moment, side))
            };
            questions::insert_sample(tx, asked).await?;
        }
    }
    Ok(())
}
