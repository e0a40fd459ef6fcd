//! Insights: figures, the municipality's page; reads façades, writes nothing.

use platform::Plan;

/// What this capability has.
pub fn plan() -> Plan {
    Plan::new("insights", 5)
}
