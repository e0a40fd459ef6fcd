//! Inviting, choosing, moving, cancelling; yes, no with other doors, the reserve list; two who decide at once.

use conversations::{
    decisions::{self, Decline, Verdict},
    model::{ResponseId, Side, State},
    policy::{self, Via},
};
use kernel::{Actor, ContactRole, Office, Person, Problem};
use testkit::{Client, TestApp, db_test};
use vacancies::model::State as VacancyState;

use crate::{
    responses_fixtures::{CORA, NOOR, Scene, assert_told, open, private_link, scene, stored, subjects},
    vacancies_fixtures,
};

async fn begin(app: &TestApp) -> (Scene, ResponseId, Client, String) {
    let scene = scene(app).await;
    let id = open(app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    let contact = app.browser_of(scene.town.contact).await;
    let thread = format!("/organisatie/{}/reacties/{id}", scene.town.organisation);
    (scene, id, contact, thread)
}

#[db_test]
async fn the_list_has_the_three_answers_beside_each(app: TestApp) {
    let (scene, _, mut contact, thread) = begin(&app).await;
    let list = contact.get(&format!("/organisatie/{}/reacties", scene.town.organisation)).await;
    list.assert_status(200)
        .assert_contains("1 reactie wacht op antwoord")
        .assert_contains("Kan ik eerst komen kijken?");
    for tail in ["/uitnodigen", "#bericht", "/afwijzen"] {
        assert!(list.attribute(&format!("a[href='{thread}{tail}']"), "href").is_some(), "{tail}");
    }
}

#[db_test]
async fn times_are_proposed_one_is_tapped_and_both_have_it_in_their_calendar(app: TestApp) {
    let (_, id, mut contact, thread) = begin(&app).await;
    let invite = format!("{thread}/uitnodigen");
    contact.get(&invite).await.assert_status(200);
    let wrong = contact.post(&invite, &[("date1", "1-3-2026"), ("time1", "10.00"), ("date2", "5-3-2026")]).await;
    wrong
        .assert_status(422)
        .assert_contains("Kies een dag tussen nu en een jaar")
        .assert_contains("Vul ook de tijd in");
    let times = [
        ("date1", "10-3-2026"),
        ("time1", "14.00"),
        ("date2", "11-3-2026"),
        ("time2", "9:30"),
        ("place", "De Proeftuin"),
        ("message", "Neem laarzen mee"),
        ("minutes", "45"),
    ];
    contact.post(&invite, &times).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Invited);
    let letters = app.mails_to(NOOR).await;
    assert_eq!(letters[0].subject, "Buurttuin De Proef nodigt je uit om kennis te maken");
    let link = private_link(&app, NOOR).await;
    let page = app.visitor().get(&link).await;
    page.assert_contains("dinsdag 10 maart, 14.00–14.45 uur")
        .assert_contains("De Proeftuin")
        .assert_contains("Neem laarzen mee");
    app.visitor().post(&format!("{link}/tijd"), &[]).await.assert_status(422);
    app.visitor().post(&format!("{link}/tijd"), &[("slot", "7")]).await.assert_status(409);
    app.visitor().post(&format!("{link}/tijd"), &[("slot", "1")]).await.assert_status(303);
    app.visitor()
        .get(&link)
        .await
        .assert_contains("Je maakt kennis met Buurttuin De Proef op woensdag 11 maart, 09.30 uur");
    for reader in [NOOR, CORA] {
        let letter = app.mails_to(reader).await.remove(0);
        assert!(letter.subject.contains("woensdag 11 maart 2026"), "{}", letter.subject);
        assert_eq!(letter.attachments.0.len(), 1, "{reader}");
    }
    let file = app.visitor().get(&format!("{link}/kennismaking.ics")).await;
    file.assert_status(200);
    for line in
        ["METHOD:PUBLISH", "DTSTART:20260311T083000Z", "DTEND:20260311T091500Z", "SEQUENCE:0", "LOCATION:De Proeftuin"]
    {
        file.assert_contains(line);
    }
    let moved = [("date1", "12-3-2026"), ("time1", "10.00"), ("place", "De Proeftuin"), ("agreed", "ja")];
    contact.post(&invite, &moved).await.assert_status(303);
    let file = app.visitor().get(&format!("{link}/kennismaking.ics")).await;
    file.assert_contains("SEQUENCE:1").assert_contains("DTSTART:20260312T090000Z");
    app.visitor().post(&format!("{link}/afzeggen"), &[("message", "Ziek")]).await.assert_status(303);
    let file = app.visitor().get(&format!("{link}/kennismaking.ics")).await;
    file.assert_contains("METHOD:CANCEL").assert_contains("STATUS:CANCELLED").assert_contains("SEQUENCE:2");
    assert_eq!(stored(&app, id).await.state, State::InConversation);
    assert_told(&app, CORA, "De kennismaking met Noor gaat niet door").await;
}

/// An introduction on 10 March that was agreed by telephone.
const AGREED: [(&str, &str); 4] =
    [("date1", "10-3-2026"), ("time1", "14.00"), ("place", "De Proeftuin"), ("agreed", "ja")];

/// Whether the newest letter with this subject takes the introduction out of calendars.
async fn calls_off(app: &TestApp, email: &str, subject: &str) -> bool {
    let letters = app.mails_to(email).await;
    let letter = letters.iter().find(|letter| letter.subject == subject);
    let letter = letter.unwrap_or_else(|| panic!("no {subject:?} for {email}"));
    letter.attachments.0.len() == 1
}

#[db_test]
async fn a_no_takes_the_introduction_out_of_both_calendars(app: TestApp) {
    let (scene, id, mut contact, thread) = begin(&app).await;
    contact.post(&format!("{thread}/uitnodigen"), &AGREED).await.assert_status(303);
    let door = scene.door.to_string();
    contact.post(&format!("{thread}/afwijzen"), &[("verdict", "full"), ("door", &door)]).await.assert_status(303);
    assert!(calls_off(&app, NOOR, "Antwoord van Buurttuin De Proef over “Samen tuinieren op dinsdag”").await);
    assert!(calls_off(&app, CORA, "De kennismaking met Noor gaat niet door").await);
    let link = private_link(&app, NOOR).await;
    let file = app.visitor().get(&format!("{link}/kennismaking.ics")).await;
    file.assert_contains("METHOD:CANCEL").assert_contains("SEQUENCE:1");
    app.pass_days(8).await;
    assert_eq!(stored(&app, id).await.state, State::Declined);
    let asked = subjects(&app, NOOR).await.into_iter().filter(|subject| subject.starts_with("Ben je begonnen")).count();
    assert_eq!(asked, 0, "nobody is asked how it went");
}

#[db_test]
async fn taking_it_back_takes_the_introduction_out_of_both_calendars(app: TestApp) {
    let (_, _, mut contact, thread) = begin(&app).await;
    contact.post(&format!("{thread}/uitnodigen"), &AGREED).await.assert_status(303);
    let link = private_link(&app, NOOR).await;
    app.visitor().post(&format!("{link}/intrekken"), &[]).await.assert_status(303);
    assert!(calls_off(&app, CORA, "Noor trekt de reactie in").await);
    assert!(calls_off(&app, NOOR, "De kennismaking gaat niet door").await);
    app.visitor().get(&format!("{link}/kennismaking.ics")).await.assert_contains("METHOD:CANCEL");
}

#[db_test]
async fn an_introduction_can_be_cancelled_after_a_yes_and_the_outcome_is_asked_all_the_same(app: TestApp) {
    let (_, id, mut contact, thread) = begin(&app).await;
    contact.post(&format!("{thread}/uitnodigen"), &AGREED).await.assert_status(303);
    contact.post(&format!("{thread}/aannemen"), &[]).await.assert_status(303);
    contact.get(&thread).await.assert_contains("Zeg de kennismaking af");
    contact.post(&format!("{thread}/afzeggen"), &[("message", "Ziek")]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Accepted);
    app.pass_days(8).await;
    assert_told(&app, NOOR, "Ben je begonnen bij Buurttuin De Proef?").await;
}

#[db_test]
async fn who_moves_an_introduction_moves_the_question_after_it(app: TestApp) {
    let (_, _, mut contact, thread) = begin(&app).await;
    contact.post(&format!("{thread}/uitnodigen"), &AGREED).await.assert_status(303);
    let later = [("date1", "24-3-2026"), ("time1", "14.00"), ("place", "De Proeftuin")];
    contact.post(&format!("{thread}/uitnodigen"), &later).await.assert_status(303);
    app.pass_days(10).await;
    let asked = async || {
        subjects(&app, NOOR).await.into_iter().filter(|subject| subject.starts_with("Ben je begonnen")).count()
    };
    assert_eq!(asked().await, 0, "the time of 10 March does not stand");
    app.pass_days(13).await;
    assert_eq!(asked().await, 1);
}

#[db_test]
async fn the_person_proposes_another_time(app: TestApp) {
    let (_, _, mut contact, thread) = begin(&app).await;
    let times = [("date1", "10-3-2026"), ("time1", "14.00"), ("place", "De Proeftuin")];
    contact.post(&format!("{thread}/uitnodigen"), &times).await.assert_status(303);
    let link = private_link(&app, NOOR).await;
    let other = format!("{link}/andere-tijd");
    app.visitor().post(&other, &[("message", "Alleen op donderdag")]).await.assert_status(303);
    let letter = app.mails_to(CORA).await.remove(0);
    assert_eq!(letter.subject, "Noor stelt een andere tijd voor");
    assert!(letter.text_body.contains("Alleen op donderdag"));
}

#[db_test]
async fn no_cannot_be_said_without_other_doors_or_the_reason_why_none(app: TestApp) {
    let (scene, id, mut contact, thread) = begin(&app).await;
    let decline = format!("{thread}/afwijzen");
    let page = contact.get(&decline).await;
    page.assert_status(200).assert_contains("Sportclub De Ander");
    assert_eq!(page.attribute("input[name=door]", "checked").as_deref(), Some(""), "ticked already");
    let bare = contact.post(&decline, &[("verdict", "full"), ("message", "Helaas")]).await;
    bare.assert_status(422)
        .assert_contains("Kies een suggestie, of schrijf op waarom er geen is")
        .assert_contains("Helaas");
    let foreign = contact.post(&decline, &[("verdict", "full"), ("door", &scene.vacancy.to_string())]).await;
    foreign.assert_status(422);
    assert_eq!(stored(&app, id).await.state, State::Open);
    let door = scene.door.to_string();
    contact.post(&decline, &[("verdict", "full"), ("message", "Helaas"), ("door", &door)]).await.assert_status(303);
    let response = stored(&app, id).await;
    assert_eq!((response.state, response.doors.len()), (State::Declined, 1));
    let letter = app.mails_to(NOOR).await.remove(0);
    assert!(letter.text_body.contains(&format!("http://localhost/vacatures/{door}")), "{}", letter.text_body);
    assert!(letter.text_body.contains("Helaas"));
}

#[db_test]
async fn a_reason_why_there_are_no_doors_is_read_by_the_person(app: TestApp) {
    let (_, id, mut contact, thread) = begin(&app).await;
    let fields = [("verdict", "no_fit"), ("no_doors", "Ik bel je morgen met een beter idee")];
    contact.post(&format!("{thread}/afwijzen"), &fields).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Declined);
    let link = private_link(&app, NOOR).await;
    app.visitor().get(&link).await.assert_contains("Ik bel je morgen met een beter idee");
    let letter = app.mails_to(NOOR).await.remove(0);
    assert!(letter.text_body.contains("Ik bel je morgen met een beter idee"), "{}", letter.text_body);
}

#[db_test]
async fn the_reserve_list_keeps_a_place_in_line(app: TestApp) {
    let (scene, id, mut contact, thread) = begin(&app).await;
    let door = scene.door.to_string();
    contact.post(&format!("{thread}/afwijzen"), &[("verdict", "reserve"), ("door", &door)]).await.assert_status(303);
    let response = stored(&app, id).await;
    assert!(response.reserve && response.state == State::InConversation && response.answered_at.is_some());
    let list = contact.get(&format!("/organisatie/{}/reacties", scene.town.organisation)).await;
    list.assert_contains("Reservelijst").assert_contains("Noor");
    contact.post(&format!("{thread}/oproepen"), &[]).await.assert_status(303);
    assert!(!stored(&app, id).await.reserve);
    assert_told(&app, NOOR, "Er is plek bij Buurttuin De Proef").await;
}

#[db_test]
async fn a_start_counts_and_fills_the_vacancy(app: TestApp) {
    let (scene, id, mut contact, thread) = begin(&app).await;
    let other =
        open(&app, scene.vacancy, scene.town.organisation, "Bram", Some("bram@inwoner.voorbeeld.example")).await;
    let mut vacancy = vacancies_fixtures::stored(&app, scene.vacancy).await;
    vacancy.people_wanted = 1;
    vacancies_fixtures::keep(&app, vacancy).await;
    contact.post(&format!("{thread}/aannemen"), &[("message", "Fijn!")]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Accepted);
    contact.post(&format!("{thread}/gestart"), &[]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(stored(&app, id).await.state, State::Started);
    let vacancy = vacancies_fixtures::stored(&app, scene.vacancy).await;
    assert_eq!((vacancy.state, vacancy.people_found), (VacancyState::Filled, 1));
    let left = stored(&app, other).await;
    assert_eq!((left.state, left.doors.len()), (State::Declined, 1), "who still waited is answered, with a door");
    let letter = app.mails_to("bram@inwoner.voorbeeld.example").await.remove(0);
    assert_eq!(letter.subject, "“Samen tuinieren op dinsdag” is vol", "it is full, not closed");
    assert!(letter.text_body.contains(&format!("/vacatures/{}", scene.door)));
}

#[db_test]
async fn of_two_contacts_who_decide_at_once_one_is_told_so(app: TestApp) {
    let (scene, id, _, _) = begin(&app).await;
    let response = stored(&app, id).await;
    let office = Office {
        organisation: scene.town.organisation,
        name: "Buurttuin De Proef".into(),
        role: ContactRole::Owner,
        confirmed: true,
    };
    let person = Person { id: scene.town.contact, name: "Cora Contact".into(), roles: vec![], offices: vec![office] };
    let ctx = app.ctx_of(Actor::Person(person));
    let via = Via::Organisation(scene.town.organisation);
    let permit = policy::decide(&ctx.actor, &response, &via).require().expect("a contact may");
    let no = || Decline {
        verdict: Verdict::Full,
        message: None,
        doors: Vec::new(),
        no_doors_reason: Some("Niets gevonden".into()),
    };
    let decide = || decisions::decline(&ctx, &permit, id, Side::Owner, no());
    let (one, two) = tokio::join!(decide(), decide());
    let refused = [one, two].into_iter().filter(|end| matches!(end, Err(Problem::Conflict(_)))).count();
    assert_eq!(refused, 1);
    let declined = subjects(&app, NOOR).await.into_iter().filter(|subject| subject.starts_with("Antwoord van")).count();
    assert_eq!(declined, 1);
}
