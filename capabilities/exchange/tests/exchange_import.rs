//! Bulk import and export, on both engines.

use kernel::PersonRole;
use testkit::{Answer, Client, TestApp, db_test};

use crate::vacancies_fixtures;

const GOOD: &str = "extern id;organisatie;titel;omschrijving;themas;niveau nederlands;datum;begintijd;eindtijd;vog\n\
    v1;Buurttuin De Proef;Samen tuinieren;Je zaait en oogst met buren.;Ouderen|elderly;A2;;;;nee\n\
    v2;buurttuin de proef;Koffie schenken;Je schenkt koffie in de kas.;;;1-6-2026;10.00;12.00;ja\n";

const BAD: &str = "extern id;organisatie;titel;omschrijving;minimumleeftijd\n\
    v1;Buurttuin De Proef;Samen tuinieren;Je zaait en oogst met buren.;\n\
    v2;Buurttuin De Proef;Koffie schenken;;\n\
    v3;Buurttuin De Proef;;Je harkt het pad.;\n\
    v1;Buurttuin De Proef;Nog eens;Je zaait.;honderd\n";

async fn manager(app: &TestApp) -> Client {
    let town = vacancies_fixtures::town(app).await;
    app.browser_of(town.manager).await
}

/// Sends a file that is taken, and opens the page that says what became of it.
async fn upload(browser: &mut Client, fields: &[(&str, &str)], name: &str, content: &[u8]) -> Answer {
    let answer = browser.upload("/beheer/import", fields, name, content).await;
    let run = answer.assert_status(303).location().expect("the page of the import");
    assert!(run.starts_with("/beheer/import/"), "{run}");
    let page = browser.get(&run).await;
    page.assert_status(200);
    page
}

async fn titles(browser: &mut Client) -> String {
    browser.get("/beheer/export/vacancies.csv").await.body
}

#[db_test]
async fn three_bad_rows_are_named_and_nothing_is_stored(app: TestApp) {
    let mut browser = manager(&app).await;
    let page = browser.upload("/beheer/import", &[("what", "vacancies")], "v.csv", BAD.as_bytes()).await;
    page.assert_status(422).assert_contains("3 rijen").assert_contains("omschrijving");
    page.assert_contains("rij 2").assert_contains("titel").assert_contains("minimumleeftijd");
    assert!(!titles(&mut browser).await.contains("Samen tuinieren"), "nothing is imported unless all rows are good");
    let fields = [("what", "vacancies"), ("partial", "ja")];
    let done = upload(&mut browser, &fields, "v.csv", BAD.as_bytes()).await;
    done.assert_contains("bewaard");
    let faults = page.attribute("a[href$='fouten.csv']", "href").expect("the faults as a file");
    browser.get(&faults).await.assert_status(200).assert_contains("minimumleeftijd");
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let organisation = organisations::all(&mut conn, app.town).await.expect("organisations").remove(0);
    let kept = vacancies::of_organisation(&mut conn, &ctx, organisation.id).await.expect("vacancies");
    let numbers: Vec<_> = kept.iter().filter_map(|vacancy| vacancy.external_id.as_deref()).collect();
    assert_eq!(numbers, ["v1"], "the good row alone");
    app.run_jobs().await;
}

#[db_test]
async fn a_file_is_held_to_the_rules_of_the_form(app: TestApp) {
    let mut browser = manager(&app).await;
    let long = "n".repeat(61);
    let vacancies =
        format!("extern id;organisatie;titel;omschrijving;wie antwoordt\nv1;Buurttuin De Proef;T;O;{long}\n");
    let page = browser.upload("/beheer/import", &[("what", "vacancies")], "v.csv", vacancies.as_bytes()).await;
    page.assert_status(422).assert_contains("wie antwoordt").assert_contains("hoogstens 60");
    let people = "extern id;naam;telefoon\np1;Piet Proef;bel maar\np2;Pia Proef;06 12345678\n";
    let page = browser.upload("/beheer/import", &[("what", "people")], "p.csv", people.as_bytes()).await;
    page.assert_status(422).assert_contains("Vul een telefoonnummer in");
    let faults = page.attribute("a[href$='fouten.csv']", "href").expect("the faults as a file");
    let rows = browser.get(&faults).await.body;
    assert_eq!(rows.lines().filter(|line| line.contains("telefoon")).count(), 1, "{rows}");
}

#[db_test]
async fn a_second_import_changes_instead_of_doubles_and_a_try_changes_nothing(app: TestApp) {
    let mut browser = manager(&app).await;
    let trying = [("what", "vacancies"), ("try", "ja")];
    upload(&mut browser, &trying, "v.csv", GOOD.as_bytes()).await.assert_contains("nog niets veranderd");
    let count = async || {
        let ctx = app.ctx();
        let mut conn = ctx.read().await.expect("a connection");
        let mut found = 0;
        for organisation in organisations::all(&mut conn, app.town).await.expect("organisations") {
            let vacancies = vacancies::of_organisation(&mut conn, &ctx, organisation.id).await;
            found += vacancies.expect("vacancies").len();
        }
        found
    };
    assert_eq!(count().await, 0, "a try stores nothing");
    for _ in 0..2 {
        upload(&mut browser, &[("what", "vacancies")], "v.csv", GOOD.as_bytes()).await;
        assert_eq!(count().await, 2);
    }
    app.run_jobs().await;
}

#[db_test]
async fn organisations_and_people_go_out_and_come_back(app: TestApp) {
    let mut browser = manager(&app).await;
    let organisations = "external id,name,description,sectors\no1,Leesclub De Proef,We lezen samen.,1100\n";
    upload(&mut browser, &[("what", "organisations")], "o.csv", organisations.as_bytes()).await;
    let people = "external id;name;email\np1;Piet Proef;piet@proef.example\np2;Zonder Mail;\n";
    upload(&mut browser, &[("what", "people")], "p.csv", people.as_bytes()).await;
    for (file, expected) in [("organisations.csv", "Leesclub De Proef"), ("people.csv", "piet@proef.example")] {
        let answer = browser.get(&format!("/beheer/export/{file}")).await;
        answer.assert_status(200).assert_contains(expected);
        let what = file.trim_end_matches(".csv");
        // The organisations of the fixtures say nothing of themselves, so they alone are refused when they come back.
        let fields = [("what", what), ("partial", "ja")];
        let again = upload(&mut browser, &fields, file, answer.body.as_bytes()).await;
        again.assert_contains("0 nieuw").assert_contains("bewaard");
    }
    assert!(browser.get("/beheer/export/people.xlsx").await.status.is_success());
    let resident = app.person("Nel Nieuw", Some("nel@thuis.example"), &[PersonRole::Mediator]).await;
    app.browser_of(resident).await.get("/beheer/export/people.csv").await.assert_status(403);
    app.run_jobs().await;
}

#[db_test]
async fn what_was_made_on_the_site_comes_back_as_itself(app: TestApp) {
    use vacancies::model::State;
    let town = vacancies_fixtures::town(&app).await;
    let live = vacancies_fixtures::in_state(&app, town.organisation, State::Live).await;
    let closed = vacancies_fixtures::in_state(&app, town.organisation, State::Closed).await;
    let mut browser = app.browser_of(town.manager).await;
    let out = browser.get("/beheer/export/vacancies.csv").await;
    out.assert_contains(&live.to_string()).assert_contains(&closed.to_string()).assert_contains("gesloten");
    let fields = [("what", "vacancies")];
    let again = upload(&mut browser, &fields, "v.csv", out.body.as_bytes()).await;
    again.assert_contains("0 nieuw").assert_contains("0 veranderd").assert_contains("1 gelijk gebleven");
    again.assert_contains("1 rij overgeslagen");
    let edited = out.body.replace("gesloten", "open").replace("Samen", "Met z'n allen");
    upload(&mut browser, &fields, "v.csv", edited.as_bytes()).await.assert_contains("gesloten of van het platform");
    let people = browser.get("/beheer/export/people.csv").await;
    let again = upload(&mut browser, &[("what", "people")], "p.csv", people.body.as_bytes()).await;
    again.assert_contains("0 nieuw").assert_contains("0 veranderd");
    assert_eq!(browser.get("/beheer/export/people.csv").await.body, people.body, "nobody twice");
    app.run_jobs().await;
}

#[db_test]
async fn a_long_file_is_imported_by_a_job_and_found_back(app: TestApp) {
    let mut browser = manager(&app).await;
    let rows = (0..301).map(|n| format!("v{n};Proefclub;Samen aan de slag {n};Je helpt mee met klus {n}.\n"));
    let file = format!("extern id;organisatie;titel;omschrijving\n{}", rows.collect::<String>());
    let answer = browser.upload("/beheer/import", &[("what", "vacancies")], "v.csv", file.as_bytes()).await;
    let run = answer.assert_status(303).location().expect("its page");
    browser.get(&run).await.assert_status(200).assert_contains("wacht op zijn beurt").assert_contains("301");
    let listed = browser.get("/beheer/import").await.attribute(&format!("a[href='{run}']"), "href");
    assert_eq!(listed.as_ref(), Some(&run), "it can be found back");
    app.run_jobs().await;
    browser.get(&run).await.assert_contains("301 nieuw").assert_contains("1 organisatie toegevoegd");
    let other = app.person("Nel Nieuw", Some("nel@thuis.example"), &[PersonRole::Mediator]).await;
    app.browser_of(other).await.get(&run).await.assert_status(403);
}

#[db_test]
async fn who_locks_everything_waits_for_nobody_and_all_others_wait(app: TestApp) {
    let (one, other): (kernel::OrganisationId, kernel::OrganisationId) = (app.app.ids.next(), app.app.ids.next());
    let mut import = app.app.db.begin_system().await.expect("a transaction");
    import.lock_everything().await.expect("it is alone");
    import.lock(one).await.expect("it need not wait");
    let db = app.app.db.clone();
    let mut waiting = tokio::spawn(async move {
        let mut tx = db.begin_system().await.expect("a transaction");
        tx.lock(other).await.expect("its turn");
        tx.commit().await.expect("it commits");
    });
    let early = tokio::time::timeout(std::time::Duration::from_millis(300), &mut waiting).await;
    assert!(early.is_err(), "somebody went on beside it");
    import.commit().await.expect("it commits");
    waiting.await.expect("the other goes on");
}

#[db_test]
async fn an_import_that_breaks_off_again_and_again_says_so(app: TestApp) {
    use exchange::{Options, What, runs, transfer};
    let mut browser = manager(&app).await;
    let ctx = app.ctx();
    let permit = transfer(&ctx.actor).require().expect("the system may");
    let sent = runs::Sent { what: What::Vacancies, file_name: "v.xlsx".into(), rows: 400, options: Options::default() };
    // What the page would have refused: it says that it is a spreadsheet and is none.
    let mut broken = tempfile::tempfile().expect("a file");
    std::io::Write::write_all(&mut broken, b"PK no spreadsheet").expect("it is written");
    let run = runs::start(&ctx, &permit, &sent, broken).await.expect("it is put in the queue");
    let page = format!("/beheer/import/{run}");
    for _ in 0..3 {
        app.run_jobs().await;
        browser.get(&page).await.assert_contains("is bezig");
        app.app.clock.advance(kernel::time::HOUR);
    }
    app.run_jobs().await;
    browser.get(&page).await.assert_contains("is mislukt").assert_contains("Stuur het bestand nog een keer");
    app.app.clock.advance(kernel::time::DAY);
    app.run_jobs().await;
}

#[db_test]
async fn a_file_that_is_too_large_is_told_so(app: TestApp) {
    let mut browser = manager(&app).await;
    let large = vec![b'a'; 33 * 1024 * 1024];
    let answer = browser.upload("/beheer/import", &[("what", "vacancies")], "v.csv", &large).await;
    answer.assert_status(413).assert_contains("32 MiB");
    let fits = vec![b'a'; 3 * 1024 * 1024];
    browser.upload("/beheer/import", &[("what", "vacancies")], "v.csv", &fits).await.assert_status(422);
    let kind = Some("multipart/form-data; boundary=x");
    let torn = browser.send(axum::http::Method::POST, "/beheer/import", kind, "--x\r\nnonsense".into()).await;
    torn.assert_status(400);
}
