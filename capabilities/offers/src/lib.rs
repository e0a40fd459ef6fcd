//! Offers: a person or a group offers to do something.
//!
//! Owns: `offers`. Sends: [`events`]. An offer shows a first name or nickname and never how to reach somebody; who may see
//! it is the choice of who makes it. It ends by itself unless one tap keeps it.

mod actions;
pub mod events;
mod forms;
mod jobs;
mod mails;
pub mod model;
mod pages;
pub mod policy;
mod queues;
pub mod samples;
pub mod settings;
mod store;
mod subject;
#[cfg(test)]
mod tests;
mod views;

pub use self::actions::{change, take_down};
pub use self::model::Draft;

use kernel::Result;
use platform::{Conn, Ctx, Plan, Tx, db::query::Many, plan::Access};

use self::model::{Closing, Offer, State};
pub use self::views::{SampleOffer, may_see};
use facets::model::{OfferId, term};

/// What this capability has.
pub fn plan() -> Plan {
    queues::add(Plan::new("offers", 3))
        .get("/mijn/aanbod", pages::mine, Access::SIGNED_IN_OR_CARD)
        .get("/mijn/aanbod/nieuw", pages::new, Access::SIGNED_IN)
        .once("/mijn/aanbod/nieuw", pages::create, Access::SIGNED_IN)
        .get("/mijn/aanbod/{offer}/wijzigen", pages::edit, Access::OWN)
        .post("/mijn/aanbod/{offer}/wijzigen", pages::change, Access::OWN)
        .steps(&actions::STEPS)
        .asked(&actions::CLOSE)
        .get("/aanbod/verlengen/{token}", pages::ask_keep, Access::PUBLIC)
        .post("/aanbod/verlengen/{token}", pages::keep_by_link, Access::PUBLIC)
        .get("/aanbod/{offer}", pages::show, Access::PUBLIC)
        .get("/aanbod/{offer}/reageer", pages::approach::form, Access::ANY_CONTACT)
        .once("/aanbod/{offer}/reageer", pages::approach::send, Access::ANY_CONTACT)
        .asked(&actions::TAKE_DOWN)
        .post("/aanbod/{offer}/plaatsen", pages::let_in, Access::DESK)
        .retired("marketplace.look_after_offers")
        .term(&actions::SHOWN)
        .job(jobs::ask_to_keep)
        .job(jobs::tell_let_in)
        .on("marketplace.tell_offer_closed", jobs::tell_closed)
        .on("marketplace.answer_when_offer_closed", jobs::answer_when_closed)
        .subject(subject::source())
        .settings(&[&settings::SHOWN_DAYS, &settings::REMINDER_DAYS])
        .forgets("retention-offer", &settings::KEPT_DAYS, &store::FORGET)
        .person_data(
            "offer-data",
            |conn, ctx, person| Box::pin(views::export(conn, ctx, person)),
            |tx, ctx, person| Box::pin(erase(tx, ctx, person)),
        )
        .my_section(|conn, ctx, person| Box::pin(views::my_cards(conn, ctx, person)))
        .samples(samples::samples)
        .statements(store::STATEMENTS)
}

/// One offer, in whatever state; whoever shows it asks [`may_see`] first.
pub async fn find(conn: &mut Conn, ctx: &Ctx, id: OfferId) -> Result<Option<Offer>> {
    Ok(store::FIND.optional(conn, (ctx.town(), id)).await?)
}

/// At most `limit` live offers, of either visibility, in order of their ids after `after`; for the index.
pub async fn live_offers(conn: &mut Conn, ctx: &Ctx, after: Option<OfferId>, limit: i64) -> Result<Vec<Offer>> {
    let after = after.unwrap_or(OfferId(uuid::Uuid::nil()));
    Ok(store::LIVE_AFTER.all(conn, (ctx.town(), after, limit)).await?)
}

/// These offers, in whatever state and in no order; whoever shows them asks [`may_see`] for each.
pub async fn by_ids(conn: &mut Conn, ctx: &Ctx, ids: &[OfferId]) -> Result<Vec<Offer>> {
    let mut offers = Vec::with_capacity(ids.len());
    for chunk in Many::chunks(ids) {
        offers.extend(store::BY_IDS.all(conn, (ctx.town(), chunk)).await?);
    }
    Ok(offers)
}

/// Adds an offer of a demonstration, without events: the town is filled before anybody looks.
pub async fn insert_sample(tx: &mut Tx, ctx: &Ctx, sample: SampleOffer) -> Result<OfferId> {
    let days = ctx.municipality.settings.count(&settings::SHOWN_DAYS, ctx.today());
    let first_day = sample.published_at.date(&ctx.municipality.zone);
    let key = (ctx.town(), ctx.id());
    let mut offer = Offer::new(key, sample.person, sample.draft, sample.published_at, term(first_day, days));
    if sample.closed {
        (offer.state, offer.closing) = (State::Closed, Some(Closing::Otherwise));
    }
    store::SAVE.save(tx, &offer).await?;
    Ok(offer.id)
}

async fn erase(tx: &mut Tx, ctx: &Ctx, person: kernel::PersonId) -> Result<()> {
    for offer in views::of_person(tx, ctx, person).await? {
        // Whoever changes it at this moment must not keep it after all.
        tx.lock(offer.id).await?;
        if offer.is_shown() {
            tx.record(ctx, &events::OfferClosed::of(&offer, Closing::Stopped, false, false)).await?;
        }
    }
    store::FORGET_OF.run(tx, (ctx.town(), person)).await?;
    Ok(())
}
