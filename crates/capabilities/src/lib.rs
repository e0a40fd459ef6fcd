//! What Samenstuur can do, one module per capability, in strata.
//!
//! A capability calls only the façade (`mod.rs`) of capabilities in a lower stratum, or earlier in its own.
//! News upward or sideways travels as events.

// capabilities: modules (kept sorted; `make new-capability` adds a line)
pub mod demo_town;
pub mod facets;
pub mod insights;
pub mod marketplace;
pub mod matching;
pub mod organisations;
pub mod people;
pub mod places;

use platform::Plan;

/// What every capability has, lower strata first, in the order in which they may call each other.
pub fn plans() -> Vec<Plan> {
    vec![
        platform::plan::own(),
        // capabilities: plans (in order of strata)
        places::plan(),
        people::plan(),
        organisations::plan(),
        facets::plan(),
        marketplace::plan(),
        matching::plan(),
        insights::plan(),
    ]
}
