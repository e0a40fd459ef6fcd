//! What is kept of one person: their copy of it, and its end.

use kernel::{PersonId, Result, text::Codes};
use platform::{Conn, Ctx, Tx, steps};
use serde_json::{Value, json};

use super::{
    actions::take_back,
    jobs,
    model::{Response, Side, Verb},
    outcomes, store, views,
};

/// What somebody sent in, with every thread.
pub(crate) async fn export(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Value> {
    let mut copies = Vec::new();
    for response in views::all_sent_by(conn, ctx, person).await? {
        let lines = store::THREAD.all(conn, (ctx.town(), response.id)).await?;
        let thread: Vec<Value> = lines
            .into_iter()
            .map(|line| {
                json!({ "at": line.created_at.rfc3339(), "side": line.side, "kind": line.kind, "name": line.author_name, "text": line.body })
            })
            .collect();
        let asked = outcomes::of(conn, ctx, response.id).await?;
        let said: Vec<Value> = asked
            .into_iter()
            .filter(|question| question.answer.is_some())
            .map(|question| {
                // Why the other side thinks so is theirs.
                let reason = question.reason.filter(|_| question.side == Side::Person.code());
                let at = question.answered_at.map(kernel::Instant::rfc3339);
                json!({ "question": question.moment, "side": question.side, "answer": question.answer, "reason": reason, "at": at })
            })
            .collect();
        copies.push(json!({
            "about": response.subject_title,
            "name": response.name,
            "email": response.email,
            "phone": response.phone,
            "state": response.state,
            "sent": response.created_at.rfc3339(),
            "thread": thread,
            "outcomes": said,
        }));
    }
    Ok(Value::Array(copies))
}

/// Takes back what is still open, so that nobody waits for somebody who is no more, and removes what is personal; what
/// they wrote for an organisation or the point stays without their name.
pub(crate) async fn erase(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    for response in views::all_sent_by(tx, ctx, person).await? {
        let mut response: Response = steps::load(tx, ctx, response.id).await?;
        if response.state.after(Verb::Withdraw).is_some() {
            take_back(tx, ctx, &mut response, Side::Person, None).await?;
        }
        jobs::erase(tx, ctx, &mut response).await?;
        store::SAVE.save(tx, &response).await?;
    }
    store::UNSIGN.run(tx, (ctx.town(), person)).await?;
    store::END_LINKS_OF.run(tx, (ctx.town(), person)).await?;
    for (id,) in store::HANDLED_BY.all(tx, (ctx.town(), person)).await? {
        let mut response: Response = steps::load(tx, ctx, id).await?;
        if response.handler == Some(person) {
            (response.handler, response.handler_name) = (None, None);
            store::SAVE.save(tx, &response).await?;
        }
    }
    Ok(())
}
