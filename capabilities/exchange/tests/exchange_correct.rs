//! Going on with a file that was sent: what is wrong is filled in, what was loaded is turned back. On both engines.

use axum::{body::Body, http::Method};
use kernel::{PersonRole, time};
use testkit::{Answer, Client, TestApp, db_test};

use crate::vacancies_fixtures;

async fn manager(app: &TestApp) -> Client {
    let town = vacancies_fixtures::town(app).await;
    app.browser_of(town.manager).await
}

async fn send(browser: &mut Client, fields: &[(&str, &str)], content: &str) -> Answer {
    browser.upload("/beheer/import", fields, "lijst.csv", content.as_bytes()).await
}

/// The page of the only import, or the last one.
async fn last(browser: &mut Client) -> String {
    let page = browser.get("/beheer/import").await;
    page.attribute("main table a[href^='/beheer/import/']", "href").expect("an import in the list")
}

async fn last_page(browser: &mut Client) -> Answer {
    let run = last(browser).await;
    browser.get(&run).await
}

async fn export(browser: &mut Client, what: &str) -> String {
    browser.get(&format!("/beheer/export/{what}.csv")).await.body
}

/// Thirty people; in five rows something is wrong.
fn thirty() -> String {
    let row = |n: usize| match n {
        3 => "p3;;noor3@proef.example;0612345678".into(),
        7 => "p7;#N/B;noor7@proef.example;".into(),
        11 => "p11;Noor 11;noor4@proef.example;".into(),
        20 => "p20;Noor; van Zee;noor20@proef.example;0612345678".into(),
        29 => "p29;Noor 29;geen adres;bel maar".into(),
        n => format!("p{n};Noor {n};noor{n}@proef.example;06123456{n:02}"),
    };
    let rows: String = (1..=30).map(|n| format!("{}\n", row(n))).collect();
    format!("sep=;\nextern id;naam;e-mail;telefoon\n{rows}")
}

#[db_test]
async fn thirty_rows_with_five_faults_take_one_upload_and_one_correction(app: TestApp) {
    let mut browser = manager(&app).await;
    let page = send(&mut browser, &[("what", "people"), ("try", "ja")], &thirty()).await;
    page.assert_status(422).assert_contains("5 rijen").assert_contains("5 cellen").assert_contains("#N/B");
    page.assert_contains("rij 5").assert_contains("Rij 30, e-mail").assert_contains("geen adres");
    for name in ["c-4-name", "c-8-name", "c-12-email", "c-21-name", "c-21-phone", "c-30-email", "c-30-phone", "c-21-"] {
        assert!(page.body.contains(&format!("name=\"{name}\"")), "{name} can be filled in");
    }
    assert!(!export(&mut browser, "people").await.contains("Noor"), "nothing is stored yet");
    let run = last(&mut browser).await;
    let filled = [
        ("c-4-name", "Noor 3"),
        ("c-8-name", "Noor 7"),
        ("c-12-email", "noor11@proef.example"),
        ("c-21-", "ja"),
        ("c-21-external_id", "p20"),
        ("c-21-name", "Noor van Zee"),
        ("c-21-email", "noor20@proef.example"),
        ("c-21-phone", "0612345620"),
        ("c-30-email", "noor29@proef.example"),
        ("c-30-phone", ""),
        ("do", "save"),
    ];
    browser.post(&run, &filled).await.assert_status(303);
    browser.get(&run).await.assert_contains("bewaard").assert_contains("30 nieuw");
    let kept = export(&mut browser, "people").await;
    assert_eq!(kept.matches("noor").count(), 30, "{kept}");
    assert!(kept.contains("Noor van Zee") && kept.contains("p29;Noor 29;noor29@proef.example"), "{kept}");
    browser.post(&run, &filled).await.assert_status(409);
}

#[db_test]
async fn what_is_filled_in_wrongly_is_shown_again_and_earlier_corrections_stay(app: TestApp) {
    let mut browser = manager(&app).await;
    let file = "id;naam;e-mail\np1;;a@proef.example\np2;Piet;geen\np3;Pia;\n";
    send(&mut browser, &[("what", "people")], file).await.assert_status(422).assert_contains("2 rijen");
    let run = last(&mut browser).await;
    let page = browser.post(&run, &[("c-2-name", "Noor"), ("c-3-email", "nog niet"), ("do", "save")]).await;
    page.assert_status(422).assert_contains("1 rij").assert_contains("nog niet");
    assert!(!page.body.contains("c-2-name"), "what is right is not asked again");
    let looked = browser.post(&run, &[("c-3-email", "p@proef.example"), ("do", "look")]).await;
    looked.assert_status(303);
    browser.get(&run).await.assert_contains("nog niets veranderd").assert_contains("Importeer nu");
    assert!(!export(&mut browser, "people").await.contains("Noor"));
    browser.post(&run, &[("do", "save")]).await.assert_status(303);
    let kept = export(&mut browser, "people").await;
    assert!(kept.contains("p1;Noor;a@proef.example") && kept.contains("p2;Piet;p@proef.example"), "{kept}");
}

#[db_test]
async fn the_good_rows_alone_may_go(app: TestApp) {
    let mut browser = manager(&app).await;
    let file = "id;naam\np1;\np2;Piet\n";
    send(&mut browser, &[("what", "people")], file).await.assert_status(422);
    let run = last(&mut browser).await;
    browser.post(&run, &[("partial", "ja"), ("do", "save")]).await.assert_status(303);
    let kept = export(&mut browser, "people").await;
    assert!(kept.contains("p2;Piet") && !kept.contains("p1"), "{kept}");
}

#[db_test]
async fn many_faults_are_mended_part_by_part(app: TestApp) {
    let mut browser = manager(&app).await;
    let rows: String = (1..=60).map(|n| format!("p{n};\n")).collect();
    let page = send(&mut browser, &[("what", "people")], &format!("id;naam\n{rows}")).await;
    page.assert_status(422).assert_contains("Deel 1 van 3").assert_contains("c-26-name");
    assert!(!page.body.contains("c-27-name"));
    let run = last(&mut browser).await;
    browser.get(&format!("{run}?page=3")).await.assert_contains("c-61-name").assert_contains("Deel 3 van 3");
    browser.get(&format!("{run}?page=99")).await.assert_contains("c-61-name");
}

#[db_test]
async fn a_long_file_is_mended_by_a_job(app: TestApp) {
    let mut browser = manager(&app).await;
    let rows: String = (1..=301).map(|n| format!("p{n};{}\n", if n == 7 { "" } else { "Noor" })).collect();
    send(&mut browser, &[("what", "people")], &format!("id;naam\n{rows}")).await.assert_status(303);
    app.run_jobs().await;
    let run = last(&mut browser).await;
    browser.get(&run).await.assert_contains("c-8-name").assert_contains("er klopt iets niet");
    browser.post(&run, &[("c-8-name", "Noor"), ("do", "save")]).await.assert_status(303);
    browser.get(&run).await.assert_contains("wacht op zijn beurt");
    browser.post(&run, &[("do", "save")]).await.assert_status(409);
    app.run_jobs().await;
    browser.get(&run).await.assert_contains("301 nieuw");
}

#[db_test]
async fn a_file_is_forgotten_and_then_has_to_be_sent_again(app: TestApp) {
    let mut browser = manager(&app).await;
    send(&mut browser, &[("what", "people"), ("try", "ja")], "id;naam\np1;Noor\n").await.assert_status(303);
    let run = last(&mut browser).await;
    browser.get(&run).await.assert_contains("Importeer nu");
    platform::jobs::Runner::ensure_schedules(&app.app).await.expect("recurring jobs");
    app.pass_days(9).await;
    app.run_jobs().await;
    let mut browser =
        app.browser_of(app.person("Mies", Some("mies2@stad.example"), &[PersonRole::Manager]).await).await;
    let page = browser.get(&run).await;
    page.assert_status(200);
    assert!(!page.body.contains("Importeer nu"));
    assert!(app.dead_jobs().await.is_empty());
    browser.post(&run, &[("do", "save")]).await.assert_status(409);
    assert!(!export(&mut browser, "people").await.contains("Noor"));
}

#[db_test]
async fn an_import_of_people_is_turned_back(app: TestApp) {
    let mut browser = manager(&app).await;
    let before = "id;naam;e-mail;telefoon\np1;Noor;noor@proef.example;0612345678\np2;Piet;piet@proef.example;\n";
    send(&mut browser, &[("what", "people")], before).await.assert_status(303);
    let all = export(&mut browser, "people").await;
    let after =
        "id;naam;e-mail\np1;Noor Anders;anders@proef.example\np3;Pia;pia@proef.example\np4;Sam;sam@proef.example\n";
    send(&mut browser, &[("what", "people")], after).await.assert_status(303);
    let run = last(&mut browser).await;
    browser.get(&run).await.assert_contains("Draai deze import terug");
    // Who has signed in since is no longer the file's alone.
    let mut sam = app.visitor();
    app.app.clock.advance(time::HOUR);
    sam.post("/demo/inloggen", &[("persoon", "sam@proef.example")]).await.assert_status(303);
    browser.post(&format!("{run}/terug"), &[]).await.assert_status(303);
    browser.get(&run).await.assert_contains("2 dingen zijn weer").assert_contains("1 ding lieten we staan");
    let kept = export(&mut browser, "people").await;
    assert!(kept.contains("p4;Sam") && !kept.contains("Pia") && !kept.contains("Anders"), "{kept}");
    let others = |text: &str| text.lines().filter(|line| !line.contains("p4;")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(others(&kept), others(&all));
    browser.post(&format!("{run}/terug"), &[]).await.assert_status(409);
    let again = send(&mut browser, &[("what", "people")], after).await;
    again.assert_status(303);
    assert!(export(&mut browser, "people").await.contains("p3;Pia"), "it can be loaded again");
    app.run_jobs().await;
}

#[db_test]
async fn an_import_of_vacancies_is_turned_back_with_its_organisations(app: TestApp) {
    let mut browser = manager(&app).await;
    let first = "id;organisatie;titel;omschrijving\nv1;Buurttuin De Proef;Wieden;Je wiedt.\n";
    send(&mut browser, &[("what", "vacancies")], first).await.assert_status(303);
    let vacancies = export(&mut browser, "vacancies").await;
    let organisations = export(&mut browser, "organisations").await;
    let second = "id;organisatie;titel;omschrijving\nv1;Buurttuin De Proef;Oogsten;Je oogst.\n\
        v2;Nieuwe Proefclub;Koken;Je kookt.\nv3;Nieuwe Proefclub;Lezen;Je leest.\n";
    let done = send(&mut browser, &[("what", "vacancies")], second).await;
    done.assert_status(303);
    app.run_jobs().await;
    app.app.clock.advance(time::HOUR);
    let run = last(&mut browser).await;
    browser.post(&format!("{run}/terug"), &[]).await.assert_status(303);
    browser.get(&run).await.assert_contains("4 dingen zijn weer").assert_contains("teruggedraaid");
    assert_eq!(export(&mut browser, "vacancies").await, vacancies);
    assert_eq!(export(&mut browser, "organisations").await, organisations);
    send(&mut browser, &[("what", "vacancies")], second).await.assert_status(303);
    last_page(&mut browser).await.assert_contains("2 nieuw").assert_contains("1 veranderd");
    app.run_jobs().await;
    assert!(app.dead_jobs().await.is_empty());
}

#[db_test]
async fn what_somebody_changed_since_stays(app: TestApp) {
    let mut browser = manager(&app).await;
    let organisations = |text: &str| format!("id;naam;omschrijving;sectoren\no1;Proefclub;{text};Sport\n");
    send(&mut browser, &[("what", "organisations")], &organisations("Eerst.")).await.assert_status(303);
    let first = last(&mut browser).await;
    app.app.clock.advance(time::HOUR);
    send(&mut browser, &[("what", "organisations")], &organisations("Daarna.")).await.assert_status(303);
    browser.post(&format!("{first}/terug"), &[]).await.assert_status(303);
    browser.get(&first).await.assert_contains("1 ding lieten we staan");
    assert!(export(&mut browser, "organisations").await.contains("Daarna."));
    let second = last(&mut browser).await;
    browser.post(&format!("{second}/terug"), &[]).await.assert_status(303);
    assert!(export(&mut browser, "organisations").await.contains("Eerst."));
    app.run_jobs().await;
}

#[db_test]
async fn an_import_of_long_ago_cannot_be_turned_back(app: TestApp) {
    let mut browser = manager(&app).await;
    send(&mut browser, &[("what", "people")], "id;naam\np1;Noor\n").await.assert_status(303);
    let run = last(&mut browser).await;
    app.pass_days(15).await;
    let mut browser =
        app.browser_of(app.person("Mies", Some("mies2@stad.example"), &[PersonRole::Manager]).await).await;
    assert!(!browser.get(&run).await.body.contains("Draai deze import terug"));
    browser.post(&format!("{run}/terug"), &[]).await.assert_status(409);
    app.run_jobs().await;
}

#[db_test]
async fn rows_without_numbers_are_known_the_next_time(app: TestApp) {
    let mut browser = manager(&app).await;
    for (what, file) in [
        ("people", "naam;e-mail\nNoor Zee;noor@proef.example\nPiet;\n"),
        ("organisations", "naam;omschrijving;sectoren\nProefclub;We doen.;Sport\n"),
        ("vacancies", "organisatie;titel;omschrijving\nProefclub;Koken;Je kookt.\nProefclub;Lezen;Je leest.\n"),
    ] {
        let rows = file.lines().count() - 1;
        for expected in [format!("{rows} nieuw"), "0 nieuw".into()] {
            send(&mut browser, &[("what", what)], file).await.assert_status(303);
            let page = last_page(&mut browser).await;
            page.assert_contains(&expected).assert_contains("geen kolom met nummers");
            app.app.clock.advance(time::MINUTE);
        }
    }
    // Who is known by another number is still the same person, and a vacancy with a number the same vacancy.
    send(&mut browser, &[("what", "people")], "id;naam;e-mail\nk9;Sam Proef;sam@proef.example\n")
        .await
        .assert_status(303);
    send(&mut browser, &[("what", "people")], "naam;e-mail\nSam Proef;sam@proef.example\n").await.assert_status(303);
    let kept = export(&mut browser, "people").await;
    assert!(kept.contains("k9;Sam Proef") && kept.matches("Sam Proef").count() == 1, "{kept}");
    app.run_jobs().await;
}

#[db_test]
async fn the_file_to_fill_in_can_be_filled_in(app: TestApp) {
    let mut browser = manager(&app).await;
    for what in ["organisations", "vacancies", "people"] {
        for ending in ["csv", "xlsx"] {
            let answer = browser.get(&format!("/beheer/export/voorbeeld-{what}.{ending}")).await;
            answer.assert_status(200);
        }
        let csv = browser.get(&format!("/beheer/export/voorbeeld-{what}.csv")).await.body;
        let fields = [("what", what), ("try", "ja")];
        send(&mut browser, &fields, &csv).await.assert_status(303);
        let page = last_page(&mut browser).await;
        page.assert_contains("0 rijen in het bestand").assert_contains("Deze rij is het voorbeeld");
        let filled = csv.replace("\nvoorbeeld;", "\nx-1;");
        assert_ne!(filled, csv);
        send(&mut browser, &fields, &filled).await.assert_status(303);
        last_page(&mut browser).await.assert_contains("1 nieuw");
        app.app.clock.advance(time::MINUTE);
    }
    let english = browser.clone().in_english().get("/beheer/export/voorbeeld-people.csv").await;
    english.assert_contains("external id").assert_contains("example");
    browser.get("/beheer/export/voorbeeld-niets.csv").await.assert_status(404);
}

#[db_test]
async fn who_may_not_send_a_file_is_told_before_it_is_taken_in(app: TestApp) {
    let resident = app.person("Nel Nieuw", Some("nel@thuis.example"), &[PersonRole::Mediator]).await;
    for path in ["/beheer/import", "/beheer/gebieden", "/beheer/gebieden/laden", "/beheer/instellingen/logo"] {
        for (mut browser, status) in [(app.visitor(), 303), (app.browser_of(resident).await, 403)] {
            // A body that never comes: whoever waits for it does not answer.
            let never = Body::from_stream(futures::stream::pending::<Result<Vec<u8>, std::io::Error>>());
            let kind = Some("multipart/form-data; boundary=x");
            let answer = browser.send(Method::POST, path, kind, never);
            let answer = tokio::time::timeout(std::time::Duration::from_secs(30), answer).await;
            answer.unwrap_or_else(|_| panic!("{path} waits for the file")).assert_status(status);
        }
    }
}
