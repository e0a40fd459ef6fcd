//! What came of it, told at the desk after a call.

use followups::questions;
use kernel::{PersonId, Problem};
use platform::{
    Ctx,
    followups::{About, Told},
    http::{Answer, FormBody, Path},
};

use super::OUTCOME;
use crate::policy;
use facets::model::HelpRequestId;

/// `POST /balie/hulpvragen/{help_request}/uitkomst`: what somebody without e-mail said on the telephone.
pub(crate) async fn answer_at_desk(ctx: Ctx, Path(id): Path<HelpRequestId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::tell_outcome_at_desk(&ctx.actor).require()?;
    let read = |name: &str| fields.get(name).unwrap_or_default();
    let (moment, side) = (read("moment").to_owned(), read("side").to_owned());
    let helper = read("helper").parse::<PersonId>().ok().filter(|_| OUTCOME.sides.contains(&side.as_str()));
    let answered = helper.zip(questions::read_answer(&fields, &OUTCOME, &moment).ok());
    let Some((helper, (answer, reason))) = answered else {
        return Err(Problem::Conflict("help-request-error-step").into());
    };
    let about = About { subject: id.0, with: helper.0 };
    let told = Told { about, moment, side, answer, reason, before: None };
    questions::tell(&ctx, &permit, &OUTCOME, told).await?;
    Ok(ctx.see_other_with("/balie/hulpvragen", "notice-help-request-outcome"))
}
