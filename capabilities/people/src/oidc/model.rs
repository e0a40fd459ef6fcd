//! What an identity provider says of somebody, and what follows from it. Pure.

use kernel::{PersonRole, codes, door, form::PERSON_NAME_MAX, text};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

codes! {
    /// Why somebody was not let in.
    pub enum Refusal {
        /// The step before it is not known to this browser, or too long ago.
        Expired = "expired",
        /// The provider let them not through, or they went back.
        Denied = "denied",
        /// The provider cannot be reached.
        Down = "down",
        /// What the provider said does not hold: another signature, audience, nonce or moment.
        Invalid = "invalid",
        /// The provider does not vouch for the e-mail address.
        Unverified = "unverified",
    }
}

/// What must be remembered until somebody comes back from the provider.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Comes back with them: proves that the answer belongs to this question.
    pub state: String,
    /// Comes back inside the ID token.
    pub nonce: String,
    /// Proves to the provider that who brings the code is who asked for it (PKCE).
    pub verifier: String,
}

/// Somebody as the provider knows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// Who says it.
    pub issuer: String,
    /// Their number there, which never changes.
    pub subject: String,
    /// E-mail address, lower case, when the provider vouches for it.
    pub verified_email: Option<String>,
    pub name: Option<String>,
    /// Every other claim.
    pub claims: Map<String, Value>,
}

impl Said {
    /// The name of a new account; without a name the part of the address before the @.
    pub fn name_for(&self, email: &str) -> String {
        let given = self.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let name = given.unwrap_or_else(|| email.split('@').next().unwrap_or(email));
        text::excerpt(&door::one_line(name), PERSON_NAME_MAX)
    }

    /// The groups in this claim: a list of texts, or one text.
    pub fn groups(&self, claim: &str) -> Vec<String> {
        match self.claims.get(claim) {
            Some(Value::String(group)) => vec![group.clone()],
            Some(Value::Array(groups)) => groups.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => Vec::new(),
        }
    }
}

/// The roles that groups mean, by the municipality's own lists of groups, each with commas between.
pub fn roles(groups: &[String], managers: &str, mediators: &str) -> Vec<PersonRole> {
    let means = |list: &str| {
        list.split(',').map(str::trim).any(|name| !name.is_empty() && groups.iter().any(|group| group == name))
    };
    let known = [(managers, PersonRole::Manager), (mediators, PersonRole::Mediator)];
    known.into_iter().filter(|(list, _)| means(list)).map(|(_, role)| role).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn said(claims: Value) -> Said {
        let claims = claims.as_object().cloned().unwrap_or_default();
        Said { issuer: "i".into(), subject: "s".into(), verified_email: None, name: None, claims }
    }

    #[test]
    fn a_group_is_a_role_only_where_the_municipality_says_so() {
        let both = [PersonRole::Manager, PersonRole::Mediator];
        let table: [(Value, &str, &str, &[PersonRole]); 7] = [
            (json!({ "groups": ["balie"] }), "", "", &[]),
            (json!({ "groups": ["balie"] }), "beheer", "balie", &both[1..]),
            (json!({ "groups": ["balie", "beheer"] }), "x, beheer", "balie", &both),
            (json!({ "groups": "beheer" }), "beheer", "", &both[..1]),
            (json!({ "groups": [""] }), ",", " , ", &[]),
            (json!({ "groups": ["Beheer"] }), "beheer", "", &[]),
            (json!({ "roles": ["beheer"] }), "beheer", "", &[]),
        ];
        for (claims, managers, mediators, expected) in table {
            let groups = said(claims.clone()).groups("groups");
            assert_eq!(roles(&groups, managers, mediators), expected, "{claims}");
        }
    }

    #[test]
    fn a_new_account_has_a_name() {
        let named = |name: Option<&str>| Said { name: name.map(str::to_owned), ..said(json!({})) };
        assert_eq!(named(Some("  Fatma Proef ")).name_for("f@proef.example"), "Fatma Proef");
        assert_eq!(named(Some(" ")).name_for("f.proef@proef.example"), "f.proef");
        assert_eq!(named(None).name_for("f.proef@proef.example"), "f.proef");
    }
}
