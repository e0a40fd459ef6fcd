//! Hearing of a kind of topic that only this test knows: the core needs nothing but what the port says.

use std::sync::Mutex;

use kernel::{Actor, Instant, Person, PersonId, Problem, time};
use notices::{Followed, Rhythm, Topic, Wish};
use platform::{
    App, Ctx, Plan,
    jobs::{JobCtx, Runner},
    topics::{NewsLine, TopicNow, TopicSource},
};
use testkit::{TestApp, db_test};
use uuid::Uuid;

use crate::listing_saved_searches::link_in;

const KIND: &str = "guided_walk";
const ROUND: &str = "rondje-molen";
const NOOR: &str = "noor@inwoner.voorbeeld.example";
const OWN: &str = "/mijn/wandelingen";

/// The walks that were announced: which, along which way, when.
#[derive(Default)]
struct Walks(Mutex<Vec<(Uuid, &'static str, Instant)>>);

fn walks(app: &App) -> Vec<(Uuid, &'static str, Instant)> {
    app.service(Walks::default).0.lock().expect("nobody panicked").clone()
}

/// Guided walks, in the words of another kind: this one has none in the catalogue.
fn source() -> TopicSource {
    TopicSource {
        kind: KIND,
        words: "saved-search",
        confirm: "/wandelingen/bevestig/{token}",
        leave: "/wandelingen/uit/{token}",
        own: OWN,
        list: ("/vacatures", "listing-home-all"),
        gone: "saved-search-link-over",
        describe: |_, _, way| {
            let path = format!("/wandelingen/{way}");
            let now = (way != "dicht").then(|| TopicNow { summary: format!("Wandeling {way}"), path });
            Box::pin(async move { Ok(now) })
        },
        news: |ctx, way, since| {
            let found = walks(&ctx.app).into_iter().filter(|(_, along, at)| *along == way && *at > since);
            let found = found.map(|(id, _, at)| (id, at)).collect();
            Box::pin(async move { Ok(found) })
        },
        tell: |_, ctx, ids| {
            let told = walks(&ctx.app).into_iter().filter(|(id, ..)| ids.contains(id));
            let line =
                |(id, way, _)| NewsLine { words: format!("Mee langs {way}"), path: format!("/wandelingen/{id}") };
            let told = told.map(line).collect();
            Box::pin(async move { Ok(told) })
        },
    }
}

async fn with_walks(app: TestApp) -> TestApp {
    let app = app.with(|| notices::hear_of(Plan::new("walks", 3), source())).await;
    Runner::ensure_schedules(&app.app).await.expect("schedules");
    app
}

/// A walk is announced.
async fn announce(app: &TestApp, way: &'static str) {
    let ctx = app.ctx();
    ctx.app.service(Walks::default).0.lock().expect("nobody panicked").push((ctx.id(), way, ctx.now));
    let job = JobCtx { job: ctx.id(), attempt: 1, ctx };
    notices::there_is_news(&job, KIND).await.expect("it is told");
}

async fn follow(ctx: &Ctx, way: &str, rhythm: Rhythm, email: Option<&str>) -> kernel::Result<Followed> {
    let permit = notices::policy::follow(&ctx.actor).require()?;
    notices::follow(ctx, &permit, Topic::new(KIND, way), Wish { rhythm, email: email.map(str::to_owned) }).await
}

fn as_person(app: &TestApp, id: PersonId) -> Ctx {
    let person = Person { id, name: "Iemand".to_owned(), roles: Vec::new(), offices: Vec::new() };
    app.ctx_of(Actor::Person(person))
}

async fn letters(app: &TestApp, address: &str) -> usize {
    app.mails_to(address).await.len()
}

#[db_test]
async fn each_hears_once_in_the_rhythm_they_chose(app: TestApp) {
    let app = with_walks(app).await;
    let chose = [Rhythm::AtOnce, Rhythm::Daily, Rhythm::Weekly];
    let addresses = ["anna@thuis.example", "bram@thuis.example", "cem@thuis.example"];
    for (rhythm, address) in chose.into_iter().zip(addresses) {
        let person = app.person("Iemand Anders", Some(address), &[]).await;
        let followed = follow(&as_person(&app, person), ROUND, rhythm, None).await.expect("it counts");
        assert_eq!(followed, Followed::Active);
    }
    let heard = async || {
        [letters(&app, addresses[0]).await, letters(&app, addresses[1]).await, letters(&app, addresses[2]).await]
    };
    app.pass(time::MINUTE).await;
    announce(&app, ROUND).await;
    announce(&app, "elders").await;
    app.pass(3 * time::MINUTE).await;
    assert_eq!(heard().await, [1, 0, 0]);
    app.pass_days(1).await;
    assert_eq!(heard().await, [1, 1, 0]);
    app.pass_days(7).await;
    assert_eq!(heard().await, [1, 1, 1]);
    let letter = &app.mails_to(addresses[2]).await[0];
    assert!(
        letter.text_body.contains("Mee langs rondje-molen") && !letter.text_body.contains("elders"),
        "{}",
        letter.text_body
    );
    assert!(letter.text_body.contains("Wandeling rondje-molen") && letter.text_body.contains("Dag Iemand Anders"));
}

#[db_test]
async fn without_an_account_an_address_is_confirmed_and_one_tap_ends_it(app: TestApp) {
    let app = with_walks(app).await;
    let visitor = app.ctx_of(Actor::Visitor);
    for rhythm in [Rhythm::Weekly, Rhythm::AtOnce] {
        assert_eq!(follow(&visitor, ROUND, rhythm, Some(NOOR)).await.expect("it waits"), Followed::Waiting);
        app.run_jobs().await;
    }
    announce(&app, ROUND).await;
    app.pass(10 * time::MINUTE).await;
    let asked = app.mails_to(NOOR).await;
    assert_eq!(asked.len(), 2, "nothing but the letters that ask to confirm");
    let mut browser = app.visitor();
    let earlier = link_in(&asked[1].text_body, "/wandelingen/bevestig/");
    browser.get(&earlier).await.assert_status(410);
    let confirm = link_in(&asked[0].text_body, "/wandelingen/bevestig/");
    browser.get(&confirm).await.assert_status(200).assert_contains("Wandeling rondje-molen");
    let confirmed = browser.post(&confirm, &[]).await;
    assert_eq!(confirmed.location().as_deref(), Some("/wandelingen/rondje-molen"));
    app.pass(time::HOUR).await;
    announce(&app, ROUND).await;
    app.pass(10 * time::MINUTE).await;
    let news = app.mails_to(NOOR).await;
    assert_eq!(news.len(), 3, "one subscription, in the rhythm of the last wish");

    // A mail program's own button: no cookie, no page before it (RFC 8058).
    let leave = link_in(&news[0].text_body, "/wandelingen/uit/");
    app.visitor().post(&leave, &[("List-Unsubscribe", "One-Click")]).await.assert_status(303);
    announce(&app, ROUND).await;
    app.pass(10 * time::MINUTE).await;
    assert_eq!(letters(&app, NOOR).await, 3, "the letters ended");
    browser.get(&leave).await.assert_status(200).assert_contains("Toch weer mailen");
    browser.post(&leave, &[("undo", "ja")]).await.assert_status(303);
    app.pass(time::HOUR).await;
    announce(&app, ROUND).await;
    app.pass(10 * time::MINUTE).await;
    assert_eq!(letters(&app, NOOR).await, 4, "they go on with what is new");
}

#[db_test]
async fn with_an_account_one_changes_ends_and_puts_back_and_nothing_stays_of_somebody_who_leaves(app: TestApp) {
    let app = with_walks(app).await;
    let noor = app.person("Noor Bewoner", Some(NOOR), &[]).await;
    follow(&as_person(&app, noor), ROUND, Rhythm::Weekly, None).await.expect("it counts");
    let mut browser = app.browser_of(noor).await;
    browser.get("/mijn").await.assert_contains(OWN);
    let page = browser.get(OWN).await;
    page.assert_contains("Wandeling rondje-molen");
    let id = page.attribute("input[name=search]", "value").expect("which");
    browser.get("/mijn/zoekopdrachten").await.assert_lacks("Wandeling");
    browser.submit(OWN, &[("search", &id), ("rhythm", "at_once")]).await.assert_contains("bewaard");
    browser.submit(OWN, &[("search", &id), ("end", "ja")]).await.assert_contains("Ongedaan maken");
    browser.submit(OWN, &[("search", &id), ("undo", "ja")]).await.assert_contains("Wandeling rondje-molen");
    announce(&app, ROUND).await;
    app.pass(10 * time::MINUTE).await;
    assert_eq!(letters(&app, NOOR).await, 1);
    let leave = link_in(&app.mails_to(NOOR).await[0].text_body, "/wandelingen/uit/");

    // With the account what was asked with its address ends too, although no capability of this kind says so.
    let visitor = app.ctx_of(Actor::Visitor);
    assert_eq!(follow(&visitor, "elders", Rhythm::Daily, Some(NOOR)).await.expect("it waits"), Followed::Waiting);
    let confirm = link_in(&app.mails_to(NOOR).await[0].text_body, "/wandelingen/bevestig/");
    browser.submit("/mijn/gegevens/wissen", &[("sure", "ja")]).await;
    app.run_jobs().await;
    let mut visitor = app.visitor();
    visitor.get(&leave).await.assert_status(410);
    visitor.get(&confirm).await.assert_status(410);
    let mut conn = app.app.db.read().await.expect("a connection");
    assert!(notices::kept(&mut conn, &app.ctx(), KIND, noor).await.expect("it reads").is_empty());
    drop(conn);
    announce(&app, ROUND).await;
    app.pass(10 * time::MINUTE).await;
}

#[db_test]
async fn there_is_no_hearing_of_what_is_not_there_or_of_very_much(app: TestApp) {
    let app = with_walks(app).await;
    let noor = app.person("Noor Bewoner", Some(NOOR), &[]).await;
    let noor = as_person(&app, noor);
    assert!(matches!(follow(&noor, "dicht", Rhythm::Daily, None).await, Err(Problem::NotFound)));
    for number in 0..20 {
        assert_eq!(follow(&noor, &number.to_string(), Rhythm::Daily, None).await.expect("it counts"), Followed::Active);
    }
    assert_eq!(follow(&noor, "een-te-veel", Rhythm::Daily, None).await.expect("told"), Followed::TooMany);
    assert_eq!(follow(&noor, "3", Rhythm::Weekly, None).await.expect("the same one"), Followed::Active);
}
