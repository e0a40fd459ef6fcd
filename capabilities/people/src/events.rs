//! Facts about people. They hold ids only, so that they may outlive a person's data.

use kernel::PersonId;
use platform::events;

use super::desk::model::Purpose;

events! { about PersonId as "person" {
    person: PersonId = |person| *person,
}
    /// Somebody has an account, or was registered at the desk.
    PersonRegistered = "people.person_registered" {}
    /// Somebody tells something else about themselves: what fits them may be something else too.
    ProfileChanged = "people.profile_changed" {}
    /// Somebody agreed that the desk does something for them.
    ConsentGiven = "people.consent_given" {
        purpose: Purpose,
    }
    /// Somebody took a consent back.
    ConsentWithdrawn = "people.consent_withdrawn" {}
    /// What was known of somebody is gone.
    PersonErased = "people.person_erased" {}
}
