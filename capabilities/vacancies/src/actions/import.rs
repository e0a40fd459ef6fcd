//! Vacancies from a file: by the municipality, which looks at them before it loads them.

use kernel::{OrganisationId, Permit, Result};
use platform::{Conn, Ctx, Tx, audit::Subject};
use serde_json::json;

use super::{go_live, load, remove, save, send_in};
use crate::{
    events,
    model::{Content, State, Vacancy},
    neighbours, settings, store,
};
use facets::model::VacancyId;

/// A vacancy from an organisation's own system.
#[derive(Clone, Debug)]
pub struct Imported {
    /// Its number there.
    pub external_id: String,
    pub organisation: OrganisationId,
    /// Everything else.
    pub content: Content,
    /// Whether a new one stays a draft, because the vacancy check would not let it through.
    pub draft: bool,
}

/// What an import did with one row.
#[derive(Clone, Debug, PartialEq)]
pub enum Upserted {
    /// It was new, and is live, waits, or is a draft; with what it holds.
    Added(VacancyId, Box<Content>),
    /// It was known and differs now; with what it held and holds.
    Changed(VacancyId, Box<(Content, Content)>),
    /// It was known and is the same.
    Same(VacancyId),
    /// It was known, differs, and is over or was taken down: nothing was changed.
    Ended(VacancyId),
}

/// The vacancy that a row of a file is about: by the number its organisation knows it by, else by our own id, which an
/// export gives to what has no other number.
pub async fn known_to_import(
    conn: &mut Conn,
    ctx: &Ctx,
    organisation: OrganisationId,
    external_id: &str,
) -> Result<Option<Vacancy>> {
    let numbered = store::BY_EXTERNAL.optional(conn, (ctx.town(), organisation, external_id.to_owned())).await?;
    if let Some(row) = numbered {
        return Ok(Some(row));
    }
    let Ok(id) = external_id.parse() else { return Ok(None) };
    Ok(crate::find(conn, ctx, id).await?.filter(|vacancy| vacancy.organisation == organisation))
}

/// Adds or changes a vacancy by the number its organisation knows it by. A new one of a confirmed organisation is live at
/// once, unless the check would not let it through: a file is loaded by the municipality, which is who would look at it. A
/// draft that never was public goes the same way once the check lets it through. One that is over stays as it is.
pub async fn upsert_imported<A>(tx: &mut Tx, ctx: &Ctx, permit: &Permit<A>, imported: Imported) -> Result<Upserted> {
    let Imported { external_id, organisation, content, draft } = imported;
    let Some(vacancy) = known_to_import(tx, ctx, organisation, &external_id).await? else {
        let mut vacancy = Vacancy::draft(ctx.town(), ctx.id(), organisation, ctx.now);
        vacancy.external_id = Some(external_id);
        vacancy.apply(content);
        publish(tx, ctx, permit, &mut vacancy, draft).await?;
        return Ok(Upserted::Added(vacancy.id, Box::new(vacancy.content())));
    };
    // What an organisation threw away and still has in its own system comes back.
    let id = vacancy.id;
    if store::RESTORE.run(tx, (ctx.town(), id)).await? > 0 {
        let details = json!({ "organisation": organisation });
        tx.audit(ctx, permit, "vacancy.restore", Subject::of("vacancy", id), &details).await?;
    }
    let publishes = vacancy.state == State::Draft && vacancy.published_at.is_none() && vacancy.external_id.is_some();
    if (draft || !publishes) && imported_into(ctx, &vacancy, &content).content() == vacancy.content() {
        return Ok(Upserted::Same(id));
    }
    if matches!(vacancy.state, State::Closed | State::TakenDown) {
        return Ok(Upserted::Ended(id));
    }
    let vacancy = load(tx, ctx, id).await?;
    let mut changed = imported_into(ctx, &vacancy, &content);
    if publishes && !draft {
        publish(tx, ctx, permit, &mut changed, false).await?;
    } else {
        let event = events::VacancyChanged { vacancy: id, organisation };
        save(tx, ctx, permit, "vacancy.import", &mut changed, &event).await?;
    }
    Ok(Upserted::Changed(id, Box::new((vacancy.content(), changed.content()))))
}

async fn publish<A>(tx: &mut Tx, ctx: &Ctx, permit: &Permit<A>, vacancy: &mut Vacancy, draft: bool) -> Result<()> {
    let confirmed = neighbours::organisation(tx, ctx, vacancy.organisation).await?.is_some_and(|line| line.confirmed);
    match (draft, confirmed) {
        (true, _) => {
            let event = events::VacancyChanged { vacancy: vacancy.id, organisation: vacancy.organisation };
            save(tx, ctx, permit, "vacancy.import", vacancy, &event).await
        }
        (false, true) => go_live(tx, ctx, permit, vacancy, false).await,
        (false, false) => send_in(tx, ctx, permit, vacancy).await,
    }
}

/// Takes back what an import did: one that it added goes, one that it changed holds again what it held `before`. Whether that
/// could be done: one that somebody changed or responded to since stays as it is.
pub async fn take_back_import<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    id: VacancyId,
    before: Option<Content>,
    after: &Content,
) -> Result<bool> {
    tx.lock(id).await?;
    let Some(mut vacancy) = crate::find(tx, ctx, id).await? else { return Ok(before.is_none()) };
    let organisation = vacancy.organisation;
    if vacancy.content() != *after || matches!(vacancy.state, State::Closed | State::TakenDown | State::Filled) {
        return Ok(false);
    }
    if let Some(before) = before {
        vacancy.apply(before);
        let event = events::VacancyChanged { vacancy: id, organisation };
        save(tx, ctx, permit, "vacancy.take_back_import", &mut vacancy, &event).await?;
        return Ok(true);
    }
    if vacancy.people_found > 0
        || neighbours::is_in_use(tx, ctx, id).await?
        || store::REPORTED.optional(tx, (ctx.town(), id)).await?.is_some()
    {
        return Ok(false);
    }
    // Nobody has done anything with it: it is as if it had never been public.
    (vacancy.state, vacancy.published_at) = (State::Draft, None);
    let event = events::VacancyRedrafted { vacancy: id, organisation };
    save(tx, ctx, permit, "vacancy.take_back_import", &mut vacancy, &event).await?;
    remove(tx, ctx, permit, id).await?;
    Ok(true)
}

/// A known vacancy with what a file tells. Who answers for it is none of the file's business; a last day the file says
/// nothing of stays, unless it was no more than the last day of the work, which may be another now.
fn imported_into(ctx: &Ctx, vacancy: &Vacancy, content: &Content) -> Vacancy {
    let follows_work = vacancy.last_day().is_some() && vacancy.closes_on == vacancy.last_day();
    let kept = vacancy.closes_on.filter(|_| !follows_work);
    let mut changed = vacancy.clone();
    changed.apply(Content { contact: vacancy.contact, closes_on: content.closes_on.or(kept), ..content.clone() });
    if changed.closes_on.is_none() && follows_work && vacancy.is_public() {
        let today = ctx.today();
        changed.settle_last_day(today, ctx.municipality.settings.count(&settings::SHOWN_DAYS, today));
    }
    changed.closes_on = changed.closes_on.or(vacancy.closes_on);
    changed
}
