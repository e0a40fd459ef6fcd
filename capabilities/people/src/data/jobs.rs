//! The terms, every night; and the letters that go with them.

use jiff::ToSpan;
use kernel::{Lang, Permit, PersonId, PersonRole, Result, time::DAY};
use platform::{
    Ctx, Job, JobCtx,
    audit::{Subject, Unaudited},
    auth,
    db::Code,
    events,
    mail::{self, Reader, Writing},
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    actions,
    settings::{self, WARNING_DAYS, millis},
};
use crate::{
    desk,
    policy::{self, System},
    signin, store,
};

/// People looked at in one night; with more, the next night goes on.
const BATCH: i64 = 200;

/// Tells somebody that their unused account will end.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct WarnUnused {
    pub person: PersonId,
}

impl Job for WarnUnused {
    const KIND: &'static str = "people.warn_unused";
}

/// Tells somebody that their data are gone. The only place where the address still stands; the row of this job goes
/// when the letter is sent.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SayGoodbye {
    /// Where they read it.
    pub email: String,
    /// In which language.
    pub lang: Lang,
}

impl Job for SayGoodbye {
    const KIND: &'static str = "people.say_goodbye";
}

/// Ends what has been kept long enough.
pub(crate) async fn keep_terms(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    forget_old(&job, &permit).await?;
    take_unused_roles(&job, &permit).await?;
    warn_of_end(&job, &permit).await?;
    end_unused(&job, &permit).await
}

async fn forget_old(job: &JobCtx, permit: &Permit<System>) -> Result<()> {
    let (town, now) = (job.town(), job.now);
    let mut tx = job.begin(permit).await?;
    signin::store::FORGET.run(&mut tx, (town, now.plus(-millis(job, &settings::SIGN_INS)))).await?;
    signin::store::FORGET_STEPS.run(&mut tx, (town, now)).await?;
    auth::forget_ended(&mut tx, job, now.plus(-millis(job, &settings::SESSIONS))).await?;
    desk::store::FORGET_CARDS.run(&mut tx, (town, now)).await?;
    let kept = millis(job, &settings::CONSENTS);
    let first_day = job.today().saturating_sub((kept / DAY).days());
    desk::store::FORGET_OLD.run(&mut tx, (town, first_day, now.plus(-kept))).await?;
    mail::forget(&mut tx, job, now.plus(-millis(job, &settings::MAILBOX))).await?;
    events::forget(&mut tx, job, now.plus(-millis(job, &settings::EVENTS))).await?;
    tx.unaudited(Unaudited::Term);
    job.commit(tx).await
}

/// Takes the roles of people who do not come any more, so that their accounts end as any other. The town keeps a manager.
async fn take_unused_roles(job: &JobCtx, permit: &Permit<System>) -> Result<()> {
    let town = job.town();
    let before = job.now.plus(-millis(job, &settings::ROLES));
    let mut tx = job.begin(permit).await?;
    let mut managers = crate::holders(&mut tx, town, PersonRole::Manager).await?.len();
    for (person, Code(role)) in store::UNUSED_ROLES.all(&mut tx, (town, before, BATCH)).await? {
        let signed_in = !auth::sessions(&mut tx, job, person).await?.is_empty();
        if signed_in || (role == PersonRole::Manager && managers == 1) {
            continue;
        }
        managers -= usize::from(role == PersonRole::Manager);
        store::REVOKE.run(&mut tx, (town, person, Code(role))).await?;
        let details = json!({ "role": role, "why": "unused" });
        tx.audit(job, permit, "person.take_role", Subject::of("person", person), &details).await?;
    }
    job.commit(tx).await
}

/// Warns people whose account will end in [`WARNING_DAYS`] days. Who is still signed in somewhere is not away.
async fn warn_of_end(job: &JobCtx, permit: &Permit<System>) -> Result<()> {
    let (town, now) = (job.town(), job.now);
    let since = now.plus(WARNING_DAYS * DAY - millis(job, &settings::ACCOUNTS));
    let mut tx = job.begin(permit).await?;
    for row in store::UNUSED.all(&mut tx, (town, since, BATCH)).await? {
        match auth::sessions(&mut tx, job, row.id).await?.iter().map(|session| session.seen_at).max() {
            Some(seen) => store::SEEN.run(&mut tx, (town, row.id, seen)).await?,
            None => {
                tx.enqueue(job, &WarnUnused { person: row.id }).await?;
                store::WARN.run(&mut tx, (town, row.id, now)).await?
            }
        };
    }
    tx.unaudited(Unaudited::Progress);
    job.commit(tx).await
}

/// Ends the accounts of people who were warned and stayed away, and what is left of people without e-mail whose
/// consents have been forgotten.
async fn end_unused(job: &JobCtx, permit: &Permit<System>) -> Result<()> {
    let (town, now) = (job.town(), job.now);
    let mut conn = job.read().await?;
    let warned = store::WARNED.all(&mut conn, (town, now.plus(-WARNING_DAYS * DAY), BATCH)).await?;
    let adrift = desk::store::ADRIFT.all(&mut conn, (town, now.plus(-millis(job, &settings::CONSENTS)), BATCH)).await?;
    let mut gone = Vec::new();
    for (person,) in warned.into_iter().chain(adrift) {
        if auth::sessions(&mut conn, job, person).await?.is_empty() {
            gone.push(person);
        }
    }
    drop(conn);
    for person in gone {
        actions::erase(job, permit, person, "unused").await?;
    }
    Ok(())
}

/// Writes the warning, unless this person is no more.
pub(crate) async fn warn_unused(job: JobCtx, WarnUnused { person }: WarnUnused) -> Result<()> {
    let args = |ctx: &Ctx| vec![("town", ctx.municipality.name.clone().into()), ("days", WARNING_DAYS.into())];
    let Some(letter) = crate::letter(&job, person, ("people-mail-unused-", ""), args).await? else { return Ok(()) };
    letter.action("/inloggen").closing("people-mail-unused-closing").send(0).await
}

/// Writes that everything is gone.
pub(crate) async fn say_goodbye(job: JobCtx, SayGoodbye { email, lang }: SayGoodbye) -> Result<()> {
    let args = |ctx: &Ctx| vec![("town", ctx.municipality.name.clone().into())];
    let letter = Writing::to(&job, Reader { email, name: None, lang }, ("people-mail-erased-", ""), args);
    letter.closing("people-mail-erased-closing").send(0).await
}
