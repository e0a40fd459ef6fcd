//! Marketplace (vraag en aanbod): vacancies, offers, help requests, responses, outcomes.

use platform::Plan;

/// What this capability has.
pub fn plan() -> Plan {
    Plan::new("marketplace", 3)
}
