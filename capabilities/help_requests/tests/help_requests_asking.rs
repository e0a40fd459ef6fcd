//! Asking for help, finding a helper, and how it ends.

use help_requests::model::{Closing, State};
use testkit::{TestApp, db_test};

use crate::{
    help_requests_fixtures::{WHAT, choose, helper, id_in, live, mediator, offer, resident, stored, write},
    vacancies_fixtures::organisation,
};

#[db_test]
async fn five_questions_a_summary_and_a_look_by_the_point(app: TestApp) {
    let visitor = app.visitor().get("/hulpvragen/nieuw").await;
    visitor.assert_status(200).assert_contains("Begin met je e-mailadres").assert_contains("Geen e-mail?");
    app.visitor().post("/hulpvragen/nieuw", &[("written_by", "own")]).await.assert_status(303);
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    greet.post("/hulpvragen/nieuw", &[]).await.assert_status(422);
    let id = id_in(&greet.post("/hulpvragen/nieuw", &[("written_by", "own")]).await);
    let base = format!("/mijn/hulpvragen/{id}");
    greet.get(&format!("{base}/stap/wat")).await.assert_status(200).assert_contains("Stap 1 van 6");
    greet.get(&format!("{base}/controle")).await.assert_contains("Vul eerst de vragen in");
    greet.post(&format!("{base}/controle"), &[("agreed", "ja")]).await.assert_status(409);
    write(&mut greet, id).await;
    assert_eq!(stored(&app, id).await.state, State::Waiting);
    let page = format!("/hulpvragen/{id}");
    app.visitor().get(&page).await.assert_status(404);
    desk.get("/balie/hulpvragen").await.assert_contains(WHAT[0].1);

    let back = format!("/balie/hulpvragen/{id}/terugsturen");
    desk.post(&back, &[]).await.assert_status(422);
    desk.post(&back, &[("note", "Schrijf erbij hoe ver je loopt.")]).await.assert_status(303);
    let letters = app.mails_to("greet@thuis.example").await;
    assert!(letters[0].text_body.contains("hoe ver je loopt"), "{}", letters[0].text_body);
    greet.get(&base).await.assert_contains("hoe ver je loopt");
    greet.post(&format!("{base}/controle"), &[("agreed", "ja")]).await.assert_status(303);
    desk.post(&format!("/balie/hulpvragen/{id}/plaatsen"), &[]).await.assert_status(303);

    let public = app.visitor().get(&page).await;
    public
        .assert_status(200)
        .assert_contains("Iemand uit de buurt vraagt hulp")
        .assert_contains("rondje door het park");
    for secret in ["Greet", "Denkbeeldigestraat", "079 900 00 00", "greet@thuis.example"] {
        public.assert_lacks(secret);
    }
    app.visitor_elsewhere().get(&page).await.assert_status(404);
    // Other words are looked at again.
    let other = [("title", "Wie fietst er mee?"), WHAT[1]];
    greet.post(&format!("{base}/stap/wat"), &other).await.assert_status(303);
    app.visitor().get(&page).await.assert_status(404);
    assert_eq!(stored(&app, id).await.state, State::Waiting);
    app.run_jobs().await;
}

#[db_test]
async fn words_that_give_too_much_away_are_pointed_out(app: TestApp) {
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = id_in(&greet.post("/hulpvragen/nieuw", &[("written_by", "own")]).await);
    let step = format!("/mijn/hulpvragen/{id}/stap/wat");
    let ill = [("title", "Samen wandelen"), ("description", "Ik ben ziek geweest en wil weer naar buiten.")];
    let shown = greet.post(&step, &ill).await;
    shown.assert_status(422).assert_contains("“ziek”").assert_contains("gaat over gezondheid");
    let seen: Vec<(&str, &str)> = ill.iter().copied().chain([("toch", "ja")]).collect();
    greet.post(&step, &seen).await.assert_status(303);
    let phone = [("title", "Bel 06-12345678"), WHAT[1], ("toch", "ja")];
    greet.post(&step, &phone).await.assert_status(422).assert_contains("Dat mag niet op de site");
    // While writing: the same page as a part, and nothing is kept.
    let mut enhanced = greet.clone().with_header("hx-request", "true");
    let part = enhanced.post(&step, &phone).await;
    part.assert_status(200).assert_contains("is een telefoonnummer").assert_lacks("<html");
    greet
        .post(&step, &[phone[0], phone[1], ("doe", "kijk")])
        .await
        .assert_status(200)
        .assert_contains("telefoonnummer");
    assert_eq!(stored(&app, id).await.title, "Samen wandelen");
}

#[db_test]
async fn a_relative_asks_and_decides_for_somebody(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (dora, mut daughter) = resident(&app, "Dora Dochter", "dora@thuis.example").await;
    let for_mother = [("written_by", "relative"), ("relation", "dochter")];
    daughter.post("/hulpvragen/nieuw", &for_mother).await.assert_status(422).assert_contains("Vraag het eerst");
    let agreed: Vec<(&str, &str)> = for_mother.iter().copied().chain([("knows", "ja")]).collect();
    let id = id_in(&daughter.post("/hulpvragen/nieuw", &agreed).await);
    write(&mut daughter, id).await;
    desk.post(&format!("/balie/hulpvragen/{id}/plaatsen"), &[]).await.assert_status(303);
    let request = stored(&app, id).await;
    assert_eq!((request.steward, request.person, request.relation.as_deref()), (dora, None, Some("dochter")));
    app.visitor().get(&format!("/hulpvragen/{id}")).await.assert_contains("Iemand vraagt hulp voor een ander");
    app.run_jobs().await;
}

#[db_test]
async fn only_confirmed_helpers_offer_and_the_asker_chooses_one(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let (page, respond) = (format!("/hulpvragen/{id}"), format!("/hulpvragen/{id}/reageer"));
    let (_, mut stranger) = resident(&app, "Rik Bewoner", "rik@thuis.example").await;
    stranger.get(&page).await.assert_contains("Word bevestigde helper");
    stranger.get(&respond).await.assert_status(403);
    greet.get(&respond).await.assert_status(403);
    app.visitor().get(&respond).await.assert_status(303);
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    let contact = app.person("Cora Contact", Some("cora@proef.example"), &[]).await;
    organisation(&app, "Buurttuin De Proef", true, contact).await;
    let mut cora = app.browser_of(contact).await;
    let confirmation = [("checked", "organisation"), ("valid_until", "1-1-2027")];
    desk.post(&format!("/balie/helpers/{contact}/bevestigen"), &confirmation).await.assert_status(303);
    hans_browser.post(&respond, &[("message", "Ik kom graag")]).await.assert_status(422).assert_contains("afspraken");
    offer(&mut hans_browser, id).await;
    offer(&mut cora, id).await;
    let letters = app.mails_to("greet@thuis.example").await;
    assert!(letters.iter().any(|letter| letter.subject.contains("Hans Helper wil je helpen")), "{letters:?}");
    let mine = greet.get(&format!("/mijn/hulpvragen/{id}")).await;
    mine.assert_contains("Hans Helper").assert_contains("Namens Buurttuin De Proef").assert_contains("Veilig helpen");

    let base = format!("/mijn/hulpvragen/{id}");
    greet.post(&format!("{base}/kiezen"), &[("helper", &hans.to_string())]).await.assert_status(422);
    choose(&mut greet, id, hans).await;
    assert_eq!(stored(&app, id).await.helper, Some(hans));
    greet
        .post(&format!("{base}/kiezen"), &[("helper", &contact.to_string()), ("agreed", "ja")])
        .await
        .assert_status(409);
    let letters = app.mails_to("hans@thuis.example").await;
    let chosen = letters.iter().find(|letter| letter.subject.contains("Jij mag helpen")).expect("a letter");
    assert!(!chosen.text_body.contains("Denkbeeldigestraat") && chosen.text_body.contains("/gegevens"));
    app.visitor().get(&page).await.assert_contains("Hier is al een helper voor gevonden");

    greet.post(&format!("{base}/sluiten"), &[("closing", "helped")]).await.assert_status(303);
    let over = stored(&app, id).await;
    assert_eq!((over.state, over.closing), (State::Done, Some(Closing::Helped)));
    let letters = app.mails_to("cora@proef.example").await;
    assert!(letters[0].subject.contains("Hulp is niet meer nodig"), "{}", letters[0].subject);
}

#[db_test]
async fn a_helper_who_cannot_after_all_makes_place(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    let (_, mut ida) = helper(&app, &mut desk, "Ida Helper", "ida@thuis.example").await;
    offer(&mut hans_browser, id).await;
    choose(&mut greet, id, hans).await;
    ida.post(&format!("/hulpvragen/{id}/reageer"), &[("message", "Ik ook"), ("agreed", "ja")]).await.assert_status(409);
    ida.post(&format!("/hulpvragen/{id}/terugtrekken"), &[]).await.assert_status(404);
    hans_browser.post(&format!("/hulpvragen/{id}/terugtrekken"), &[]).await.assert_status(303);
    let request = stored(&app, id).await;
    assert_eq!((request.state, request.helper), (State::Live, None));
    hans_browser.get(&format!("/hulpvragen/{id}/gegevens")).await.assert_status(404);
    offer(&mut ida, id).await;
    let letters = app.mails_to("greet@thuis.example").await;
    assert!(letters.iter().any(|letter| letter.subject.contains("kan toch niet")));
}

#[db_test]
async fn a_request_ends_by_itself_and_is_forgotten_in_steps(app: TestApp) {
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("recurring jobs");
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    app.pass_days(54).await;
    let letters = app.mails_to("greet@thuis.example").await;
    let asked = letters.iter().find(|letter| letter.subject.contains("nog hulp nodig")).expect("asked");
    let link = asked.text_body.split("http://localhost").find(|rest| rest.starts_with("/hulpvragen/verlengen/"));
    let link = link.and_then(|rest| rest.split_whitespace().next()).expect("a link").to_owned();
    app.visitor().get(&link).await.assert_status(200).assert_contains("Ja, laat hem staan");
    app.visitor().post(&link, &[]).await.assert_status(303);
    app.visitor().get(&link).await.assert_contains("Deze link werkt niet meer");
    app.pass_days(62).await;
    assert_eq!(stored(&app, id).await.state, State::Expired);
    app.visitor().get(&format!("/hulpvragen/{id}")).await.assert_status(404);
    app.pass_days(32).await;
    let mut greet = app.browser_of(stored(&app, id).await.steward).await;
    greet.get(&format!("/mijn/hulpvragen/{id}/controle")).await.assert_lacks("Denkbeeldigestraat");
    app.pass_days(340).await;
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    assert!(help_requests::find(&mut conn, &ctx, id).await.expect("the database answers").is_none());
}

#[db_test]
async fn the_index_gets_what_is_public_and_nothing_else(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let first = live(&mut greet, &mut desk).await;
    let second = live(&mut greet, &mut desk).await;
    let waiting = id_in(&greet.post("/hulpvragen/nieuw", &[("written_by", "own")]).await);
    write(&mut greet, waiting).await;
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let step = help_requests::live_help_requests(&mut conn, &ctx, after, 1).await.expect("the database answers");
        let Some(last) = step.last() else { break };
        assert!(last.open && last.facets.place.name.is_none() && last.facets.place.postcode.is_none());
        after = Some(last.id);
        found.push(last.id);
    }
    let mut expected = vec![first, second];
    expected.sort_unstable();
    assert_eq!(found, expected);
    let some = help_requests::by_ids(&mut conn, &ctx, &[waiting, first]).await.expect("the database answers");
    assert_eq!(some.iter().map(|request| request.id).collect::<Vec<_>>(), [first]);
    drop(conn);
    app.run_jobs().await;
}

#[db_test]
async fn a_thank_you_leads_to_others_who_need_help(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let (_, mut gijs) = resident(&app, "Gijs Vrager", "gijs@thuis.example").await;
    let (first, other) = (live(&mut greet, &mut desk).await, live(&mut gijs, &mut desk).await);
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    let (_, mut ida) = helper(&app, &mut desk, "Ida Helper", "ida@thuis.example").await;
    offer(&mut hans_browser, first).await;
    offer(&mut ida, first).await;
    let thank = format!("/mijn/hulpvragen/{first}/bedanken");
    greet.post(&thank, &[("helper", &hans.to_string())]).await.assert_status(303);
    let letters = app.mails_to("hans@thuis.example").await;
    let thanked = letters.iter().find(|letter| letter.subject.contains("Dank voor je aanbod")).expect("a letter");
    assert!(thanked.text_body.contains(&format!("/hulpvragen/{other}")), "{}", thanked.text_body);
    let way_on = format!("main a[href='/hulpvragen/{other}']");
    for page in [format!("/hulpvragen/{first}"), "/mijn/hulpvragen".to_owned()] {
        assert!(hans_browser.get(&page).await.attribute(&way_on, "href").is_some(), "{page}");
    }
    greet.post(&format!("/mijn/hulpvragen/{first}/sluiten"), &[("closing", "otherwise")]).await.assert_status(303);
    let letters = app.mails_to("ida@thuis.example").await;
    let over = letters.iter().find(|letter| letter.subject.contains("niet meer nodig")).expect("a letter");
    assert!(over.text_body.contains(&format!("/hulpvragen/{other}")), "{}", over.text_body);

    gijs.post(&format!("/mijn/hulpvragen/{other}/sluiten"), &[("closing", "not_needed")]).await.assert_status(303);
    hans_browser.get("/mijn/hulpvragen").await.assert_lacks("Misschien kun je hier helpen");
    app.run_jobs().await;
}
