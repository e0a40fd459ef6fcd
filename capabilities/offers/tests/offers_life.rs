//! An offer from its form to its end: who sees it, what its maker does with it, what happens by itself.

use facets::model::OfferId;
use kernel::PersonRole;
use offers::model::State;
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

/// Noor puts an offer on.
pub(crate) async fn post(app: &TestApp, changes: &[(&str, &str)]) -> (testkit::Client, OfferId) {
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
    let third = id_in(&noor.post("/mijn/aanbod/nieuw", &with(&[("shown_name", "Noor V.")])).await);
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

#[db_test]
async fn what_was_taken_down_is_mended_and_looked_at_again(app: TestApp) {
    let (mut noor, id) = post(&app, &[]).await;
    let mia = app.person("Mia Balie", Some("mia@punt.example"), &[PersonRole::Mediator]).await;
    let mut desk = app.browser_of(mia).await;
    let page = format!("/aanbod/{id}");
    desk.post(&format!("{page}/weghalen"), &[("reason", "Dit is betaald werk.")]).await.assert_status(303);
    desk.post(&format!("{page}/plaatsen"), &[]).await.assert_status(409);
    noor.get("/mijn/aanbod").await.assert_contains("Pas aan en stuur in").assert_contains("Sluit");
    let edit = format!("/mijn/aanbod/{id}/wijzigen");
    noor.get(&edit).await.assert_contains("Het informatiepunt leest het");
    noor.post(&edit, &with(&[("description", "Ik help gratis.")])).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Waiting);
    app.visitor().get(&page).await.assert_status(404);
    noor.post(&format!("/mijn/aanbod/{id}/verlengen"), &[]).await.assert_status(409);
    noor.post(&format!("{page}/plaatsen"), &[]).await.assert_status(403);
    desk.get("/balie/aanbod").await.assert_contains("Ik help gratis.").assert_contains("Dit is betaald werk.");
    desk.post(&format!("{page}/plaatsen"), &[]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Live);
    app.visitor().get(&page).await.assert_status(200);
    desk.get("/balie/aanbod").await.assert_contains("Er wacht geen aanbod");
    let letters = app.mails_to("noor@thuis.example").await;
    assert!(letters.iter().any(|letter| letter.subject.contains("Je aanbod staat er weer")), "{letters:?}");
}

#[db_test]
async fn a_mediator_offers_for_somebody_who_agreed(app: TestApp) {
    let mia = app.person("Mia Balie", Some("mia@punt.example"), &[PersonRole::Mediator]).await;
    let mut desk = app.browser_of(mia).await;
    let register = |name: &'static str, purpose: &'static str| {
        [
            ("name", name),
            ("phone", "099 123 45 67"),
            ("purposes", purpose),
            ("way", "spoken"),
            ("until", "1-4-2026"),
            ("agreed", "ja"),
        ]
    };
    let toos =
        desk.post("/balie/personen/nieuw", &register("Toos Bedacht", "offer")).await.location().expect("her page");
    let other =
        desk.post("/balie/personen/nieuw", &register("Tom Anders", "profile")).await.location().expect("his page");
    let (toos, other) = (toos.rsplit('/').next().unwrap_or_default(), other.rsplit('/').next().unwrap_or_default());
    desk.get(&format!("/balie/personen/{toos}")).await.assert_contains("Aanbod van deze persoon");
    desk.get(&format!("/balie/personen/{other}")).await.assert_lacks("Aanbod van deze persoon");
    desk.get(&format!("/mijn/aanbod/nieuw?voor={other}")).await.assert_status(403);
    desk.post("/mijn/aanbod/nieuw", &with(&[("voor", other)])).await.assert_status(403);
    let form = desk.get(&format!("/mijn/aanbod/nieuw?voor={toos}")).await;
    form.assert_contains("Je handelt namens Toos Bedacht");
    assert_eq!(form.attribute("input[name='voor']", "value").as_deref(), Some(toos));
    let answer = desk.post("/mijn/aanbod/nieuw", &with(&[("voor", toos), ("shown_name", "Toos")])).await;
    answer.assert_status(303);
    let id = id_in(&answer);
    assert_eq!(stored(&app, id).await.person.to_string(), toos);
    desk.get(&format!("/mijn/aanbod?voor={toos}")).await.assert_contains("Ik help graag met de computer");
    desk.get(&format!("/aanbod/{id}")).await.assert_contains("Handel namens Toos Bedacht");
    desk.post(&format!("/mijn/aanbod/{id}/pauzeren"), &[]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Paused);
    app.pass_days(31).await;
    // The consent ended with the month.
    let mut desk = app.browser_of(mia).await;
    desk.post(&format!("/mijn/aanbod/{id}/verlengen"), &[]).await.assert_status(403);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let subject = platform::audit::Subject::of("offer", id);
    let rows = platform::audit::about(&mut conn, &ctx, subject, 50).await.expect("audit rows");
    assert!(rows.iter().all(|row| row.on_behalf_of.is_some_and(|person| person.to_string() == toos)), "for whom");
    drop(conn);
    app.run_jobs().await;
}
