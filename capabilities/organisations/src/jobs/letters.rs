//! Letters that follow from what happened to organisations.

use kernel::{ContactRole, OrganisationId, PersonId, Result};
use platform::{Ctx, Job, JobCtx, db::Code};
use serde::{Deserialize, Serialize};

use crate::{
    events::{
        ContactAdded, ContactHandedOver, OrganisationClosed, OrganisationConfirmed, OrganisationRefused,
        OrganisationRegistered, OrganisationUnreachable,
    },
    mails::{self, Reader},
    model::{Contact, InvitationId, InvitationState, Organisation},
    store,
};
use people::Account;

/// Writes the letter of one invitation.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendInvitation {
    /// Which.
    pub invitation: InvitationId,
}

impl Job for SendInvitation {
    const KIND: &'static str = "organisations.send_invitation";
}

/// The job in the language its reader chose.
fn for_reader(job: &JobCtx, account: &Account) -> JobCtx {
    let lang = account.lang.unwrap_or(job.municipality.default_lang());
    JobCtx { ctx: job.ctx.in_language(lang), ..job.clone() }
}

async fn organisation(ctx: &Ctx, id: OrganisationId) -> Result<Option<Organisation>> {
    let mut conn = ctx.read().await?;
    crate::organisation(&mut conn, ctx.town(), id).await
}

async fn account(ctx: &Ctx, person: PersonId) -> Result<Option<Account>> {
    let mut conn = ctx.read().await?;
    people::account(&mut conn, ctx.town(), person).await
}

/// Sends to every contact that fits and can be written to, each in their own language.
async fn tell(
    job: &JobCtx,
    organisation: &Organisation,
    who: impl Fn(&Contact) -> bool,
    letter: impl Fn(&Reader<'_>) -> platform::mail::Letter,
) -> Result<()> {
    let mut conn = job.read().await?;
    let contacts = crate::contacts(&mut conn, job.town(), organisation.id).await?;
    drop(conn);
    for (number, contact) in (0..).zip(contacts.iter().filter(|contact| who(contact))) {
        let Some(account) = account(job, contact.person).await? else { continue };
        tell_one(job, &account, organisation, number, &letter).await?;
    }
    Ok(())
}

async fn tell_one(
    job: &JobCtx,
    account: &Account,
    organisation: &Organisation,
    number: u8,
    letter: impl Fn(&Reader<'_>) -> platform::mail::Letter,
) -> Result<()> {
    let Some(email) = &account.email else { return Ok(()) };
    let job = for_reader(job, account);
    let reader = Reader { ctx: &job.ctx, name: &account.name, email, organisation };
    job.send(&letter(&reader), number).await
}

/// To whoever registered it: what happens next.
///
/// # Errors
/// When the letter cannot be sent; the job is tried again. So for all of these.
pub async fn registered(job: JobCtx, event: OrganisationRegistered) -> Result<()> {
    let (Some(organisation), Some(by)) = (organisation(&job, event.organisation).await?, event.by) else {
        return Ok(());
    };
    let Some(account) = account(&job, by).await? else { return Ok(()) };
    tell_one(&job, &account, &organisation, 0, mails::registered).await
}

/// To its contacts: it takes part.
pub async fn confirmed(job: JobCtx, event: OrganisationConfirmed) -> Result<()> {
    let Some(organisation) = organisation(&job, event.organisation).await? else { return Ok(()) };
    tell(&job, &organisation, |_| true, mails::confirmed).await
}

/// To its contacts: why not, and how to answer.
pub async fn refused(job: JobCtx, event: OrganisationRefused) -> Result<()> {
    let Some(organisation) = organisation(&job, event.organisation).await? else { return Ok(()) };
    tell(&job, &organisation, |_| true, mails::refused).await
}

/// To its contacts: it takes part no longer.
pub async fn closed(job: JobCtx, event: OrganisationClosed) -> Result<()> {
    let Some(organisation) = organisation(&job, event.organisation).await? else { return Ok(()) };
    tell(&job, &organisation, |_| true, mails::closed).await
}

/// To the other owners: who has come.
pub async fn contact_added(job: JobCtx, event: ContactAdded) -> Result<()> {
    let Some(organisation) = organisation(&job, event.organisation).await? else { return Ok(()) };
    let Some(new) = account(&job, event.person).await? else { return Ok(()) };
    let others = |contact: &Contact| contact.person != event.person && contact.role == ContactRole::Owner;
    tell(&job, &organisation, others, |reader| mails::contact_added(reader, &new.name)).await
}

/// To who left, and to who has it now.
pub async fn handed_over(job: JobCtx, event: ContactHandedOver) -> Result<()> {
    let Some(organisation) = organisation(&job, event.organisation).await? else { return Ok(()) };
    let (from, to) = (account(&job, event.from).await?, account(&job, event.to).await?);
    let Some(to) = to else { return Ok(()) };
    if let Some(from) = &from {
        tell_one(&job, from, &organisation, 0, |reader| mails::handed_over(reader, &to.name)).await?;
    }
    // Who was erased has no name any more.
    let name = from.map(|from| from.name);
    tell_one(&job, &to, &organisation, 1, |reader| mails::taken_over(reader, name.as_deref())).await
}

/// Tells whoever asked that nobody answered.
#[derive(Debug, Serialize, Deserialize)]
pub struct TellExpired {
    /// Which invitation.
    pub invitation: InvitationId,
}

impl Job for TellExpired {
    const KIND: &'static str = "organisations.tell_expired";
}

/// To whoever asked: nobody answered; ask somebody else.
pub async fn expired(job: JobCtx, TellExpired { invitation }: TellExpired) -> Result<()> {
    let mut conn = job.read().await?;
    let Some(row) = store::INVITATION.optional(&mut conn, (job.town(), invitation)).await? else { return Ok(()) };
    drop(conn);
    let Some(by) = row.from_person.or(row.invited_by) else { return Ok(()) };
    let (organisation, account) = (organisation(&job, row.organisation_id).await?, account(&job, by).await?);
    let (Some(organisation), Some(account)) = (organisation, account) else { return Ok(()) };
    tell_one(&job, &account, &organisation, 0, |reader| mails::expired(reader, &row)).await
}

/// To its contacts, and to its own address: nobody seems to read what we write.
pub async fn unreachable(job: JobCtx, event: OrganisationUnreachable) -> Result<()> {
    let Some(organisation) = organisation(&job, event.organisation).await? else { return Ok(()) };
    if let Some(email) = &organisation.details.email {
        let reader = Reader { ctx: &job.ctx, name: "", email, organisation: &organisation };
        job.send(&mails::unreachable(&reader), u8::MAX).await?;
    }
    tell(&job, &organisation, |_| true, mails::unreachable).await
}

/// To the invited: what is asked, by whom, until when.
pub async fn send_invitation(job: JobCtx, SendInvitation { invitation }: SendInvitation) -> Result<()> {
    let mut conn = job.read().await?;
    let Some(row) = store::INVITATION.optional(&mut conn, (job.town(), invitation)).await? else { return Ok(()) };
    let Code(state) = row.state;
    if state != InvitationState::Open || row.expires_at <= job.app.now() {
        return Ok(());
    }
    let organisation = crate::organisation(&mut conn, job.town(), row.organisation_id).await?;
    let reader = people::account_by_email(&mut conn, job.town(), &row.email).await?;
    let sender = match row.invited_by.or(row.from_person) {
        Some(person) => people::account(&mut conn, job.town(), person).await?,
        None => None,
    };
    drop(conn);
    let Some(organisation) = organisation else { return Ok(()) };
    let lang = reader.as_ref().and_then(|account| account.lang).unwrap_or(job.municipality.default_lang());
    let job = JobCtx { ctx: job.ctx.in_language(lang), ..job };
    let name = reader.map(|account| account.name).unwrap_or_default();
    let reader = Reader { ctx: &job.ctx, name: &name, email: &row.email, organisation: &organisation };
    job.send(&mails::invitation(&reader, &row, sender.as_ref()), 0).await
}
