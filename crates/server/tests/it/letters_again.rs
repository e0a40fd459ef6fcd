//! A letter of which the mail server took notice and did not say so is sent again: it is the same letter, with the same code
//! and the same link, so that whichever of the two somebody opens is worth something.

use std::{collections::BTreeMap, net::SocketAddr, sync::Arc};

use kernel::time::{DAY, HOUR, MINUTE};
use parking_lot::Mutex;
use platform::{
    config::{Config, MailConfig, MailTransport},
    jobs::Runner,
};
use testkit::{TestApp, db_test};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use crate::{
    listing_saved_searches,
    responses_fixtures::{CORA, NOOR, open, scene, send, typed},
};

/// A letter that arrived, once of two times.
#[derive(Clone, Debug)]
struct Arrived {
    to: String,
    id: String,
    subject: String,
    /// All of it but when it was sent, its boundaries by number.
    text: String,
}

/// A mail server that takes each letter and hangs up; what comes a second time it takes in peace.
#[derive(Default)]
struct Forgetful(Mutex<Vec<Arrived>>);

impl Forgetful {
    async fn start() -> (Arc<Self>, SocketAddr) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("its address");
        let server = Arc::new(Self::default());
        let kept = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = kept.clone();
                tokio::spawn(async move { server.take(stream).await });
            }
        });
        (server, address)
    }

    /// Speaks SMTP (RFC 5321) as far as a client without wishes needs it.
    async fn take(&self, mut stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 here\r\n").await?;
        let (mut to, mut text) = (String::new(), None::<String>);
        while let Some(line) = lines.next_line().await? {
            let answer = match (line.as_str(), &mut text) {
                (".", Some(_)) => match self.keep(&to, &text.take().unwrap_or_default()) {
                    true => "250 taken\r\n",
                    false => return Ok(()),
                },
                (line, Some(text)) => {
                    text.push_str(line);
                    text.push('\n');
                    continue;
                }
                ("DATA", None) => {
                    text = Some(String::new());
                    "354 go on\r\n"
                }
                ("QUIT", None) => "221 bye\r\n",
                (line, None) => {
                    if let Some(reader) = line.strip_prefix("RCPT TO:<") {
                        to = reader.split('>').next().unwrap_or_default().to_owned();
                    }
                    "250 ok\r\n"
                }
            };
            write.write_all(answer.as_bytes()).await?;
        }
        Ok(())
    }

    /// Whether it came before.
    fn keep(&self, to: &str, raw: &str) -> bool {
        let header = |name: &str| {
            let found = raw.lines().find_map(|line| line.strip_prefix(name));
            found.unwrap_or_default().trim().to_owned()
        };
        let (to, id, subject) = (to.to_owned(), header("Message-ID:"), header("Subject:"));
        let mut letters = self.0.lock();
        let again = letters.iter().any(|known| (&known.to, &known.id) == (&to, &id));
        letters.push(Arrived { to, id, subject, text: plain(raw) });
        again
    }

    fn to(&self, reader: &str) -> Vec<Arrived> {
        self.0.lock().iter().filter(|letter| letter.to == reader).cloned().collect()
    }
}

/// Without the moment at which it was sent; boundaries, which are chance, by number; lines as they were before they were broken.
fn plain(raw: &str) -> String {
    let mut text: String =
        raw.lines().filter(|line| !line.starts_with("Date:")).map(|line| format!("{line}\n")).collect();
    let boundaries: Vec<String> =
        raw.split("boundary=\"").skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned)).collect();
    for (number, boundary) in boundaries.iter().enumerate() {
        text = text.replace(boundary, &format!("boundary {number}"));
    }
    text.replace("=\n", "").replace("=3D", "=")
}

/// The first address of this site that begins with `path`, without the host.
fn link(letter: &Arrived, path: &str) -> String {
    let rest = letter.text.split("http://localhost").find(|rest| rest.starts_with(path));
    let rest = rest.unwrap_or_else(|| panic!("no {path} in\n{}", letter.text));
    rest.split(|sign: char| sign.is_whitespace() || "\"<>".contains(sign)).next().unwrap_or_default().to_owned()
}

fn code(letter: &Arrived) -> String {
    let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|sign| sign.is_ascii_digit());
    letter.text.split_whitespace().find(is_code).expect("a code").to_owned()
}

/// The same installation, with this mail server.
async fn with_mail(mut app: TestApp) -> (TestApp, Arc<Forgetful>) {
    let (mail, address) = Forgetful::start().await;
    let smtp = MailConfig {
        transport: MailTransport::Smtp,
        smtp_url: format!("smtp://{address}"),
        ..app.app.config.mail.clone()
    };
    let config = Config { mail: smtp, ..app.app.config.clone() };
    let (db, clock, random) = (app.app.db.clone(), app.app.clock.clone(), app.app.random.clone());
    let other = server::build(config, db, clock, random).await.expect("it starts");
    app.serve(other);
    (app, mail)
}

/// Sends what is due, and what failed again.
async fn deliver(app: &TestApp) {
    for _ in 0..6 {
        app.run_jobs().await;
        app.app.clock.advance(MINUTE);
    }
    app.run_jobs().await;
}

/// The two of one letter.
fn twice(letters: &[Arrived]) -> [Arrived; 2] {
    let [first, again] = letters else { panic!("{} letters", letters.len()) };
    assert_eq!(first.text, again.text, "another letter under the same Message-ID");
    [first.clone(), again.clone()]
}

#[db_test]
async fn a_code_that_is_sent_again_is_the_same_code(app: TestApp) {
    let (app, mail) = with_mail(app).await;
    app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    let mut browser = app.visitor();
    let path = browser.post("/inloggen", &[("email", NOOR)]).await.location().expect("on to the code");
    let attempt = path.split("poging=").nth(1).expect("the wish").to_owned();
    deliver(&app).await;
    let [first, again] = twice(&mail.to(NOOR));
    assert_eq!(code(&first), code(&again));
    assert_eq!(link(&first, "/inloggen/link"), link(&again, "/inloggen/link"));
    let typed = [("poging", attempt.as_str()), ("code", &code(&first))];
    browser.post("/inloggen/code", &typed).await.assert_status(303);
    app.visitor().post("/inloggen/code", &typed).await.assert_status(422).assert_contains("werkt niet meer");
}

#[db_test]
async fn the_link_of_the_first_letter_opens_the_door_once_also_while_the_second_is_under_way(app: TestApp) {
    let (app, mail) = with_mail(app).await;
    app.person("Noor Voorbeeld", Some(NOOR), &[]).await;
    app.visitor().post("/inloggen", &[("email", NOOR)]).await.assert_status(303);
    app.run_jobs().await;
    let first = mail.to(NOOR).remove(0);
    let (_, token) = link(&first, "/inloggen/link")
        .split_once("sleutel=")
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .expect("a token");
    app.visitor().post("/inloggen/link", &[("sleutel", &token)]).await.assert_status(303);
    deliver(&app).await;
    assert_eq!(mail.to(NOOR).len(), 1, "who is in needs no second letter");
    app.visitor().post("/inloggen/link", &[("sleutel", &token)]).await.assert_status(422);
}

#[db_test]
async fn a_response_is_confirmed_and_talked_about_with_either_of_two_letters(app: TestApp) {
    let (app, mail) = with_mail(app).await;
    let scene = scene(&app).await;
    send(&app, scene.vacancy, &typed("Noor", NOOR)).await.1.assert_status(303);
    deliver(&app).await;
    let [first, _] = twice(&mail.to(NOOR));
    let asked = link(&first, "/reacties/bevestig");
    let (id, secret) = asked
        .split_once("reactie=")
        .and_then(|(_, rest)| rest.split_once("&sleutel="))
        .or_else(|| asked.split_once("reactie=").and_then(|(_, rest)| rest.split_once("&amp;sleutel=")))
        .expect("a secret");
    app.visitor().post("/reacties/bevestig", &[("reactie", id), ("sleutel", secret)]).await.assert_status(303);
    deliver(&app).await;
    let [first, again] = twice(&mail.to(CORA));
    let (one, other) = (link(&first, "/reacties/mijn/"), link(&again, "/reacties/mijn/"));
    assert_eq!(one, other);
    app.visitor().get(&one).await.assert_status(200).assert_contains("Noor reageert");
    app.visitor().post(&format!("{one}/bericht"), &[("message", "Kom gerust!")]).await.assert_status(303);
    app.app.clock.advance(MINUTE);
    app.visitor().post(&format!("{one}/bericht"), &[("message", "Neem laarzen mee.")]).await.assert_status(303);
    app.pass(HOUR).await;
    deliver(&app).await;
    for letter in mail.to(NOOR) {
        let same: Vec<Arrived> = mail.to(NOOR).into_iter().filter(|known| known.id == letter.id).collect();
        twice(&same);
    }
}

/// Everything that is sent in half a year about a response, an offer, a search, an invitation and their ends.
#[db_test]
async fn every_letter_that_is_sent_again_is_the_same(app: TestApp) {
    let (app, mail) = with_mail(app).await;
    Runner::ensure_schedules(&app.app).await.expect("schedules");
    let scene = scene(&app).await;
    let noor = open(&app, scene.vacancy, scene.town.organisation, "Noor", Some(NOOR)).await;
    open(&app, scene.vacancy, scene.town.organisation, "Bram", Some("bram@thuis.example")).await;
    let mut contact = app.browser_of(scene.town.contact).await;
    let office = format!("/organisatie/{}", scene.town.organisation);
    contact.post(&format!("{office}/reacties/{noor}/aannemen"), &[]).await.assert_status(303);
    let asked = [("email", "nieuw@proef.example"), ("role", "coordinator"), ("task", "planning")];
    contact.post(&format!("{office}/contacten"), &asked).await.assert_status(303);
    let wish = [("q", "koken"), ("rhythm", "at_once"), ("email", "zoeker@thuis.example")];
    app.visitor().post("/zoekopdracht", &wish).await.assert_status(303);
    let maker = app.person("Olga Eigen", Some("olga@thuis.example"), &[]).await;
    let ctx = app.ctx();
    let mut tx = ctx.app.db.begin_system().await.expect("a transaction");
    offers::insert_sample(&mut tx, &ctx, offers::samples::of_person(maker)).await.expect("an offer");
    tx.commit().await.expect("it commits");
    deliver(&app).await;
    let confirm = link(&mail.to("zoeker@thuis.example")[0], "/zoekopdracht/bevestig/");
    app.visitor().post(&confirm, &[]).await.assert_status(303);
    app.pass(MINUTE).await;
    listing_saved_searches::publish(&app, &scene.town, "Samen koken").await;
    app.pass(180 * DAY).await;
    app.pass(DAY).await;

    let letters = mail.0.lock().clone();
    let mut by_id: BTreeMap<(String, String), Vec<Arrived>> = BTreeMap::new();
    for letter in letters {
        by_id.entry((letter.to.clone(), letter.id.clone())).or_default().push(letter);
    }
    let subjects: Vec<String> = by_id.values().map(|same| same[0].subject.clone()).collect();
    assert!(by_id.len() > 12, "{subjects:?}");
    for same in by_id.values() {
        assert!(same.iter().all(|again| again.text == same[0].text), "{}:\n{same:#?}", same[0].subject);
    }
    // What no longer holds when it would be sent again is not sent again.
    let again = by_id.values().filter(|same| same.len() > 1).count();
    assert!(again > 12, "{again} of {subjects:?}");
    for secret in ["/reacties/mijn/", "/uitkomst/", "/zoekopdracht/", "/aanbod/verlengen/", "/organisatie/uitnodiging/"]
    {
        let held = by_id.values().any(|same| same[0].text.contains(secret));
        assert!(held, "without a letter with {secret} this proves nothing: {subjects:?}");
    }
}
