//! Who looks back, and on what. Pure.

use kernel::{Actor, Decision};

/// Seeing the municipality's page, its figures and its lists.
#[derive(Debug)]
pub struct Manage;
/// Seeing what there is to do at the desk.
#[derive(Debug)]
pub struct Mediate;
/// Seeing the figures of a month.
#[derive(Debug)]
pub struct SeeFigures;

/// Managers.
pub fn manage(actor: &Actor) -> Decision<Manage> {
    Decision::manager(actor)
}

/// The desk.
pub fn mediate(actor: &Actor) -> Decision<Mediate> {
    Decision::desk(actor)
}

/// Everybody, where the municipality publishes its figures; managers always.
pub fn see_figures(actor: &Actor, published: bool) -> Decision<SeeFigures> {
    Decision::allow_if(actor, published || actor.is_manager(), Decision::Hide)
}
