//! Letters by e-mail: text and HTML, one action, a reply that goes to a person. Only a running job can send one.

mod mime;
mod store;

use std::time::Duration;

use data_encoding::BASE64;
use kernel::{Instant, Lang, Problem, Result, door, setting};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
pub use store::{STATEMENTS, SentMail};
use uuid::Uuid;

use crate::{
    app::Ctx,
    config::{MailConfig, MailTransport},
    db::Conn,
    i18n::FluentValue,
    jobs::{self, JobCtx},
};

/// A letter, in words that are already in the reader's language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Letter {
    /// Address of the reader.
    pub to: String,
    /// Subject line.
    pub subject: String,
    /// First line: *Dag Anna,*.
    pub greeting: String,
    /// What it is about, a paragraph each.
    pub paragraphs: Vec<String>,
    /// Words of somebody else, shown as such.
    pub quote: Option<String>,
    /// Facts beside it: label and value.
    pub facts: Vec<(String, String)>,
    /// A code to type, shown large.
    pub code: Option<String>,
    /// The one thing to do: label and address.
    pub action: Option<(String, String)>,
    /// Other ways on: label and address.
    pub links: Vec<(String, String)>,
    /// After the action, a paragraph each.
    pub closing: Vec<String>,
    /// Why this reader gets this letter, and how to stop it.
    pub reason: String,
    /// Address of the person who answers a reply; when absent, the municipality's (`site.contact_email`).
    pub reply_to: Option<String>,
    pub attachments: Vec<Attachment>,
    /// Address that ends letters like this one with one tap (RFC 8058); it answers a POST without signing in.
    #[serde(default)]
    pub unsubscribe: Option<String>,
}

/// A letter that is being written to somebody, in their language. Its words follow from its kind: with `offer-mail-` and
/// `let-in` they are `offer-mail-let-in-subject`, `-text` and, where it has an action, `-action`; every letter of
/// `offer-mail-` ends with `offer-mail-reason`. A letter that is the only one of its family has no kind.
pub struct Writing {
    job: JobCtx,
    /// The letter so far, for what is special.
    pub letter: Letter,
    kind: String,
}

/// Who reads a letter.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Where it goes.
    pub email: String,
    /// The name to greet them by.
    pub name: Option<String>,
    pub lang: Lang,
}

impl Reader {
    /// How every letter of a family begins and ends for them, where `ctx` has their language: greeting and reason. A family
    /// may greet in words of its own.
    pub fn letter(self, ctx: &Ctx, family: &str, args: &[(&str, FluentValue<'_>)]) -> Letter {
        let own = Some(format!("{family}greeting")).filter(|key| ctx.app.catalogue.has(ctx.lang, key));
        let greeting = match self.name {
            Some(name) => ctx.t_with(own.as_deref().unwrap_or("mail-greeting"), &[("name", name.into())]),
            None => ctx.t("mail-greeting-nameless"),
        };
        Letter { to: self.email, greeting, reason: ctx.t_with(&format!("{family}reason"), args), ..Letter::default() }
    }
}

impl Writing {
    /// Begins a letter of a kind in a family: greeting, subject, text and reason, with what `args` gives in the reader's language.
    pub fn to<'a>(
        job: &JobCtx,
        reader: Reader,
        (family, kind): (&str, &str),
        args: impl FnOnce(&Ctx) -> Vec<(&'static str, FluentValue<'a>)>,
    ) -> Self {
        let job = JobCtx { ctx: job.ctx.in_language(reader.lang), ..job.clone() };
        let (args, kind) = (&args(&job), format!("{family}{kind}").trim_end_matches('-').to_owned());
        let letter = Letter {
            subject: job.t_with(&format!("{kind}-subject"), args),
            paragraphs: vec![job.t_with(&format!("{kind}-text"), args)],
            ..reader.letter(&job, family, args)
        };
        Self { job, letter, kind }
    }

    /// The job in the reader's language.
    pub fn ctx(&self) -> &JobCtx {
        &self.job
    }

    /// The one thing to do, in the words of the letter's kind.
    #[must_use]
    pub fn action(self, path: &str) -> Self {
        let key = format!("{}-action", self.kind);
        self.action_called(&key, path)
    }

    /// The one thing to do, in other words.
    #[must_use]
    pub fn action_called(mut self, key: &str, path: &str) -> Self {
        self.letter.action = Some((self.job.t(key), self.job.url(path)));
        self
    }

    /// Another way on.
    #[must_use]
    pub fn link(mut self, key: &str, path: &str) -> Self {
        self.letter.links.push((self.job.t(key), self.job.url(path)));
        self
    }

    /// Another paragraph before the action.
    #[must_use]
    pub fn text(mut self, key: &str) -> Self {
        self.letter.paragraphs.push(self.job.t(key));
        self
    }

    /// A paragraph after the action.
    #[must_use]
    pub fn closing(mut self, key: &str) -> Self {
        self.letter.closing.push(self.job.t(key));
        self
    }

    /// Words of somebody else.
    #[must_use]
    pub fn quote(mut self, words: Option<String>) -> Self {
        self.letter.quote = words;
        self
    }

    /// Sends it, as [`JobCtx::send`].
    ///
    /// # Errors
    /// When it cannot be handed over; the job is then tried again.
    pub async fn send(self, number: u8) -> Result<()> {
        self.job.send(&self.letter, number).await
    }
}

/// A file with a letter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Attachment {
    /// File name.
    pub name: String,
    /// Media type.
    pub mime: String,
    /// Content as base64.
    pub content: String,
}

impl Attachment {
    pub fn new(name: impl Into<String>, mime: impl Into<String>, content: &[u8]) -> Self {
        Self { name: name.into(), mime: mime.into(), content: BASE64.encode(content) }
    }
}

#[derive(Serialize)]
struct LetterPage<'a> {
    letter: &'a Letter,
    lang: &'static str,
    dir: &'static str,
    site: crate::templates::Site,
}

/// Why a letter was not taken. Its text may stand in a log and in the database: it has the mail server's number and never
/// its words, which repeat the reader's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSent {
    /// The letter is refused, now and later: no such mailbox, or it takes no mail of ours (RFC 5321: 550 to 556), no
    /// such address (501), no mail at all (RFC 7504: 521).
    #[error("the mail server refuses this letter for good ({0})")]
    Refused(u16),
    /// What stands in the letter is no address.
    #[error("the letter has no address to which mail can be sent")]
    Address,
    /// The mail server is not content, with us or for the moment; later may be better, or when somebody mended the settings.
    #[error("the mail server does not take it now ({0})")]
    NotNow(u16),
    /// It could not be reached or understood; says in which way.
    #[error("the mail server: {0}")]
    Unreachable(&'static str),
}

impl NotSent {
    const LATE: Self = Self::Unreachable("no answer in time");

    fn of(error: &lettre::transport::smtp::Error) -> Self {
        match error.status().map(u16::from) {
            Some(code @ (501 | 521 | 550..=556)) => Self::Refused(code),
            Some(code) => Self::NotNow(code),
            None if error.is_timeout() => Self::LATE,
            None if error.is_tls() || is_refused_by_tls(error) => {
                Self::Unreachable("its encryption or certificate is not right")
            }
            None if error.is_response() => Self::Unreachable("it said something that is no SMTP"),
            None if error.is_client() => Self::Unreachable("it cannot do what is asked"),
            None => Self::Unreachable("no connection"),
        }
    }

    /// Whether trying again is of no use.
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::Address)
    }
}

/// While it connects, the transport tells of a certificate that is not right as of data that are not.
fn is_refused_by_tls(error: &lettre::transport::smtp::Error) -> bool {
    let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    let told = causes.filter_map(|cause| cause.downcast_ref::<std::io::Error>());
    told.into_iter().any(|told| told.kind() == std::io::ErrorKind::InvalidData)
}

enum Transport {
    Mailbox,
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
}

/// How long the mail server may take over one letter. A client should wait ten minutes (RFC 5321, 4.5.3.2), but servers answer
/// in seconds; what was taken after all comes again under the same Message-ID.
const HANDOVER: Duration = Duration::from_secs(60);

/// Sends letters.
pub struct Mailer {
    transport: Transport,
    from: String,
    handover: Mutex<Duration>,
}

impl Mailer {
    /// As configured.
    ///
    /// # Errors
    /// When the SMTP address is not one.
    pub fn new(config: &MailConfig) -> Result<Self> {
        let transport = match config.transport {
            MailTransport::Mailbox => Transport::Mailbox,
            MailTransport::Smtp => Transport::Smtp(
                AsyncSmtpTransport::<Tokio1Executor>::from_url(&config.smtp_url).map_err(Problem::fault)?.build(),
            ),
        };
        Ok(Self { transport, from: kernel::email::normal(&config.from), handover: Mutex::new(HANDOVER) })
    }

    /// Gives the mail server another time for a letter than a minute; for tests.
    pub fn wait_at_most(&self, handover: Duration) {
        *self.handover.lock() = handover;
    }

    async fn hand_over(&self, smtp: &AsyncSmtpTransport<Tokio1Executor>, message: Message) -> Result<()> {
        let handover = *self.handover.lock();
        // The transport's own limit is for connecting alone.
        match jobs::aside(tokio::time::timeout(handover, smtp.send(message))).await {
            Ok(sent) => sent.map(drop).map_err(|error| Problem::fault(NotSent::of(&error))),
            Err(_) => Err(Problem::fault(NotSent::LATE)),
        }
    }

    fn write(&self, ctx: &Ctx, message_id: &str, letter: &Letter, text: String, html: String) -> Result<Message> {
        let envelope = mime::Envelope { from: &self.from, name: &ctx.municipality.name, message_id };
        mime::message(&envelope, letter, text, html)
    }

    /// Writes a letter of the town without sending it; `doctor` asks. What comes back are the names of the settings that keep
    /// letters or replies from arriving.
    pub fn unwritable(&self, ctx: &Ctx) -> Vec<&'static str> {
        let letter = Letter {
            to: "doctor@samenstuur.example".to_owned(),
            subject: "Samenstuur".to_owned(),
            ..Letter::default()
        };
        let written = self.write(ctx, "<doctor@samenstuur.example>", &letter, String::new(), String::new());
        let contact_is_none =
            contact(ctx).is_none() && !ctx.municipality.settings.text(&setting::CONTACT_EMAIL, ctx.today()).is_empty();
        let wrong = [(written.is_err(), "mail.from"), (contact_is_none, setting::CONTACT_EMAIL.key)];
        wrong.into_iter().filter(|(wrong, _)| *wrong).map(|(_, key)| key).collect()
    }

    /// Whether the server takes mail; `doctor` asks. The mailbox always does.
    ///
    /// # Errors
    /// When the server cannot be reached or refuses.
    pub async fn probe(&self) -> Result<bool> {
        match &self.transport {
            Transport::Mailbox => Ok(true),
            Transport::Smtp(smtp) => smtp.test_connection().await.map_err(|error| Problem::fault(NotSent::of(&error))),
        }
    }
}

impl JobCtx {
    /// Sends a letter. `number` tells the letters of one job apart: when the job runs again the letter has the same
    /// Message-ID, so that at worst it arrives twice as one and the same.
    ///
    /// # Errors
    /// When it cannot be rendered or handed over; the job is then tried again.
    pub async fn send(&self, letter: &Letter, number: u8) -> Result<()> {
        let ctx = &self.ctx;
        let letter = &answered_by_somebody(ctx, letter);
        let page = LetterPage { letter, lang: ctx.lang.code(), dir: ctx.lang.dir(), site: ctx.site() };
        let html = ctx.app.templates.render_plain("mail/letter.html", &page)?;
        let text = ctx.app.templates.render_plain("mail/letter.txt", &page)?;
        let mut bytes = *self.job.0.as_bytes();
        bytes[15] ^= number;
        let id = Uuid::from_bytes(bytes);
        let host =
            ctx.municipality.base_url.split("://").last().unwrap_or("samenstuur").split(':').next().unwrap_or_default();
        let message_id = format!("<{}@{host}>", id.simple());
        // Written for the mailbox as well, so that what could not be sent is not kept as if it were.
        let message = ctx.app.mailer.write(ctx, &message_id, letter, text.clone(), html.clone())?;
        match &ctx.app.mailer.transport {
            Transport::Mailbox => keep(ctx, id, message_id, letter, text, html).await?,
            Transport::Smtp(smtp) => ctx.app.mailer.hand_over(smtp, message).await?,
        }
        metrics::counter!("samenstuur_mails_sent_total").increment(1);
        Ok(())
    }
}

/// A reply goes to a person: whom the letter names, or the municipality's own address where it gave one. An address to which no
/// mail can be sent is passed over.
fn answered_by_somebody(ctx: &Ctx, letter: &Letter) -> Letter {
    let named = letter.reply_to.as_deref().filter(|address| !address.is_empty());
    let reply_to = named.and_then(mime::address).or_else(|| contact(ctx));
    if named.is_some_and(|named| mime::address(named).is_none()) {
        tracing::warn!("a reply address is none that mail can be sent to; the letter goes without it");
    }
    let subject = door::one_line(&letter.subject);
    Letter { reply_to, subject, ..letter.clone() }
}

/// The municipality's own address, where it gave one to which mail can be sent.
pub fn contact(ctx: &Ctx) -> Option<String> {
    let contact = ctx.municipality.settings.text(&setting::CONTACT_EMAIL, ctx.today());
    let address = mime::address(contact);
    if address.is_none() && !contact.is_empty() {
        tracing::warn!(
            setting = setting::CONTACT_EMAIL.key,
            "is no address that mail can be sent to; letters go without it"
        );
    }
    address
}

async fn keep(ctx: &Ctx, id: Uuid, message_id: String, letter: &Letter, text: String, html: String) -> Result<()> {
    let mut tx = ctx.app.db.begin_system().await?;
    let row = SentMail {
        municipality_id: ctx.town(),
        id,
        message_id,
        recipient: letter.to.clone(),
        subject: letter.subject.clone(),
        text_body: text,
        html_body: html,
        reply_to: letter.reply_to.clone(),
        attachments: crate::db::Json(letter.attachments.clone()),
        sent_at: ctx.app.now(),
    };
    store::KEEP.run(&mut tx, row).await?;
    tx.commit().await?;
    Ok(())
}

/// The mailbox of the demonstration: the newest letters, to one reader or to all, at most `limit`.
pub async fn mailbox(conn: &mut Conn, ctx: &Ctx, recipient: Option<&str>, limit: i64) -> Result<Vec<SentMail>> {
    let rows = match recipient {
        Some(recipient) => store::TO.all(conn, (ctx.town(), kernel::email::normal(recipient), limit)).await?,
        None => store::LATEST.all(conn, (ctx.town(), limit)).await?,
    };
    Ok(rows)
}

/// One letter of the mailbox.
pub async fn mailbox_letter(conn: &mut Conn, ctx: &Ctx, id: Uuid) -> Result<Option<SentMail>> {
    Ok(store::ONE.optional(conn, (ctx.town(), id)).await?)
}

/// Forgets letters of the mailbox sent before `before`.
pub async fn forget(conn: &mut Conn, ctx: &Ctx, before: Instant) -> Result<()> {
    store::FORGET.run(conn, (ctx.town(), before)).await?;
    Ok(())
}

/// Forgets every letter of the mailbox to a reader who is no more.
pub async fn forget_reader(conn: &mut Conn, ctx: &Ctx, recipient: &str) -> Result<()> {
    store::FORGET_READER.run(conn, (ctx.town(), kernel::email::normal(recipient))).await?;
    Ok(())
}
