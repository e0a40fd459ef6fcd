//! A vacancy and people who respond to it, for the tests of responses.

use conversations::{Entry, NewResponse, Owner, Reach, Response, Subject, model::ResponseId, policy};
use facets::model::{Kind, VacancyId};
use kernel::{Actor, OrganisationId, PersonId, PersonRole};
use testkit::{Answer, Client, TestApp};
use vacancies::model::State;

use crate::vacancies_fixtures::{self, Town};

/// Address of who responds.
pub(crate) const NOOR: &str = "noor@inwoner.voorbeeld.example";
/// Address of the contact.
pub(crate) const CORA: &str = "cora@proef.example";

/// A town with a vacancy, a mediator, and two vacancies elsewhere that are doors.
pub(crate) struct Scene {
    /// People and organisations.
    pub town: Town,
    /// The vacancy.
    pub vacancy: VacancyId,
    /// A mediator.
    pub mediator: PersonId,
    /// Vacancies of the other organisation with the same theme.
    pub door: VacancyId,
}

/// Makes it.
pub(crate) async fn scene(app: &TestApp) -> Scene {
    let town = vacancies_fixtures::town(app).await;
    let vacancy = vacancies_fixtures::in_state(app, town.organisation, State::Live).await;
    let door = vacancies_fixtures::in_state(app, town.other, State::Live).await;
    let mediator = app.person("Mo Balie", Some("mo@punt.example"), &[PersonRole::Mediator]).await;
    Scene { town, vacancy, mediator, door }
}

/// What somebody types who wants an answer by mail.
pub(crate) fn typed<'a>(name: &'a str, email: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![("name", name), ("email", email), ("reach", "email"), ("ask", "look"), ("question", "Is er een kas?")]
}

/// Sends the form as a visitor.
pub(crate) async fn send(app: &TestApp, vacancy: VacancyId, fields: &[(&str, &str)]) -> (Client, Answer) {
    let mut browser = app.visitor();
    let answer = browser.post(&format!("/vacatures/{vacancy}/reageer"), fields).await;
    (browser, answer)
}

/// A confirmed response of somebody with an address and without an account, made without pages.
pub(crate) async fn open(
    app: &TestApp,
    vacancy: VacancyId,
    organisation: OrganisationId,
    name: &str,
    email: Option<&str>,
) -> ResponseId {
    let by = app.person(&format!("Balie van {name}"), None, &[PersonRole::Mediator]).await;
    let ctx = app.ctx_of(Actor::Visitor);
    let permit = policy::respond(&ctx.actor).require().expect("everybody may");
    let new = NewResponse {
        subject: Subject { kind: Kind::Vacancy.to_string(), id: vacancy.0, title: "Samen tuinieren op dinsdag".into() },
        owner: Owner::Organisation(organisation),
        name: name.to_owned(),
        email: email.map(str::to_owned),
        phone: Some("06 00 00 00 00".to_owned()),
        reach: if email.is_some() { Reach::Email } else { Reach::Phone },
        question: "Kan ik eerst komen kijken?".to_owned(),
        entry: Entry::OnBehalf { by, of: None },
        agreed: None,
        lang: ctx.lang,
    };
    conversations::respond(&ctx, &permit, new).await.expect("a response").id
}

/// A response as it is stored now.
pub(crate) async fn stored(app: &TestApp, id: ResponseId) -> Response {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    conversations::find(&mut conn, &ctx, id).await.expect("the database answers").expect("the response is there")
}

/// The code and the link of the newest letter that confirms.
pub(crate) async fn secrets(app: &TestApp, email: &str) -> (String, String) {
    let letters = app.mails_to(email).await;
    let text = &letters.first().expect("a letter").text_body;
    let code = text.split_whitespace().find(|word| word.len() == 6 && word.chars().all(|c| c.is_ascii_digit()));
    (code.expect("a code").to_owned(), link_in(text, "/reacties/bevestig"))
}

/// The first address in a letter that begins with this path, without the host.
pub(crate) fn link_in(text: &str, path: &str) -> String {
    let found = text
        .split_whitespace()
        .find_map(|word| word.strip_prefix("http://localhost").filter(|rest| rest.starts_with(path)));
    found.unwrap_or_else(|| panic!("no {path} in\n{text}")).to_owned()
}

/// The private link in the newest letter to this address.
pub(crate) async fn private_link(app: &TestApp, email: &str) -> String {
    link_in(&app.mails_to(email).await.first().expect("a letter").text_body, "/reacties/mijn/")
}

/// Subjects of the letters to this address, the oldest first.
pub(crate) async fn subjects(app: &TestApp, email: &str) -> Vec<String> {
    app.mails_to(email).await.into_iter().rev().map(|letter| letter.subject).collect()
}

/// Fails unless a letter with this subject went to this address. Letters of one moment are sent side by side, so that
/// none of them is the last.
pub(crate) async fn assert_told(app: &TestApp, email: &str, subject: &str) {
    let subjects = subjects(app, email).await;
    assert!(subjects.iter().any(|told| told == subject), "no {subject:?} in {subjects:?}");
}
