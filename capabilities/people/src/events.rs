//! Facts about people. They hold ids only, so that they may outlive a person's data.

use kernel::PersonId;
use platform::Event;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::desk::model::Purpose;

/// Somebody has an account, or was registered at the desk.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PersonRegistered {
    /// Who.
    pub person: PersonId,
}

impl Event for PersonRegistered {
    const KIND: &'static str = "people.person_registered";
    const SUBJECT: &'static str = "person";
    fn subject(&self) -> Uuid {
        self.person.0
    }
}

/// Somebody tells something else about themselves: what fits them may be something else too.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProfileChanged {
    /// Who.
    pub person: PersonId,
}

impl Event for ProfileChanged {
    const KIND: &'static str = "people.profile_changed";
    const SUBJECT: &'static str = "person";
    fn subject(&self) -> Uuid {
        self.person.0
    }
}

/// Somebody agreed that the desk does something for them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConsentGiven {
    /// Who.
    pub person: PersonId,
    /// What for.
    pub purpose: Purpose,
}

impl Event for ConsentGiven {
    const KIND: &'static str = "people.consent_given";
    const SUBJECT: &'static str = "person";
    fn subject(&self) -> Uuid {
        self.person.0
    }
}

/// Somebody took a consent back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConsentWithdrawn {
    /// Who.
    pub person: PersonId,
}

impl Event for ConsentWithdrawn {
    const KIND: &'static str = "people.consent_withdrawn";
    const SUBJECT: &'static str = "person";
    fn subject(&self) -> Uuid {
        self.person.0
    }
}

/// What was known of somebody is gone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PersonErased {
    /// Who.
    pub person: PersonId,
}

impl Event for PersonErased {
    const KIND: &'static str = "people.person_erased";
    const SUBJECT: &'static str = "person";
    fn subject(&self) -> Uuid {
        self.person.0
    }
}
