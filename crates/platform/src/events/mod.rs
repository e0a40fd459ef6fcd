//! Facts in the past tense, recorded in the transaction that made them true.
//!
//! Every subscriber of a fact gets a job in the same transaction, so nothing is lost between a change and its
//! consequences. The feed of all facts also tells each process what to refresh (see [`feed`]).

pub mod feed;
mod store;

use std::collections::HashMap;

use kernel::{EventId, Instant, JobId, Result};
use serde::{Serialize, de::DeserializeOwned};
pub use store::STATEMENTS;
use uuid::Uuid;

use crate::{
    app::Ctx,
    db::{Conn, Tx},
    jobs::{self, NewJob},
    plan::Plan,
};

/// A fact in the past tense: `ResponseReceived`, `ShiftLeftOpen`.
pub trait Event: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// `capability.fact_in_past_tense`; stored, so it never changes.
    const KIND: &'static str;
    /// What it is about: `vacancy`, `response`.
    const SUBJECT: &'static str;
    /// Which one.
    fn subject(&self) -> Uuid;
}

/// Which jobs follow from which events.
#[derive(Default)]
pub struct Bus {
    subscribers: HashMap<&'static str, Vec<&'static str>>,
}

impl Bus {
    /// From what the capabilities subscribed to.
    pub fn from_plans(plans: &[Plan]) -> Self {
        let mut bus = Self::default();
        for (event, job) in plans.iter().flat_map(|plan| plan.subscriptions.iter()) {
            bus.subscribers.entry(event).or_default().push(job);
        }
        bus
    }

    fn of(&self, kind: &str) -> &[&'static str] {
        self.subscribers.get(kind).map_or(&[], Vec::as_slice)
    }
}

impl Tx {
    /// Records a fact, and a job for each of its subscribers.
    pub async fn record<E: Event>(&mut self, ctx: &Ctx, event: &E) -> Result<()> {
        let payload = serde_json::to_string(event)?;
        let id: EventId = ctx.id();
        let row = store::EventRow {
            municipality_id: ctx.town(),
            id,
            kind: E::KIND.to_owned(),
            subject_kind: E::SUBJECT.to_owned(),
            subject_id: event.subject(),
            payload: payload.clone(),
            recorded_at: *self.recorded_at.get_or_insert_with(|| ctx.app.now()),
        };
        store::INSERT.run(self, row).await?;
        for kind in ctx.app.bus.of(E::KIND) {
            let job = NewJob { kind, payload: payload.clone(), run_at: ctx.now, dedup_key: None };
            jobs::insert(self, ctx, ctx.id::<JobId>(), job).await?;
        }
        self.wakes = true;
        Ok(())
    }
}

/// A transaction that took longer than this records its facts anew before it commits.
const LONG_MILLIS: i64 = 10_000;

/// Puts the facts of a long transaction (an import) at the end of the feed, right before it commits: those who follow look
/// back over a window only, and would never see what stands before it.
pub(crate) async fn record_anew(tx: &mut Tx, ctx: &Ctx) -> Result<()> {
    let now = ctx.app.now();
    if let Some(at) = tx.recorded_at.filter(|at| now.since(*at) > LONG_MILLIS) {
        store::RECORD_ANEW.run(tx, (ctx.town(), at, now)).await?;
    }
    Ok(())
}

/// Forgets facts recorded before `before`; what they brought about stays.
pub async fn forget(conn: &mut Conn, ctx: &Ctx, before: Instant) -> Result<()> {
    store::FORGET.run(conn, (ctx.town(), before)).await?;
    Ok(())
}
