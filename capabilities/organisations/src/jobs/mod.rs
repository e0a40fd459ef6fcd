//! What follows by itself: letters, terms, and a look at whether organisations can still be reached.

pub(crate) mod letters;

use kernel::{Instant, OrganisationId, Result, email, phone, text::title_sort_key, time};
use platform::{Conn, Ctx, Job, JobCtx, audit::Unaudited, auth};
use serde::{Deserialize, Serialize};

pub(crate) use letters::{SendInvitation, TellExpired};

use super::{
    ENDED_KEEP_DAYS, INVITATION_KEEP_DAYS, KEY_KEEP_DAYS, UNREACHABLE_DAYS, actions,
    events::{ContactAdded, ContactHandedOver, OrganisationConfirmed},
    model::{self, Contact, Organisation, Reach},
    policy, store,
};

/// Invitations closed, or rows renewed, in one go.
const BATCH: i64 = 200;

/// Looks at whether one organisation can be reached.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct CheckReach {
    pub organisation: OrganisationId,
}

impl Job for CheckReach {
    const KIND: &'static str = "organisations.check_reach";
}

/// Looks at one organisation.
pub(crate) async fn check_reach(job: JobCtx, CheckReach { organisation }: CheckReach) -> Result<()> {
    check(&job, organisation).await
}

/// Looks at every confirmed organisation: contacts also stop coming by themselves.
pub(crate) async fn check_all(job: JobCtx) -> Result<()> {
    let mut conn = job.read().await?;
    let all = super::all_confirmed(&mut conn, job.town()).await?;
    drop(conn);
    for organisation in all {
        check(&job, organisation.id).await?;
    }
    Ok(())
}

/// After somebody came.
pub(crate) async fn check_added(job: JobCtx, event: ContactAdded) -> Result<()> {
    check(&job, event.organisation).await
}

/// After somebody left.
pub(crate) async fn check_handed_over(job: JobCtx, event: ContactHandedOver) -> Result<()> {
    check(&job, event.organisation).await
}

/// After it was let in.
pub(crate) async fn check_confirmed(job: JobCtx, event: OrganisationConfirmed) -> Result<()> {
    check(&job, event.organisation).await
}

async fn check(ctx: &Ctx, id: OrganisationId) -> Result<()> {
    let days = ctx.municipality.settings.count(&UNREACHABLE_DAYS, ctx.today());
    let mut conn = ctx.read().await?;
    let Some(organisation) = super::organisation(&mut conn, ctx.town(), id).await? else { return Ok(()) };
    let in_vain: Vec<_> =
        store::IN_VAIN.all(&mut conn, (ctx.town(), id)).await?.into_iter().map(|(who,)| who).collect();
    let mut reachable = false;
    for contact in super::contacts(&mut conn, ctx.town(), id).await? {
        let Some(reach) = reach(&mut conn, ctx, &contact, in_vain.contains(&Some(contact.person))).await? else {
            continue;
        };
        reachable |= reach.is_reachable(ctx.now, days);
    }
    drop(conn);
    if (organisation.is_confirmed() && !reachable) == organisation.unreachable_since.is_some() {
        return Ok(());
    }
    let permit = policy::system(&ctx.actor).require()?;
    actions::mark_reach(ctx, &permit, id, reachable).await
}

/// How a contact can be reached; nothing for somebody who was erased.
async fn reach(conn: &mut Conn, ctx: &Ctx, contact: &Contact, handover_expired: bool) -> Result<Option<Reach>> {
    let Some(account) = people::account(conn, ctx.town(), contact.person).await? else { return Ok(None) };
    // Who stays signed in comes back without signing in.
    let sessions = auth::sessions(conn, ctx, contact.person).await?;
    let seen_at: Instant =
        sessions.iter().map(|session| session.seen_at).chain([account.seen_at]).max().unwrap_or(account.seen_at);
    Ok(Some(Reach { has_email: account.email.is_some(), seen_at, bounced_at: contact.bounced_at, handover_expired }))
}

/// Closes invitations that nobody answered in time.
pub(crate) async fn expire_invitations(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    loop {
        let mut conn = job.read().await?;
        let due = store::INVITATIONS_DUE.all(&mut conn, (job.town(), job.app.now(), BATCH)).await?;
        drop(conn);
        if due.is_empty() {
            return Ok(());
        }
        for invitation in due {
            actions::expire(&job, &permit, invitation.id).await?;
        }
    }
}

/// Forgets old invitations.
pub(crate) async fn forget_invitations(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let since = |setting| job.now.plus(-i64::from(job.municipality.settings.count(setting, job.today())) * time::DAY);
    actions::forget_invitations(&job, &permit, since(&INVITATION_KEEP_DAYS)).await?;
    actions::forget_ended(&job, &permit, since(&ENDED_KEEP_DAYS), since(&KEY_KEEP_DAYS)).await
}

/// Brings rows that an earlier program wrote into the form in which they are looked for now; usually there are none.
pub(super) async fn renew_rows(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    loop {
        let mut tx = job.begin(&permit).await?;
        let rows = store::TO_RENEW.all(&mut tx, (job.town(), BATCH)).await?;
        for Organisation { id, details, changed_at, .. } in &rows {
            let email = details.email.as_deref().map(email::normal);
            let phone = details.phone.clone().map(|text| phone::parse(&text).unwrap_or(text));
            let (sort_key, name_key) = (title_sort_key(&details.name), model::name_key(&details.name));
            let row = (job.town(), *id, sort_key, name_key, model::search_text(details), email, phone, *changed_at);
            tx.lock(*id).await?;
            store::RENEW.run(&mut tx, row).await?;
        }
        tx.unaudited(Unaudited::Count);
        job.commit(tx).await?;
        if rows.len() < usize::try_from(BATCH).unwrap_or(usize::MAX) {
            return Ok(());
        }
    }
}
