//! Who may import and export. Pure.

use kernel::{Actor, Decision};

/// Importing and exporting for the whole town.
#[derive(Debug)]
pub struct Transfer;
/// What the system does by itself: forgetting.
#[derive(Debug)]
pub(crate) struct System;

/// Managers, and the system manager on the command line.
pub fn transfer(actor: &Actor) -> Decision<Transfer> {
    Decision::manager(actor)
}

/// The system alone.
pub(crate) fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}
