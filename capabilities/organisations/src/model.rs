//! Organisations: types, the states they go through (`docs/state-machines/organisation.md`), and rules. Pure.

use kernel::{
    ContactRole, Instant, MunicipalityId, OrganisationId, PersonId, Problem, codes, id_type,
    text::{fold, search_key, search_words},
    time,
};
use serde::{Deserialize, Serialize};

id_type! {
    /// An invitation to become a contact, or to take over a contact's role.
    InvitationId,
    /// A key with which a program speaks for an organisation.
    ApiKeyId,
}

codes! {
    /// What an organisation is to the law.
    pub enum OrganisationKind {
        /// In the trade register of the chamber of commerce.
        Registered = "registered",
        /// People who do something together, without a legal form.
        Informal = "informal",
    }
}

codes! {
    /// Number of volunteers, in classes.
    pub enum OrganisationSize {
        /// 1 to 9.
        UpTo9 = "up_to_9",
        /// 10 to 24.
        UpTo24 = "up_to_24",
        /// 25 to 99.
        UpTo99 = "up_to_99",
        /// 100 or more.
        From100 = "from_100",
        /// Nobody said.
        Unknown = "unknown",
    }
}

codes! {
    /// Where an organisation stands with the municipality.
    pub enum OrganisationState {
        /// Waits for the municipality.
        Pending = "pending",
        /// Takes part, and is seen by everybody.
        Confirmed = "confirmed",
        /// Was refused with a reason; may answer and send itself in again.
        Refused = "refused",
        /// Takes part no longer; what it did stays on record.
        Closed = "closed",
    }
}

codes! {
    /// What can be done about an organisation as a whole.
    pub enum Step {
        /// The municipality lets it in.
        Confirm = "confirm",
        /// The municipality says no, with a reason.
        Refuse = "refuse",
        /// The organisation answers a refusal.
        Resubmit = "resubmit",
        /// The organisation stops, or the municipality ends it.
        Close = "close",
    }
}

impl OrganisationState {
    /// The state after a step; none when the step makes no sense here.
    pub const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Pending | Self::Refused, Step::Confirm) => Some(Self::Confirmed),
            (Self::Pending, Step::Refuse) => Some(Self::Refused),
            (Self::Refused, Step::Resubmit) => Some(Self::Pending),
            (Self::Pending | Self::Confirmed | Self::Refused, Step::Close) => Some(Self::Closed),
            _ => None,
        }
    }
}

/// What an organisation tells about itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// What it is to the law.
    pub kind: OrganisationKind,
    /// Number in the trade register, 8 digits; only when registered.
    pub chamber_number: Option<String>,
    pub name: String,
    /// How many volunteers it has.
    pub size: OrganisationSize,
    /// ICNPO codes, at least one; the first is the main one.
    pub sectors: Vec<u32>,
    /// Codes of the wijken it works in; none means the whole town.
    pub areas: Vec<String>,
    /// What it does, in its own words.
    pub description: String,
    /// Address of its own site.
    pub website: Option<String>,
    /// E-mail address that everybody may see.
    pub email: Option<String>,
    /// Telephone number that everybody may see.
    pub phone: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub municipality: MunicipalityId,
    pub id: OrganisationId,
    /// Its id in the system it was imported from.
    pub external_id: Option<String>,
    /// Part of its short address `/o/{slug}`.
    pub slug: String,
    /// What it tells about itself.
    pub details: Details,
    /// Where it stands with the municipality.
    pub state: OrganisationState,
    /// Why it was refused or closed.
    pub state_reason: Option<String>,
    /// What it answered to a refusal.
    pub answer: Option<String>,
    /// Who registered it.
    pub registered_by: Option<PersonId>,
    /// Since when it is known here.
    pub created_at: Instant,
    /// When the municipality confirmed it.
    pub confirmed_at: Option<Instant>,
    /// When anything of this changed last.
    pub changed_at: Instant,
    /// Since when none of its contacts can be reached.
    pub unreachable_since: Option<Instant>,
}

impl Organisation {
    /// One that wants to take part.
    pub fn new(
        (municipality, id): (MunicipalityId, OrganisationId),
        slug: String,
        details: Details,
        now: Instant,
    ) -> Self {
        Self {
            municipality,
            id,
            external_id: None,
            slug,
            details,
            state: OrganisationState::Pending,
            state_reason: None,
            answer: None,
            registered_by: None,
            created_at: now,
            confirmed_at: None,
            changed_at: now,
            unreachable_since: None,
        }
    }

    /// Takes a step. The reason and the answer of before stay until it is let in.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when the step makes no sense here: somebody else was quicker.
    pub fn step(&mut self, step: Step, now: Instant) -> Result<(), Problem> {
        self.state = self.state.after(step).ok_or(Problem::Conflict("organisations-conflict-state"))?;
        if step == Step::Confirm {
            (self.state_reason, self.answer, self.confirmed_at) = (None, None, Some(now));
        }
        self.changed_at = now;
        Ok(())
    }

    /// Refuses to change one that has ended.
    ///
    /// # Errors
    /// [`Problem::Conflict`] when it has.
    pub fn must_go_on(&self) -> Result<(), Problem> {
        let ended = self.state == OrganisationState::Closed;
        if ended { Err(Problem::Conflict("organisations-conflict-closed")) } else { Ok(()) }
    }

    pub fn name(&self) -> &str {
        &self.details.name
    }

    /// Whether it takes part.
    pub fn is_confirmed(&self) -> bool {
        self.state == OrganisationState::Confirmed
    }
}

/// By what the municipality knows an organisation: what it looked at when it confirmed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    pub name: String,
    /// What it is to the law.
    pub kind: OrganisationKind,
    /// Number in the trade register.
    pub chamber_number: Option<String>,
}

impl Details {
    /// Those of an organisation of which nothing is known but its name.
    pub fn named(name: &str) -> Self {
        Self {
            kind: OrganisationKind::Informal,
            chamber_number: None,
            name: name.to_owned(),
            size: OrganisationSize::Unknown,
            sectors: Vec::new(),
            areas: Vec::new(),
            description: String::new(),
            website: None,
            email: None,
            phone: None,
        }
    }

    /// By what the municipality knows it.
    pub fn known(&self) -> Known {
        Known { name: self.name.clone(), kind: self.kind, chamber_number: self.chamber_number.clone() }
    }
}

/// A person who speaks for an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub municipality: MunicipalityId,
    pub organisation: OrganisationId,
    pub person: PersonId,
    /// What they may do.
    pub role: ContactRole,
    /// What they do there, in words; may be empty.
    pub task: String,
    /// Since when.
    pub since: Instant,
    /// When somebody noted that letters to them come back.
    pub bounced_at: Option<Instant>,
}

impl Contact {
    /// Somebody who begins to speak for an organisation.
    pub fn new(
        (municipality, organisation): (MunicipalityId, OrganisationId),
        person: PersonId,
        role: ContactRole,
        task: String,
        since: Instant,
    ) -> Self {
        Self { municipality, organisation, person, role, task, since, bounced_at: None }
    }
}

/// The name without what says nothing, so that *Stichting De Buurt-tuin* and *Buurttuin* are found to be alike.
pub fn name_key(name: &str) -> String {
    const NOTHING: [&str; 10] =
        ["stichting", "vereniging", "st", "ver", "de", "het", "een", "the", "vzw", "cooperatie"];
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let telling: String = words.clone().filter(|word| !NOTHING.contains(word)).collect();
    if telling.is_empty() { words.collect() } else { telling }
}

/// A number of the trade register as people type it: 8 digits, with or without spaces and points.
pub fn chamber_number(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
    (digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

/// An address of the web as people type it, made whole: `buurttuin.example` gives `https://buurttuin.example/`.
pub fn website(text: &str) -> Option<String> {
    let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let url = url::Url::parse(&whole).ok()?;
    let good = matches!(url.scheme(), "http" | "https")
        && url.host_str().is_some_and(|host| host.contains('.'))
        && url.username().is_empty();
    good.then(|| url.to_string())
}

/// What words are looked for in: name, description and the labels of the sectors, folded.
pub fn search_text(details: &Details) -> String {
    let mut text = format!("{} {}", details.name, details.description);
    for lang in kernel::Lang::ALL {
        for sector in &details.sectors {
            text.push(' ');
            text.push_str(super::sectors::label(*sector, lang));
        }
    }
    search_key(&text)
}

/// What is asked of a list of organisations; every part may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Words that must all be in name, description or sectors; at most three count.
    pub words: Vec<String>,
    /// ICNPO group or subgroup.
    pub sector: Option<u32>,
    /// Code of a wijk it works in.
    pub wijk: Option<String>,
}

impl Search {
    /// From what was typed.
    pub fn new(text: &str, sector: Option<u32>, wijk: Option<String>) -> Self {
        Self { words: search_words(text, 3), sector, wijk }
    }

    /// How many filters are on.
    pub fn chosen(&self) -> usize {
        usize::from(!self.words.is_empty()) + usize::from(self.sector.is_some()) + usize::from(self.wijk.is_some())
    }
}

/// Whether `person` may stop being an owner: an organisation always has at least one.
///
/// # Errors
/// [`Problem::Conflict`] when they are the last.
pub fn may_stop_owning(contacts: &[Contact], person: PersonId) -> Result<(), Problem> {
    let owners = contacts.iter().filter(|contact| contact.role == ContactRole::Owner);
    let (mut others, mut owns) = (0, false);
    for owner in owners {
        if owner.person == person { owns = true } else { others += 1 }
    }
    if owns && others == 0 { Err(Problem::Conflict("organisations-conflict-last-owner")) } else { Ok(()) }
}

/// Who takes over the unfinished work of a contact who leaves without a successor: the owner who has been there longest.
pub fn heir(contacts: &[Contact], leaving: PersonId) -> Option<PersonId> {
    let others = contacts.iter().filter(|contact| contact.person != leaving);
    others.min_by_key(|contact| (contact.role != ContactRole::Owner, contact.since)).map(|contact| contact.person)
}

/// What is known of how a contact can be reached.
#[derive(Clone, Copy, Debug)]
pub struct Reach {
    /// Whether there is an address to write to.
    pub has_email: bool,
    /// When they were here last.
    pub seen_at: Instant,
    /// When somebody noted that letters come back.
    pub bounced_at: Option<Instant>,
    /// Whether they asked for a successor in vain: they want to leave and nobody came.
    pub handover_expired: bool,
}

impl Reach {
    /// Whether letters are likely to be read: they have an address, were here in the last `days` days, no letter came back
    /// since, and they are not waiting for a successor who never came.
    pub fn is_reachable(&self, now: Instant, days: u32) -> bool {
        let recent = now.since(self.seen_at) <= i64::from(days) * time::DAY;
        let arrives = self.bounced_at.is_none_or(|bounced| bounced < self.seen_at);
        self.has_email && recent && arrives && !self.handover_expired
    }
}

codes! {
    /// What became of an invitation.
    pub enum InvitationState {
        /// Waits for an answer.
        Open = "open",
        /// Was accepted.
        Accepted = "accepted",
        /// Was declined by the invited.
        Declined = "declined",
        /// Was taken back.
        Withdrawn = "withdrawn",
        /// Nobody answered in time.
        Expired = "expired",
    }
}
