//! Who may load places.

use kernel::{Actor, Decision};

/// Loading areas and postcodes.
#[derive(Clone, Copy, Debug)]
pub struct Load;

/// Managers, and the system manager's commands.
pub fn load(actor: &Actor) -> Decision<Load> {
    Decision::manager(actor)
}
