//! Who may import and export. Pure.

use kernel::{Actor, permit::Decision};

/// Importing and exporting for the whole town.
#[derive(Debug)]
pub struct Exchange;

/// Managers, and the system manager on the command line.
pub fn may_exchange(actor: &Actor) -> Decision<Exchange> {
    if matches!(actor, Actor::Visitor) {
        return Decision::SignIn;
    }
    Decision::allow_if(actor, actor.is_manager(), Decision::Hide)
}

/// What the system does by itself: forgetting.
#[derive(Debug)]
pub struct Upkeep;

/// The system alone.
pub fn upkeep(actor: &Actor) -> Decision<Upkeep> {
    Decision::allow_if(actor, *actor == Actor::System, Decision::Hide)
}
