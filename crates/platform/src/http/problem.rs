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
    templates::{Page, Sample},
};

/// After how many seconds somebody may try again what took too long.
const BUSY_SECONDS: u32 = 10;

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
        Problem::Busy(_) | Problem::NoRoom(_) => StatusCode::SERVICE_UNAVAILABLE,
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

/// Problems as they are shown, for the page sweep.
pub(crate) fn samples() -> Vec<Sample> {
    let page = |problem: &Problem, detail: &str, retry| ProblemPage {
        status: status(problem).as_u16(),
        title: title_key(problem),
        detail: detail.to_owned(),
        retry,
    };
    let not_found = page(&Problem::NotFound, "Misschien is het adres niet goed, of is de pagina weggehaald.", false);
    let refused = page(&Problem::Forbidden(""), "Alleen wie bij deze organisatie hoort, ziet dit.", false);
    let too_many = page(&Problem::TooMany(180), "Dit is te vaak gedaan. Probeer het over 3 minuten nog eens.", true);
    let busy = page(&Problem::Busy(""), "Het is nu te druk. Wacht een halve minuut.", true);
    let full = page(&Problem::NoRoom(""), "Onze computer heeft geen ruimte meer. Kijken kan wel.", true);
    let fault = page(&Problem::fault("a sample"), "Dit ligt niet aan jou. Probeer het zo nog eens.", true);
    vec![
        Sample::new("platform/problem/not-found", not_found),
        Sample::new("platform/problem/refused", refused),
        Sample::new("platform/problem/too-many", too_many),
        Sample::new("platform/problem/busy", busy),
        Sample::new("platform/problem/no-room", full),
        Sample::new("platform/problem/fault", fault),
    ]
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
        Problem::Busy(_) => "platform-problem-busy",
        Problem::NoRoom(_) => "platform-problem-no-room",
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
    show_as(ctx, problem, if ctx.request.wants_json { api_status(ctx, problem) } else { status(problem) })
}

fn show_as(ctx: &Ctx, problem: &Problem, status: StatusCode) -> Response {
    if let Problem::Fault(cause) = problem {
        tracing::error!(request = %ctx.request.id, route = %ctx.request.route, error = %cause, "fault");
    }
    if let Problem::Busy(why) | Problem::NoRoom(why) = problem {
        tracing::warn!(request = %ctx.request.id, route = %ctx.request.route, why, "not now");
    }
    if ctx.request.wants_json {
        return json(ctx, problem, status);
    }
    if matches!(problem, Problem::SignInFirst) {
        let query = form_urlencoded::Serializer::new(String::new()).append_pair("terug", &ctx.request.back).finish();
        return ctx.see_other(&format!("/inloggen?{query}"));
    }
    let page = ProblemPage {
        status: status.as_u16(),
        title: title_key(problem),
        detail: detail(ctx, problem),
        retry: matches!(
            problem,
            Problem::Fault(_) | Problem::Busy(_) | Problem::NoRoom(_) | Problem::TooMany(_) | Problem::Unavailable(_)
        ),
    };
    let mut response = ctx.any_page(status, &page).unwrap_or_else(|error| {
        tracing::error!(request = %ctx.request.id, %error, "the problem page itself is broken");
        (StatusCode::INTERNAL_SERVER_ERROR, page.detail).into_response()
    });
    retry_after(&mut response, problem);
    response
}

fn json(ctx: &Ctx, problem: &Problem, status: StatusCode) -> Response {
    let errors = match problem {
        Problem::Invalid(errors) => errors.0.as_slice(),
        _ => &[],
    };
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
                code: error.key.to_string(),
                detail: {
                    let args: Vec<_> = error.args.iter().map(|(name, value)| (*name, argument(value))).collect();
                    ctx.t_with(&error.key, &args)
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
    let seconds = match problem {
        Problem::TooMany(seconds) | Problem::Unavailable(seconds) => *seconds,
        Problem::Busy(_) | Problem::NoRoom(_) => BUSY_SECONDS,
        _ => return,
    };
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
}
