//! What vacancies keep of a person: for which ones they answer, and what they reported while signed in.

use kernel::{Codes as _, PersonId, Result};
use platform::{Conn, Ctx, Tx};
use serde_json::{Value, json};

use super::{actions, model::Vacancy, moderation, store};

/// A copy for the person.
pub(crate) async fn export(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Value> {
    let answers_for = store::OF_CONTACT.all(conn, (ctx.town(), person)).await?;
    let reports = moderation::of_reporter(conn, ctx, person).await?;
    let vacancy = |vacancy: Vacancy| {
        json!({
            "title": vacancy.title,
            "shown_as": vacancy.contact_label,
            "address": ctx.url(&format!("/vacatures/{}", vacancy.id)),
        })
    };
    let report = |report: moderation::model::Report| {
        json!({
            "vacancy": ctx.url(&format!("/vacatures/{}", report.vacancy)),
            "reason": report.reason.code(),
            "note": report.note,
            "email": report.reporter_email,
            "sent_at": report.created_at.rfc3339(),
            "answer": report.answer,
        })
    };
    Ok(json!({
        "answers_for": answers_for.into_iter().map(vacancy).collect::<Vec<_>>(),
        "reports": reports.into_iter().map(report).collect::<Vec<_>>(),
    }))
}

/// Ends it: the vacancies stay their organisation's, the reports stay the municipality's, without the person.
pub(crate) async fn erase(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    actions::answered_by_another(tx, ctx, None, person, None).await?;
    store::FORGET_WRITER.run(tx, (ctx.town(), person)).await?;
    moderation::forget_reporter(tx, ctx, person).await
}
