//! Every change leaves an audit row, or says why it leaves none.

use platform::audit::Unaudited;
use testkit::{Engine, TestApp};

/// Takes a vacancy in with the system's permit; `why`: the reason for no audit row.
async fn change(app: TestApp, why: Option<Unaudited>) {
    let ctx = app.ctx();
    let permit = vacancies::policy::system(&ctx.actor).require().expect("the system may");
    let owner = app.person("Cora Contact", Some("cora@proef.example"), &[]).await;
    let organisation = crate::vacancies_fixtures::organisation(&app, "Buurttuin De Proef", true, owner).await;
    let mut tx = ctx.begin(&permit).await.expect("a transaction");
    let vacancy = crate::vacancies_fixtures::vacancy(&app, organisation);
    vacancies::insert_sample(&mut tx, &ctx, vacancy).await.expect("it is stored");
    if let Some(why) = why {
        tx.unaudited(why);
    }
    ctx.commit(tx).await.expect("it commits");
}

#[tokio::test]
async fn a_change_that_leaves_no_audit_row_and_no_reason_is_refused() {
    change(TestApp::start(Engine::Sqlite).await, Some(Unaudited::Progress)).await;
    let silent = tokio::spawn(change(TestApp::start(Engine::Sqlite).await, None)).await;
    let panic = silent.expect_err("the transaction refuses").into_panic();
    let said = panic.downcast_ref::<String>().cloned().unwrap_or_default();
    assert!(said.contains("vacancies::store::SAVE") && said.contains("tx.audit"), "{said}");
}
