//! Registering, agreeing, withdrawing, looking, making a card, coming in with one.

use kernel::{Instant, Permit, PersonId, Problem, Result, time};
use platform::{
    Ctx, Tx,
    audit::Subject,
    auth::{self, Secret},
    db::Code,
};
use serde_json::json;

use super::{
    ConsentId, all_consents,
    forms::{Agreement, Register},
    jobs::{self, DropCard, MakeCard},
    model::{Consent, GivenTo, paper_code_of},
    store,
};
use crate::{
    events::{ConsentGiven, ConsentWithdrawn},
    model::{Profile, Reach},
    policy::{Assist, Enter, Mediate},
    profile::{self, Told},
    signin,
};

/// Letters and digits of a card's code: 60 bits, too many to guess.
const CODE_LENGTH: usize = 12;
/// How long one is signed in with a card: long enough to look, too short to be forgotten on a shared computer.
pub(crate) const CARD_SESSION: i64 = time::HOUR;

/// Registers somebody who is there and agreed to be helped: by the information point, or by the organisation `to`.
pub async fn register(ctx: &Ctx, permit: &Permit<Mediate>, new: Register, to: Option<&GivenTo>) -> Result<PersonId> {
    let mut tx = ctx.begin(permit).await?;
    let person = register_in(&mut tx, ctx, permit, new, to).await?;
    ctx.commit(tx).await?;
    Ok(person)
}

/// As [`register`], within a transaction of a caller that has its own rule for who may.
pub(crate) async fn register_in<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    new: Register,
    to: Option<&GivenTo>,
) -> Result<PersonId> {
    let town = ctx.town();
    let person = crate::add_person(tx, ctx, &new.name, None, &[], new.lang).await?;
    let sort_key = crate::model::name_keys(&new.name);
    crate::store::CHANGE.run(tx, (town, person, new.name, sort_key, new.phone)).await?;
    let reach = if new.address.is_some() { vec![Reach::Post, Reach::Mediator] } else { Vec::new() };
    let profile = Profile { address: new.address, reach, ..Profile::default() };
    profile::store::SAVE.save(tx, &Told { municipality: town, person, profile, changed_at: ctx.now }).await?;
    tx.audit(ctx, permit, "person.register_at_desk", Subject::of("person", person), &json!({})).await?;
    agree(tx, ctx, permit, person, &new.agreement, to).await?;
    Ok(person)
}

/// Keeps what somebody agrees to; `to`: the organisation to which, when it is not the information point.
async fn agree<A>(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<A>,
    person: PersonId,
    agreement: &Agreement,
    to: Option<&GivenTo>,
) -> Result<()> {
    let organisation = to.map(|to| to.organisation);
    tx.lock(person).await?;
    for purpose in &agreement.purposes {
        store::REPLACE.run(tx, (ctx.town(), person, Code(*purpose), ctx.now, organisation)).await?;
        let agreed = (*purpose, agreement.way, agreement.valid_until);
        let mut consent = Consent::new((ctx.town(), ctx.id()), person, agreed, ctx.now, to);
        consent.recorded_by = permit.actor().person_id();
        store::SAVE.save(tx, &consent).await?;
        tx.record(ctx, &ConsentGiven { person, purpose: *purpose }).await?;
    }
    let details = json!({
        "purposes": agreement.purposes, "way": agreement.way, "until": agreement.valid_until.to_string(),
        "organisation": organisation,
    });
    tx.audit(ctx, permit, "person.give_consent", Subject::of("person", person), &details).await
}

/// Records what somebody agrees to (again), face to face or by themselves: `to` the information point, or to an organisation.
pub(crate) async fn give<A>(
    ctx: &Ctx,
    permit: &Permit<A>,
    person: PersonId,
    agreement: &Agreement,
    to: Option<&GivenTo>,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    agree(&mut tx, ctx, permit, person, agreement, to).await?;
    ctx.commit(tx).await
}

/// Withdraws a consent; it is worth nothing from now on. With the last one the cards end too.
///
/// # Errors
/// [`Problem::NotFound`] when this person has no such consent that holds.
pub(crate) async fn withdraw<A>(ctx: &Ctx, permit: &Permit<A>, person: PersonId, consent: ConsentId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(person).await?;
    if store::WITHDRAW.run(&mut tx, (ctx.town(), person, consent, ctx.now)).await? == 0 {
        return Err(Problem::NotFound);
    }
    let left = all_consents(&mut tx, ctx.town(), person).await?;
    if !left.iter().any(|consent| consent.holds(ctx.today())) {
        store::END_CARDS.run(&mut tx, (ctx.town(), person)).await?;
    }
    tx.record(ctx, &ConsentWithdrawn { person }).await?;
    tx.audit(ctx, permit, "person.withdraw_consent", Subject::of("person", person), &json!({ "consent": consent }))
        .await?;
    ctx.commit(tx).await
}

/// Notes that somebody at the desk looked at a person.
pub(crate) async fn look(ctx: &Ctx, permit: &Permit<Assist>, person: PersonId, at: &'static str) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.audit(ctx, permit, "person.look", Subject::of("person", person), &json!({ "at": at })).await?;
    ctx.commit(tx).await
}

/// Makes a card; earlier ones end. The code is known to nobody but the person who reads the card.
pub(crate) async fn make_card(
    ctx: &Ctx,
    permit: &Permit<Assist>,
    person: PersonId,
    expires_at: Instant,
) -> Result<String> {
    let code = auth::paper_code(&ctx.app, CODE_LENGTH);
    let mut tx = ctx.begin(permit).await?;
    store::END_CARDS.run(&mut tx, (ctx.town(), person)).await?;
    let hash = auth::hash(&paper_code_of(&code));
    let row = (ctx.town(), ctx.id(), person, hash, permit.actor().person_id(), ctx.now, expires_at);
    store::MAKE_CARD.run(&mut tx, row).await?;
    tx.audit(ctx, permit, "person.make_card", Subject::of("person", person), &json!({})).await?;
    ctx.commit(tx).await?;
    Ok(code)
}

/// Has the PDF of a card made that still holds, and thrown away when [`jobs::KEPT`] is over.
///
/// # Errors
/// [`Problem::Conflict`] when this is not the code of a card of this person that holds.
pub(crate) async fn ask_card(ctx: &Ctx, permit: &Permit<Assist>, card: &MakeCard) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let hash = auth::hash(&paper_code_of(&card.code));
    let owner = store::BY_CODE.optional(&mut tx, (ctx.town(), hash, ctx.now)).await?;
    if owner != Some((card.person,)) {
        return Err(Problem::Conflict("people-error-card"));
    }
    let key = card.person.to_string();
    tx.enqueue(ctx, card).await?;
    tx.cancel::<DropCard>(ctx, &key).await?;
    tx.enqueue_at(ctx, &DropCard { person: card.person }, ctx.now.plus(jobs::KEPT), &key).await?;
    tx.audit(ctx, permit, "person.print_card", Subject::of("person", card.person), &json!({})).await?;
    ctx.commit(tx).await
}

/// Comes in with the code of a card, for an hour; `None` when the code is no (longer) good.
pub(crate) async fn enter_with_card(ctx: &Ctx, permit: &Permit<Enter>, typed: &str) -> Result<Option<Secret>> {
    let mut tx = ctx.begin(permit).await?;
    let hash = auth::hash(&paper_code_of(typed));
    let Some((person,)) = store::BY_CODE.optional(&mut tx, (ctx.town(), hash, ctx.now)).await? else {
        return Ok(None);
    };
    signin::actions::end_current(&mut tx, ctx).await?;
    crate::store::SEEN.run(&mut tx, (ctx.town(), person, ctx.now)).await?;
    let secret = auth::start_session_of(&mut tx, ctx, person, CARD_SESSION, auth::Way::Card).await?;
    tx.audit(ctx, permit, "person.sign_in", Subject::of("person", person), &json!({ "way": "card" })).await?;
    ctx.commit(tx).await?;
    Ok(Some(secret))
}
