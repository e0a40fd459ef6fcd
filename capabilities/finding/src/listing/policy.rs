//! Who may do what with the lists: looking is for everybody and needs no permit.

use kernel::{Actor, Decision};

/// Editing the table of synonyms.
#[derive(Debug)]
pub struct EditSynonyms;
/// What the system does by itself: writing down how vacancies stand.
#[derive(Debug)]
pub struct System;

/// Managers of the town.
pub fn edit_synonyms(actor: &Actor) -> Decision<EditSynonyms> {
    Decision::manager(actor)
}

/// The system alone.
pub fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}
