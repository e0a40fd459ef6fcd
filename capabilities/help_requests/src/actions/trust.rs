//! Trust that has ended: a person who is no longer confirmed, or left the organisation they helped for, makes place at once.

use kernel::{Permit, PersonId, Result};
use platform::{Ctx, Tx, steps::load};
use serde_json::json;

use super::{clock, decide, helping, must_be_told, subject};
use crate::{
    mails::{LetterKind, SendLetter},
    model::{Candidacy, Candidate, HelpRequest, Standing, State, Trust},
    policy::System,
    store, views,
};
use facets::model::HelpRequestId;

/// Lets go of everything somebody helps with, or offered to help with, for which they are no longer trusted.
pub(crate) async fn look_again(ctx: &Ctx, permit: &Permit<System>, person: PersonId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(person).await?;
    for request in let_go(&mut tx, ctx, person).await? {
        let details = json!({ "helper": person });
        tx.audit(ctx, permit, "help_request.let_go_of_helper", subject(request), &details).await?;
    }
    ctx.commit(tx).await
}

/// As [`look_again`], in a transaction that ended the trust; gives the requests it touched.
pub(super) async fn let_go(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<Vec<HelpRequestId>> {
    let trust = views::trust(tx, ctx, person).await?;
    let mut touched = Vec::new();
    for candidate in store::CANDIDACIES.all(tx, (ctx.town(), person)).await? {
        if leaves(&candidate, &trust) && let_go_of_one(tx, ctx, candidate.request, person).await? {
            touched.push(candidate.request);
        }
    }
    Ok(touched)
}

fn leaves(candidate: &Candidate, trust: &Trust) -> bool {
    matches!(candidate.state, Candidacy::Open | Candidacy::Chosen)
        && trust.standing_for(candidate.organisation) == Standing::None
}

/// Whether something was still open.
async fn let_go_of_one(tx: &mut Tx, ctx: &Ctx, id: HelpRequestId, person: PersonId) -> Result<bool> {
    let mut request = load::<HelpRequest>(tx, ctx, id).await?;
    let Some(candidate) = store::CANDIDATE.optional(tx, (ctx.town(), id, person)).await? else { return Ok(false) };
    match (candidate.state, request.state) {
        (Candidacy::Open, State::Live) => clock::start(tx, ctx, &mut request).await?,
        (Candidacy::Chosen, State::Matched) => helping::reopen(tx, ctx, &mut request).await?,
        // What has ended needs nobody; the exact data are closed to them all the same.
        _ => return Ok(false),
    }
    decide(tx, ctx, candidate, Candidacy::Withdrawn).await?;
    must_be_told(tx, ctx, &mut request).await?;
    tx.enqueue(ctx, &SendLetter::to_steward_about(id, person, LetterKind::Withdrawn)).await?;
    tx.enqueue(ctx, &SendLetter::to_helper(id, person, LetterKind::LetGo)).await?;
    store::SAVE.save(tx, &request).await?;
    Ok(true)
}
