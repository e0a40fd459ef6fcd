//! An offer from its form to its end: who sees it, what its maker does with it, what happens by itself.

use capabilities::marketplace::{
    model::OfferId,
    offers::{self, model::State},
};
use kernel::PersonRole;
use testkit::{Answer, TestApp, db_test};

use crate::vacancies_fixtures::organisation;

const GOOD: [(&str, &str); 7] = [
    ("title", "Ik help graag met de computer"),
    ("description", "Ik leg rustig uit hoe het werkt."),
    ("shown_name", "Noor"),
    ("when", "flexible"),
    ("parts", "2-morning"),
    ("themes", "digital"),
    ("visibility", "everybody"),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = GOOD.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name)).copied();
    kept.chain(changes.iter().copied()).collect()
}

fn id_in(answer: &Answer) -> OfferId {
    let location = answer.location().expect("sent on");
    location.strip_prefix("/aanbod/").expect("the page of the offer").parse().expect("an id")
}

async fn stored(app: &TestApp, id: OfferId) -> offers::model::Offer {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    offers::find(&mut conn, &ctx, id).await.expect("the database answers").expect("the offer is there")
}

async fn post(app: &TestApp, changes: &[(&str, &str)]) -> (testkit::Client, OfferId) {
    let noor = app.person("Noor Verzonnen", Some("noor@thuis.example"), &[]).await;
    let mut browser = app.browser_of(noor).await;
    let answer = browser.post("/mijn/aanbod/nieuw", &with(changes)).await;
    answer.assert_status(303);
    (browser, id_in(&answer))
}

#[db_test]
async fn an_offer_is_written_seen_changed_paused_and_closed(app: TestApp) {
    app.visitor().get("/mijn/aanbod/nieuw").await.assert_status(303);
    let (mut noor, id) = post(&app, &[]).await;
    let page = format!("/aanbod/{id}");
    let seen = app.visitor().get(&page).await;
    seen.assert_status(200).assert_contains("Ik help graag met de computer").assert_contains("Noor");
    seen.assert_lacks("Verzonnen").assert_lacks("noor@thuis.example");
    app.visitor_elsewhere().get(&page).await.assert_status(404);
    noor.get("/mijn/aanbod").await.assert_contains("Te zien");

    let edit = format!("/mijn/aanbod/{id}/wijzigen");
    assert_eq!(noor.get(&edit).await.attribute("#f-title", "value").as_deref(), Some(GOOD[0].1));
    let wrong = noor.post(&edit, &with(&[("title", "Bel 06-12345678"), ("shown_name", "")])).await;
    wrong.assert_status(422).assert_contains("06-12345678");
    noor.post(&edit, &with(&[("title", "Ik lees graag voor")])).await.assert_status(303);
    app.visitor().get(&page).await.assert_contains("Ik lees graag voor");

    noor.post(&format!("/mijn/aanbod/{id}/pauzeren"), &[]).await.assert_status(303);
    app.visitor().get(&page).await.assert_status(404);
    noor.get(&page).await.assert_status(200);
    noor.post(&format!("/mijn/aanbod/{id}/pauzeren"), &[]).await.assert_status(409);
    noor.post(&format!("/mijn/aanbod/{id}/verlengen"), &[]).await.assert_status(303);
    app.visitor().get(&page).await.assert_status(200);

    let close = format!("/mijn/aanbod/{id}/sluiten");
    noor.post(&close, &[]).await.assert_status(422);
    noor.post(&close, &[("closing", "through_us")]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Closed);
    app.run_jobs().await;
}

#[db_test]
async fn an_offer_for_organisations_is_seen_by_those_the_municipality_knows(app: TestApp) {
    let (mut noor, id) = post(&app, &[("visibility", "organisations")]).await;
    let page = format!("/aanbod/{id}");
    let contact = app.person("Cora Contact", Some("cora@proef.example"), &[]).await;
    organisation(&app, "Buurttuin De Proef", true, contact).await;
    let newcomer = app.person("Nico Nieuw", Some("nico@nieuw.example"), &[]).await;
    organisation(&app, "Nog Niet Bevestigd", false, newcomer).await;
    let resident = app.person("Rik Bewoner", Some("rik@thuis.example"), &[]).await;
    let mediator = app.person("Mia Balie", Some("mia@punt.example"), &[PersonRole::Mediator]).await;
    app.visitor().get(&page).await.assert_status(404);
    for (person, status) in [(contact, 200), (newcomer, 404), (resident, 404), (mediator, 200)] {
        app.browser_of(person).await.get(&page).await.assert_status(status);
    }
    noor.get(&page).await.assert_status(200);
    let mut other = app.browser_of(contact).await;
    other.get(&format!("/mijn/aanbod/{id}/wijzigen")).await.assert_status(404);
    other.post(&format!("/mijn/aanbod/{id}/sluiten"), &[("closing", "stopped")]).await.assert_status(404);
    app.run_jobs().await;
}

#[db_test]
async fn an_offer_ends_by_itself_unless_one_tap_keeps_it(app: TestApp) {
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("recurring jobs");
    let (_, id) = post(&app, &[]).await;
    app.pass_days(167).await;
    let letters = app.mails_to("noor@thuis.example").await;
    assert_eq!(letters.len(), 1, "asked once: {:?}", letters.iter().map(|letter| &letter.subject).collect::<Vec<_>>());
    let body = &letters[0].text_body;
    let link = body.split("http://localhost").find(|rest| rest.starts_with("/aanbod/verlengen/")).expect("a link");
    let link = link.split_whitespace().next().expect("its path").to_owned();
    app.visitor().get(&link).await.assert_status(200).assert_contains("Ja, laat het staan");
    app.visitor().post(&link, &[]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Live);
    app.visitor().get(&link).await.assert_contains("Deze link werkt niet meer");
    app.visitor().post(&link, &[]).await.assert_contains("Deze link werkt niet meer");

    app.pass_days(182).await;
    assert_eq!(stored(&app, id).await.state, State::Expired);
    app.visitor().get(&format!("/aanbod/{id}")).await.assert_status(404);
    let letters = app.mails_to("noor@thuis.example").await;
    let subjects = letters.iter().map(|letter| letter.subject.as_str()).collect::<Vec<_>>();
    assert_eq!(subjects.len(), 2, "asked again, and told that it ended; the first letter is forgotten: {subjects:?}");
    assert_ne!(subjects[0], subjects[1], "two different letters");
    app.pass_days(370).await;
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    assert!(offers::find(&mut conn, &ctx, id).await.expect("the database answers").is_none(), "it is forgotten");
}

#[db_test]
async fn the_municipality_takes_an_offer_down_with_a_reason(app: TestApp) {
    let (mut noor, id) = post(&app, &[]).await;
    let path = format!("/aanbod/{id}/weghalen");
    noor.post(&path, &[("reason", "Daarom")]).await.assert_status(403);
    let manager = app.person("Mies Beheer", Some("mies@stad.example"), &[PersonRole::Manager]).await;
    let mut manager = app.browser_of(manager).await;
    manager.post(&path, &[]).await.assert_status(422);
    manager.post(&path, &[("reason", "Dit is betaald werk.")]).await.assert_status(303);
    app.visitor().get(&format!("/aanbod/{id}")).await.assert_status(404);
    let letters = app.mails_to("noor@thuis.example").await;
    assert!(letters[0].text_body.contains("Dit is betaald werk."), "{}", letters[0].text_body);
    noor.get("/mijn/aanbod").await.assert_contains("Dit is betaald werk.");
    noor.post(&format!("/mijn/aanbod/{id}/verlengen"), &[]).await.assert_status(409);
}

#[db_test]
async fn the_index_reads_live_offers_in_steps(app: TestApp) {
    let (mut noor, first) = post(&app, &[]).await;
    let second = id_in(&noor.post("/mijn/aanbod/nieuw", &with(&[("visibility", "organisations")])).await);
    let third = id_in(&noor.post("/mijn/aanbod/nieuw", &with(&[])).await);
    noor.post(&format!("/mijn/aanbod/{third}/pauzeren"), &[]).await.assert_status(303);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let step = offers::live_offers(&mut conn, &ctx, after, 1).await.expect("the database answers");
        let Some(last) = step.last() else { break };
        after = Some(last.id);
        found.extend(step.iter().map(|offer| offer.id));
    }
    let mut expected = vec![first, second];
    expected.sort_unstable();
    assert_eq!(found, expected);
    let known = offers::by_ids(&mut conn, &ctx, &[third, first]).await.expect("the database answers");
    assert_eq!(known.len(), 2);
    drop(conn);
    app.run_jobs().await;
}
