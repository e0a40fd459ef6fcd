//! A vacancy is shown until its last day, and longer when its organisation says that it is still needed.

use kernel::{Permit, Result};
use platform::{
    Ctx, Tx,
    followups::{BATCH, StillNeeded, Term, ids},
    mail::Reader,
    subjects::Follow,
};

use super::{end, load};
use crate::{
    forms::workplace,
    jobs,
    model::{Closing, State},
    settings, store,
};
use facets::model::VacancyId;

/// Its organisation keeps it at the vacancy's page in the workplace.
pub(crate) static SHOWN: Term = Term {
    key: "vacancy",
    letter: ("vacancy-mail-", "needed"),
    ask_days: &settings::REMINDER_DAYS,
    to_ask: |conn, ctx, until| {
        Box::pin(async move { Ok(ids(store::TO_ASK.all(conn, (ctx.town(), until, BATCH)).await?)) })
    },
    over: |conn, ctx, today| Box::pin(async move { Ok(ids(store::PAST.all(conn, (ctx.town(), today, BATCH)).await?)) }),
    ask: |tx, ctx, id, _| Box::pin(ask(tx, ctx, VacancyId(id))),
    end: |tx, ctx, permit, id| Box::pin(close_past(tx, ctx, permit, VacancyId(id))),
    by_link: None,
};

/// Nothing happens when it does not end soon after all.
async fn ask(tx: &mut Tx, ctx: &Ctx, id: VacancyId) -> Result<Option<StillNeeded>> {
    let vacancy = load(tx, ctx, id).await?;
    let Some(last) = vacancy.closes_on.filter(|_| vacancy.ends_soon(settings::soon(ctx))) else { return Ok(None) };
    store::ASKED.run(tx, (ctx.town(), id, last)).await?;
    let days = ctx.municipality.settings.count(&settings::EXTEND_DAYS, ctx.today());
    let mut readers = Vec::new();
    // Work that ends on that day itself cannot be extended: there is nothing to ask.
    if vacancy.extended(ctx.today(), days).is_some() {
        for speaker in jobs::readers(tx, ctx, &vacancy).await? {
            let lang = speaker.lang.unwrap_or(ctx.municipality.default_lang());
            readers.extend(speaker.email.map(|email| Reader { email, name: Some(speaker.name), lang }));
        }
    }
    Ok(Some(StillNeeded {
        readers,
        until: Some(last),
        page: format!("{}/{id}#verleng", workplace(vacancy.organisation)),
        title: vacancy.title,
        links: Vec::new(),
    }))
}

/// Its last day has passed; nothing happens when that is no longer so.
async fn close_past(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, id: VacancyId) -> Result<()> {
    let mut vacancy = load(tx, ctx, id).await?;
    if !vacancy.is_public() || vacancy.closes_on.is_none_or(|last| last >= ctx.today()) {
        return Ok(());
    }
    let through_us = vacancy.state == State::Filled && vacancy.people_left() == 0;
    let closing = if through_us { Closing::ThroughUs } else { Closing::Unknown };
    end(tx, ctx, permit, &mut vacancy, closing, true).await
}
