//! What Samenstuur can do, one module per capability, in strata.
//!
//! A capability calls only the façade (`mod.rs`) of capabilities in a lower stratum, or earlier in its own.
//! News upward or sideways travels as events; what a lower one shows of a higher one it asks through the `Plan`.

// capabilities: modules (kept sorted; `make new-capability` adds a line)
pub mod demo_town;
pub mod exchange;
pub mod facets;
pub mod finding;
pub mod help_requests;
pub mod insights;
pub mod marketplace;
pub mod matching;
pub mod offers;
pub mod organisations;
pub mod people;
pub mod places;
pub mod town;
pub mod vacancies;

use platform::Plan;

/// What every capability has, lower strata first, in the order in which they may call each other.
pub fn plans() -> Vec<Plan> {
    vec![
        platform::plan::own(),
        // capabilities: plans (in order of strata)
        places::plan(),
        people::plan(),
        organisations::plan(),
        town::plan(),
        marketplace::plan(),
        facets::plan(),
        vacancies::plan(),
        offers::plan(),
        help_requests::plan(),
        finding::plan(),
        exchange::plan(),
        matching::plan(),
        insights::plan(),
    ]
}
