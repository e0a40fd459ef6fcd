//! What happened in the lists.

use platform::events::Event;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use facets::model::VacancyId;

/// How a vacancy stands changed: its fair share of attention, or what cards say of the answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StandingChanged {
    pub vacancy: VacancyId,
}

impl Event for StandingChanged {
    const KIND: &'static str = "marketplace.standing_changed";
    const SUBJECT: &'static str = "vacancy";
    fn subject(&self) -> Uuid {
        self.vacancy.0
    }
}
