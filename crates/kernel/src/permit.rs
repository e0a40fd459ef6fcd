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
