//! Town, session and language of a request; on the way back problems become pages and every answer gets its headers.

use std::{net::SocketAddr, sync::Arc};

use axum::{
    body::Body,
    extract::{ConnectInfo, State},
    http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use kernel::{Actor, Lang, Municipality, SessionId};

use super::{Carried, problem, respond};
use crate::{
    app::{App, Ctx, RequestInfo},
    auth,
};

/// The layer itself.
pub async fn layer(State(app): State<App>, request: Request<Body>, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let host = host(&parts);
    let Some(town) = app.municipalities.by_host(&host) else {
        return (StatusCode::NOT_FOUND, "no municipality here yet: see `samenstuur --help`").into_response();
    };
    let ctx = match context(&app, town, &host, &parts).await {
        Ok(ctx) => ctx,
        Err(failure) => {
            tracing::error!(%failure, "no context for a request");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let mut request = Request::from_parts(parts, body);
    request.extensions_mut().insert(ctx.clone());
    let mut response = next.run(request).await;
    if let Some(Carried(carried)) = response.extensions_mut().remove::<Carried>() {
        response = problem::show(&ctx, &carried);
    } else if let Some(problem) = unsaid(&app, &response) {
        let allow = response.headers_mut().remove(header::ALLOW);
        response = problem::show(&ctx, &problem);
        if let Some(allow) = allow {
            response.headers_mut().insert(header::ALLOW, allow);
        }
    }
    finish(&ctx, &mut response);
    response
}

/// What the router or an extractor answered without words of ours.
fn unsaid(app: &App, response: &Response) -> Option<kernel::Problem> {
    let bare = response.headers().get(header::CONTENT_TYPE).is_none();
    match response.status() {
        StatusCode::NOT_FOUND if bare => Some(kernel::Problem::NotFound),
        StatusCode::METHOD_NOT_ALLOWED if bare => Some(kernel::Problem::Method),
        StatusCode::PAYLOAD_TOO_LARGE => Some(kernel::Problem::TooLarge(app.config.max_body_bytes)),
        _ => None,
    }
}

async fn context(app: &App, town: Arc<Municipality>, host: &str, request: &Parts) -> kernel::Result<Ctx> {
    let headers = &request.headers;
    let now = app.now();
    let path = request.uri.path().to_owned();
    let (mut actor, mut session, mut preferred) = (Actor::Visitor, None, None);
    if let Some(token) = cookie(headers, auth::COOKIE) {
        if let Some((id, person, lang)) = auth::resume(app, &town, token, now).await? {
            (actor, session, preferred) = (person, Some(id), lang);
        }
    } else if let Some(key) = bearer(headers).filter(|_| path.starts_with("/api/")) {
        let mut conn = app.db.read().await?;
        if let Some(organisation) = app.identity.api_key(&mut conn, town.id, auth::hash(key)).await? {
            actor = Actor::ApiKey(organisation);
        }
    }
    let lang = cookie(headers, respond::LANGUAGE_COOKIE)
        .and_then(Lang::parse)
        .or(preferred)
        .or_else(|| text(headers, header::ACCEPT_LANGUAGE).and_then(Lang::negotiate))
        .unwrap_or(town.default_lang());
    let info = request_info(app, &town, host, request, session);
    Ok(Ctx { app: app.clone(), municipality: town, actor, on_behalf_of: None, lang, now, request: Arc::new(info) })
}

fn request_info(
    app: &App,
    town: &Municipality,
    host: &str,
    request: &Parts,
    session: Option<SessionId>,
) -> RequestInfo {
    let headers = &request.headers;
    let path = request.uri.path().to_owned();
    let here = request.uri.path_and_query().map_or_else(|| path.clone(), |whole| whole.as_str().to_owned());
    let accept = text(headers, header::ACCEPT).unwrap_or_default();
    // Only catalogue keys made for this are shown: nobody can plant a text by planting a cookie.
    let notice = cookie(headers, respond::NOTICE_COOKIE)
        .filter(|key| key.starts_with("notice-") && app.catalogue.has(Lang::Nl, key))
        .map(str::to_owned);
    let scheme = if town.base_url.starts_with("https://") { "https" } else { "http" };
    RequestInfo {
        id: headers.get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default().to_owned(),
        wants_fragment: headers.contains_key("hx-request") && !headers.contains_key("hx-history-restore-request"),
        takes_gzip: takes_gzip(headers),
        wants_json: path.starts_with("/api/") || accept.starts_with("application/json"),
        notice: if request.method == Method::GET { notice } else { None },
        session,
        remote: remote(app, request),
        user_agent: text(headers, header::USER_AGENT).unwrap_or_default().to_owned(),
        origin: format!("{scheme}://{host}"),
        back: if request.method.is_safe() { here.clone() } else { came_from(headers, host) },
        path,
        here,
    }
}

/// The page of this site on which a form was sent: an address that only takes forms is no place to come back to.
fn came_from(headers: &HeaderMap, host: &str) -> String {
    let rest = text(headers, header::REFERER).and_then(|from| from.split_once("://")).map_or("", |(_, rest)| rest);
    let (from, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let own = from.eq_ignore_ascii_case(host);
    respond::local_path(if own { path.split('#').next().unwrap_or_default() } else { "" })
}

/// `gzip` among the encodings, unless it is refused (`gzip;q=0`).
fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = text(headers, header::ACCEPT_ENCODING).unwrap_or_default();
    accepted.split(',').any(|one| {
        let (name, quality) = one.split_once(';').unwrap_or((one, ""));
        let refused = quality.trim().strip_prefix("q=").is_some_and(|q| q.parse::<f32>().is_ok_and(|q| q <= 0.0));
        name.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}

fn remote(app: &App, request: &Parts) -> String {
    let forwarded = request.headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    if let Some(list) = forwarded.filter(|_| app.config.trust_proxy) {
        return list.split(',').next_back().unwrap_or_default().trim().to_owned();
    }
    request.extensions.get::<ConnectInfo<SocketAddr>>().map_or_else(String::new, |info| info.0.ip().to_string())
}

fn host(request: &Parts) -> String {
    let header = request.headers.get(header::HOST).and_then(|value| value.to_str().ok());
    header.or(request.uri.host()).unwrap_or_default().to_ascii_lowercase()
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    text(headers, header::AUTHORIZATION)?.strip_prefix("Bearer ").map(str::trim)
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// Everything a page may load comes from its own site; nothing inline runs.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
    connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

fn finish(ctx: &Ctx, response: &mut Response) {
    let headers = response.headers_mut();
    let mut set = |name: header::HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::HeaderName::from_static("permissions-policy"), "geolocation=(self), camera=(), microphone=()");
    set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    let caching = if ctx.is_anonymous() { "private, no-cache" } else { "no-store" };
    set(header::CACHE_CONTROL, caching);
    headers.append(header::VARY, HeaderValue::from_static("Cookie, Accept-Language"));
    if ctx.municipality.base_url.starts_with("https://") {
        headers
            .insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000; includeSubDomains"));
    }
    if ctx.request.path.starts_with("/api/") {
        headers.insert(crate::api::HEADER, HeaderValue::from_static(crate::api::VERSION));
    }
    if let Ok(lang) = HeaderValue::from_str(ctx.lang.code()) {
        headers.insert(header::CONTENT_LANGUAGE, lang);
    }
}
