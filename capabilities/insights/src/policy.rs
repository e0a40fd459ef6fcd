//! Who looks back, and on what. Pure.

use kernel::{Actor, Decision};

/// Seeing the municipality's page, its figures and its lists.
#[derive(Debug)]
pub struct Manage;
/// Seeing what there is to do at the desk.
#[derive(Debug)]
pub struct Desk;
/// Seeing the figures of a month.
#[derive(Debug)]
pub struct SeeFigures;

fn hide<A>(actor: &Actor) -> Decision<A> {
    if *actor == Actor::Visitor { Decision::SignIn } else { Decision::Hide }
}

/// Managers.
pub fn manage(actor: &Actor) -> Decision<Manage> {
    Decision::allow_if(actor, actor.is_manager(), hide(actor))
}

/// Mediators and managers.
pub fn desk(actor: &Actor) -> Decision<Desk> {
    Decision::allow_if(actor, actor.is_mediator() || actor.is_manager(), hide(actor))
}

/// Everybody, where the municipality publishes its figures; managers always.
pub fn see_figures(actor: &Actor, published: bool) -> Decision<SeeFigures> {
    Decision::allow_if(actor, published || actor.is_manager(), Decision::Hide)
}
