//! Proof that a rule was asked. An action takes a [`Permit`]; only a capability's `policy.rs` makes one
//! (an architecture test reads the sources), so nobody can forget the question.

use std::marker::PhantomData;

use crate::{Actor, Problem};

/// Proof that `policy` allowed the action `A` to this actor.
#[derive(Clone, Debug)]
pub struct Permit<A> {
    actor: Actor,
    action: PhantomData<fn() -> A>,
}

impl<A> Permit<A> {
    /// Made by a policy, and nowhere else.
    pub fn granted_by_policy(actor: &Actor) -> Self {
        Self { actor: actor.clone(), action: PhantomData }
    }

    /// Who may do it, for the audit row.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

/// What a policy answers.
#[derive(Clone, Debug)]
pub enum Decision<A> {
    /// Go ahead.
    Allow(Permit<A>),
    /// Pretend that the thing does not exist (404): even its existence is not this actor's business.
    Hide,
    /// Refuse and say why (403, or 401 when signing in could help); the text is a catalogue key.
    Deny(&'static str),
    /// Ask to sign in first.
    SignIn,
}

impl<A> Decision<A> {
    /// Allow to this actor when `allowed`, otherwise `otherwise`.
    pub fn allow_if(actor: &Actor, allowed: bool, otherwise: Self) -> Self {
        if allowed { Self::Allow(Permit::granted_by_policy(actor)) } else { otherwise }
    }

    /// As [`Decision::allow_if`], but a visitor who is not allowed is asked to sign in: perhaps it is theirs after that.
    pub fn or_sign_in(actor: &Actor, allowed: bool, otherwise: Self) -> Self {
        Self::allow_if(actor, allowed, if *actor == Actor::Visitor { Self::SignIn } else { otherwise })
    }

    /// For the people at the desk of the information point (`/balie`). Everybody else who has signed in hears why not, before
    /// anything is looked up: a thing that exists and one that does not get the same answer.
    pub fn desk(actor: &Actor) -> Self {
        Self::or_sign_in(actor, actor.sits_at_desk(), Self::Deny("platform-deny-desk"))
    }

    /// For the managers of the municipality (`/beheer`), and the system manager's commands; otherwise as [`Decision::desk`].
    pub fn manager(actor: &Actor) -> Self {
        Self::or_sign_in(actor, actor.is_manager(), Self::Deny("platform-deny-manager"))
    }

    /// For people with an account.
    pub fn signed_in(actor: &Actor) -> Self {
        Self::allow_if(actor, actor.person().is_some(), Self::SignIn)
    }

    /// For Samenstuur itself alone: what the clock and the news of others ask for.
    pub fn system(actor: &Actor) -> Self {
        Self::allow_if(actor, *actor == Actor::System, Self::Hide)
    }

    /// For everybody.
    pub fn everybody(actor: &Actor) -> Self {
        Self::allow_if(actor, true, Self::Hide)
    }

    /// The permit, or the problem the person is shown.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::Forbidden`] or [`Problem::SignInFirst`].
    pub fn require(self) -> Result<Permit<A>, Problem> {
        match self {
            Self::Allow(permit) => Ok(permit),
            Self::Hide => Err(Problem::NotFound),
            Self::Deny(reason) => Err(Problem::Forbidden(reason)),
            Self::SignIn => Err(Problem::SignInFirst),
        }
    }

    /// Whether the action is allowed, for showing or hiding a button.
    pub fn is_allowed(&self) -> bool {
        matches!(self, Self::Allow(_))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{OrganisationId, Person, PersonId, PersonRole};

    fn person(roles: &[PersonRole]) -> Actor {
        let id = PersonId(Uuid::from_u128(1));
        Actor::Person(Person { id, name: "Rik".into(), roles: roles.to_vec(), offices: Vec::new() })
    }

    fn word(decision: &Decision<()>) -> &'static str {
        match decision {
            Decision::Allow(_) => "yes",
            Decision::Hide => "hide",
            Decision::Deny(_) => "no",
            Decision::SignIn => "sign in",
        }
    }

    #[test]
    fn the_same_role_gets_the_same_answer_everywhere() {
        let table = [
            (Actor::Visitor, ["sign in", "sign in", "sign in", "hide", "sign in"]),
            (person(&[]), ["no", "no", "yes", "hide", "hide"]),
            (person(&[PersonRole::ConfirmedHelper]), ["no", "no", "yes", "hide", "hide"]),
            (person(&[PersonRole::Mediator]), ["yes", "no", "yes", "hide", "hide"]),
            (person(&[PersonRole::Manager]), ["yes", "yes", "yes", "hide", "hide"]),
            (Actor::ApiKey(OrganisationId(Uuid::from_u128(2))), ["no", "no", "sign in", "hide", "hide"]),
            (Actor::System, ["no", "yes", "sign in", "yes", "hide"]),
        ];
        for (actor, expected) in table {
            let found = [
                Decision::desk(&actor),
                Decision::manager(&actor),
                Decision::signed_in(&actor),
                Decision::system(&actor),
                Decision::or_sign_in(&actor, false, Decision::Hide),
            ];
            assert_eq!(found.each_ref().map(word), expected, "{actor:?}");
        }
    }
}
