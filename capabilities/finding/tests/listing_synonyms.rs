//! The table of synonyms: edited by the municipality, searched by at once.

use testkit::{TestApp, db_test};

use crate::{listing_find, vacancies_fixtures as fixtures};

#[db_test]
async fn what_the_municipality_writes_is_found_by(app: TestApp) {
    let town = fixtures::town(&app).await;
    listing_find::live(&app, &town, "Pleinpret begeleiden", "Op het plein.", |_| {}).await;
    app.refresh_search().await;
    let mut visitor = app.visitor();
    visitor.get("/vacatures?q=zwabberdag").await.assert_contains("We vonden geen vacatures");

    let mut manager = app.browser_of(town.manager).await;
    let table = manager.get("/beheer/synoniemen").await;
    table.assert_status(200).assert_contains("ouderen");
    manager
        .post("/beheer/synoniemen", &[("words", "zwabberdag")])
        .await
        .assert_status(422)
        .assert_contains("zwabberdag");
    let saved = manager.submit("/beheer/synoniemen", &[("words", "zwabberdag\npleinpret")]).await;
    saved.assert_contains("Opgeslagen").assert_contains("zwabberdag · pleinpret").assert_contains("ouderen");
    app.refresh_search().await;
    let found = visitor.get("/vacatures?q=zwabberdag").await;
    found.assert_contains("Pleinpret begeleiden").assert_contains("“pleinpret” betekent ongeveer hetzelfde");

    let link = saved.attribute("ul li a[href^='/beheer/synoniemen?groep=']", "href").expect("a group");
    manager.get(&link).await.assert_status(200).assert_contains("Groep wijzigen");
    manager.submit("/beheer/synoniemen", &[("do", "reset")]).await.assert_lacks("zwabberdag");
    app.refresh_search().await;
    visitor.get("/vacatures?q=zwabberdag").await.assert_contains("We vonden geen vacatures");
}

#[db_test]
async fn a_group_can_be_taken_out_of_the_programs_list(app: TestApp) {
    let town = fixtures::town(&app).await;
    let mut manager = app.browser_of(town.manager).await;
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let before = platform::searching::synonyms(&mut conn, &ctx).await.expect("the table");
    let gone = before[0].id.to_string();
    let removed = manager.submit("/beheer/synoniemen", &[("group", &gone), ("do", "remove")]).await;
    let words = removed.attribute("input[name=words]", "value").expect("what can be put back");
    let after = platform::searching::synonyms(&mut conn, &ctx).await.expect("the table");
    assert_eq!(after.len(), before.len() - 1);
    assert!(!after.iter().any(|group| group.id.to_string() == gone));
    manager.submit("/beheer/synoniemen", &[("words", &words)]).await.assert_contains("Opgeslagen");
    let back = platform::searching::synonyms(&mut conn, &ctx).await.expect("the table");
    assert!(back.iter().any(|group| group.words == before[0].words), "undone");
    app.browser_of(town.resident).await.get("/beheer/synoniemen").await.assert_status(403);
}
