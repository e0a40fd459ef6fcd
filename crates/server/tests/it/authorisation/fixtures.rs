//! A small town in which every named parameter of a route means something.

use std::collections::BTreeMap;

use facets::model::VacancyId;
use kernel::{OrganisationId, PersonId, PersonRole};
use platform::plan::Role;
use testkit::{Client, TestApp};
use vacancies::moderation;

use crate::vacancies_fixtures;

/// What of an address decides which things a town must have for it.
const NEEDS: [&str; 21] = [
    "/api/",
    "/balie/helpers/{person}/intrekken",
    "/balie/personen/{person}",
    "/contacten/{person}",
    "/reacties/mijn/",
    "/uitkomst/",
    "/verlengen/{token}",
    "{api_key}",
    "{consent}",
    "{help_request}",
    "{helped}",
    "{invitation}",
    "{letter}",
    "{offer}",
    "{passkey}",
    "{report}",
    "{response}",
    "{run}",
    "{session}",
    "{step}",
    "{vacancy}",
];

/// Which of them an address has: for two with the same needs one town will do.
pub(crate) fn needs(path: &str) -> Vec<&'static str> {
    NEEDS.into_iter().filter(|need| path.contains(need)).collect()
}

/// The town.
#[derive(Clone)]
pub(crate) struct Fixtures {
    /// The application.
    pub app: TestApp,
    /// Parameter → value.
    pub known: BTreeMap<&'static str, String>,
    people: BTreeMap<Role, PersonId>,
    key: String,
}

impl Fixtures {
    /// Makes it; `path` says by its [`needs`] which things there must be.
    pub(crate) async fn make(app: TestApp, path: &str) -> Self {
        let mut people = BTreeMap::new();
        people.insert(Role::Resident, app.person("Rik Bewoner", Some("rik@thuis.example"), &[]).await);
        people.insert(Role::Own, app.person("Olga Eigen", Some("olga@thuis.example"), &[]).await);
        people.insert(Role::Contact, app.person("Cora Contact", Some("cora@proef.example"), &[]).await);
        people.insert(Role::OtherContact, app.person("Otto Ander", Some("otto@ander.example"), &[]).await);
        people.insert(Role::Mediator, app.person("Mia Balie", Some("mia@punt.example"), &[PersonRole::Mediator]).await);
        people
            .insert(Role::Manager, app.person("Mies Beheer", Some("mies@stad.example"), &[PersonRole::Manager]).await);
        let stranger =
            app.person_in(app.elsewhere, "Bas Elders", Some("bas@elders.example"), &[PersonRole::Manager]).await;
        people.insert(Role::OtherManager, stranger);
        let organisation =
            vacancies_fixtures::organisation(&app, "Buurttuin De Proef", true, people[&Role::Contact]).await;
        vacancies_fixtures::organisation(&app, "Sportclub De Ander", true, people[&Role::OtherContact]).await;
        let mut fixtures = Self { app, known: BTreeMap::new(), people, key: String::new() };
        fixtures.known.insert("organisation", organisation.to_string());
        fixtures.known.insert("person", fixtures.people[&Role::Own].to_string());
        fixtures.known.insert("setting", "site.name".into());
        fixtures.known.entry("token").or_insert_with(|| "onbekend".into());
        fixtures.known.insert("asset", "app.css".into());
        fixtures.known.insert("file", "vacancies.csv".into());
        fixtures.known.insert("list_file", "reports.csv".into());
        fixtures.known.insert("slug", "buurttuin-de-proef".into());
        fixtures.fill(path, organisation).await;
        fixtures.fill_contacts(path, organisation).await;
        if path.starts_with("/api/") {
            let mut contact = fixtures.app.browser_of(fixtures.people[&Role::Contact]).await;
            let made = contact.post(&format!("/organisatie/{organisation}/sleutels"), &[("name", "Proef")]).await;
            let key = made.text().split_whitespace().find(|word| word.starts_with("sk_")).map(str::to_owned);
            fixtures.key = key.expect("a key for programs");
        }
        fixtures.fill_people(path).await;
        if path.contains("{run}") {
            let mut manager = fixtures.app.browser_of(fixtures.people[&Role::Manager]).await;
            let file = b"extern id;naam\np1;Piet Proef\n";
            let done = manager.upload("/beheer/import", &[("what", "people")], "p.csv", file).await;
            let run = done.location().unwrap_or_default();
            fixtures.known.insert("run", run.rsplit('/').next().unwrap_or_default().to_owned());
        }
        fixtures.fill_offers(path).await;
        fixtures.fill_responses(path, organisation).await;
        fixtures.fill_help_requests(path).await;
        fixtures
    }

    /// The same town in an application of its own.
    pub(crate) async fn copy(&self) -> Self {
        Self { app: self.app.copy().await, ..self.clone() }
    }

    async fn fill(&mut self, path: &str, organisation: OrganisationId) {
        if path.contains("{vacancy}") || path.contains("{report}") {
            let mut vacancy = vacancies_fixtures::vacancy(&self.app, organisation);
            vacancy.state = vacancies::model::State::Live;
            vacancy.published_at = Some(self.app.app.now());
            // Dated, because only a dated vacancy has a calendar file.
            vacancy.facets.when = facets::model::When::Once {
                date: jiff::civil::date(2026, 4, 1),
                starts: jiff::civil::time(10, 0, 0, 0),
                ends: jiff::civil::time(12, 0, 0, 0),
            };
            let id = vacancies_fixtures::keep(&self.app, vacancy).await;
            self.known.insert("vacancy", id.to_string());
            if path.contains("{report}") {
                self.report(id).await;
            }
        }
    }

    /// On an organisation's pages the person is one of its contacts; an invitation is for the one whose own it is.
    async fn fill_contacts(&mut self, path: &str, organisation: OrganisationId) {
        if path.contains("/contacten/{person}") {
            self.known.insert("person", self.people[&Role::Contact].to_string());
        }
        if path.contains("{api_key}") {
            let mut contact = self.app.browser_of(self.people[&Role::Contact]).await;
            let keys = format!("/organisatie/{organisation}/sleutels");
            contact.post(&keys, &[("name", "Proef")]).await.assert_status(200);
            let action = contact.get(&keys).await.attribute(&format!("form[action^='{keys}/']"), "action");
            let key = action.as_deref().and_then(|action| action.trim_start_matches(&keys).split('/').nth(1));
            self.known.insert("api_key", key.unwrap_or_default().to_owned());
        }
        if path.contains("{invitation}") {
            let mut contact = self.app.browser_of(self.people[&Role::Contact]).await;
            let fields = [("email", "olga@thuis.example"), ("role", "coordinator")];
            contact.post(&format!("/organisatie/{organisation}/contacten"), &fields).await.assert_status(303);
            let letters = self.app.mails_to("olga@thuis.example").await;
            let body = letters.first().map(|letter| letter.text_body.clone()).unwrap_or_default();
            let id = body.split("/organisatie/uitnodiging/").nth(1).and_then(|rest| rest.split_whitespace().next());
            self.known.insert("invitation", id.unwrap_or_default().to_owned());
        }
    }

    /// A report of the vacancy.
    async fn report(&mut self, vacancy: VacancyId) {
        self.app.visitor().post(&format!("/vacatures/{vacancy}/melden"), &[("reason", "unsafe")]).await;
        let ctx = self.app.ctx();
        let mut conn = ctx.read().await.expect("a connection");
        let reports = moderation::of_vacancy(&mut conn, &ctx, vacancy).await.expect("it reads");
        self.known.insert("report", reports[0].id.to_string());
    }

    /// A live help request of Olga, who has not agreed that the desk acts for her; she is a helper where one is ended.
    async fn fill_help_requests(&mut self, path: &str) {
        if path == "/balie/helpers/{person}/intrekken" {
            let mut desk = self.app.browser_of(self.people[&Role::Mediator]).await;
            let confirmation = [("checked", "met"), ("valid_until", "1-1-2027")];
            let confirm = format!("/balie/helpers/{}/bevestigen", self.people[&Role::Own]);
            desk.post(&confirm, &confirmation).await.assert_status(303);
        }
        if path.contains("{help_request}") {
            let request = help_requests::samples::of_person(self.people[&Role::Own]);
            let ctx = self.app.ctx();
            let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
            let id = help_requests::insert_sample(&mut tx, &ctx, request).await;
            tx.commit().await.expect("it commits");
            self.known.insert("help_request", id.expect("a help request").to_string());
        }
        if path.contains("{step}") {
            self.known.insert("step", "wat".into());
        }
    }

    /// An offer that everybody may see; its own person is Olga. A link of a mail that nobody has.
    async fn fill_offers(&mut self, path: &str) {
        if path.contains("{offer}") {
            let offer = offers::samples::of_person(self.people[&Role::Own]);
            let ctx = self.app.ctx();
            let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
            let id = offers::insert_sample(&mut tx, &ctx, offer).await.expect("an offer");
            tx.commit().await.expect("it commits");
            self.known.insert("offer", id.to_string());
        }
        if path.contains("/verlengen/{token}") {
            self.known.insert("token", "niet-van-iemand".into());
        }
    }

    /// A response of Olga to a vacancy of the organisation. Private links that nobody has: whoever holds one gets through.
    async fn fill_responses(&mut self, path: &str, organisation: OrganisationId) {
        if path.contains("{response}") {
            use vacancies::model::State;
            let vacancy = vacancies_fixtures::in_state(&self.app, organisation, State::Live).await;
            let mut own = self.app.browser_of(self.people[&Role::Own]).await;
            let fields = [("reach", "email"), ("question", "Mag ik komen kijken?")];
            let answer = own.post(&format!("/vacatures/{vacancy}/reageer"), &fields).await;
            let thread = answer.location().unwrap_or_default();
            self.known.insert("response", thread.rsplit('/').next().unwrap_or_default().to_owned());
        }
        if path.starts_with("/reacties/mijn/") || path.contains("/uitkomst/") {
            self.known.insert("token", "niet-van-iemand".into());
        }
    }

    /// A consent of one's own, a letter in the demonstration's mailbox, and a sign-in of one's own.
    async fn fill_people(&mut self, path: &str) {
        if path.starts_with("/balie/personen/{person}") || path.contains("{consent}") {
            let own = self.people[&Role::Own];
            let mut browser = self.app.browser_of(own).await;
            browser.post("/mijn/toestemming", &[("purposes", "profile")]).await.assert_status(303);
            let mut conn = self.app.ctx().read().await.expect("a connection");
            let consents = people::consents(&mut conn, self.app.town, own).await.expect("consents");
            self.known.insert("consent", consents[0].id.to_string());
        }
        if path.contains("{helped}") {
            let organisation = self.known["organisation"].clone();
            let mut contact = self.app.browser_of(self.people[&Role::Contact]).await;
            let told = [("name", "Greet Bedacht"), ("purposes", "profile"), ("way", "spoken"), ("agreed", "ja")];
            let answer = contact.post(&format!("/organisatie/{organisation}/mensen/nieuw"), &told).await;
            let helped = answer.location().unwrap_or_default().rsplit('/').next().unwrap_or_default().to_owned();
            if path.contains("{consent}") {
                let person = helped.parse().expect("a person");
                let mut conn = self.app.ctx().read().await.expect("a connection");
                let consents = people::desk::all_consents(&mut conn, self.app.town, person).await;
                self.known.insert("consent", consents.expect("consents")[0].id.to_string());
            }
            self.known.insert("helped", helped);
        }
        if path.contains("{letter}") {
            self.app.visitor().post("/inloggen", &[("email", "olga@thuis.example")]).await;
            let letters = self.app.mails_to("olga@thuis.example").await;
            let letter = letters.first().map(|letter| letter.id.to_string()).unwrap_or_default();
            self.known.insert("letter", letter);
        }
        if path.contains("{passkey}") {
            let key = crate::people_passkeys::keep_key(&self.app, self.people[&Role::Own]).await;
            self.known.insert("passkey", key.to_string());
        }
        if path.contains("{session}") {
            let own = self.people[&Role::Own];
            self.app.browser_of(own).await;
            let ctx = self.app.ctx();
            let mut conn = ctx.read().await.expect("a connection");
            let sessions = platform::auth::sessions(&mut conn, &ctx, own).await.expect("sessions");
            let session = sessions.first().map(|session| session.id.to_string()).unwrap_or_default();
            self.known.insert("session", session);
        }
    }

    /// A browser, or a program, in this role.
    pub(crate) async fn client(&self, role: Role) -> Client {
        match role {
            Role::Visitor => self.app.visitor(),
            Role::ApiKey => self.app.visitor().with_header("authorization", &format!("Bearer {}", self.key)),
            // With the session of another town in the cookie, on this town's address: a session is no pass elsewhere.
            Role::OtherManager => {
                let elsewhere = self.app.browser_elsewhere_of(self.people[&role]).await;
                let mut here = self.app.visitor();
                here.set_cookie(platform::auth::COOKIE, elsewhere.cookie(platform::auth::COOKIE).unwrap_or_default());
                here
            }
            Role::Card => self.app.browser_by_card_of(self.people[&Role::Own]).await,
            other => self.app.browser_of(self.people[&other]).await,
        }
    }
}
