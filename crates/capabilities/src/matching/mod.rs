//! Matching: who fits what, and why; fair exposure.

pub mod exposure;
pub mod file;
pub mod model;
pub mod simulation;
#[cfg(test)]
mod tests;
pub mod weights;

use platform::Plan;

/// What this capability has.
pub fn plan() -> Plan {
    Plan::new("matching", 3).settings(&[&exposure::CONNECTION_PENALTY])
}
