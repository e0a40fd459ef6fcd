//! What fits whom: the person's own page, people for a vacancy, the short list at the desk, other doors.

use conversations::alternatives::{self, DoorQuery};
use facets::model::{Kind, VacancyId};
use kernel::{PersonId, PersonRole};
use people::Purpose;
use platform::audit::{self, Subject};
use testkit::{Answer, Client, TestApp, db_test};
use vacancies::model::State;

use crate::{
    responses_fixtures,
    vacancies_fixtures::{self, town},
};

const NOOR: &str = "noor@inwoner.voorbeeld.example";

/// Somebody who told this in the profile.
async fn resident(app: &TestApp, name: &str, email: &str, told: &[(&str, &str)]) -> (PersonId, Client) {
    let person = app.person(name, Some(email), &[]).await;
    let mut browser = app.browser_of(person).await;
    let mut fields = vec![("name", name)];
    fields.extend_from_slice(told);
    browser.post("/mijn/profiel", &fields).await.assert_status(303);
    (person, browser)
}

/// Fails unless the page has a link to this address.
#[track_caller]
fn assert_links(page: &Answer, address: &str) {
    assert!(page.attribute(&format!("a[href='{address}']"), "href").is_some(), "{}: no link to {address}", page.path);
}

#[db_test]
async fn what_fits_me_stands_with_its_reasons_and_open_questions(app: TestApp) {
    let town = town(&app).await;
    let fitting = vacancies_fixtures::in_state(&app, town.organisation, State::Live).await;
    let mut adults = vacancies_fixtures::vacancy(&app, town.other);
    adults.title = "Achter de bar staan".into();
    adults.facets.asked.min_age = Some(18);
    adults.state = State::Live;
    vacancies_fixtures::keep(&app, adults).await;
    let draft = vacancies_fixtures::in_state(&app, town.organisation, State::Draft).await;
    assert!(app.visitor().get("/mijn/passend").await.location().is_some_and(|to| to.starts_with("/inloggen")));

    let (noor, mut browser) = resident(&app, "Noor Voorbeeld", NOOR, &[]).await;
    browser.get("/mijn/passend").await.assert_status(200).assert_contains("Vertel eerst wat je leuk vindt");
    let told = [("name", "Noor"), ("tasks", "gardening"), ("birth_year", "2015")];
    browser.post("/mijn/profiel", &told).await.assert_status(303);
    let page = browser.get("/mijn/passend").await;
    page.assert_status(200)
        .assert_contains("Taken die passen:")
        .assert_contains("Past goed")
        .assert_contains("Leeftijd: 1 keer")
        .assert_lacks("Achter de bar staan");
    assert!(!page.body.contains(&draft.to_string()), "what is not public is not suggested");
    assert_links(&page, &format!("/vacatures/{fitting}"));
    assert!(page.attribute("a[href='/mijn/profiel#like']", "href").is_none(), "what was told is not asked again");
    let profile = browser.get("/mijn/profiel").await;
    for place in ["time", "f-themes", "f-commitment", "f-hours", "f-postcode", "f-travel", "f-dutch", "f-languages"] {
        assert_links(&page, &format!("/mijn/profiel#{place}"));
        assert!(profile.attribute(&format!("#{place}"), "id").is_some(), "{place} is in the profile");
    }
    assert_links(&browser.get("/mijn").await, "/mijn/passend");
    assert!(!people::profile(&mut app.ctx().read().await.expect("read"), app.town, noor).await.expect("it").findable);
    app.run_jobs().await;
}

#[db_test]
async fn an_organisation_sees_who_agreed_and_no_more_than_that(app: TestApp) {
    let town = town(&app).await;
    let vacancy = vacancies_fixtures::in_state(&app, town.organisation, State::Live).await;
    let told = [("tasks", "gardening"), ("when", "2-morning"), ("phone", "06 12345678"), ("findable", "ja")];
    let (noor, mut browser) = resident(&app, "Noor Voorbeeld", NOOR, &told).await;
    let hidden = [("tasks", "gardening")];
    let (piet, _) = resident(&app, "Piet Verborgen", "piet@inwoner.voorbeeld.example", &hidden).await;
    let path = format!("/organisatie/{}/vacatures/{vacancy}/passend", town.organisation);
    let mut contact = app.browser_of(town.contact).await;
    assert_links(&contact.get(path.trim_end_matches("/passend")).await, &path);
    let page = contact.get(&path).await;
    page.assert_status(200).assert_contains("Noor Voorbeeld").assert_contains("dinsdag: ochtend");
    for hidden in ["Piet", "06 12345678", NOOR] {
        assert!(!page.body.contains(hidden), "{hidden} was not agreed to");
    }
    app.browser_of(town.other_contact).await.get(&path).await.assert_status(404);
    browser.get(&path).await.assert_status(404);
    let new = vacancies_fixtures::organisation(&app, "Nieuwe Club", false, town.other_contact).await;
    let theirs = vacancies_fixtures::in_state(&app, new, State::Live).await;
    let unconfirmed = format!("/organisatie/{new}/vacatures/{theirs}/passend");
    app.browser_of(town.other_contact).await.get(&unconfirmed).await.assert_status(403);
    let other = vacancies_fixtures::in_state(&app, town.other, State::Live).await;
    let not_theirs = format!("/organisatie/{}/vacatures/{other}/passend", town.organisation);
    contact.get(&not_theirs).await.assert_status(404);

    contact.post(&path, &[]).await.assert_status(409);
    contact.post(&path, &[("person", &piet.to_string())]).await.assert_status(404);
    for _ in 0..2 {
        contact.post(&path, &[("person", &noor.to_string())]).await.assert_status(303);
    }
    contact.get(&path).await.assert_contains("Uitgenodigd op");
    let letters = app.mails_to(NOOR).await;
    assert_eq!(letters.len(), 1, "somebody is invited once");
    assert_eq!(letters[0].subject, "Buurttuin De Proef nodigt je uit: Samen tuinieren op dinsdag");
    assert!(letters[0].text_body.contains(&format!("/vacatures/{vacancy}")), "{}", letters[0].text_body);
    browser.get("/mijn").await.assert_contains("Buurttuin De Proef nodigt je uit om te kijken");
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let rows = audit::about(&mut conn, &ctx, Subject::of("vacancy", vacancy), 50).await.expect("audit rows");
    assert!(rows.iter().any(|row| row.action == "vacancy.look_at_people" && row.actor_id == Some(town.contact.0)));
    assert_eq!(rows.iter().filter(|row| row.action == "vacancy.invite").count(), 1);
    drop(conn);
    app.pass_days(1).await;
    app.app.clock.advance(100 * kernel::time::DAY);
    vacancies_fixtures::keep_schedules(&app).await;
    app.pass_days(1).await;
    let mut conn = ctx.read().await.expect("a connection");
    let left = matching::invitations(&mut conn, &app.ctx(), noor).await.expect("invitations");
    assert!(left.is_empty(), "after its term an invitation is forgotten");
}

#[db_test]
async fn the_desk_makes_a_short_list_for_who_agreed(app: TestApp) {
    let town = town(&app).await;
    let vacancy = vacancies_fixtures::in_state(&app, town.organisation, State::Live).await;
    let told = [("tasks", "gardening"), ("findable", "ja")];
    let (noor, mut browser) = resident(&app, "Noor Voorbeeld", NOOR, &told).await;
    let mila = app.person("Mila Bemiddelaar", Some("mila@punt.example"), &[PersonRole::Mediator]).await;
    let mut desk = app.browser_of(mila).await;
    let for_noor = format!("/balie/passend?persoon={noor}");
    assert_links(&desk.get("/balie/passend").await, "/balie/personen");
    desk.get(&for_noor).await.assert_status(403);
    browser.get("/balie/passend").await.assert_status(403);
    browser.post("/mijn/toestemming", &[("purposes", Purpose::Profile.to_string().as_str())]).await.assert_status(303);
    let list = desk.get(&for_noor).await;
    list.assert_status(200).assert_contains("Wat past bij Noor Voorbeeld").assert_contains("Taken die passen:");
    assert_links(&list, &format!("/vacatures/{vacancy}/reageer?voor={noor}"));
    assert_links(&desk.get(&format!("/balie/personen/{noor}")).await, &for_noor);
    let for_vacancy = desk.get(&format!("/balie/passend?vacature={vacancy}")).await;
    for_vacancy.assert_status(200).assert_contains("Noor Voorbeeld");
    assert_links(&desk.get(&format!("/vacatures/{vacancy}")).await, &format!("/balie/passend?vacature={vacancy}"));
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let rows = audit::about(&mut conn, &ctx, Subject::of("person", noor), 50).await.expect("audit rows");
    assert!(rows.iter().any(|row| row.action == "person.look_at_vacancies" && row.actor_id == Some(mila.0)));
    drop(conn);
    app.run_jobs().await;
}

/// Vacancies of organisations of their own, with this task.
async fn elsewhere(app: &TestApp, contact: PersonId, names: &[&str], task: &str, theme: &str) -> Vec<VacancyId> {
    let mut made = Vec::new();
    for name in names {
        let organisation = vacancies_fixtures::organisation(app, name, true, contact).await;
        let mut vacancy = vacancies_fixtures::vacancy(app, organisation);
        vacancy.facets.tasks = vec![task.into()];
        vacancy.facets.themes = vec![theme.into()];
        vacancy.state = State::Live;
        made.push(vacancies_fixtures::keep(app, vacancy).await);
    }
    made
}

#[db_test]
async fn a_no_comes_with_up_to_three_doors_that_fit_the_person(app: TestApp) {
    let scene = responses_fixtures::scene(&app).await;
    let contact = scene.town.other_contact;
    let alike = elsewhere(&app, contact, &["Tuin Een", "Tuin Twee", "Tuin Drie"], "gardening", "nature").await;
    let computers = elsewhere(&app, contact, &["Digihulp"], "digital-help", "digital").await[0];
    elsewhere(&app, contact, &["Iets Anders"], "coaching", "sport").await;
    let (noor, _) = resident(&app, "Noor Voorbeeld", NOOR, &[("tasks", "digital-help")]).await;
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let query = |person| DoorQuery {
        kind: Kind::Vacancy.to_string(),
        subject: scene.vacancy.0,
        organisation: Some(scene.town.organisation),
        person,
    };
    let strangers = alternatives::suggest(&mut conn, &ctx, &query(None)).await.expect("doors");
    assert_eq!(strangers.len(), 3, "{strangers:?}");
    let gardens: Vec<_> = alike.iter().chain([&scene.door]).map(|id| id.0).collect();
    assert!(strangers.iter().all(|door| gardens.contains(&door.id)), "{strangers:?}");
    let hers = alternatives::suggest(&mut conn, &ctx, &query(Some(noor))).await.expect("doors");
    assert_eq!((hers[0].id, hers[0].by.as_str()), (computers.0, "Digihulp"), "what she told goes first: {hers:?}");
    drop(conn);
    let open = responses_fixtures::open;
    let response = open(&app, scene.vacancy, scene.town.organisation, "Bep", Some("bep@inwoner.example")).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let thread = format!("/organisatie/{}/reacties/{response}", scene.town.organisation);
    let asked = contact.get(&format!("{thread}/afwijzen")).await;
    asked.assert_status(200);
    for door in &strangers {
        assert!(asked.body.contains(&door.id.to_string()), "{door:?} is offered");
    }
    app.run_jobs().await;
}
