//! What every operation of the API has: a version on each answer, problems as RFC 9457, and its place in the description
//! (OpenAPI) that is put together from what the capabilities declare.
//!
//! The rules are those of the NL API Design Rules (Logius): the version in the path and in a header, problem details, input
//! that is wrong answered with 400.

use axum::{
    extract::State,
    http::{HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{FieldErrors, PageRequest, Problem};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::{
    app::{App, Ctx},
    http::Answer,
    plan::Plan,
};

/// Full version of the API, in the header of every answer. The first number stands in the path.
pub const VERSION: &str = "1.0.0";
/// Where the API lives.
pub const BASE: &str = "/api/v1";
/// The header.
pub const HEADER: HeaderName = HeaderName::from_static("api-version");

/// What went wrong, as RFC 9457 describes it.
#[derive(Serialize, utoipa::ToSchema)]
#[schema(as = Problem)]
pub struct ProblemDetails {
    /// `about:blank`: the status names the kind of problem.
    #[schema(example = "about:blank")]
    pub r#type: &'static str,
    /// The kind of problem in words.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// What happened and what to do.
    pub detail: String,
    /// Path that was asked.
    pub instance: String,
    /// What is wrong with the input, per parameter or field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<InputProblem>,
}

/// What is wrong with one parameter or field.
#[derive(Serialize, utoipa::ToSchema)]
pub struct InputProblem {
    /// Its name.
    pub field: String,
    /// Stable code.
    pub code: String,
    /// What to do.
    pub detail: String,
}

/// The description of the API, as `docs/openapi.json` holds it. Addresses in it are relative to where it is served.
///
/// # Errors
/// When what a capability declares cannot be written as JSON.
pub fn description(plans: &[Plan]) -> kernel::Result<Value> {
    let mut whole = utoipa::openapi::OpenApiBuilder::new().build();
    for openapi in plans.iter().filter_map(|plan| plan.openapi.clone()) {
        whole.merge(openapi);
    }
    let mut document = serde_json::to_value(&whole)?;
    document["info"] = json!({
        "title": "Samenstuur",
        "version": VERSION,
        "description": "Find volunteer work, offers and help requests of a town, respond to them, and read one's own \
                        responses. Everything here goes through the same rules as the site.",
        "contact": {
            "name": "Beheer van deze installatie",
            "email": "api@samenstuur.example",
            "url": "https://samenstuur.example/contact"
        },
        "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" }
    });
    document["servers"] = json!([{ "url": BASE, "description": "This installation" }]);
    document["components"]["securitySchemes"] = json!({
        "session": { "type": "apiKey", "in": "cookie", "name": crate::auth::COOKIE,
                     "description": "Somebody who has signed in on the site." },
        "organisationKey": { "type": "http", "scheme": "bearer",
                             "description": "A key that an organisation made in its workplace." }
    });
    complete(&mut document);
    Ok(document)
}

/// Gives every answer the header and every operation the problems that it may answer with.
fn complete(document: &mut Value) {
    let Some(paths) = document["paths"].as_object_mut() else { return };
    let operations = paths.values_mut().filter_map(Value::as_object_mut).flat_map(|path| path.iter_mut());
    let methods = ["get", "post", "put", "patch", "delete"];
    for (_, operation) in operations.filter(|(method, _)| methods.contains(&method.as_str())) {
        let Some(responses) = operation["responses"].as_object_mut() else { continue };
        responses.entry("400").or_insert_with(|| problem("The input is not right; `errors` says what."));
        for (status, response) in responses.iter_mut() {
            if !status.starts_with('2') && response["content"].is_null() {
                let description = response["description"].as_str().unwrap_or_default().to_owned();
                *response = problem(&description);
            }
            response["headers"]["API-Version"] = json!({
                "description": "Full version of the API.",
                "schema": { "type": "string", "example": VERSION }
            });
        }
    }
}

fn problem(description: &str) -> Value {
    json!({
        "description": description,
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } }
    })
}

/// The description as text, the same in every run.
///
/// # Errors
/// As [`description`].
pub fn description_text(plans: &[Plan]) -> kernel::Result<String> {
    Ok(serde_json::to_string_pretty(&description(plans)?)? + "\n")
}

/// `GET /api/v1/openapi.json`: open to other sites, so that documentation tools can read it (rule `/core/publish-openapi`).
pub(crate) async fn openapi(State(app): State<App>) -> Answer {
    let text = description_text(&app.plans).map_err(Problem::fault)?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::CACHE_CONTROL, "public, max-age=300"),
    ];
    Ok((headers, text).into_response())
}

/// An answer as JSON.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn json_answer(body: &impl Serialize) -> Answer<Response> {
    let text = serde_json::to_vec(body).map_err(Problem::from)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}

/// One page of a list as JSON, with the ways to the other pages in the header `Link` (RFC 8288), so that a program need
/// not put addresses together.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn page_answer(ctx: &Ctx, body: &impl Serialize, page: PageRequest, total: u64) -> Answer<Response> {
    let mut response = json_answer(body)?;
    if let Ok(value) = header::HeaderValue::from_str(&links(&ctx.request.here, page, total)) {
        response.headers_mut().insert(header::LINK, value);
    }
    Ok(response)
}

/// `here` with another number of the page, for each way there is.
fn links(here: &str, page: PageRequest, total: u64) -> String {
    let (path, query) = here.split_once('?').unwrap_or((here, ""));
    let last = u32::try_from(total.div_ceil(u64::from(page.per_page))).unwrap_or(u32::MAX).max(1);
    let to = |number: u32, rel: &str| {
        let others = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "page");
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(others)
            .append_pair("page", &number.to_string())
            .finish();
        format!("<{path}?{query}>; rel=\"{rel}\"")
    };
    let mut links = vec![to(1, "first")];
    if page.number > 1 {
        links.push(to((page.number - 1).min(last), "prev"));
    }
    if page.number < last {
        links.push(to(page.number + 1, "next"));
    }
    links.push(to(last, "last"));
    links.join(", ")
}

/// What a program sent as JSON.
///
/// # Errors
/// When it is no JSON, or lacks what the description asks.
pub fn json_body<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, FieldErrors> {
    serde_json::from_slice(bytes).map_err(|error| {
        let mut errors = FieldErrors::default();
        errors.add_with("", "platform-api-json", vec![("reason", error.to_string())]);
        errors
    })
}

/// Something new, with its address.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn created(address: &str, body: &impl Serialize) -> Answer<Response> {
    let mut response = json_answer(body)?;
    *response.status_mut() = StatusCode::CREATED;
    if let Ok(value) = header::HeaderValue::from_str(address) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_the_others_and_keeps_the_question() {
        let page = |number| PageRequest::new(Some(number), Some(10));
        let links = |number, total| links("/api/v1/organisations?q=a+b&page=9", page(number), total);
        assert_eq!(
            links(2, 35),
            "</api/v1/organisations?q=a+b&page=1>; rel=\"first\", </api/v1/organisations?q=a+b&page=1>; rel=\"prev\", \
             </api/v1/organisations?q=a+b&page=3>; rel=\"next\", </api/v1/organisations?q=a+b&page=4>; rel=\"last\""
        );
        assert!(!links(1, 0).contains("next") && !links(1, 0).contains("prev"));
    }
}
