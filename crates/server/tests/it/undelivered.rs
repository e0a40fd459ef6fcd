//! A letter that no server takes, a paper that cannot be made: who waits for it is told so, in words, and the desk tells those
//! whom no letter reaches.

use conversations::model::State;
use kernel::time::{HOUR, MINUTE};
use platform::{
    config::{Config, MailConfig, MailTransport},
    jobs::{self, Runner},
};
use testkit::{TestApp, db_test};

use crate::{
    crash_mail_sink::MailSink,
    responses_fixtures::{open, scene, send, stored},
};

/// Nobody of that name is known where the letters go.
const GONE: &str = "niemand@thuis.example";

/// The same installation, whose letters go to a server that knows nobody of that name.
async fn with_mail(mut app: TestApp) -> (TestApp, MailSink) {
    let sink = MailSink::start();
    let mail = MailConfig {
        transport: MailTransport::Smtp,
        smtp_url: format!("smtp://{}", sink.address),
        ..app.app.config.mail.clone()
    };
    let config = Config { mail, ..app.app.config.clone() };
    let (db, clock, random) = (app.app.db.clone(), app.app.clock.clone(), app.app.random.clone());
    let other = server::build(config, db, clock, random).await.expect("it starts");
    app.serve(other);
    Runner::ensure_schedules(&app.app).await.expect("schedules");
    (app, sink)
}

/// What is due is sent, and a few minutes go by.
async fn soon(app: &TestApp) {
    app.run_jobs().await;
    app.pass(10 * MINUTE).await;
}

/// A test ends without work that was given up.
async fn throw_away(app: &TestApp) {
    let ctx = app.ctx();
    for job in app.dead_jobs().await {
        let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
        assert!(jobs::discard(&mut tx, &ctx, job.id).await.expect("it is thrown away"));
        tx.commit().await.expect("it commits");
    }
}

#[db_test]
async fn who_waits_for_a_code_hears_that_the_letter_was_refused(app: TestApp) {
    let (app, _sink) = with_mail(app).await;
    let mut browser = app.visitor();
    let path = browser.post("/inloggen", &[("email", GONE)]).await.location().expect("on to the code");
    browser.get(&path).await.assert_status(200).assert_lacks("niet aangekomen");
    app.run_jobs().await;
    browser.get(&path).await.assert_status(200).assert_contains("niet aangekomen");
    let other =
        browser.post("/inloggen", &[("email", "iemand@thuis.example")]).await.location().expect("on to the code");
    app.run_jobs().await;
    browser.get(&other).await.assert_status(200).assert_lacks("niet aangekomen");
    throw_away(&app).await;
}

#[db_test]
async fn who_cannot_be_mailed_is_told_by_the_desk_once(app: TestApp) {
    let (app, _sink) = with_mail(app).await;
    let scene = scene(&app).await;
    let id = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(GONE)).await;
    soon(&app).await;
    let mut desk = app.browser_of(scene.mediator).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let thread = format!("/balie/reacties/{id}");
    desk.get("/balie/reacties").await.assert_status(200).assert_contains(&thread);
    desk.get(&thread).await.assert_contains("E-mail aan Noor komt niet aan");
    let office = format!("/organisatie/{}/reacties/{id}", scene.town.organisation);
    contact.get(&office).await.assert_contains("Het informatiepunt vertelt wat er nieuw is");
    desk.post(&format!("{thread}/verteld"), &[]).await.assert_status(303);
    app.pass(HOUR).await;
    assert_eq!(stored(&app, id).await.tell_since, None, "told once is told");
    desk.get(&thread).await.assert_lacks("komt niet aan");
    contact.post(&format!("{office}/bericht"), &[("message", "Kom dinsdag!")]).await.assert_status(303);
    soon(&app).await;
    assert!(stored(&app, id).await.tell_since.is_some(), "and what is new after that again");
    throw_away(&app).await;
}

#[db_test]
async fn a_response_with_a_wrong_address_and_a_telephone_is_confirmed_by_the_desk(app: TestApp) {
    let (app, _sink) = with_mail(app).await;
    let scene = scene(&app).await;
    let fields = [("name", "Bep"), ("reach", "email"), ("email", GONE), ("phone", "079 000 00 00"), ("ask", "look")];
    let (mut browser, answer) = send(&app, scene.vacancy, &fields).await;
    let path = answer.location().expect("on to the code");
    soon(&app).await;
    browser.get(&path).await.assert_contains("niet aangekomen").assert_contains("Dan bellen wij je");
    let id = path.split("reactie=").nth(1).expect("an id");
    let mut desk = app.browser_of(scene.mediator).await;
    desk.get("/balie/reacties").await.assert_contains(&format!("/balie/reacties/{id}"));
    desk.post(&format!("/balie/reacties/{id}/bevestigen"), &[]).await.assert_status(303);
    assert_eq!(stored(&app, id.parse().expect("an id")).await.state, State::Open);
    soon(&app).await;
    throw_away(&app).await;
}

#[db_test]
async fn who_asks_somebody_hears_that_the_invitation_did_not_arrive(app: TestApp) {
    let (app, _sink) = with_mail(app).await;
    let scene = scene(&app).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let contacts = format!("/organisatie/{}/contacten", scene.town.organisation);
    let asked = |email| [("email", email), ("role", "coordinator"), ("task", "planning")];
    contact.post(&contacts, &asked("iemand@thuis.example")).await.assert_status(303);
    app.run_jobs().await;
    contact.get(&contacts).await.assert_contains("kan antwoorden tot").assert_lacks("De e-mail is niet aangekomen");
    contact.post(&contacts, &asked(GONE)).await.assert_status(303);
    app.run_jobs().await;
    contact.get(&contacts).await.assert_contains("kan antwoorden tot").assert_contains("De e-mail is niet aangekomen");
    throw_away(&app).await;
}

#[db_test]
async fn a_poster_that_cannot_be_made_does_not_take_a_few_seconds(app: TestApp) {
    let scene = scene(&app).await;
    // Where the file must come there is a folder, which cannot be replaced.
    let posters = app.app.config.data.join("files").join(app.town.to_string()).join("posters");
    let in_the_way = posters.join(format!("{}-nl", scene.vacancy));
    std::fs::create_dir_all(in_the_way.join("vol")).expect("a folder");
    let mut browser = app.visitor();
    let path = format!("/vacatures/{}/poster.pdf", scene.vacancy);
    let wait = browser.post(&path, &[]).await.location().expect("on to where it is waited for");
    browser.get(&wait).await.assert_contains("Dat duurt een paar seconden");
    app.run_jobs().await;
    browser.get(&wait).await.assert_contains("Het maken van de PDF lukt nu niet").assert_lacks("paar seconden");
    std::fs::remove_dir_all(&in_the_way).expect("it is mended");
    app.pass(HOUR).await;
    browser.get(&wait).await.assert_contains("Open de PDF");
}
