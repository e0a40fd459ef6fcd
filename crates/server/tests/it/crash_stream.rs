//! The power goes while many people respond to a vacancy and ask for a code to sign in: what was answered with success is
//! there afterwards, and its letters are sent, at worst twice as one and the same, with the same code.

use std::{
    collections::{BTreeMap, BTreeSet},
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use conversations::model::{ResponseId, State};
use demo::{STAFF, StaffRole};
use facets::model::VacancyId;
use kernel::{Lang, time};
use organisations::brief;
use platform::{
    App, Ctx, Db,
    app::{MovableClock, system_random},
    config::Config,
};
use testkit::{Engine, fresh_database};
use vacancies::model::{State as VacancyState, Vacancy};

use crate::{
    cluster_nodes::{Node, ask, run, until},
    crash_mail_sink::{Arrived, MailSink},
};

/// How often the power goes.
const CRASHES: i64 = 8;
/// How far the clock is moved on after a crash: past the lease of a job, long before anybody is reminded of anything.
const AHEAD: i64 = 6 * time::MINUTE;
/// People who send at the same time; one in three sits at a desk and sends for somebody opposite, one signs in.
const CLIENTS: usize = 6;
/// Successes between two crashes.
const BETWEEN: usize = 40;
/// Who answers for the vacancy.
const CONTACT: &str = "contact@stroomuitval.example";

/// Answers of success.
#[derive(Default)]
struct Answered {
    /// Who responded, and which response they were told of.
    responses: BTreeMap<String, ResponseId>,
    /// Who asked for a code, and the number of their wish.
    sign_ins: BTreeMap<String, String>,
}

impl Answered {
    fn readers(&self) -> impl Iterator<Item = &String> {
        self.responses.keys().chain(self.sign_ins.keys())
    }

    fn count(&self) -> usize {
        self.responses.len() + self.sign_ins.len()
    }

    fn extend(&mut self, more: Self) {
        self.responses.extend(more.responses);
        self.sign_ins.extend(more.sign_ins);
    }
}

/// A demonstration town with one vacancy of which nobody has heard.
struct Town {
    data: PathBuf,
    database_url: Option<String>,
    vacancy: VacancyId,
    /// Cookie of a mediator.
    desk: String,
    mail: MailSink,
    _dir: tempfile::TempDir,
}

impl Town {
    async fn make(engine: Engine) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let data = dir.path().join("data");
        let database_url = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(fresh_database().await),
        };
        let mut demo = vec!["demo", "--data", text(&data)];
        demo.extend(database_url.iter().flat_map(|url| ["--database-url", url.as_str()]));
        run(&demo);
        let app = open(&data, database_url.clone()).await;
        let (vacancy, desk) = prepare(&app).await;
        // Whoever looked before the crash would hold the database open over it.
        app.db.close().await;
        Self { data, database_url, vacancy, desk, mail: MailSink::start(), _dir: dir }
    }

    /// Starts the node, with its clock so much ahead: jobs that were running when the power went are taken over when
    /// their lease has ended, for which nobody wants to wait.
    fn start(&self, ahead: i64) -> Node {
        let start = MovableClock::starting_at(None);
        start.advance(ahead);
        let now = kernel::Clock::now(&start).rfc3339();
        let smtp = format!("smtp://{}", self.mail.address);
        let variables = [
            ("SAMENSTUUR_TRUST_PROXY", "true"),
            // Links in letters are those of the town, on whichever port it came back.
            ("SAMENSTUUR_BASE_URL", "http://localhost"),
            ("SAMENSTUUR_MAIL__TRANSPORT", "smtp"),
            ("SAMENSTUUR_MAIL__SMTP_URL", smtp.as_str()),
        ];
        let mut flags = vec!["--now", now.as_str()];
        flags.extend(self.database_url.iter().flat_map(|url| ["--database-url", url.as_str()]));
        Node::start(&self.data, &flags, &variables)
    }

    /// One response; the id of it when it was answered with success, nothing when the node is gone.
    fn send(&self, address: SocketAddr, email: &str, from: &str, at_desk: bool) -> Option<ResponseId> {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        let fields = [("name", "Noor"), ("email", email), ("reach", "email"), ("question", "Mag ik eerst kijken?")];
        form.extend_pairs(fields);
        let mut headers = vec![("X-Forwarded-For", from)];
        if at_desk {
            form.extend_pairs([("on_behalf", "ja"), ("agreed", "ja"), ("way", "spoken")]);
            headers.push(("Cookie", &self.desk));
        }
        let path = format!("/vacatures/{}/reageer", self.vacancy);
        let id = onward(address, &path, &headers, &form.finish())?;
        Some(id.parse().unwrap_or_else(|_| panic!("{id} is no response")))
    }

    /// Lets everybody send until the node is gone.
    fn stream_until_crash(&self, node: Node, round: i64) -> Answered {
        let address = node.address;
        let (answered, count) = (Mutex::new(Answered::default()), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for client in 0..CLIENTS {
                let (answered, count) = (&answered, &count);
                scope.spawn(move || {
                    for number in 0.. {
                        let email = format!("ronde{round}.bezoeker{client}.{number}@inwoner.example");
                        // Everybody from a network of their own, as far as the node can see: it counts by /64.
                        let from = format!("2001:db8:{client:x}:{number:x}::{round:x}");
                        if client % 3 == 2 {
                            let body = format!("email={}", email.replace('@', "%40"));
                            let wish = onward(address, "/inloggen", &[("X-Forwarded-For", &from)], &body);
                            let Some(wish) = wish else { return };
                            answered.lock().expect("the list").sign_ins.insert(email, wish);
                        } else {
                            let Some(id) = self.send(address, &email, &from, client % 3 == 1) else { return };
                            answered.lock().expect("the list").responses.insert(email, id);
                        }
                        count.fetch_add(1, Ordering::SeqCst);
                    }
                });
            }
            until("enough was sent", || (count.load(Ordering::SeqCst) >= BETWEEN).then_some(()));
            node.kill();
        });
        answered.into_inner().expect("the list")
    }

    /// The letters to one reader, in the order in which they arrived.
    fn letters(&self) -> BTreeMap<String, Vec<Arrived>> {
        let mut found: BTreeMap<String, Vec<Arrived>> = BTreeMap::new();
        for letter in self.mail.letters() {
            found.entry(letter.to.clone()).or_default().push(letter);
        }
        found
    }

    /// Fails unless the code in the first letter of each who asked for one lets them in.
    fn sign_in(&self, node: &Node, answered: &Answered) {
        let letters = self.letters();
        for (number, (email, wish)) in answered.sign_ins.iter().enumerate() {
            let code = letters[email][0].code().unwrap_or_else(|| panic!("no code for {email}"));
            let from = format!("2001:db8:ffff:{number:x}::1");
            let body = format!("poging={wish}&code={code}");
            let reply = node.ask("POST", "/inloggen/code", &[("X-Forwarded-For", &from)], &body);
            let reply = reply.expect("the node answers");
            assert_eq!(reply.status, 303, "the code of {email} is worth nothing: {}", reply.body);
        }
    }

    /// Waits until everybody has a letter, and no job has ended for a while.
    fn settle(&self, node: &Node, answered: &Answered) {
        until("everybody has a letter", || {
            let letters = self.letters();
            answered.readers().all(|email| letters.contains_key(email)).then_some(())
        });
        let (mut last, mut same) = (-1.0, 0);
        until("no job ends any more", || {
            let done = node.figure("samenstuur_jobs_done_total", "");
            same = if done == last { same + 1 } else { 0 };
            last = done;
            (same == 30).then_some(())
        });
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a path of plain text")
}

/// The installation in this process, to prepare and to look; it serves nothing and runs no jobs.
async fn open(data: &Path, database_url: Option<String>) -> App {
    let config =
        Config { data: data.to_owned(), database_url, demo: true, search_in_memory: true, ..Config::default() };
    let db = Db::open(&config.location()).await.expect("it opens");
    server::build(config, db, Arc::new(MovableClock::starting_at(None)), system_random()).await.expect("it starts")
}

fn context(app: &App) -> Ctx {
    let town = app.municipalities.by_slug("zoetermeer").expect("the demonstration town");
    app.system(town.id).expect("the town is there")
}

/// A vacancy with one who answers, and a mediator who has signed in.
async fn prepare(app: &App) -> (VacancyId, String) {
    let ctx = context(app);
    let mut tx = app.db.begin_system().await.expect("a transaction");
    let contact =
        people::add_person(&mut tx, &ctx, "Cora Contact", Some(CONTACT), &[], Lang::Nl).await.expect("a contact");
    let organisation = brief::insert_sample(&mut tx, &ctx, "Stichting Stroomuitval", true, contact).await;
    let mut vacancy = Vacancy::draft(ctx.town(), ctx.id(), organisation.expect("an organisation"), ctx.now);
    vacancy.title = "Kaarsen uitdelen".into();
    vacancy.state = VacancyState::Live;
    vacancy.published_at = Some(ctx.now.plus(-time::HOUR));
    let vacancy = vacancies::insert_sample(&mut tx, &ctx, vacancy).await.expect("a vacancy");
    let mediator = STAFF.iter().find(|member| member.role == StaffRole::Mediator).expect("a mediator");
    let account = people::account_by_email(&mut tx, ctx.town(), mediator.email).await.expect("it reads");
    let session = platform::auth::start_session(&mut tx, &ctx, account.expect("an account").id).await;
    let cookie = format!("{}={}", platform::auth::COOKIE, session.expect("a session").reveal());
    tx.commit().await.expect("it commits");
    (vacancy, cookie)
}

/// The id in the address to which an answer of success leads on; nothing when the node is gone.
fn onward(address: SocketAddr, path: &str, headers: &[(&str, &str)], body: &str) -> Option<String> {
    let reply = ask(address, "POST", path, headers, body).ok()?;
    assert_eq!(reply.status, 303, "{}", reply.body);
    let onward = reply.location.expect("on to what happens next");
    onward.rsplit(['/', '=']).next().map(str::to_owned)
}

/// Fails unless each of these letters came once, or twice as one and the same; how many came twice.
fn once_or_the_same(to: &str, letters: &[Arrived], different: usize) -> usize {
    let mut times: BTreeMap<&String, (usize, BTreeSet<&String>)> = BTreeMap::new();
    for letter in letters {
        let (times, contents) = times.entry(&letter.id).or_default();
        *times += 1;
        contents.insert(&letter.content);
    }
    assert_eq!(times.len(), different, "{to} should have {different} different letters: {:?}", times.keys());
    assert!(times.values().all(|(times, _)| *times <= 2), "{to} got a letter too often: {times:?}");
    let other = times.values().find(|(_, contents)| contents.len() > 1);
    assert!(other.is_none(), "{to} got a letter a second time, and it says something else: {other:?}");
    times.values().filter(|(times, _)| *times == 2).count()
}

/// Every response of which somebody was told is there, as it was sent, and everybody has their letters.
async fn check(town: &Town, answered: &Answered) {
    let app = open(&town.data, town.database_url.clone()).await;
    let ctx = context(&app);
    let mut conn = ctx.read().await.expect("a connection");
    for (email, id) in &answered.responses {
        let found = conversations::find(&mut conn, &ctx, *id).await.expect("it reads");
        let found = found.unwrap_or_else(|| panic!("the response of {email} is lost"));
        assert_eq!(found.email.as_deref(), Some(email.as_str()));
        assert_eq!(found.subject_id, town.vacancy.0);
        // What a mediator sends needs no confirmation, and is with the organisation at once.
        let expected = if found.entered_by.is_some() { State::Open } else { State::Unconfirmed };
        assert_eq!(found.state, expected, "{email}");
    }
    let confirmed = conversations::of_subject(&mut conn, &ctx, "vacancy", town.vacancy.0).await.expect("it reads");
    drop(conn);
    app.db.close().await;
    let sent = answered.responses.len();
    let told = answered.responses.values().filter(|id| confirmed.iter().any(|response| response.id == **id)).count();
    assert!(told > 0 && told < sent, "both kinds were sent: {told} of {sent}");
    let letters = town.letters();
    // Some were kept just before the power went, without an answer; the organisation hears of those too.
    let mut twice = once_or_the_same(CONTACT, letters.get(CONTACT).map_or(&[], Vec::as_slice), confirmed.len());
    for email in answered.readers() {
        twice += once_or_the_same(email, &letters[email], 1);
    }
    println!("{} answers of success in {CRASHES} crashes: none lost, {twice} letters came twice", answered.count());
}

fn survive(engine: Engine) {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let town = runtime.block_on(Town::make(engine));
    let (mut answered, mut last) = (Answered::default(), Answered::default());
    for round in 0..CRASHES {
        let node = town.start(round * AHEAD);
        // What the last crash left undone is done before the next: a letter comes twice for one crash, not for two.
        town.settle(&node, &last);
        answered.extend(std::mem::replace(&mut last, town.stream_until_crash(node, round)));
    }
    let node = town.start(CRASHES * AHEAD);
    town.settle(&node, &last);
    // The wishes of the rounds before hold no more.
    town.sign_in(&node, &last);
    answered.extend(last);
    town.settle(&node, &answered);
    node.kill();
    assert!(answered.count() >= BETWEEN * usize::try_from(CRASHES).expect("a few"));
    let different: BTreeSet<&ResponseId> = answered.responses.values().collect();
    assert_eq!(different.len(), answered.responses.len(), "everybody was told of a response of their own");
    runtime.block_on(check(&town, &answered));
}

#[test]
fn no_response_is_lost_and_no_letter_told_otherwise_on_sqlite() {
    survive(Engine::Sqlite);
}

#[test]
fn no_response_is_lost_and_no_letter_told_otherwise_on_postgres() {
    survive(Engine::Postgres);
}
