//! Helping people without e-mail: consent, looks that are recorded, acting on behalf of, the card on paper.

use capabilities::people::{self, Purpose};
use kernel::{Actor, Person, PersonId, PersonRole, Problem, time::HOUR};
use platform::audit::{self, Subject};
use testkit::{Client, TestApp, db_test};

async fn mediator(app: &TestApp) -> PersonId {
    app.person("Mila Bemiddelaar", Some("mila@punt.voorbeeld.example"), &[PersonRole::Mediator]).await
}

fn as_mediator(app: &TestApp, id: PersonId) -> platform::Ctx {
    let roles = vec![PersonRole::Mediator];
    app.ctx_of(Actor::Person(Person { id, name: "Mila Bemiddelaar".into(), roles, offices: Vec::new() }))
}

const GREET: [(&str, &str); 6] = [
    ("name", "Greet Bedacht"),
    ("phone", "099 123 45 67"),
    ("purposes", "respond"),
    ("purposes", "profile"),
    ("way", "spoken"),
    ("agreed", "ja"),
];

/// Registers Greet; gives the path of her page and her id.
async fn register(desk: &mut Client) -> (String, PersonId) {
    let answer = desk.post("/balie/personen/nieuw", &GREET).await;
    answer.assert_status(303);
    let path = answer.location().expect("on to her page");
    let id = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("her id");
    (path, id)
}

#[db_test]
async fn somebody_without_e_mail_is_registered_and_every_look_is_recorded(app: TestApp) {
    let mila = mediator(&app).await;
    let mut desk = app.browser_of(mila).await;
    desk.post("/balie/personen/nieuw", &[("name", "Greet")])
        .await
        .assert_status(422)
        .assert_contains("Kies minstens 1");
    let (path, greet) = register(&mut desk).await;
    desk.get("/balie/personen?naam=bedacht").await.assert_status(200).assert_contains("Greet Bedacht");
    desk.get("/balie/personen?naam=iemand").await.assert_contains("Niemand gevonden");
    desk.get(&path).await.assert_status(200).assert_contains("099 123 45 67").assert_contains("Reageren op vacatures");
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let rows = audit::about(&mut conn, &ctx, Subject::of("person", greet), 50).await.expect("audit rows");
    let looks = rows.iter().filter(|row| row.action == "people.look" && row.actor_id == Some(mila.0)).count();
    assert_eq!(looks, 1);
    assert!(rows.iter().any(|row| row.action == "people.give_consent"));
    app.run_jobs().await;
}

#[db_test]
async fn the_desk_sees_nobody_who_did_not_agree(app: TestApp) {
    let mila = mediator(&app).await;
    let noor = app.person("Noor Voorbeeld", Some("noor@inwoner.voorbeeld.example"), &[]).await;
    let mut desk = app.browser_of(mila).await;
    let mut resident = app.browser_of(noor).await;
    desk.get(&format!("/balie/personen/{noor}")).await.assert_status(404);
    desk.get("/balie/personen").await.assert_lacks("Noor Voorbeeld");
    resident.get("/balie/personen").await.assert_status(403);
    assert!(app.visitor().get("/balie/personen").await.location().is_some_and(|to| to.starts_with("/inloggen")));
    resident.post("/mijn/toestemming", &[("purposes", "profile")]).await.assert_status(303);
    desk.get(&format!("/balie/personen/{noor}")).await.assert_status(200).assert_contains("Noor Voorbeeld");
    desk.get(&format!("/balie/personen/{noor}/profiel")).await.assert_status(200);
    let page = resident.get("/mijn/toestemming").await;
    let withdraw = page.attribute("form[action$=intrekken]", "action").expect("a way to withdraw");
    resident.post(&withdraw, &[]).await.assert_status(303);
    desk.get(&format!("/balie/personen/{noor}")).await.assert_status(404);
    app.run_jobs().await;
}

#[db_test]
async fn acting_for_somebody_needs_a_consent_that_holds_for_that_purpose(app: TestApp) {
    let mila = mediator(&app).await;
    let mut desk = app.browser_of(mila).await;
    let (path, greet) = register(&mut desk).await;
    let ctx = as_mediator(&app, mila);
    let mut conn = ctx.read().await.expect("a connection");
    let acting = people::acting_for(&ctx, &mut conn, greet, Purpose::Respond).await.expect("she agreed");
    assert_eq!(acting.on_behalf_of, Some(greet));
    let refused = people::acting_for(&ctx, &mut conn, greet, Purpose::HelpRequest).await.err().expect("not for this");
    assert!(matches!(refused, Problem::Forbidden("people-deny-no-consent")), "{refused}");
    app.app.clock.advance(366 * kernel::time::DAY);
    let later = as_mediator(&app, mila);
    let refused = people::acting_for(&later, &mut conn, greet, Purpose::Respond).await.err().expect("it has ended");
    assert!(matches!(refused, Problem::Forbidden(_)), "{refused}");
    drop(conn);
    let mut desk = app.browser_of(mila).await;
    let page = desk.get(&path).await;
    page.assert_status(200).assert_contains("De toestemming is voorbij").assert_lacks("099 123 45 67");
    desk.get(&format!("{path}/profiel")).await.assert_status(403);
    desk.get(&format!("{path}/kaart")).await.assert_status(403);
    let again = [("purposes", "respond"), ("way", "phone"), ("agreed", "ja")];
    desk.post(&format!("{path}/toestemming"), &again).await.assert_status(303);
    desk.get(&path).await.assert_contains("099 123 45 67");
    app.run_jobs().await;
}

#[db_test]
async fn a_profile_filled_in_at_the_desk_names_whom_it_was_for(app: TestApp) {
    let mila = mediator(&app).await;
    let mut desk = app.browser_of(mila).await;
    let (path, greet) = register(&mut desk).await;
    let told = [("name", "Greet Bedacht"), ("themes", "nature")];
    desk.post(&format!("{path}/profiel"), &told).await.assert_status(303);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let profile = people::profile(&mut conn, app.town, greet).await.expect("read");
    assert_eq!(profile.themes, ["nature"]);
    let rows = audit::about(&mut conn, &ctx, Subject::of("person", greet), 50).await.expect("audit rows");
    let row = rows.iter().find(|row| row.action == "people.change_profile").expect("it is recorded");
    assert_eq!((row.actor_id, row.on_behalf_of), (Some(mila.0), Some(greet.0)));
    app.run_jobs().await;
}

#[db_test]
async fn a_card_lets_its_owner_in_for_an_hour(app: TestApp) {
    let mila = mediator(&app).await;
    let mut desk = app.browser_of(mila).await;
    let (path, _) = register(&mut desk).await;
    desk.get(&format!("{path}/kaart")).await.assert_status(200);
    let card = desk.post(&format!("{path}/kaart"), &[("who", "Mila belt jou")]).await;
    card.assert_status(200).assert_contains("Mila belt jou");
    let code = card.text();
    let code = code.split_whitespace().find(|word| word.len() == 14 && word.matches('-').count() == 2);
    let code = code.expect("a code on the card").to_owned();
    let mut library = app.visitor();
    library.post("/inloggen/kaart", &[("code", "ABCD-EFGH-JKLM")]).await.assert_status(422);
    library.post("/inloggen/kaart", &[("code", &code.to_lowercase())]).await.assert_status(303);
    library.get("/mijn").await.assert_status(200).assert_contains("Dag Greet Bedacht");
    app.app.clock.advance(HOUR);
    assert!(library.get("/mijn").await.location().is_some(), "the hour is over");
    desk.post(&format!("{path}/kaart"), &[]).await.assert_status(200);
    library.post("/inloggen/kaart", &[("code", &code)]).await.assert_status(422);
    app.run_jobs().await;
}
