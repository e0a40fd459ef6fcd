//! Letters about an organisation, each to one reader in their language.

use kernel::{PersonId, Result, text::Codes};
use platform::{
    Ctx, JobCtx,
    db::Code,
    i18n::FluentValue,
    mail::{Reader, Writing},
};

use super::{
    model::{Contact, Organisation},
    store::Invitation,
};
use people::Account;

type Args = Vec<(&'static str, FluentValue<'static>)>;

const WORKPLACE: &str = "organisations-mail-workplace";
const CONTACTS: &str = "organisations-mail-contacts";

/// An organisation about which a job writes letters.
pub(crate) struct About {
    pub job: JobCtx,
    pub organisation: Organisation,
}

impl About {
    /// Sends a letter to every contact that fits and can be written to.
    pub(crate) async fn tell(&self, who: impl Fn(&Contact) -> bool, letter: impl Fn(Reader) -> Writing) -> Result<()> {
        let mut conn = self.job.read().await?;
        let contacts = crate::contacts(&mut conn, self.job.town(), self.organisation.id).await?;
        drop(conn);
        for (number, contact) in (0..).zip(contacts.iter().filter(|contact| who(contact))) {
            self.tell_one(contact.person, number, &letter).await?;
        }
        Ok(())
    }

    /// Sends a letter to somebody who can be written to.
    pub(crate) async fn tell_one(
        &self,
        person: PersonId,
        number: u8,
        letter: impl Fn(Reader) -> Writing,
    ) -> Result<()> {
        let mut conn = self.job.read().await?;
        let reader = people::reader(&mut conn, &self.job, person).await?;
        drop(conn);
        let Some(reader) = reader else { return Ok(()) };
        letter(reader).send(number).await
    }

    fn write(&self, reader: Reader, kind: (&str, &str), more: impl FnOnce(&Ctx) -> Args) -> Writing {
        let nameless = reader.name.is_none();
        let mut letter = Writing::to(&self.job, reader, kind, |ctx| {
            let mut args: Args = vec![
                ("organisation", self.organisation.name().to_owned().into()),
                ("town", ctx.municipality.name.clone().into()),
            ];
            args.extend(more(ctx));
            args
        });
        if nameless {
            letter.letter.greeting = letter.ctx().t("organisations-mail-greeting-nameless");
        }
        letter
    }

    /// A letter to somebody who speaks for the organisation.
    fn letter(&self, reader: Reader, kind: &str, more: Args) -> Writing {
        self.write(reader, ("organisations-mail-", kind), |_| more)
    }

    fn workplace(&self, path: &str) -> String {
        format!("/organisatie/{}{path}", self.organisation.id)
    }

    /// With what can be done next, on the workplace.
    fn with_next(&self, letter: Writing, next: &str) -> Writing {
        letter.text(next).action_called(WORKPLACE, &self.workplace(""))
    }

    /// It came in.
    pub(crate) fn registered(&self, reader: Reader) -> Writing {
        self.with_next(self.letter(reader, "registered", vec![]), "organisations-mail-registered-next")
    }

    /// It takes part.
    pub(crate) fn confirmed(&self, reader: Reader) -> Writing {
        self.with_next(self.letter(reader, "confirmed", vec![]), "organisations-mail-confirmed-next")
    }

    /// It was refused; it may answer.
    pub(crate) fn refused(&self, reader: Reader) -> Writing {
        let letter = self.letter(reader, "refused", vec![]).quote(self.organisation.state_reason.clone());
        letter.action(&self.workplace("")).closing("organisations-mail-refused-next")
    }

    /// It ended.
    pub(crate) fn closed(&self, reader: Reader) -> Writing {
        let letter = self.letter(reader, "closed", vec![]).quote(self.organisation.state_reason.clone());
        letter.closing("organisations-mail-closed-next")
    }

    /// Somebody became a contact.
    pub(crate) fn contact_added(&self, reader: Reader, name: &str) -> Writing {
        let letter = self.letter(reader, "added", vec![("name", name.to_owned().into())]);
        letter.action_called(CONTACTS, &self.workplace("/contacten"))
    }

    /// To the contact who left.
    pub(crate) fn handed_over(&self, reader: Reader, to: &str) -> Writing {
        self.letter(reader, "handed", vec![("name", to.to_owned().into())])
    }

    /// To the contact who has it now; a person who was erased has no name any more.
    pub(crate) fn taken_over(&self, reader: Reader, from: Option<&str>) -> Writing {
        let is_known = if from.is_some() { "yes" } else { "no" };
        let more: Args = vec![("known", is_known.into()), ("name", from.unwrap_or_default().to_owned().into())];
        self.letter(reader, "taken", more).action_called(WORKPLACE, &self.workplace(""))
    }

    /// To somebody who is asked to become a contact, or to take a role over.
    pub(crate) fn invitation(&self, reader: Reader, invitation: &Invitation, sender: Option<Account>) -> Writing {
        let Invitation { id, email, role: Code(role), task, note, expires_at, .. } = invitation;
        let kind = if invitation.from_person.is_some() { "handover" } else { "invite" };
        let mut writing = self.write(reader, ("organisations-invitation-mail-", kind), |ctx| {
            let name = sender.as_ref().map_or(&ctx.municipality.name, |sender| &sender.name);
            vec![("name", name.clone().into())]
        });
        let ctx = writing.ctx();
        let mut facts = vec![(ctx.t("organisations-role"), ctx.t(&format!("organisations-role-{}", role.code())))];
        if !task.is_empty() {
            facts.push((ctx.t("organisations-task"), task.clone()));
        }
        let until = ctx.date(expires_at.date(&ctx.municipality.zone));
        facts.push((ctx.t("organisations-invitation-until"), until));
        let how = ctx.t_with("organisations-invitation-mail-how", &[("email", email.as_str().into())]);
        writing.letter.facts = facts;
        writing.letter.closing.push(how);
        writing.letter.reply_to = sender.and_then(|sender| sender.email);
        writing
            .quote(Some(note.clone()).filter(|note| !note.is_empty()))
            .action_called("organisations-invitation-mail-action", &format!("/organisatie/uitnodiging/{id}"))
    }

    /// To the person who asked somebody, who did not answer.
    pub(crate) fn expired(&self, reader: Reader, invitation: &Invitation) -> Writing {
        let (asked, path) =
            if invitation.from_person.is_some() { ("handover", "/overdragen") } else { ("invite", "/contacten") };
        let more: Args = vec![("asked", asked.into()), ("email", invitation.email.clone().into())];
        self.letter(reader, "expired", more).action(&self.workplace(path))
    }

    /// To an organisation that nobody seems to look after.
    pub(crate) fn unreachable(&self, reader: Reader) -> Writing {
        let mut letter = self.letter(reader, "unreachable", vec![]);
        let town = self.job.municipality.name.as_str();
        let next = letter.ctx().t_with("organisations-mail-unreachable-next", &[("town", town.into())]);
        letter.letter.closing.push(next);
        letter.action_called(CONTACTS, &self.workplace("/contacten"))
    }
}
