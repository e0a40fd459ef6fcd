//! The router: every route of every plan, and the layers around them.

use std::time::Duration;

use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, State},
    http::{HeaderName, HeaderValue, Request, StatusCode, header},
    middleware,
    response::{IntoResponse, Response},
};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer, CompressionLevel,
        predicate::{NotForContentType, Predicate, SizeAbove},
    },
    csrf::{CsrfLayer, ProtectionError},
    request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
    timeout::TimeoutLayer,
    trace::TraceLayer,
};

use kernel::Problem;

use super::{Answer, Failure, FormBody, Path, context, extract::BodyLimit, respond};
use crate::{
    app::{App, Ctx},
    plan::Plan,
    templates::assets,
};

#[derive(Clone)]
struct RequestIds(App);

impl MakeRequestId for RequestIds {
    fn make_request_id<B>(&mut self, _: &Request<B>) -> Option<RequestId> {
        let id: uuid::Uuid = self.0.ids.next();
        HeaderValue::from_str(&id.simple().to_string()).ok().map(RequestId::new)
    }
}

/// What can be asked beside the routes of the plans, with the method; everybody may. `/metrics` is one of the program itself
/// (see [`crate::telemetry::routes`]).
pub const BESIDE_PLANS: [(&str, &str); 5] = [
    ("POST", "/taal"),
    ("GET", "/api/v1/openapi.json"),
    ("GET", "/assets/{*asset}"),
    ("GET", "/health/live"),
    ("GET", "/health/ready"),
];

/// Everything that can be asked over HTTP.
pub fn router(app: &App, plans: Vec<Plan>) -> Router {
    let (mut usual, mut uploads): (Router<App>, Router<App>) = (Router::new(), Router::new());
    for route in plans.into_iter().flat_map(|plan| plan.routes) {
        match route.upload {
            true => uploads = uploads.route(route.path, route.handler),
            false => usual = usual.route(route.path, route.handler),
        }
    }
    let usual = usual
        .route("/taal", axum::routing::post(choose_language))
        .route("/api/v1/openapi.json", axum::routing::get(crate::api::openapi))
        .fallback(|| async { Failure(Problem::NotFound) });
    let (bytes, seconds) = (app.config.max_body_bytes, app.config.request_seconds);
    let request_id = HeaderName::from_static(REQUEST_ID);
    Router::new()
        .merge(limited(app, usual, bytes, seconds))
        .merge(limited(app, uploads, bytes.max(UPLOAD_BYTES), seconds.max(UPLOAD_SECONDS)))
        .route("/assets/{*asset}", axum::routing::get(asset))
        .layer(CatchPanicLayer::custom(fell_through))
        .layer(
            CompressionLayer::new()
                .quality(CompressionLevel::Fastest)
                .compress_when(SizeAbove::new(860).and(NotForContentType::IMAGES)),
        )
        .layer(middleware::from_fn(measure))
        .layer(TraceLayer::new_for_http().make_span_with(|request: &Request<_>| {
            let id = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default();
            tracing::info_span!("request", id, method = %request.method(), route = context::route(request))
        }))
        .layer(PropagateRequestIdLayer::new(request_id.clone()))
        .layer(SetRequestIdLayer::new(request_id, RequestIds(app.clone())))
        .layer(middleware::from_fn(sound_id))
        // Outside the log: whoever watches asks every second, and not ready yet is no failure.
        .route("/health/live", axum::routing::get(|| async { "ok" }))
        .route("/health/ready", axum::routing::get(ready))
        .with_state(app.clone())
}

/// The most bytes of a file that is uploaded, where that is what an address is for.
const UPLOAD_BYTES: usize = 32 * 1024 * 1024;
/// The most seconds an upload may take: such a file over a slow line.
const UPLOAD_SECONDS: u64 = 300;

/// Routes with the context of a request, the check of its origin, and limits of size and time.
fn limited(app: &App, routes: Router<App>, bytes: usize, seconds: u64) -> Router<App> {
    let timeout = Duration::from_secs(seconds);
    routes
        .layer(CsrfLayer::new().with_rejection_response(other_site))
        .layer(middleware::from_fn(sent_from_here))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn_with_state(timeout, in_time))
        .layer(middleware::from_fn_with_state(app.clone(), context::layer))
        .layer(DefaultBodyLimit::max(bytes))
        .layer(Extension(BodyLimit(bytes)))
        // The last net, for what goes wrong before there is a context to tell it in.
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, timeout + LAST_NET))
}

/// Name of the header that carries the id of a request, in and out.
const REQUEST_ID: &str = "x-request-id";
/// How much longer than the context the last net waits.
const LAST_NET: Duration = Duration::from_secs(5);

/// An id from outside (a proxy's) is kept when it looks like one: it stands in the log and on pages.
async fn sound_id(mut request: Request<axum::body::Body>, next: middleware::Next) -> Response {
    let sound = |id: &HeaderValue| {
        let id = id.as_bytes();
        (8..=64).contains(&id.len()) && id.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
    };
    if request.headers().get_all(REQUEST_ID).iter().count() > 1 || !request.headers().get(REQUEST_ID).is_some_and(sound)
    {
        request.headers_mut().remove(REQUEST_ID);
    }
    next.run(request).await
}

/// A browser that says neither `Origin` nor `Sec-Fetch-Site` (an old telephone) may still say on which page a form stood.
async fn sent_from_here(request: Request<axum::body::Body>, next: middleware::Next) -> Response {
    let headers = request.headers();
    let says_more = headers.contains_key(header::ORIGIN) || headers.contains_key("sec-fetch-site");
    if !request.method().is_safe() && !says_more && context::is_sent_from_elsewhere(headers) {
        return Failure(Problem::Forbidden("platform-problem-other-site")).into_response();
    }
    next.run(request).await
}

/// What somebody is told whose browser sends a form that stands on another site.
fn other_site(_: ProtectionError) -> Response {
    Failure(Problem::Forbidden("platform-problem-other-site")).into_response()
}

/// A handler that panicked. The text of the panic is left out: it may hold what somebody typed. Its place is in the log.
fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    Failure(Problem::fault("the handler panicked")).into_response()
}

fn fell_through(_: Box<dyn std::any::Any + Send>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Ends what takes too long.
async fn in_time(
    State(limit): State<Duration>,
    request: Request<axum::body::Body>,
    next: middleware::Next,
) -> Response {
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => Failure(Problem::Busy("it took too long")).into_response(),
    }
}

async fn choose_language(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let lang = fields.get("lang").and_then(kernel::Lang::parse).unwrap_or(ctx.lang);
    let mut response = ctx.see_other(fields.get("return").unwrap_or("/"));
    let cookie = format!(
        "{}={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{}",
        respond::LANGUAGE_COOKIE,
        lang.code(),
        ctx.secure_attribute()
    );
    respond::append_cookie(&mut response, &cookie);
    Ok(response)
}

async fn asset(Path(file): Path<String>, headers: axum::http::HeaderMap) -> Response {
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some(asset) = assets::find(&file, accepts) else { return StatusCode::NOT_FOUND.into_response() };
    let caching = if asset.immutable { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = (
        [(header::CONTENT_TYPE, asset.mime), (header::CACHE_CONTROL, caching), (header::VARY, "Accept-Encoding")],
        asset.bytes.into_owned(),
    )
        .into_response();
    response.headers_mut().insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Some(encoding) = asset.encoding {
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

async fn ready(State(app): State<App>) -> Response {
    match app.health.ready(&app).await {
        Ok(()) => "ready".into_response(),
        Err(why) => (StatusCode::SERVICE_UNAVAILABLE, why).into_response(),
    }
}

async fn measure(request: Request<axum::body::Body>, next: middleware::Next) -> Response {
    #[allow(clippy::disallowed_methods, reason = "measures how long an answer took, not what time it is")]
    let start = std::time::Instant::now();
    let method = request.method().as_str().to_owned();
    let (response, statements) = crate::db::counted(next.run(request)).await;
    let status = response.status().as_u16().to_string();
    metrics::counter!("samenstuur_requests_total", "method" => method, "status" => status).increment(1);
    metrics::counter!("samenstuur_request_statements_total").increment(statements);
    metrics::histogram!("samenstuur_request_seconds").record(start.elapsed().as_secs_f64());
    response
}
