//! What happened to a response. Figures, notices and the municipality's page follow these.

use kernel::OrganisationId;
use platform::{Event, events};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::model::{Response, ResponseId, Side};

// The kinds begin with the name of the capability that had this before: towns have events and jobs of these kinds.
events! { about Response as "response" {
    response: ResponseId = |response| response.id,
    /// What kind of thing it responds to.
    subject_kind: String = |response| response.subject_kind.clone(),
    subject: Uuid = |response| response.subject_id,
    /// Whose that is, when it is an organisation's.
    organisation: Option<OrganisationId> = |response| response.organisation,
}
    /// It was sent in; nobody has confirmed it yet.
    ResponseReceived = "marketplace.response_received" {}
    /// Somebody is behind it, and the clock runs.
    ResponseConfirmed = "marketplace.response_confirmed" {}
    /// It got its first answer.
    ResponseAnswered = "marketplace.response_answered" {
        side: Side,
    }
    /// It was not answered in time; the point has it.
    ResponseTakenOver = "marketplace.response_taken_over" {}
    /// A time for an introduction was chosen, or moved.
    IntroductionPlanned = "marketplace.introduction_planned" {}
    /// It was a no, with other doors or the reason why none.
    ResponseDeclined = "marketplace.response_declined" {}
    /// The person took it back.
    ResponseWithdrawn = "marketplace.response_withdrawn" {}
    /// The volunteer started.
    VolunteerStarted = "marketplace.volunteer_started" {}
    /// The volunteer stopped.
    VolunteerStopped = "marketplace.volunteer_stopped" {}
    /// Somebody said what became of it.
    OutcomeKnown = "marketplace.outcome_known" {
        /// Which side said it.
        side: Side,
    }
}

/// What cards say of how an organisation answers is different from now on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AnswerFiguresChanged {
    pub organisation: OrganisationId,
}

impl Event for AnswerFiguresChanged {
    // As the kinds above.
    const KIND: &'static str = "marketplace.answer_figures_changed";
    const SUBJECT: &'static str = "organisation";
    fn subject(&self) -> Uuid {
        self.organisation.0
    }
}
