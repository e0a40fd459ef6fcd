//! Letters that follow from what happened to organisations.

use kernel::{ContactRole, OrganisationId, PersonId, Result};
use platform::{Ctx, Job, JobCtx, db::Code, mail::Reader};
use serde::{Deserialize, Serialize};

use crate::{
    events::{
        ContactAdded, ContactHandedOver, OrganisationClosed, OrganisationConfirmed, OrganisationRefused,
        OrganisationRegistered, OrganisationUnreachable,
    },
    mails::About,
    model::{Contact, InvitationId, InvitationState},
    store,
};

/// Writes the letter of one invitation.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SendInvitation {
    pub invitation: InvitationId,
}

impl Job for SendInvitation {
    const KIND: &'static str = "organisations.send_invitation";
}

/// Tells the person who asked that nobody answered.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct TellExpired {
    pub invitation: InvitationId,
}

impl Job for TellExpired {
    const KIND: &'static str = "organisations.tell_expired";
}

async fn about(job: JobCtx, id: OrganisationId) -> Result<Option<About>> {
    let mut conn = job.read().await?;
    let organisation = crate::organisation(&mut conn, job.town(), id).await?;
    drop(conn);
    Ok(organisation.map(|organisation| About { job, organisation }))
}

async fn name(ctx: &Ctx, person: PersonId) -> Result<Option<String>> {
    let mut conn = ctx.read().await?;
    Ok(people::account(&mut conn, ctx.town(), person).await?.map(|account| account.name))
}

/// To the person who registered it: what happens next.
pub(crate) async fn registered(job: JobCtx, event: OrganisationRegistered) -> Result<()> {
    let (Some(about), Some(by)) = (about(job, event.organisation).await?, event.by) else { return Ok(()) };
    about.tell_one(by, 0, |reader| about.registered(reader)).await
}

/// To its contacts: it takes part.
pub(crate) async fn confirmed(job: JobCtx, event: OrganisationConfirmed) -> Result<()> {
    let Some(about) = about(job, event.organisation).await? else { return Ok(()) };
    about.tell(|_| true, |reader| about.confirmed(reader)).await
}

/// To its contacts: why not, and how to answer.
pub(crate) async fn refused(job: JobCtx, event: OrganisationRefused) -> Result<()> {
    let Some(about) = about(job, event.organisation).await? else { return Ok(()) };
    about.tell(|_| true, |reader| about.refused(reader)).await
}

/// To its contacts: it takes part no longer.
pub(crate) async fn closed(job: JobCtx, event: OrganisationClosed) -> Result<()> {
    let Some(about) = about(job, event.organisation).await? else { return Ok(()) };
    about.tell(|_| true, |reader| about.closed(reader)).await
}

/// To the other owners: who has come.
pub(crate) async fn contact_added(job: JobCtx, event: ContactAdded) -> Result<()> {
    let Some(about) = about(job, event.organisation).await? else { return Ok(()) };
    let Some(new) = name(&about.job, event.person).await? else { return Ok(()) };
    let others = |contact: &Contact| contact.person != event.person && contact.role == ContactRole::Owner;
    about.tell(others, |reader| about.contact_added(reader, &new)).await
}

/// To the contact who left, and to the one who has it now.
pub(crate) async fn handed_over(job: JobCtx, event: ContactHandedOver) -> Result<()> {
    let Some(about) = about(job, event.organisation).await? else { return Ok(()) };
    let from = name(&about.job, event.from).await?;
    let Some(to) = name(&about.job, event.to).await? else { return Ok(()) };
    about.tell_one(event.from, 0, |reader| about.handed_over(reader, &to)).await?;
    about.tell_one(event.to, 1, |reader| about.taken_over(reader, from.as_deref())).await
}

/// To the person who asked: nobody answered; ask somebody else.
pub(crate) async fn expired(job: JobCtx, TellExpired { invitation }: TellExpired) -> Result<()> {
    let mut conn = job.read().await?;
    let found = store::INVITATION.optional(&mut conn, (job.town(), invitation)).await?;
    drop(conn);
    let Some(invitation) = found else { return Ok(()) };
    let Some(by) = invitation.from_person.or(invitation.invited_by) else { return Ok(()) };
    let Some(about) = about(job, invitation.organisation_id).await? else { return Ok(()) };
    about.tell_one(by, 0, |reader| about.expired(reader, &invitation)).await
}

/// To its contacts, and to its own address: nobody seems to read what we write.
pub(crate) async fn unreachable(job: JobCtx, event: OrganisationUnreachable) -> Result<()> {
    let Some(about) = about(job, event.organisation).await? else { return Ok(()) };
    if let Some(email) = about.organisation.details.email.clone() {
        let itself = Reader { email, name: None, lang: about.job.lang };
        about.unreachable(itself).send(u8::MAX).await?;
    }
    about.tell(|_| true, |reader| about.unreachable(reader)).await
}

/// To the person who is asked: what, by whom, until when.
pub(crate) async fn send_invitation(job: JobCtx, SendInvitation { invitation }: SendInvitation) -> Result<()> {
    let mut conn = job.read().await?;
    let found = store::INVITATION.optional(&mut conn, (job.town(), invitation)).await?;
    let Some(invitation) = found.filter(|found| found.state == Code(InvitationState::Open)) else { return Ok(()) };
    if invitation.expires_at <= job.app.now() {
        return Ok(());
    }
    let account = people::account_by_email(&mut conn, job.town(), &invitation.email).await?;
    let sender = match invitation.invited_by.or(invitation.from_person) {
        Some(person) => people::account(&mut conn, job.town(), person).await?,
        None => None,
    };
    drop(conn);
    let Some(about) = about(job, invitation.organisation_id).await? else { return Ok(()) };
    let lang = account.as_ref().and_then(|account| account.lang).unwrap_or(about.job.municipality.default_lang());
    let reader = Reader { email: invitation.email.clone(), name: account.map(|account| account.name), lang };
    about.invitation(reader, &invitation, sender).send(0).await
}
