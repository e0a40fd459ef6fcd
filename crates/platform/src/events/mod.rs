//! Facts in the past tense, recorded in the transaction that made them true.
//!
//! Every subscriber of a fact gets a job in the same transaction, so nothing is lost between a change and its
//! consequences. The feed of all facts also tells each process what to refresh (see [`feed`]).

pub mod feed;
mod position;
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

/// An event of whatever type, to be recorded.
#[derive(Debug)]
pub struct Fact {
    kind: &'static str,
    subject_kind: &'static str,
    subject: Uuid,
    payload: String,
}

impl Fact {
    /// What an event says.
    ///
    /// # Errors
    /// When it cannot be written down.
    pub fn of<E: Event>(event: &E) -> Result<Self> {
        let payload = serde_json::to_string(event)?;
        Ok(Self { kind: E::KIND, subject_kind: E::SUBJECT, subject: event.subject(), payload })
    }
}

/// Declares the events about one kind of thing: what each of them says of the thing (the first is its id), and the events with
/// what only they say. Each gets `of(&thing, …)`.
///
/// ```ignore
/// events! { about Offer as "offer" {
///     /// Which offer.
///     offer: OfferId = |offer| offer.id,
/// }
///     /// It is over.
///     OfferClosed = "marketplace.offer_closed" {
///         /// Why.
///         closing: Closing,
///     }
/// }
/// ```
#[macro_export]
macro_rules! events {
    (about $model:ty as $subject:literal { $(#[$imeta:meta])* $id:ident : $itype:ty = $iof:expr $(, $(#[$cmeta:meta])* $common:ident : $ctype:ty = $of:expr)* $(,)? } $($events:tt)+) => {
        $crate::events!(@each [$model, $subject, {$(#[$imeta])* $id: $itype = $iof $(, $(#[$cmeta])* $common: $ctype = $of)*}] $($events)+);
    };
    (@each $about:tt) => {};
    (@each $about:tt $(#[$meta:meta])* $name:ident = $kind:literal { $($(#[$fmeta:meta])* $field:ident : $type:ty),* $(,)? } $($more:tt)*) => {
        $crate::events!(@one $about $(#[$meta])* $name = $kind { $($(#[$fmeta])* $field: $type),* });
        $crate::events!(@each $about $($more)*);
    };
    (@one [$model:ty, $subject:literal, {$(#[$imeta:meta])* $id:ident : $itype:ty = $iof:expr $(, $(#[$cmeta:meta])* $common:ident : $ctype:ty = $of:expr)*}]
        $(#[$meta:meta])* $name:ident = $kind:literal { $($(#[$fmeta:meta])* $field:ident : $type:ty),* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
        pub struct $name {
            $(#[$imeta])* pub $id: $itype,
            $($(#[$cmeta])* pub $common: $ctype,)*
            $($(#[$fmeta])* pub $field: $type,)*
        }

        impl $name {
            /// About this one.
            pub fn of(thing: &$model $(, $field: $type)*) -> Self {
                let id: fn(&$model) -> $itype = $iof;
                $(let $common: fn(&$model) -> $ctype = $of;)*
                Self { $id: id(thing), $($common: $common(thing),)* $($field,)* }
            }
        }

        impl $crate::events::Event for $name {
            const KIND: &'static str = $kind;
            const SUBJECT: &'static str = $subject;
            fn subject(&self) -> uuid::Uuid {
                self.$id.into()
            }
        }
    };
}

impl Tx {
    /// Records a fact, and a job for each of its subscribers.
    pub async fn record<E: Event>(&mut self, ctx: &Ctx, event: &E) -> Result<()> {
        self.record_fact(ctx, Fact::of(event)?).await
    }

    /// As [`record`](Self::record), for a fact of which the type is not known here.
    pub async fn record_fact(&mut self, ctx: &Ctx, fact: Fact) -> Result<()> {
        let id: EventId = ctx.id();
        let row = store::EventRow {
            municipality_id: ctx.town(),
            id,
            kind: fact.kind.to_owned(),
            subject_kind: fact.subject_kind.to_owned(),
            subject_id: fact.subject,
            payload: fact.payload.clone(),
            recorded_at: ctx.app.now(),
        };
        position::insert(self, row).await?;
        for kind in ctx.app.bus.of(fact.kind) {
            let job = NewJob { kind, payload: fact.payload.clone(), run_at: ctx.now, dedup_key: None, urgent: false };
            jobs::insert(self, ctx, ctx.id::<JobId>(), job).await?;
        }
        self.wakes = true;
        Ok(())
    }
}

/// Forgets facts recorded before `before`; what they brought about stays.
pub async fn forget(conn: &mut Conn, ctx: &Ctx, before: Instant) -> Result<()> {
    store::FORGET.run(conn, (ctx.town(), before)).await?;
    Ok(())
}
