//! Asking, at the moment itself, and the letters that ask.

use kernel::{Instant, PersonId, Result, text::Codes, time};
use platform::{
    Conn, Ctx,
    audit::Unaudited,
    auth::Secret,
    db::Code,
    i18n::FluentValue,
    jobs::{Job, JobCtx},
    mail::Letter,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    model::{Asked, Moment, Question, Side},
    store::{self, QuestionRow},
};
use crate::{
    actions::subject,
    find, mails,
    model::{HelpRequest, State},
    policy,
};
use facets::model::HelpRequestId;

/// How long a link to answer with holds.
const LINK_DAYS: i64 = 60;

/// Ask both sides what came of a match.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AskOutcome {
    /// About which request.
    pub help_request: HelpRequestId,
    /// About which helper.
    pub helper: PersonId,
    /// About which match: a helper who was chosen again has another.
    pub matched_at: Instant,
    /// Which question.
    pub moment: Moment,
}

impl Job for AskOutcome {
    const KIND: &'static str = "marketplace.ask_help_outcome";
}

/// Send the question to one side.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendQuestion {
    /// Which question to whom.
    pub asked: Asked,
}

impl Job for SendQuestion {
    const KIND: &'static str = "marketplace.send_help_outcome_question";
}

/// Who answers for a side.
pub fn person_of(request: &HelpRequest, asked: &Asked) -> PersonId {
    match asked.side {
        Side::Asker => request.steward,
        Side::Helper => asked.helper,
    }
}

/// Whether the question makes sense where the request stands now: whoever closed it said how it ended.
fn is_open(request: &HelpRequest, helper: PersonId) -> bool {
    request.state == State::Matched && request.helper == Some(helper)
}

/// Runs [`AskOutcome`]: notes the question to each side, and has it sent to who can be mailed.
pub async fn ask(job: JobCtx, work: AskOutcome) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let mut tx = job.begin(&permit).await?;
    tx.lock(work.help_request).await?;
    let request = find(&mut tx, &job, work.help_request).await?;
    let same = |request: &HelpRequest| is_open(request, work.helper) && request.matched_at == Some(work.matched_at);
    let Some(request) = request.filter(same) else { return Ok(()) };
    for side in [Side::Asker, Side::Helper] {
        let asked = Asked { help_request: request.id, helper: work.helper, moment: work.moment, side };
        let account = people::account(&mut tx, job.town(), person_of(&request, &asked)).await?;
        let Some(account) = account else { continue };
        let by_phone = account.email.is_none();
        let question = Question { asked, by_phone, answer: None, asked_at: job.now, answered_at: None };
        store::SAVE.run(&mut tx, QuestionRow::of(job.town(), &question)).await?;
        if !by_phone {
            tx.enqueue(&job, &SendQuestion { asked }).await?;
        }
    }
    let details = json!({ "moment": work.moment });
    tx.audit(&job, &permit, "marketplace.ask_help_outcome", subject(request.id), &details).await?;
    job.commit(tx).await
}

/// Runs [`SendQuestion`].
pub async fn send(job: JobCtx, work: SendQuestion) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let mut conn = job.read().await?;
    let request = find(&mut conn, &job, work.asked.help_request).await?;
    let Some(request) = request.filter(|request| is_open(request, work.asked.helper)) else { return Ok(()) };
    let name = other_name(&mut conn, &job, &request, &work.asked).await?;
    drop(conn);
    let Some((reader, letter)) = mails::begin(&job, person_of(&request, &work.asked)).await? else { return Ok(()) };
    let secret = Secret::new(&job.app);
    let mut tx = job.begin(&permit).await?;
    let Asked { help_request, helper, moment, side } = work.asked;
    let until = job.now.plus(LINK_DAYS * time::DAY);
    let key = (job.town(), secret.hash(), help_request, helper, Code(moment), Code(side), until);
    store::ADD_LINK.run(&mut tx, key).await?;
    tx.unaudited(Unaudited::Secret);
    job.commit(tx).await?;
    let letter = letter_that_asks(&reader, letter, &work.asked, (&request.title, &name), secret.reveal());
    reader.send(&letter, 1).await
}

/// The name of the helper, for who asked; nobody's for the helper, who knows whom they help.
pub async fn other_name(conn: &mut Conn, ctx: &Ctx, request: &HelpRequest, asked: &Asked) -> Result<String> {
    if asked.side == Side::Helper || request.helper != Some(asked.helper) {
        return Ok(String::new());
    }
    Ok(people::account(conn, ctx.town(), asked.helper).await?.map(|account| account.name).unwrap_or_default())
}

/// Each answer is one tap, which a page asks to confirm, because programs that look at mail follow links too.
fn letter_that_asks(ctx: &Ctx, letter: Letter, asked: &Asked, (title, name): (&str, &str), secret: &str) -> Letter {
    let args = [("title", FluentValue::from(title)), ("name", FluentValue::from(name))];
    let code = format!("{}-{}", asked.moment, asked.side);
    let path = format!("/hulpvragen/uitkomst/{secret}");
    let answers = asked.moment.answers().iter().map(|answer| {
        let label = ctx.t(&format!("help-request-outcome-answer-{}", answer.code().replace('_', "-")));
        (label, ctx.url(&format!("{path}?antwoord={answer}")))
    });
    Letter {
        subject: ctx.t_with(&format!("help-request-outcome-subject-{}", asked.side), &args),
        paragraphs: vec![ctx.t_with(&format!("help-request-outcome-question-{code}"), &args)],
        links: answers.collect(),
        closing: vec![ctx.t("help-request-outcome-closing")],
        ..letter
    }
}
