//! Letters about help requests. None of them holds exact data: who may see those finds them behind a link.

use kernel::{Lang, PersonId, Result, codes};
use platform::{Ctx, Job, JobCtx, i18n::FluentValue, mail::Letter, templates::format};
use serde::{Deserialize, Serialize};

use super::{
    alternatives::{self, DoorShown},
    model::{HelpRequest, Helper},
    store,
};
use facets::model::HelpRequestId;

codes! {
    /// What a letter says.
    pub enum LetterKind {
        /// To the asker: it is public.
        Published = "published",
        /// To the asker: the point sent it back.
        SentBack = "sent-back",
        /// To the asker: somebody would help.
        Offered = "offered",
        /// To the asker: a helper cannot after all.
        Withdrawn = "withdrawn",
        /// To the asker: nobody offered yet, and the point looks along.
        Nobody = "nobody",
        /// To the asker: somebody waits to be chosen, and the point helps to choose.
        Choose = "choose",
        /// To the asker: its term passed.
        Expired = "expired",
        /// To a helper: chosen.
        Chosen = "chosen",
        /// To a helper: thanked.
        Thanked = "thanked",
        /// To a helper who waited: it is over.
        Over = "over",
        /// To the helper who was chosen: it ended.
        Ended = "ended",
        /// To a helper who waited or was chosen: they are no longer trusted with it.
        LetGo = "let-go",
    }
}

/// Sends one letter about a request.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendLetter {
    /// Which request.
    pub help_request: HelpRequestId,
    /// What it says.
    pub kind: LetterKind,
    /// The helper it goes to; absent when it goes to the asker.
    pub helper: Option<PersonId>,
    /// The helper it is about.
    pub about: Option<PersonId>,
}

impl Job for SendLetter {
    const KIND: &'static str = "marketplace.send_help_request_letter";
}

impl SendLetter {
    /// To who leads the request.
    pub fn to_steward(help_request: HelpRequestId, kind: LetterKind) -> Self {
        Self { help_request, kind, helper: None, about: None }
    }

    /// To who leads the request, about a helper.
    pub fn to_steward_about(help_request: HelpRequestId, helper: PersonId, kind: LetterKind) -> Self {
        Self { about: Some(helper), ..Self::to_steward(help_request, kind) }
    }

    /// To a helper.
    pub fn to_helper(help_request: HelpRequestId, helper: PersonId, kind: LetterKind) -> Self {
        Self { helper: Some(helper), ..Self::to_steward(help_request, kind) }
    }
}

/// Tells somebody whether they were confirmed as a helper.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SendHelperLetter {
    /// Whom.
    pub person: PersonId,
    /// Whether they were.
    pub confirmed: bool,
}

impl Job for SendHelperLetter {
    const KIND: &'static str = "marketplace.send_helper_letter";
}

/// A context in somebody's language and a letter that begins with their name; `None` for people without e-mail.
pub(super) async fn begin(job: &JobCtx, person: PersonId) -> Result<Option<(JobCtx, Letter)>> {
    let mut conn = job.read().await?;
    let account = people::account(&mut conn, job.town(), person).await?;
    let Some((lang, letter)) = account.and_then(|account| reader(job, account)) else { return Ok(None) };
    Ok(Some((JobCtx { ctx: job.ctx.in_language(lang), ..job.clone() }, letter)))
}

/// Somebody's language and a letter in it that begins with their name; `None` for people without e-mail.
pub(super) fn reader(ctx: &Ctx, account: people::Account) -> Option<(Lang, Letter)> {
    let lang = account.lang.unwrap_or(ctx.municipality.default_lang());
    let ctx = ctx.in_language(lang);
    let letter = Letter {
        to: account.email?,
        greeting: ctx.t_with("help-request-mail-greeting", &[("name", FluentValue::from(account.name))]),
        reason: ctx.t("help-request-mail-reason"),
        ..Letter::default()
    };
    Some((lang, letter))
}

async fn find(job: &JobCtx, id: HelpRequestId) -> Result<Option<HelpRequest>> {
    let mut conn = job.read().await?;
    Ok(store::FIND.optional(&mut conn, (job.town(), id)).await?.map(Into::into))
}

async fn name_of(job: &JobCtx, person: Option<PersonId>) -> Result<String> {
    let Some(person) = person else { return Ok(String::new()) };
    let mut conn = job.read().await?;
    Ok(people::account(&mut conn, job.town(), person).await?.map(|account| account.name).unwrap_or_default())
}

/// Sends a letter about a request.
pub async fn send_letter(job: JobCtx, work: SendLetter) -> Result<()> {
    let Some(request) = find(&job, work.help_request).await? else { return Ok(()) };
    let Some((reader, letter)) = begin(&job, work.helper.unwrap_or(request.steward)).await? else { return Ok(()) };
    let name = name_of(&job, work.about).await?;
    let args = [("title", FluentValue::from(request.title.as_str())), ("name", FluentValue::from(name.as_str()))];
    let kind = kernel::text::Codes::code(work.kind);
    let (action, path) = way_on(&work, &request);
    let doors = alternatives(&reader, &work).await?;
    let text = reader.t_with(&format!("help-request-mail-{kind}-text"), &args);
    let lead = doors.as_ref().map(|doors| if doors.is_empty() { NO_DOORS } else { DOORS });
    let letter = Letter {
        subject: reader.t_with(&format!("help-request-mail-{kind}-subject"), &args),
        paragraphs: std::iter::once(text).chain(lead.map(|key| reader.t(key))).collect(),
        links: doors.unwrap_or_default().into_iter().map(|door| (door.label, reader.url(&door.href))).collect(),
        quote: request.note.clone().filter(|_| work.kind == LetterKind::SentBack),
        action: Some((reader.t(action), reader.url(&path))),
        closing: match work.kind {
            LetterKind::Offered | LetterKind::Chosen => vec![reader.t("help-request-mail-safety")],
            _ => Vec::new(),
        },
        ..letter
    };
    reader.send(&letter, 1).await
}

/// What stands above other ways on, and what stands there when there are none.
const DOORS: &str = "help-request-doors-lead";
const NO_DOORS: &str = "help-request-doors-none";

/// Other ways on, with a letter that says no.
async fn alternatives(reader: &JobCtx, work: &SendLetter) -> Result<Option<Vec<DoorShown>>> {
    let Some(helper) = work.helper.filter(|_| matches!(work.kind, LetterKind::Thanked | LetterKind::Over)) else {
        return Ok(None);
    };
    let mut conn = reader.read().await?;
    Ok(Some(alternatives::instead_of(&mut conn, reader, work.help_request, helper).await?))
}

fn way_on(work: &SendLetter, request: &HelpRequest) -> (&'static str, String) {
    match work.kind {
        LetterKind::Chosen => ("help-request-mail-see-data", format!("/hulpvragen/{}/gegevens", request.id)),
        LetterKind::Thanked | LetterKind::Over | LetterKind::Ended | LetterKind::LetGo => {
            ("help-request-mail-see-others", "/hulpvragen".to_owned())
        }
        _ => ("help-request-mail-see-mine", format!("/mijn/hulpvragen/{}", request.id)),
    }
}

fn day(ctx: &Ctx, date: Option<kernel::Date>) -> String {
    let iso = date.map(|date| date.to_string()).unwrap_or_default();
    format::date(&ctx.app.catalogue, ctx.lang, &iso).unwrap_or(iso)
}

/// Tells somebody whether they were confirmed as a helper.
pub async fn send_helper_letter(job: JobCtx, work: SendHelperLetter) -> Result<()> {
    let mut conn = job.read().await?;
    let helper = store::HELPER.optional(&mut conn, (job.town(), work.person)).await?.map(Helper::from);
    drop(conn);
    let (Some(helper), Some((reader, letter))) = (helper, begin(&job, work.person).await?) else { return Ok(()) };
    let args = [("day", FluentValue::from(day(&reader, helper.valid_until)))];
    let letter = if work.confirmed {
        Letter {
            subject: reader.t("help-request-mail-confirmed-subject"),
            paragraphs: vec![
                reader.t_with("help-request-mail-confirmed-text", &args),
                reader.t("help-request-mail-safety"),
            ],
            action: Some((reader.t("help-request-mail-see-others"), reader.url("/hulpvragen"))),
            ..letter
        }
    } else {
        Letter {
            subject: reader.t("help-request-mail-refused-subject"),
            paragraphs: vec![reader.t("help-request-mail-refused-text")],
            quote: helper.answer,
            action: Some((reader.t("help-request-mail-see-vacancies"), reader.url("/vacatures"))),
            ..letter
        }
    };
    reader.send(&letter, 1).await
}
