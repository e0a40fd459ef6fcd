//! The names of the house: whoever has seen one capability finds the same thing under the same name in the next.

use std::collections::BTreeMap;

use crate::architecture::{code, file_name, of_capabilities};

/// `SeePrivate` as a function is called.
fn snake(name: &str) -> String {
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push('_');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

#[test]
fn a_policy_names_its_permits_as_its_verbs() {
    let mut wrong = Vec::new();
    for source in of_capabilities().iter().filter(|source| file_name(&source.path) == "policy.rs") {
        let mut functions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut name = "";
        for (_, line) in code(source) {
            if let Some(rest) = line.strip_prefix("pub fn ") {
                name = rest.split('(').next().unwrap_or_default();
            }
            let permit = line.split_once("-> Decision<").and_then(|(_, rest)| rest.split('>').next());
            if let Some(permit) = permit.filter(|permit| permit.len() > 1) {
                functions.entry(permit).or_default().push(name);
            }
        }
        for (permit, names) in functions {
            let verb = snake(permit);
            let called = names.iter().any(|name| name.starts_with(&verb));
            let plain = !permit.ends_with("Permit") && !names.iter().any(|name| name.starts_with("may_"));
            if !called || !plain || (permit == "System") != names.contains(&"system") {
                wrong.push(format!("{}: {permit} is given by {}", source.path, names.join(", ")));
            }
        }
    }
    let advice = "a policy's function is a verb (`see_private`) and its permit the same (`SeePrivate`), without `may_` or `Permit`; \
                  what Samenstuur alone does is `system` and `System`";
    assert!(wrong.is_empty(), "{advice}:\n{}", wrong.join("\n"));
}
