//! Who decides on settings. Pure.

use kernel::{Actor, Decision};

/// Deciding on settings.
#[derive(Clone, Copy, Debug)]
pub struct DecideSettings;

/// Managers, and the system manager's commands.
pub fn decide_settings(actor: &Actor) -> Decision<DecideSettings> {
    Decision::manager(actor)
}
