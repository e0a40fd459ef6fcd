//! What became of it: one question to both sides, the day after the introduction and some weeks after the start, answered
//! with one tap. Unknown is itself a figure. Asking, letters, links and the page are those of [`followups::questions`].

pub(crate) mod actions;
pub(crate) mod jobs;

use followups::{Asked, questions};
use kernel::{OrganisationId, PageRequest, Paged, Result, text::Codes};
use platform::{
    Conn, Ctx, Plan,
    followups::{About, Answer, Answerer, Moment, Question, Reader, Topic, Ways},
};

use super::{
    mails,
    model::{Response, ResponseId, Side, State},
    neighbours, store, views,
};

/// After the introduction, or some days after both agreed: has it begun?
pub const INTRODUCTION: &str = "introduction";
/// Some weeks after the start: is it still going on?
pub const MONTH: &str = "month";

/// What came of it.
pub static OUTCOME: Question = Question {
    key: "response-outcome",
    words: "response-outcome-",
    subject: "response",
    verbs: ["response.ask_outcome", "response.tell_outcome"],
    address: "/uitkomst",
    sides: &["person", "owner"],
    moments: &[
        Moment {
            code: INTRODUCTION,
            answers: &[Answer::known("started"), Answer::open("talking"), Answer::known("not_started")],
        },
        Moment { code: MONTH, answers: &[Answer::known("still_there"), Answer::known("stopped")] },
    ],
    times: 3,
    again_days: 7,
    asks_why: true,
    unasked: true,
    find: |conn, ctx, about, moment, side| Box::pin(topic(conn, ctx, about, moment, side)),
    answered: Some(|tx, ctx, permit, told| Box::pin(actions::follow(tx, ctx, permit, told))),
};

/// Adds what outcomes have to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.question(&OUTCOME).job(jobs::ask).job(jobs::send)
}

/// Whether the question makes sense where the response stands now.
pub(super) fn is_open(response: &Response, moment: &str) -> bool {
    match moment {
        INTRODUCTION => {
            matches!(response.state, State::InConversation | State::Invited | State::Accepted) && !response.reserve
        }
        MONTH => response.goes_on(),
        _ => false,
    }
}

async fn topic(conn: &mut Conn, ctx: &Ctx, about: About, moment: &str, side: &str) -> Result<Option<Topic>> {
    let response = store::FIND.optional(conn, (ctx.town(), ResponseId(about.subject))).await?;
    let response = response.filter(|response| response.erased_at.is_none());
    let Some((response, side)) = response.zip(Side::parse(side)) else { return Ok(None) };
    let owner = neighbours::owner_name(conn, ctx, &response).await?;
    let answerer = match side {
        Side::Person if response.email.is_none() => Answerer::Call,
        _ => {
            let readers = mails::readers(conn, ctx, &response, side).await?;
            let reader = |reader: neighbours::Reader| Reader {
                lang: reader.lang,
                letter: mails::begin(&ctx.in_language(reader.lang), &reader, (&response, &owner), side),
            };
            Answerer::Mail(readers.into_iter().map(reader).collect())
        }
    };
    let doors = if side == Side::Person { views::doors(ctx, &response.doors) } else { Vec::new() };
    Ok(Some(Topic {
        open: is_open(&response, moment),
        answerer,
        organisation: response.organisation.filter(|_| side == Side::Owner),
        ways: Ways {
            next: None,
            title: "response-doors-title",
            links: doors.into_iter().map(|door| (door.label, door.href)).collect(),
        },
        args: vec![("title", response.subject_title), ("owner", owner), ("person", response.name)],
        variant: Some(response.subject_kind),
        since: None,
    }))
}

/// Of whose responses nobody without e-mail has said what became of them, the oldest question first: the point's
/// telephone list.
pub async fn phone_list(conn: &mut Conn, ctx: &Ctx, page: PageRequest) -> Result<Paged<ResponseId>> {
    Ok(questions::to_call(conn, ctx, &OUTCOME, page).await?.map(|asked| ResponseId(asked.subject_id)))
}

/// What was asked of one response, and what was said.
pub async fn of(conn: &mut Conn, ctx: &Ctx, response: ResponseId) -> Result<Vec<Asked>> {
    questions::of(conn, ctx, &OUTCOME, response).await
}

/// Of how many responses an organisation was asked what became of it, and has not said.
pub async fn open_of(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId) -> Result<i64> {
    questions::unanswered(conn, ctx, &OUTCOME, organisation).await
}
