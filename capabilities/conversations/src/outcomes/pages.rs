//! The question about the outcome, answered by its link.

use axum::http::StatusCode;
use kernel::{form::FormState, text::Codes};
use platform::{
    Conn, Ctx,
    http::{Answer as PageAnswer, FormBody, Path, Query},
    templates::{Form, Page},
};
use serde::Serialize;

use super::{
    super::{
        model::{Response, Side},
        neighbours, policy, store as responses,
        views::{self, Choice, DoorView},
    },
    actions::{self, Told},
    forms,
    model::{Answer, Moment},
};

/// The question.
#[derive(Debug, Serialize)]
pub struct OutcomePage {
    pub form: Form,
    /// Address the answer is sent to.
    pub path: String,
    /// Which question, to whom: the tail of its catalogue keys.
    pub code: String,
    /// What it is about.
    pub title: String,
    pub owner: String,
    pub person: String,
    pub answers: Vec<Choice>,
    /// The answer that was tapped in the mail, in words.
    pub chosen: Option<String>,
    /// Whether it has been answered.
    pub thanks: bool,
    /// Other ways on, for whom it came to nothing.
    pub doors: Vec<DoorView>,
    /// Whether the link holds no more.
    pub gone: bool,
}

impl Page for OutcomePage {
    const TEMPLATE: &'static str = "conversations/outcome.html";
}

impl OutcomePage {
    /// For a link that holds no more.
    pub fn gone() -> Self {
        Self {
            form: Form::default(),
            path: String::new(),
            code: String::new(),
            title: String::new(),
            owner: String::new(),
            person: String::new(),
            answers: Vec::new(),
            chosen: None,
            thanks: false,
            doors: Vec::new(),
            gone: true,
        }
    }
}

struct Asked {
    response: Response,
    moment: Moment,
    side: Side,
}

async fn asked(conn: &mut Conn, ctx: &Ctx, token: &str) -> kernel::Result<Option<Asked>> {
    let Some((id, moment, side)) = actions::asked_by(conn, ctx, token).await? else { return Ok(None) };
    let row = responses::FIND.optional(conn, (ctx.town(), id)).await?;
    let response = row.map(Response::from).filter(|response| response.erased_at.is_none());
    Ok(response.map(|response| Asked { response, moment, side }))
}

async fn page(ctx: &Ctx, conn: &mut Conn, token: &str, asked: &Asked, form: Form) -> kernel::Result<OutcomePage> {
    let label = |answer: Answer| ctx.t(&format!("response-outcome-answer-{}", views::dashed(answer)));
    let answers = asked.moment.answers().iter();
    let code = format!("{}-{}", asked.moment, asked.side);
    let doors = if asked.side == Side::Person { views::doors(ctx, &asked.response.doors) } else { Vec::new() };
    Ok(OutcomePage {
        form,
        path: format!("/uitkomst/{token}"),
        code: views::worded_tail(ctx, &asked.response.subject.kind, "response-outcome-question-", &code),
        title: asked.response.subject.title.clone(),
        owner: neighbours::owner_name(conn, ctx, asked.response.owner).await?,
        person: asked.response.name.clone(),
        answers: answers.map(|answer| Choice { value: answer.code().to_owned(), label: label(*answer) }).collect(),
        chosen: None,
        thanks: false,
        doors,
        gone: false,
    })
}

/// `GET /uitkomst/{token}`: looks, and changes nothing; what was tapped in the mail is filled in already.
pub async fn show(ctx: Ctx, Path(token): Path<String>, Query(query): Query) -> PageAnswer {
    let mut conn = ctx.read().await?;
    let Some(asked) = asked(&mut conn, &ctx, &token).await? else {
        return Ok(ctx.any_page(StatusCode::GONE, &OutcomePage::gone())?);
    };
    let form = ctx.form(&FormState::filled(&query));
    let mut page = page(&ctx, &mut conn, &token, &asked, form).await?;
    page.thanks = query.get("bedankt").is_some();
    let tapped = query.get("antwoord").unwrap_or_default();
    page.chosen = page.answers.iter().find(|answer| answer.value == tapped).map(|answer| answer.label.clone());
    Ok(ctx.page(&page)?)
}

/// `POST /uitkomst/{token}`
pub async fn answer(ctx: Ctx, Path(token): Path<String>, FormBody(fields): FormBody) -> PageAnswer {
    let mut conn = ctx.read().await?;
    let Some(asked) = asked(&mut conn, &ctx, &token).await? else {
        return Ok(ctx.any_page(StatusCode::GONE, &OutcomePage::gone())?);
    };
    match forms::answer(&fields, asked.moment) {
        Ok((answer, reason)) => {
            drop(conn);
            let permit = policy::tell_outcome(&ctx.actor).require()?;
            let told = Told { moment: asked.moment, side: asked.side, answer, reason };
            actions::tell(&ctx, &permit, asked.response.id, told).await?;
            Ok(ctx.see_other(&format!("/uitkomst/{token}?bedankt=ja")))
        }
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            Ok(ctx.page_with_errors(&page(&ctx, &mut conn, &token, &asked, form).await?)?)
        }
    }
}
