//! An organisation writes a vacancy, with the check beside it, and leads its life.

use facets::model::VacancyId;
use kernel::OrganisationId;
use platform::{
    audit::{self, Subject},
    events::feed::Follower,
};
use testkit::{Answer, TestApp, db_test};
use vacancies::model::{Closing, PauseReason, State};

use crate::vacancies_fixtures::{Town, in_state, keep, keep_schedules, organisation, stored, town, vacancy};

const STORY: &str = "Je werkt elke dinsdag met 5 buren in de moestuin. Samen zaaien, wieden en oogsten jullie. \
    We beginnen om half tien met koffie. Annet laat je zien wat er te doen is. Na afloop neem je verse groente mee. \
    Je hebt geen ervaring nodig. Oude kleren zijn handig, laarzen staan klaar.";

/// A form with which nothing is wrong.
const GOOD: [(&str, &str); 12] = [
    ("title", "Samen tuinieren op dinsdag"),
    ("summary", "Je werkt met buren in de moestuin."),
    ("description", STORY),
    ("themes", "nature"),
    ("when", "series"),
    ("weekday", "2"),
    ("starts", "9.30"),
    ("ends", "12.00"),
    ("hours", "2,5"),
    ("offered", "insurance"),
    ("contact_label", "Annet, coördinator"),
    ("people_wanted", "3"),
];

fn with<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = GOOD.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name)).copied();
    kept.chain(changes.iter().copied()).collect()
}

fn base(organisation: OrganisationId) -> String {
    format!("/organisatie/{organisation}/vacatures")
}

/// The vacancy at the end of the address one is sent on to.
fn id_in(answer: &Answer) -> VacancyId {
    let location = answer.location().expect("sent on");
    let id = location.split("/vacatures/").nth(1).expect("a vacancy").split('/').next().expect("an id");
    id.parse().expect("an id")
}

/// A vacancy that went live, so that the organisation is known.
async fn known(app: &TestApp, town: &Town) {
    in_state(app, town.organisation, State::Closed).await;
}

async fn write(app: &TestApp, town: &Town, fields: &[(&str, &str)]) -> (VacancyId, Answer) {
    let mut browser = app.browser_of(town.contact).await;
    let base = base(town.organisation);
    let begun = browser.post(&format!("{base}/nieuw"), &[("start", "leeg")]).await;
    let id = id_in(&begun);
    (id, browser.post(&format!("{base}/{id}/bewerken"), fields).await)
}

/// What is in the audit table about a vacancy, and which facts were recorded since, the oldest first.
async fn left(app: &TestApp, id: VacancyId, follower: &mut Follower) -> (Vec<String>, Vec<String>) {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let rows = audit::about(&mut conn, &ctx, Subject::of("vacancy", id), 50).await.expect("audit rows");
    drop(conn);
    let facts = follower.next(&app.app.db).await.expect("facts").expect("it goes on");
    let of_it = facts.into_iter().filter(|fact| fact.subject == id.0);
    (rows.into_iter().rev().map(|row| row.action).collect(), of_it.map(|fact| fact.kind).collect())
}

#[db_test]
async fn every_step_leaves_an_audit_row_and_a_fact(app: TestApp) {
    let town = town(&app).await;
    let mut follower = Follower::at_end(&app.app.db).await.expect("the feed");
    let (id, _) = write(&app, &town, &GOOD).await;
    assert_eq!(stored(&app, id).await.state, State::Waiting);
    let mut browser = app.browser_of(town.contact).await;
    let path = format!("{}/{id}", base(town.organisation));
    browser.post(&format!("{path}/bewerken"), &with(&[("title", "Samen wieden op dinsdag")])).await.assert_status(303);
    browser.post(&format!("{path}/sluit"), &[("closing", "unknown")]).await.assert_status(303);
    browser.post(&format!("{path}/heropen"), &[]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Draft);
    let (rows, facts) = left(&app, id, &mut follower).await;
    assert_eq!(
        rows,
        ["vacancy.create", "vacancy.submit", "vacancy.change", "vacancy.close", "vacancy.redraft"],
        "the words changed while it waited; what was closed is a draft"
    );
    let told = ["vacancy_submitted", "vacancy_changed", "vacancy_closed", "vacancy_redrafted"];
    assert_eq!(facts, told.map(|kind| format!("marketplace.{kind}")));
    app.run_jobs().await;
}

#[db_test]
async fn the_first_vacancy_waits_and_later_ones_go_live_at_once(app: TestApp) {
    let town = town(&app).await;
    let (first, answer) = write(&app, &town, &GOOD).await;
    answer.assert_status(303);
    assert_eq!(stored(&app, first).await.state, State::Waiting);
    known(&app, &town).await;
    let (second, _) = write(&app, &town, &GOOD).await;
    let second = stored(&app, second).await;
    assert_eq!(second.state, State::Live);
    assert_eq!(second.published_at, Some(second.changed_at));
    assert!(second.closes_on.is_some(), "it is not shown for ever");
    app.visitor().get(&format!("/vacatures/{}", second.id)).await.assert_contains("Annet, coördinator");
    app.run_jobs().await;
}

#[db_test]
async fn an_unconfirmed_organisation_always_waits(app: TestApp) {
    let contact = app.person("Nora Nieuw", Some("nora@nieuw.example"), &[]).await;
    let unknown = organisation(&app, "Club Nog Onbekend", false, contact).await;
    in_state(&app, unknown, State::Closed).await;
    let mut browser = app.browser_of(contact).await;
    let begun = browser.post(&format!("{}/nieuw", base(unknown)), &[("start", "leeg")]).await;
    let id = id_in(&begun);
    browser.post(&format!("{}/{id}/bewerken", base(unknown)), &GOOD).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Waiting);
    app.run_jobs().await;
}

#[db_test]
async fn the_check_refuses_and_says_what_to_change(app: TestApp) {
    let town = town(&app).await;
    known(&app, &town).await;
    let story = format!("{STORY} Het salaris is marktconform.");
    let paid = with(&[("description", &story), ("hours", "30")]);
    let (id, answer) = write(&app, &town, &paid).await;
    answer
        .assert_status(422)
        .assert_contains("“salaris” hoort bij betaald werk")
        .assert_contains("Vraag hoogstens 20 uur per week")
        .assert_contains("Het salaris is marktconform.");
    assert_eq!(stored(&app, id).await.state, State::Draft);
    app.visitor().get(&format!("/vacatures/{id}")).await.assert_status(404);
}

#[db_test]
async fn what_is_missing_or_wrong_is_named_and_nothing_typed_is_lost(app: TestApp) {
    let town = town(&app).await;
    let fields = [("title", ""), ("description", "Kort."), ("when", "once"), ("date", "31-2-2026"), ("hours", "veel")];
    let (_, answer) = write(&app, &town, &fields).await;
    answer.assert_status(422).assert_contains("Vul dit in.").assert_contains("Kies minstens 1 thema.");
    assert_eq!(answer.attribute("#f-hours", "value").as_deref(), Some("veel"));
    assert_eq!(answer.attribute("#f-date", "value").as_deref(), Some("31-2-2026"));
}

#[db_test]
async fn a_draft_is_kept_as_it_was_typed_and_continued_elsewhere(app: TestApp) {
    let town = town(&app).await;
    let half = [("title", "Half af"), ("hours", "nog geen idee"), ("doe", "concept"), ("vreemd", "veld")];
    let (id, answer) = write(&app, &town, &half).await;
    answer.assert_status(303);
    assert_eq!(stored(&app, id).await.title, "Half af");
    let mut elsewhere = app.browser_of(town.contact).await;
    let path = format!("{}/{id}/bewerken", base(town.organisation));
    let form = elsewhere.get(&path).await;
    assert_eq!(form.attribute("#f-hours", "value").as_deref(), Some("nog geen idee"));
    form.assert_lacks("vreemd");
    elsewhere.get(&base(town.organisation)).await.assert_contains("Half af").assert_contains("Concept");
    let saved = elsewhere
        .clone()
        .with_header("x-autosave", "1")
        .post(&format!("{}/{id}/concept", base(town.organisation)), &[("title", "Driekwart af")])
        .await;
    saved.assert_status(204);
    let form = elsewhere.get(&path).await;
    assert_eq!(form.attribute("#f-title", "value").as_deref(), Some("Driekwart af"));
    let thrown = elsewhere.post(&format!("{}/{id}/weggooien", base(town.organisation)), &[]).await;
    thrown.assert_status(303);
    elsewhere.get(&path).await.assert_status(404);
    let list = elsewhere.get(&thrown.location().expect("on to the list")).await;
    list.assert_contains("Het concept is weggegooid").assert_contains("Driekwart af");
    let back = format!("{}/{id}/terugzetten", base(town.organisation));
    app.browser_of(town.other_contact).await.post(&back, &[]).await.assert_status(404);
    elsewhere.post(&back, &[]).await.assert_status(303);
    let form = elsewhere.get(&path).await;
    assert_eq!(form.attribute("#f-title", "value").as_deref(), Some("Driekwart af"), "as it was");
    elsewhere.post(&back, &[]).await.assert_status(409);
    elsewhere.post(&format!("{}/{id}/weggooien", base(town.organisation)), &[]).await.assert_status(303);
    keep_schedules(&app).await;
    app.pass_days(32).await;
    let mut later = app.browser_of(town.contact).await;
    later.post(&back, &[]).await.assert_status(404);
    later.get(&base(town.organisation)).await.assert_lacks("Driekwart af");
}

#[db_test]
async fn words_that_only_look_wrong_are_sent_in_for_the_municipality_to_look_at(app: TestApp) {
    let town = town(&app).await;
    known(&app, &town).await;
    let story = format!("{STORY} We leggen uit hoe je een brief over je salaris leest.");
    let words = with(&[("description", &story)]);
    let (id, refused) = write(&app, &town, &words).await;
    refused.assert_status(422).assert_contains("Toch insturen");
    let insisting = [words.clone(), vec![("doe", "toch")]].concat();
    let mut browser = app.browser_of(town.contact).await;
    let path = format!("{}/{id}/bewerken", base(town.organisation));
    browser.post(&path, &insisting).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Waiting, "the municipality looks first");
    app.visitor().get(&format!("/vacatures/{id}")).await.assert_status(404);
    let mut manager = app.browser_of(town.manager).await;
    manager.post(&format!("/beheer/vacatures/{id}/publiceren"), &[]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Live);
    browser.post(&path, &insisting).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Waiting, "a change of a public one too");
    app.visitor().get(&format!("/vacatures/{id}")).await.assert_status(410).assert_contains("kijkt naar een wijziging");
    let many = [insisting, vec![("hours", "30")]].concat();
    let many: Vec<_> = many.into_iter().filter(|pair| *pair != ("hours", "2,5")).collect();
    browser.post(&path, &many).await.assert_status(422);
    app.run_jobs().await;
}

#[db_test]
async fn a_limit_of_sex_with_its_reason_is_published_and_shown(app: TestApp) {
    let town = town(&app).await;
    known(&app, &town).await;
    let story = format!("{STORY} Alleen vrouwen kunnen zich melden.");
    let reason = "Het is zwemles voor vrouwen.";
    let (id, _) = write(&app, &town, &with(&[("description", &story)])).await;
    assert_eq!(stored(&app, id).await.state, State::Draft);
    let (id, answer) = write(&app, &town, &with(&[("description", &story), ("age_reason", reason)])).await;
    answer.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Live);
    app.visitor().get(&format!("/vacatures/{id}")).await.assert_contains(reason);
    app.run_jobs().await;
}

#[db_test]
async fn changes_to_a_public_vacancy_show_when_they_are_published(app: TestApp) {
    let town = town(&app).await;
    let id = in_state(&app, town.organisation, State::Live).await;
    let mut browser = app.browser_of(town.contact).await;
    let path = format!("{}/{id}", base(town.organisation));
    browser.post(&format!("{path}/concept"), &with(&[("title", "Samen zaaien op dinsdag")])).await.assert_status(303);
    app.visitor().get(&format!("/vacatures/{id}")).await.assert_lacks("Samen zaaien");
    browser.get(&path).await.assert_contains("wijzigingen bewaard");
    let form = browser.get(&format!("{path}/bewerken")).await;
    assert_eq!(form.attribute("#f-title", "value").as_deref(), Some("Samen zaaien op dinsdag"));
    browser.post(&format!("{path}/bewerken"), &with(&[("title", "Samen zaaien op dinsdag")])).await.assert_status(303);
    app.visitor().get(&format!("/vacatures/{id}")).await.assert_contains("Samen zaaien op dinsdag");
    browser.get(&path).await.assert_lacks("wijzigingen bewaard");
    app.run_jobs().await;
}

#[db_test]
async fn the_check_reads_along_with_and_without_script(app: TestApp) {
    let town = town(&app).await;
    let mut browser = app.browser_of(town.contact).await;
    let path = format!("{}/check", base(town.organisation));
    let mut script = browser.clone().with_header("hx-request", "true");
    let part = script.post(&path, &with(&[("offered", "")])).await;
    part.assert_status(200).assert_contains("Kruis ‘Verzekerd’ aan");
    assert!(!part.body.contains("<html"), "only the part that changes");
    script.post(&path, &GOOD).await.assert_lacks("Kruis ‘Verzekerd’ aan").assert_contains("dingen zijn goed");
    let id = in_state(&app, town.organisation, State::Draft).await;
    let path = format!("{}/{id}/bewerken", base(town.organisation));
    let page = browser.post(&path, &with(&[("doe", "controleer"), ("offered", "")])).await;
    page.assert_status(200).assert_contains("Kruis ‘Verzekerd’ aan").assert_contains("Samen tuinieren op dinsdag");
    assert!(page.body.contains("<html"));
}

#[db_test]
async fn one_begins_with_an_example_or_a_copy(app: TestApp) {
    let town = town(&app).await;
    let old = in_state(&app, town.organisation, State::Closed).await;
    let mut browser = app.browser_of(town.contact).await;
    let new = format!("{}/nieuw", base(town.organisation));
    browser
        .get(&new)
        .await
        .assert_status(200)
        .assert_contains("Voorbeeld:")
        .assert_contains("Kopie van: Samen tuinieren");
    let example = browser.submit(&new, &[("start", "voorbeeld-maatje")]).await;
    example.assert_status(200);
    assert_eq!(example.attribute("#f-title", "value").as_deref(), Some("Wandelmaatje voor een oudere buurtgenoot"));
    let copy = browser.post(&new, &[("start", &old.to_string())]).await;
    let copy = stored(&app, id_in(&copy)).await;
    assert_eq!((copy.state, copy.published_at, copy.title), (State::Draft, None, "Samen tuinieren op dinsdag".into()));
    browser.post(&new, &[]).await.assert_status(422);
    browser.post(&new, &[("start", "voorbeeld-bestaat-niet")]).await.assert_status(404);
}

#[db_test]
async fn a_vacancy_pauses_opens_fills_and_closes_with_an_answer(app: TestApp) {
    let town = town(&app).await;
    let id = in_state(&app, town.organisation, State::Live).await;
    let mut browser = app.browser_of(town.contact).await;
    let path = format!("{}/{id}", base(town.organisation));
    browser.submit(&format!("{path}/pauze"), &[]).await.assert_contains("Met 1 tik gaat ze weer open");
    let paused = stored(&app, id).await;
    assert_eq!((paused.state, paused.pause_reason), (State::Paused, Some(PauseReason::Asked)));
    browser.post(&format!("{path}/pauze"), &[]).await.assert_status(409);
    browser.post(&format!("{path}/heropen"), &[]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Live);
    browser.post(&format!("{path}/vervuld"), &[]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.state, State::Filled);
    browser
        .post(&format!("{path}/sluit"), &[])
        .await
        .assert_status(422)
        .assert_contains("Hebben jullie iemand gevonden?");
    browser.post(&format!("{path}/sluit"), &[("closing", "through_us")]).await.assert_status(303);
    let closed = stored(&app, id).await;
    assert_eq!((closed.state, closed.closing), (State::Closed, Some(Closing::ThroughUs)));
    browser.get(&format!("{path}/bewerken")).await.assert_status(409);
    let reopened = browser.post(&format!("{path}/heropen"), &[]).await;
    assert_eq!(reopened.location(), Some(format!("{path}/bewerken")));
    let draft = stored(&app, id).await;
    assert_eq!((draft.state, draft.closing), (State::Draft, None));
    browser.post(&format!("{path}/weggooien"), &[]).await.assert_status(409);
    app.run_jobs().await;
}

#[db_test]
async fn nobody_else_sees_or_touches_an_organisations_work(app: TestApp) {
    let town = town(&app).await;
    let id = in_state(&app, town.organisation, State::Live).await;
    let theirs = in_state(&app, town.other, State::Live).await;
    let own = base(town.organisation);
    let get = ["", "/nieuw", &format!("/{id}"), &format!("/{id}/bewerken")].map(|tail| format!("{own}{tail}"));
    let verbs = ["bewerken", "concept", "kopieer", "pauze", "heropen", "vervuld", "verleng", "sluit", "weggooien"];
    let mut post: Vec<String> = verbs.iter().map(|verb| format!("{own}/{id}/{verb}")).collect();
    post.extend([format!("{own}/nieuw"), format!("{own}/check")]);
    for person in [town.other_contact, town.resident, town.manager] {
        let mut browser = app.browser_of(person).await;
        for path in &get {
            browser.get(path).await.assert_status(404);
        }
        for path in &post {
            browser.post(path, &with(&[("start", "leeg"), ("closing", "unknown")])).await.assert_status(404);
        }
    }
    for path in &get {
        let location = app.visitor().get(path).await.location().expect("sent to the door");
        assert!(location.starts_with("/inloggen?terug="), "{location}");
    }
    // Their own address with another organisation's vacancy in it.
    let mut browser = app.browser_of(town.contact).await;
    browser.get(&format!("{own}/{theirs}")).await.assert_status(404);
    for verb in verbs {
        let answer = browser.post(&format!("{own}/{theirs}/{verb}"), &with(&[("closing", "unknown")])).await;
        answer.assert_status(404);
    }
    assert_eq!(stored(&app, id).await.state, State::Live);
    assert_eq!(stored(&app, theirs).await.state, State::Live);
}

#[db_test]
async fn still_needed_is_one_tap(app: TestApp) {
    let town = town(&app).await;
    let mut ending = vacancy(&app, town.organisation);
    ending.state = State::Live;
    ending.published_at = Some(ending.created_at);
    ending.closes_on = Some(jiff::civil::date(2026, 3, 6));
    let id = keep(&app, ending).await;
    let mut browser = app.browser_of(town.contact).await;
    let path = format!("{}/{id}", base(town.organisation));
    browser.get(&path).await.assert_contains("Is deze vacature nog nodig?");
    browser.post(&format!("{path}/verleng"), &[]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.closes_on, Some(jiff::civil::date(2026, 6, 1)));
    browser.get(&path).await.assert_lacks("Is deze vacature nog nodig?");
    app.run_jobs().await;
}
