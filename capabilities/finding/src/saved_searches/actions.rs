//! Saving, changing and ending a search; keeping a vacancy to look at later.

use kernel::{Permit, PersonId, Problem, Result, time};
use platform::{
    Ctx, Tx,
    audit::{Subject, Unaudited},
    auth::{Secret, hash},
};
use serde_json::json;
use uuid::Uuid;

use super::{
    forms::Save,
    jobs::{AskToConfirm, SendNews},
    model::{Rhythm, SavedSearch, State},
    policy::{ChangeSearch, Favourite, SaveSearch, System},
    settings, store,
};
use facets::model::{SavedSearchId, VacancyId};

/// The most searches of one person or address: more of them is no use to anybody.
const MOST: usize = 20;

/// Whether a letter must confirm it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Letters are sent from now on.
    Active,
    /// A letter asks to confirm the address.
    Waiting,
}

/// Saves a search. With an account that has an address it counts at once; otherwise once the link in the mail was used.
/// The same search by the same person changes its rhythm instead.
///
/// # Errors
/// [`Problem::Conflict`] when somebody has very many; when the database refuses.
pub async fn save(ctx: &Ctx, permit: &Permit<SaveSearch>, save: Save) -> Result<Saved> {
    let mut tx = ctx.begin(permit).await?;
    let person = match (&save.email, ctx.actor.person_id()) {
        (None, Some(person)) => Some(person),
        (Some(_), _) => None,
        (None, None) => return Err(Problem::SignInFirst),
    };
    let known = match (person, &save.email) {
        (Some(person), _) => of_person(&mut tx, ctx, person).await?,
        (None, Some(email)) => of_address(&mut tx, ctx, email).await?,
        (None, None) => Vec::new(),
    };
    let same = known.iter().find(|search| search.filters == save.filters).cloned();
    if same.is_none() && known.len() >= MOST {
        return Err(Problem::Conflict("saved-search-error-many"));
    }
    let mut search = same.unwrap_or_else(|| new_search(ctx, &save, person));
    search.lang = ctx.lang;
    // A rhythm somebody else types with this address counts only once its owner confirmed.
    if search.state == State::Waiting || person.is_some() {
        search.renew(save.rhythm, ctx.now);
    }
    let id = search.id;
    let waiting = person.is_none() && search.state == State::Waiting;
    store::SAVE.run(&mut tx, search.into()).await?;
    if waiting {
        tx.enqueue(ctx, &AskToConfirm { search: id }).await?;
    }
    tx.audit(ctx, permit, "saved_search.save", Subject::of("saved_search", id), &json!({})).await?;
    ctx.commit(tx).await?;
    Ok(if person.is_some() { Saved::Active } else { Saved::Waiting })
}

fn new_search(ctx: &Ctx, save: &Save, person: Option<PersonId>) -> SavedSearch {
    SavedSearch {
        municipality: ctx.town(),
        id: ctx.id(),
        person,
        email: save.email.clone(),
        lang: ctx.lang,
        filters: save.filters.clone(),
        rhythm: save.rhythm,
        state: if person.is_some() { State::Active } else { State::Waiting },
        confirm_hash: None,
        seen_until: ctx.now,
        sent: Vec::new(),
        created_at: ctx.now,
        renewed_at: ctx.now,
    }
}

async fn of_person(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<Vec<SavedSearch>> {
    let rows = store::OWN.all(tx, (ctx.town(), person, None)).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

async fn of_address(tx: &mut Tx, ctx: &Ctx, email: &str) -> Result<Vec<SavedSearch>> {
    let rows = store::OF_ADDRESS.all(tx, (ctx.town(), email.to_owned())).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Makes the secret of the mail that asks to confirm; an earlier one is worth nothing from then on.
pub async fn make_confirmation(
    ctx: &Ctx,
    permit: &Permit<System>,
    id: SavedSearchId,
) -> Result<Option<(SavedSearch, Secret)>> {
    let mut tx = ctx.begin(permit).await?;
    let Some(row) = store::FIND.optional(&mut tx, (ctx.town(), id)).await? else { return Ok(None) };
    let mut search = SavedSearch::from(row);
    if search.state != State::Waiting {
        return Ok(None);
    }
    let secret = Secret::new(&ctx.app);
    search.confirm_hash = Some(secret.hash());
    store::SAVE.run(&mut tx, search.clone().into()).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(Some((search, secret)))
}

/// The link in the mail was used.
///
/// # Errors
/// [`Problem::Gone`] when it holds no more.
pub async fn confirm(ctx: &Ctx, permit: &Permit<ChangeSearch>, token: &str) -> Result<SavedSearch> {
    let mut tx = ctx.begin(permit).await?;
    let row = store::TO_CONFIRM.optional(&mut tx, (ctx.town(), hash(token))).await?;
    let mut search = SavedSearch::from(row.ok_or(Problem::Gone("saved-search-link-over"))?);
    search.confirm(ctx.now);
    store::SAVE.run(&mut tx, search.clone().into()).await?;
    tx.audit(ctx, permit, "saved_search.confirm", Subject::of("saved_search", search.id), &json!({})).await?;
    ctx.commit(tx).await?;
    Ok(search)
}

/// Another rhythm.
///
/// # Errors
/// [`Problem::NotFound`] when it is over.
pub async fn change(ctx: &Ctx, permit: &Permit<ChangeSearch>, id: SavedSearchId, rhythm: Rhythm) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let row = store::FIND.optional(&mut tx, (ctx.town(), id)).await?;
    let mut search = SavedSearch::from(row.ok_or(Problem::NotFound)?);
    search.renew(rhythm, ctx.now);
    store::SAVE.run(&mut tx, search.into()).await?;
    tx.audit(ctx, permit, "saved_search.change", Subject::of("saved_search", id), &json!({ "rhythm": rhythm })).await?;
    ctx.commit(tx).await
}

/// Puts a search back that was switched off; nothing happens to another.
///
/// # Errors
/// [`Problem::NotFound`] when it is forgotten by now.
pub async fn put_back(ctx: &Ctx, permit: &Permit<ChangeSearch>, id: SavedSearchId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let row = store::FIND.optional(&mut tx, (ctx.town(), id)).await?;
    let mut search = SavedSearch::from(row.ok_or(Problem::NotFound)?);
    search.put_back(ctx.now);
    store::SAVE.run(&mut tx, search.into()).await?;
    tx.audit(ctx, permit, "saved_search.put_back", Subject::of("saved_search", id), &json!({})).await?;
    ctx.commit(tx).await
}

/// No more letters; for a while it can be put back. Ending it twice does no harm.
pub async fn end(ctx: &Ctx, permit: &Permit<ChangeSearch>, id: SavedSearchId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let Some(row) = store::FIND.optional(&mut tx, (ctx.town(), id)).await? else { return Ok(()) };
    let mut search = SavedSearch::from(row);
    search.end(ctx.now);
    store::SAVE.run(&mut tx, search.into()).await?;
    tx.audit(ctx, permit, "saved_search.end", Subject::of("saved_search", id), &json!({})).await?;
    ctx.commit(tx).await
}

/// Remembers what is news to a saved search and has it sent.
pub async fn announce(
    ctx: &Ctx,
    permit: &Permit<System>,
    id: SavedSearchId,
    found: &[(Uuid, kernel::Instant)],
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let Some(row) = store::FIND.optional(&mut tx, (ctx.town(), id)).await? else { return Ok(()) };
    let mut search = SavedSearch::from(row);
    if search.state != State::Active {
        return Ok(());
    }
    let fresh = search.fresh(found);
    if fresh.is_empty() {
        return Ok(());
    }
    search.heard(&fresh, ctx.now);
    store::SAVE.run(&mut tx, search.into()).await?;
    tx.enqueue(ctx, &SendNews { search: id, vacancies: fresh.into_iter().map(VacancyId).collect() }).await?;
    tx.unaudited(Unaudited::Progress);
    ctx.commit(tx).await
}

/// Makes the link of one letter.
pub async fn make_link(ctx: &Ctx, permit: &Permit<System>, id: SavedSearchId) -> Result<Secret> {
    let secret = Secret::new(&ctx.app);
    let mut tx = ctx.begin(permit).await?;
    store::ADD_LINK.run(&mut tx, (ctx.town(), secret.hash(), id, ctx.now)).await?;
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(secret)
}

/// Forgets what was never confirmed, and what nobody has shown to want for long.
pub async fn forget(ctx: &Ctx, permit: &Permit<System>) -> Result<()> {
    let days = |setting| i64::from(ctx.municipality.settings.count(setting, ctx.today())) * time::DAY;
    let mut tx = ctx.begin(permit).await?;
    store::FORGET_WAITING.run(&mut tx, (ctx.town(), ctx.now.plus(-days(&settings::WAITING_DAYS)))).await?;
    store::FORGET_ENDED.run(&mut tx, (ctx.town(), ctx.now.plus(-days(&settings::UNDO_DAYS)))).await?;
    store::FORGET_STALE.run(&mut tx, (ctx.town(), ctx.now.plus(-days(&settings::KEPT_DAYS)))).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}

/// Keeps a vacancy to look at later, or lets it go.
///
/// # Errors
/// [`Problem::SignInFirst`] without an account; when the database refuses.
pub async fn favourite(ctx: &Ctx, permit: &Permit<Favourite>, vacancy: VacancyId, keep: bool) -> Result<()> {
    let person = ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    let mut tx = ctx.begin(permit).await?;
    if keep {
        store::KEEP_FAVOURITE.run(&mut tx, (ctx.town(), person, vacancy, ctx.now)).await?;
    } else {
        store::DROP_FAVOURITE.run(&mut tx, (ctx.town(), person, vacancy)).await?;
    }
    tx.unaudited(Unaudited::Unshown);
    ctx.commit(tx).await
}

/// Ends what is kept of somebody, in the transaction in which everything of them ends.
pub async fn erase(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    let email = people::account(tx, ctx.town(), person).await?.and_then(|account| account.email);
    store::FORGET_PERSON.run(tx, (ctx.town(), person, email)).await?;
    store::FORGET_FAVOURITES.run(tx, (ctx.town(), person)).await?;
    Ok(())
}
