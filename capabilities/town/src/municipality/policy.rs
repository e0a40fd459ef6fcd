//! Who decides on settings. Pure.

use kernel::{Actor, Decision};

/// Deciding on settings.
#[derive(Clone, Copy, Debug)]
pub struct DecideSettings;

/// Managers, and the system manager's commands.
pub fn may_decide(actor: &Actor) -> Decision<DecideSettings> {
    if matches!(actor, Actor::Visitor) {
        return Decision::SignIn;
    }
    Decision::allow_if(actor, actor.is_manager(), Decision::Hide)
}
