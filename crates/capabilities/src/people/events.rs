//! Facts about people. They hold ids only, so that they may outlive a person's data.

use kernel::PersonId;
use platform::Event;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

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
