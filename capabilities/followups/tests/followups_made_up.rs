//! A question and a promise that only this test knows: the core needs nothing but what the port says.

use std::sync::Mutex;

use followups::{
    promises,
    questions::{self, Known, morning},
    terms,
};
use kernel::{Actor, Date, Instant, Lang, MunicipalityId, PageRequest, Permit, PersonRole, time::DAY};
use platform::{
    App, Ctx, Plan, Tx,
    app::Parts,
    audit,
    followups::{About, Answer, Answerer, ByLink, Moment, Promise, Question, Reader, StillNeeded, Term, Told, Topic},
    jobs::Runner,
    mail::{self, Letter},
    subjects::Follow,
};
use serde_json::json;
use testkit::{TestApp, db_test};
use uuid::Uuid;

use crate::responses_fixtures::{link_in, subjects};

const KIND: &str = "guided_walk";
const WALK: Uuid = Uuid::from_u128(0x57);
const WALKER: &str = "wandelaar@inwoner.voorbeeld.example";
const ASKED: &str = "Ben je begonnen bij Ommetje?";

/// Until when somebody owes the walk an answer. Each test runs in a process of its own.
static OWED: Mutex<Option<Instant>> = Mutex::new(None);

fn owed() -> Option<Instant> {
    *OWED.lock().expect("nobody panicked")
}

async fn note(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, id: Uuid, what: &'static str) -> kernel::Result<()> {
    tx.audit(ctx, permit, what, audit::Subject::of(KIND, id), &json!({})).await
}

/// The walker is mailed, the guide is called; with the words of responses.
static WALKED: Question = Question {
    key: "walk-outcome",
    words: "response-outcome-",
    subject: KIND,
    verbs: ["walk.ask", "walk.tell"],
    address: "/uitkomst",
    sides: &["person", "owner"],
    moments: &[Moment {
        code: "introduction",
        answers: &[Answer::known("started"), Answer::open("talking"), Answer::known("not_started")],
    }],
    times: 2,
    again_days: 7,
    asks_why: true,
    unasked: false,
    find: |_, _, about, _, side| {
        let letter = Letter { to: WALKER.to_owned(), ..Letter::default() };
        let mailed = Answerer::Mail(vec![Reader { lang: Lang::Nl, letter }]);
        let topic = Topic {
            open: true,
            args: vec![("title", "Rondje molen".into()), ("owner", "Ommetje".into()), ("person", "Wim".into())],
            answerer: if side == "person" { mailed } else { Answerer::Call },
            ..Topic::default()
        };
        Box::pin(async move { Ok((about.subject == WALK).then_some(topic)) })
    },
    answered: Some(|tx, ctx, permit, told| Box::pin(note(tx, ctx, permit, told.about.subject, "walk.follow"))),
};

static GUIDE: Promise = Promise {
    key: "walk-guide",
    until: |_, _, _| Box::pin(async { Ok(owed()) }),
    reminders: 2,
    remind: Some(|tx, ctx, permit, id, number| {
        let what = if number == 1 { "walk.remind_first" } else { "walk.remind_second" };
        Box::pin(note(tx, ctx, permit, id, what))
    }),
    take_over: |tx, ctx, permit, id| Box::pin(note(tx, ctx, permit, id, "walk.take_over")),
};

/// A walk that is shown until a day.
struct Shown {
    /// The other town has none.
    town: MunicipalityId,
    until: Date,
    secret: Option<Vec<u8>>,
    ended: bool,
}

static SHOWN: Mutex<Option<Shown>> = Mutex::new(None);

fn shown<T>(with: impl FnOnce(&mut Shown) -> T) -> T {
    with(SHOWN.lock().expect("nobody panicked").as_mut().expect("the test showed it"))
}

fn in_days(ctx: &Ctx, days: i64) -> Date {
    ctx.now.plus_days(days, &ctx.municipality.zone).date(&ctx.municipality.zone)
}

/// With the words of help requests.
static WALKS: Term = Term {
    key: "walk",
    letter: ("help-request-mail-", "keep"),
    ask_days: &help_requests::settings::REMINDER_DAYS,
    to_ask: |_, ctx, until| {
        let ends = shown(|walk| walk.town == ctx.town() && walk.secret.is_none() && !walk.ended && walk.until <= until);
        Box::pin(async move { Ok(ends.then_some(WALK).into_iter().collect()) })
    },
    over: |_, ctx, today| {
        let over = shown(|walk| walk.town == ctx.town() && !walk.ended && walk.until < today);
        Box::pin(async move { Ok(over.then_some(WALK).into_iter().collect()) })
    },
    ask: |_, _, _, secret| {
        let until = shown(|walk| {
            walk.secret = Some(secret);
            walk.until
        });
        let reader = mail::Reader { email: WALKER.to_owned(), name: None, lang: Lang::Nl };
        let needed = StillNeeded {
            readers: vec![reader],
            title: "Rondje molen".into(),
            until: Some(until),
            page: "/".into(),
            links: Vec::new(),
        };
        Box::pin(async move { Ok(Some(needed)) })
    },
    end: |tx, ctx, permit, id| {
        Box::pin(async move {
            note(tx, ctx, permit, id, "walk.end").await?;
            shown(|walk| walk.ended = true);
            Ok(())
        })
    },
    by_link: Some(ByLink {
        words: "help-request-keep-",
        address: "/wandelingen/verlengen",
        mine: ("/mijn", "common-my-page"),
        days: &help_requests::settings::SHOWN_DAYS,
        find: |_, _, secret| {
            let found = shown(|walk| walk.secret == Some(secret));
            Box::pin(async move { Ok(found.then(|| (WALK, "Rondje molen".to_owned()))) })
        },
        keep: |_, ctx, _, _| {
            let until = in_days(ctx, 5);
            shown(|walk| (walk.until, walk.secret) = (until, None));
            Box::pin(async { Ok(("/".to_owned(), "notice-help-request-kept")) })
        },
    }),
};

/// The installation with a capability more.
async fn with_walks(app: &App) -> App {
    let mut plans = server::plans();
    plans.push(Plan::new("walks", 3).question(&WALKED).promise(&GUIDE).term(&WALKS));
    let parts = Parts {
        config: app.config.clone(),
        db: app.db.clone(),
        clock: app.clock.clone(),
        random: app.random.clone(),
        plans,
        identity: app.identity.clone(),
    };
    App::new(parts).await.expect("it starts")
}

/// What the walk did, the oldest first.
async fn steps(app: &TestApp) -> Vec<String> {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let rows = audit::about(&mut conn, &ctx, audit::Subject::of(KIND, WALK), 20).await.expect("it reads");
    rows.into_iter().rev().map(|row| row.action).collect()
}

async fn to_call(app: &TestApp) -> Vec<String> {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let page = questions::to_call(&mut conn, &ctx, &WALKED, PageRequest::default()).await.expect("it reads");
    assert_eq!(u64::try_from(page.items.len()), Ok(page.total));
    page.items.into_iter().map(|asked| asked.side).collect()
}

async fn known(app: &TestApp) -> Known {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    questions::known_since(&mut conn, &ctx, &WALKED, Instant::from_millis(0)).await.expect("it reads")
}

async fn plan(app: &TestApp, walk: Uuid) {
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    let at = morning(&ctx, ctx.now, 1);
    questions::ask_at(&mut tx, &ctx, &WALKED, (About::one(walk), "introduction"), (at, None)).await.expect("it waits");
    tx.commit().await.expect("it commits");
}

#[db_test]
async fn a_question_is_asked_answered_by_link_asked_again_and_called(app: TestApp) {
    let mut app = app;
    app.serve(with_walks(&app.app).await);
    plan(&app, WALK).await;
    plan(&app, WALK).await;
    plan(&app, Uuid::from_u128(0x99)).await;
    app.pass_days(2).await;
    assert_eq!(subjects(&app, WALKER).await, [ASKED], "once, and not about what is gone");
    assert_eq!((steps(&app).await, to_call(&app).await), (vec!["walk.ask".to_owned()], vec!["owner".to_owned()]));
    let tap = link_in(&app.mails_to(WALKER).await[0].text_body, "/uitkomst/");
    let page = app.visitor().get(&tap).await;
    page.assert_status(200).assert_contains("Je antwoord: Ja, het is begonnen.").assert_contains("“Rondje molen”");
    let path = tap.split('?').next().expect("a path");
    app.visitor().post(path, &[]).await.assert_status(422);
    app.visitor().post(path, &[("antwoord", "stopped")]).await.assert_status(422);
    let talking = app.visitor().submit(path, &[("antwoord", "talking"), ("reason", "Het regent")]).await;
    talking.assert_status(200).assert_contains("Bedankt voor je antwoord");
    assert_eq!(known(&app).await, Known { asked: 2, known: 0, unknown: 2 });
    assert_eq!(steps(&app).await, ["walk.ask", "walk.follow", "walk.tell"]);

    // It is not known yet: a week later both are asked again, and then no more.
    app.pass_days(30).await;
    assert_eq!(subjects(&app, WALKER).await, [ASKED, ASKED]);
    assert_eq!(steps(&app).await[3..], ["walk.ask"]);
    let mo = app.person("Mo Balie", Some("mo@punt.example"), &[PersonRole::Mediator]).await;
    let desk = app.ctx_of(Actor::Person(kernel::Person {
        id: mo,
        name: "Mo Balie".to_owned(),
        roles: vec![PersonRole::Mediator],
        offices: Vec::new(),
    }));
    let permit = conversations::policy::mediate(&desk.actor).require().expect("the point may");
    let said = |about| Told {
        about,
        moment: "introduction".to_owned(),
        side: "owner".to_owned(),
        answer: Answer::known("started"),
        reason: None,
        before: None,
    };
    questions::tell(&desk, &permit, &WALKED, said(About::one(WALK))).await.expect("it is kept");
    assert!(to_call(&app).await.is_empty());
    assert_eq!(known(&app).await, Known { asked: 2, known: 1, unknown: 1 });
    let other = About { subject: WALK, with: Uuid::from_u128(0x58) };
    assert!(questions::tell(&desk, &permit, &WALKED, said(other)).await.is_err(), "that was never asked");

    // What somebody said in their own words goes, and so do the links.
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    questions::forget_words(&mut tx, &ctx, &WALKED, WALK).await.expect("it forgets");
    tx.commit().await.expect("it commits");
    app.visitor().get(path).await.assert_status(410);
    let mut conn = ctx.read().await.expect("a connection");
    let asked = questions::of(&mut conn, &ctx, &WALKED, WALK).await.expect("it reads");
    assert!(asked.iter().all(|asked| asked.reason.is_none() && asked.ended), "{asked:?}");
}

#[db_test]
async fn what_had_ended_begins_anew(app: TestApp) {
    let mut app = app;
    app.serve(with_walks(&app.app).await);
    plan(&app, WALK).await;
    app.pass_days(30).await;
    assert_eq!(subjects(&app, WALKER).await.len(), 2);
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    questions::over(&mut tx, &ctx, &WALKED, WALK).await.expect("it ends");
    tx.commit().await.expect("it commits");
    assert!(to_call(&app).await.is_empty(), "nobody is called about what has ended");
    plan(&app, WALK).await;
    app.pass_days(2).await;
    assert_eq!((subjects(&app, WALKER).await.len(), to_call(&app).await.len()), (3, 1));
}

/// Starts the clock: reminders after one and two days, the end after three.
async fn start(app: &TestApp) {
    let ctx = app.ctx();
    let due = ctx.now.plus(3 * DAY);
    *OWED.lock().expect("nobody panicked") = Some(due);
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    let reminders = [(1, ctx.now.plus(DAY)), (2, ctx.now.plus(2 * DAY))];
    promises::promise(&mut tx, &ctx, &GUIDE, WALK, (&reminders, due)).await.expect("it waits");
    tx.commit().await.expect("it commits");
}

#[db_test]
async fn a_promise_reminds_is_taken_over_starts_again_and_is_kept(app: TestApp) {
    let mut app = app;
    app.serve(with_walks(&app.app).await);
    start(&app).await;
    app.pass(DAY + DAY / 2).await;
    assert_eq!(steps(&app).await, ["walk.remind_first"]);
    start(&app).await;
    app.pass_days(4).await;
    let course = ["walk.remind_first", "walk.remind_first", "walk.remind_second", "walk.take_over"];
    assert_eq!(steps(&app).await, course, "the clock that was started again has another end");
    start(&app).await;
    *OWED.lock().expect("nobody panicked") = None;
    app.pass_days(1).await;
    assert_eq!(steps(&app).await, course, "a job asks again whether anything is owed");
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    promises::take_back(&mut tx, &ctx, &GUIDE, WALK).await.expect("it ends");
    tx.commit().await.expect("it commits");
    let mut conn = ctx.read().await.expect("a connection");
    let waiting = platform::jobs::waiting(&mut conn, &ctx).await.expect("it reads");
    drop(conn);
    assert!(!waiting.iter().any(|(kind, _)| kind == "followups.step_promise"), "{waiting:?}");
}

#[db_test]
async fn what_is_shown_for_a_term_is_asked_about_once_kept_by_link_and_ended(app: TestApp) {
    let mut app = app;
    app.serve(with_walks(&app.app).await);
    let until = in_days(&app.ctx(), 12);
    *SHOWN.lock().expect("nobody panicked") = Some(Shown { town: app.town, until, secret: None, ended: false });
    Runner::ensure_schedules(&app.app).await.expect("recurring jobs");
    app.pass_days(3).await;
    assert!(subjects(&app, WALKER).await.is_empty(), "its end is far away");
    app.pass_days(5).await;
    assert_eq!(subjects(&app, WALKER).await, ["Heb je nog hulp nodig? Rondje molen"], "once");
    let link = link_in(&app.mails_to(WALKER).await[0].text_body, "/wandelingen/verlengen/");
    let secret = link.rsplit('/').next().expect("a secret").to_owned();
    let visitor = || app.ctx_of(Actor::Visitor);
    let status = |answer: platform::http::Answer| answer.map(|answer| answer.status().as_u16()).ok();
    assert_eq!(status(terms::show(visitor(), &WALKS, secret.clone()).await), Some(200));
    assert!(shown(|walk| walk.secret.is_some()), "a program that follows links keeps nothing");
    assert_eq!(status(terms::keep(visitor(), &WALKS, secret.clone()).await), Some(303));
    assert_eq!(status(terms::keep(visitor(), &WALKS, secret).await), Some(200), "the link is no longer good");
    app.pass_days(4).await;
    assert_eq!((subjects(&app, WALKER).await.len(), steps(&app).await.len()), (2, 0), "another term, another question");
    app.pass_days(4).await;
    assert_eq!((subjects(&app, WALKER).await.len(), steps(&app).await), (2, vec!["walk.end".to_owned()]));
}
