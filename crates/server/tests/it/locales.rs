//! Every text in every language, every key used, every used key there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use kernel::Lang;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

/// Key → text as it stands in the file, with the file it stands in.
fn keys(lang: Lang) -> BTreeMap<String, (String, String)> {
    let mut keys = BTreeMap::new();
    for (name, text) in platform::i18n::texts(lang) {
        // The same file in every language: `locales/common.ftl`, `capabilities/offers/locales`.
        let file = name.replace(&format!("/{}/", lang.code()), "/").replace(&format!("/{}.ftl", lang.code()), "");
        let mut current: Option<String> = None;
        for line in text.lines() {
            let key = line.split_once('=').map(|(key, _)| key.trim_end()).filter(|key| {
                !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            });
            match key {
                Some(key) => {
                    let twice = keys.insert(key.to_owned(), (line.to_owned(), file.clone()));
                    assert!(twice.is_none(), "{name}: {key} is there twice");
                    current = Some(key.to_owned());
                }
                None => {
                    if let Some((text, _)) = current.as_ref().and_then(|key| keys.get_mut(key)) {
                        text.push('\n');
                        text.push_str(line);
                    }
                }
            }
        }
    }
    keys
}

fn arguments(text: &str) -> BTreeSet<String> {
    text.match_indices('$')
        .map(|(at, _)| {
            text[at + 1..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect()
        })
        .collect()
}

#[test]
fn every_language_has_the_same_texts_with_the_same_arguments() {
    let dutch = keys(Lang::Nl);
    let mut wrong = Vec::new();
    for lang in Lang::ALL.into_iter().skip(1) {
        let other = keys(lang);
        for (key, (text, file)) in &dutch {
            match other.get(key) {
                None => wrong.push(format!("{file} lacks {key} in {}", lang.code())),
                Some((translated, place)) => {
                    if place != file {
                        wrong.push(format!("{key} stands in {file} and in {}/{place}", lang.code()));
                    }
                    if arguments(text) != arguments(translated) {
                        wrong.push(format!("{key}: arguments differ between nl and {}", lang.code()));
                    }
                }
            }
        }
        wrong.extend(
            other
                .keys()
                .filter(|key| !dutch.contains_key(*key))
                .map(|key| format!("{}: {key} is not in nl", lang.code())),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn collect(dir: &Path, texts: &mut String) {
    let Ok(entries) = fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            // What only tests name is not used.
            if !["tests", "journeys"].contains(&name.as_str()) {
                collect(&path, texts);
            }
        } else if ["rs", "html", "txt", "js", "xml", "typ"].iter().any(|ending| name.ends_with(&format!(".{ending}"))) {
            texts.push_str(&fs::read_to_string(&path).unwrap_or_default());
            texts.push('\n');
        }
    }
}

/// Every quoted text in templates and sources: keys, and beginnings of keys that are put together (`people-role-`).
fn literals() -> BTreeSet<String> {
    let mut texts = String::new();
    collect(&root().join("templates"), &mut texts);
    collect(&root().join("capabilities"), &mut texts);
    for krate in ["kernel", "platform", "server", "documents"] {
        collect(&root().join("crates").join(krate).join("src"), &mut texts);
    }
    let mut found = BTreeSet::new();
    for piece in texts.split(['"', '\'', '{', '}', '`']) {
        let like_key =
            piece.contains('-') && piece.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if like_key {
            found.insert(piece.to_owned());
        }
    }
    found
}

#[test]
fn every_text_is_used() {
    let literals = literals();
    let prefixes: Vec<&String> =
        literals.iter().filter(|literal| literal.ends_with('-') && literal.len() > 3).collect();
    let settings: BTreeSet<String> = server::plans()
        .iter()
        .flat_map(|plan| plan.settings.iter())
        .flat_map(|setting| {
            let key = format!("setting-{}", setting.key.replace(['.', '_'], "-"));
            [key.clone(), format!("{key}-hint")]
        })
        .collect();
    let retention: BTreeSet<String> = server::plans()
        .iter()
        .flat_map(|plan| plan.retention.iter())
        .flat_map(|kept| [kept.data.to_owned(), format!("{}-why", kept.data)])
        .collect();
    let made: BTreeSet<String> = server::plans().iter().flat_map(|plan| plan.texts.iter().cloned()).collect();
    let unused: Vec<String> = keys(Lang::Nl)
        .into_iter()
        .filter(|(key, _)| {
            !literals.contains(key) && !settings.contains(key) && !retention.contains(key) && !made.contains(key)
        })
        .filter(|(key, _)| !prefixes.iter().any(|prefix| key.starts_with(prefix.as_str())))
        .map(|(key, (_, file))| format!("{file}: {key}"))
        .collect();
    assert!(unused.is_empty(), "no template or source uses:\n{}", unused.join("\n"));
}

#[test]
fn every_used_text_is_there() {
    let dutch = keys(Lang::Nl);
    let mut texts = String::new();
    collect(&root().join("templates"), &mut texts);
    collect(&root().join("capabilities"), &mut texts);
    let mut missing = BTreeSet::new();
    for rest in texts.split(" t(\"").chain(texts.split("(t(\"")).skip(1) {
        let Some((key, after)) = rest.split_once('"') else { continue };
        let whole = after.trim_start().starts_with([',', ')']);
        let like_key =
            key.contains('-') && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if whole && like_key && !dutch.contains_key(key) {
            missing.insert(key.to_owned());
        }
    }
    for plan in server::plans() {
        for setting in &plan.settings {
            let key = format!("setting-{}", setting.key.replace(['.', '_'], "-"));
            for key in [format!("{key}-hint"), key] {
                if !dutch.contains_key(&key) {
                    missing.insert(key);
                }
            }
        }
        for kept in &plan.retention {
            for key in [format!("{}-why", kept.data), kept.data.to_owned()] {
                if !dutch.contains_key(&key) {
                    missing.insert(key);
                }
            }
        }
        missing.extend(plan.texts.iter().filter(|key| !dutch.contains_key(*key)).cloned());
        missing.extend(plan.navigation.iter().map(|item| item.label.to_owned()).filter(|key| !dutch.contains_key(key)));
    }
    assert!(missing.is_empty(), "locales/nl lacks:\n{}", missing.into_iter().collect::<Vec<_>>().join("\n"));
}
