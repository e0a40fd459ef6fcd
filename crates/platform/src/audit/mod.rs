//! Who did what, on whose behalf, when. Nothing updates or deletes these rows; a test reads every statement.

mod store;

use kernel::{Actor, AuditId, Permit, Result};
use serde::Serialize;
pub use store::AuditRow;
pub use store::STATEMENTS;
use uuid::Uuid;

use crate::{app::Ctx, db::Tx};

/// What an audit row is about.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    /// `vacancy`, `person`, …
    pub kind: &'static str,
    /// Which one; absent when it is about the town as a whole.
    pub id: Option<Uuid>,
}

impl Subject {
    /// The thing with this id.
    pub fn of(kind: &'static str, id: impl Into<Uuid>) -> Self {
        Self { kind, id: Some(id.into()) }
    }

    /// The town as a whole.
    pub const fn town() -> Self {
        Self { kind: "municipality", id: None }
    }
}

/// Why a change leaves no audit row. Every other change leaves one: a transaction refuses to be committed without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unaudited {
    /// The hash of a secret that goes into a letter or a browser: what it opens leaves the row.
    Secret,
    /// What the retention table says is over goes: it says so itself, and the row would outlive the data.
    Term,
    /// A count, or what is reckoned from other data and can be reckoned anew.
    Count,
    /// How far the system is with a job, so that it does nothing twice: what the job does leaves the row.
    Progress,
    /// What nobody else sees: words while they are written, what somebody puts aside for themselves.
    Unshown,
}

impl Tx {
    /// Says why what changes here leaves no audit row.
    pub fn unaudited(&mut self, why: Unaudited) {
        tracing::trace!(?why, "no audit row");
        self.accounts = true;
    }

    /// Notes that the holder of `permit` did `action` (`thing.verb`: `offer.pause`). `details` holds no personal data beyond ids:
    /// these rows outlive a person's erasure.
    pub async fn audit<A, D: Serialize>(
        &mut self,
        ctx: &Ctx,
        permit: &Permit<A>,
        action: &str,
        subject: Subject,
        details: &D,
    ) -> Result<()> {
        let (actor_kind, actor_id) = match permit.actor() {
            Actor::Visitor => ("visitor", None),
            Actor::Person(person) => ("person", Some(person.id.0)),
            Actor::ApiKey(organisation) => ("api_key", Some(organisation.0)),
            Actor::System => ("system", None),
        };
        let row = AuditRow {
            municipality_id: ctx.town(),
            id: ctx.id::<AuditId>(),
            at: ctx.now,
            actor_kind: actor_kind.to_owned(),
            actor_id,
            on_behalf_of: ctx.on_behalf_of.map(|person| person.0),
            action: action.to_owned(),
            subject_kind: subject.kind.to_owned(),
            subject_id: subject.id,
            details: serde_json::to_string(details)?,
        };
        store::INSERT.run(self, row).await?;
        self.accounts = true;
        Ok(())
    }
}

/// The rows about one thing, newest first, at most `limit`.
pub async fn about(conn: &mut crate::Conn, ctx: &Ctx, subject: Subject, limit: i64) -> Result<Vec<AuditRow>> {
    let Some(id) = subject.id else { return Ok(Vec::new()) };
    Ok(store::ABOUT.all(conn, (ctx.town(), subject.kind.to_owned(), id, limit)).await?)
}

/// The rows of what one person did or what was done on their behalf, newest first, at most `limit`.
pub async fn of_person(
    conn: &mut crate::Conn,
    ctx: &Ctx,
    person: kernel::PersonId,
    limit: i64,
) -> Result<Vec<AuditRow>> {
    Ok(store::OF_PERSON.all(conn, (ctx.town(), person.0, limit)).await?)
}

/// The newest rows of the town, at most `limit`.
pub async fn latest(conn: &mut crate::Conn, ctx: &Ctx, limit: i64) -> Result<Vec<AuditRow>> {
    Ok(store::LATEST.all(conn, (ctx.town(), limit)).await?)
}
