//! What went wrong, as a page with a way on or as RFC 9457 JSON. Titles come from the same catalogue.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::Problem;
use serde::Serialize;

use crate::{
    api::{InputProblem, ProblemDetails},
    app::Ctx,
    i18n::argument,
    templates::Page,
};

pub(super) fn status(problem: &Problem) -> StatusCode {
    match problem {
        Problem::NotFound => StatusCode::NOT_FOUND,
        Problem::Gone(_) => StatusCode::GONE,
        Problem::Forbidden(_) => StatusCode::FORBIDDEN,
        Problem::SignInFirst => StatusCode::UNAUTHORIZED,
        Problem::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Problem::Conflict(_) => StatusCode::CONFLICT,
        Problem::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        Problem::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
        Problem::Malformed => StatusCode::BAD_REQUEST,
        Problem::Method => StatusCode::METHOD_NOT_ALLOWED,
        Problem::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        Problem::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The page of a problem.
#[derive(Debug, Serialize)]
pub struct ProblemPage {
    /// HTTP status.
    pub status: u16,
    /// Catalogue key of the heading.
    pub title: &'static str,
    /// What happened and what to do, translated.
    pub detail: String,
    /// Whether trying again later may help.
    pub retry: bool,
}

impl Page for ProblemPage {
    const TEMPLATE: &'static str = "platform/problem.html";
}

fn title_key(problem: &Problem) -> &'static str {
    match problem {
        Problem::NotFound => "platform-problem-not-found",
        Problem::Gone(_) => "platform-problem-gone",
        Problem::Forbidden(_) => "platform-problem-forbidden",
        Problem::SignInFirst => "platform-problem-sign-in",
        Problem::Invalid(_) => "platform-problem-invalid",
        Problem::Conflict(_) => "platform-problem-conflict",
        Problem::TooMany(_) => "platform-problem-too-many",
        Problem::TooLarge(_) => "platform-problem-too-large",
        Problem::Malformed => "platform-problem-malformed",
        Problem::Method => "platform-problem-method",
        Problem::Unavailable(_) => "platform-problem-unavailable",
        Problem::Fault(_) => "platform-problem-fault",
    }
}

fn detail(ctx: &Ctx, problem: &Problem) -> String {
    match problem {
        Problem::Gone(key) | Problem::Forbidden(key) | Problem::Conflict(key) => ctx.t(key),
        Problem::TooMany(seconds) => {
            let minutes = i64::from(seconds.div_ceil(60));
            ctx.t_with("platform-problem-too-many-detail", &[("minutes", minutes.into())])
        }
        Problem::TooLarge(bytes) => {
            let limit = format!("{} MiB", bytes / (1024 * 1024));
            ctx.t_with("platform-problem-too-large-detail", &[("limit", limit.into())])
        }
        other => ctx.t(&format!("{}-detail", title_key(other))),
    }
}

/// Shows a problem to whoever asked: to a visitor who must sign in first, the way to the door.
pub(super) fn show(ctx: &Ctx, problem: &Problem) -> Response {
    if let Problem::Fault(cause) = problem {
        tracing::error!(request = %ctx.request.id, path = %ctx.request.path, error = %cause, "fault");
    }
    if ctx.request.wants_json {
        return json(ctx, problem);
    }
    if matches!(problem, Problem::SignInFirst) {
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("terug", &ctx.request.back).finish();
        return ctx.see_other(&format!("/inloggen?{query}"));
    }
    let page = ProblemPage {
        status: status(problem).as_u16(),
        title: title_key(problem),
        detail: detail(ctx, problem),
        retry: matches!(problem, Problem::Fault(_) | Problem::TooMany(_) | Problem::Unavailable(_)),
    };
    let mut response = ctx.any_page(status(problem), &page).unwrap_or_else(|error| {
        tracing::error!(request = %ctx.request.id, %error, "the problem page itself is broken");
        (StatusCode::INTERNAL_SERVER_ERROR, page.detail).into_response()
    });
    retry_after(&mut response, problem);
    response
}

fn json(ctx: &Ctx, problem: &Problem) -> Response {
    let errors = match problem {
        Problem::Invalid(errors) => errors.0.as_slice(),
        _ => &[],
    };
    let status = api_status(ctx, problem);
    let body = ProblemDetails {
        // Each kind of problem has a status of its own, so there is nothing that an address could add (RFC 9457, 4.2.1).
        r#type: "about:blank",
        title: ctx.t(title_key(problem)),
        status: status.as_u16(),
        detail: detail(ctx, problem),
        instance: ctx.request.path.clone(),
        errors: errors
            .iter()
            .map(|error| InputProblem {
                field: error.field.clone(),
                code: error.key,
                detail: {
                    let args: Vec<_> = error.args.iter().map(|(name, value)| (*name, argument(value))).collect();
                    ctx.t_with(error.key, &args)
                },
            })
            .collect(),
    };
    let mut response = (status, axum::Json(body)).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    retry_after(&mut response, problem);
    response
}

/// Programs are told 400 for input that is not right, as the NL API Design Rules ask; browsers 422.
fn api_status(ctx: &Ctx, problem: &Problem) -> StatusCode {
    let api = ctx.request.path.starts_with("/api/");
    if api && matches!(problem, Problem::Invalid(_)) { StatusCode::BAD_REQUEST } else { status(problem) }
}

fn retry_after(response: &mut Response, problem: &Problem) {
    if let Problem::TooMany(seconds) | Problem::Unavailable(seconds) = problem {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
}
