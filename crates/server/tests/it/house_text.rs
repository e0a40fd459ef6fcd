//! Text at the door, on both engines: one account for an address however it is spelt, one line in a name, one number however it is
//! written, people found by any part of their names, and rows of an earlier program found as well.

use facets::model::When;
use jiff::civil::{date, time};
use kernel::{PersonRole, time::DAY};
use testkit::{Client, TestApp, db_test};
use vacancies::model::State;

use crate::{
    help_requests_fixtures::{PRIVATE, mediator, resident},
    vacancies_fixtures::{keep, keep_schedules, town, vacancy},
};

const INTERNATIONAL: &str = "post@xn--mller-kva.example";

/// Asks for a code with one spelling of an address and signs in with it.
async fn signs_in(app: &TestApp, typed: &str) -> Client {
    let mut browser = app.visitor();
    let path =
        browser.post("/inloggen", &[("email", typed)]).await.assert_status(303).location().expect("on to the code");
    app.run_jobs().await;
    let letters = app.visitor().get(&format!("/demo/postvak.json?aan={INTERNATIONAL}")).await.json();
    let code = letters[0]["code"].as_str().expect("a code").to_owned();
    let attempt = path.split("poging=").nth(1).expect("the wish is in the path").to_owned();
    browser.post("/inloggen/code", &[("poging", &attempt), ("code", &code)]).await.assert_status(303);
    browser
}

#[db_test]
async fn an_address_is_one_account_however_it_is_spelt(app: TestApp) {
    let mut first = signs_in(&app, "Post@Müller.example").await;
    first.post("/inloggen/naam", &[("name", "Noor\nVoorbeeld\u{202e}"), ("terms", "ja"), ("agreed", "ja")]).await;
    first.get("/mijn").await.assert_status(200).assert_contains("Dag Noor Voorbeeld");
    app.pass(DAY).await;
    for typed in ["post@mu\u{308}ller.example", "<POST@xn--mller-kva.example>", "mailto:post@müller.example."] {
        signs_in(&app, typed).await.get("/mijn").await.assert_status(200).assert_contains("Dag Noor Voorbeeld");
        app.pass(DAY).await;
    }
    for (typed, words) in [
        ("samen..doen@stad.example", "Typ een e-mailadres"),
        ("a@b-.example", "Typ een e-mailadres"),
        ("jürgen@stad.example", "een letter met een accent"),
    ] {
        app.visitor().post("/inloggen", &[("email", typed)]).await.assert_status(422).assert_contains(words);
    }
}

#[db_test]
async fn an_address_of_before_is_found_once_its_row_is_renewed(app: TestApp) {
    keep_schedules(&app).await;
    app.person("Vera van ’t Hof", Some("vera@stad.example"), &[]).await;
    app.tamper("UPDATE persons SET email = 'post@müller.example', sort_key = 'hof vera', phone = '079-1234567'")
        .await
        .expect("as an earlier program wrote it");
    app.pass(DAY).await;
    signs_in(&app, "post@müller.example").await.get("/mijn").await.assert_status(200).assert_contains("Vera van");
    let ctx = app.ctx();
    let mut conn = ctx.read().await.expect("a connection");
    let account = people::account_by_email(&mut conn, ctx.town(), "Post@Müller.example").await.expect("a look-up");
    let account = account.expect("she is found");
    assert_eq!((account.email.as_deref(), account.phone.as_deref()), (Some(INTERNATIONAL), Some("079 123 45 67")));
}

#[db_test]
async fn the_desk_finds_people_by_any_part_of_the_name(app: TestApp) {
    let mut desk = mediator(&app).await;
    let names = [
        "Anna van der Berg",
        "Hans van ’t Hof",
        "Pat O'Brien",
        "Fatima El-Amrani",
        "Jean-Luc Dupont",
        "Els Jansen-de Vries",
        "Mehmet Şahin",
        "Wies de Vries",
        "Łukasz Sørensen",
    ];
    for name in names {
        let fields = [
            ("name", name),
            ("phone", "+31 (0)79 - 123 45 67"),
            ("purposes", "respond"),
            ("way", "spoken"),
            ("agreed", "ja"),
        ];
        desk.post("/balie/personen/nieuw", &fields).await.assert_status(303);
    }
    for (typed, found) in [
        ("van der Berg", &["Anna van der Berg"][..]),
        ("berg anna", &["Anna van der Berg"]),
        ("van 't Hof", &["Hans van ’t Hof"]),
        ("O’Brien", &["Pat O'Brien"]),
        ("obrien", &["Pat O'Brien"]),
        ("El-Amrani", &["Fatima El-Amrani"]),
        ("el amrani", &["Fatima El-Amrani"]),
        ("Jean-Luc", &["Jean-Luc Dupont"]),
        ("Jansen-de Vries", &["Els Jansen-de Vries"]),
        ("de Vries", &["Els Jansen-de Vries", "Wies de Vries"]),
        ("sahin", &["Mehmet Şahin"]),
        ("Lukasz Sorensen", &["Łukasz Sørensen"]),
        ("\0sah\u{200b}in", &["Mehmet Şahin"]),
    ] {
        let query: String = typed.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let page = desk.get(&format!("/balie/personen?naam={query}")).await;
        page.assert_status(200);
        for name in names {
            assert_eq!(page.text().contains(name), found.contains(&name), "{typed}: {name}");
        }
    }
    app.tamper("UPDATE persons SET sort_key = 'berg anna' WHERE name = 'Anna van der Berg'")
        .await
        .expect("as an earlier program left it");
    desk.get("/balie/personen?naam=berg").await.assert_contains("Anna van der Berg");
    keep_schedules(&app).await;
    app.pass(DAY).await;
    desk = app.browser_of(app.person("Mo Balie", Some("mo@punt.example"), &[PersonRole::Mediator]).await).await;
    desk.get("/balie/personen?naam=vanderberg").await.assert_contains("Anna van der Berg");
}

#[db_test]
async fn organisations_are_found_by_any_spelling_of_their_name(app: TestApp) {
    let around = town(&app).await;
    for name in ["Sint-Maartenhof", "Atelier ’t Hoekje", "Café Ørsted"] {
        crate::vacancies_fixtures::organisation(&app, name, true, around.contact).await;
    }
    let found = async |typed: &str, name: &str| {
        let query: String = typed.bytes().map(|byte| format!("%{byte:02X}")).collect();
        app.visitor().get(&format!("/organisaties?q={query}")).await.assert_status(200).text().contains(name)
    };
    for (typed, name) in [
        ("sint maartenhof", "Sint-Maartenhof"),
        ("Sint-Maartenhof", "Sint-Maartenhof"),
        ("sintmaartenhof", "Sint-Maartenhof"),
        ("'t hoekje", "Atelier ’t Hoekje"),
        ("cafe orsted", "Café Ørsted"),
    ] {
        assert!(found(typed, name).await, "{typed} does not find {name}");
    }
    app.tamper("UPDATE organisations SET search_text = 'sint-maartenhof' WHERE name = 'Sint-Maartenhof'")
        .await
        .expect("a row of before");
    assert!(!found("sintmaartenhof", "Sint-Maartenhof").await);
    keep_schedules(&app).await;
    app.pass(DAY).await;
    assert!(found("sintmaartenhof", "Sint-Maartenhof").await);
}

#[db_test]
async fn a_telephone_number_is_taken_as_people_write_it_and_kept_in_one_form(app: TestApp) {
    let (_, mut greet) = resident(&app, "Greet Vrager", "greet@thuis.example").await;
    for (typed, kept) in [
        ("079\u{2011}123\u{a0}45 67", "079 123 45 67"),
        ("+31 (0)79 – 123 45 67", "079 123 45 67"),
        ("14079", "14 079"),
        ("112", "112"),
        ("+32 470 12 34 56", "+32 470 12 34 56"),
    ] {
        greet.post("/mijn/profiel", &[("name", "Greet Vrager"), ("phone", typed)]).await.assert_status(303);
        let page = greet.get("/mijn/profiel").await;
        assert_eq!(page.attribute("input[name=phone]", "value").as_deref(), Some(kept), "{typed}");
    }
    for (typed, words) in [
        ("bel maar", "Vul een telefoonnummer in"),
        ("061234567890", "Vul een telefoonnummer in"),
        ("123 45 67", "netnummer"),
    ] {
        let answer = greet.post("/mijn/profiel", &[("name", "Greet Vrager"), ("phone", typed)]).await;
        answer.assert_status(422).assert_contains(words).assert_contains(typed);
    }
    // The private step of a help request took any text once.
    let answer = greet.post("/hulpvragen/nieuw", &[("written_by", "own")]).await;
    let id = crate::help_requests_fixtures::id_in(&answer);
    let step = format!("/mijn/hulpvragen/{id}/stap/gegevens");
    let bad = [PRIVATE[0], PRIVATE[1], ("phone", "bel de buurvrouw")];
    greet
        .post(&step, &bad)
        .await
        .assert_status(422)
        .assert_contains("Vul een telefoonnummer in")
        .assert_contains("bel de buurvrouw");
    greet.post(&step, &[PRIVATE[0], PRIVATE[1], ("phone", "0031-79-1234567")]).await.assert_status(303);
    let page = greet.get(&step).await;
    assert_eq!(page.attribute("input[name=phone]", "value").as_deref(), Some("079 123 45 67"));
}

#[db_test]
async fn settings_take_what_can_be_used_and_nothing_else(app: TestApp) {
    let around = town(&app).await;
    let mut manager = app.browser_of(around.manager).await;
    let mut decide = async |key: &str, value: &str| {
        let fields = [("value", value), ("source", "besluit")];
        manager.post(&format!("/beheer/instellingen/{key}"), &fields).await
    };
    for (key, bad) in [
        ("site.contact_email", "samen..doen@stad.example"),
        ("site.privacy_email", "geen adres"),
        ("site.contact_phone", "bel maar"),
        ("site.a11y_checked_on", "8-12"),
        ("site.a11y_checked_on", "morgen"),
    ] {
        decide(key, bad).await.assert_status(422).assert_contains(bad);
    }
    for (key, typed) in [
        ("site.contact_email", "Vragen@Müller.example"),
        ("site.contact_phone", "0031 79 1234567"),
        ("site.a11y_checked_on", "8 december 2025"),
        ("site.name", "Samen\nin de\tstad"),
    ] {
        decide(key, typed).await.assert_status(303);
    }
    app.pass(DAY).await;
    let page = app.visitor().get("/contact").await;
    page.assert_contains("vragen@xn--mller-kva.example")
        .assert_contains("079 123 45 67")
        .assert_contains("Samen in de stad");
    app.visitor().get("/toegankelijkheid").await.assert_contains("8 december 2025");
}

#[db_test]
async fn a_contact_address_of_before_that_is_none_stops_no_letter(app: TestApp) {
    let around = town(&app).await;
    let mut manager = app.browser_of(around.manager).await;
    let fields = [("value", "vragen@stad.example"), ("source", "besluit")];
    manager.post("/beheer/instellingen/site.contact_email", &fields).await.assert_status(303);
    app.tamper("UPDATE settings SET value = 'samen..doen@stad.example' WHERE key = 'site.contact_email'")
        .await
        .expect("a row of before");
    app.app.municipalities.refresh(&app.app.db).await.expect("the settings are read");
    app.visitor().post("/inloggen", &[("email", "noor@thuis.example")]).await.assert_status(303);
    let letters = app.mails_to("noor@thuis.example").await;
    assert_eq!((letters.len(), letters[0].reply_to.as_deref()), (1, None));
    assert_eq!(app.app.mailer.unwritable(&app.ctx()), ["site.contact_email"]);
}

#[db_test]
async fn numbers_are_not_read_ten_times_too_large(app: TestApp) {
    let around = town(&app).await;
    for _ in 0..3 {
        crate::vacancies_fixtures::in_state(&app, around.organisation, State::Live).await;
    }
    app.refresh_search().await;
    for (query, status) in [
        ("perPage=2.5", 400),
        ("perPage=2", 200),
        ("page=0.5", 400),
        ("near=2715&radiusKm=1e1", 400),
        ("near=2715&radiusKm=NaN", 400),
        ("near=52.05,4.49&radiusKm=2.125", 200),
        ("perPage=1,000", 400),
    ] {
        app.visitor().get(&format!("/api/v1/vacancies?{query}")).await.assert_status(status);
    }
    let mut resident = app.browser_of(around.resident).await;
    let profile = [("name", "Rik Bewoner"), ("hours", "2.5"), ("travel", "1.5")];
    resident
        .post("/mijn/profiel", &profile)
        .await
        .assert_status(422)
        .assert_contains("Typ een getal van 1 tot en met 40");
    resident
        .post("/mijn/profiel", &[("name", "Rik Bewoner"), ("hours", "2.0"), ("travel", "3,0")])
        .await
        .assert_status(303);
    let page = resident.get("/mijn/profiel").await;
    assert_eq!(page.attribute("input[name=hours]", "value").as_deref(), Some("2"));
    app.visitor().get("/o/a%00b").await.assert_status(404);
    for page in [
        "/vacatures?q=samen%00%0b",
        "/organisaties?q=%00%e2%80%ae",
        "/vacatures?page=2.5",
        "/vacatures?straal=NaN&bij=2715",
    ] {
        let answer = app.visitor().get(page).await;
        answer.assert_status(200);
        assert!(!answer.body.contains(['\0', '\u{b}', '\u{202e}']), "{page}");
    }
}

#[db_test]
async fn a_series_keeps_its_days_whenever_the_file_is_made(app: TestApp) {
    let around = town(&app).await;
    let mut series = vacancy(&app, around.organisation);
    series.state = State::Live;
    series.published_at = Some(series.created_at);
    series.title = "Eten, drinken; en \"meer\"\u{2028}samen".into();
    series.facets.when = When::Series {
        weekday: 2,
        every_weeks: 2,
        starts: time(9, 30, 0, 0),
        ends: time(12, 0, 0, 0),
        from: None,
        until: Some(date(2027, 7, 1)),
    };
    let id = keep(&app, series).await;
    let file = async || app.visitor().get(&format!("/vacatures/{id}/agenda.ics")).await.body;
    let now = file().await;
    assert!(now.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\nBEGIN:DAYLIGHT\r\n"), "{now}");
    assert!(now.contains("SUMMARY:Eten\\, drinken\\; en \"meer\" samen (Buurttuin De Proef)\r\n"), "{now}");
    assert!(
        now.contains("SEQUENCE:") && now.contains("LAST-MODIFIED:") && now.contains(&format!("UID:{id}@")),
        "{now}"
    );
    assert!(now.split("\r\n").all(|line| line.len() <= 75) && !now.replace("\r\n", "").contains(['\r', '\n']), "{now}");
    app.pass_days(8).await;
    assert_eq!(file().await, now, "a week later it is the same");
    app.refresh_search().await;
    let all = app.visitor().get("/vacatures.ics").await;
    all.assert_status(200).assert_contains("BEGIN:VTIMEZONE").assert_contains("DTSTART;TZID=Europe/Amsterdam:");
    assert_eq!(all.body.matches("BEGIN:VTIMEZONE").count(), 1);
}

#[db_test]
async fn a_name_of_several_lines_stands_on_one_in_every_subject(app: TestApp) {
    let around = town(&app).await;
    let mut contact = app.browser_of(around.contact).await;
    let base = format!("/organisatie/{}/contacten", around.organisation);
    let invite = [
        ("email", "<Nieuw@Müller.example>"),
        ("role", "owner"),
        ("task", "Voor\nzitter\u{202e}"),
        ("note", "een\r\ntwee"),
    ];
    contact.post(&base, &invite).await.assert_status(303);
    let letters = app.mails_to("nieuw@xn--mller-kva.example").await;
    assert_eq!(letters.len(), 1);
    assert!(!letters[0].subject.contains(['\n', '\u{202e}']), "{}", letters[0].subject);
    contact.get(&base).await.assert_status(200).assert_lacks("\u{202e}");
}
