//! The question what came of it, answered by its link, or at the desk after a call.

use axum::http::StatusCode;
use kernel::{
    Choice, Fields, PersonId, Problem, Result,
    form::{FieldErrors, FormState},
    text::Codes,
};
use platform::{
    Ctx,
    http::{Answer as PageAnswer, FormBody, Path, Query},
    templates::{Form, Page},
};
use serde::Serialize;

use super::{
    actions,
    jobs::other_name,
    model::{Answer, Asked, Moment, Side},
};
use crate::{find, policy};
use facets::model::HelpRequestId;

/// The question.
#[derive(Debug, Default, Serialize)]
pub struct OutcomePage {
    /// What was chosen.
    pub form: Form,
    /// Address the answer is sent to.
    pub path: String,
    /// Which question, to whom: the tail of its catalogue keys.
    pub code: String,
    /// What it is about.
    pub title: String,
    /// Who helps; empty for the helper.
    pub name: String,
    /// The answers.
    pub answers: Vec<Choice>,
    /// The answer that was tapped in the mail, in words.
    pub chosen: Option<String>,
    /// Whether it has been answered.
    pub thanks: bool,
    /// Where one goes on: one's request, or that of another.
    pub next: String,
    /// Whether the link holds no more.
    pub gone: bool,
}

impl Page for OutcomePage {
    const TEMPLATE: &'static str = "help_requests/outcome.html";
}

/// The answers to a question, in words.
pub fn answers(ctx: &Ctx, moment: Moment) -> Vec<Choice> {
    let label = |answer: &Answer| ctx.t(&format!("help-request-outcome-answer-{}", answer.code().replace('_', "-")));
    moment.answers().iter().map(|answer| Choice::new(answer.code(), label(answer))).collect()
}

async fn page(ctx: &Ctx, token: &str, asked: &Asked, form: Form) -> Result<Option<OutcomePage>> {
    let mut conn = ctx.read().await?;
    let Some(request) = find(&mut conn, ctx, asked.help_request).await? else { return Ok(None) };
    Ok(Some(OutcomePage {
        form,
        path: format!("/hulpvragen/uitkomst/{token}"),
        code: format!("{}-{}", asked.moment, asked.side),
        name: other_name(&mut conn, ctx, &request, asked).await?,
        title: request.title,
        answers: answers(ctx, asked.moment),
        next: match asked.side {
            Side::Asker => format!("/mijn/hulpvragen/{}", asked.help_request),
            Side::Helper => "/mijn/hulpvragen".to_owned(),
        },
        ..OutcomePage::default()
    }))
}

async fn asked_by(ctx: &Ctx, token: &str) -> Result<Option<Asked>> {
    let mut conn = ctx.read().await?;
    actions::asked_by(&mut conn, ctx, token).await
}

fn gone(ctx: &Ctx) -> PageAnswer {
    Ok(ctx.any_page(StatusCode::GONE, &OutcomePage { gone: true, ..OutcomePage::default() })?)
}

/// `GET /hulpvragen/uitkomst/{token}`: looks, and changes nothing; what was tapped in the mail is filled in already.
pub async fn show(ctx: Ctx, Path(token): Path<String>, Query(query): Query) -> PageAnswer {
    let Some(asked) = asked_by(&ctx, &token).await? else { return gone(&ctx) };
    let form = ctx.form(&FormState::filled(&query));
    let Some(mut page) = page(&ctx, &token, &asked, form).await? else { return gone(&ctx) };
    page.thanks = query.get("bedankt").is_some();
    let tapped = query.get("antwoord").unwrap_or_default();
    page.chosen = page.answers.iter().find(|answer| answer.value == tapped).map(|answer| answer.label.clone());
    Ok(ctx.page(&page)?)
}

fn answer_in(fields: &Fields, moment: Moment) -> Option<Answer> {
    fields.get("antwoord").and_then(|code| moment.answer(code))
}

/// `POST /hulpvragen/uitkomst/{token}`
pub async fn answer(ctx: Ctx, Path(token): Path<String>, FormBody(fields): FormBody) -> PageAnswer {
    let Some(asked) = asked_by(&ctx, &token).await? else { return gone(&ctx) };
    if let Some(answer) = answer_in(&fields, asked.moment) {
        let permit = policy::tell_outcome(&ctx.actor, true).require()?;
        actions::tell(&ctx, &permit, asked, answer).await?;
        return Ok(ctx.see_other(&format!("/hulpvragen/uitkomst/{token}?bedankt=ja")));
    }
    let errors = FieldErrors::one("antwoord", "common-error-choose");
    let form = ctx.form(&FormState::with_errors(&fields, errors));
    match page(&ctx, &token, &asked, form).await? {
        Some(page) => Ok(ctx.page_with_errors(&page)?),
        None => gone(&ctx),
    }
}

/// `POST /balie/hulpvragen/{help_request}/uitkomst`: what somebody without e-mail said on the telephone.
pub async fn answer_at_desk(ctx: Ctx, Path(id): Path<HelpRequestId>, FormBody(fields): FormBody) -> PageAnswer {
    let permit = policy::tell_outcome_at_desk(&ctx.actor).require()?;
    let read = |name: &str| fields.get(name).unwrap_or_default();
    let asked =
        read("helper").parse::<PersonId>().ok().zip(Moment::parse(read("moment"))).zip(Side::parse(read("side")));
    let answered = asked.and_then(|((helper, moment), side)| {
        Some((Asked { help_request: id, helper, moment, side }, answer_in(&fields, moment)?))
    });
    let Some((asked, answer)) = answered else { return Err(Problem::Conflict("help-request-error-step").into()) };
    actions::tell(&ctx, &permit, asked, answer).await?;
    Ok(ctx.see_other_with("/balie/hulpvragen", "notice-help-request-outcome"))
}
