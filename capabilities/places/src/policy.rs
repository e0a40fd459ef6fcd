//! Who may load places.

use kernel::{Actor, Decision};

/// Loading areas and postcodes.
#[derive(Clone, Copy, Debug)]
pub struct LoadPlaces;

/// Managers, and the system manager's commands.
pub fn load(actor: &Actor) -> Decision<LoadPlaces> {
    let otherwise = if matches!(actor, Actor::Visitor) { Decision::SignIn } else { Decision::Deny("places-denied") };
    Decision::allow_if(actor, actor.is_manager(), otherwise)
}
