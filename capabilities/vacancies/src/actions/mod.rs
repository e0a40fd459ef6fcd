//! One function per verb of writing a vacancy and leading its life. Verbs of the municipality are in `moderation`.

mod import;
mod still_needed;

use kernel::{Fields, OrganisationId, Permit, PersonId, Problem, Result};
use platform::{
    Ctx, Event, Tx,
    audit::{Subject, Unaudited},
    db::Json,
};
use serde_json::json;

use super::{
    check, events,
    model::{Closing, Content, PauseReason, State, Vacancy, needs_moderation},
    neighbours,
    policy::{System, Write},
    settings, store,
};
use facets::model::VacancyId;

pub use self::import::{Imported, Upserted, known_to_import, take_back_import, upsert_imported};
pub(crate) use self::still_needed::SHOWN;

/// A vacancy that nobody else changes until this transaction ends.
pub(super) async fn load(tx: &mut Tx, ctx: &Ctx, id: VacancyId) -> Result<Vacancy> {
    tx.lock(id).await?;
    super::find(tx, ctx, id).await?.ok_or(Problem::NotFound)
}

async fn load_own(tx: &mut Tx, ctx: &Ctx, organisation: OrganisationId, id: VacancyId) -> Result<Vacancy> {
    let vacancy = load(tx, ctx, id).await?;
    if vacancy.organisation == organisation { Ok(vacancy) } else { Err(Problem::NotFound) }
}

/// Stores a vacancy with the fact and the audit row that belong to the change.
pub(super) async fn save<A, E: Event>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    verb: &'static str,
    vacancy: &mut Vacancy,
    event: &E,
) -> Result<()> {
    vacancy.changed_at = ctx.now;
    store::SAVE.save(tx, vacancy).await?;
    tx.record(ctx, event).await?;
    let details = json!({ "state": vacancy.state, "organisation": vacancy.organisation });
    tx.audit(ctx, permit, verb, Subject::of("vacancy", vacancy.id), &details).await
}

/// Begins a vacancy, with what a starter or an older vacancy brings along.
pub(crate) async fn create(
    ctx: &Ctx,
    permit: &Permit<Write>,
    organisation: OrganisationId,
    fields: &Fields,
    content: Option<Content>,
) -> Result<VacancyId> {
    let mut tx = ctx.begin(permit).await?;
    let mut vacancy = Vacancy::draft(ctx.town(), ctx.id(), organisation, ctx.now);
    if let Some(content) = content {
        vacancy.apply(content);
    }
    store::SAVE.save(&mut tx, &vacancy).await?;
    save_fields(&mut tx, ctx, vacancy.id, fields).await?;
    let details = json!({ "organisation": organisation });
    tx.audit(ctx, permit, "vacancy.create", Subject::of("vacancy", vacancy.id), &details).await?;
    ctx.commit(tx).await?;
    Ok(vacancy.id)
}

async fn save_fields(tx: &mut Tx, ctx: &Ctx, id: VacancyId, fields: &Fields) -> Result<()> {
    let saved_by = ctx.actor.person_id();
    store::KEEP_DRAFT.run(tx, (ctx.town(), id, Json(fields.pairs().to_vec()), saved_by, ctx.now)).await?;
    Ok(())
}

/// Keeps what was typed, whatever is still wrong with it. What is public does not change.
/// A vacancy that is being written takes over what can be read already, so that lists show its title.
///
/// # Errors
/// [`Problem::NotFound`] when it is another organisation's; [`Problem::Conflict`] when it is closed.
pub(crate) async fn save_draft(
    ctx: &Ctx,
    permit: &Permit<Write>,
    organisation: OrganisationId,
    id: VacancyId,
    fields: &Fields,
    content: Option<Content>,
) -> Result<State> {
    let mut tx = ctx.begin(permit).await?;
    let mut vacancy = load_own(&mut tx, ctx, organisation, id).await?;
    if !vacancy.is_editable() {
        return Err(Problem::Conflict("vacancy-closed-not-editable"));
    }
    if vacancy.state == State::Draft {
        match content {
            Some(content) => vacancy.apply(content),
            None => vacancy.title = kernel::text::excerpt(fields.get("title").unwrap_or_default(), 80),
        }
        vacancy.changed_at = ctx.now;
        store::SAVE.save(&mut tx, &vacancy).await?;
    }
    save_fields(&mut tx, ctx, id, fields).await?;
    tx.unaudited(Unaudited::Unshown);
    ctx.commit(tx).await?;
    Ok(vacancy.state)
}

/// Puts what was written in force: a draft is sent in, a public vacancy changes on the spot.
/// Says where the vacancy stands then.
///
/// # Errors
/// [`Problem::NotFound`] when it is another organisation's; [`Problem::Conflict`] when it is closed.
pub(crate) async fn submit(
    ctx: &Ctx,
    permit: &Permit<Write>,
    organisation: OrganisationId,
    id: VacancyId,
    content: Content,
) -> Result<State> {
    let mut tx = ctx.begin(permit).await?;
    let mut vacancy = load_own(&mut tx, ctx, organisation, id).await?;
    if vacancy.state == State::TakenDown {
        vacancy.step(State::Draft, ctx.now)?;
        let event = events::VacancyRedrafted { vacancy: id, organisation };
        save(&mut tx, ctx, permit, "vacancy.redraft", &mut vacancy, &event).await?;
    }
    vacancy.apply(content);
    match vacancy.state {
        State::Draft => send_in(&mut tx, ctx, permit, &mut vacancy).await?,
        State::Waiting => {
            let event = events::VacancyChanged { vacancy: id, organisation };
            save(&mut tx, ctx, permit, "vacancy.change", &mut vacancy, &event).await?;
        }
        State::Live | State::Paused | State::Filled if refused_by_words(ctx, &vacancy) => {
            wait(&mut tx, ctx, permit, &mut vacancy).await?;
        }
        State::Live | State::Paused | State::Filled => {
            let today = ctx.today();
            vacancy.settle_last_day(today, ctx.municipality.settings.count(&settings::SHOWN_DAYS, today));
            let event = events::VacancyChanged { vacancy: id, organisation };
            save(&mut tx, ctx, permit, "vacancy.change", &mut vacancy, &event).await?;
        }
        State::Closed | State::TakenDown => return Err(Problem::Conflict("vacancy-closed-not-editable")),
    }
    store::DROP_DRAFT.run(&mut tx, (ctx.town(), id)).await?;
    ctx.commit(tx).await?;
    Ok(vacancy.state)
}

async fn send_in<A>(tx: &mut Tx, ctx: &Ctx, permit: &Permit<A>, vacancy: &mut Vacancy) -> Result<()> {
    if must_wait(tx, ctx, vacancy).await? {
        return wait(tx, ctx, permit, vacancy).await;
    }
    go_live(tx, ctx, permit, vacancy, false).await
}

async fn wait<A>(tx: &mut Tx, ctx: &Ctx, permit: &Permit<A>, vacancy: &mut Vacancy) -> Result<()> {
    vacancy.step(State::Waiting, ctx.now)?;
    let event = events::VacancySubmitted { vacancy: vacancy.id, organisation: vacancy.organisation };
    save(tx, ctx, permit, "vacancy.submit", vacancy, &event).await
}

/// Whether words in it are refused. It comes this far only when its organisation asked for a person to look.
fn refused_by_words(ctx: &Ctx, vacancy: &Vacancy) -> bool {
    let terms = check::Terms::of(&ctx.municipality.settings, ctx.today());
    let findings = check::check(&check::Input::of(&vacancy.content()), &terms);
    check::refusals(&findings).any(|finding| finding.rule.is_by_words())
}

/// Makes a vacancy public that is a draft or waits.
pub(super) async fn go_live<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    vacancy: &mut Vacancy,
    moderated: bool,
) -> Result<()> {
    let today = ctx.today();
    let first = vacancy.published_at.is_none();
    vacancy.step(State::Live, ctx.now)?;
    vacancy.moderation_note = None;
    vacancy.closing = None;
    vacancy.settle_last_day(today, ctx.municipality.settings.count(&settings::SHOWN_DAYS, today));
    let event = events::VacancyPublished { vacancy: vacancy.id, organisation: vacancy.organisation, first, moderated };
    save(tx, ctx, permit, "vacancy.publish", vacancy, &event).await
}

/// Takes no responses for a while, because the organisation asks for it.
///
/// # Errors
/// [`Problem::NotFound`] when it is another organisation's; [`Problem::Conflict`] when it is not live.
pub(crate) async fn pause(
    ctx: &Ctx,
    permit: &Permit<Write>,
    organisation: OrganisationId,
    id: VacancyId,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut vacancy = load_own(&mut tx, ctx, organisation, id).await?;
    vacancy.step(State::Paused, ctx.now)?;
    vacancy.pause_reason = Some(PauseReason::Asked);
    let event = events::VacancyPaused { vacancy: id, organisation, unanswered: false };
    save(&mut tx, ctx, permit, "vacancy.pause", &mut vacancy, &event).await?;
    ctx.commit(tx).await
}

/// Pauses a vacancy whose responses go unanswered; nothing happens when it is not live. Says whether it did.
///
/// # Errors
/// When there is no such vacancy, or the database refuses.
pub async fn pause_unanswered<A>(tx: &mut Tx, ctx: &Ctx, permit: &Permit<A>, id: VacancyId) -> Result<bool> {
    let mut vacancy = load(tx, ctx, id).await?;
    if vacancy.state != State::Live {
        return Ok(false);
    }
    vacancy.step(State::Paused, ctx.now)?;
    vacancy.pause_reason = Some(PauseReason::Unanswered);
    let event = events::VacancyPaused { vacancy: id, organisation: vacancy.organisation, unanswered: true };
    save(tx, ctx, permit, "vacancy.pause_unanswered", &mut vacancy, &event).await?;
    Ok(true)
}

/// Opens a vacancy again that paused or was full. One that is closed becomes a draft, to be looked over first.
/// Says where it stands then.
///
/// # Errors
/// [`Problem::NotFound`] when it is another organisation's; [`Problem::Conflict`] in any other state.
pub(crate) async fn reopen_own(
    ctx: &Ctx,
    permit: &Permit<Write>,
    organisation: OrganisationId,
    id: VacancyId,
) -> Result<State> {
    let mut tx = ctx.begin(permit).await?;
    load_own(&mut tx, ctx, organisation, id).await?;
    let state = reopen(&mut tx, ctx, permit, id).await?;
    ctx.commit(tx).await?;
    Ok(state)
}

/// As `reopen_own`, within a transaction and for whoever holds a permit.
///
/// # Errors
/// [`Problem::Conflict`] when it neither paused, nor was full, nor is closed.
pub async fn reopen<A>(tx: &mut Tx, ctx: &Ctx, permit: &Permit<A>, id: VacancyId) -> Result<State> {
    let mut vacancy = load(tx, ctx, id).await?;
    let organisation = vacancy.organisation;
    if vacancy.state == State::Closed {
        vacancy.step(State::Draft, ctx.now)?;
        vacancy.closing = None;
        vacancy.closes_on = vacancy.closes_on.filter(|day| *day > ctx.today());
        let event = events::VacancyRedrafted { vacancy: id, organisation };
        save(tx, ctx, permit, "vacancy.redraft", &mut vacancy, &event).await?;
        return Ok(vacancy.state);
    }
    vacancy.step(State::Live, ctx.now)?;
    if vacancy.people_left() == 0 {
        // Who reopens a full vacancy seeks at least one more.
        vacancy.people_wanted = vacancy.people_found.saturating_add(1);
    }
    vacancy.settle_last_day(ctx.today(), ctx.municipality.settings.count(&settings::SHOWN_DAYS, ctx.today()));
    let event = events::VacancyReopened { vacancy: id, organisation };
    save(tx, ctx, permit, "vacancy.reopen", &mut vacancy, &event).await?;
    Ok(vacancy.state)
}

/// All places are taken, says the organisation.
///
/// # Errors
/// [`Problem::NotFound`] when it is another organisation's; [`Problem::Conflict`] when it is not public.
pub(crate) async fn fill(ctx: &Ctx, permit: &Permit<Write>, organisation: OrganisationId, id: VacancyId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut vacancy = load_own(&mut tx, ctx, organisation, id).await?;
    vacancy.step(State::Filled, ctx.now)?;
    let event = events::VacancyFilled { vacancy: id, organisation };
    save(&mut tx, ctx, permit, "vacancy.fill", &mut vacancy, &event).await?;
    ctx.commit(tx).await
}

/// It is over, and this is how it was filled.
///
/// # Errors
/// [`Problem::NotFound`] when it is another organisation's; [`Problem::Conflict`] when it is closed already.
pub(crate) async fn close(
    ctx: &Ctx,
    permit: &Permit<Write>,
    organisation: OrganisationId,
    id: VacancyId,
    closing: Closing,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut vacancy = load_own(&mut tx, ctx, organisation, id).await?;
    if vacancy.state == State::Closed {
        // It ended on its last day; the organisation says afterwards how.
        vacancy.note_closing(closing, ctx.now);
        store::SAVE.save(&mut tx, &vacancy).await?;
        tx.audit(ctx, permit, "vacancy.say_closing", Subject::of("vacancy", id), &json!({ "closing": closing }))
            .await?;
        return ctx.commit(tx).await;
    }
    end(&mut tx, ctx, permit, &mut vacancy, closing, false).await?;
    ctx.commit(tx).await
}

async fn end<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    vacancy: &mut Vacancy,
    closing: Closing,
    by_date: bool,
) -> Result<()> {
    vacancy.step(State::Closed, ctx.now)?;
    vacancy.note_closing(closing, ctx.now);
    let event = events::VacancyClosed { vacancy: vacancy.id, organisation: vacancy.organisation, by_date };
    save(tx, ctx, permit, "vacancy.close", vacancy, &event).await
}

/// Closes every vacancy of an organisation that has ended.
pub(crate) async fn close_all_of(ctx: &Ctx, permit: &Permit<System>, organisation: OrganisationId) -> Result<()> {
    let mut conn = ctx.read().await?;
    let vacancies = super::of_organisation(&mut conn, ctx, organisation).await?;
    drop(conn);
    for vacancy in vacancies.into_iter().filter(|vacancy| vacancy.state != State::Closed) {
        let mut tx = ctx.begin(permit).await?;
        let mut vacancy = load(&mut tx, ctx, vacancy.id).await?;
        if vacancy.state != State::Closed {
            end(&mut tx, ctx, permit, &mut vacancy, Closing::Unknown, false).await?;
        }
        ctx.commit(tx).await?;
    }
    Ok(())
}

/// Still needed: shown for the town's usual extension from today.
///
/// # Errors
/// [`Problem::NotFound`] when it is another organisation's; [`Problem::Conflict`] when it is not shown,
/// or when the work itself has a last day.
pub(crate) async fn extend(
    ctx: &Ctx,
    permit: &Permit<Write>,
    organisation: OrganisationId,
    id: VacancyId,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut vacancy = load_own(&mut tx, ctx, organisation, id).await?;
    if !vacancy.is_public() {
        return Err(Problem::Conflict("vacancy-step-impossible"));
    }
    let days = ctx.municipality.settings.count(&settings::EXTEND_DAYS, ctx.today());
    let until = vacancy.extended(ctx.today(), days).ok_or(Problem::Conflict("vacancy-extend-work-ends"))?;
    vacancy.closes_on = Some(until);
    let event = events::VacancyChanged { vacancy: id, organisation };
    save(&mut tx, ctx, permit, "vacancy.extend", &mut vacancy, &event).await?;
    ctx.commit(tx).await
}

/// Throws away a vacancy that was never published. It can be taken back for [`settings::DISCARDED_DAYS`].
///
/// # Errors
/// [`Problem::NotFound`] when it is another organisation's; [`Problem::Conflict`] when it was public once.
pub(crate) async fn discard(
    ctx: &Ctx,
    permit: &Permit<Write>,
    organisation: OrganisationId,
    id: VacancyId,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let vacancy = load_own(&mut tx, ctx, organisation, id).await?;
    if vacancy.state != State::Draft || vacancy.published_at.is_some() {
        return Err(Problem::Conflict("vacancy-discard-published"));
    }
    store::DISCARD.run(&mut tx, (ctx.town(), id, ctx.now)).await?;
    let details = json!({ "organisation": organisation });
    tx.audit(ctx, permit, "vacancy.discard", Subject::of("vacancy", id), &details).await?;
    ctx.commit(tx).await
}

/// Takes back a draft that was thrown away.
///
/// # Errors
/// [`Problem::NotFound`] when it is another organisation's or is forgotten for good; [`Problem::Conflict`] when it was not
/// thrown away.
pub(crate) async fn restore(
    ctx: &Ctx,
    permit: &Permit<Write>,
    organisation: OrganisationId,
    id: VacancyId,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    match store::DISCARDED.optional(&mut tx, (ctx.town(), id)).await? {
        Some((owner,)) if owner == organisation => {}
        Some(_) => return Err(Problem::NotFound),
        None => {
            load_own(&mut tx, ctx, organisation, id).await?;
            return Err(Problem::Conflict("vacancy-step-impossible"));
        }
    }
    store::RESTORE.run(&mut tx, (ctx.town(), id)).await?;
    let details = json!({ "organisation": organisation });
    tx.audit(ctx, permit, "vacancy.restore", Subject::of("vacancy", id), &details).await?;
    ctx.commit(tx).await
}

async fn remove<A>(tx: &mut Tx, ctx: &Ctx, permit: &Permit<A>, id: VacancyId) -> Result<()> {
    store::DROP_DRAFT.run(tx, (ctx.town(), id)).await?;
    store::DELETE.run(tx, (ctx.town(), id)).await?;
    tx.audit(ctx, permit, "vacancy.forget", Subject::of("vacancy", id), &json!({})).await
}

/// Forgets for good what was thrown away; nothing happens when it was taken back meanwhile.
pub(crate) async fn forget_discarded(ctx: &Ctx, permit: &Permit<System>, id: VacancyId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    if store::DISCARDED.optional(&mut tx, (ctx.town(), id)).await?.is_some() {
        remove(&mut tx, ctx, permit, id).await?;
    }
    ctx.commit(tx).await
}

/// Throws away a draft that was left untouched for the term; nothing happens when it was touched.
pub(crate) async fn discard_stale(
    ctx: &Ctx,
    permit: &Permit<System>,
    id: VacancyId,
    untouched_since: kernel::Instant,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let vacancy = load(&mut tx, ctx, id).await?;
    if vacancy.state == State::Draft && vacancy.published_at.is_none() && vacancy.changed_at < untouched_since {
        remove(&mut tx, ctx, permit, id).await?;
    }
    ctx.commit(tx).await
}

/// One more person has started. The vacancy is full when that was the last that was wanted.
///
/// # Errors
/// When there is no such vacancy, or the database refuses.
pub async fn count_found<A>(tx: &mut Tx, ctx: &Ctx, permit: &Permit<A>, id: VacancyId) -> Result<()> {
    let mut vacancy = load(tx, ctx, id).await?;
    let organisation = vacancy.organisation;
    if vacancy.count_one() && matches!(vacancy.state, State::Live | State::Paused) {
        vacancy.step(State::Filled, ctx.now)?;
        let event = events::VacancyFilled { vacancy: id, organisation };
        return save(tx, ctx, permit, "vacancy.fill", &mut vacancy, &event).await;
    }
    let event = events::VacancyChanged { vacancy: id, organisation };
    save(tx, ctx, permit, "vacancy.count_found", &mut vacancy, &event).await
}

/// Keeps a vacancy as it is given: the demonstration town and tests. Nobody is told.
pub async fn insert_sample(tx: &mut Tx, _ctx: &Ctx, vacancy: Vacancy) -> Result<VacancyId> {
    let id = vacancy.id;
    store::SAVE.save(tx, &vacancy).await?;
    Ok(id)
}

/// A contact who left answers for none of its vacancies any more; who took over does, under a name of their own choice.
pub(crate) async fn hand_over(
    ctx: &Ctx,
    permit: &Permit<System>,
    organisation: OrganisationId,
    from: PersonId,
    to: PersonId,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    answered_by_another(&mut tx, ctx, Some(organisation), from, Some(to)).await?;
    let details = json!({ "from": from, "to": to });
    tx.audit(ctx, permit, "vacancy.hand_over", Subject::of("organisation", organisation), &details).await?;
    ctx.commit(tx).await
}

/// Another answers for what this contact answered for, of one organisation or of all; or nobody does.
pub(super) async fn answered_by_another(
    tx: &mut Tx,
    ctx: &Ctx,
    organisation: Option<OrganisationId>,
    from: PersonId,
    to: Option<PersonId>,
) -> Result<()> {
    for (id, of) in store::ANSWERED_BY.all(tx, (ctx.town(), from)).await? {
        if organisation.is_none_or(|organisation| organisation == of) {
            tx.lock(id).await?;
            store::HAND_OVER.run(tx, (ctx.town(), id, from, to)).await?;
        }
    }
    Ok(())
}

/// Looks again at what waits, now that its organisation is confirmed: what needs no moderation any more goes live.
pub(crate) async fn look_again(ctx: &Ctx, permit: &Permit<System>, organisation: OrganisationId) -> Result<()> {
    let mut conn = ctx.read().await?;
    let vacancies = super::of_organisation(&mut conn, ctx, organisation).await?;
    drop(conn);
    for waiting in vacancies.into_iter().filter(|vacancy| vacancy.state == State::Waiting) {
        let mut tx = ctx.begin(permit).await?;
        let mut vacancy = load(&mut tx, ctx, waiting.id).await?;
        if vacancy.state == State::Waiting && !must_wait(&mut tx, ctx, &vacancy).await? {
            go_live(&mut tx, ctx, permit, &mut vacancy, true).await?;
        }
        ctx.commit(tx).await?;
    }
    Ok(())
}

/// Whether the municipality looks at it first.
async fn must_wait(tx: &mut Tx, ctx: &Ctx, vacancy: &Vacancy) -> Result<bool> {
    let confirmed = neighbours::organisation(tx, ctx, vacancy.organisation).await?.is_some_and(|line| line.confirmed);
    let (ever_live,) = store::EVER_LIVE.one(tx, (ctx.town(), vacancy.organisation)).await?;
    let wanted = ctx.municipality.settings.flag(&settings::FIRST_IS_MODERATED, ctx.today());
    let moderated = needs_moderation(wanted, confirmed, ever_live > 0, vacancy.moderation_note.is_some());
    Ok(moderated || refused_by_words(ctx, vacancy))
}
