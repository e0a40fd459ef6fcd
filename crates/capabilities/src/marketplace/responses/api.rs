//! Responses as programs see them: an organisation's own system, and whoever lists them elsewhere.

use kernel::{OrganisationId, PageRequest, Paged, Permit, Result};
use platform::{Conn, Ctx};
use serde::{Deserialize, Serialize};

use super::{
    model::{Reach, Response, State},
    policy::List,
    store,
};
use crate::marketplace::model::ResponseId;

/// A response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ResponseItem {
    /// Its id.
    pub id: String,
    /// `vacancy`, `offer` or `help_request`.
    pub subject_kind: String,
    /// What it is about.
    pub subject_id: String,
    /// Its title when the response was made.
    pub subject_title: String,
    /// Where it stands.
    pub state: String,
    /// On the reserve list.
    pub reserve: bool,
    /// The name to use.
    pub name: String,
    /// E-mail, when the person wants to be reached so.
    pub email: Option<String>,
    /// Telephone, when the person wants to be reached so.
    pub phone: Option<String>,
    /// `email`, `phone` or `point`.
    pub reach: String,
    /// When the clock began (RFC 3339).
    pub confirmed_at: Option<String>,
    /// When the answer is due (RFC 3339).
    pub answer_due_at: Option<String>,
    /// When it came (RFC 3339).
    pub answered_at: Option<String>,
}

/// A response as it is sent in by a program on behalf of who has signed in.
#[derive(Clone, Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct NewResponseBody {
    /// The name to use; that of the account when absent.
    #[serde(default)]
    pub name: Option<String>,
    /// E-mail.
    #[serde(default)]
    pub email: Option<String>,
    /// Telephone.
    #[serde(default)]
    pub phone: Option<String>,
    /// `email`, `phone` or `point`.
    pub reach: String,
    /// What they want to know.
    pub question: String,
}

impl NewResponseBody {
    /// As the fields of the form, so that both are read by the same rules.
    pub fn fields(&self) -> kernel::Fields {
        let mut fields = kernel::Fields::default().with("reach", &self.reach).with("question", &self.question);
        for (name, value) in [("name", &self.name), ("email", &self.email), ("phone", &self.phone)] {
            if let Some(value) = value {
                fields.push(name, value);
            }
        }
        fields
    }
}

impl From<&Response> for ResponseItem {
    fn from(response: &Response) -> Self {
        let text = |at: Option<kernel::Instant>| at.map(kernel::Instant::rfc3339);
        Self {
            id: response.id.to_string(),
            subject_kind: code(response.subject.kind),
            subject_id: response.subject.id.to_string(),
            subject_title: response.subject.title.clone(),
            state: code::<State>(response.state),
            reserve: response.reserve,
            name: response.name.clone(),
            email: response.shown_email().map(str::to_owned),
            phone: response.shown_phone().map(str::to_owned),
            reach: code::<Reach>(response.reach),
            confirmed_at: text(response.confirmed_at),
            answer_due_at: text(response.answer_due_at),
            answered_at: text(response.answered_at),
        }
    }
}

fn code<T: kernel::text::Codes>(value: T) -> String {
    value.code().to_owned()
}

/// The confirmed responses of an organisation, the newest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_organisation(
    conn: &mut Conn,
    ctx: &Ctx,
    _permit: &Permit<List>,
    organisation: OrganisationId,
    page: PageRequest,
) -> Result<Paged<ResponseItem>> {
    let key = (ctx.town(), organisation, i64::from(page.per_page), i64::from(page.offset()));
    let rows = store::OF_ORGANISATION.all(conn, key).await?;
    let (total,) = store::COUNT_OF_ORGANISATION.one(conn, (ctx.town(), organisation)).await?;
    let items = rows.into_iter().map(Response::from).map(|response| ResponseItem::from(&response)).collect();
    Ok(Paged::new(items, page, u64::try_from(total).unwrap_or(0)))
}

/// One response of an organisation; `None` when it is another's.
///
/// # Errors
/// When the database cannot be read.
pub async fn one_of_organisation(
    conn: &mut Conn,
    ctx: &Ctx,
    _permit: &Permit<List>,
    organisation: OrganisationId,
    id: ResponseId,
) -> Result<Option<ResponseItem>> {
    let row = store::FIND.optional(conn, (ctx.town(), id)).await?;
    let response = row
        .map(Response::from)
        .filter(|response| response.owner.organisation() == Some(organisation) && response.confirmed_at.is_some());
    Ok(response.map(|response| ResponseItem::from(&response)))
}
