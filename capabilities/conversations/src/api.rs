//! Responses as programs see them: an organisation's own system, and a program that acts for somebody who has signed in. The same
//! actions and the same rules as the pages.

use axum::body::Bytes;
use kernel::{
    Actor, FieldErrors, Fields, PageRequest, Paged, Problem, Result, form::FormReader, paging::MAX_PER_PAGE,
    text::Codes,
};
use platform::{
    Conn, Ctx, api,
    http::{Answer, Path, Query},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, OpenApi, ToSchema};

use super::{
    actions, forms,
    model::{Message, Response, ResponseId},
    neighbours,
    policy::{self, Via},
    store, views,
};

/// What this part adds to the API's description.
#[derive(OpenApi)]
#[openapi(
    paths(list, detail, say),
    components(schemas(api::ProblemDetails)),
    tags((name = "responses", description = "What people want to know, and the answers."))
)]
pub(crate) struct Description;

/// A response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ResponseItem {
    /// Its id.
    pub id: String,
    /// `vacancy`, `offer` or `help_request`.
    // Said so in the published description; here any kind of subject may come.
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
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
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
            subject_kind: response.subject_kind.clone(),
            subject_id: response.subject_id.to_string(),
            subject_title: response.subject_title.clone(),
            state: code(response.state),
            reserve: response.reserve,
            name: response.name.clone(),
            email: response.shown_email().map(str::to_owned),
            phone: response.shown_phone().map(str::to_owned),
            reach: code(response.reach),
            confirmed_at: text(response.confirmed_at),
            answer_due_at: text(response.answer_due_at),
            answered_at: text(response.answered_at),
        }
    }
}

fn code<T: Codes>(value: T) -> String {
    value.code().to_owned()
}

/// What was said in a thread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MessageItem {
    /// Its id.
    pub id: String,
    /// Who says it: `person` (who responded), `owner` (who answers), `point` (the information point) or `system`.
    pub side: String,
    /// `asked` and `message` have words; the others are facts, such as `declined`, with or without words.
    pub kind: String,
    /// Under which name, when it is known.
    pub author: Option<String>,
    /// The words.
    pub body: String,
    /// When (RFC 3339).
    pub created_at: String,
}

impl From<Message> for MessageItem {
    fn from(message: Message) -> Self {
        Self {
            id: message.id.to_string(),
            side: code(message.side),
            kind: code(message.kind),
            author: Some(message.author_name).filter(|name| !name.is_empty()),
            body: message.body,
            created_at: message.created_at.rfc3339(),
        }
    }
}

/// A response with its thread.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ResponseDetail {
    /// The response.
    #[serde(flatten)]
    pub response: ResponseItem,
    /// What was said, the oldest first.
    pub messages: Vec<MessageItem>,
}

/// A page of responses.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ResponseList {
    /// The responses of this page.
    pub items: Vec<ResponseItem>,
    /// How many there are in all.
    pub total: u64,
    /// Which page this is, from 1.
    pub page: u32,
    /// Items on a full page.
    pub per_page: u32,
}

/// Something to say in a thread.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct NewMessageBody {
    /// The words, plain text.
    pub message: String,
}

/// What can be asked of the list. Nothing is required.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "describes the parameters; they are read one by one, so that every error is told at once")]
struct ListQuery {
    /// Which page, from 1.
    #[param(minimum = 1, example = 1)]
    page: Option<u32>,
    /// Items on a page; 20 when left out. Also read as `per_page`.
    #[param(minimum = 1, maximum = 100, example = 20)]
    #[param(rename = "perPage")]
    per_page: Option<u32>,
}

/// Responses, the newest first: with the key of an organisation those that came in for it, otherwise those that who has
/// signed in sent.
#[utoipa::path(
    get, path = "/responses", operation_id = "listResponses", tag = "responses", params(ListQuery),
    security(("organisationKey" = []), ("session" = [])),
    responses(
        (status = 200, description = "A page of responses, the newest first.", body = ResponseList),
        (status = 401, description = "Neither a key of an organisation nor a session.")
    )
)]
pub(crate) async fn list(ctx: Ctx, Query(fields): Query) -> Answer {
    let page = asked_page(&fields)?;
    let mut conn = ctx.read().await?;
    let found = match &ctx.actor {
        Actor::ApiKey(organisation) => {
            policy::list(&ctx.actor, *organisation).require()?;
            let found = store::OF_ORGANISATION.page(&mut conn, (ctx.town(), *organisation), page).await?;
            found.map(|response| ResponseItem::from(&response))
        }
        actor => {
            let person = actor.person_id().ok_or(Problem::SignInFirst)?;
            let sent = views::sent_by(&mut conn, &ctx, person).await?;
            let total = u64::try_from(sent.len()).unwrap_or(0);
            let (skip, take) = (usize::try_from(page.offset()).unwrap_or(usize::MAX), page.per_page as usize);
            let items = sent.iter().skip(skip).take(take).map(ResponseItem::from).collect();
            Paged::new(items, page, total)
        }
    };
    let list = ResponseList { items: found.items, total: found.total, page: found.number, per_page: found.per_page };
    api::page_answer(&ctx, &list, page, found.total)
}

fn asked_page(fields: &Fields) -> std::result::Result<PageRequest, FieldErrors> {
    let per_page = if fields.get("perPage").is_some() { "perPage" } else { "per_page" };
    let mut form = FormReader::new(fields);
    let number = form.optional_int("page", 1, 100_000);
    let length = form.optional_int(per_page, 1, i64::from(MAX_PER_PAGE));
    let small = |number: Option<i64>| number.and_then(|number| u32::try_from(number).ok());
    form.finish(PageRequest::new(small(number), small(length)))
}

/// A response of this address, and the way by which who asks comes to it.
async fn reached(conn: &mut Conn, ctx: &Ctx, id: &str) -> Result<(Response, Via)> {
    if ctx.is_anonymous() {
        return Err(Problem::SignInFirst);
    }
    let id: ResponseId = id.parse().map_err(|_| FieldErrors::one("response", "response-api-id"))?;
    let found = store::FIND.optional(conn, (ctx.town(), id)).await?;
    let response = found.filter(|response| response.erased_at.is_none()).ok_or(Problem::NotFound)?;
    let via = match (response.organisation, ctx.actor.person_id()) {
        (Some(organisation), _) if ctx.actor.speaks_for(organisation) => Via::Organisation(organisation),
        (_, Some(person)) => Via::Own(neighbours::email(conn, ctx, person).await?),
        (_, None) => Via::Own(None),
    };
    Ok((response, via))
}

async fn with_thread(conn: &mut Conn, ctx: &Ctx, response: &Response) -> Result<ResponseDetail> {
    let thread = store::THREAD.all(conn, (ctx.town(), response.id)).await?;
    let messages = thread.into_iter().map(MessageItem::from).collect();
    Ok(ResponseDetail { response: ResponseItem::from(response), messages })
}

/// A response with its thread, for who takes part in it.
#[utoipa::path(
    get, path = "/responses/{response}", operation_id = "getResponse", tag = "responses",
    params(("response" = uuid::Uuid, Path, description = "Id of the response.")),
    security(("organisationKey" = []), ("session" = [])),
    responses(
        (status = 200, description = "The response.", body = ResponseDetail),
        (status = 401, description = "Neither a key of an organisation nor a session."),
        (status = 404, description = "There is no such response, or it is of others.")
    )
)]
pub(crate) async fn detail(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let mut conn = ctx.read().await?;
    let (response, via) = reached(&mut conn, &ctx, &id).await?;
    policy::speak(&ctx.actor, &response, &via).require()?;
    let detail = with_thread(&mut conn, &ctx, &response).await?;
    api::json_answer(&detail)
}

/// The answer to a response that was sent in by a program.
pub async fn created(ctx: &Ctx, response: &Response) -> Answer {
    let detail = with_thread(&mut ctx.read().await?, ctx, response).await?;
    api::created(&format!("{}/responses/{}", api::BASE, response.id), &detail)
}

/// Says something in a thread, for the side on which who asks stands. The first words of who answers are the answer.
#[utoipa::path(
    post, path = "/responses/{response}/messages", operation_id = "createMessage", tag = "responses",
    params(("response" = uuid::Uuid, Path, description = "Id of the response.")),
    security(("organisationKey" = []), ("session" = [])), request_body = NewMessageBody,
    responses(
        (status = 201, description = "It was said; the whole thread.", body = ResponseDetail),
        (status = 401, description = "Neither a key of an organisation nor a session."),
        (status = 404, description = "There is no such response, or it is of others."),
        (status = 409, description = "The thread is closed."),
        (status = 429, description = "Too many messages within minutes.")
    )
)]
pub(crate) async fn say(ctx: Ctx, Path(id): Path<String>, body: Bytes) -> Answer {
    let mut conn = ctx.read().await?;
    let (response, via) = reached(&mut conn, &ctx, &id).await?;
    let permit = policy::speak(&ctx.actor, &response, &via).require()?;
    let side = policy::side(&ctx.actor, &response, &via).ok_or(Problem::NotFound)?;
    drop(conn);
    let sent: NewMessageBody = api::json_body(&body)?;
    let message = forms::message(&Fields::default().with("message", sent.message))?;
    actions::limit(&ctx, response.id, side)?;
    actions::speak(&ctx, &permit, response.id, side, &message).await?;
    let now = super::find(&mut ctx.read().await?, &ctx, response.id).await?;
    created(&ctx, &now.ok_or(Problem::NotFound)?).await
}
