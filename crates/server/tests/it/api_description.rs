//! The description of the API: as committed, complete, and served.

use std::{fs, path::Path};

use testkit::{TestApp, db_test};

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_committed_description_is_what_the_program_says() {
    let text = platform::api::description_text(&server::plans()).expect("a description");
    let written = root().join("target/openapi.json");
    fs::write(&written, &text).expect("it can be written");
    let committed = fs::read_to_string(root().join("docs/openapi.json")).unwrap_or_default();
    assert!(
        committed.trim() == text.trim(),
        "the API changed: look at what did, and copy target/openapi.json to docs/openapi.json"
    );
}

#[test]
fn every_route_of_the_api_is_described_and_nothing_else() {
    let plans = server::plans();
    let document = platform::api::description(&plans).expect("a description");
    let described: Vec<String> = document["paths"]
        .as_object()
        .expect("paths")
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().expect("methods").keys();
            methods.map(move |method| format!("{} /api/v1{path}", method.to_uppercase())).collect::<Vec<_>>()
        })
        .collect();
    let mut routes: Vec<String> = plans
        .iter()
        .flat_map(|plan| plan.routes.iter())
        .filter(|route| route.path.starts_with("/api/"))
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    let mut described = described;
    described.sort();
    routes.sort();
    assert_eq!(described, routes);
}

#[db_test]
async fn the_description_is_served_with_the_version(app: TestApp) {
    let answer = app.visitor().get("/api/v1/openapi.json").await;
    answer.assert_status(200);
    assert_eq!(answer.headers.get("api-version").and_then(|value| value.to_str().ok()), Some("1.0.0"));
    assert_eq!(answer.headers.get("access-control-allow-origin").and_then(|value| value.to_str().ok()), Some("*"));
    assert_eq!(answer.json()["servers"][0]["url"], "/api/v1");
    let missing = app.visitor().get("/api/v1/nothing-here").await;
    missing.assert_status(404);
    assert_eq!(missing.headers.get("api-version").and_then(|value| value.to_str().ok()), Some("1.0.0"));
    assert_eq!(missing.json()["status"], 404);
}
