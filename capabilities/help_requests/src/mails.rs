//! Letters about help requests. None of them holds exact data: who may see those finds them behind a link.

use kernel::{PersonId, Result, codes, text::Codes};
use platform::{Ctx, Job, JobCtx};
use serde::{Deserialize, Serialize};

use super::{alternatives, model::HelpRequest, store};
use facets::model::HelpRequestId;

/// Beginning of the catalogue keys of all letters.
pub(crate) const FAMILY: &str = "help-request-mail-";

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
pub(crate) struct SendLetter {
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
    /// To the person who leads the request.
    pub(crate) fn to_steward(help_request: HelpRequestId, kind: LetterKind) -> Self {
        Self { help_request, kind, helper: None, about: None }
    }

    /// To the person who leads the request, about a helper.
    pub(crate) fn to_steward_about(help_request: HelpRequestId, helper: PersonId, kind: LetterKind) -> Self {
        Self { about: Some(helper), ..Self::to_steward(help_request, kind) }
    }

    /// To a helper.
    pub(crate) fn to_helper(help_request: HelpRequestId, helper: PersonId, kind: LetterKind) -> Self {
        Self { helper: Some(helper), ..Self::to_steward(help_request, kind) }
    }
}

/// Tells somebody whether they were confirmed as a helper.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct SendHelperLetter {
    pub person: PersonId,
    /// Whether they were.
    pub confirmed: bool,
}

impl Job for SendHelperLetter {
    const KIND: &'static str = "marketplace.send_helper_letter";
}

async fn name_of(job: &JobCtx, person: Option<PersonId>) -> Result<String> {
    let Some(person) = person else { return Ok(String::new()) };
    let mut conn = job.read().await?;
    Ok(people::account(&mut conn, job.town(), person).await?.map(|account| account.name).unwrap_or_default())
}

/// Sends a letter about a request.
pub(crate) async fn send_letter(job: JobCtx, work: SendLetter) -> Result<()> {
    let mut conn = job.read().await?;
    let Some(request) = store::FIND.optional(&mut conn, (job.town(), work.help_request)).await? else { return Ok(()) };
    drop(conn);
    let name = name_of(&job, work.about).await?;
    let args = |_: &_| vec![("title", request.title.as_str().into()), ("name", name.into())];
    let reader = work.helper.unwrap_or(request.steward);
    let Some(letter) = people::letter(&job, reader, (FAMILY, work.kind.code()), args).await? else { return Ok(()) };
    let (action, path) = way_on(work.kind, &request);
    let mut letter = letter.action_called(action, &path);
    match (work.kind, work.helper) {
        (LetterKind::SentBack, _) => letter = letter.quote(request.note),
        (LetterKind::Offered | LetterKind::Chosen, _) => letter = letter.closing(SAFETY),
        // A no leads on to others.
        (LetterKind::Thanked | LetterKind::Over, Some(helper)) => {
            let mut conn = job.read().await?;
            let doors = alternatives::instead_of(&mut conn, letter.ctx(), work.help_request, helper).await?;
            letter = letter.text(if doors.is_empty() { "help-request-doors-none" } else { "help-request-doors-lead" });
            let links = doors.into_iter().map(|door| (door.label, job.url(&door.href)));
            letter.letter.links.extend(links);
        }
        _ => {}
    }
    letter.send(1).await
}

const SAFETY: &str = "help-request-mail-safety";
const SEE_OTHERS: (&str, &str) = ("help-request-mail-see-others", "/hulpvragen");

fn way_on(kind: LetterKind, request: &HelpRequest) -> (&'static str, String) {
    match kind {
        LetterKind::Chosen => ("help-request-mail-see-data", format!("/hulpvragen/{}/gegevens", request.id)),
        LetterKind::Thanked | LetterKind::Over | LetterKind::Ended | LetterKind::LetGo => {
            (SEE_OTHERS.0, SEE_OTHERS.1.to_owned())
        }
        _ => ("help-request-mail-see-mine", format!("/mijn/hulpvragen/{}", request.id)),
    }
}

/// Tells somebody whether they were confirmed as a helper.
pub(crate) async fn send_helper_letter(job: JobCtx, work: SendHelperLetter) -> Result<()> {
    let mut conn = job.read().await?;
    let Some(helper) = store::HELPER.optional(&mut conn, (job.town(), work.person)).await? else { return Ok(()) };
    drop(conn);
    let kind = if work.confirmed { "confirmed" } else { "refused" };
    let day = |reader: &Ctx| helper.valid_until.map(|day| reader.date(day)).unwrap_or_default();
    let args = |reader: &Ctx| vec![("day", day(reader).into())];
    let Some(letter) = people::letter(&job, work.person, (FAMILY, kind), args).await? else { return Ok(()) };
    let letter = if work.confirmed {
        letter.text(SAFETY).action_called(SEE_OTHERS.0, SEE_OTHERS.1)
    } else {
        letter.quote(helper.answer).action_called("help-request-mail-see-vacancies", "/vacatures")
    };
    letter.send(1).await
}
