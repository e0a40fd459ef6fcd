//! Getting in: code and link, once and in time; no way to find out who has an account; sessions.

use kernel::time::MINUTE;
use platform::auth;
use testkit::{Answer, Client, TestApp, db_test};

const NOOR: &str = "noor@inwoner.voorbeeld.example";

/// Asks for a code; gives the path of the page where it is typed.
async fn ask(client: &mut Client, email: &str) -> String {
    let answer = client.post("/inloggen", &[("email", email), ("terug", "/mijn/beveiliging")]).await;
    answer.assert_status(303);
    answer.location().expect("on to the code")
}

fn attempt(path: &str) -> String {
    path.split("poging=").nth(1).expect("the wish is in the path").to_owned()
}

/// The code and the link of the newest letter.
async fn letter(app: &TestApp, email: &str) -> (String, String) {
    app.run_jobs().await;
    let answer = app.visitor().get(&format!("/demo/postvak.json?aan={email}")).await;
    answer.assert_status(200);
    let letters = answer.json();
    let code = letters[0]["code"].as_str().expect("a code").to_owned();
    let link = letters[0]["links"][0].as_str().expect("a link").to_owned();
    (code, link.strip_prefix("http://localhost").expect("a link of this town").to_owned())
}

async fn try_code(client: &mut Client, path: &str, code: &str) -> Answer {
    client.post("/inloggen/code", &[("poging", &attempt(path)), ("code", code)]).await
}

#[db_test]
async fn a_known_person_gets_in_with_the_code_once(app: TestApp) {
    app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.visitor();
    let path = ask(&mut browser, "Noor@Inwoner.Voorbeeld.Example").await;
    browser.get(&path).await.assert_status(200).assert_contains("code van 6 cijfers");
    let (code, _) = letter(&app, NOOR).await;
    let answer = try_code(&mut browser, &path, &code).await;
    assert_eq!(answer.location().as_deref(), Some("/mijn/beveiliging"), "{}", answer.text());
    let cookie = answer.headers.get_all("set-cookie").iter().map(|v| v.to_str().unwrap_or_default().to_owned());
    let session = cookie.into_iter().find(|cookie| cookie.starts_with(auth::COOKIE)).expect("a session");
    assert!(session.contains("HttpOnly") && session.contains("SameSite=Lax"), "{session}");
    browser.get("/mijn").await.assert_status(200).assert_contains("Dag Noor Voorbeeld");
    let again = try_code(&mut app.visitor(), &path, &code).await;
    again.assert_status(422).assert_contains("Deze code werkt niet meer");
}

#[db_test]
async fn a_new_person_gives_a_name_and_has_an_account(app: TestApp) {
    let mut browser = app.visitor();
    let path = ask(&mut browser, "nieuw@inwoner.voorbeeld.example").await;
    let (code, _) = letter(&app, "nieuw@inwoner.voorbeeld.example").await;
    let answer = try_code(&mut browser, &path, &code).await;
    assert_eq!(answer.location().as_deref(), Some("/inloggen/naam"));
    assert!(browser.cookie(auth::COOKIE).is_none(), "no session before there is an account");
    browser.get("/inloggen/naam").await.assert_contains("nieuw@inwoner.voorbeeld.example");
    browser.post("/inloggen/naam", &[("name", " ")]).await.assert_status(422);
    let stranger = app.visitor().post("/inloggen/naam", &[("name", "Wie dan ook")]).await;
    assert_eq!(stranger.location().as_deref(), Some("/inloggen"));
    let answer = browser.post("/inloggen/naam", &[("name", "Nora  Nieuw")]).await;
    assert_eq!(answer.location().as_deref(), Some("/mijn/beveiliging"));
    browser.get("/mijn").await.assert_contains("Dag Nora Nieuw");
    let mut conn = app.ctx().read().await.expect("a connection");
    let account = people::account_by_email(&mut conn, app.town, "nieuw@inwoner.voorbeeld.example").await;
    assert_eq!(account.expect("it is read").expect("an account").name, "Nora Nieuw");
}

#[db_test]
async fn opening_the_link_uses_nothing_up_and_pressing_the_button_does(app: TestApp) {
    app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    ask(&mut app.visitor(), NOOR).await;
    let (_, link) = letter(&app, NOOR).await;
    for _ in 0..3 {
        app.visitor().get(&link).await.assert_status(200).assert_contains(NOOR);
    }
    let token = link.split("sleutel=").nth(1).expect("a token").to_owned();
    let mut browser = app.visitor();
    let answer = browser.post("/inloggen/link", &[("sleutel", &token)]).await;
    assert_eq!(answer.location().as_deref(), Some("/mijn/beveiliging"));
    browser.get("/mijn").await.assert_status(200);
    app.visitor().get(&link).await.assert_status(200).assert_contains("Deze link werkt niet meer");
    app.visitor().post("/inloggen/link", &[("sleutel", &token)]).await.assert_status(422);
}

#[db_test]
async fn code_and_link_end_after_a_quarter_of_an_hour(app: TestApp) {
    app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.visitor();
    let path = ask(&mut browser, NOOR).await;
    let (code, link) = letter(&app, NOOR).await;
    app.app.clock.advance(15 * MINUTE);
    try_code(&mut browser, &path, &code).await.assert_status(422).assert_contains("werkt niet meer");
    browser.get(&link).await.assert_contains("Deze link werkt niet meer");
}

#[db_test]
async fn wrong_codes_are_counted(app: TestApp) {
    app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.visitor();
    let path = ask(&mut browser, NOOR).await;
    let (code, _) = letter(&app, NOOR).await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..4 {
        try_code(&mut browser, &path, wrong).await.assert_status(422).assert_contains("Deze code klopt niet");
    }
    try_code(&mut browser, &path, wrong).await.assert_status(422).assert_contains("werkt niet meer");
    try_code(&mut browser, &path, &code).await.assert_status(422).assert_contains("werkt niet meer");
}

#[db_test]
async fn nobody_can_find_out_who_has_an_account(app: TestApp) {
    app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let unknown = "wie@inwoner.voorbeeld.example";
    let mut seen = Vec::new();
    for email in [NOOR, unknown] {
        let mut browser = app.visitor();
        let path = ask(&mut browser, email).await;
        let id = attempt(&path);
        let before = browser.get(&path).await;
        app.run_jobs().await;
        let wrong = try_code(&mut browser, &path, "000000").await;
        let wash = |answer: &Answer| {
            let body = answer.body.replace(&id, "ID");
            // The number in the log differs per request and says nothing.
            (answer.status, body)
        };
        seen.push((path.replace(&id, "ID"), wash(&before), wash(&wrong)));
    }
    assert_eq!(seen[0], seen[1]);
    let statements = |email: &'static str| {
        let app = app.clone();
        async move {
            let before = app.app.db.statement_count();
            ask(&mut app.visitor(), email).await;
            app.app.db.statement_count() - before
        }
    };
    assert_eq!(statements(NOOR).await, statements(unknown).await, "the same work for both");
    app.run_jobs().await;
}

#[db_test]
async fn a_made_up_attempt_looks_like_an_old_one(app: TestApp) {
    let mut browser = app.visitor();
    for id in ["019ccccc-0000-7000-8000-000000000000", "onzin", ""] {
        let path = format!("/inloggen/code?poging={id}");
        browser.get(&path).await.assert_status(200);
        try_code(&mut browser, &path, "123456").await.assert_status(422).assert_contains("werkt niet meer");
    }
}

#[db_test]
async fn asking_too_often_is_refused_for_every_address_alike(app: TestApp) {
    app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    for email in [NOOR, "wie@inwoner.voorbeeld.example"] {
        let mut browser = app.visitor();
        for time in 0..5 {
            // Sent twice as it is, it would be one letter.
            let back = format!("/mijn?keer={time}");
            browser.post("/inloggen", &[("email", email), ("terug", &back)]).await.assert_status(303);
        }
        let answer = browser.post("/inloggen", &[("email", email)]).await;
        answer.assert_status(429).assert_contains("Open de nieuwste").assert_contains("3 minuten");
        answer.assert_contains("Ik heb een kaart met een code");
        assert!(answer.headers.contains_key("retry-after"));
    }
    app.run_jobs().await;
}

/// Whoever asks from elsewhere keeps nobody from asking: each network has its own measure.
#[db_test]
async fn a_stranger_does_not_keep_somebody_from_asking_for_a_code(mut app: TestApp) {
    app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let config = platform::config::Config { trust_proxy: true, ..app.app.config.clone() };
    let (db, clock, random) = (app.app.db.clone(), app.app.clock.clone(), app.app.random.clone());
    let proxied = server::build(config, db, clock, random).await.expect("it starts");
    app.serve(proxied);
    let from = |network: &str| app.visitor().with_header("x-forwarded-for", network);
    let ask = async |mut browser: Client, time: usize| {
        let back = format!("/mijn?keer={time}");
        browser.post("/inloggen", &[("email", NOOR), ("terug", &back)]).await.status.as_u16()
    };
    for network in ["192.0.2.7", "198.51.100.7", "2001:db8:1:2::7"] {
        let asked = [0, 1, 2, 3, 4, 5, 6].map(|time| ask(from(network), time));
        let mut statuses = Vec::new();
        for asking in asked {
            statuses.push(asking.await);
        }
        assert_eq!(statuses, [303, 303, 303, 303, 303, 429, 429], "{network}");
    }
    assert_eq!(ask(from("203.0.113.9"), 0).await, 303, "from her own network she gets a letter");
    let mut given_up = 0;
    for network in 0..40 {
        given_up += usize::from(ask(from(&format!("203.0.113.{network}")), 9).await == 429);
    }
    assert!(given_up > 10, "a mailbox is not filled from many networks either");
    app.run_jobs().await;
}

#[db_test]
async fn a_sign_in_replaces_the_session_of_this_browser(app: TestApp) {
    let noor = app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.browser_of(noor).await;
    let old = browser.cookie(auth::COOKIE).expect("a session").to_owned();
    let path = ask(&mut browser, NOOR).await;
    let (code, _) = letter(&app, NOOR).await;
    try_code(&mut browser, &path, &code).await.assert_status(303);
    let new = browser.cookie(auth::COOKIE).expect("a session").to_owned();
    assert_ne!(old, new);
    let mut thief = app.visitor();
    thief.set_cookie(auth::COOKIE, &old);
    assert!(
        thief.get("/mijn").await.location().is_some_and(|to| to.starts_with("/inloggen")),
        "the old one is worth nothing"
    );
    browser.get("/mijn").await.assert_status(200);
}

#[db_test]
async fn sessions_are_listed_and_ended(app: TestApp) {
    let noor = app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let other = app.person("Bram Bedenksel", Some("bram@inwoner.voorbeeld.example"), &[]).await;
    let mut phone = app.browser_of(noor).await;
    let mut desktop = app.browser_of(noor).await;
    let mut stranger = app.browser_of(other).await;
    let page = desktop.get("/mijn/beveiliging").await;
    page.assert_status(200).assert_contains("dit apparaat");
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let sessions = auth::sessions(&mut conn, &ctx, noor).await.expect("sessions");
    drop(conn);
    assert_eq!(sessions.len(), 2);
    for session in &sessions {
        let path = format!("/mijn/beveiliging/sessies/{}/stop", session.id);
        stranger.post(&path, &[]).await.assert_status(404);
    }
    desktop.post("/mijn/beveiliging/sessies", &[]).await.assert_status(303);
    assert!(phone.get("/mijn").await.location().is_some(), "the phone is signed out");
    desktop.get("/mijn").await.assert_status(200);
    desktop.post("/uitloggen", &[]).await.assert_status(303);
    assert!(desktop.get("/mijn").await.location().is_some());
}

#[db_test]
async fn the_demonstration_plays_every_part_and_moves_the_clock(app: TestApp) {
    app.person("Mila Bemiddelaar", Some("mila@punt.voorbeeld.example"), &[kernel::PersonRole::Mediator]).await;
    let mut browser = app.visitor();
    browser.get("/demo").await.assert_status(200).assert_contains("Mila Bemiddelaar").assert_contains("Bemiddelaar");
    browser.post("/demo/inloggen", &[("persoon", "mila@punt.voorbeeld.example")]).await.assert_status(303);
    browser.get("/mijn").await.assert_contains("Dag Mila Bemiddelaar");
    let before = app.app.now();
    browser.post("/demo/klok", &[("dagen", "2")]).await.assert_status(303);
    assert!(app.app.now().since(before) >= 2 * kernel::time::DAY);
    browser.post("/demo/klok", &[("dagen", "-2")]).await.assert_status(422);
    browser.get("/onderdelen").await.assert_status(200);
    ask(&mut app.visitor(), NOOR).await;
    app.run_jobs().await;
    let list = browser.get(&format!("/demo/postvak?aan={NOOR}")).await;
    let open = list.attribute("main table a", "href").expect("a letter");
    browser.get(&open).await.assert_status(200).assert_contains(NOOR);
    let html = browser.get(&format!("{open}/html")).await;
    html.assert_status(200);
    let policy = html.headers.get("content-security-policy").and_then(|value| value.to_str().ok()).unwrap_or_default();
    assert!(policy.contains("style-src 'unsafe-inline'") && policy.contains("default-src 'none'"));
}

#[tokio::test]
async fn outside_a_demonstration_there_is_no_mailbox() {
    let dir = std::sync::Arc::new(tempfile::tempdir().expect("a folder"));
    let file = dir.path().join("plain.sqlite");
    let db = platform::Db::open(&platform::db::Location::Sqlite { file, sync: false }).await.expect("it opens");
    let config = platform::config::Config { data: dir.path().to_owned(), demo: false, ..Default::default() };
    let app = TestApp::on(db, config, dir).await;
    let mut browser = app.visitor();
    for path in ["/demo", "/demo/postvak", "/demo/postvak.json", "/onderdelen"] {
        browser.get(path).await.assert_status(404);
    }
    browser.post("/demo/inloggen", &[("persoon", "x")]).await.assert_status(404);
    browser.post("/demo/klok", &[("dagen", "1")]).await.assert_status(404);
}

/// A town is real until it is marked; `TestApp` marks its towns, so this test adds one of its own beside them.
#[db_test]
async fn a_real_town_beside_a_demonstration_stays_closed(app: TestApp) {
    let real = platform::municipalities::NewMunicipality {
        id: app.app.ids.next(),
        slug: "echt".into(),
        name: "Echtstad".into(),
        base_url: "http://echt.example".into(),
        hosts: vec!["echt.example".into()],
        is_default: false,
    };
    let town = real.id;
    app.app.municipalities.create(&app.app.db, real, app.app.now()).await.expect("a town");
    let manager = [kernel::PersonRole::Manager];
    app.person_in(town, "Mara Echt", Some("mara@echt.example"), &manager).await;
    app.person("Mila Bemiddelaar", Some("mila@punt.voorbeeld.example"), &[]).await;

    let mut browser = app.visitor_at("echt.example");
    for path in ["/demo", "/demo/postvak", "/demo/postvak.json", "/onderdelen"] {
        browser.get(path).await.assert_status(404);
    }
    browser.post("/demo/inloggen", &[("persoon", "mara@echt.example")]).await.assert_status(404);
    browser.post("/demo/klok", &[("dagen", "1")]).await.assert_status(404);
    browser.get("/").await.assert_status(200).assert_lacks("zijn verzonnen");

    let mut demonstration = app.visitor();
    demonstration.get("/").await.assert_contains("zijn verzonnen");
    demonstration.post("/demo/inloggen", &[("persoon", "mara@echt.example")]).await.assert_status(422);
    demonstration.post("/demo/inloggen", &[("persoon", "mila@punt.voorbeeld.example")]).await.assert_status(303);
    // The clock is that of the real town as well.
    demonstration.get("/demo").await.assert_contains("De klok staat vast").assert_lacks("Uren vooruit");
    let before = app.app.now();
    demonstration.post("/demo/klok", &[("dagen", "1")]).await.assert_status(409);
    assert!(app.app.now().since(before) < kernel::time::DAY);
}

#[db_test]
async fn a_role_is_granted_to_an_address(app: TestApp) {
    let ctx = app.ctx();
    let permit = people::policy::grant(&ctx.actor).require().expect("the system may");
    let email = "mila@punt.voorbeeld.example";
    let role = kernel::PersonRole::Manager;
    let first = people::grant_role(&ctx, &permit, email, role).await.expect("it is granted");
    let second = people::grant_role(&ctx, &permit, email, role).await.expect("twice is once");
    assert_eq!(first, second);
    let mut conn = ctx.read().await.expect("a connection");
    let account = people::account(&mut conn, app.town, first).await.expect("read").expect("there");
    assert_eq!(account.roles, [role]);
}
