//! What is asked and promised afterwards: the port between a capability that has such things and the one below it that keeps
//! the clock, the links and the answers. The upper one hands over a [`Question`], a [`Promise`] or a [`Term`] with its plan;
//! the lower one knows each thing by its id alone.

use futures::future::BoxFuture;
use kernel::{Date, Instant, Lang, OrganisationId, Permit, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    App, Conn, Ctx, Tx,
    i18n::FluentValue,
    mail::{self, Letter},
    subjects::Follow,
};

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub subject: Uuid,
    /// With whom, where it can be had with several people in turn; the thing itself elsewhere.
    pub with: Uuid,
}

impl About {
    /// A thing that is had once.
    pub fn one(subject: impl Into<Uuid>) -> Self {
        let subject = subject.into();
        Self { subject, with: subject }
    }
}

/// An answer to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What is stored; with dashes the tail of its catalogue key.
    pub code: &'static str,
    /// Whether it is known with this what came of it: otherwise it is asked again, and counts as unknown.
    pub known: bool,
}

impl Answer {
    /// One with which it is known.
    pub const fn known(code: &'static str) -> Self {
        Self { code, known: true }
    }

    /// One with which it is not known yet.
    pub const fn open(code: &'static str) -> Self {
        Self { code, known: false }
    }
}

/// When a question is asked, and what can be answered then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// What is stored.
    pub code: &'static str,
    /// In the order in which people see them.
    pub answers: &'static [Answer],
}

/// Somebody who answers, with a letter as their capability begins each: to whom, greeting, reason, where a reply goes.
#[derive(Clone, Debug)]
pub struct Reader {
    /// In which language.
    pub lang: Lang,
    /// In that language.
    pub letter: Letter,
}

/// Who answers for a side.
#[derive(Clone, Debug, Default)]
pub enum Answerer {
    /// Nobody (any more): it is not asked.
    #[default]
    Nobody,
    /// Somebody whom no mail reaches: the point calls.
    Call,
    /// Each of these; the first who answers does so for the side.
    Mail(Vec<Reader>),
}

/// Ways on for the person who has answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Ways {
    /// The usual one: catalogue key and address.
    pub next: Option<(&'static str, String)>,
    /// Catalogue key of what stands above others.
    pub title: &'static str,
    /// Those: label and address.
    pub links: Vec<(String, String)>,
}

/// What a question is about, where it stands now, for one side.
#[derive(Clone, Debug, Default)]
pub struct Topic {
    /// Whether it still makes sense to ask.
    pub open: bool,
    /// The moment of the fact that is asked about, where the same thing can begin anew: a question that was planned about an
    /// earlier one is not asked.
    pub since: Option<Instant>,
    /// Where texts turn out differently for some things: the tail of their catalogue keys, where there are such texts.
    pub variant: Option<String>,
    /// For the texts.
    pub args: Vec<(&'static str, String)>,
    pub answerer: Answerer,
    /// The organisation whose contacts answer.
    pub organisation: Option<OrganisationId>,
    pub ways: Ways,
}

impl Topic {
    /// As the catalogue takes them.
    pub fn arguments(&self) -> Vec<(&'static str, FluentValue<'_>)> {
        self.args.iter().map(|(name, value)| (*name, FluentValue::from(value.as_str()))).collect()
    }
}

/// What somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub about: About,
    /// Code of the moment.
    pub moment: String,
    /// For which side.
    pub side: String,
    pub answer: Answer,
    /// Why, in their words.
    pub reason: Option<String>,
    /// The answer that was there before; filled in when this one is kept.
    pub before: Option<String>,
}

/// Looks up what a question is about, for a side; none when it is gone.
pub type FindTopic = for<'a> fn(&'a mut Conn, &'a Ctx, About, &'a str, &'a str) -> BoxFuture<'a, Result<Option<Topic>>>;

/// What follows from an answer, in its transaction; nobody else changes the thing meanwhile.
pub type Answered = for<'a> fn(&'a mut Tx, &'a Ctx, &'a Permit<Follow>, &'a Told) -> BoxFuture<'a, Result<()>>;

/// Something that is asked of each side at some moments: what came of it?
///
/// Its texts stand in the catalogue under [`Self::words`]: `title` and `thanks-text` of the page, `answer-…` with the code of
/// an answer, `question-…` with moment and side, `subject-…` with moment and side or with the side alone, and `closing` of the
/// letter.
pub struct Question {
    /// Stored with everything that is asked: `response-outcome`.
    pub key: &'static str,
    /// Beginning of its catalogue keys: the key and a dash.
    pub words: &'static str,
    /// What audit rows call the thing: `response`.
    pub subject: &'static str,
    /// The verbs of audit rows when it is asked and when it is answered: `response.ask_outcome`.
    pub verbs: [&'static str; 2],
    /// Address of its page, without the secret.
    pub address: &'static str,
    /// Codes of who is asked.
    pub sides: &'static [&'static str],
    pub moments: &'static [Moment],
    /// How often one side is asked at most, while it is not known.
    pub times: u32,
    /// Days after which it is asked again.
    pub again_days: i64,
    /// Whether the page asks for the reason too.
    pub asks_why: bool,
    /// Whether people may tell what was never asked of them: in their thread, on the telephone.
    pub unasked: bool,
    pub find: FindTopic,
    pub answered: Option<Answered>,
}

impl Question {
    /// The moment with this code.
    pub fn moment(&self, code: &str) -> Option<&'static Moment> {
        self.moments.iter().find(|moment| moment.code == code)
    }

    /// An answer that fits the moment.
    pub fn answer(&self, moment: &str, code: &str) -> Option<Answer> {
        self.moment(moment)?.answers.iter().find(|answer| answer.code == code).copied()
    }
}

/// Until when a promise holds now; none when nobody owes anything any more.
pub type PromisedUntil = for<'a> fn(&'a mut Conn, &'a Ctx, Uuid) -> BoxFuture<'a, Result<Option<Instant>>>;

/// What happens at a moment of a promise that still holds. The number is that of the reminder, from 1.
pub type Remind = for<'a> fn(&'a mut Tx, &'a Ctx, &'a Permit<Follow>, Uuid, u32) -> BoxFuture<'a, Result<()>>;

/// What happens at the end of a promise that was not kept.
pub type TakeOver = for<'a> fn(&'a mut Tx, &'a Ctx, &'a Permit<Follow>, Uuid) -> BoxFuture<'a, Result<()>>;

/// Something that somebody does before a moment, or another takes it over.
pub struct Promise {
    /// Stored with the jobs that wait: `response-answer`.
    pub key: &'static str,
    pub until: PromisedUntil,
    /// How many reminders there are at most.
    pub reminders: u32,
    pub remind: Option<Remind>,
    pub take_over: TakeOver,
}

/// The ids of what is shown for a term: what ends up to a day and was not asked about yet, or what is past its last day.
pub type FindTerms = for<'a> fn(&'a mut Conn, &'a Ctx, Date) -> BoxFuture<'a, Result<Vec<Uuid>>>;

/// Things looked at in one day; what is left over follows the next.
pub const BATCH: i64 = 500;

/// The ids of rows.
pub fn ids<I: Into<Uuid>>(rows: Vec<(I,)>) -> Vec<Uuid> {
    rows.into_iter().map(|(id,)| id.into()).collect()
}

/// Notes that somebody is asked whether a thing is still needed, and the hash of the secret with which they keep it; what their
/// letter says. None when there is nothing to ask.
pub type AskTerm = for<'a> fn(&'a mut Tx, &'a Ctx, Uuid, Vec<u8>) -> BoxFuture<'a, Result<Option<StillNeeded>>>;

/// The thing that a secret keeps, by its hash: id and title.
pub type FindKept = for<'a> fn(&'a mut Conn, &'a Ctx, Vec<u8>) -> BoxFuture<'a, Result<Option<(Uuid, String)>>>;

/// Keeps a thing for another term; where one goes on, and the notice there.
pub type KeepTerm =
    for<'a> fn(&'a mut Tx, &'a Ctx, &'a Permit<Follow>, Uuid) -> BoxFuture<'a, Result<(String, &'static str)>>;

/// Ends what is past its last day.
pub type EndTerm = for<'a> fn(&'a mut Tx, &'a Ctx, &'a Permit<Follow>, Uuid) -> BoxFuture<'a, Result<()>>;

/// Who is asked whether a thing is still needed, and what about.
#[derive(Clone, Debug)]
pub struct StillNeeded {
    /// Those whom mail reaches; the first who answers does so for all.
    pub readers: Vec<mail::Reader>,
    /// For the texts, with `day`: the last day it is shown.
    pub title: String,
    pub until: Option<Date>,
    /// Its page, where it is kept when the term has no [`ByLink`].
    pub page: String,
    /// Other ways on than to keep it: catalogue key and path.
    pub links: Vec<(&'static str, String)>,
}

/// Something that is shown for a term, and longer only when somebody says that it is still needed.
pub struct Term {
    /// Stored with the jobs that wait: `help-request`.
    pub key: &'static str,
    /// Family and kind of the letter, as [`mail::Writing`] has them; with `-otherwise` it says what happens when one does nothing.
    pub letter: (&'static str, &'static str),
    /// Days before the end at which it is asked.
    pub ask_days: &'static kernel::Setting,
    pub to_ask: FindTerms,
    pub over: FindTerms,
    pub ask: AskTerm,
    pub end: EndTerm,
    /// How it is kept with the letter alone; none where people keep it at its page.
    pub by_link: Option<ByLink>,
}

/// Keeping a thing with the link of a letter, without signing in.
pub struct ByLink {
    /// Beginning of the catalogue keys of the page: `title`, `text`, `over-title`, `over-text`.
    pub words: &'static str,
    /// Address of the page, without the secret.
    pub address: &'static str,
    /// Somebody's own list: address and catalogue key.
    pub mine: (&'static str, &'static str),
    /// Days for which it is kept.
    pub days: &'static kernel::Setting,
    pub find: FindKept,
    pub keep: KeepTerm,
}

impl App {
    /// The question with this key; none when no capability has it (any more).
    pub fn question(&self, key: &str) -> Option<&'static Question> {
        self.plans.iter().flat_map(|plan| plan.questions.iter().copied()).find(|question| question.key == key)
    }

    /// The promise with this key.
    pub fn promise(&self, key: &str) -> Option<&'static Promise> {
        self.plans.iter().flat_map(|plan| plan.promises.iter().copied()).find(|promise| promise.key == key)
    }

    /// The term with this key.
    pub fn term(&self, key: &str) -> Option<&'static Term> {
        self.plans.iter().flat_map(|plan| plan.terms.iter().copied()).find(|term| term.key == key)
    }
}
