//! Helping people without e-mail: consent, looks that are recorded, acting on behalf of, the card on paper.

use kernel::{Actor, Person, PersonId, PersonRole, Problem, time::HOUR};
use people::Purpose;
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
    let looks = rows.iter().filter(|row| row.action == "person.look" && row.actor_id == Some(mila.0)).count();
    assert_eq!(looks, 1);
    assert!(rows.iter().any(|row| row.action == "person.give_consent"));
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
    let row = rows.iter().find(|row| row.action == "person.change_profile").expect("it is recorded");
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

/// The code on a card.
fn code_on(card: &testkit::Answer) -> String {
    let text = card.text();
    let code = text.split_whitespace().find(|word| word.len() == 14 && word.matches('-').count() == 2);
    code.expect("a code on the card").to_owned()
}

#[db_test]
async fn who_finds_a_card_reads_and_answers_and_gets_no_further(app: TestApp) {
    let mila = mediator(&app).await;
    let mut desk = app.browser_of(mila).await;
    let (path, _) = register(&mut desk).await;
    let code = code_on(&desk.post(&format!("{path}/kaart"), &[]).await);
    let mut finder = app.visitor();
    finder.post("/inloggen/kaart", &[("code", &code)]).await.assert_status(303);
    for open in ["/mijn", "/mijn/reacties", "/mijn/profiel", "/mijn/gegevens"] {
        finder.get(open).await.assert_status(200);
    }
    finder.get("/mijn/beveiliging").await.assert_contains("Kom naar het informatiepunt");
    for closed in ["/mijn/e-mail", "/mijn/gegevens/wissen"] {
        finder.get(closed).await.assert_status(403).assert_contains("Kom naar het informatiepunt");
    }
    finder.post("/mijn/e-mail", &[("email", "vinder@elders.example")]).await.assert_status(403);
    finder.post("/mijn/gegevens/wissen", &[("sure", "ja")]).await.assert_status(403);
    finder.post("/mijn/beveiliging/sleutels/opties", &[]).await.assert_status(403);
    app.run_jobs().await;
    assert!(app.mails_to("vinder@elders.example").await.is_empty());
}

/// What opens doors, takes something away or speaks for somebody else is refused before anything is looked up.
#[db_test]
async fn who_finds_a_card_takes_nothing_away(app: TestApp) {
    let scene = crate::responses_fixtures::scene(&app).await;
    let cora = scene.town.contact;
    let key = crate::people_passkeys::keep_key(&app, cora).await;
    let mut phone = app.browser_of(cora).await;
    let mut finder = app.browser_by_card_of(cora).await;
    let page = finder.get("/mijn/beveiliging").await;
    page.assert_status(200)
        .assert_lacks("/weg\"")
        .assert_lacks("/stop\"")
        .assert_lacks("action=\"/mijn/beveiliging/sessies\"");
    let office = format!("/organisatie/{}", scene.town.organisation);
    let closed = [
        format!("/mijn/beveiliging/sleutels/{key}/weg"),
        format!("/mijn/beveiliging/sleutels/{key}/naam"),
        "/mijn/beveiliging/sessies".to_owned(),
        "/mijn/profiel".to_owned(),
        "/mijn/taal".to_owned(),
        "/mijn/toestemming".to_owned(),
        "/mijn/aanbod/nieuw".to_owned(),
        "/hulpvragen/nieuw".to_owned(),
        "/hulpvragen/helper-worden".to_owned(),
        "/organisaties/aanmelden".to_owned(),
        format!("{office}/stoppen"),
        format!("{office}/sleutels"),
        format!("{office}/vacatures/nieuw"),
    ];
    for path in closed {
        finder.post(&path, &[]).await.assert_status(403).assert_contains("Je bent binnen met een kaart");
    }
    for path in ["/mijn/gegevens/kopie", "/mijn/gegevens/download", &office, "/api/v1/responses"] {
        finder.get(path).await.assert_status(403);
    }
    phone.get("/mijn").await.assert_status(200);
    phone.get("/mijn/beveiliging").await.assert_contains(&format!("/mijn/beveiliging/sleutels/{key}/weg"));
}

#[db_test]
async fn the_cookie_of_a_card_ends_with_its_hour_and_its_address_is_the_towns_own(app: TestApp) {
    let mila = mediator(&app).await;
    let mut desk = app.browser_of(mila).await;
    let (path, _) = register(&mut desk).await;
    let card = desk.clone().with_header("x-forwarded-host", "elders.example").post(&format!("{path}/kaart"), &[]).await;
    card.assert_contains("localhost/inloggen/kaart");
    let code = code_on(&card);
    let mut library = app.visitor();
    let entered = library.post("/inloggen/kaart", &[("code", &code)]).await;
    let cookies = entered.headers.get_all("set-cookie").iter().filter_map(|cookie| cookie.to_str().ok());
    let cookie = cookies.into_iter().find(|cookie| cookie.starts_with("samenstuur=")).expect("a session");
    assert!(cookie.contains("Max-Age=3600;"), "{cookie}");
    app.app.clock.advance(HOUR - 1000);
    library.get("/mijn").await.assert_status(200);
    app.app.clock.advance(2000);
    assert!(library.get("/mijn").await.location().is_some(), "a visit does not make the hour longer");
    app.run_jobs().await;
}

#[db_test]
async fn the_desk_takes_back_no_consent_that_was_given_to_an_organisation(app: TestApp) {
    let scene = crate::responses_fixtures::scene(&app).await;
    let mut cora = app.browser_of(scene.town.contact).await;
    let base = format!("/organisatie/{}/mensen", scene.town.organisation);
    let path = cora.post(&format!("{base}/nieuw"), &GREET).await.location().expect("on to her page");
    let greet: PersonId = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("her id");
    let mut own = app.browser_of(greet).await;
    own.post("/mijn/toestemming", &[("purposes", "profile")]).await.assert_status(303);
    let mut conn = app.ctx().read().await.expect("a connection");
    let all = people::desk::all_consents(&mut conn, app.town, greet).await.expect("consents");
    drop(conn);
    let mut desk = app.browser_of(scene.mediator).await;
    for consent in all {
        let answer = desk.post(&format!("/balie/personen/{greet}/toestemming/{}/intrekken", consent.id), &[]).await;
        answer.assert_status(if consent.organisation.is_some() { 404 } else { 303 });
    }
    cora.get(&path).await.assert_status(200);
    app.run_jobs().await;
}

#[db_test]
async fn a_card_speaks_the_language_of_who_takes_it_home(app: TestApp) {
    let mila = mediator(&app).await;
    let mut desk = app.browser_of(mila).await;
    let fields =
        [("name", "Ama Example"), ("lang", "en"), ("purposes", "respond"), ("way", "spoken"), ("agreed", "ja")];
    let path = desk.post("/balie/personen/nieuw", &fields).await.location().expect("on to her page");
    let card = desk.post(&format!("{path}/kaart"), &[]).await;
    card.assert_status(200).assert_contains("lang=\"en\"").assert_lacks("Kaart voor");
    app.run_jobs().await;
}

#[db_test]
async fn a_renewed_consent_was_replaced_and_not_withdrawn(app: TestApp) {
    let mila = mediator(&app).await;
    let mut desk = app.browser_of(mila).await;
    let (path, _) = register(&mut desk).await;
    let again = [("purposes", "respond"), ("way", "phone"), ("agreed", "ja")];
    desk.post(&format!("{path}/toestemming"), &again).await.assert_status(303);
    desk.get(&path).await.assert_contains("Vervangen door een nieuwere").assert_lacks("Ingetrokken");
    app.run_jobs().await;
}

#[db_test]
async fn an_organisation_acts_for_who_agreed_to_that_and_for_nobody_else(app: TestApp) {
    let scene = crate::responses_fixtures::scene(&app).await;
    let mut cora = app.browser_of(scene.town.contact).await;
    let base = format!("/organisatie/{}/mensen", scene.town.organisation);
    cora.get(&format!("/organisatie/{}", scene.town.organisation))
        .await
        .assert_contains("Mensen voor wie wij dit doen");
    let path = cora.post(&format!("{base}/nieuw"), &GREET).await.location().expect("on to her page");
    let greet: PersonId = path.rsplit('/').next().and_then(|id| id.parse().ok()).expect("her id");
    cora.get(&base).await.assert_status(200).assert_contains("Greet Bedacht");
    cora.get(&path).await.assert_status(200).assert_contains("Reageer voor deze persoon");
    cora.post(&format!("{path}/profiel"), &[("name", "Greet Bedacht"), ("themes", "nature")]).await.assert_status(303);
    cora.get(&format!("/reageren?voor={greet}")).await.assert_status(200);
    let respond = format!("/vacatures/{}/reageer", scene.door);
    let id = greet.to_string();
    let fields = [("voor", id.as_str()), ("name", "Greet Bedacht"), ("reach", "point"), ("ask", "look")];
    cora.post(&respond, &fields).await.assert_status(303);
    let mine = app.browser_of(greet).await.get("/mijn/reacties").await;
    mine.assert_status(200).assert_contains("Samen tuinieren op dinsdag");
    // The consent is to this organisation: not to the desk, not to another organisation.
    let mut desk = app.browser_of(scene.mediator).await;
    desk.get(&format!("/balie/personen/{greet}")).await.assert_status(404);
    desk.get("/balie/personen").await.assert_lacks("Greet Bedacht");
    desk.get(&format!("/reageren?voor={greet}")).await.assert_status(403);
    let mut elsewhere = app.browser_of(scene.town.other_contact).await;
    elsewhere.get(&path).await.assert_status(404);
    elsewhere.get(&format!("/organisatie/{}/mensen/{greet}", scene.town.other)).await.assert_status(404);
    elsewhere.post(&respond, &fields).await.assert_status(403);
    // She sees to whom she gave it, and ends it.
    let mut own = app.browser_of(greet).await;
    let page = own.get("/mijn/toestemming").await;
    page.assert_contains("Buurttuin De Proef");
    for _ in 0..2 {
        let page = own.get("/mijn/toestemming").await;
        let withdraw = page.attribute("form[action$=intrekken]", "action").expect("a way to withdraw");
        own.post(&withdraw, &[]).await.assert_status(303);
    }
    cora.get(&path).await.assert_status(404);
    cora.get(&format!("/reageren?voor={greet}")).await.assert_status(403);
    app.run_jobs().await;
}
