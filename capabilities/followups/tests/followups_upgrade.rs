//! An installation of before: what was asked stands in the tables of conversations and of help requests, links lie in people's
//! mailboxes and jobs of the old kinds wait. All of it goes on.

use facets::model::HelpRequestId;
use followups::{Asked, questions::Known};
use kernel::{Instant, PersonId, time::DAY};
use platform::{
    Job, auth,
    db::{Query, Scope, migrate},
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use testkit::{TestApp, db_test};

use crate::{
    help_requests_fixtures::{choose, helper, id_in, live, mediator_named, offer, resident, write},
    offers_life,
    responses_fixtures::{CORA, NOOR, assert_told, link_in, open, scene, stored, subjects},
    vacancies_fixtures,
};

/// The migrations that moved them.
const MOVED: [i64; 3] = [50, 53, 54];

async fn run(app: &TestApp, sql: &str) {
    let sql: &'static str = Box::leak(sql.to_owned().into_boxed_str());
    let query: Query<(), ()> = Query::new("upgrade", sql, Scope::Municipality);
    let mut tx = app.app.db.begin_system().await.expect("a transaction");
    query.run(&mut tx, ()).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    tx.commit().await.expect("it commits");
}

/// Brings the schema back to what it was.
async fn before(app: &TestApp) {
    for table in ["followup_links", "followup_questions"] {
        run(app, &format!("DROP TABLE {table}")).await;
    }
    run(app, "DELETE FROM schema_migrations WHERE number IN (50, 53, 54)").await;
    let tables = ["outcomes", "outcome_links", "help_request_outcomes", "help_request_outcome_links"];
    for migration in migrate::all().expect("migrations").iter().filter(|migration| !MOVED.contains(&migration.number)) {
        for statement in migration.statements(app.app.db.engine()) {
            let makes = |table: &&str| {
                statement.starts_with(&format!("CREATE TABLE {table} ")) || statement.contains(&format!(" ON {table} "))
            };
            if tables.iter().any(makes) {
                run(app, &statement).await;
            }
        }
    }
}

async fn link(app: &TestApp, secret: &str, into: &'static str) {
    let query: Query<(Vec<u8>, Instant), ()> = Query::new("upgrade", into, Scope::Municipality);
    let mut tx = app.app.db.begin_system().await.expect("a transaction");
    query.run(&mut tx, (auth::hash(secret), app.app.now().plus(30 * DAY))).await.expect("a link");
    tx.commit().await.expect("it commits");
}

async fn upgrade(app: &TestApp) {
    let ran = app.app.db.migrate(app.app.now()).await.expect("it migrates");
    assert_eq!(ran.len(), MOVED.len(), "{ran:?}");
}

macro_rules! old_job {
    ($name:ident, $kind:literal) => {
        #[derive(Serialize, Deserialize)]
        #[serde(transparent)]
        struct $name(Value);
        impl Job for $name {
            const KIND: &'static str = $kind;
        }
    };
}
old_job!(AskOutcome, "marketplace.ask_outcome");
old_job!(SendOutcomeQuestion, "marketplace.send_outcome_question");
old_job!(AskHelpOutcome, "marketplace.ask_help_outcome");
old_job!(SendHelpOutcomeQuestion, "marketplace.send_help_outcome_question");
old_job!(RemindOfResponse, "marketplace.remind_of_response");
old_job!(TakeOverResponse, "marketplace.take_over_response");
old_job!(TakeOverHelpRequest, "marketplace.take_over_help_request");
old_job!(AskToKeepHelpRequest, "marketplace.ask_to_keep_help_request");
old_job!(AskToKeepOffer, "marketplace.ask_to_keep_offer");
old_job!(AskStillNeededVacancy, "vacancies.ask_still_needed");
old_job!(RemindOfVacancies, "vacancies.remind");

async fn wait<J: Job>(app: &TestApp, job: J, at: Instant, key: &str) {
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    tx.enqueue_at(&ctx, &job, at, key).await.expect("it waits");
    tx.commit().await.expect("it commits");
}

/// Takes back the clocks of now, so that only those of before run.
async fn only_old_clocks(app: &TestApp) {
    run(app, "DELETE FROM jobs WHERE kind LIKE 'followups.%' AND kind <> 'followups.forget_links'").await;
}

async fn asked_of(app: &TestApp, response: conversations::model::ResponseId) -> Vec<Asked> {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    conversations::outcomes::of(&mut conn, &ctx, response).await.expect("it reads")
}

#[db_test]
async fn what_was_asked_about_responses_goes_on(app: TestApp) {
    let scene = scene(&app).await;
    let organisation = scene.town.organisation;
    let mut contact = app.browser_of(scene.town.contact).await;
    let noor = open(&app, scene.vacancy, organisation, "Noor", Some(NOOR)).await;
    let bep = open(&app, scene.vacancy, organisation, "Bep", None).await;
    for id in [noor, bep] {
        contact.post(&format!("/organisatie/{organisation}/reacties/{id}/aannemen"), &[]).await.assert_status(303);
    }
    app.run_jobs().await;
    before(&app).await;
    // Both persons were asked a week ago; both contacts said that they still talk.
    let asked_at = app.app.now().millis();
    for (side, answer, answered_at) in
        [("person", "NULL", "NULL".to_owned()), ("owner", "'talking'", asked_at.to_string())]
    {
        run(
            &app,
            &format!(
                "INSERT INTO outcomes (municipality_id, response_id, moment, side, answer, reason, asked_at, asked_times, \
                 answered_at) SELECT municipality_id, id, 'introduction', '{side}', {answer}, NULL, {asked_at}, 1, {answered_at} \
                 FROM responses"
            ),
        )
        .await;
    }
    link(
        &app,
        "oud",
        "INSERT INTO outcome_links (municipality_id, token_hash, response_id, moment, side, expires_at) \
         SELECT municipality_id, $1, id, 'introduction', 'person', $2 FROM responses WHERE email IS NOT NULL",
    )
    .await;
    upgrade(&app).await;

    let kept = asked_of(&app, noor).await;
    assert_eq!(kept.len(), 2);
    let owner = kept.iter().find(|asked| asked.side == "owner").expect("the contact was asked");
    assert_eq!(
        (owner.answer.as_deref(), owner.known, owner.organisation_id),
        (Some("talking"), false, Some(organisation))
    );
    assert!(kept.iter().all(|asked| !asked.by_phone && !asked.ended && asked.asked_times == 1), "{kept:?}");
    let mut desk = app.browser_of(scene.mediator).await;
    desk.get("/balie/reacties?lijst=vragen").await.assert_contains("Bep").assert_lacks("Noor");
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let day = ctx.today();
    let month = conversations::of_period(&mut conn, &ctx, day, day).await.expect("figures");
    drop(conn);
    assert_eq!((month.asked, month.told), (2, 0));

    // The letter that lies in Noor's mailbox.
    app.visitor().get("/uitkomst/oud?antwoord=started").await.assert_status(200).assert_contains("Ja, het is begonnen");
    app.visitor().post("/uitkomst/oud", &[("antwoord", "started")]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(stored(&app, noor).await.state, conversations::model::State::Started);
    assert!(asked_of(&app, noor).await.iter().any(|asked| asked.known));
}

#[db_test]
async fn questions_and_clocks_of_responses_that_waited_run(app: TestApp) {
    let scene = scene(&app).await;
    let organisation = scene.town.organisation;
    let mut contact = app.browser_of(scene.town.contact).await;
    let noor = open(&app, scene.vacancy, organisation, "Noor", Some(NOOR)).await;
    let accept = format!("/organisatie/{organisation}/reacties/{noor}/aannemen");
    contact.post(&accept, &[]).await.assert_status(303);
    let bram = open(&app, scene.vacancy, organisation, "Bram", Some("bram@inwoner.voorbeeld.example")).await;
    app.run_jobs().await;
    only_old_clocks(&app).await;
    let (now, due) = (app.app.now(), stored(&app, bram).await.answer_due_at.expect("a promise"));
    let moment = json!({ "response": noor, "moment": "introduction" });
    wait(&app, AskOutcome(moment), now.plus(DAY), &format!("{noor}:introduction")).await;
    let send = json!({ "response": noor, "moment": "introduction", "side": "owner" });
    wait(&app, SendOutcomeQuestion(send), now, "sent").await;
    let first = json!({ "response": bram, "number": 1, "due": due });
    wait(&app, RemindOfResponse(first), now.plus(DAY), &format!("{bram}:1")).await;
    let stale = json!({ "response": bram, "due": due.plus(-DAY) });
    wait(&app, TakeOverResponse(stale), now.plus(DAY), "stale").await;
    wait(&app, TakeOverResponse(json!({ "response": bram, "due": due })), due, &bram.to_string()).await;
    assert_told(&app, CORA, "Is Noor begonnen?").await;
    app.pass_days(2).await;
    assert_told(&app, NOOR, "Ben je begonnen bij Buurttuin De Proef?").await;
    assert_told(&app, CORA, "Bram wacht nog op antwoord").await;
    assert!(!stored(&app, bram).await.with_point, "a promise that was replaced takes nothing over");
    app.pass_days(5).await;
    assert!(stored(&app, bram).await.with_point);
    // Another day is chosen before the old question was asked: it is asked once.
    let times = [("date1", "20-3-2026"), ("time1", "14.00"), ("place", "De Proeftuin"), ("agreed", "ja")];
    let cas = open(&app, scene.vacancy, organisation, "Cas", Some("cas@inwoner.voorbeeld.example")).await;
    let moment = json!({ "response": cas, "moment": "introduction" });
    wait(&app, AskOutcome(moment), app.app.now().plus(DAY), &format!("{cas}:introduction")).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    contact.post(&format!("/organisatie/{organisation}/reacties/{cas}/uitnodigen"), &times).await.assert_status(303);
    app.pass_days(3).await;
    let asked = subjects(&app, "cas@inwoner.voorbeeld.example").await;
    assert!(!asked.iter().any(|subject| subject.starts_with("Ben je begonnen")), "{asked:?}");
}

/// A request of Greet and one that the desk leads for Toos, who has no e-mail; Hans helps with both.
struct Helped {
    mia: PersonId,
    greets: HelpRequestId,
    toos: HelpRequestId,
    hans: PersonId,
}

async fn helped(app: &TestApp) -> Helped {
    let (mia, mut desk) = mediator_named(app).await;
    let (_, mut greet) = resident(app, "Greet Vrager", "greet@thuis.example").await;
    let greets = live(&mut greet, &mut desk).await;
    let fields = [
        ("name", "Toos Bedacht"),
        ("phone", "099 123 45 67"),
        ("purposes", "help_request"),
        ("way", "spoken"),
        ("until", "1-4-2026"),
        ("agreed", "ja"),
    ];
    let page = desk.post("/balie/personen/nieuw", &fields).await.location().expect("her page");
    let toos = page.rsplit('/').next().expect("her id").to_owned();
    let toos = id_in(&desk.post("/balie/hulpvragen/nieuw", &[("persoon", &toos)]).await);
    write(&mut desk, toos).await;
    desk.post(&format!("/balie/hulpvragen/{toos}/plaatsen"), &[]).await.assert_status(303);
    let (hans, mut hans_browser) = helper(app, &mut desk, "Hans Helper", "hans@thuis.example").await;
    for request in [greets, toos] {
        offer(&mut hans_browser, request).await;
    }
    choose(&mut greet, greets, hans).await;
    choose(&mut desk, toos, hans).await;
    desk.post(&format!("/balie/hulpvragen/{toos}/verteld"), &[]).await.assert_status(303);
    app.run_jobs().await;
    Helped { mia, greets, toos, hans }
}

#[db_test]
async fn what_was_asked_about_help_goes_on(app: TestApp) {
    let Helped { mia, toos, hans, .. } = helped(&app).await;
    before(&app).await;
    let asked_at = app.app.now().millis();
    run(
        &app,
        &format!(
            "INSERT INTO help_request_outcomes (municipality_id, help_request_id, helper_id, moment, side, by_phone, answer, \
             asked_at, answered_at) SELECT h.municipality_id, h.id, h.helper_id, 'first', 'asker', \
             CASE WHEN p.email IS NULL THEN TRUE ELSE FALSE END, NULL, {asked_at}, NULL FROM help_requests h \
             JOIN persons p ON p.municipality_id = h.municipality_id AND p.id = h.steward_id"
        ),
    )
    .await;
    link(
        &app,
        "oud",
        "INSERT INTO help_request_outcome_links (municipality_id, token_hash, help_request_id, helper_id, moment, side, \
         expires_at) SELECT h.municipality_id, $1, h.id, h.helper_id, 'first', 'asker', $2 FROM help_requests h \
         JOIN persons p ON p.municipality_id = h.municipality_id AND p.id = h.steward_id WHERE p.email IS NOT NULL",
    )
    .await;
    upgrade(&app).await;
    let mut desk = app.browser_of(mia).await;
    let queue = desk.get("/balie/hulpvragen?lijst=vragen").await;
    queue.assert_contains("099 123 45 67").assert_contains("Is de hulp begonnen?").assert_lacks("Greet Vrager");
    app.visitor().get("/hulpvragen/uitkomst/oud").await.assert_status(200).assert_contains("Hans Helper zou je helpen");
    app.visitor().post("/hulpvragen/uitkomst/oud", &[("antwoord", "started")]).await.assert_status(303);
    let hans = hans.to_string();
    let told = [("helper", hans.as_str()), ("moment", "first"), ("side", "asker"), ("antwoord", "not_yet")];
    desk.post(&format!("/balie/hulpvragen/{toos}/uitkomst"), &told).await.assert_status(303);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let known = help_requests::outcomes::known_since(&mut conn, &ctx, Instant::from_millis(0)).await.expect("it reads");
    assert_eq!(known, Known { asked: 2, known: 1, unknown: 1 });
}

#[db_test]
async fn questions_about_help_that_waited_are_asked(app: TestApp) {
    let Helped { greets: id, hans, .. } = helped(&app).await;
    only_old_clocks(&app).await;
    let matched_at = crate::help_requests_fixtures::stored(&app, id).await.matched_at.expect("a match");
    let now = app.app.now();
    let later = |at: Instant| json!({ "help_request": id, "helper": hans, "matched_at": at, "moment": "later" });
    wait(&app, AskHelpOutcome(later(matched_at.plus(-DAY))), now, "stale").await;
    assert!(app.mails_to("greet@thuis.example").await.iter().all(|letter| !letter.text_body.contains("nog geholpen")));
    wait(&app, AskHelpOutcome(later(matched_at)), now, "later").await;
    let asked = json!({ "help_request": id, "helper": hans, "moment": "first", "side": "helper" });
    wait(&app, SendHelpOutcomeQuestion(json!({ "asked": asked })), now, "sent").await;
    let letters = app.mails_to("greet@thuis.example").await;
    let letter = letters.iter().find(|letter| letter.text_body.contains("nog geholpen")).expect("Greet is asked");
    link_in(&letter.text_body, "/hulpvragen/uitkomst/");
    let letters = app.mails_to("hans@thuis.example").await;
    assert!(letters.iter().any(|letter| letter.text_body.contains("Ben je begonnen?")), "{letters:?}");
}

#[db_test]
async fn a_request_about_which_a_question_waited_is_asked_about(app: TestApp) {
    let (_, mut desk) = mediator_named(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    wait(&app, AskToKeepHelpRequest(json!({ "help_request": id })), app.app.now(), &id.to_string()).await;
    let letters = app.mails_to("greet@thuis.example").await;
    let letter = letters.iter().find(|letter| letter.subject.contains("nog hulp nodig")).expect("Greet is asked");
    let link = link_in(&letter.text_body, "/hulpvragen/verlengen/");
    app.visitor().get(&link).await.assert_status(200).assert_contains("Ja, laat hem staan");
    app.visitor().submit(&link, &[]).await.assert_status(200).assert_contains("Wie wil met mij wandelen?");
    app.visitor().post(&link, &[]).await.assert_status(200).assert_contains("Deze link werkt niet meer");
}

#[db_test]
async fn an_offer_about_which_a_question_waited_is_asked_about(app: TestApp) {
    let (_, id) = offers_life::post(&app, &[]).await;
    wait(&app, AskToKeepOffer(json!({ "offer": id })), app.app.now(), &id.to_string()).await;
    let letters = app.mails_to("noor@thuis.example").await;
    let letter = letters.iter().find(|letter| letter.subject.contains("Klopt je aanbod nog?")).expect("Noor is asked");
    let link = link_in(&letter.text_body, "/aanbod/verlengen/");
    app.visitor().get(&link).await.assert_status(200).assert_contains("Ja, laat het staan");
    app.visitor().submit(&link, &[]).await.assert_status(200);
    app.visitor().post(&link, &[]).await.assert_status(200).assert_contains("Deze link werkt niet meer");
}

#[db_test]
async fn a_vacancy_about_which_a_question_waited_is_asked_about(app: TestApp) {
    let town = vacancies_fixtures::town(&app).await;
    let mut ending = vacancies_fixtures::vacancy(&app, town.organisation);
    (ending.state, ending.published_at) = (vacancies::model::State::Live, Some(ending.created_at));
    ending.closes_on = Some(vacancies::settings::soon(&app.ctx()));
    let id = vacancies_fixtures::keep(&app, ending).await;
    wait(&app, RemindOfVacancies(json!({})), app.app.now(), "daily").await;
    wait(&app, AskStillNeededVacancy(json!({ "vacancy": id })), app.app.now(), &id.to_string()).await;
    let letters = app.mails_to("cora@proef.example").await;
    let letter = letters.iter().find(|letter| letter.subject.contains("nog nodig?")).expect("Cora is asked");
    assert!(letter.text_body.contains("#verleng"), "{}", letter.text_body);
}

#[db_test]
async fn the_clock_of_a_help_request_that_waited_runs(app: TestApp) {
    let (_, mut desk) = mediator_named(&app).await;
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    let id = live(&mut greet, &mut desk).await;
    app.run_jobs().await;
    only_old_clocks(&app).await;
    let due = crate::help_requests_fixtures::stored(&app, id).await.due_at.expect("a promise");
    wait(&app, TakeOverHelpRequest(json!({ "help_request": id, "due": due })), due, &id.to_string()).await;
    app.pass_days(8).await;
    assert!(crate::help_requests_fixtures::stored(&app, id).await.taken_over_at.is_some());
    assert_told(&app, "greet@thuis.example", "We zoeken mee: Wie wil met mij wandelen?").await;
}
