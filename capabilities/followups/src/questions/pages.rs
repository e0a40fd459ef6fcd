//! A question, answered by its link.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use kernel::{Choice, form::FormState};
use platform::{
    Ctx,
    followups::{Question, Told, Topic, Ways},
    http::{Answer as PageAnswer, FormBody, Path, Query},
    templates::{Form, Page},
};
use serde::Serialize;

use super::{actions, answers, forms, jobs::Send, mails};
use crate::policy;

#[derive(Debug, Default, Serialize)]
pub struct QuestionPage {
    pub form: Form,
    /// Address the answer is sent to.
    pub path: String,
    /// Beginning of the catalogue keys of the question.
    pub words: &'static str,
    /// The catalogue key of the question, and what stands in it.
    pub question: String,
    pub args: BTreeMap<&'static str, String>,
    pub answers: Vec<Choice>,
    /// The answer that was tapped in the mail, in words.
    pub chosen: Option<String>,
    /// Whether the reason is asked too.
    pub asks_why: bool,
    /// Whether it has been answered.
    pub thanks: bool,
    /// Where one goes on.
    pub ways: Ways,
    /// Whether the link holds no more.
    pub gone: bool,
}

impl Page for QuestionPage {
    const TEMPLATE: &'static str = "followups/question.html";
}

struct Asking {
    question: &'static Question,
    work: Send,
    topic: Topic,
}

async fn asked(ctx: &Ctx, token: &str) -> kernel::Result<Option<Asking>> {
    let mut conn = ctx.read().await?;
    let Some(work) = actions::asked_by(&mut conn, ctx, token).await? else { return Ok(None) };
    let Some(question) = ctx.app.question(&work.question) else { return Ok(None) };
    let topic = (question.find)(&mut conn, ctx, work.about, &work.moment, &work.side).await?;
    Ok(topic.map(|topic| Asking { question, work, topic }))
}

fn page(ctx: &Ctx, token: &str, asking: Asking, form: Form) -> QuestionPage {
    let Asking { question, work, topic } = asking;
    QuestionPage {
        form,
        path: format!("{}/{token}", question.address),
        words: question.words,
        question: mails::question_key(ctx, question, &topic, &work),
        args: topic.args.into_iter().collect(),
        answers: answers(ctx, question, &work.moment),
        asks_why: question.asks_why,
        ways: topic.ways,
        ..QuestionPage::default()
    }
}

fn gone(ctx: &Ctx) -> PageAnswer {
    Ok(ctx.any_page(StatusCode::GONE, &QuestionPage { gone: true, ..QuestionPage::default() })?)
}

/// `GET /uitkomst/{token}`: looks, and changes nothing; what was tapped in the mail is filled in already.
pub async fn show(ctx: Ctx, Path(token): Path<String>, Query(query): Query) -> PageAnswer {
    let Some(asking) = asked(&ctx, &token).await? else { return gone(&ctx) };
    let mut page = page(&ctx, &token, asking, ctx.form(&FormState::filled(&query)));
    page.thanks = query.get("bedankt").is_some();
    let tapped = query.get("antwoord").unwrap_or_default();
    page.chosen = page.answers.iter().find(|answer| answer.value == tapped).map(|answer| answer.label.clone());
    Ok(ctx.page(&page)?)
}

/// `POST /uitkomst/{token}`
pub async fn answer(ctx: Ctx, Path(token): Path<String>, FormBody(fields): FormBody) -> PageAnswer {
    let Some(asking) = asked(&ctx, &token).await? else { return gone(&ctx) };
    match forms::read_answer(&fields, asking.question, &asking.work.moment) {
        Ok((answer, reason)) => {
            let Asking { question, work: Send { about, moment, side, .. }, .. } = asking;
            let permit = policy::answer(&ctx.actor, true).require()?;
            let told = Told { about, moment, side, answer, reason, before: None };
            actions::tell(&ctx, &permit, question, told).await?;
            Ok(ctx.see_other(&format!("{}/{token}?bedankt=ja", question.address)))
        }
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            Ok(ctx.page_with_errors(&page(&ctx, &token, asking, form))?)
        }
    }
}
