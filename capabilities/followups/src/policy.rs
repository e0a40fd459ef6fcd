//! Who may do what with what is asked and promised afterwards. Pure; the only maker of permits here.

use kernel::{Actor, Decision, Permit};
use platform::subjects::Follow;

/// Answering with the link of a letter.
#[derive(Debug)]
pub(crate) struct Answer;
/// What the system does by itself: asking, reminding, taking over, forgetting.
#[derive(Debug)]
pub(crate) struct System;

/// The person who holds the secret of a letter: `found` says that it belongs to something.
pub(crate) fn answer(actor: &Actor, found: bool) -> Decision<Answer> {
    Decision::allow_if(actor, found, Decision::Hide)
}

/// The system itself.
pub(crate) fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}

/// What the thing itself does because of an answer or a promise: allowed to the actor who was allowed that step.
pub(crate) fn follow<A>(permit: &Permit<A>) -> Permit<Follow> {
    Permit::granted_by_policy(permit.actor())
}
