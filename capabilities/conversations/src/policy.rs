//! Who may do what with a response.

use kernel::{Actor, Decision, OrganisationId, Permit};
use platform::subjects::Follow;

use super::model::{Entry, Owner, Response, Side};

/// Responding.
pub struct Respond;
/// Confirming one's own response.
pub struct Confirm;
/// Reading a thread and writing in it, for one side of it.
pub struct Speak;
/// Deciding for the other side, or for the point in its place.
pub struct Decide;
/// Choosing for oneself: a time, taking back.
pub struct Choose;
/// The point's queue.
pub struct Mediate;
/// An organisation's list.
pub struct List;
/// What the system does by itself: promises, questions, forgetting.
pub struct System;

/// The way by which somebody comes to a response.
#[derive(Clone, Debug)]
pub enum Via {
    /// With the private link from a mail, which stands for this side. Of the other side the actor is who the link was
    /// sent to.
    Link(Side),
    /// In the workplace of this organisation.
    Organisation(OrganisationId),
    /// At the desk of the information point.
    Desk,
    /// Among one's own things; with the address one signed in with.
    Own(Option<String>),
}

/// Everybody may respond, except programs: nobody but a person can be called back.
pub fn respond(actor: &Actor) -> Decision<Respond> {
    Decision::allow_if(actor, !matches!(actor, Actor::ApiKey(_)), Decision::Deny("response-denied-program"))
}

/// Responding by way of a program: only for people who have signed in, because nobody reads a code from a mail into a program.
pub fn respond_signed_in(actor: &Actor) -> Decision<Respond> {
    Decision::or_sign_in(actor, actor.person().is_some(), Decision::Deny("response-denied-program"))
}

/// How this actor's response comes in. `acting_for`: the account of somebody who agreed to it, as the consent on record
/// says. `walk_in`: for somebody opposite without an account, which only the desk can vouch for.
pub fn entry(actor: &Actor, walk_in: bool, acting_for: Option<kernel::PersonId>) -> Entry {
    match (actor.person(), acting_for) {
        (Some(person), Some(of)) if of != person.id => Entry::OnBehalf { by: person.id, of: Some(of) },
        (Some(person), _) if walk_in && actor.sits_at_desk() => Entry::OnBehalf { by: person.id, of: None },
        (Some(person), _) => Entry::Account(person.id),
        (None, _) => Entry::Visitor,
    }
}

/// Everybody who holds the code or the link of a response may confirm it; the action checks those.
pub fn confirm(actor: &Actor) -> Decision<Confirm> {
    Decision::everybody(actor)
}

/// On which side of this response the actor stands, coming by this way.
pub fn side(actor: &Actor, response: &Response, via: &Via) -> Option<Side> {
    match via {
        Via::Link(Side::Owner) => {
            let theirs = match response.owner() {
                Owner::Organisation(organisation) => actor.speaks_for(organisation),
                Owner::Person(person) => actor.person_id() == Some(person),
            };
            (theirs && response.confirmed_at.is_some()).then_some(Side::Owner)
        }
        Via::Link(Side::Person) => Some(Side::Person),
        Via::Link(Side::Point | Side::System) => None,
        Via::Organisation(organisation) => {
            let theirs = response.owner() == Owner::Organisation(*organisation) && response.confirmed_at.is_some();
            (theirs && actor.speaks_for(*organisation)).then_some(Side::Owner)
        }
        Via::Desk => actor.sits_at_desk().then_some(Side::Point),
        Via::Own(email) => {
            let person = actor.person_id()?;
            let same_address = email.is_some() && *email == response.email;
            if response.person == Some(person) || same_address {
                Some(Side::Person)
            } else if response.owner() == Owner::Person(person) && response.confirmed_at.is_some() {
                Some(Side::Owner)
            } else {
                None
            }
        }
    }
}

/// Who comes along `via` may go on when `allowed`. The desk is told apart by its role alone; to others who do not take part the
/// thread does not exist.
fn along<A>(actor: &Actor, via: &Via, allowed: bool) -> Decision<A> {
    match via {
        Via::Desk if !actor.sits_at_desk() => Decision::desk(actor),
        Via::Link(_) => Decision::allow_if(actor, allowed, Decision::Hide),
        Via::Desk | Via::Organisation(_) | Via::Own(_) => Decision::or_sign_in(actor, allowed, Decision::Hide),
    }
}

/// Reading and writing in a thread, and saying what became of it: those who take part, each for their own side.
pub fn speak(actor: &Actor, response: &Response, via: &Via) -> Decision<Speak> {
    along(actor, via, side(actor, response, via).is_some())
}

/// Inviting, accepting, declining: the other side, and the point for it.
pub fn decide(actor: &Actor, response: &Response, via: &Via) -> Decision<Decide> {
    let allowed = matches!(side(actor, response, via), Some(Side::Owner | Side::Point));
    along(actor, via, allowed)
}

/// Choosing a time, taking back: the person, and the point for somebody who asks for it there.
pub fn choose(actor: &Actor, response: &Response, via: &Via) -> Decision<Choose> {
    let allowed = matches!(side(actor, response, via), Some(Side::Person | Side::Point));
    along(actor, via, allowed)
}

/// The desk.
pub fn mediate(actor: &Actor) -> Decision<Mediate> {
    Decision::desk(actor)
}

/// An organisation's list: its contacts, and a program with its key.
pub fn list(actor: &Actor, organisation: OrganisationId) -> Decision<List> {
    Decision::or_sign_in(actor, actor.speaks_for(organisation), Decision::Hide)
}

/// The system alone.
pub fn system(actor: &Actor) -> Decision<System> {
    Decision::system(actor)
}

/// What a subject does because of a step in a conversation about it: allowed to the actor who was allowed that step.
pub fn follow<A>(permit: &Permit<A>) -> Permit<Follow> {
    Permit::granted_by_policy(permit.actor())
}
