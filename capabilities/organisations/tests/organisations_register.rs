//! An organisation registers, the municipality decides, everybody sees the outcome; on both engines.

use kernel::{OrganisationId, PersonId, PersonRole};
use organisations::OrganisationState;
use testkit::{Answer, Client, TestApp, db_test};

const TESS: &str = "tess@buurttuin.voorbeeld.example";

pub(crate) const FIELDS: [(&str, &str); 9] = [
    ("kind", "registered"),
    ("chamber_number", "00000001"),
    ("name", "Stichting Buurttuin De Proef"),
    ("description", "Samen tuinieren op een verzonnen stukje grond."),
    ("sectors", "5100"),
    ("sectors", "1300"),
    ("size", "up_to_24"),
    ("website", "tuin.voorbeeld.example"),
    ("task", "voorzitter"),
];

/// Loads the schematic map, so that there are wijken to choose.
pub(crate) async fn load_places(app: &TestApp) {
    let ctx = app.ctx();
    let permit = places::policy::load(&ctx.actor).require().expect("the system may");
    let map = places::samples::schematic();
    assert!(places::import_areas(&ctx, &permit, &map.areas).await.expect("areas").is_good());
    assert!(places::import_postcodes(&ctx, &permit, &map.postcodes).await.expect("postcodes").is_good());
}

pub(crate) fn id_in(answer: &Answer) -> OrganisationId {
    let location = answer.location().unwrap_or_else(|| panic!("no redirect: {}", answer.text()));
    location.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id")
}

/// Registers an organisation with this name and number; gives its id.
pub(crate) async fn register(app: &TestApp, owner: PersonId, name: &str, number: &str) -> OrganisationId {
    let fields: Vec<(&str, &str)> = FIELDS
        .iter()
        .map(|(key, value)| match *key {
            "name" => (*key, name),
            "chamber_number" => (*key, number),
            _ => (*key, *value),
        })
        .collect();
    id_in(app.browser_of(owner).await.post("/organisaties/aanmelden", &fields).await.assert_status(303))
}

pub(crate) async fn manager(app: &TestApp) -> Client {
    let manager = app.person("Mees Beheerder", Some("mees@gemeente.voorbeeld.example"), &[PersonRole::Manager]).await;
    app.browser_of(manager).await
}

async fn state(app: &TestApp, id: OrganisationId) -> OrganisationState {
    let mut conn = app.ctx().read().await.expect("a connection");
    organisations::organisation(&mut conn, app.town, id).await.expect("a look-up").expect("it is there").state
}

#[db_test]
async fn an_organisation_registers_and_is_confirmed(app: TestApp) {
    load_places(&app).await;
    let mut visitor = app.visitor();
    visitor.get("/organisaties/aanmelden").await.assert_status(200).assert_contains("Log in en meld aan");
    let away = visitor.post("/organisaties/aanmelden", &FIELDS).await;
    assert!(away.location().is_some_and(|path| path.starts_with("/inloggen?terug=")), "a visitor signs in first");

    let tess = app.person("Tess Voorbeeld", Some(TESS), &[]).await;
    let mut browser = app.browser_of(tess).await;
    let mut fields = FIELDS.to_vec();
    fields.extend([("areas", "WK063701"), ("areas", "WK063705")]);
    let id = id_in(&browser.post("/organisaties/aanmelden", &fields).await);
    let page = browser.get(&format!("/organisatie/{id}")).await;
    page.assert_status(200).assert_contains("De gemeente bekijkt je aanmelding").assert_contains("hoofdcontact");
    let mails = app.mails_to(TESS).await;
    assert_eq!(mails.len(), 1, "one letter says what happens next");
    assert!(mails[0].subject.contains("Buurttuin De Proef"));

    visitor.get("/organisaties").await.assert_contains("0 organisaties gevonden").assert_lacks("Buurttuin");
    visitor.get(&format!("/organisaties/{id}")).await.assert_status(404);
    visitor.get("/o/stichting-buurttuin-de-proef").await.assert_status(404);

    let mut manager = manager(&app).await;
    manager.get("/beheer/organisaties").await.assert_contains("Stichting Buurttuin De Proef");
    let one = manager.get(&format!("/beheer/organisaties/{id}")).await;
    one.assert_contains("Tess Voorbeeld").assert_contains("00000001").assert_contains("Aangemeld");
    manager.post(&format!("/beheer/organisaties/{id}/bevestigen"), &[]).await.assert_status(303);
    manager.post(&format!("/beheer/organisaties/{id}/bevestigen"), &[]).await.assert_status(409);
    assert!(app.mails_to(TESS).await[0].text_body.contains("toegelaten"), "the contact hears of it");

    let list = visitor.get("/organisaties?q=tuin&sector=5&wijk=WK063705").await;
    list.assert_contains("1 organisatie gevonden").assert_contains("Meerzicht, Rokkeveen");
    visitor.get("/organisaties?wijk=WK063704").await.assert_contains("0 organisaties gevonden");
    visitor.get("/organisaties?sector=1200").await.assert_contains("0 organisaties gevonden");
    let page = visitor.visit("/o/stichting-buurttuin-de-proef").await;
    page.assert_status(200).assert_contains("Natuur en milieu").assert_contains("tuin.voorbeeld.example");
    page.assert_lacks("Tess Voorbeeld").assert_lacks(TESS);
}

#[db_test]
async fn a_public_page_asks_little_of_the_database(app: TestApp) {
    load_places(&app).await;
    let tess = app.person("Tess Voorbeeld", Some(TESS), &[]).await;
    let id = register(&app, tess, "Buurttuin De Proef", "00000001").await;
    manager(&app).await.post(&format!("/beheer/organisaties/{id}/bevestigen"), &[]).await.assert_status(303);
    app.run_jobs().await;
    let mut visitor = app.visitor();
    for path in ["/organisaties?q=tuin".to_owned(), format!("/organisaties/{id}")] {
        visitor.get(&path).await.assert_status(200);
        let before = app.app.db.statement_count();
        visitor.get(&path).await.assert_status(200);
        let asked = app.app.db.statement_count() - before;
        assert!(asked <= 3, "{path} asked {asked} statements");
    }
}

#[db_test]
async fn a_number_is_used_once_and_names_alike_are_asked_about(app: TestApp) {
    let tess = app.person("Tess Voorbeeld", Some(TESS), &[]).await;
    let noor = app.person("Noor Verzonnen", None, &[]).await;
    register(&app, tess, "Stichting Buurttuin De Proef", "00000001").await;
    let mut browser = app.browser_of(noor).await;
    let mut fields = FIELDS.to_vec();
    let taken = browser.post("/organisaties/aanmelden", &fields).await;
    taken.assert_status(422).assert_contains("Met dit KvK-nummer staat Stichting Buurttuin De Proef er al");
    assert_eq!(
        taken.attribute("#f-name", "value").as_deref(),
        Some("Stichting Buurttuin De Proef"),
        "nothing typed is lost"
    );
    assert!(taken.attribute("#f-sectors-1300", "checked").is_some());
    fields[1] = ("chamber_number", "00000002");
    fields[2] = ("name", "Buurt-tuin de Proef");
    let alike = browser.post("/organisaties/aanmelden", &fields).await;
    alike.assert_status(422).assert_contains("Er staat al een organisatie die hierop lijkt");
    assert!(alike.attribute("#f-different", "type").is_some());
    fields.push(("different", "ja"));
    let second = id_in(&browser.post("/organisaties/aanmelden", &fields).await);
    let mut manager = manager(&app).await;
    manager.get(&format!("/beheer/organisaties/{second}")).await.assert_contains("Staat deze organisatie er al?");
    browser.get(&format!("/organisatie/{second}/gegevens")).await.assert_status(200);
    fields[1] = ("chamber_number", "00000001");
    let stolen = browser.post(&format!("/organisatie/{second}/gegevens"), &fields).await;
    stolen.assert_status(422).assert_contains("staat Stichting Buurttuin De Proef er al");
    app.run_jobs().await;
}

#[db_test]
async fn a_refusal_can_be_answered(app: TestApp) {
    let tess = app.person("Tess Voorbeeld", Some(TESS), &[]).await;
    let id = register(&app, tess, "Buurttuin De Proef", "00000001").await;
    let mut manager = manager(&app).await;
    let path = format!("/beheer/organisaties/{id}/weigeren");
    manager.post(&path, &[("refusal", " ")]).await.assert_status(422).assert_contains("Waarom niet?");
    manager.post(&path, &[("refusal", "Het nummer klopt niet.")]).await.assert_status(303);
    assert_eq!(state(&app, id).await, OrganisationState::Refused);
    let letters = app.mails_to(TESS).await;
    assert!(letters.iter().any(|letter| letter.text_body.contains("Het nummer klopt niet.")), "the reason is told");

    let mut browser = app.browser_of(tess).await;
    let home = format!("/organisatie/{id}");
    browser.get(&home).await.assert_contains("Het nummer klopt niet.");
    browser.post(&format!("{home}/opnieuw"), &[]).await.assert_status(422);
    browser.post(&format!("{home}/opnieuw"), &[("answer", "Nu wel.")]).await.assert_status(303);
    browser.post(&format!("{home}/opnieuw"), &[("answer", "Nog eens.")]).await.assert_status(409);
    assert_eq!(state(&app, id).await, OrganisationState::Pending);
    let seen = manager.get(&format!("/beheer/organisaties/{id}")).await;
    seen.assert_contains("Nu wel.").assert_contains("Het nummer klopt niet.");
    manager.post(&format!("/beheer/organisaties/{id}/bevestigen"), &[]).await.assert_status(303);
    browser.get(&home).await.assert_lacks("Het nummer klopt niet.");
    app.run_jobs().await;
}

#[db_test]
async fn an_organisation_ends(app: TestApp) {
    let tess = app.person("Tess Voorbeeld", Some(TESS), &[]).await;
    let (first, second) = (
        register(&app, tess, "Buurttuin De Proef", "00000001").await,
        register(&app, tess, "Koor De Toonladder", "00000002").await,
    );
    let mut browser = app.browser_of(tess).await;
    browser.get("/organisatie").await.assert_status(200).assert_contains("Koor De Toonladder");
    browser.post(&format!("/organisatie/{first}/stoppen"), &[]).await.assert_status(303);
    assert_eq!(state(&app, first).await, OrganisationState::Closed);
    browser.get(&format!("/organisatie/{first}")).await.assert_status(404);
    let only = browser.get("/organisatie").await;
    assert_eq!(only.location(), Some(format!("/organisatie/{second}")), "one organisation needs no choice");
    let mut manager = manager(&app).await;
    let path = format!("/beheer/organisaties/{second}/sluiten");
    manager.post(&path, &[]).await.assert_status(422);
    manager.post(&path, &[("ending", "Bestaat niet meer.")]).await.assert_status(303);
    assert!(app.mails_to(TESS).await.iter().any(|mail| mail.text_body.contains("Bestaat niet meer.")));
    manager.get("/beheer/organisaties?toon=gesloten").await.assert_contains("Koor De Toonladder");
    // The number is free again for whoever begins anew.
    register(&app, tess, "Buurttuin De Proef", "00000001").await;
    app.run_jobs().await;
}

#[db_test]
async fn others_read_nothing_of_an_organisation(app: TestApp) {
    let tess = app.person("Tess Voorbeeld", Some(TESS), &[]).await;
    let noor = app.person("Noor Verzonnen", Some("noor@koor.voorbeeld.example"), &[]).await;
    let mediator = app.person("Bas Bemiddelaar", None, &[PersonRole::Mediator]).await;
    let far = app.person_in(app.elsewhere, "Ver Weg", Some("ver@elders.example"), &[PersonRole::Manager]).await;
    let own = register(&app, tess, "Buurttuin De Proef", "00000001").await;
    register(&app, noor, "Koor De Toonladder", "00000002").await;
    let paths = ["", "/gegevens", "/contacten"].map(|rest| format!("/organisatie/{own}{rest}"));
    let mut browsers = [
        ("contact of another", app.browser_of(noor).await, 404),
        ("mediator", app.browser_of(mediator).await, 404),
        ("manager of another town", app.browser_elsewhere_of(far).await, 404),
        ("visitor", app.visitor(), 303),
    ];
    for (who, browser, expected) in &mut browsers {
        for path in &paths {
            let answer = browser.get(path).await;
            assert_eq!(answer.status.as_u16(), *expected, "{who} at {path}");
            answer.assert_lacks("Buurttuin");
        }
        let change = browser.post(&format!("/organisatie/{own}/gegevens"), &FIELDS).await;
        assert_eq!(change.status.as_u16(), *expected, "{who} changes nothing");
    }
    let mut far = app.browser_elsewhere_of(far).await;
    far.get(&format!("/beheer/organisaties/{own}")).await.assert_status(404);
    far.post(&format!("/beheer/organisaties/{own}/bevestigen"), &[]).await.assert_status(404);
    far.get("/beheer/organisaties?toon=alle").await.assert_lacks("Buurttuin");
    app.browser_of(noor).await.get("/beheer/organisaties").await.assert_status(403);
    assert_eq!(state(&app, own).await, OrganisationState::Pending);
    let mut conn = app.ctx().read().await.expect("a connection");
    assert!(organisations::organisation(&mut conn, app.elsewhere, own).await.expect("a look-up").is_none());
    assert!(organisations::contacts(&mut conn, app.elsewhere, own).await.expect("a look-up").is_empty());
    drop(conn);
    app.run_jobs().await;
}

#[db_test]
async fn what_other_capabilities_ask_is_answered(app: TestApp) {
    let tess = app.person("Tess Voorbeeld", Some(TESS), &[]).await;
    let mut ids = Vec::new();
    for number in 0..23 {
        ids.push(register_quickly(&app, tess, number).await);
    }
    let mut conn = app.ctx().read().await.expect("a connection");
    let found = organisations::organisations(&mut conn, app.town, &ids).await.expect("a look-up");
    assert_eq!(found.len(), 23, "more than one statement's worth");
    let slugs: std::collections::BTreeSet<&str> = found.iter().map(|one| one.slug.as_str()).collect();
    assert_eq!(slugs.len(), 23, "each has an address of its own");
    let counts = organisations::counts(&mut conn, app.town).await.expect("counts");
    assert_eq!((counts.pending, counts.confirmed), (23, 0));
    assert!(!organisations::is_confirmed(&mut conn, app.town, ids[0]).await.expect("a look-up"));
    assert!(organisations::all_confirmed(&mut conn, app.town).await.expect("a look-up").is_empty());
    drop(conn);
    let mut manager = manager(&app).await;
    let queue = manager.get("/beheer/organisaties?page=2").await;
    queue.assert_contains("21 tot en met 23 van 23");
    app.run_jobs().await;
}

async fn register_quickly(app: &TestApp, owner: PersonId, number: usize) -> OrganisationId {
    let ctx = app.ctx();
    let account = {
        let mut conn = ctx.read().await.expect("a connection");
        people::account(&mut conn, app.town, owner).await.expect("a look-up").expect("an account")
    };
    let actor =
        kernel::Actor::Person(kernel::Person { id: owner, name: account.name, roles: Vec::new(), offices: Vec::new() });
    let ctx = ctx.acting_as(actor);
    let mut fields = kernel::Fields::default();
    for (name, value) in FIELDS.iter().filter(|(name, _)| *name != "chamber_number" && *name != "kind") {
        fields.push(*name, *value);
    }
    fields.push("kind", "informal");
    fields.push("different", "ja");
    let command = organisations::read_registration(&fields, &places::TownPlaces::default());
    let permit = organisations::policy::register(&ctx.actor).require().expect("a permit");
    let command = command.unwrap_or_else(|errors| panic!("{number}: {errors:?}"));
    organisations::register(&ctx, &permit, &command).await.expect("it registers")
}
