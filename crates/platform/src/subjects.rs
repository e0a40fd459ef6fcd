//! What people respond to: the port between a capability that has such things and the one below it that keeps the
//! conversations about them. The upper one hands over a [`SubjectSource`] with its plan; the lower one knows each thing by
//! its kind and id alone.

use futures::future::BoxFuture;
use kernel::{OrganisationId, Permit, PersonId, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{App, Conn, Ctx, Tx};

/// Who answers for a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// An organisation: each of its contacts.
    Organisation(OrganisationId),
    Person(PersonId),
}

impl Owner {
    /// The organisation, when it is one.
    pub fn organisation(self) -> Option<OrganisationId> {
        match self {
            Self::Organisation(id) => Some(id),
            Self::Person(_) => None,
        }
    }

    /// The person, when it is one.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(id) => Some(id),
            Self::Organisation(_) => None,
        }
    }
}

/// Why nobody can respond to a subject any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// All places are taken; the reserve list stays.
    Full,
    /// It has ended.
    Closed,
}

/// What a conversation asks about its subject while it lasts. Title and owner are not in it: they are given when the
/// conversation begins, and stay with it as they were then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SubjectNow {
    /// The one contact of its organisation who reads the letters, when it names one.
    pub contact: Option<PersonId>,
    /// Where people usually meet about it, to be filled in already in an invitation.
    pub place: Option<String>,
    /// Whether it is over, and why.
    pub over: Option<Over>,
}

/// Another way on, offered with every no: a subject again. The names of its fields are those that are stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    pub kind: String,
    pub id: Uuid,
    pub title: String,
    /// The name of its owner; empty when that is not public.
    pub by: String,
}

/// The subject's own step that follows from one in a conversation, in the same transaction.
#[derive(Debug)]
pub struct Follow;

/// Looks a subject up; none when it is gone.
pub type FindSubject = for<'a> fn(&'a mut Conn, &'a Ctx, Uuid) -> BoxFuture<'a, Result<Option<SubjectNow>>>;

/// Gives other subjects that are like this one, of other owners, the best first.
pub type SuggestDoors = for<'a> fn(&'a mut Conn, &'a Ctx, Uuid) -> BoxFuture<'a, Result<Vec<Door>>>;

/// Takes the step of a subject that follows; nobody else changes the subject meanwhile.
pub type FollowUp<T> = for<'a> fn(&'a mut Tx, &'a Ctx, &'a Permit<Follow>, Uuid) -> BoxFuture<'a, Result<T>>;

/// One kind of subject. Texts about it stand in the catalogue under the usual key; where they turn out differently for this
/// kind, under the same key with its code behind it.
#[derive(Clone, Copy)]
pub struct SubjectSource {
    /// The code that is stored with every conversation: `vacancy`.
    pub kind: &'static str,
    /// Address of the list: `/vacatures`. The page of one is under it, and where an organisation leads its own, under the
    /// same name in its workplace.
    pub list: &'static str,
    /// Looks one up.
    pub find: FindSubject,
    /// Other ways on, as long as nothing suggests better ones.
    pub doors: Option<SuggestDoors>,
    /// Somebody started with it.
    pub started: Option<FollowUp<()>>,
    /// Too many conversations about it got no answer. Says whether it takes no more for now, so that its owner is told.
    pub silent: Option<FollowUp<bool>>,
}

impl App {
    /// The source of a kind of subject; none when no capability has it (any more).
    pub fn subject_source(&self, kind: &str) -> Option<&SubjectSource> {
        self.plans.iter().flat_map(|plan| plan.subjects.iter()).find(|source| source.kind == kind)
    }

    /// Address of the page of a subject; the home page when no capability has its kind.
    pub fn subject_page(&self, kind: &str, id: Uuid) -> String {
        self.subject_source(kind).map_or_else(|| "/".to_owned(), |source| format!("{}/{id}", source.list))
    }
}
