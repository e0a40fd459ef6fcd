//! Contacts come, change and go, and an organisation is never without an owner; on both engines.

use kernel::{ContactRole, OrganisationId, PersonId};
use testkit::{TestApp, db_test};

use crate::organisations_register::register;

const TESS: &str = "tess@buurttuin.voorbeeld.example";
const NOOR: &str = "noor@buurttuin.voorbeeld.example";

pub(crate) struct Scene {
    pub tess: PersonId,
    pub noor: PersonId,
    pub organisation: OrganisationId,
}

/// Tess owns an organisation; Noor has an account and nothing else.
pub(crate) async fn scene(app: &TestApp) -> Scene {
    let tess = app.person("Tess Voorbeeld", Some(TESS), &[]).await;
    let noor = app.person("Noor Verzonnen", Some(NOOR), &[]).await;
    let organisation = register(app, tess, "Buurttuin De Proef", "00000001").await;
    Scene { tess, noor, organisation }
}

pub(crate) async fn roles(app: &TestApp, organisation: OrganisationId) -> Vec<(PersonId, ContactRole)> {
    let mut conn = app.ctx().read().await.expect("a connection");
    let contacts = organisations::contacts(&mut conn, app.town, organisation).await.expect("contacts");
    contacts.into_iter().map(|contact| (contact.person, contact.role)).collect()
}

/// The path in the newest letter to `address` that leads to an invitation.
pub(crate) async fn invitation_path(app: &TestApp, address: &str) -> String {
    let mails = app.mails_to(address).await;
    let body = &mails.first().expect("a letter").text_body;
    let start = body.find("/organisatie/uitnodiging/").unwrap_or_else(|| panic!("no invitation in {body}"));
    body[start..].split_whitespace().next().expect("a path").to_owned()
}

/// Tess asks whoever has this address; gives the path of the invitation.
pub(crate) async fn invite(app: &TestApp, scene: &Scene, address: &str, role: &str) -> String {
    let path = format!("/organisatie/{}/contacten", scene.organisation);
    let fields = [("email", address), ("role", role), ("task", "secretaris"), ("note", "Doe je mee?")];
    app.browser_of(scene.tess).await.post(&path, &fields).await.assert_status(303);
    invitation_path(app, address).await
}

#[db_test]
async fn somebody_is_invited_and_accepts(app: TestApp) {
    let scene = scene(&app).await;
    let path = invite(&app, &scene, "Noor@Buurttuin.voorbeeld.example".to_lowercase().as_str(), "coordinator").await;
    let visitor = app.visitor().get(&path).await;
    assert!(visitor.location().is_some_and(|to| to.starts_with("/inloggen?terug=")), "sign in first");
    app.browser_of(scene.tess).await.get(&path).await.assert_status(403).assert_contains("ander e-mailadres");
    let mut noor = app.browser_of(scene.noor).await;
    noor.get(&path).await.assert_status(200).assert_contains("Doe je mee?").assert_contains("Coördinator");
    noor.submit(&path, &[("answer", "yes")]).await.assert_status(200).assert_contains("Je bent nu contactpersoon");
    noor.post(&path, &[("answer", "yes")]).await.assert_status(409);
    noor.get(&path).await.assert_status(410);
    let expected = vec![(scene.tess, ContactRole::Owner), (scene.noor, ContactRole::Coordinator)];
    assert_eq!(roles(&app, scene.organisation).await, expected);
    assert!(app.mails_to(TESS).await[0].subject.contains("Noor Verzonnen"), "the owner hears who came");
    let home = format!("/organisatie/{}", scene.organisation);
    noor.get(&format!("{home}/contacten")).await.assert_status(200).assert_lacks("Nodig iemand uit</h2>");
    let again = [("email", NOOR), ("role", "owner")];
    noor.post(&format!("{home}/contacten"), &again).await.assert_status(403);
    app.browser_of(scene.tess).await.post(&format!("{home}/contacten"), &again).await.assert_status(409);
    noor.post(&format!("{home}/stoppen"), &[]).await.assert_status(403);
    app.run_jobs().await;
}

#[db_test]
async fn an_invitation_is_declined_withdrawn_or_expires(app: TestApp) {
    let scene = scene(&app).await;
    let mut noor = app.browser_of(scene.noor).await;
    let path = invite(&app, &scene, NOOR, "owner").await;
    noor.post(&path, &[("answer", "no")]).await.assert_status(303);
    noor.post(&path, &[("answer", "yes")]).await.assert_status(409);

    let first = invite(&app, &scene, NOOR, "owner").await;
    let second = invite(&app, &scene, NOOR, "coordinator").await;
    assert_ne!(first, second);
    noor.get(&first).await.assert_status(410);
    let id = second.rsplit('/').next().expect("an id");
    let withdraw = format!("/organisatie/{}/uitnodigingen/{id}/terug", scene.organisation);
    noor.post(&withdraw, &[]).await.assert_status(404);
    app.browser_of(scene.tess).await.post(&withdraw, &[]).await.assert_status(303);
    noor.get(&second).await.assert_status(410);

    let third = invite(&app, &scene, NOOR, "owner").await;
    app.pass_days(15).await;
    noor.get(&third).await.assert_status(410);
    noor.post(&third, &[("answer", "yes")]).await.assert_status(409);
    assert_eq!(roles(&app, scene.organisation).await.len(), 1);
    app.run_jobs().await;
}

#[db_test]
async fn the_last_owner_stays(app: TestApp) {
    let scene = scene(&app).await;
    let path = invite(&app, &scene, NOOR, "coordinator").await;
    app.browser_of(scene.noor).await.post(&path, &[("answer", "yes")]).await.assert_status(303);
    let mut tess = app.browser_of(scene.tess).await;
    let contacts = format!("/organisatie/{}/contacten", scene.organisation);
    let own = format!("{contacts}/{}", scene.tess);
    tess.post(&format!("{own}/weg"), &[]).await.assert_status(409).assert_contains("altijd een hoofdcontact");
    tess.post(&own, &[("role", "coordinator")]).await.assert_status(409);
    let noor = format!("{contacts}/{}", scene.noor);
    tess.get(&noor).await.assert_status(200).assert_contains("Noor Verzonnen");
    tess.post(&noor, &[]).await.assert_status(422);
    tess.post(&noor, &[("role", "owner"), ("task", "voorzitter")]).await.assert_status(303);
    tess.post(&own, &[("role", "coordinator")]).await.assert_status(303);
    app.browser_of(scene.noor).await.post(&format!("{own}/weg"), &[]).await.assert_status(303);
    assert_eq!(roles(&app, scene.organisation).await, [(scene.noor, ContactRole::Owner)]);
    tess.get(&contacts).await.assert_status(404);
    let log = app.browser_of(scene.noor).await.get(&contacts).await;
    log.assert_contains("Contactpersoon weggehaald").assert_contains("Tess Voorbeeld");
    app.run_jobs().await;
}

#[db_test]
async fn two_owners_who_leave_at_once_leave_one(app: TestApp) {
    let scene = scene(&app).await;
    let path = invite(&app, &scene, NOOR, "owner").await;
    app.browser_of(scene.noor).await.post(&path, &[("answer", "yes")]).await.assert_status(303);
    let contacts = format!("/organisatie/{}/contacten", scene.organisation);
    let (mut tess, mut noor) = (app.browser_of(scene.tess).await, app.browser_of(scene.noor).await);
    let (path_tess, path_noor) = (format!("{contacts}/{}/weg", scene.tess), format!("{contacts}/{}/weg", scene.noor));
    let (one, other) = tokio::join!(tess.post(&path_tess, &[]), noor.post(&path_noor, &[]));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409], "{} {}", one.text(), other.text());
    assert_eq!(roles(&app, scene.organisation).await.len(), 1);
    app.run_jobs().await;
}
