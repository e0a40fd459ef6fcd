//! The same thing sent twice is one thing: by a double click, by a page that is sent anew, in eight tabs at the same moment.

use conversations::model::State;
use kernel::time::{HOUR, MINUTE, SECOND};
use platform::jobs::Runner;
use serde_json::json;
use testkit::{Client, TestApp, db_test};
use vacancies::model::State as VacancyState;

use crate::{
    api_responses,
    help_requests_fixtures::resident,
    organisations_register::{FIELDS, load_places},
    responses_fixtures::{
        CORA, NOOR, assert_told, link_in, open, private_link, scene, secrets, send, stored, subjects, typed,
    },
    vacancies_fixtures::{self as fixtures, town},
};

/// Sends a form eight times at the same moment; gives where each leads on.
async fn eight(browser: &Client, path: &str, fields: &[(&str, &str)]) -> Vec<String> {
    let mut tabs = tokio::task::JoinSet::new();
    let fields: Vec<(String, String)> =
        fields.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    for _ in 0..8 {
        let (mut tab, path, fields) = (browser.clone(), path.to_owned(), fields.clone());
        tabs.spawn(async move {
            let fields: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let answer = tab.post(&path, &fields).await;
            answer.location().unwrap_or_else(|| panic!("{path}: {} {}", answer.status, answer.text()))
        });
    }
    tabs.join_all().await
}

/// Who sends what where.
type Case<'a> = (&'a Client, String, &'a [(&'a str, &'a str)]);

#[db_test]
async fn what_is_made_eight_times_at_once_is_made_once(app: TestApp) {
    load_places(&app).await;
    let scene = scene(&app).await;
    let (_, greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let contact = app.browser_of(scene.town.contact).await;
    let desk = app.browser_of(scene.mediator).await;
    let offer = [
        ("title", "Ik help graag met de computer"),
        ("description", "Ik leg rustig uit hoe het werkt."),
        ("shown_name", "Noor"),
        ("when", "flexible"),
        ("parts", "2-morning"),
        ("themes", "digital"),
        ("visibility", "everybody"),
    ];
    let registered = [("name", "Toos Bedacht"), ("purposes", "respond"), ("way", "spoken"), ("agreed", "ja")];
    let mut fanfare = FIELDS;
    fanfare[2].1 = "Stichting Verzonnen Fanfare";
    let (office, vacancy) = (format!("/organisatie/{}", scene.town.organisation), scene.vacancy);
    let respond = format!("/vacatures/{vacancy}/reageer");
    let invite = [("email", "nieuw@proef.example"), ("role", "coordinator"), ("task", "planning")];
    let cases: [Case<'_>; 11] = [
        (&greet, "/hulpvragen/nieuw".into(), &[("written_by", "own")]),
        (&greet, "/mijn/aanbod/nieuw".into(), &offer),
        (&greet, "/organisaties/aanmelden".into(), &fanfare),
        (&greet, respond.clone(), &[("reach", "email"), ("question", "Mag ik komen kijken?")]),
        (&app.visitor(), respond, &typed("Noor", NOOR)),
        (&app.visitor(), "/inloggen".into(), &[("email", NOOR)]),
        (&app.visitor(), format!("/vacatures/{vacancy}/melden"), &[("reason", "unsafe")]),
        (&desk, "/balie/personen/nieuw".into(), &registered),
        (&contact, format!("{office}/mensen/nieuw"), &registered),
        (&contact, format!("{office}/vacatures/nieuw"), &[("start", "leeg")]),
        (&contact, format!("{office}/contacten"), &invite),
    ];
    for (browser, path, fields) in cases {
        let mut led = eight(browser, &path, fields).await;
        led.dedup();
        assert_eq!(led.len(), 1, "{path}: {led:?}");
    }
    app.run_jobs().await;
    let made = [
        ("responses", 2),
        ("offers", 1),
        ("help_requests", 1),
        ("vacancy_reports", 1),
        ("contact_invitations", 1),
        ("consents", 2),
        ("sign_ins", 1),
    ];
    let contents = platform::backup::all_contents(&app.app.db).await.expect("it reads");
    for (table, rows) in made {
        assert_eq!(contents[table].rows, rows, "{table}");
    }
    assert_eq!(app.mails_to("nieuw@proef.example").await.len(), 1);
}

#[db_test]
async fn after_a_minute_or_with_other_words_it_is_another_thing(app: TestApp) {
    let scene = scene(&app).await;
    let mut desk = app.browser_of(scene.mediator).await;
    let told = |name: &'static str| [("name", name), ("purposes", "respond"), ("way", "spoken"), ("agreed", "ja")];
    let mut register = async |name| desk.post("/balie/personen/nieuw", &told(name)).await.location().expect("her page");
    let first = register("Toos Bedacht").await;
    assert_eq!(register("Toos Bedacht").await, first);
    assert_ne!(register("Toos Verzonnen").await, first);
    app.app.clock.advance(61 * SECOND);
    assert_ne!(register("Toos Bedacht").await, first, "two people may have one name");
    let mut other = app.browser_of(scene.mediator).await;
    let elsewhere = other.post("/balie/personen/nieuw", &told("Toos Bedacht")).await;
    assert_ne!(elsewhere.location(), Some(first), "another session is another desk");
}

#[db_test]
async fn what_was_refused_is_done_when_it_is_sent_again(app: TestApp) {
    let scene = scene(&app).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let closed = fixtures::in_state(&app, scene.town.organisation, VacancyState::Closed).await;
    let path = format!("/vacatures/{closed}/reageer");
    let refused = app.visitor().post(&path, &typed("Noor", NOOR)).await;
    assert!(!refused.status.is_success() && refused.location().is_none(), "{}", refused.status);
    contact.post(&format!("/organisatie/{}/vacatures/nieuw", scene.town.organisation), &[]).await.assert_status(422);
    contact.post(&format!("/organisatie/{}/vacatures/nieuw", scene.town.organisation), &[]).await.assert_status(422);
}

#[db_test]
async fn a_code_that_is_asked_twice_is_one_letter_until_it_was_used(app: TestApp) {
    app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.visitor();
    let mut ask = async || browser.post("/inloggen", &[("email", NOOR)]).await.location().expect("on to the code");
    let first = ask().await;
    assert_eq!(ask().await, first);
    let letters = app.mails_to(NOOR).await;
    assert_eq!(letters.len(), 1);
    let token = link_in(&letters[0].text_body, "/inloggen/link").split("sleutel=").nth(1).expect("a token").to_owned();
    app.visitor().post("/inloggen/link", &[("sleutel", &token)]).await.assert_status(303);
    assert_ne!(ask().await, first, "a code that was used is no use any more");
    assert_eq!(app.mails_to(NOOR).await.len(), 2);
}

#[db_test]
async fn the_same_message_twice_is_one_and_several_are_one_letter(app: TestApp) {
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    let link = private_link(&app, NOOR).await;
    let say = format!("{link}/bericht");
    eight(&app.visitor(), &say, &[("message", "Mag mijn hond mee?")]).await;
    let told = "Noor: bericht over “Samen tuinieren op dinsdag”";
    let told_of = async || {
        let letters = app.mails_to(CORA).await;
        letters
            .into_iter()
            .rev()
            .filter(|letter| letter.subject == told)
            .map(|letter| letter.text_body)
            .collect::<Vec<_>>()
    };
    assert_eq!(told_of().await.len(), 1, "a double click is one letter, at once");
    for words in ["Hij is lief.", "En klein.", "Dat was alles."] {
        app.app.clock.advance(10 * SECOND);
        app.visitor().post(&say, &[("message", words)]).await.assert_status(303);
    }
    assert_eq!(told_of().await.len(), 1, "what follows within minutes waits for the rest");
    app.pass(HOUR).await;
    let letters = told_of().await;
    assert_eq!(letters.len(), 2);
    for words in ["Hij is lief.", "En klein.", "Dat was alles."] {
        assert!(letters[1].contains(words), "{}", letters[1]);
    }
    assert!(!letters[1].contains("hond"), "told already: {}", letters[1]);
    let page = app.visitor().get(&link).await;
    assert_eq!(page.text().matches("Mag mijn hond mee?").count(), 1);
    app.visitor().post(&say, &[("message", "Mag mijn hond mee?")]).await.assert_status(303);
    app.pass(MINUTE).await;
    assert_eq!(told_of().await.len(), 3, "asked again after an hour it is asked again");
    assert_eq!(stored(&app, id).await.state, State::Open);
}

#[db_test]
async fn a_thread_is_flooded_by_nobody_and_what_was_typed_stays(app: TestApp) {
    let scene = scene(&app).await;
    open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    let link = private_link(&app, NOOR).await;
    let office = link_in(&app.mails_to(CORA).await[0].text_body, "/reacties/mijn/");
    let mut taken = 0;
    let refused = loop {
        let words = format!("Bericht {taken}");
        let answer = app.visitor().post(&format!("{link}/bericht"), &[("message", &words)]).await;
        if answer.status.as_u16() != 303 {
            break answer;
        }
        taken += 1;
        app.run_jobs().await;
        assert!(taken < 60, "nothing stops it");
    };
    refused.assert_status(422).assert_contains("Wacht 1 minuut").assert_contains(&format!("Bericht {taken}"));
    let answer = app.visitor().post(&format!("{office}/bericht"), &[("message", "Rustig maar.")]).await;
    answer.assert_status(303);
    app.pass(HOUR).await;
    let told = subjects(&app, CORA).await.into_iter().filter(|subject| subject.contains("bericht")).count();
    assert_eq!(told, 2, "one at once, one with all the rest");
}

/// The form is sent twice, minutes apart, and both are confirmed.
#[db_test]
async fn a_visitor_who_responds_twice_has_one_thread_and_one_clock(app: TestApp) {
    let scene = scene(&app).await;
    let id_of = |path: String| path.split("reactie=").nth(1).expect("an id").to_owned();
    let (_, answer) = send(&app, scene.vacancy, &typed("Noor", NOOR)).await;
    let first = id_of(answer.location().expect("on to the code"));
    let (one, _) = secrets(&app, NOOR).await;
    app.app.clock.advance(5 * MINUTE);
    let mut other = typed("Noor", NOOR);
    other.retain(|(name, _)| *name != "question" && *name != "ask");
    other.push(("question", "Of is er een schuur?"));
    let (_, answer) = send(&app, scene.vacancy, &other).await;
    let second = id_of(answer.location().expect("on to the code"));
    assert_ne!(first, second, "who has not shown whose address it is adds nothing to another's words");
    let (two, _) = secrets(&app, NOOR).await;
    let confirm = async |id: &str, code: &str| {
        let done = app.visitor().post("/reacties/bevestig", &[("reactie", id), ("code", code)]).await;
        done.location().unwrap_or_else(|| panic!("{}", done.text()))
    };
    confirm(&first, &one).await;
    let due = stored(&app, first.parse().expect("an id")).await.answer_due_at;
    app.app.clock.advance(5 * MINUTE);
    for _ in 0..2 {
        let thread = confirm(&second, &two).await;
        let page = app.visitor().get(&thread).await;
        page.assert_status(200).assert_contains("Is er een kas?").assert_contains("Of is er een schuur?");
        assert_eq!(page.text().matches("Of is er een schuur?").count(), 1);
    }
    app.run_jobs().await;
    let (kept, gone) =
        (stored(&app, first.parse().expect("an id")).await, stored(&app, second.parse().expect("an id")).await);
    assert_eq!((kept.state, gone.state), (State::Open, State::Expired));
    assert_eq!(kept.answer_due_at, due, "the clock it had");
    let mut contact = app.browser_of(scene.town.contact).await;
    let list = contact.get(&format!("/organisatie/{}/reacties", scene.town.organisation)).await;
    assert_eq!(list.body.matches(&format!("/reacties/{first}\"")).count().min(1), 1);
    list.assert_lacks(&second);
    assert_told(&app, CORA, "Noor: bericht over “Samen tuinieren op dinsdag”").await;
    let new = subjects(&app, CORA).await.into_iter().filter(|told| told.contains("wil meer weten")).count();
    assert_eq!(new, 1);
}

#[db_test]
async fn two_responses_confirmed_at_the_same_moment_are_one_thread(app: TestApp) {
    let scene = scene(&app).await;
    let mut secrets_of = Vec::new();
    for question in ["Is er een kas?", "Is er een schuur?", "Is er koffie?"] {
        let mut fields = typed("Noor", NOOR);
        fields.retain(|(name, _)| *name != "question");
        fields.push(("question", question));
        let (_, answer) = send(&app, scene.vacancy, &fields).await;
        let id = answer.location().and_then(|path| path.split("reactie=").nth(1).map(str::to_owned)).expect("an id");
        app.app.clock.advance(MINUTE);
        secrets_of.push((id, secrets(&app, NOOR).await.0));
    }
    let mut tabs = tokio::task::JoinSet::new();
    for (id, code) in secrets_of.clone() {
        let mut tab = app.visitor();
        tabs.spawn(async move {
            tab.post("/reacties/bevestig", &[("reactie", id.as_str()), ("code", code.as_str())])
                .await
                .assert_status(303);
        });
    }
    tabs.join_all().await;
    app.run_jobs().await;
    let mut open = Vec::new();
    for (id, _) in &secrets_of {
        let response = stored(&app, id.parse().expect("an id")).await;
        open.extend((response.state == State::Open).then_some(response.id));
    }
    let [only] = open.as_slice() else { panic!("{} threads", open.len()) };
    let mut contact = app.browser_of(scene.town.contact).await;
    let thread = contact.get(&format!("/organisatie/{}/reacties/{only}", scene.town.organisation)).await;
    for question in ["Is er een kas?", "Is er een schuur?", "Is er koffie?"] {
        thread.assert_contains(question);
    }
}

#[db_test]
async fn an_account_responds_once_however_often_it_is_sent(app: TestApp) {
    let scene = scene(&app).await;
    let mut rik = app.browser_of(scene.town.resident).await;
    let path = format!("/vacatures/{}/reageer", scene.vacancy);
    let fields = [("reach", "email"), ("question", "Mag ik komen kijken?")];
    let first = rik.post(&path, &fields).await.location().expect("the thread");
    app.app.clock.advance(2 * MINUTE);
    assert_eq!(rik.post(&path, &fields).await.location(), Some(first.clone()));
    let page = rik.get(&first).await;
    assert_eq!(page.text().matches("Mag ik komen kijken?").count(), 1, "the same question stands there once");
    let api = format!("/api/v1/vacancies/{}/responses", scene.vacancy);
    let body = json!({ "reach": "email", "question": "Mag ik komen kijken?" });
    let made = rik.post_json(&api, &body).await;
    let again = rik.post_json(&api, &body).await;
    assert_eq!((made.status.as_u16(), &made.body), (again.status.as_u16(), &again.body), "the same answer");
    let mut program = api_responses::program(&app, scene.town.organisation, scene.town.contact).await;
    let thread = format!("/api/v1/responses/{}/messages", made.json()["id"].as_str().expect("an id"));
    for _ in 0..2 {
        program.post_json(&thread, &json!({ "message": "Ja hoor!" })).await.assert_status(201);
    }
    app.pass(HOUR).await;
    assert_eq!(rik.get(&first).await.text().matches("Ja hoor!").count(), 1);
    let told = subjects(&app, "rik@thuis.example").await.into_iter().filter(|told| told.contains("bericht")).count();
    assert_eq!(told, 1);
}

#[db_test]
async fn a_search_is_followed_once_from_eight_tabs(app: TestApp) {
    Runner::ensure_schedules(&app.app).await.expect("schedules");
    town(&app).await;
    let wish = [("q", "koken"), ("rhythm", "daily"), ("email", "zoeker@thuis.example")];
    eight(&app.visitor(), "/zoekopdracht", &wish).await;
    // Another browser of the same reader.
    let mut other = app.visitor().with_header("user-agent", "Een andere browser");
    other.post("/zoekopdracht", &wish).await.assert_status(303);
    let letters = app.mails_to("zoeker@thuis.example").await;
    assert!(!letters.is_empty());
    let links: Vec<String> =
        letters.iter().map(|letter| link_in(&letter.text_body, "/zoekopdracht/bevestig/")).collect();
    assert!(links.iter().all(|link| *link == links[0]), "each letter holds the same link: {links:?}");
    app.visitor().post(&links[0], &[]).await.assert_status(303);
    let contents = platform::backup::all_contents(&app.app.db).await.expect("it reads");
    assert_eq!(contents["subscriptions"].rows, 1);
}
