//! Matching: who fits what, and why; fair exposure.

use platform::Plan;

/// What this capability has.
pub fn plan() -> Plan {
    Plan::new("matching", 3)
}
