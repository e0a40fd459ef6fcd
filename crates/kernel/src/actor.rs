//! Who is doing something, as far as rules need to know.

use serde::{Deserialize, Serialize};

use crate::{
    Problem, codes,
    id::{OrganisationId, PersonId},
};

codes! {
    /// A role somebody holds in the municipality as a whole.
    pub enum PersonRole {
        /// Bemiddelaar at an information point: helps people face to face and acts on their behalf with consent.
        Mediator = "mediator",
        /// Runs the installation for the municipality: confirms organisations, settings, figures.
        Manager = "manager",
        /// A helper whose trustworthiness was confirmed; may see the contact data of a matched help request.
        ConfirmedHelper = "confirmed_helper",
    }
}

codes! {
    /// What a contact may do for an organisation.
    pub enum ContactRole {
        /// Everything, including contacts and closing down.
        Owner = "owner",
        /// Writes vacancies and answers people.
        Coordinator = "coordinator",
    }
}

/// A contact role in one organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Office {
    pub organisation: OrganisationId,
    /// The organisation's name, for the menu.
    pub name: String,
    /// As what.
    pub role: ContactRole,
    /// Whether the municipality has confirmed the organisation.
    pub confirmed: bool,
}

/// Somebody who has signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub id: PersonId,
    /// The name to use.
    pub name: String,
    /// Roles in the municipality.
    pub roles: Vec<PersonRole>,
    /// Roles in organisations.
    pub offices: Vec<Office>,
}

/// Who is doing something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Nobody we know.
    Visitor,
    /// Somebody who has signed in.
    Person(Person),
    /// A program with the key of an organisation.
    ApiKey(OrganisationId),
    /// Samenstuur itself: a job, a command of the system manager.
    System,
}

impl Actor {
    /// The person, when there is one.
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            _ => None,
        }
    }

    /// The person's id, when there is one.
    pub fn person_id(&self) -> Option<PersonId> {
        self.person().map(|person| person.id)
    }

    /// The person's id, where only somebody who has signed in can go on.
    ///
    /// # Errors
    /// [`Problem::SignInFirst`] when it is no person.
    pub fn require_person(&self) -> Result<PersonId, Problem> {
        self.person_id().ok_or(Problem::SignInFirst)
    }

    /// Whether this is a person with `role` in the municipality.
    pub fn has(&self, role: PersonRole) -> bool {
        self.person().is_some_and(|person| person.roles.contains(&role))
    }

    /// Whether this is a municipality manager, or the system itself.
    pub fn is_manager(&self) -> bool {
        matches!(self, Self::System) || self.has(PersonRole::Manager)
    }

    /// Whether this is a mediator.
    pub fn is_mediator(&self) -> bool {
        self.has(PersonRole::Mediator)
    }

    /// Whether this person sits at the desk of the information point: a mediator, or a manager who lends a hand.
    pub fn sits_at_desk(&self) -> bool {
        self.has(PersonRole::Mediator) || self.has(PersonRole::Manager)
    }

    /// The role this person holds in `organisation`.
    pub fn office(&self, organisation: OrganisationId) -> Option<&Office> {
        self.person()?.offices.iter().find(|office| office.organisation == organisation)
    }

    /// Whether this actor speaks for `organisation`: one of its contacts, or a program with its key.
    pub fn speaks_for(&self, organisation: OrganisationId) -> bool {
        self.office(organisation).is_some() || *self == Self::ApiKey(organisation)
    }
}
