//! Responding without an account, confirming, talking; who sees what.

use conversations::model::State;
use kernel::time::{DAY, HOUR};
use platform::audit::{self, Subject};
use testkit::{TestApp, db_test};

use crate::responses_fixtures::{
    CORA, NOOR, assert_told, link_in, open, private_link, scene, secrets, send, stored, subjects, typed,
};

#[db_test]
async fn a_visitor_responds_confirms_with_the_code_and_talks_by_a_private_link(app: TestApp) {
    let scene = scene(&app).await;
    let (mut browser, answer) = send(&app, scene.vacancy, &typed("Noor", NOOR)).await;
    let path = answer.location().expect("on to the code");
    assert!(path.starts_with("/reacties/bevestig?reactie="), "{path}");
    browser.get(&path).await.assert_status(200).assert_contains("code van 6 cijfers");
    assert!(app.mails_to(CORA).await.is_empty(), "the organisation hears nothing before it is confirmed");
    let (code, _) = secrets(&app, NOOR).await;
    let id = path.split("reactie=").nth(1).expect("an id");
    let wrong = browser.post("/reacties/bevestig", &[("reactie", id), ("code", "000000")]).await;
    wrong.assert_status(422).assert_contains("klopt niet");
    let done = browser.post("/reacties/bevestig", &[("reactie", id), ("code", &code)]).await;
    let thread = done.location().expect("on to the thread");
    assert!(thread.starts_with("/reacties/mijn/"), "{thread}");
    let page = browser.get(&thread).await;
    page.assert_status(200)
        .assert_contains("Buurttuin De Proef heeft je vraag sinds dinsdag 3 maart, 10.00 uur")
        .assert_contains("maandag 9 maart, 10.00 uur")
        .assert_contains("Is er een kas?")
        .assert_contains("Kan ik eerst een keer komen kijken?");
    let letters = app.mails_to(CORA).await;
    assert_eq!(letters[0].subject, "Noor wil meer weten over “Samen tuinieren op dinsdag”");
    assert_eq!(letters[0].reply_to.as_deref(), Some(NOOR), "she chose to be reached by mail, and confirmed");
    for tail in ["/uitnodigen", "#bericht", "/afwijzen"] {
        assert!(letters[0].text_body.contains(tail), "{tail}");
    }
    let workplace = link_in(&letters[0].text_body, "/reacties/mijn/");
    let mut contact = app.visitor();
    contact.get(&workplace).await.assert_status(200).assert_contains("Noor reageert").assert_contains(NOOR);
    let said = contact.post(&format!("{workplace}/bericht"), &[("message", "Ja, kom dinsdag kijken!")]).await;
    said.assert_status(303);
    app.run_jobs().await;
    let link = private_link(&app, NOOR).await;
    app.visitor().get(&link).await.assert_status(200).assert_contains("Ja, kom dinsdag kijken!");
    assert_eq!(stored(&app, id.parse().expect("an id")).await.state, State::InConversation);
    app.visitor().post(&format!("{link}/bericht"), &[("message", "Graag!")]).await.assert_status(303);
    assert_told(&app, CORA, "Noor: bericht over “Samen tuinieren op dinsdag”").await;
}

#[db_test]
async fn a_contact_answers_invites_and_declines_from_the_mail_without_signing_in(app: TestApp) {
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    let link = link_in(&app.mails_to(CORA).await[0].text_body, "/reacties/mijn/");
    let mut contact = app.visitor();
    let page = contact.get(&link).await;
    page.assert_status(200).assert_contains("Noor reageert").assert_lacks("Uitloggen");
    contact.post(&format!("{link}/intrekken"), &[]).await.assert_status(404);
    contact.post(&format!("{link}/bericht"), &[("message", "Kom gerust!")]).await.assert_status(303);
    let times = [("date1", "10-3-2026"), ("time1", "14.00"), ("place", "De Proeftuin")];
    contact.post(&format!("{link}/uitnodigen"), &times).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Invited);
    let no = [("verdict", "no_fit"), ("no_doors", "Niets gevonden")];
    contact.post(&format!("{link}/afwijzen"), &no).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Declined);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let audited = audit::about(&mut conn, &ctx, Subject::of("response", id), 100).await.expect("it reads");
    for action in ["response.say", "response.invite", "response.decline"] {
        let row = audited.iter().find(|row| row.action == action).expect(action);
        assert_eq!(row.actor_id, Some(scene.town.contact.0), "{action} names the contact");
    }
    drop(conn);
    let theirs = private_link(&app, NOOR).await;
    app.visitor().get(&theirs).await.assert_contains("Cora Contact");
    for tail in ["uitnodigen", "afwijzen", "beantwoord"] {
        app.visitor().get(&format!("{theirs}/{tail}")).await.assert_status(404);
        app.visitor().post(&format!("{theirs}/{tail}"), &[]).await.assert_status(404);
    }
    app.pass(181 * DAY).await;
    contact.get(&link).await.assert_status(410).assert_contains("contactpersoon");
}

#[db_test]
async fn the_link_of_who_is_no_contact_any_more_opens_nothing(app: TestApp) {
    let scene = scene(&app).await;
    open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    let link = link_in(&app.mails_to(CORA).await[0].text_body, "/reacties/mijn/");
    app.visitor().get(&link).await.assert_status(200);
    let contacts = format!("/organisatie/{}/contacten", scene.town.organisation);
    let fields = [("email", "rik@thuis.example"), ("role", "owner"), ("task", "voorzitter")];
    app.browser_of(scene.town.contact).await.post(&contacts, &fields).await.assert_status(303);
    let invitation = link_in(&app.mails_to("rik@thuis.example").await[0].text_body, "/organisatie/uitnodiging/");
    let mut rik = app.browser_of(scene.town.resident).await;
    rik.post(&invitation, &[("answer", "yes")]).await.assert_status(303);
    rik.post(&format!("{contacts}/{}/weg", scene.town.contact), &[]).await.assert_status(303);
    app.run_jobs().await;
    app.visitor().get(&link).await.assert_status(410).assert_lacks("Noor");
    app.visitor().post(&format!("{link}/bericht"), &[("message", "Hoi")]).await.assert_status(410);
}

#[db_test]
async fn who_left_no_address_and_was_never_reached_expires(app: TestApp) {
    let scene = scene(&app).await;
    let fields = [("name", "Bep"), ("reach", "phone"), ("phone", "079 000 00 00"), ("question", "Kan mijn hond mee?")];
    send(&app, scene.vacancy, &fields).await;
    let mut desk = app.browser_of(scene.mediator).await;
    let queue = desk.get("/balie/reacties").await;
    let thread = queue.attribute("a[href^='/balie/reacties/']", "href").expect("a thread");
    let id = thread.rsplit('/').next().expect("an id").parse().expect("an id");
    app.pass(13 * DAY).await;
    assert_eq!(stored(&app, id).await.state, State::Unconfirmed);
    app.pass(2 * DAY).await;
    assert_eq!(stored(&app, id).await.state, State::Expired);
}

#[db_test]
async fn looking_at_the_link_changes_nothing_and_the_button_confirms(app: TestApp) {
    let scene = scene(&app).await;
    let (_, answer) = send(&app, scene.vacancy, &typed("Noor", NOOR)).await;
    let id = answer.location().and_then(|path| path.split("reactie=").nth(1).map(str::to_owned)).expect("an id");
    let (_, link) = secrets(&app, NOOR).await;
    let mut elsewhere = app.visitor();
    elsewhere.get(&link).await.assert_status(200).assert_contains("Nog één tik");
    assert_eq!(stored(&app, id.parse().expect("an id")).await.state, State::Unconfirmed);
    let secret = link.split("sleutel=").nth(1).expect("a secret");
    let fields = [("reactie", id.as_str()), ("sleutel", secret)];
    elsewhere.post("/reacties/bevestig", &fields).await.assert_status(303);
    elsewhere.post("/reacties/bevestig", &fields).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(app.mails_to(CORA).await.len(), 1, "confirming twice tells the organisation once");
}

#[db_test]
async fn what_nobody_confirms_expires_and_its_code_is_worth_nothing(app: TestApp) {
    let scene = scene(&app).await;
    let (mut browser, answer) = send(&app, scene.vacancy, &typed("Noor", NOOR)).await;
    let id = answer.location().and_then(|path| path.split("reactie=").nth(1).map(str::to_owned)).expect("an id");
    let (code, link) = secrets(&app, NOOR).await;
    app.pass(2 * DAY + HOUR).await;
    assert_eq!(stored(&app, id.parse().expect("an id")).await.state, State::Expired);
    let late = browser.post("/reacties/bevestig", &[("reactie", &id), ("code", &code)]).await;
    late.assert_status(410).assert_contains("werkt niet meer");
    let secret = link.split("sleutel=").nth(1).expect("a secret");
    browser.post("/reacties/bevestig", &[("reactie", &id), ("sleutel", secret)]).await.assert_status(410);
    assert!(app.mails_to(CORA).await.is_empty());
}

#[db_test]
async fn a_code_can_be_guessed_only_so_often(app: TestApp) {
    let scene = scene(&app).await;
    let (mut browser, answer) = send(&app, scene.vacancy, &typed("Noor", NOOR)).await;
    let id = answer.location().and_then(|path| path.split("reactie=").nth(1).map(str::to_owned)).expect("an id");
    let (code, _) = secrets(&app, NOOR).await;
    let wrong = if code == "111111" { "222222" } else { "111111" };
    for _ in 0..10 {
        browser.post("/reacties/bevestig", &[("reactie", &id), ("code", wrong)]).await.assert_status(422);
    }
    app.pass(HOUR).await;
    browser.post("/reacties/bevestig", &[("reactie", &id), ("code", &code)]).await.assert_status(410);
}

#[db_test]
async fn a_form_with_errors_keeps_what_was_typed(app: TestApp) {
    let scene = scene(&app).await;
    let fields = [("name", "Noor"), ("reach", "phone"), ("phone", "bel maar"), ("email", "noor@")];
    let (_, answer) = send(&app, scene.vacancy, &fields).await;
    answer.assert_status(422).assert_contains("bel maar").assert_contains("Kies een vraag of schrijf er zelf een");
    let (_, none) = send(&app, scene.vacancy, &[("reach", "email"), ("question", "Hoi")]).await;
    none.assert_status(422).assert_contains("Vul je e-mailadres in, of kies een andere manier");
    let gone = app.visitor_elsewhere().get(&format!("/vacatures/{}/reageer", scene.vacancy)).await;
    gone.assert_status(404);
}

#[db_test]
async fn who_signed_in_is_believed_at_once_and_has_one_thread(app: TestApp) {
    let scene = scene(&app).await;
    let mut rik = app.browser_of(scene.town.resident).await;
    let path = format!("/vacatures/{}/reageer", scene.vacancy);
    rik.get(&path).await.assert_status(200).assert_contains("rik@thuis.example");
    let first = rik.post(&path, &[("reach", "email"), ("question", "Mag ik komen kijken?")]).await;
    let thread = first.location().expect("on to the thread");
    assert!(thread.starts_with("/mijn/reacties/"), "{thread}");
    let second = rik.post(&path, &[("reach", "email"), ("question", "En nog iets")]).await;
    assert_eq!(second.location().as_deref(), Some(&*thread), "one thread, not two clocks");
    rik.get(&thread).await.assert_contains("Mag ik komen kijken?").assert_contains("En nog iets");
    rik.get("/mijn/reacties").await.assert_status(200).assert_contains("Samen tuinieren op dinsdag");
    let subjects = subjects(&app, CORA).await;
    assert_eq!(subjects.len(), 2, "{subjects:?}");
}

#[db_test]
async fn nobody_else_sees_a_response(app: TestApp) {
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    let organisation = scene.town.organisation;
    let own = format!("/organisatie/{organisation}/reacties/{id}");
    app.browser_of(scene.town.contact).await.get(&own).await.assert_status(200);
    app.browser_of(scene.town.other_contact).await.get(&own).await.assert_status(404);
    let theirs = format!("/organisatie/{}/reacties/{id}", scene.town.other);
    app.browser_of(scene.town.other_contact).await.get(&theirs).await.assert_status(404);
    app.browser_of(scene.town.other_contact)
        .await
        .get(&format!("/organisatie/{organisation}/reacties"))
        .await
        .assert_status(404);
    app.browser_of(scene.town.resident).await.get(&format!("/mijn/reacties/{id}")).await.assert_status(404);
    assert!(app.visitor().get(&own).await.location().is_some_and(|to| to.starts_with("/inloggen")));
    app.visitor().get("/reacties/mijn/verzonnen").await.assert_status(410).assert_contains("nieuwe link");
    let page = app.visitor().get(&format!("/vacatures/{}", scene.vacancy)).await;
    page.assert_status(200).assert_lacks("Noor");
    let mut desk = app.browser_of(scene.mediator).await;
    desk.get(&format!("/balie/reacties/{id}")).await.assert_status(200).assert_contains("Noor");
}

#[db_test]
async fn a_fresh_link_is_asked_for_without_telling_who_responded(app: TestApp) {
    let scene = scene(&app).await;
    open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.run_jobs().await;
    let before = app.mails_to(NOOR).await.len();
    for email in [NOOR, "onbekend@inwoner.voorbeeld.example"] {
        let answer = app.visitor().submit("/reacties/link", &[("email", email)]).await;
        answer.assert_status(200).assert_contains("Als dit adres bij ons bekend is");
    }
    assert_eq!(app.mails_to(NOOR).await.len(), before + 1);
    assert!(app.mails_to("onbekend@inwoner.voorbeeld.example").await.is_empty());
    app.visitor().get(&private_link(&app, NOOR).await).await.assert_status(200);
}

#[db_test]
async fn without_e_mail_a_mediator_confirms_and_tells(app: TestApp) {
    let scene = scene(&app).await;
    let fields = [("name", "Bep"), ("reach", "phone"), ("phone", "079 000 00 00"), ("question", "Kan mijn hond mee?")];
    let (_, answer) = send(&app, scene.vacancy, &fields).await;
    assert_eq!(answer.location().as_deref(), Some("/reacties/ontvangen"));
    app.run_jobs().await;
    assert!(app.mails_to(CORA).await.is_empty());
    let mut desk = app.browser_of(scene.mediator).await;
    let queue = desk.get("/balie/reacties").await;
    queue.assert_status(200).assert_contains("bel en bevestig").assert_contains("079 000 00 00");
    let thread = queue.attribute("a[href^='/balie/reacties/']", "href").expect("a thread");
    desk.post(&format!("{thread}/bevestigen"), &[]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(app.mails_to(CORA).await.len(), 1);
    let id = thread.rsplit('/').next().expect("an id");
    let mut contact = app.browser_of(scene.town.contact).await;
    let workplace = format!("/organisatie/{}/reacties/{id}", scene.town.organisation);
    contact.get(&workplace).await.assert_contains("079 000 00 00");
    contact.post(&format!("{workplace}/bericht"), &[("message", "Ja, aan de lijn.")]).await.assert_status(303);
    desk.get("/balie/reacties").await.assert_contains("moet nog iets horen");
    desk.post(&format!("{thread}/verteld"), &[]).await.assert_status(303);
    desk.get("/balie/reacties").await.assert_lacks("moet nog iets horen");
    app.run_jobs().await;
}

#[db_test]
async fn a_mediator_responds_for_somebody_opposite_who_agreed(app: TestApp) {
    let scene = scene(&app).await;
    let mut desk = app.browser_of(scene.mediator).await;
    let path = format!("/vacatures/{}/reageer", scene.vacancy);
    let mut fields = vec![("on_behalf", "ja"), ("name", "Bep"), ("reach", "point"), ("question", "Mag mijn hond mee?")];
    desk.post(&path, &fields).await.assert_status(422).assert_contains("Vraag eerst of deze persoon het goed vindt");
    fields.push(("agreed", "ja"));
    desk.post(&path, &fields).await.assert_status(422).assert_contains("Hoe heeft deze persoon dat gezegd");
    fields.push(("way", "phone"));
    let thread = desk.post(&path, &fields).await.location().expect("on to the thread");
    assert!(thread.starts_with("/balie/reacties/"), "{thread}");
    let id = thread.rsplit('/').next().expect("an id").parse().expect("an id");
    let response = stored(&app, id).await;
    assert_eq!((response.state, response.entered_by), (State::Open, Some(scene.mediator)));
    app.run_jobs().await;
    let bep = app.person("Bep Voorbeeld", None, &[]).await;
    desk.get(&format!("{path}?voor={bep}")).await.assert_status(403);
    desk.post(&format!("{thread}/inschrijven"), &[("name", "Bep")]).await.assert_status(422);
    desk.get(&thread).await.assert_contains("Schrijf deze persoon in");
    let enrol = desk.get(&format!("{thread}/inschrijven")).await;
    assert_eq!(enrol.attribute("#f-name", "value").as_deref(), Some("Bep"), "what was said already stands there");
    let told = [("name", "Bep"), ("purposes", "respond"), ("way", "spoken"), ("agreed", "ja")];
    let page = desk.post(&format!("{thread}/inschrijven"), &told).await.location().expect("on to her page");
    let enrolled = stored(&app, id).await.person.expect("the response is hers");
    assert_eq!(page.rsplit('/').next(), Some(enrolled.to_string().as_str()));
    desk.get(&format!("{thread}/inschrijven")).await.assert_status(409);
    app.run_jobs().await;
}

#[db_test]
async fn consent_to_respond_is_used_from_the_persons_page_by_mediators_and_managers(app: TestApp) {
    let scene = scene(&app).await;
    app.refresh_search().await;
    let told =
        [("name", "Bep Voorbeeld"), ("lang", "en"), ("purposes", "respond"), ("way", "spoken"), ("agreed", "ja")];
    let respond = format!("/vacatures/{}/reageer", scene.vacancy);
    for staff in [scene.mediator, scene.town.manager] {
        let mut desk = app.browser_of(staff).await;
        let page = desk.post("/balie/personen/nieuw", &told).await.location().expect("on to her page");
        let bep = page.rsplit('/').next().expect("an id").to_owned();
        let list = format!("/reageren?voor={bep}");
        desk.get(&page).await.assert_contains("Reageer voor deze persoon").assert_contains(&list);
        desk.get(&list).await.assert_status(200).assert_contains(&format!("{respond}?voor={bep}"));
        desk.get(&format!("{respond}?voor={bep}")).await.assert_contains("Je reageert voor Bep Voorbeeld");
        let fields = [("voor", bep.as_str()), ("name", "Bep Voorbeeld"), ("reach", "point"), ("ask", "look")];
        let thread = desk.post(&respond, &fields).await.location().expect("on to the thread");
        assert!(thread.starts_with("/balie/reacties/"), "{thread}");
        let id = thread.rsplit('/').next().expect("an id").parse().expect("an id");
        let response = stored(&app, id).await;
        assert_eq!(response.person.map(|id| id.to_string()), Some(bep.clone()), "in her name, not in theirs");
        assert_eq!((response.entered_by, response.lang), (Some(staff), kernel::Lang::En));
        for not_allowed in ["niemand", &scene.town.contact.to_string()] {
            desk.get(&format!("{respond}?voor={not_allowed}")).await.assert_status(403);
            desk.get(&format!("/reageren?voor={not_allowed}")).await.assert_status(403);
            let fields = [("voor", not_allowed), ("name", "Bep"), ("reach", "point"), ("ask", "look")];
            desk.post(&respond, &fields).await.assert_status(403);
        }
    }
    let mut resident = app.browser_of(scene.town.contact).await;
    resident.get(&format!("{respond}?voor={}", scene.mediator)).await.assert_status(403);
    app.run_jobs().await;
}

#[db_test]
async fn somebody_takes_it_back(app: TestApp) {
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    let link = private_link(&app, NOOR).await;
    app.visitor().post(&format!("{link}/intrekken"), &[("message", "Ik verhuis")]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Withdrawn);
    assert_told(&app, CORA, "Noor trekt de reactie in").await;
    let again = app.visitor().post(&format!("{link}/intrekken"), &[]).await;
    again.assert_status(409);
    app.pass_days(8).await;
    assert_eq!(subjects(&app, CORA).await.len(), 2, "nobody is reminded of what was taken back");
}

#[db_test]
async fn a_flood_of_responses_is_stopped(app: TestApp) {
    let scene = scene(&app).await;
    let mut statuses = Vec::new();
    for time in 0..12 {
        // Sent twice as it is, it would be one response.
        let question = format!("Vraag {time}");
        let mut fields = typed("Noor", NOOR);
        fields.push(("question", &question));
        let (_, answer) = send(&app, scene.vacancy, &fields).await;
        statuses.push(answer.status.as_u16());
    }
    app.run_jobs().await;
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
}
