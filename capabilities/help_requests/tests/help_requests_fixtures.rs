//! People around a help request, for its tests.

use facets::model::HelpRequestId;
use help_requests::model::HelpRequest;
use kernel::{PersonId, PersonRole};
use testkit::{Answer, Client, TestApp};

/// Words with which nothing is wrong.
pub(crate) const WHAT: [(&str, &str); 2] =
    [("title", "Wie wil met mij wandelen?"), ("description", "Ik loop graag een rondje door het park.")];
/// Exact data, invented.
pub(crate) const PRIVATE: [(&str, &str); 3] =
    [("name", "Greet Geheim"), ("address", "Denkbeeldigestraat 1"), ("phone", "079 900 00 00")];

/// A mediator's browser.
pub(crate) async fn mediator(app: &TestApp) -> Client {
    mediator_named(app).await.1
}

/// A mediator, who can sign in again when a long time has passed.
pub(crate) async fn mediator_named(app: &TestApp) -> (PersonId, Client) {
    let mia = app.person("Mia Balie", Some("mia@punt.example"), &[PersonRole::Mediator]).await;
    (mia, app.browser_of(mia).await)
}

/// A resident with an account.
pub(crate) async fn resident(app: &TestApp, name: &str, email: &str) -> (PersonId, Client) {
    let person = app.person(name, Some(email), &[]).await;
    (person, app.browser_of(person).await)
}

/// A helper whom the desk has confirmed until 1 January 2027.
pub(crate) async fn helper(app: &TestApp, desk: &mut Client, name: &str, email: &str) -> (PersonId, Client) {
    let (person, browser) = resident(app, name, email).await;
    let confirmation = [("checked", "met"), ("valid_until", "1-1-2027")];
    desk.post(&format!("/balie/helpers/{person}/bevestigen"), &confirmation).await.assert_status(303);
    (person, browser)
}

/// The id at the end of the address one is sent on to.
pub(crate) fn id_in(answer: &Answer) -> HelpRequestId {
    let location = answer.location().expect("sent on");
    let rest = location.strip_prefix("/mijn/hulpvragen/").expect("a help request");
    rest.split('/').next().expect("an id").parse().expect("an id")
}

/// Answers the questions in this browser and sends the request in.
pub(crate) async fn write(browser: &mut Client, id: HelpRequestId) {
    let base = format!("/mijn/hulpvragen/{id}");
    let steps: [(&str, &[(&str, &str)]); 5] = [
        ("wat", &WHAT),
        ("soort", &[("themes", "elderly"), ("tasks", "walking-together")]),
        ("wanneer", &[("when", "flexible"), ("hours", "1")]),
        ("waar", &[]),
        ("gegevens", &PRIVATE),
    ];
    for (step, fields) in steps {
        browser.post(&format!("{base}/stap/{step}"), fields).await.assert_status(303);
    }
    browser.post(&format!("{base}/controle"), &[("agreed", "ja")]).await.assert_status(303);
}

/// A request of this browser's person that is live.
pub(crate) async fn live(browser: &mut Client, desk: &mut Client) -> HelpRequestId {
    let begun = browser.post("/hulpvragen/nieuw", &[("written_by", "own")]).await;
    let id = id_in(&begun);
    write(browser, id).await;
    desk.post(&format!("/balie/hulpvragen/{id}/plaatsen"), &[]).await.assert_status(303);
    id
}

/// A place that is a wijk, for a town that has some.
pub(crate) const WIJK: &str = "WK063701";

/// A helper offers to help.
pub(crate) async fn offer(browser: &mut Client, id: HelpRequestId) {
    let words = [("message", "Ik woon vlakbij en wandel graag."), ("agreed", "ja")];
    browser.post(&format!("/hulpvragen/{id}/reageer"), &words).await.assert_status(303);
}

/// The asker chooses a helper.
pub(crate) async fn choose(browser: &mut Client, id: HelpRequestId, helper: PersonId) {
    let fields = [("helper", helper.to_string()), ("agreed", "ja".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post(&format!("/mijn/hulpvragen/{id}/kiezen"), &fields).await.assert_status(303);
}

/// A request as it is stored now.
pub(crate) async fn stored(app: &TestApp, id: HelpRequestId) -> HelpRequest {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    help_requests::find(&mut conn, &ctx, id).await.expect("the database answers").expect("the request is there")
}
