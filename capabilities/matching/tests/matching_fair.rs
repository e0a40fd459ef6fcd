//! Fair exposure: looks and responses are counted, and what few came for stands higher.

use facets::model::VacancyId;
use finding::listing::{self, StandingRow};
use kernel::time::MINUTE;
use testkit::{TestApp, db_test};
use vacancies::model::State;

use crate::{
    responses_fixtures,
    vacancies_fixtures::{self, town},
};

async fn standing(app: &TestApp, vacancy: VacancyId) -> Option<StandingRow> {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    listing::all_standings(&mut conn, &ctx).await.expect("standings").remove(&vacancy)
}

#[db_test]
async fn a_response_gives_way_to_what_nobody_came_for(app: TestApp) {
    let town = town(&app).await;
    let came = vacancies_fixtures::in_state(&app, town.organisation, State::Live).await;
    let nobody = vacancies_fixtures::in_state(&app, town.other, State::Live).await;
    let path = format!("/vacatures/{came}");
    app.visitor().get(&path).await.assert_status(200);
    app.browser_of(town.resident).await.get(&path).await.assert_status(200);
    for person in [town.contact, town.manager] {
        app.browser_of(person).await.get(&path).await.assert_status(200);
    }
    app.visitor().with_header("user-agent", "ExampleBot/1.0").get(&path).await.assert_status(200);
    listing::save_views(&app.app).await.expect("looks are written down");
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let looks = listing::views_since(&mut conn, &ctx, ctx.today()).await.expect("looks");
    drop(conn);
    assert_eq!((looks.get(&came), looks.get(&nobody)), (Some(&2), None), "only people who may come count");

    responses_fixtures::open(&app, came, town.organisation, "Noor", Some(responses_fixtures::NOOR)).await;
    vacancies_fixtures::keep_schedules(&app).await;
    app.pass(16 * MINUTE).await;
    let row = standing(&app, came).await.expect("it is known how it stands");
    assert_eq!((row.views, row.connections), (2, 1));
    assert!(row.exposure < 0.7, "{row:?}");
    assert!(standing(&app, nobody).await.is_none(), "of the other there is nothing to say");
    app.refresh_search().await;
    let list = app.visitor().get("/vacatures").await;
    let at = |id: VacancyId| list.body.find(&id.to_string()).expect("it is in the list");
    assert!(at(nobody) < at(came), "what nobody came for stands first");

    let before = row.changed_at;
    app.pass(16 * MINUTE).await;
    assert_eq!(
        standing(&app, came).await.map(|row| row.changed_at),
        Some(before),
        "nothing changed, nothing is written"
    );
    app.pass_days(30).await;
    let later = standing(&app, came).await.expect("it is still known");
    assert_eq!((later.views, later.connections, later.exposure), (0, 0, 1.0), "after four weeks it starts afresh");
}
