//! Bulk import and export, on both engines.

use kernel::PersonRole;
use testkit::{Client, TestApp, db_test};

use crate::vacancies_fixtures;

const GOOD: &str = "extern id;organisatie;titel;omschrijving;themas;niveau nederlands;datum;begintijd;eindtijd;vog\n\
    v1;Buurttuin De Proef;Samen tuinieren;Je zaait en oogst met buren.;Ouderen|elderly;A2;;;;nee\n\
    v2;buurttuin de proef;Koffie schenken;Je schenkt koffie in de kas.;;;1-6-2026;10.00;12.00;ja\n";

const BAD: &str = "extern id;organisatie;titel;omschrijving;minimumleeftijd\n\
    v1;Buurttuin De Proef;Samen tuinieren;Je zaait en oogst met buren.;\n\
    v2;Club Die Niet Bestaat;Koffie schenken;Je schenkt koffie.;\n\
    v3;Buurttuin De Proef;;Je harkt het pad.;\n\
    v1;Buurttuin De Proef;Nog eens;Je zaait.;honderd\n";

async fn manager(app: &TestApp) -> Client {
    let town = vacancies_fixtures::town(app).await;
    app.browser_of(town.manager).await
}

async fn titles(browser: &mut Client) -> String {
    browser.get("/beheer/export/vacancies.csv").await.body
}

#[db_test]
async fn three_bad_rows_are_named_and_nothing_is_stored(app: TestApp) {
    let mut browser = manager(&app).await;
    let page = browser.upload("/beheer/import", &[("what", "vacancies")], "v.csv", BAD.as_bytes()).await;
    page.assert_status(422).assert_contains("3 rijen").assert_contains("Deze organisatie kennen we niet");
    page.assert_contains("rij 2").assert_contains("titel").assert_contains("minimumleeftijd");
    assert!(!titles(&mut browser).await.contains("Samen tuinieren"), "nothing is imported unless all rows are good");
    let fields = [("what", "vacancies"), ("partial", "ja")];
    browser.upload("/beheer/import", &fields, "v.csv", BAD.as_bytes()).await.assert_status(200);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let organisation = capabilities::organisations::all(&mut conn, app.town).await.expect("organisations").remove(0);
    let kept = capabilities::marketplace::vacancies::of_organisation(&mut conn, &ctx, organisation.id)
        .await
        .expect("vacancies");
    let numbers: Vec<_> = kept.iter().filter_map(|vacancy| vacancy.external_id.as_deref()).collect();
    assert_eq!(numbers, ["v1"], "the good row alone");
    app.run_jobs().await;
}

#[db_test]
async fn a_second_import_changes_instead_of_doubles_and_a_try_changes_nothing(app: TestApp) {
    let mut browser = manager(&app).await;
    let trying = [("what", "vacancies"), ("try", "ja")];
    browser
        .upload("/beheer/import", &trying, "v.csv", GOOD.as_bytes())
        .await
        .assert_status(200)
        .assert_contains("nog niets veranderd");
    let count = async || {
        let ctx = app.ctx();
        let mut conn = ctx.read().await.expect("a connection");
        let mut found = 0;
        for organisation in capabilities::organisations::all(&mut conn, app.town).await.expect("organisations") {
            let vacancies =
                capabilities::marketplace::vacancies::of_organisation(&mut conn, &ctx, organisation.id).await;
            found += vacancies.expect("vacancies").len();
        }
        found
    };
    assert_eq!(count().await, 0, "a try stores nothing");
    for _ in 0..2 {
        browser.upload("/beheer/import", &[("what", "vacancies")], "v.csv", GOOD.as_bytes()).await.assert_status(200);
        assert_eq!(count().await, 2);
    }
    app.run_jobs().await;
}

#[db_test]
async fn organisations_and_people_go_out_and_come_back(app: TestApp) {
    let mut browser = manager(&app).await;
    let organisations = "external id,name,description,sectors\no1,Leesclub De Proef,We lezen samen.,1100\n";
    browser
        .upload("/beheer/import", &[("what", "organisations")], "o.csv", organisations.as_bytes())
        .await
        .assert_status(200);
    let people = "external id;name;email\np1;Piet Proef;piet@proef.example\np2;Zonder Mail;\n";
    browser.upload("/beheer/import", &[("what", "people")], "p.csv", people.as_bytes()).await.assert_status(200);
    for (file, expected) in [("organisations.csv", "Leesclub De Proef"), ("people.csv", "piet@proef.example")] {
        let answer = browser.get(&format!("/beheer/export/{file}")).await;
        answer.assert_status(200).assert_contains(expected);
        let what = file.trim_end_matches(".csv");
        // The organisations of the fixtures say nothing of themselves, so they alone are refused when they come back.
        let fields = [("what", what), ("partial", "ja")];
        let again = browser.upload("/beheer/import", &fields, file, answer.body.as_bytes()).await;
        again.assert_status(200).assert_contains("0 nieuw").assert_contains("bewaard");
    }
    assert!(browser.get("/beheer/export/people.xlsx").await.status.is_success());
    let resident = app.person("Nel Nieuw", Some("nel@thuis.example"), &[PersonRole::Mediator]).await;
    app.browser_of(resident).await.get("/beheer/export/people.csv").await.assert_status(404);
    app.run_jobs().await;
}
