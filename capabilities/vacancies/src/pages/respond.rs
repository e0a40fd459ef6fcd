//! Responding to a vacancy: the page neighbours the form, and the same for programs.

use axum::body::Bytes;
use kernel::{FieldErrors, Fields, Problem, Result};
use platform::{
    Conn, Ctx, api,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Page},
};
use serde::Serialize;
use utoipa::OpenApi;

use super::super::{model::Vacancy, neighbours, subject::subject};
use conversations::{
    DoorView, NewResponseBody, ResponseDetail,
    alternatives::{self, DoorQuery},
    entry::{Asker, EntryForm},
    policy, shown_doors,
};
use facets::model::{Kind, VacancyId};

/// The form with which one responds.
#[derive(Debug, Serialize)]
pub(crate) struct RespondPage {
    /// The form and what it offers to choose from.
    #[serde(flatten)]
    pub entry: EntryForm,
    /// Title of the vacancy.
    pub title: String,
    pub href: String,
    pub owner: String,
    /// Whether it takes responses now.
    pub open: bool,
    /// Other ways on, when it does not.
    pub doors: Vec<DoorView>,
}

impl Page for RespondPage {
    const TEMPLATE: &'static str = "vacancies/respond.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/vacatures", "response-crumb-vacancies"), Crumb::named(&self.href, &self.title)]
    }
}

async fn page(ctx: &Ctx, conn: &mut Conn, vacancy: &Vacancy, entry: EntryForm) -> Result<RespondPage> {
    let open = vacancy.takes_responses(ctx.today());
    let query = DoorQuery {
        kind: Kind::Vacancy.to_string(),
        subject: vacancy.id.0,
        organisation: Some(vacancy.organisation),
        person: ctx.actor.person_id(),
    };
    let doors = if open { Vec::new() } else { alternatives::suggest(conn, ctx, &query).await? };
    let owner = neighbours::organisation(conn, ctx, vacancy.organisation).await?;
    Ok(RespondPage {
        entry,
        title: vacancy.title.clone(),
        href: format!("/vacatures/{}", vacancy.id),
        owner: owner.map_or_else(|| ctx.t("response-somebody"), |owner| owner.name),
        open,
        doors: shown_doors(ctx, &doors),
    })
}

/// A vacancy that anybody may see; of others nothing is known here.
async fn public(ctx: &Ctx, conn: &mut Conn, id: VacancyId) -> Result<Vacancy> {
    crate::find(conn, ctx, id).await?.filter(Vacancy::is_public).ok_or(Problem::NotFound)
}

fn must_take(ctx: &Ctx, vacancy: &Vacancy) -> Result<()> {
    if vacancy.takes_responses(ctx.today()) { Ok(()) } else { Err(Problem::Conflict("response-error-not-taking")) }
}

/// `GET /vacatures/{vacancy}/reageer`, with `?voor=` for a person who stands at the desk.
pub(crate) async fn respond_form(ctx: Ctx, Path(id): Path<VacancyId>, Query(query): Query) -> Answer {
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    let asker = Asker::of(ctx, &mut conn, &query).await?;
    Ok(asker.ctx.page(&page(&asker.ctx, &mut conn, &vacancy, asker.blank(&query)).await?)?)
}

/// `POST /vacatures/{vacancy}/reageer`
pub(crate) async fn respond(ctx: Ctx, Path(id): Path<VacancyId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::respond(&ctx.actor).require()?;
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    must_take(&ctx, &vacancy)?;
    let asker = Asker::of(ctx, &mut conn, &fields).await?;
    match asker.read(&fields) {
        Ok(typed) => {
            drop(conn);
            Ok(asker.onward(&asker.respond(&permit, subject(&vacancy), typed).await?))
        }
        Err(errors) => {
            let page = page(&asker.ctx, &mut conn, &vacancy, asker.wrong(&fields, errors)).await?;
            Ok(asker.ctx.page_with_errors(&page)?)
        }
    }
}

/// What responding to a vacancy adds to the API's description.
#[derive(OpenApi)]
#[openapi(paths(respond_by_program))]
pub(crate) struct Description;

/// Responds to a vacancy for who has signed in. Who responds twice to the same vacancy has one thread: the second question
/// is added to it, and its id is given again.
#[utoipa::path(
    post, path = "/vacancies/{vacancy}/responses", operation_id = "createResponse", tag = "responses",
    params(("vacancy" = uuid::Uuid, Path, description = "Id of the vacancy.")),
    security(("session" = [])), request_body = NewResponseBody,
    responses(
        (status = 201, description = "It is with who answers.", body = ResponseDetail),
        (status = 401, description = "Nobody has signed in."),
        (status = 403, description = "A key of an organisation responds to nothing."),
        (status = 404, description = "There is no such vacancy, or it is not public."),
        (status = 409, description = "The vacancy takes no responses now."),
        (status = 429, description = "Too many responses in a short time.")
    )
)]
pub(crate) async fn respond_by_program(ctx: Ctx, Path(id): Path<String>, body: Bytes) -> Answer {
    let permit = policy::respond_signed_in(&ctx.actor).require()?;
    let id: VacancyId = id.parse().map_err(|_| FieldErrors::one("vacancy", "response-api-id"))?;
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    let asker = Asker::of(ctx, &mut conn, &Fields::default()).await?;
    drop(conn);
    let sent: NewResponseBody = api::json_body(&body)?;
    let typed = asker.read(&sent.fields())?;
    must_take(&asker.ctx, &vacancy)?;
    let response = asker.respond(&permit, subject(&vacancy), typed).await?;
    conversations::created(&asker.ctx, &response).await
}
