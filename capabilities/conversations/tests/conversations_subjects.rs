//! Conversations about a kind of subject that only this test knows: the core needs nothing but what the port says.

use conversations::{
    Entry, NewResponse, Owner, Reach, Subject, decisions,
    model::{ResponseId, Side, State},
    policy::{self, Via},
};
use kernel::{Actor, Permit, Person, PersonId, PersonRole};
use platform::{
    App, Ctx, Plan, Tx,
    app::Parts,
    audit,
    jobs::JobCtx,
    subjects::{Door, Follow, Over, SubjectNow, SubjectSource},
};
use serde_json::json;
use testkit::{TestApp, db_test};
use uuid::Uuid;

use crate::responses_fixtures::{CORA, NOOR, assert_told, scene, stored};

const KIND: &str = "guided_walk";
const WALK: Uuid = Uuid::from_u128(0x57);
const BRAM: &str = "bram@inwoner.voorbeeld.example";

async fn note(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, id: Uuid, what: &'static str) -> kernel::Result<()> {
    tx.audit(ctx, permit, what, audit::Subject::of(KIND, id), &json!({})).await
}

/// Guided walks: there is one, people start with it, and it takes no more when nobody answers.
fn walks() -> SubjectSource {
    SubjectSource {
        kind: KIND,
        list: "/wandelingen",
        find: |_, _, id| {
            let now = SubjectNow { place: Some("Bij de molen".into()), ..SubjectNow::default() };
            Box::pin(async move { Ok((id == WALK).then_some(now)) })
        },
        doors: Some(|_, _, _| {
            let (title, by) = ("Langs het water".to_owned(), "Ommetje".to_owned());
            Box::pin(async move { Ok(vec![Door { kind: KIND.to_owned(), id: Uuid::from_u128(0x58), title, by }]) })
        }),
        started: Some(|tx, ctx, permit, id| Box::pin(note(tx, ctx, permit, id, "walk.start"))),
        silent: Some(|tx, ctx, permit, id| {
            Box::pin(async move {
                note(tx, ctx, permit, id, "walk.pause").await?;
                Ok(true)
            })
        }),
    }
}

/// The installation with a capability more; without matching, which would suggest doors of its own.
async fn with_walks(app: &App) -> App {
    let mut plans = server::plans();
    plans.push(Plan::new("walks", 3).subject(walks()));
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

/// A confirmed response, made at the desk.
async fn ask(app: &TestApp, by: PersonId, owner: Owner, walk: Uuid, email: &str) -> ResponseId {
    let ctx = app.ctx_of(Actor::Visitor);
    let permit = policy::respond(&ctx.actor).require().expect("everybody may");
    let new = NewResponse {
        subject: Subject { kind: KIND.to_owned(), id: walk, title: "Rondje molen".to_owned() },
        owner,
        name: "Noor".to_owned(),
        email: Some(email.to_owned()),
        phone: None,
        reach: Reach::Email,
        question: "Hoe ver is het?".to_owned(),
        entry: Entry::OnBehalf { by, of: None },
        agreed: None,
        lang: ctx.lang,
    };
    conversations::respond(&ctx, &permit, new).await.expect("a response").id
}

/// What the walk did because of its conversations, the newest first.
async fn steps(app: &TestApp) -> Vec<String> {
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let rows = audit::about(&mut conn, &ctx, audit::Subject::of(KIND, WALK), 10).await.expect("it reads");
    rows.into_iter().map(|row| row.action).collect()
}

#[db_test]
async fn a_subject_of_any_kind_has_threads_doors_and_the_guarantee(app: TestApp) {
    let scene = scene(&app).await;
    let mut app = app;
    app.app = with_walks(&app.app).await;
    let owner = Owner::Organisation(scene.town.organisation);
    let first = ask(&app, scene.mediator, owner, WALK, NOOR).await;
    assert_told(&app, CORA, "Noor wil meer weten over “Rondje molen”").await;
    // Somebody starts: the walk hears of it.
    let roles = vec![PersonRole::Mediator];
    let mo = Person { id: scene.mediator, name: "Mo".to_owned(), roles, offices: Vec::new() };
    let desk = app.ctx_of(Actor::Person(mo));
    let permit = policy::decide(&desk.actor, &stored(&app, first).await, &Via::Desk).require().expect("the point may");
    decisions::start(&desk, &permit, first, Side::Point).await.expect("it starts");
    assert_eq!(steps(&app).await, ["walk.start"]);
    // The walk is full: who waits hears it, with the doors of its own kind.
    let waits = ask(&app, scene.mediator, owner, WALK, BRAM).await;
    let job = JobCtx { ctx: app.ctx(), job: app.ctx().id(), attempt: 1 };
    conversations::over(&job, KIND, WALK, Over::Full).await.expect("it ends");
    let ended = stored(&app, waits).await;
    assert_eq!((ended.state, ended.doors.len()), (State::Declined, 1));
    assert_told(&app, BRAM, "“Rondje molen” is vol").await;
    let door = format!("/wandelingen/{}", Uuid::from_u128(0x58));
    assert!(
        app.mails_to(BRAM).await.iter().any(|letter| letter.text_body.contains(&door)),
        "its own door is in the letter"
    );
    // What is not there any more is answered at once.
    let gone = ask(&app, scene.mediator, owner, Uuid::from_u128(0x99), "ali@inwoner.voorbeeld.example").await;
    assert_eq!(stored(&app, gone).await.state, State::Declined);
    // Two that nobody answers: the point takes over, and the walk takes no more.
    for email in ["een@inwoner.voorbeeld.example", "twee@inwoner.voorbeeld.example"] {
        ask(&app, scene.mediator, owner, WALK, email).await;
    }
    app.pass_days(8).await;
    assert_eq!(steps(&app).await, ["walk.pause", "walk.start"]);
    let paused = app.mails_to(CORA).await.into_iter().find(|letter| letter.subject.contains("pauzeert"));
    let workplace = format!("/organisatie/{}/wandelingen/{WALK}", scene.town.organisation);
    assert!(paused.expect("the owner hears it").text_body.contains(&workplace));
}

#[db_test]
async fn a_kind_that_no_capability_has_any_more_stays_readable(app: TestApp) {
    let scene = scene(&app).await;
    let owner = Owner::Organisation(scene.town.organisation);
    let id = ask(&app, scene.mediator, owner, WALK, NOOR).await;
    assert_eq!(stored(&app, id).await.state, State::Open);
    let mut contact = app.browser_of(scene.town.contact).await;
    let thread = format!("/organisatie/{}/reacties/{id}", scene.town.organisation);
    contact.get(&thread).await.assert_status(200).assert_contains("Rondje molen");
    contact.get(&format!("{thread}/uitnodigen")).await.assert_status(200);
    contact.get(&format!("{thread}/afwijzen")).await.assert_status(200);
    app.run_jobs().await;
}
