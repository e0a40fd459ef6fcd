//! Places: municipality, wijken, buurten, postcodes, locations.

use platform::Plan;

/// What this capability has.
pub fn plan() -> Plan {
    Plan::new("places", 1)
}
