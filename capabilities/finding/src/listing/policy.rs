//! Who may do what with the lists: looking is for everybody and needs no permit.

use kernel::{Actor, Decision};

/// Edit the table of synonyms.
#[derive(Debug)]
pub struct EditSynonyms;
/// Keep how vacancies stand.
#[derive(Debug)]
pub struct KeepStandings;

/// Managers of the town.
pub fn edit_synonyms(actor: &Actor) -> Decision<EditSynonyms> {
    let otherwise = match actor {
        Actor::Visitor | Actor::ApiKey(_) => Decision::SignIn,
        Actor::Person(_) | Actor::System => Decision::Deny("listing-synonyms-manager-only"),
    };
    Decision::allow_if(actor, actor.is_manager(), otherwise)
}

/// The system alone.
pub fn keep_standings(actor: &Actor) -> Decision<KeepStandings> {
    Decision::allow_if(actor, *actor == Actor::System, Decision::Hide)
}
