//! Nothing that answers needs a second connection while it holds one: with fewer connections than visitors, they would wait
//! for each other until all give up.

use std::collections::BTreeMap;

use kernel::time;
use platform::plan::Role;
use testkit::{Client, TestApp, db_test};
use vacancies::model::State;

use crate::{
    authorisation::{fill, fixtures::Fixtures, routes},
    vacancies_fixtures,
};

/// Everything that the fixtures can make.
const EVERYTHING: &str = "{vacancy}{report}{api_key}{invitation}{help_request}{step}{offer}{response}{letter}{passkey}\
                          {session}{run}{helped}{consent}";

/// What processes keep in memory for a moment is looked up again.
fn let_caches_age(app: &TestApp) {
    app.app.clock.advance(5 * time::SECOND);
}

#[db_test]
async fn every_page_makes_do_with_one_connection(app: TestApp) {
    let fixtures = Fixtures::make(TestApp::start_scarce(app.app.db.engine()).await, EVERYTHING).await;
    fixtures.app.run_jobs().await;
    fixtures.app.refresh_search().await;
    let mut clients: BTreeMap<Role, Client> = BTreeMap::new();
    for role in Role::ALL {
        clients.insert(role, fixtures.client(role).await);
    }
    let (mut asked, mut shown, mut wrong) = (0, 0, Vec::new());
    for line in routes().into_iter().filter(|line| line.method == "GET") {
        let path = fill(line.path, &fixtures.known).expect("every parameter is known");
        for (role, client) in clients.iter_mut().filter(|(role, _)| line.access.0.contains(role)) {
            let_caches_age(&fixtures.app);
            let status = client.get(&path).await.status;
            asked += 1;
            shown += usize::from(status.is_success());
            if status.is_server_error() {
                wrong.push(format!("{path} as {role:?}: {status}"));
            }
        }
    }
    println!("{asked} questions, {shown} pages");
    assert!(wrong.is_empty(), "{} answers failed:\n{}", wrong.len(), wrong.join("\n"));
    assert!(shown * 2 > asked, "only {shown} of {asked} questions came to a page");
    fixtures.app.app.db.close().await;
}

/// Each visitor opens pages that nobody else opens, one after the other, and finds no cache.
async fn all_at_once(app: &TestApp, visitors: usize) {
    const PAGES: usize = 3;
    let contact = app.person("Cora Contact", Some("cora@proef.example"), &[]).await;
    let organisation = vacancies_fixtures::organisation(app, "Buurttuin De Proef", true, contact).await;
    let mut ways = Vec::new();
    for _ in 0..visitors {
        let mut way = Vec::new();
        for _ in 0..PAGES {
            let id = vacancies_fixtures::in_state(app, organisation, State::Live).await;
            way.extend([format!("/vacatures/{id}"), format!("/api/v1/vacancies/{id}")]);
        }
        ways.push(way);
    }
    let mut all = tokio::task::JoinSet::new();
    for way in ways {
        let (app, mut client) = (app.clone(), app.visitor());
        all.spawn(async move {
            let mut answers = Vec::new();
            for page in way {
                let_caches_age(&app);
                answers.push((client.get(&page).await.status, page));
            }
            answers
        });
    }
    let answers = all.join_all().await.concat();
    let failed: Vec<_> = answers.iter().filter(|(status, _)| *status != 200).collect();
    assert!(failed.is_empty(), "{visitors} visitors: {} of {} failed: {failed:?}", failed.len(), answers.len());
    app.run_jobs().await;
}

#[db_test]
async fn many_visitors_read_vacancies_at_once(app: TestApp) {
    for visitors in [8, 16, 64] {
        let fresh = TestApp::start(app.app.db.engine()).await;
        all_at_once(&fresh, visitors).await;
        fresh.app.db.close().await;
    }
}
