//! Saved searches with their letters, and favourites.

use facets::model::VacancyId;
use kernel::time;
use platform::jobs::Runner;
use testkit::{TestApp, db_test};
use vacancies::{events::VacancyPublished, model::State};

use crate::{
    listing_find,
    vacancies_fixtures::{self as fixtures, Town},
};

/// A vacancy goes live now, as it does after the last step of its form.
pub(crate) async fn publish(app: &TestApp, town: &Town, title: &str) -> VacancyId {
    let now = app.ctx().now;
    let id = listing_find::live(app, town, title, title, |vacancy| vacancy.published_at = Some(now)).await;
    let ctx = app.ctx();
    let event = VacancyPublished { vacancy: id, organisation: town.organisation, first: true, moderated: false };
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    tx.record(&ctx, &event).await.expect("a fact");
    tx.commit().await.expect("it commits");
    app.run_jobs().await;
    id
}

pub(crate) fn link_in(text: &str, path: &str) -> String {
    let start = text.find(path).unwrap_or_else(|| panic!("no {path} in {text}"));
    text[start..].split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ')', '>']).to_owned()
}

#[db_test]
async fn without_an_account_a_confirmed_address_hears_at_once_and_can_stop(app: TestApp) {
    let town = fixtures::town(&app).await;
    let mut visitor = app.visitor();
    let form = visitor.get("/zoekopdracht?q=koken").await;
    form.assert_status(200).assert_contains("“koken”");
    let refused =
        visitor.post("/zoekopdracht", &[("q", "koken"), ("rhythm", "at_once"), ("email", "geen adres")]).await;
    refused.assert_status(422).assert_contains("geen adres");
    let saved = visitor
        .submit("/zoekopdracht", &[("q", "koken"), ("rhythm", "at_once"), ("email", "Iemand@Thuis.example")])
        .await;
    saved.assert_contains("Bevestig daarin je adres");

    publish(&app, &town, "Te vroeg koken").await;
    app.pass(10 * time::MINUTE).await;
    let letters = app.mails_to("iemand@thuis.example").await;
    assert_eq!(letters.len(), 1, "nothing but the letter that asks to confirm: {letters:?}");
    let link = link_in(&letters[0].text_body, "/zoekopdracht/bevestig/");
    visitor.get(&link).await.assert_status(200).assert_contains("Ja, mail mij");
    visitor.submit(&link, &[]).await.assert_contains("Je zoekopdracht is bewaard");
    visitor.get(&link).await.assert_status(410);

    app.pass(time::HOUR).await;
    publish(&app, &town, "Helpen met koken").await;
    publish(&app, &town, "Voetballen").await;
    app.pass(time::HOUR).await;
    let letters = app.mails_to("iemand@thuis.example").await;
    assert_eq!(letters.len(), 2);
    let news = &letters[0].text_body;
    assert!(news.contains("Helpen met koken") && !news.contains("Voetballen") && !news.contains("Te vroeg"), "{news}");

    let stop = link_in(news, "/zoekopdracht/uit/");
    let page = visitor.get(&stop).await;
    page.assert_status(200).assert_contains("Stop met mailen");
    visitor.submit(&stop, &[]).await.assert_contains("Je krijgt geen mail meer");
    publish(&app, &town, "Nog eens koken").await;
    app.pass(time::HOUR).await;
    assert_eq!(app.mails_to("iemand@thuis.example").await.len(), 2, "who stopped hears nothing");
    visitor.submit(&stop, &[]).await.assert_contains("Je krijgt geen mail meer");
    visitor.submit(&stop, &[("undo", "ja")]).await.assert_contains("Je zoekopdracht staat er weer");
    publish(&app, &town, "Weer koken").await;
    app.pass(time::HOUR).await;
    assert_eq!(app.mails_to("iemand@thuis.example").await.len(), 3, "who undid it hears again");
}

#[db_test]
async fn with_an_account_it_counts_at_once_and_tells_each_thing_once(app: TestApp) {
    Runner::ensure_schedules(&app.app).await.expect("schedules");
    let town = fixtures::town(&app).await;
    let mut browser = app.browser_of(town.resident).await;
    browser.get("/zoekopdracht?thema=nature").await.assert_lacks("E-mailadres");
    browser
        .submit("/zoekopdracht", &[("thema", "nature"), ("rhythm", "daily")])
        .await
        .assert_contains("Natuur en milieu");
    browser.submit("/zoekopdracht", &[("thema", "nature"), ("rhythm", "daily")]).await;
    app.pass(time::HOUR).await;
    publish(&app, &town, "Wilgen knotten").await;
    app.pass_days(1).await;
    let letters = app.mails_to("rik@thuis.example").await;
    assert_eq!(letters.len(), 1, "the same search twice is one search");
    assert!(letters[0].text_body.contains("Dag Rik Bewoner") && letters[0].text_body.contains("Wilgen knotten"));
    app.pass_days(2).await;
    assert_eq!(app.mails_to("rik@thuis.example").await.len(), 1, "nobody hears of a thing twice");

    let own = browser.get("/mijn/zoekopdrachten").await;
    let id = own.attribute("input[name=search]", "value").expect("the search");
    let change = [("search", id.as_str()), ("rhythm", "weekly")];
    browser.submit("/mijn/zoekopdrachten", &change).await.assert_contains("bewaard");
    publish(&app, &town, "Eiken planten").await;
    app.pass_days(1).await;
    assert_eq!(app.mails_to("rik@thuis.example").await.len(), 1, "weekly is not daily");
    app.pass_days(7).await;
    assert_eq!(app.mails_to("rik@thuis.example").await.len(), 2);

    let mut other = app.browser_of(town.contact).await;
    other.post("/mijn/zoekopdrachten", &[("search", id.as_str()), ("end", "ja")]).await.assert_status(404);
    let ended = browser.submit("/mijn/zoekopdrachten", &[("search", id.as_str()), ("end", "ja")]).await;
    ended.assert_contains("Ongedaan maken");
    other.get(&format!("/mijn/zoekopdrachten?terug={id}")).await.assert_lacks("Ongedaan maken");
    let back = browser.submit("/mijn/zoekopdrachten", &[("search", id.as_str()), ("undo", "ja")]).await;
    back.assert_contains("Natuur en milieu");
    browser.submit("/mijn/zoekopdrachten", &[("search", id.as_str()), ("end", "ja")]).await;
    browser.get("/mijn/zoekopdrachten").await.assert_contains("nog geen zoekopdrachten");
}

#[db_test]
async fn what_nobody_confirms_or_wants_is_forgotten(app: TestApp) {
    Runner::ensure_schedules(&app.app).await.expect("schedules");
    let town = fixtures::town(&app).await;
    let mut visitor = app.visitor();
    visitor.post("/zoekopdracht", &[("rhythm", "daily"), ("email", "iemand@thuis.example")]).await;
    let letters = app.mails_to("iemand@thuis.example").await;
    let link = link_in(&letters[0].text_body, "/zoekopdracht/bevestig/");
    app.pass_days(9).await;
    visitor.get(&link).await.assert_status(410);
    let mut browser = app.browser_of(town.resident).await;
    browser.post("/zoekopdracht", &[("rhythm", "daily")]).await;
    app.app.clock.advance(370 * time::DAY);
    app.run_jobs().await;
    let mut browser = app.browser_of(town.resident).await;
    browser.get("/mijn/zoekopdrachten").await.assert_contains("nog geen zoekopdrachten");
}

#[db_test]
async fn a_vacancy_is_kept_to_look_at_later(app: TestApp) {
    let town = fixtures::town(&app).await;
    let id = listing_find::live(&app, &town, "Tuinieren", "In de tuin.", |_| {}).await;
    let keep = format!("/vacatures/{id}/bewaar");
    assert!(app.visitor().post(&keep, &[]).await.location().is_some_and(|to| to.starts_with("/inloggen")));
    let mut browser = app.browser_of(town.resident).await;
    browser.get("/mijn/bewaard").await.assert_contains("nog niets bewaard");
    browser.post(&keep, &[]).await.assert_status(303);
    browser.post(&keep, &[]).await.assert_status(303);
    let kept = browser.get("/mijn/bewaard").await;
    kept.assert_contains("Tuinieren").assert_lacks("Je kunt hier nu niet op reageren");
    browser.submit(&keep, &[("keep", "no"), ("back", "/mijn/bewaard")]).await.assert_contains("nog niets bewaard");
    let draft = fixtures::in_state(&app, town.organisation, State::Draft).await;
    browser.post(&format!("/vacatures/{draft}/bewaar"), &[]).await.assert_status(404);
}

#[db_test]
async fn who_leaves_takes_it_along(app: TestApp) {
    let town = fixtures::town(&app).await;
    let id = listing_find::live(&app, &town, "Tuinieren", "In de tuin.", |_| {}).await;
    let mut browser = app.browser_of(town.resident).await;
    browser.post("/zoekopdracht", &[("q", "koken"), ("rhythm", "daily")]).await;
    browser.post(&format!("/vacatures/{id}/bewaar"), &[]).await;
    let ctx = app.ctx();
    let plans = server::plans();
    let data = plans.iter().flat_map(|plan| &plan.person_data).find(|data| data.label == "saved-search-data");
    let data = data.expect("saved searches say what they keep");
    let mut conn = ctx.read().await.expect("a connection");
    let copy = (data.export)(&mut conn, &ctx, town.resident).await.expect("a copy");
    assert!(copy["searches"][0]["search"].as_str().is_some_and(|search| search.contains("koken")), "{copy}");
    assert_eq!(copy["kept"].as_array().map(Vec::len), Some(1));
    drop(conn);
    let mut tx = app.app.db.begin_system().await.expect("a transaction");
    (data.erase)(&mut tx, &ctx, town.resident).await.expect("it ends");
    tx.commit().await.expect("it commits");
    let mut conn = ctx.read().await.expect("a connection");
    let copy = (data.export)(&mut conn, &ctx, town.resident).await.expect("a copy");
    assert_eq!(copy, serde_json::json!({ "searches": [], "kept": [] }));
}

#[db_test]
async fn who_must_sign_in_to_keep_something_comes_back_to_where_they_were(app: TestApp) {
    let town = fixtures::town(&app).await;
    let id = fixtures::in_state(&app, town.organisation, State::Live).await;
    let page = format!("/vacatures/{id}");
    let keep = format!("{page}/bewaar");
    let from = |site: &str| app.visitor().with_header("referer", &format!("{site}{page}?near=2711"));
    let own = "http://localhost".to_owned();
    let back: String = url::form_urlencoded::byte_serialize(format!("{page}?near=2711").as_bytes()).collect();
    assert_eq!(from(&own).post(&keep, &[]).await.location(), Some(format!("/inloggen?terug={back}")));
    let elsewhere = from("https://elders.example").post(&keep, &[]).await.location();
    assert_eq!(elsewhere.as_deref(), Some("/inloggen?terug=%2F"), "nobody is led to another site's path");
    let mut resident = app.browser_of(town.resident).await;
    resident.get(&page).await.assert_lacks("Niet meer bewaren");
    resident.submit(&keep, &[]).await.assert_contains("Je bewaart deze vacature").assert_contains("Niet meer bewaren");
    resident.submit(&keep, &[("keep", "no")]).await.assert_lacks("Je bewaart deze vacature");
}
