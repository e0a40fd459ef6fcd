//! Signing in at the municipality's own identity provider (OpenID Connect, code flow with PKCE), where the system manager
//! configured one for the town.
//!
//! The provider says who somebody is, never by itself what they may do: roles come from a group only where the
//! municipality said which group means which role ([`settings`]).
//!
//! The calls to the provider happen within the request, because somebody waits for them; decision 5
//! (`docs/decisions/0005-calls-to-the-identity-provider-in-the-request.md`) says how they are kept short.

pub(crate) mod actions;
pub mod model;
pub(crate) mod pages;
pub mod provider;
pub mod settings;
pub(crate) mod store;

use platform::{Access, Plan};

/// Adds the routes and settings of the identity provider.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .settings(&[&settings::CLAIM, &settings::MANAGERS, &settings::MEDIATORS])
        .get("/inloggen/oidc", pages::begin, Access::PUBLIC)
        .get("/inloggen/oidc/terug", pages::come_back, Access::PUBLIC)
}
