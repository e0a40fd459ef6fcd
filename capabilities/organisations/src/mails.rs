//! Letters about organisations, in the reader's language.

use kernel::{Instant, text::Codes};
use platform::{Ctx, db::Code, mail::Letter};

use super::{model::Organisation, store::InvitationRow};
use people::Account;

/// Who reads a letter, and about which organisation.
pub struct Reader<'a> {
    /// In their language.
    pub ctx: &'a Ctx,
    /// The name to use; empty when nobody knows it.
    pub name: &'a str,
    /// Where the letter goes.
    pub email: &'a str,
    /// About which.
    pub organisation: &'a Organisation,
}

impl Reader<'_> {
    fn t(&self, key: &str) -> String {
        let town = self.ctx.municipality.name.as_str();
        self.ctx.t_with(key, &[("organisation", self.organisation.name().into()), ("town", town.into())])
    }

    fn t_with(&self, key: &str, name: &str) -> String {
        self.ctx.t_with(key, &[("organisation", self.organisation.name().into()), ("name", name.into())])
    }

    fn day(&self, moment: Instant) -> String {
        let local = self.ctx.local(moment);
        platform::templates::format::date(&self.ctx.app.catalogue, self.ctx.lang, &local).unwrap_or(local)
    }

    fn letter(&self) -> Letter {
        let greeting = if self.name.is_empty() {
            self.ctx.t("organisations-mail-greeting-nameless")
        } else {
            self.ctx.t_with("organisations-mail-greeting", &[("name", self.name.into())])
        };
        Letter { to: self.email.to_owned(), greeting, reason: self.t("organisations-mail-reason"), ..Letter::default() }
    }

    fn workplace(&self, path: &str) -> String {
        self.ctx.url(&format!("/organisatie/{}{path}", self.organisation.id))
    }
}

/// It came in.
pub fn registered(reader: &Reader<'_>) -> Letter {
    Letter {
        subject: reader.t("organisations-mail-registered-subject"),
        paragraphs: vec![
            reader.t("organisations-mail-registered-text"),
            reader.t("organisations-mail-registered-next"),
        ],
        action: Some((reader.t("organisations-mail-workplace"), reader.workplace(""))),
        ..reader.letter()
    }
}

/// It takes part.
pub fn confirmed(reader: &Reader<'_>) -> Letter {
    Letter {
        subject: reader.t("organisations-mail-confirmed-subject"),
        paragraphs: vec![reader.t("organisations-mail-confirmed-text"), reader.t("organisations-mail-confirmed-next")],
        action: Some((reader.t("organisations-mail-workplace"), reader.workplace(""))),
        ..reader.letter()
    }
}

/// It was refused; it may answer.
pub fn refused(reader: &Reader<'_>) -> Letter {
    Letter {
        subject: reader.t("organisations-mail-refused-subject"),
        paragraphs: vec![reader.t("organisations-mail-refused-text")],
        quote: reader.organisation.state_reason.clone(),
        action: Some((reader.t("organisations-mail-refused-action"), reader.workplace(""))),
        closing: vec![reader.t("organisations-mail-refused-next")],
        ..reader.letter()
    }
}

/// It ended.
pub fn closed(reader: &Reader<'_>) -> Letter {
    Letter {
        subject: reader.t("organisations-mail-closed-subject"),
        paragraphs: vec![reader.t("organisations-mail-closed-text")],
        quote: reader.organisation.state_reason.clone(),
        closing: vec![reader.t("organisations-mail-closed-next")],
        ..reader.letter()
    }
}

/// Somebody became a contact.
pub fn contact_added(reader: &Reader<'_>, name: &str) -> Letter {
    Letter {
        subject: reader.t_with("organisations-mail-added-subject", name),
        paragraphs: vec![reader.t_with("organisations-mail-added-text", name)],
        action: Some((reader.t("organisations-mail-contacts"), reader.workplace("/contacten"))),
        ..reader.letter()
    }
}

/// To who left.
pub fn handed_over(reader: &Reader<'_>, to: &str) -> Letter {
    Letter {
        subject: reader.t("organisations-mail-handed-subject"),
        paragraphs: vec![reader.t_with("organisations-mail-handed-text", to)],
        ..reader.letter()
    }
}

/// To who has it now.
pub fn taken_over(reader: &Reader<'_>, from: Option<&str>) -> Letter {
    let text = match from {
        Some(from) => reader.t_with("organisations-mail-taken-text", from),
        None => reader.t("organisations-mail-taken-text-nameless"),
    };
    Letter {
        subject: reader.t("organisations-mail-taken-subject"),
        paragraphs: vec![text],
        action: Some((reader.t("organisations-mail-workplace"), reader.workplace(""))),
        ..reader.letter()
    }
}

/// To somebody who is asked to become a contact, or to take a role over.
pub fn invitation(reader: &Reader<'_>, row: &InvitationRow, sender: Option<&Account>) -> Letter {
    let ctx = reader.ctx;
    let town = ctx.municipality.name.clone();
    let name = sender.map_or_else(|| town.clone(), |sender| sender.name.clone());
    let handover = row.from_person.is_some();
    let (subject, text) = if handover {
        ("organisations-mail-handover-subject", "organisations-mail-handover-text")
    } else {
        ("organisations-mail-invite-subject", "organisations-mail-invite-text")
    };
    let Code(role) = row.role;
    let mut facts = vec![(ctx.t("organisations-role"), ctx.t(&format!("organisations-role-{}", role.code())))];
    if !row.task.is_empty() {
        facts.push((ctx.t("organisations-task"), row.task.clone()));
    }
    facts.push((ctx.t("organisations-invitation-until"), reader.day(row.expires_at)));
    Letter {
        subject: reader.t_with(subject, &name),
        paragraphs: vec![reader.t_with(text, &name)],
        quote: Some(row.note.clone()).filter(|note| !note.is_empty()),
        facts,
        action: Some((
            ctx.t("organisations-mail-invite-action"),
            ctx.url(&format!("/organisatie/uitnodiging/{}", row.id)),
        )),
        closing: vec![ctx.t_with("organisations-mail-invite-how", &[("email", row.email.as_str().into())])],
        reason: reader.t_with("organisations-mail-invite-reason", &name),
        reply_to: sender.and_then(|sender| sender.email.clone()),
        ..reader.letter()
    }
}

/// To whoever asked somebody, who did not answer.
pub fn expired(reader: &Reader<'_>, row: &InvitationRow) -> Letter {
    let (text, path) = if row.from_person.is_some() {
        ("organisations-mail-expired-handover", "/overdragen")
    } else {
        ("organisations-mail-expired-invite", "/contacten")
    };
    let args = [("email", row.email.as_str().into()), ("organisation", reader.organisation.name().into())];
    Letter {
        subject: reader.t("organisations-mail-expired-subject"),
        paragraphs: vec![reader.ctx.t_with(text, &args)],
        action: Some((reader.t("organisations-mail-expired-action"), reader.workplace(path))),
        ..reader.letter()
    }
}

/// To an organisation that nobody seems to look after.
pub fn unreachable(reader: &Reader<'_>) -> Letter {
    Letter {
        subject: reader.t("organisations-mail-unreachable-subject"),
        paragraphs: vec![reader.t("organisations-mail-unreachable-text")],
        action: Some((reader.t("organisations-mail-contacts"), reader.workplace("/contacten"))),
        closing: vec![reader.t("organisations-mail-unreachable-next")],
        ..reader.letter()
    }
}
