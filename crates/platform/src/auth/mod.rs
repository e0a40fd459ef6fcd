//! Sessions and secrets. A session's token has 256 random bits; the database knows only its hash.
//! Every sign-in makes a new one, so a token from before it is worth nothing.

mod cards;
mod letters;
mod store;

use data_encoding::BASE64URL_NOPAD;
use kernel::{Actor, Instant, Lang, Municipality, MunicipalityId, PersonId, Result, SessionId, codes, time};
use sha2::{Digest, Sha256};
pub use store::{STATEMENTS, SessionRow};

pub(crate) use self::cards::with_cards;
pub use self::letters::{LetterSecrets, letter_secrets};

use crate::{
    app::{App, Ctx},
    db::{Code, Conn, Tx},
};

/// Name of the session's cookie.
pub const COOKIE: &str = "samenstuur";
/// A sign-in ends after so long without use.
pub const IDLE_DAYS: i64 = 30;
/// How stale `seen_at` may become before a visit is noted.
const SEEN_STEP: i64 = time::HOUR;

codes! {
    /// How somebody came in, which decides how far they get.
    pub enum Way {
        /// With what is theirs alone: a code by mail, a passkey, an identity provider.
        Full = "full",
        /// With the code of a card on paper, which somebody else may find.
        Card = "card",
    }
}

/// A secret that is shown once and stored as its hash.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// 256 random bits, as text for a cookie, a link or a key.
    pub fn new(app: &App) -> Self {
        let mut bytes = [0u8; 32];
        (app.random)(&mut bytes);
        Self(BASE64URL_NOPAD.encode(&bytes))
    }

    /// The text, to be given to its owner.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored.
    pub fn hash(&self) -> Vec<u8> {
        hash(&self.0)
    }
}

/// What is stored of a secret.
pub fn hash(secret: &str) -> Vec<u8> {
    digest(secret.as_bytes()).to_vec()
}

/// SHA-256 of some content: another content has another.
pub fn digest(content: &[u8]) -> [u8; 32] {
    Sha256::digest(content).into()
}

/// A code of `digits` digits that people can type, each digit equally likely.
pub fn digits(app: &App, digits: usize) -> String {
    digits_of(digits, || {
        let mut byte = [0u8; 1];
        (app.random)(&mut byte);
        byte
    })
}

fn digits_of<const N: usize>(digits: usize, mut more: impl FnMut() -> [u8; N]) -> String {
    let mut code = String::with_capacity(digits);
    while code.len() < digits {
        // 250 and above would make some digits likelier than others.
        let fair = more().into_iter().filter(|byte| *byte < 250);
        code.extend(fair.map(|byte| char::from(b'0' + byte % 10)).take(digits - code.len()));
    }
    code
}

/// A code for paper: letters and digits that cannot be mistaken for each other, in groups of four.
pub fn paper_code(app: &App, length: usize) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut bytes = vec![0u8; length];
    (app.random)(&mut bytes);
    let mut code = String::new();
    for (i, byte) in bytes.iter().enumerate() {
        if i > 0 && i % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(LETTERS[usize::from(byte % 32)]));
    }
    code
}

/// Starts a session for somebody; the secret goes into the cookie.
pub async fn start_session(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<Secret> {
    start_session_of(tx, ctx, person, IDLE_DAYS * time::DAY, Way::Full).await
}

/// Starts a session that ends after `millis` without use; one that was begun with a card ends then in any case.
pub async fn start_session_of(tx: &mut Tx, ctx: &Ctx, person: PersonId, millis: i64, way: Way) -> Result<Secret> {
    let secret = Secret::new(&ctx.app);
    let row = SessionRow {
        municipality_id: ctx.town(),
        id: ctx.id(),
        token_hash: secret.hash(),
        person_id: person,
        device: kernel::text::excerpt(&ctx.request.user_agent, 120),
        created_at: ctx.now,
        seen_at: ctx.now,
        expires_at: ctx.now.plus(millis),
        way: Code(way),
    };
    store::INSERT.run(tx, row).await?;
    Ok(secret)
}

/// Somebody whose session goes on.
pub struct Resumed {
    pub session: SessionId,
    /// Whether they came in with a card on paper.
    pub by_card: bool,
    pub actor: Actor,
    /// The language they chose.
    pub lang: Option<Lang>,
}

/// Who holds this token, in this town. A visit moves the end of the session along, at most once an hour; that of a card on
/// paper stays where it is.
pub async fn resume(app: &App, town: &Municipality, token: &str, now: Instant) -> Result<Option<Resumed>> {
    let mut conn = app.db.read().await?;
    let Some(session) = store::FIND.optional(&mut conn, (town.id, hash(token), now)).await? else { return Ok(None) };
    let found = app.identity.person(&mut conn, town.id, session.person_id).await?;
    drop(conn);
    let Some((person, lang)) = found else { return Ok(None) };
    let by_card = session.way == Code(Way::Card);
    if !by_card && now.since(session.seen_at) > SEEN_STEP {
        let mut tx = app.db.begin_system().await?;
        store::SEEN.run(&mut tx, (town.id, session.id, now, now.plus(IDLE_DAYS * time::DAY))).await?;
        tx.commit().await?;
    }
    Ok(Some(Resumed { session: session.id, by_card, actor: Actor::Person(person), lang }))
}

/// Somebody's sign-ins that still hold.
pub async fn sessions(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<SessionRow>> {
    Ok(store::OF_PERSON.all(conn, (ctx.town(), person, ctx.now)).await?)
}

/// Ends one of somebody's sign-ins.
pub async fn end_session(tx: &mut Tx, ctx: &Ctx, person: PersonId, session: SessionId) -> Result<()> {
    store::END.run(tx, (ctx.town(), person, session)).await?;
    Ok(())
}

/// Ends all of somebody's sign-ins.
pub async fn end_all_sessions(tx: &mut Tx, town: MunicipalityId, person: PersonId) -> Result<()> {
    store::END_ALL.run(tx, (town, person)).await?;
    Ok(())
}

/// Forgets the sign-ins that have ended, and those that were not used since `idle`.
pub async fn forget_ended(tx: &mut Tx, ctx: &Ctx, idle: Instant) -> Result<()> {
    store::FORGET_IDLE.run(tx, (ctx.town(), idle)).await?;
    store::FORGET.run(tx, (ctx.town(), ctx.now)).await?;
    Ok(())
}
