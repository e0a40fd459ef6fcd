//! What came of a match: one question to the asker and to the helper, some days and some weeks after it, answered with one
//! tap; the people without e-mail are called. Unknown is itself a figure. Asking, letters, links and the page are those of
//! [`followups::questions`].

mod actions;
mod jobs;
pub(crate) mod pages;

pub(crate) use self::actions::{ask, insert_sample};

use followups::{
    Asked,
    questions::{self, Known},
};
use kernel::{Instant, PersonId, Result};
use platform::{
    Conn, Ctx, Plan,
    followups::{About, Answer, Answerer, Moment, Question, Reader, Topic, Ways},
    plan::Access,
};
use serde_json::{Value, json};

use super::{
    find,
    mails::FAMILY,
    model::{HelpRequest, State},
    settings,
};
use facets::model::HelpRequestId;

/// Some days after the match: has it begun?
pub const FIRST: &str = "first";
/// Some weeks after the match: is there help? It is the reminder of the first, so each is asked once.
pub const LATER: &str = "later";
/// The side that leads the request.
pub const ASKER: &str = "asker";
/// The helper who was chosen.
pub const HELPER: &str = "helper";

/// What came of a match.
pub static OUTCOME: Question = Question {
    key: "help-request-outcome",
    words: "help-request-outcome-",
    subject: "help_request",
    verbs: ["help_request.ask_outcome", "help_request.tell_outcome"],
    address: "/hulpvragen/uitkomst",
    sides: &[ASKER, HELPER],
    moments: &[
        Moment { code: FIRST, answers: &[Answer::known("started"), Answer::open("not_yet"), Answer::known("no")] },
        Moment { code: LATER, answers: &[Answer::known("still"), Answer::known("done"), Answer::known("no")] },
    ],
    times: 1,
    again_days: 0,
    asks_why: false,
    unasked: false,
    find: |conn, ctx, about, _, side| Box::pin(topic(conn, ctx, about, side)),
    answered: None,
};

/// Adds what outcomes have to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.question(&OUTCOME)
        .get("/hulpvragen/uitkomst/{token}", questions::show, Access::PUBLIC)
        .post("/hulpvragen/uitkomst/{token}", questions::answer, Access::PUBLIC)
        .post("/balie/hulpvragen/{help_request}/uitkomst", pages::answer_at_desk, Access::DESK)
        .job(jobs::ask)
        .job(jobs::send)
        .settings(&[&settings::OUTCOME_FIRST_DAYS, &settings::OUTCOME_LATER_DAYS])
        .keeps("retention-help-request-outcome", &settings::OUTCOME_KEPT_DAYS)
}

/// Who answers for a side.
pub(crate) fn person_of(request: &HelpRequest, helper: PersonId, side: &str) -> PersonId {
    if side == HELPER { helper } else { request.steward }
}

/// The person who closed it said how it ended: only about who helps now it makes sense to ask.
async fn topic(conn: &mut Conn, ctx: &Ctx, about: About, side: &str) -> Result<Option<Topic>> {
    let helper = PersonId(about.with);
    let Some(request) = find(conn, ctx, HelpRequestId(about.subject)).await? else { return Ok(None) };
    let account = people::account(conn, ctx.town(), person_of(&request, helper, side)).await?;
    let answerer = match account.map(|account| account.reader(ctx)) {
        None => Answerer::Nobody,
        Some(None) => Answerer::Call,
        Some(Some(reader)) => {
            let lang = reader.lang;
            Answerer::Mail(vec![Reader { lang, letter: reader.begin(&ctx.in_language(lang), FAMILY, &[]) }])
        }
    };
    // The helper knows whom they help.
    let name = if side == ASKER && request.helper == Some(helper) {
        people::account(conn, ctx.town(), helper).await?.map(|account| account.name)
    } else {
        None
    };
    let next = if side == ASKER { format!("/mijn/hulpvragen/{}", request.id) } else { "/mijn/hulpvragen".to_owned() };
    Ok(Some(Topic {
        open: request.state == State::Matched && request.helper == Some(helper),
        since: request.matched_at,
        answerer,
        ways: Ways { next: Some(("help-request-mine-title", next)), ..Ways::default() },
        args: vec![("title", request.title), ("name", name.unwrap_or_default())],
        ..Topic::default()
    }))
}

/// How much is known of what was asked since a moment.
pub async fn known_since(conn: &mut Conn, ctx: &Ctx, since: Instant) -> Result<Known> {
    questions::known_since(conn, ctx, &OUTCOME, since).await
}

/// What was asked, for somebody's own copy.
pub(crate) fn copied(asked: &[Asked]) -> Value {
    let copy = |asked: &Asked| {
        let about = json!({
            "help_request": asked.subject_id, "helper": asked.with_id, "moment": asked.moment, "side": asked.side,
        });
        json!({
            "asked": about, "by_phone": asked.by_phone, "answer": asked.answer, "asked_at": asked.asked_at,
            "answered_at": asked.answered_at,
        })
    };
    asked.iter().map(copy).collect()
}
