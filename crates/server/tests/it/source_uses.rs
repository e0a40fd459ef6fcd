//! Reads the `use` lines of a source as the compiler does: groups, renames, `self`, `super`; for the rules of the house.

/// One thing that is used, with the line on which its `use` begins.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Used {
    /// Line number.
    pub line: usize,
    /// Its whole path: `crate::people::store`.
    pub path: String,
}

/// Everything that the source in `file` (its path inside the repository) uses, up to its first `#[cfg(test)]`.
pub(crate) fn uses(file: &str, text: &str) -> Vec<Used> {
    let module = module_of(file);
    let mut found = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let line = line.trim();
        if line.starts_with("#[cfg(test)]") {
            break;
        }
        let Some(first) = used_in(line) else { continue };
        let mut tree = without_comment(first).to_owned();
        while !tree.contains(';') {
            let Some((_, next)) = lines.next() else { break };
            tree.push_str(without_comment(next.trim()));
        }
        let tree = tree.split(';').next().unwrap_or_default();
        let mut paths = Vec::new();
        expand("", tree, &mut paths);
        found.extend(paths.iter().map(|path| Used { line: number + 1, path: resolve(&module, path) }));
    }
    found
}

/// What follows `use`, also after `pub` or `pub(…)`.
fn used_in(line: &str) -> Option<&str> {
    let line = match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(')')?.1.trim_start(),
        Some(rest) => rest.trim_start(),
        None => line,
    };
    line.strip_prefix("use ")
}

fn without_comment(line: &str) -> &str {
    line.split("//").next().unwrap_or_default()
}

/// `a::{b, c::{self, d as e}}` → `a::b`, `a::c`, `a::c::d`.
fn expand(before: &str, tree: &str, paths: &mut Vec<String>) {
    let tree = tree.trim();
    let joined = |rest: &str| match (before.is_empty(), rest) {
        (true, rest) => rest.to_owned(),
        (false, "self" | "*") => before.to_owned(),
        (false, rest) => format!("{before}::{rest}"),
    };
    let Some((head, group)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default().trim().trim_end_matches("::*");
        if !path.is_empty() {
            paths.push(joined(path.trim_end_matches("::self")));
        }
        return;
    };
    let group = group.trim_end().trim_end_matches('}').trim_end_matches(',');
    let head = head.trim().trim_end_matches("::");
    let inside = if head.is_empty() { before.to_owned() } else { joined(head) };
    let group = closed(tree).unwrap_or(group);
    let (mut depth, mut start) = (0_i32, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&inside, &group[start..at], paths);
                start = at + 1;
            }
            _ => {}
        }
    }
    expand(&inside, &group[start..], paths);
}

/// What stands between the first `{` and its own `}`.
fn closed(tree: &str) -> Option<&str> {
    let start = tree.find('{')? + 1;
    let mut depth = 1;
    for (at, c) in tree[start..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(&tree[start..start + at]);
        }
    }
    None
}

/// Names of the modules in which a file stands: `people`, `signin`, `pages` of `…/src/people/signin/pages.rs`.
fn module_of(file: &str) -> Vec<String> {
    let inside = file.split_once("/src/").map_or(file, |(_, inside)| inside);
    let inside = inside.trim_end_matches(".rs").trim_end_matches("/mod");
    inside.split('/').filter(|name| !matches!(*name, "lib" | "main")).map(str::to_owned).collect()
}

fn resolve(module: &[String], path: &str) -> String {
    let mut parts: Vec<&str> = path.split("::").map(str::trim).collect();
    if !matches!(parts.first(), Some(&"super" | &"self")) {
        return parts.join("::");
    }
    let mut here: Vec<&str> = module.iter().map(String::as_str).collect();
    while let Some(first @ (&"super" | &"self")) = parts.first() {
        if *first == "super" {
            here.pop();
        }
        parts.remove(0);
    }
    let whole = std::iter::once("crate").chain(here).chain(parts);
    whole.collect::<Vec<_>>().join("::")
}

#[test]
fn uses_are_read_as_the_compiler_reads_them() {
    let text = "\
//! A module.
use std::fmt;
pub(crate) use platform::{
    Ctx, // the context
    db::{self, Conn as Connection},
};
use super::{forms, super::store};
use self::inner::*;
fn later() {}
#[cfg(test)]
mod tests { use axum::extract::Path; }
";
    let found: Vec<(usize, String)> =
        uses("capabilities/people/src/signin/pages.rs", text).into_iter().map(|used| (used.line, used.path)).collect();
    let expected = [
        (2, "std::fmt"),
        (3, "platform::Ctx"),
        (3, "platform::db"),
        (3, "platform::db::Conn"),
        (7, "crate::signin::forms"),
        (7, "crate::store"),
        (8, "crate::signin::pages::inner"),
    ];
    let expected: Vec<(usize, String)> = expected.iter().map(|(line, path)| (*line, (*path).to_owned())).collect();
    assert_eq!(found, expected);
}
