//! A role is handed over with everything unfinished, and an organisation that nobody looks after shows up; on both engines.

use kernel::{Actor, ContactRole, OrganisationId, PersonId, PersonRole, time::DAY};
use organisations::{Details, ImportRow, policy};
use platform::{auth, events::feed::Follower, jobs::Runner};
use testkit::{TestApp, db_test};

use crate::{
    organisations_contacts::{Scene, invitation_path, invite, roles, scene},
    organisations_register::manager,
};

const TESS: &str = "tess@buurttuin.voorbeeld.example";
const NOOR: &str = "noor@buurttuin.voorbeeld.example";

async fn confirm(app: &TestApp, scene: &Scene) {
    let ctx = app.ctx();
    let permit = policy::moderate(&ctx.actor).require().expect("the system may");
    organisations::confirm(&ctx, &permit, scene.organisation).await.expect("it is confirmed");
    app.run_jobs().await;
}

/// Tess asks Noor to take over; gives the path of the question.
async fn ask_noor(app: &TestApp, scene: &Scene) -> String {
    let path = format!("/organisatie/{}/overdragen", scene.organisation);
    let fields = [("successor", "other"), ("email", NOOR), ("note", "De sleutel van de schuur.")];
    app.browser_of(scene.tess).await.post(&path, &fields).await.assert_status(303);
    invitation_path(app, NOOR).await
}

async fn facts(app: &TestApp, follower: &mut Follower) -> Vec<String> {
    let found = follower.next(&app.app.db).await.expect("the feed").expect("it goes on");
    found.into_iter().map(|fact| fact.kind).filter(|kind| kind.starts_with("organisations.")).collect()
}

async fn unreachable(app: &TestApp) -> Vec<OrganisationId> {
    let mut conn = app.ctx().read().await.expect("a connection");
    let all = organisations::all(&mut conn, app.town).await.expect("a list").into_iter();
    all.filter(|organisation| organisation.unreachable_since.is_some()).map(|organisation| organisation.id).collect()
}

#[db_test]
async fn a_role_is_handed_over_with_everything_unfinished(app: TestApp) {
    let scene = scene(&app).await;
    confirm(&app, &scene).await;
    let mut follower = Follower::at_end(&app.app.db).await.expect("the feed");
    let mut tess = app.browser_of(scene.tess).await;
    let path = format!("/organisatie/{}/overdragen", scene.organisation);
    tess.get(&path).await.assert_status(200).assert_contains("Je bent hoofdcontact van Buurttuin De Proef");
    tess.post(&path, &[("successor", "other"), ("email", NOOR)]).await.assert_status(422);
    tess.post(&path, &[("successor", "other"), ("note", "x")]).await.assert_status(422);
    let own = [("successor", "other"), ("email", TESS), ("note", "x")];
    tess.post(&path, &own).await.assert_status(409).assert_contains("je eigen adres");
    let stranger = scene.noor.to_string();
    tess.post(&path, &[("successor", &stranger), ("note", "x")]).await.assert_status(422);

    let question = ask_noor(&app, &scene).await;
    assert!(app.mails_to(NOOR).await[0].text_body.contains("De sleutel van de schuur."));
    tess.get(&path).await.assert_contains("Je hebt noor@buurttuin.voorbeeld.example gevraagd");
    assert_eq!(roles(&app, scene.organisation).await, [(scene.tess, ContactRole::Owner)], "who asks stays meanwhile");
    let mut noor = app.browser_of(scene.noor).await;
    noor.get("/mijn").await.assert_contains("Neem een rol over bij Buurttuin De Proef");
    noor.get(&question).await.assert_contains("De sleutel van de schuur.").assert_contains("Tess Voorbeeld");
    noor.submit(&question, &[("answer", "yes")]).await.assert_status(200);
    assert_eq!(roles(&app, scene.organisation).await, [(scene.noor, ContactRole::Owner)]);
    assert_eq!(facts(&app, &mut follower).await, ["organisations.contact_added", "organisations.contact_handed_over"]);
    assert!(app.mails_to(TESS).await[0].text_body.contains("Noor Verzonnen heeft nu alles"));
    assert!(app.mails_to(NOOR).await[0].text_body.contains("Tess Voorbeeld"));
    tess.get(&format!("/organisatie/{}", scene.organisation)).await.assert_status(404);
    let log = noor.get(&format!("/organisatie/{}/contacten", scene.organisation)).await;
    log.assert_contains("Rol overgenomen").assert_contains("Gevraagd om een rol over te nemen");
    assert!(unreachable(&app).await.is_empty());
}

#[db_test]
async fn a_colleague_takes_over_and_keeps_what_they_had(app: TestApp) {
    let scene = scene(&app).await;
    let path = invite(&app, &scene, NOOR, "coordinator").await;
    app.browser_of(scene.noor).await.post(&path, &[("answer", "yes")]).await.assert_status(303);
    let over = format!("/organisatie/{}/overdragen", scene.organisation);
    let noor = scene.noor.to_string();
    let fields = [("successor", noor.as_str()), ("note", "Alles")];
    app.browser_of(scene.tess).await.post(&over, &fields).await.assert_status(303);
    let question = invitation_path(&app, NOOR).await;
    app.browser_of(scene.noor).await.post(&question, &[("answer", "yes")]).await.assert_status(303);
    assert_eq!(roles(&app, scene.organisation).await, [(scene.noor, ContactRole::Owner)], "the higher role counts");
    app.run_jobs().await;
}

#[db_test]
async fn a_role_goes_to_one_successor_only(app: TestApp) {
    let scene = scene(&app).await;
    let question = ask_noor(&app, &scene).await;
    let (mut one, mut other) = (app.browser_of(scene.noor).await, app.browser_of(scene.noor).await);
    let yes = [("answer", "yes")];
    let (first, second) = tokio::join!(one.post(&question, &yes), other.post(&question, &yes));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "{} {}", first.text(), second.text());
    assert_eq!(roles(&app, scene.organisation).await, [(scene.noor, ContactRole::Owner)]);
    app.run_jobs().await;
}

#[db_test]
async fn a_question_is_worth_nothing_once_another_is_asked_or_nobody_leaves(app: TestApp) {
    let scene = scene(&app).await;
    let first = ask_noor(&app, &scene).await;
    let second = ask_noor(&app, &scene).await;
    let mut noor = app.browser_of(scene.noor).await;
    noor.post(&first, &[("answer", "yes")]).await.assert_status(409);
    let stay = format!("/organisatie/{}/overdragen/terug", scene.organisation);
    noor.post(&stay, &[]).await.assert_status(404);
    app.browser_of(scene.tess).await.post(&stay, &[]).await.assert_status(303);
    noor.post(&second, &[("answer", "yes")]).await.assert_status(409);
    assert_eq!(roles(&app, scene.organisation).await, [(scene.tess, ContactRole::Owner)]);
    app.run_jobs().await;
}

#[db_test]
async fn an_organisation_without_a_reachable_contact_shows_up(app: TestApp) {
    let scene = scene(&app).await;
    confirm(&app, &scene).await;
    Runner::ensure_schedules(&app.app).await.expect("schedules");
    assert!(unreachable(&app).await.is_empty());
    ask_noor(&app, &scene).await;
    app.app.clock.advance(15 * DAY);
    app.run_jobs().await;
    assert_eq!(unreachable(&app).await, [scene.organisation], "the successor never came");
    let letters = app.mails_to(TESS).await;
    assert!(letters.iter().any(|mail| mail.subject.contains("Geen antwoord op je vraag")), "who asked is told");
    assert!(letters.iter().any(|mail| mail.subject.contains("Wie spreekt er voor")), "the organisation is told");
    let mut manager = manager(&app).await;
    manager.get("/beheer/organisaties?toon=onbereikbaar").await.assert_contains("Buurttuin De Proef");
    let mut tess = app.browser_of(scene.tess).await;
    tess.get(&format!("/organisatie/{}/overdragen", scene.organisation)).await.assert_contains("heeft niet geantwoord");
    let stay = format!("/organisatie/{}/overdragen/terug", scene.organisation);
    tess.post(&stay, &[]).await.assert_status(303);
    app.run_jobs().await;
    assert!(unreachable(&app).await.is_empty(), "Tess stays after all");

    let bounce = format!("/beheer/organisaties/{}/contacten/{}/onbereikbaar", scene.organisation, scene.tess);
    app.app.clock.advance(1);
    manager.post(&bounce, &[]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(unreachable(&app).await, [scene.organisation], "letters come back");
    // The municipality itself finds somebody.
    let contacts = format!("/organisatie/{}/contacten", scene.organisation);
    manager.post(&contacts, &[("email", NOOR), ("role", "owner")]).await.assert_status(303);
    let question = invitation_path(&app, NOOR).await;
    app.browser_of(scene.noor).await.post(&question, &[("answer", "yes")]).await.assert_status(303);
    app.run_jobs().await;
    assert!(unreachable(&app).await.is_empty());
    app.app.clock.advance(200 * DAY);
    app.run_jobs().await;
    assert_eq!(unreachable(&app).await, [scene.organisation], "nobody came for half a year");
}

#[db_test]
async fn a_key_speaks_for_its_organisation_until_it_is_revoked(app: TestApp) {
    let scene = scene(&app).await;
    let path = format!("/organisatie/{}/sleutels", scene.organisation);
    let mut tess = app.browser_of(scene.tess).await;
    tess.get(&path).await.assert_status(200).assert_contains("Er zijn geen sleutels");
    tess.post(&path, &[]).await.assert_status(422);
    let made = tess.post(&path, &[("name", "Onze website")]).await;
    made.assert_status(200).assert_contains("maar 1 keer");
    let key = made.text().split_whitespace().find(|word| word.starts_with("sk_")).expect("the key").to_owned();
    let listed = tess.get(&path).await;
    listed.assert_contains("Onze website").assert_lacks(&key);
    let speaks_for = async || {
        let mut conn = app.ctx().read().await.expect("a connection");
        app.app.identity.api_key(&mut conn, app.town, auth::hash(&key)).await.expect("a look-up")
    };
    assert_eq!(speaks_for().await, Some(scene.organisation));
    let mut conn = app.ctx().read().await.expect("a connection");
    let elsewhere = app.app.identity.api_key(&mut conn, app.elsewhere, auth::hash(&key)).await.expect("a look-up");
    drop(conn);
    assert_eq!(elsewhere, None, "a key is worth nothing in another town");
    let revoke = listed.attribute(&format!("form[action^='{path}/']"), "action").expect("a way to revoke");
    app.browser_of(scene.noor).await.post(&revoke, &[]).await.assert_status(404);
    tess.post(&revoke, &[]).await.assert_status(303);
    tess.post(&revoke, &[]).await.assert_status(404);
    assert_eq!(speaks_for().await, None);
    app.run_jobs().await;
}

async fn erase(app: &TestApp, person: PersonId) {
    let ctx = app.ctx();
    let mut tx = app.app.db.begin_system().await.expect("a transaction");
    for data in app.app.plans.iter().filter(|plan| plan.name == "organisations").flat_map(|plan| &plan.person_data) {
        (data.erase)(&mut tx, &ctx, person).await.expect("it is erased");
    }
    tx.commit().await.expect("it commits");
    app.run_jobs().await;
}

#[db_test]
async fn who_erases_their_data_leaves_their_work_to_another(app: TestApp) {
    let scene = scene(&app).await;
    confirm(&app, &scene).await;
    let path = invite(&app, &scene, NOOR, "owner").await;
    app.browser_of(scene.noor).await.post(&path, &[("answer", "yes")]).await.assert_status(303);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let data = app.app.plans.iter().find(|plan| plan.name == "organisations").expect("the plan").person_data[0];
    let copy = (data.export)(&mut conn, &ctx, scene.tess).await.expect("a copy");
    drop(conn);
    assert_eq!(copy["contacts"][0]["organisation"], "Buurttuin De Proef");
    assert_eq!(copy["contacts"][0]["task"], "voorzitter");
    let mut follower = Follower::at_end(&app.app.db).await.expect("the feed");
    erase(&app, scene.tess).await;
    assert_eq!(roles(&app, scene.organisation).await, [(scene.noor, ContactRole::Owner)]);
    assert_eq!(facts(&app, &mut follower).await, ["organisations.contact_handed_over"]);
    assert!(unreachable(&app).await.is_empty());
    erase(&app, scene.noor).await;
    assert_eq!(unreachable(&app).await, [scene.organisation], "the last one has gone");
}

#[db_test]
async fn a_second_import_changes_instead_of_doubling(app: TestApp) {
    let ctx = app.ctx().acting_as(Actor::System);
    let permit = policy::moderate(&ctx.actor).require().expect("the system may");
    let details =
        |name: &str| Details { sectors: vec![1200], description: "Uit een bestand".into(), ..Details::named(name) };
    let import = async |name: &str| {
        let row = ImportRow {
            external_id: "ext-1".into(),
            details: details(name),
            owner: Some(("Noor Verzonnen".into(), NOOR.into())),
        };
        let mut tx = ctx.begin(&permit).await.expect("a transaction");
        let done = organisations::upsert_from_import(&mut tx, &ctx, &permit, &row).await.expect("a row");
        ctx.commit(tx).await.expect("it commits");
        done
    };
    let first = import("Koor De Toonladder").await;
    let same = import("Koor De Toonladder").await;
    let renamed = import("Koor De Nieuwe Toonladder").await;
    assert!(first.created && !same.created && !same.changed && renamed.changed && !renamed.created);
    assert_eq!((first.id, first.id), (same.id, renamed.id));
    let mut conn = ctx.read().await.expect("a connection");
    let known =
        organisations::organisation(&mut conn, app.town, first.id).await.expect("a look-up").expect("it is there");
    assert_eq!((known.name(), known.is_confirmed()), ("Koor De Nieuwe Toonladder", true));
    assert_eq!(organisations::all_confirmed(&mut conn, app.town).await.expect("a list").len(), 1);
    assert_eq!(organisations::contacts(&mut conn, app.town, known.id).await.expect("contacts").len(), 1);
    drop(conn);
    app.run_jobs().await;
    let manager = app.person("Mies Beheer", None, &[PersonRole::Manager]).await;
    let page = app.browser_of(manager).await.get(&format!("/beheer/organisaties/{}", known.id)).await;
    page.assert_contains("Uit een bestand overgenomen").assert_contains("Noor Verzonnen");
}

#[db_test]
async fn who_leaves_hands_over_the_role_they_have_now(app: TestApp) {
    let scene = scene(&app).await;
    let joined = invite(&app, &scene, NOOR, "coordinator").await;
    let mut noor = app.browser_of(scene.noor).await;
    noor.post(&joined, &[("answer", "yes")]).await.assert_status(303);
    // Noor looks for a successor as a coordinator, and then becomes the only owner.
    let over = format!("/organisatie/{}/overdragen", scene.organisation);
    let ama = "ama@buurttuin.voorbeeld.example";
    let successor = app.person("Ama Opvolger", Some(ama), &[]).await;
    let fields = [("successor", "other"), ("email", ama), ("note", "De sleutel van de schuur.")];
    noor.post(&over, &fields).await.assert_status(303);
    let question = invitation_path(&app, ama).await;
    let contacts = format!("/organisatie/{}/contacten", scene.organisation);
    let mut tess = app.browser_of(scene.tess).await;
    let owner = [("role", "owner"), ("task", "")];
    tess.post(&format!("{contacts}/{}", scene.noor), &owner).await.assert_status(303);
    noor.post(&format!("{contacts}/{}/weg", scene.tess), &[]).await.assert_status(303);
    app.browser_of(successor).await.post(&question, &[("answer", "yes")]).await.assert_status(303);
    assert_eq!(
        roles(&app, scene.organisation).await,
        [(successor, ContactRole::Owner)],
        "it is not left without an owner"
    );
    app.run_jobs().await;
}

#[db_test]
async fn another_name_or_number_is_looked_at_by_the_municipality(app: TestApp) {
    let scene = scene(&app).await;
    confirm(&app, &scene).await;
    let details = format!("/organisatie/{}/gegevens", scene.organisation);
    let mut tess = app.browser_of(scene.tess).await;
    let mut manager = manager(&app).await;
    let told = |name: &'static str, words: &'static str| {
        [
            ("kind", "registered"),
            ("chamber_number", "00000001"),
            ("name", name),
            ("size", "up_to_24"),
            ("sectors", "5100"),
            ("description", words),
        ]
    };
    let waits = async |browser: &mut testkit::Client| {
        let page = browser.get("/beheer/organisaties?toon=veranderd").await;
        page.assert_status(200);
        page.text().contains("Veranderd (1)")
    };
    tess.post(&details, &told("Buurttuin De Proef", "We tuinieren nu ook op zaterdag.")).await.assert_status(303);
    assert!(!waits(&mut manager).await, "other words are nobody's business");
    tess.post(&details, &told("Heel Iets Anders", "We tuinieren nu ook op zaterdag.")).await.assert_status(303);
    assert!(waits(&mut manager).await);
    let page = manager.get(&format!("/beheer/organisaties/{}", scene.organisation)).await;
    page.assert_contains("eerst Buurttuin De Proef, nu Heel Iets Anders");
    let seen = format!("/beheer/organisaties/{}/veranderd", scene.organisation);
    manager.post(&seen, &[]).await.assert_status(303);
    assert!(!waits(&mut manager).await);
    manager.post(&seen, &[]).await.assert_status(409);
    app.run_jobs().await;
}
