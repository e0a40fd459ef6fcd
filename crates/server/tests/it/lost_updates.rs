//! Two who change one thing at the same moment: neither loses what the other wrote. One of them has loaded it and not saved it
//! yet, while the other changes several things at once.

use conversations::model::{Response, ResponseId};
use kernel::{Permit, PersonId, time::DAY};
use testkit::{TestApp, db_test};
use vacancies::model::{State, Vacancy};

use crate::{
    responses_fixtures::{NOOR, Scene, open, scene, stored},
    vacancies_fixtures,
};

/// How long the other is given to do what it does, or to come to where it waits.
const WHILE: std::time::Duration = std::time::Duration::from_millis(300);

/// Changes a response slowly: it is loaded, `meanwhile` begins, and only then it is saved.
async fn slowly<T: Send + 'static>(
    app: &TestApp,
    id: ResponseId,
    meanwhile: impl Future<Output = T> + Send + 'static,
) -> T {
    let ctx = app.ctx();
    let permit: Permit<conversations::policy::System> =
        conversations::policy::system(&ctx.actor).require().expect("the system");
    let mut change = ctx.change::<Response, _>(&permit, id, "test").await.expect("it is loaded");
    // On SQLite the other waits for the writer; on PostgreSQL for the lock of this thing, or it does not wait at all.
    let other = tokio::spawn(meanwhile);
    tokio::time::sleep(WHILE).await;
    change.phone = Some("06 11 11 11 11".to_owned());
    change.done().await.expect("it is saved");
    other.await.expect("the other is done")
}

async fn erase(app: TestApp, person: PersonId) {
    app.browser_of(person).await.post("/mijn/gegevens/wissen", &[("sure", "ja")]).await.assert_status(303);
}

/// A response that the point has, and that Mo handles.
async fn handled(app: &TestApp) -> (Scene, ResponseId) {
    let scene = scene(app).await;
    let id = open(app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    app.pass(9 * DAY).await;
    let mut desk = app.browser_of(scene.mediator).await;
    desk.post(&format!("/balie/reacties/{id}/nemen"), &[]).await.assert_status(303);
    assert_eq!(stored(app, id).await.handler, Some(scene.mediator));
    (scene, id)
}

#[db_test]
async fn who_leaves_is_off_the_responses_that_somebody_changes(app: TestApp) {
    let (scene, id) = handled(&app).await;
    slowly(&app, id, erase(app.clone(), scene.mediator)).await;
    let response = stored(&app, id).await;
    assert_eq!((response.handler, response.handler_name), (None, None));
    assert_eq!(response.phone.as_deref(), Some("06 11 11 11 11"), "and what was changed stands");
    app.run_jobs().await;
}

#[db_test]
async fn a_silence_that_was_counted_stays_counted_while_somebody_changes_the_response(app: TestApp) {
    let scene = scene(&app).await;
    let respond = async |name| open(&app, scene.vacancy, scene.town.organisation, name, Some(NOOR)).await;
    let is_late = async |id| stored(&app, id).await.taken_over_at.is_some();
    let first = respond("Noor").await;
    app.pass(2 * DAY).await;
    let second = respond("Bram").await;
    while !is_late(first).await {
        app.pass(DAY / 4).await;
    }
    assert!(!is_late(second).await, "one silence, and then another");
    let passing = app.clone();
    slowly(&app, first, async move { passing.pass(5 * DAY).await }).await;
    assert!(is_late(second).await);
    let state = async || vacancies_fixtures::stored(&app, scene.vacancy).await.state;
    assert_eq!(state().await, State::Paused, "two were not answered");
    let mut contact = app.browser_of(scene.town.contact).await;
    let manage = format!("/organisatie/{}/vacatures/{}", scene.town.organisation, scene.vacancy);
    contact.post(&format!("{manage}/heropen"), &[]).await.assert_status(303);
    let third = respond("Dora").await;
    while !is_late(third).await {
        app.pass(DAY / 4).await;
    }
    assert_eq!(state().await, State::Live, "both silences of before were counted");
}

#[db_test]
async fn a_contact_who_leaves_answers_no_more_for_what_somebody_changes(app: TestApp) {
    let town = vacancies_fixtures::town(&app).await;
    let mut made = vacancies_fixtures::vacancy(&app, town.organisation);
    (made.state, made.contact) = (State::Live, Some(town.contact));
    made.published_at = Some(app.ctx().now);
    let id = vacancies_fixtures::keep(&app, made).await;
    let ctx = app.ctx();
    let permit = vacancies::policy::system(&ctx.actor).require().expect("the system");
    let mut change = ctx.change::<Vacancy, _>(&permit, id, "test").await.expect("it is loaded");
    let other = tokio::spawn(erase(app.clone(), town.contact));
    tokio::time::sleep(WHILE).await;
    change.people_wanted = 7;
    change.done().await.expect("it is saved");
    other.await.expect("the other is done");
    app.run_jobs().await;
    let vacancy = vacancies_fixtures::stored(&app, id).await;
    assert_eq!((vacancy.contact, vacancy.people_wanted), (None, 7));
}

/// An organisation that comes back to life while what is known of ended ones is forgotten.
#[db_test]
async fn what_comes_back_to_life_keeps_how_it_can_be_reached(app: TestApp) {
    use organisations::model::{Organisation, OrganisationState};
    let town = vacancies_fixtures::town(&app).await;
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let known = organisations::organisation(&mut conn, app.town, town.organisation).await.expect("it reads");
    drop(conn);
    let mut ended: Organisation = known.expect("it is there");
    (ended.state, ended.details.email) = (OrganisationState::Closed, Some("post@proef.example".to_owned()));
    let permit = organisations::policy::system(&ctx.actor).require().expect("the system");
    ctx.make(&permit, ended, "test").await.expect("a change").done().await.expect("it has ended");
    app.app.clock.advance(3000 * DAY);
    let later = app.ctx();
    let mut change = later.change::<Organisation, _>(&permit, town.organisation, "test").await.expect("it is loaded");
    let forgetting = app.clone();
    let other = tokio::spawn(async move {
        platform::jobs::Runner::ensure_schedules(&forgetting.app).await.expect("schedules");
        forgetting.pass(DAY).await;
    });
    tokio::time::sleep(WHILE).await;
    (change.state, change.changed_at) = (OrganisationState::Confirmed, later.now.plus(DAY));
    change.done().await.expect("it is saved");
    other.await.expect("the other is done");
    let mut conn = ctx.read().await.expect("a connection");
    let known = organisations::organisation(&mut conn, app.town, town.organisation).await.expect("it reads");
    assert_eq!(known.and_then(|known| known.details.email).as_deref(), Some("post@proef.example"));
    drop(conn);
    app.run_jobs().await;
}

#[db_test]
async fn eight_who_count_lose_nothing(app: TestApp) {
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    let mut counting = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let ctx = app.ctx();
        counting.spawn(async move {
            let permit = conversations::policy::system(&ctx.actor).require().expect("the system");
            let mut change = ctx.change::<Response, _>(&permit, id, "test").await.expect("it is loaded");
            change.confirm_tries += 1;
            change.done().await.expect("it is saved");
        });
    }
    counting.join_all().await;
    assert_eq!(stored(&app, id).await.confirm_tries, 8);
    app.run_jobs().await;
}
