//! What the days bring: the question whether it is still needed, the end, tidying; and what news of others does.

use facets::model::{VacancyId, When};
use jiff::civil::{date, time};
use testkit::{TestApp, db_test};
use vacancies::{
    Imported, Upserted,
    model::{Closing, PauseReason, State},
    moderation, policy,
};

use crate::vacancies_fixtures::{Town, in_state, keep, keep_schedules, stored, town, vacancy};

async fn ending(app: &TestApp, town: &Town, last: jiff::civil::Date) -> VacancyId {
    let mut ending = vacancy(app, town.organisation);
    ending.state = State::Live;
    ending.published_at = Some(ending.created_at);
    ending.closes_on = Some(last);
    keep(app, ending).await
}

async fn subjects(app: &TestApp) -> Vec<String> {
    app.mails_to("cora@proef.example").await.into_iter().rev().map(|mail| mail.subject).collect()
}

#[db_test]
async fn a_week_before_the_end_it_is_asked_once_and_after_it_closes(app: TestApp) {
    let town = town(&app).await;
    keep_schedules(&app).await;
    let id = ending(&app, &town, date(2026, 3, 14)).await;
    app.pass_days(3).await;
    assert_eq!(subjects(&app).await, Vec::<String>::new());
    app.pass_days(4).await;
    assert_eq!(subjects(&app).await, ["Is deze vacature nog nodig? Samen tuinieren op dinsdag"]);
    let text = &app.mails_to("cora@proef.example").await[0].text_body;
    assert!(text.contains("zaterdag 14 maart 2026"), "{text}");
    assert!(text.contains(&format!("/organisatie/{}/vacatures/{id}#verleng", town.organisation)), "{text}");
    app.pass_days(6).await;
    let closed = stored(&app, id).await;
    assert_eq!((closed.state, closed.closing), (State::Closed, Some(Closing::Unknown)));
    assert_eq!(
        subjects(&app).await.last().map(String::as_str),
        Some("Je vacature is gesloten: Samen tuinieren op dinsdag")
    );
    assert_eq!(subjects(&app).await.len(), 2, "nobody is asked twice");
    let mut browser = app.browser_of(town.contact).await;
    let path = format!("/organisatie/{}/vacatures/{id}", town.organisation);
    browser.get(&path).await.assert_contains("Hoe is het afgelopen?");
    browser.post(&format!("{path}/sluit"), &[("closing", "not_filled")]).await.assert_status(303);
    assert_eq!(stored(&app, id).await.closing, Some(Closing::NotFilled));
    browser.get(&path).await.assert_lacks("Hoe is het afgelopen?");
}

/// The statement that finds them and the rule of the model say the same: of every state, on either side of the day.
#[db_test]
async fn what_ends_soon_for_the_rule_ends_soon_for_the_store(app: TestApp) {
    let town = town(&app).await;
    keep_schedules(&app).await;
    // As it is tomorrow morning, when the question is asked.
    let soon = vacancies::settings::soon(&app.ctx()).tomorrow().expect("a day");
    let mut titles = Vec::new();
    for state in
        [State::Draft, State::Waiting, State::Live, State::Paused, State::Filled, State::Closed, State::TakenDown]
    {
        for last in [None, Some(soon.yesterday().expect("a day")), Some(soon), Some(soon.tomorrow().expect("a day"))] {
            let mut one = vacancy(&app, town.organisation);
            (one.state, one.closes_on, one.published_at) = (state, last, Some(one.created_at));
            one.title = format!("{state} {last:?}");
            if one.ends_soon(soon) {
                titles.push(format!("Is deze vacature nog nodig? {}", one.title));
            }
            keep(&app, one).await;
        }
    }
    app.pass_days(1).await;
    let mut asked = subjects(&app).await;
    asked.retain(|subject| subject.starts_with("Is deze vacature nog nodig?"));
    asked.sort();
    titles.sort();
    assert_eq!((titles.len(), asked), (2, titles));
}

#[db_test]
async fn extended_it_is_asked_again_before_the_new_end(app: TestApp) {
    let town = town(&app).await;
    keep_schedules(&app).await;
    let id = ending(&app, &town, date(2026, 3, 6)).await;
    app.pass_days(1).await;
    let path = format!("/organisatie/{}/vacatures/{id}/verleng", town.organisation);
    app.browser_of(town.contact).await.post(&path, &[]).await.assert_status(303);
    let last = stored(&app, id).await.closes_on.expect("a last day");
    app.pass_days(10).await;
    assert_eq!(stored(&app, id).await.state, State::Live);
    assert_eq!(subjects(&app).await.len(), 1);
    app.pass_days(i64::from(last.since(date(2026, 3, 14)).expect("a span").get_days()) - 5).await;
    // The demonstration's mailbox forgets after 30 days: only the second question is left.
    assert_eq!(subjects(&app).await.len(), 1);
    let text = &app.mails_to("cora@proef.example").await[0].text_body;
    assert!(text.contains(&format!(" {} ", last.day())) && text.contains(&last.year().to_string()), "{text}");
}

#[db_test]
async fn work_that_ends_that_day_is_not_asked_about(app: TestApp) {
    let town = town(&app).await;
    keep_schedules(&app).await;
    let mut once = vacancy(&app, town.organisation);
    once.facets.when = When::Once { date: date(2026, 3, 6), starts: time(9, 0, 0, 0), ends: time(12, 0, 0, 0) };
    (once.state, once.closes_on) = (State::Live, Some(date(2026, 3, 6)));
    once.published_at = Some(once.created_at);
    let id = keep(&app, once).await;
    app.pass_days(2).await;
    assert_eq!(subjects(&app).await, Vec::<String>::new());
    app.pass_days(2).await;
    assert_eq!(stored(&app, id).await.state, State::Closed);
}

#[db_test]
async fn old_drafts_and_answered_reports_are_forgotten(app: TestApp) {
    let town = town(&app).await;
    keep_schedules(&app).await;
    let draft = in_state(&app, town.organisation, State::Draft).await;
    let id = in_state(&app, town.organisation, State::Filled).await;
    app.visitor().post(&format!("/vacatures/{id}/melden"), &[("reason", "unsafe")]).await.assert_status(303);
    app.visitor().post(&format!("/vacatures/{id}/melden"), &[("reason", "hurtful")]).await.assert_status(303);
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let first = moderation::of_vacancy(&mut conn, &ctx, id).await.expect("it reads").remove(0).id;
    drop(conn);
    let answered = format!("/beheer/meldingen/{first}");
    app.browser_of(town.manager).await.post(&answered, &[("answer", "Bekeken.")]).await.assert_status(303);
    app.run_jobs().await;
    app.app.clock.advance(366 * kernel::time::DAY);
    app.run_jobs().await;
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    assert!(vacancies::find(&mut conn, &ctx, draft).await.expect("it reads").is_none());
    let left = moderation::of_vacancy(&mut conn, &ctx, id).await.expect("it reads");
    assert!(left.len() == 1 && left[0].id != first, "what nobody answered is not forgotten");
}

#[db_test]
async fn the_guarantee_pauses_and_outcomes_fill(app: TestApp) {
    let town = town(&app).await;
    let id = in_state(&app, town.organisation, State::Live).await;
    let ctx = app.ctx();
    let permit = policy::system(&ctx.actor).require().expect("the system may");
    let mut tx = ctx.begin(&permit).await.expect("a transaction");
    assert!(vacancies::pause_unanswered(&mut tx, &ctx, &permit, id).await.expect("it pauses"));
    assert!(!vacancies::pause_unanswered(&mut tx, &ctx, &permit, id).await.expect("once"));
    ctx.commit(tx).await.expect("it commits");
    assert_eq!(stored(&app, id).await.pause_reason, Some(PauseReason::Unanswered));
    app.visitor().get(&format!("/vacatures/{id}")).await.assert_contains("pauzeert");
    let mut tx = ctx.begin(&permit).await.expect("a transaction");
    assert_eq!(vacancies::reopen(&mut tx, &ctx, &permit, id).await.expect("it opens"), State::Live);
    for _ in 0..3 {
        vacancies::count_found(&mut tx, &ctx, &permit, id).await.expect("it counts");
    }
    ctx.commit(tx).await.expect("it commits");
    let full = stored(&app, id).await;
    assert_eq!((full.state, full.people_found, full.people_left()), (State::Filled, 3, 0));
    let mut tx = ctx.begin(&permit).await.expect("a transaction");
    vacancies::reopen(&mut tx, &ctx, &permit, id).await.expect("it opens");
    ctx.commit(tx).await.expect("it commits");
    assert_eq!(stored(&app, id).await.people_left(), 1, "who reopens seeks at least one more");
    app.run_jobs().await;
}

#[db_test]
async fn an_import_adds_changes_and_leaves_alone(app: TestApp) {
    let town = town(&app).await;
    in_state(&app, town.organisation, State::Closed).await;
    let ctx = app.ctx();
    let permit = policy::write(&ctx.actor, town.organisation).require().expect("the system may");
    let import = async |title: &str| {
        let mut content = vacancy(&app, town.organisation).content();
        content.title = title.into();
        let imported = Imported { external_id: "A-12".into(), organisation: town.organisation, content, draft: false };
        let mut tx = ctx.begin(&permit).await.expect("a transaction");
        let done = vacancies::upsert_imported(&mut tx, &ctx, &permit, imported).await.expect("it imports");
        ctx.commit(tx).await.expect("it commits");
        done
    };
    let Upserted::Added(id, _) = import("Samen zaaien").await else { panic!("it was new") };
    assert_eq!(stored(&app, id).await.state, State::Live);
    assert_eq!(import("Samen zaaien").await, Upserted::Same(id));
    assert!(matches!(import("Samen oogsten").await, Upserted::Changed(changed, _) if changed == id));
    assert_eq!(stored(&app, id).await.title, "Samen oogsten");
    app.run_jobs().await;
}

#[db_test]
async fn an_organisation_that_stops_takes_its_vacancies_along(app: TestApp) {
    let town = town(&app).await;
    let live = in_state(&app, town.organisation, State::Live).await;
    let waiting = in_state(&app, town.organisation, State::Waiting).await;
    let other = in_state(&app, town.other, State::Live).await;
    let mut owner = app.browser_of(town.contact).await;
    owner.post(&format!("/organisatie/{}/stoppen", town.organisation), &[]).await.assert_status(303);
    app.run_jobs().await;
    assert_eq!(stored(&app, live).await.state, State::Closed);
    assert_eq!(stored(&app, waiting).await.state, State::Closed);
    assert_eq!(stored(&app, other).await.state, State::Live);
}

#[db_test]
async fn who_takes_over_answers(app: TestApp) {
    let town = town(&app).await;
    let mut own = vacancy(&app, town.organisation);
    (own.state, own.contact, own.contact_label) = (State::Live, Some(town.contact), Some("Cora".into()));
    let id = keep(&app, own).await;
    let ctx = app.ctx();
    let permit = policy::system(&ctx.actor).require().expect("the system may");
    let mut tx = ctx.begin(&permit).await.expect("a transaction");
    let event = organisations::events::ContactHandedOver {
        organisation: town.organisation,
        from: town.contact,
        to: town.resident,
    };
    tx.record(&ctx, &event).await.expect("it is recorded");
    ctx.commit(tx).await.expect("it commits");
    app.run_jobs().await;
    let now = stored(&app, id).await;
    assert_eq!((now.contact, now.contact_label), (Some(town.resident), None));
}

#[db_test]
async fn somebody_gets_a_copy_and_an_end_of_what_is_kept_of_them(app: TestApp) {
    let town = town(&app).await;
    let mut own = vacancy(&app, town.organisation);
    (own.state, own.contact, own.contact_label) = (State::Live, Some(town.contact), Some("Cora".into()));
    let id = keep(&app, own).await;
    let sent = [("reason", "unsafe"), ("note", "Het is glad."), ("email", "cora@proef.example")];
    let mut browser = app.browser_of(town.contact).await;
    browser.post(&format!("/vacatures/{id}/melden"), &sent).await.assert_status(303);
    let ctx = app.ctx();
    let plans = server::plans();
    let data = plans.iter().flat_map(|plan| &plan.person_data).find(|data| data.label == "vacancy-person-data");
    let data = data.expect("vacancies say what they keep");
    let mut conn = ctx.read().await.expect("a connection");
    let copy = (data.export)(&mut conn, &ctx, town.contact).await.expect("a copy");
    assert_eq!(copy["answers_for"][0]["shown_as"], "Cora");
    assert_eq!(
        (&copy["reports"][0]["note"], &copy["reports"][0]["reason"]),
        (&"Het is glad.".into(), &"unsafe".into())
    );
    drop(conn);
    let mut tx = app.app.db.begin_system().await.expect("a transaction");
    (data.erase)(&mut tx, &ctx, town.contact).await.expect("it ends");
    tx.commit().await.expect("it commits");
    let now = stored(&app, id).await;
    assert_eq!((now.contact, now.contact_label), (None, None));
    let mut conn = ctx.read().await.expect("a connection");
    let report = moderation::of_vacancy(&mut conn, &ctx, id).await.expect("it reads").remove(0);
    assert_eq!((report.note.as_str(), report.reporter_email), ("", None));
    drop(conn);
    app.run_jobs().await;
}
