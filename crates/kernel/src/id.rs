//! Identifiers: UUIDv7, made in Rust so that a row is known before it is stored and sorts by its age.

use std::sync::Arc;

use uuid::Uuid;

use crate::time::Clock;

/// Declares an identifier type of its own, so that the id of a person cannot stand where that of a vacancy belongs.
#[macro_export]
macro_rules! id_type {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0.hyphenated())
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                uuid::Uuid::try_parse(text).map($name)
            }
        }

        impl From<uuid::Uuid> for $name {
            fn from(uuid: uuid::Uuid) -> Self {
                $name(uuid)
            }
        }

        impl From<$name> for uuid::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )+};
}

id_type! {
    /// A municipality (town) in this installation.
    MunicipalityId,
    /// A person with or without e-mail.
    PersonId,
    /// A volunteer organisation, registered or informal.
    OrganisationId,
    /// One sign-in on one device.
    SessionId,
    /// One row of the event feed.
    EventId,
    /// One piece of work for the job runner.
    JobId,
    /// One row of the audit table.
    AuditId,
}

/// The source of new identifiers, injected so that tests and the demonstration town are repeatable.
#[derive(Clone)]
pub struct Ids {
    clock: Arc<dyn Clock>,
    random: Arc<dyn Fn() -> [u8; 10] + Send + Sync>,
}

impl Ids {
    /// Identifiers that carry the clock's time and ten bytes of the given randomness.
    pub fn new(clock: Arc<dyn Clock>, random: Arc<dyn Fn() -> [u8; 10] + Send + Sync>) -> Self {
        Self { clock, random }
    }

    /// A new identifier, of whatever type is asked for.
    pub fn next<T: From<Uuid>>(&self) -> T {
        let millis = u64::try_from(self.clock.now().millis()).unwrap_or(0);
        T::from(uuid::Builder::from_unix_timestamp_millis(millis, &(self.random)()).into_uuid())
    }
}
