//! What Samenstuur can do: one line per capability. To take one out, delete its folder and its line.

use platform::Plan;

/// What every capability has, lower strata first, in the order in which they may call each other.
pub fn plans() -> Vec<Plan> {
    vec![
        platform::plan::own(),
        // capabilities: plans (in order of strata; `make new-capability` adds a line)
        places::plan(),
        people::plan(),
        organisations::plan(),
        town::plan(),
        followups::plan(),
        conversations::plan(),
        notices::plan(),
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
