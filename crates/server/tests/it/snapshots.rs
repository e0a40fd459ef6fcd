//! What people and programs see, kept as text: a change of it is looked at before it lands (`cargo insta review`).

use std::collections::BTreeMap;

use kernel::Lang;
use platform::{i18n::Catalogue, plan::Role, templates::Templates};
use scraper::{ElementRef, Html, Node, Selector};
use testkit::{Engine, TestApp};

use crate::{
    authorisation::fixtures::Fixtures,
    pages::{layout, samples},
};

/// Elements that begin a line of their own.
const BLOCKS: [&str; 29] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "button",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "input",
    "label",
    "legend",
    "li",
    "nav",
    "ol",
    "option",
    "p",
    "section",
    "tr",
    "ul",
];
/// Elements whose content nobody sees.
const UNSEEN: [&str; 4] = ["script", "style", "template", "svg"];

fn see(element: ElementRef<'_>, seen: &mut String) {
    let name = element.value().name();
    if UNSEEN.contains(&name) || element.value().attr("hidden").is_some() {
        return;
    }
    let block = BLOCKS.contains(&name) || name == "summary";
    if block {
        seen.push('\n');
    }
    if let Some(typed) = element.value().attr("value").filter(|_| name == "input" && is_seen(element)) {
        seen.push_str(&format!("[{typed}]"));
    }
    for child in element.children() {
        match child.value() {
            Node::Text(text) => seen.push_str(text),
            _ => {
                if let Some(inner) = ElementRef::wrap(child) {
                    see(inner, seen);
                }
            }
        }
    }
    if matches!(name, "td" | "th") {
        seen.push_str(" | ");
    }
    if block {
        seen.push('\n');
    }
}

fn is_seen(input: ElementRef<'_>) -> bool {
    !matches!(input.value().attr("type"), Some("hidden" | "radio" | "checkbox"))
}

/// The visible words of `<main>`, a line for each block.
fn visible(html: &str) -> String {
    let page = Html::parse_document(html);
    let main = Selector::parse("main").expect("a selector");
    let mut seen = String::new();
    if let Some(main) = page.select(&main).next() {
        see(main, &mut seen);
    }
    let lines = seen.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// One file per capability and language, with every sample page of it.
#[test]
fn pages_say_what_they_said() {
    let words = Catalogue::load().expect("the catalogue loads");
    let templates = Templates::load(words.clone(), false).expect("the templates load");
    for lang in Lang::ALL {
        let mut texts: BTreeMap<&str, String> = BTreeMap::new();
        for sample in samples() {
            let html = templates
                .render(&*sample.page, &layout(&words, lang, true, &*sample.page, &[]))
                .expect("the page is whole");
            let group = sample.name.split('/').next().unwrap_or(sample.name);
            let text = texts.entry(group).or_default();
            text.push_str(&format!("=== {}\n{}\n\n", sample.name, visible(&html)));
        }
        for (group, text) in texts {
            insta::assert_snapshot!(format!("{group}-{}", lang.code()), text);
        }
    }
}

/// Ids and moments differ from run to run, and so do the last digits of what freshness counts for.
fn steady(text: &str) -> String {
    let is_score = |line: &&str| line.trim_start().starts_with("\"score\": ");
    let text = text.lines().filter(|line| !is_score(line)).collect::<Vec<_>>().join("\n");
    let mut steady = String::new();
    for piece in text.split_inclusive('"') {
        let word = piece.trim_end_matches('"');
        let is_id = |word: &str| word.len() == 36 && word.matches('-').count() == 4;
        let is_moment = word.len() >= 20 && word.ends_with('Z') && word.contains('T') && word.starts_with("20");
        let replaced = match word {
            _ if is_id(word) => "[id]".to_owned(),
            _ if is_moment => "[moment]".to_owned(),
            _ => word.split('/').map(|part| if is_id(part) { "[id]" } else { part }).collect::<Vec<_>>().join("/"),
        };
        steady.push_str(&replaced);
        steady.push_str(&piece[word.len()..]);
    }
    steady
}

/// Everything that can be read through the API, and how it says no.
#[test]
fn the_api_answers_what_it_answered() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let text = runtime.block_on(async {
        let routes = server::plans().into_iter().flat_map(|plan| plan.routes);
        let mut paths: Vec<&str> =
            routes.filter(|route| route.method == "GET" && route.path.starts_with("/api/")).map(|it| it.path).collect();
        paths.sort_unstable();
        let app = TestApp::start(Engine::Sqlite).await;
        let fixtures = Fixtures::make(app, &format!("/api/{}", paths.join(""))).await;
        fixtures.app.run_jobs().await;
        fixtures.app.refresh_search().await;
        let mut text = String::new();
        let wrong = ["/api/v1/vacancies/geen-id", "/api/v1/vacancies?page=nul", "/api/v1/vacancies?near=9999"];
        for path in paths.iter().chain(&wrong) {
            let mut filled = (*path).to_owned();
            for (name, value) in &fixtures.known {
                filled = filled.replace(&format!("{{{name}}}"), value);
            }
            let answer = fixtures.client(Role::ApiKey).await.get(&filled).await;
            let kind = answer.headers.get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
            let body = match kind.contains("json") {
                true => serde_json::to_string_pretty(&answer.json()).expect("JSON"),
                false => answer.text(),
            };
            text.push_str(&format!("=== GET {path}\n{} {kind}\n{}\n\n", answer.status.as_u16(), steady(&body)));
        }
        fixtures.app.app.db.close().await;
        text
    });
    insta::assert_snapshot!("api", text);
}
