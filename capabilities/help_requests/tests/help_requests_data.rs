//! What is kept about help requests: one's own copy, an end to it, and a backup.

use std::collections::BTreeMap;

use help_requests::model::State;
use platform::{Db, backup, config::Config};
use testkit::{TestApp, db_test, fresh_database};

use crate::{
    help_requests_fixtures::{PRIVATE, choose, helper, live, mediator, offer, resident, stored},
    people_data::traces_of,
};

/// Words of Greet that stand nowhere else.
const OF_GREET: [&str; 4] = ["Greet Geheim", "Denkbeeldigestraat", "079 900 00 00", "rondje door het park"];
/// Words of Hans that stand nowhere else.
const OF_HANS: [&str; 1] = ["Ik woon vlakbij en wandel graag."];
const TABLES: [&str; 6] = [
    "help_requests",
    "help_request_private",
    "help_request_helpers",
    "helpers",
    "followup_questions",
    "followup_links",
];

/// Letters lie in the mailbox of a demonstration alone.
async fn left(app: &TestApp, words: &[&str]) -> Vec<String> {
    let found = traces_of(app, words).await;
    found.into_iter().filter(|place| !place.starts_with("sent_mails.")).collect()
}

#[db_test]
async fn somebodys_copy_holds_what_they_asked_and_who_looked(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, id).await;
    choose(&mut greet, id, hans).await;
    hans_browser.get(&format!("/hulpvragen/{id}/gegevens")).await.assert_status(200);

    let copy = greet.get("/mijn/gegevens/download").await.json();
    let asked = copy["Je hulpvragen en waar je bij helpt"]["asked"].clone();
    assert_eq!(asked[0]["request"]["title"], "Wie wil met mij wandelen?");
    for (name, value) in PRIVATE {
        assert_eq!(asked[0]["exact_data"][name], value);
    }
    assert_eq!(asked[0]["seen_by"][0]["name"], "Hans Helper");
    let copy = hans_browser.get("/mijn/gegevens/download").await;
    assert!(!copy.body.contains("Denkbeeldigestraat"), "what Hans may see is not his own");
    let own = &copy.json()["Je hulpvragen en waar je bij helpt"];
    assert_eq!(own["helped"][0]["message"], "Ik woon vlakbij en wandel graag.");
    assert_eq!(own["helper"]["state"], "confirmed");
    app.run_jobs().await;
}

#[db_test]
async fn an_end_to_ones_data_is_an_end_to_them_everywhere(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, id).await;
    choose(&mut greet, id, hans).await;
    hans_browser.get(&format!("/hulpvragen/{id}/gegevens")).await.assert_status(200);
    app.refresh_search().await;
    assert!(left(&app, &OF_GREET).await.len() > 3, "the search finds what is there");

    hans_browser.post("/mijn/gegevens/wissen", &[("sure", "ja")]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(left(&app, &OF_HANS).await, Vec::<String>::new());
    let request = stored(&app, id).await;
    assert_eq!((request.state, request.helper), (State::Live, None), "Greet still needs somebody");
    let letters = app.mails_to("greet@thuis.example").await;
    assert!(letters.iter().any(|letter| letter.subject.contains("kan toch niet")), "and hears so");

    greet.post("/mijn/gegevens/wissen", &[("sure", "ja")]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(left(&app, &OF_GREET).await, Vec::<String>::new());
    app.refresh_search().await;
    app.visitor().get("/hulpvragen").await.assert_lacks("wandelen");
    app.pass_days(8).await;
}

type Contents = BTreeMap<String, backup::TableContent>;

async fn restored(app: &TestApp, file: &std::path::Path, config: &Config) -> Contents {
    backup::restore(config, file, app.app.now()).await.expect("it is restored");
    let db = Db::open(&config.location()).await.expect("it opens");
    let contents = backup::all_contents(&db).await.expect("it reads");
    db.close().await;
    contents
}

#[db_test]
async fn a_backup_holds_help_requests_with_their_exact_data(app: TestApp) {
    let mut desk = mediator(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    let (hans, mut hans_browser) = helper(&app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    offer(&mut hans_browser, id).await;
    choose(&mut greet, id, hans).await;
    app.pass_days(8).await;

    let before = backup::all_contents(&app.app.db).await.expect("it reads");
    for table in TABLES {
        assert!(before[table].rows > 0, "{table} is empty: the test proves nothing");
    }
    let file = app.dir.path().join("backup.tar");
    backup::backup(&app.app.config, &app.app.db, &file, "test", app.app.now()).await.expect("a backup");
    let folder = |name: &str| Config { data: app.dir.path().join(name), database_url: None, ..Config::default() };
    let large = Config { database_url: Some(fresh_database().await), ..folder("large") };
    for config in [folder("small"), large] {
        let found = restored(&app, &file, &config).await;
        for table in TABLES {
            assert_eq!(found[table], before[table], "{table}");
        }
    }
}
