//! Town, session and language of a request; on the way back problems become pages and every answer gets its headers.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    body::Body,
    extract::{ConnectInfo, MatchedPath, State},
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
    let host = match host(&parts) {
        Ok(host) => host,
        Err(why) => return (StatusCode::BAD_REQUEST, why).into_response(),
    };
    let kept = Keeping::of(&parts);
    let Some(town) = app.municipalities.by_host(&host) else {
        return (StatusCode::NOT_FOUND, "no municipality here yet: see `samenstuur --help`").into_response();
    };
    let ctx = match context(&app, town.clone(), &host, &parts).await {
        Ok(ctx) => ctx,
        Err(failure) => {
            tracing::error!(%failure, "no context for a request");
            return unreachable(&app, town, &host, &parts, kept);
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
    finish(&ctx, kept, &mut response);
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

/// The page for when not even the session can be looked up: to a visitor, because nobody knows who it is.
fn unreachable(app: &App, town: Arc<Municipality>, host: &str, request: &Parts, kept: Keeping) -> Response {
    let lang = asked_language(&request.headers).unwrap_or(town.default_lang());
    let info = Arc::new(request_info(app, &town, host, request, None));
    let (actor, now) = (Actor::Visitor, app.now());
    let ctx = Ctx { app: app.clone(), municipality: town, actor, on_behalf_of: None, lang, now, request: info };
    let mut response = problem::show(&ctx, &kernel::Problem::Busy("no context"));
    finish(&ctx, kept, &mut response);
    response
}

/// The language that was chosen in this browser, or else the one it prefers.
fn asked_language(headers: &HeaderMap) -> Option<Lang> {
    let chosen = cookie(headers, respond::LANGUAGE_COOKIE).and_then(Lang::parse);
    chosen.or_else(|| text(headers, header::ACCEPT_LANGUAGE).and_then(Lang::negotiate))
}

/// What the log calls the place that was asked for: the route with the names of its parameters, because a path may hold
/// the secret of a private link.
pub(super) fn route<B>(request: &Request<B>) -> &str {
    request.extensions().get::<MatchedPath>().map_or("(no route)", MatchedPath::as_str)
}

async fn context(app: &App, town: Arc<Municipality>, host: &str, request: &Parts) -> kernel::Result<Ctx> {
    let headers = &request.headers;
    let now = app.now();
    let path = request.uri.path().to_owned();
    let (mut actor, mut session, mut preferred, mut by_card) = (Actor::Visitor, None, None, false);
    if let Some(token) = cookie(headers, auth::COOKIE) {
        if let Some(known) = auth::resume(app, &town, token, now).await? {
            (actor, session, preferred, by_card) = (known.actor, Some(known.session), known.lang, known.by_card);
        }
    } else if let Some(key) = bearer(headers).filter(|_| path.starts_with("/api/")) {
        let mut conn = app.db.read().await?;
        if let Some(organisation) = app.identity.api_key(&mut conn, town.id, auth::hash(key)).await? {
            actor = Actor::ApiKey(organisation);
        }
    }
    let chosen = cookie(headers, respond::LANGUAGE_COOKIE).and_then(Lang::parse);
    let lang = chosen.or(preferred).or_else(|| asked_language(headers)).unwrap_or(town.default_lang());
    let info = RequestInfo { by_card, ..request_info(app, &town, host, request, session) };
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
        by_card: false,
        remote: remote(app, request),
        user_agent: text(headers, header::USER_AGENT).unwrap_or_default().to_owned(),
        origin: format!("{scheme}://{host}"),
        back: if request.method.is_safe() { here.clone() } else { came_from(headers, host) },
        path,
        route: request.extensions.get::<MatchedPath>().map_or("(no route)", MatchedPath::as_str).to_owned(),
        here,
    }
}

/// The host and the path of the page that somebody came from, where the browser says it.
fn referrer(headers: &HeaderMap) -> Option<(&str, &str)> {
    let (_, rest) = text(headers, header::REFERER)?.split_once("://")?;
    Some(rest.split_at(rest.find('/').unwrap_or(rest.len())))
}

/// Whether the browser says that a form stood on a page of another site.
pub(super) fn is_sent_from_elsewhere(headers: &HeaderMap) -> bool {
    let host = text(headers, header::HOST).unwrap_or_default();
    referrer(headers).is_some_and(|(from, _)| !from.eq_ignore_ascii_case(host))
}

/// The page of this site on which a form was sent: an address that only takes forms is no place to come back to.
fn came_from(headers: &HeaderMap, host: &str) -> String {
    let own = referrer(headers).filter(|(from, _)| from.eq_ignore_ascii_case(host));
    respond::local_path(own.map_or("", |(_, path)| path.split('#').next().unwrap_or_default()))
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

/// From where somebody asks, as far as limits are concerned.
fn remote(app: &App, request: &Parts) -> String {
    let direct = request.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let address = if app.config.trust_proxy { forwarded(&request.headers).or(direct) } else { direct };
    address.map_or_else(String::new, counted_as)
}

/// What the proxy in front wrote: the last element of the last line. Everything before it came from outside, and anybody
/// can write anything there.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    let last = line.rsplit(',').next()?.trim();
    last.parse().ok().or_else(|| last.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// One household or office has one IPv4 address, and a whole /64 of IPv6.
fn counted_as(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

/// The host that is asked, without the dot at the end that a name may have (RFC 1034, 3.1). Two of them are refused: a proxy
/// may have looked at the other (RFC 9112, 3.2).
fn host(request: &Parts) -> Result<String, &'static str> {
    let mut headers = request.headers.get_all(header::HOST).iter();
    let first = headers.next().map(|value| value.to_str().map_err(|_| "what kind of host is that?")).transpose()?;
    if headers.next().is_some() {
        return Err("one host at a time");
    }
    let host = first.or(request.uri.host()).unwrap_or_default().to_ascii_lowercase();
    let (name, port) = host.find(':').map_or((host.as_str(), ""), |colon| host.split_at(colon));
    Ok(format!("{}{port}", name.strip_suffix('.').unwrap_or(name)))
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

/// How a browser may keep an answer, as far as that follows from what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeping {
    /// It looks again each time, and shows what it kept when nothing changed.
    Look,
    /// What somebody sent stands in the answer: nobody else at this computer may see it.
    Nowhere,
    /// The address itself is a secret: neither kept nor found.
    Secret,
}

/// Names under which a secret stands in a question, or which wish to sign in it is.
const SECRET_QUESTIONS: [&str; 2] = ["sleutel=", "poging="];

impl Keeping {
    fn of(request: &Parts) -> Self {
        let route = request.extensions.get::<MatchedPath>().map_or("", MatchedPath::as_str);
        let mut asked = request.uri.query().unwrap_or_default().split('&');
        let secret = |part: &&str| SECRET_QUESTIONS.iter().any(|name| part.starts_with(name));
        match () {
            () if route.contains("{token}") || asked.any(|part| secret(&part)) => Self::Secret,
            () if !request.method.is_safe() => Self::Nowhere,
            () => Self::Look,
        }
    }
}

fn finish(ctx: &Ctx, kept: Keeping, response: &mut Response) {
    let headers = response.headers_mut();
    let mut set = |name: header::HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::HeaderName::from_static("permissions-policy"), "geolocation=(self), camera=(), microphone=()");
    set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    if kept == Keeping::Secret {
        set(header::HeaderName::from_static("x-robots-tag"), "noindex");
    }
    set(header::CACHE_CONTROL, if ctx.is_anonymous() { "private, no-cache" } else { "no-store" });
    if kept != Keeping::Look {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(lines: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append("x-forwarded-for", line.parse().expect("a header"));
        }
        headers
    }

    #[test]
    fn only_what_the_proxy_itself_wrote_is_believed() {
        for (given, expected) in [
            (&["192.0.2.7"][..], Some("192.0.2.7")),
            (&["203.0.113.9, 192.0.2.7"], Some("192.0.2.7")),
            // A proxy that adds a line of its own leaves the forged one above it.
            (&["203.0.113.9", "192.0.2.7"], Some("192.0.2.7")),
            (&["203.0.113.9, 203.0.113.10", "192.0.2.7:4711"], Some("192.0.2.7")),
            (&["[2001:db8::7]:4711"], Some("2001:db8::7")),
            (&["203.0.113.9", "unknown"], None),
            (&[], None),
        ] {
            let found = forwarded(&lines(given)).map(|address| address.to_string());
            assert_eq!(found.as_deref(), expected, "{given:?}");
        }
    }

    #[test]
    fn addresses_of_one_household_count_together() {
        for (address, expected) in [
            ("192.0.2.7", "192.0.2.7"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
            ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ] {
            assert_eq!(counted_as(address.parse().expect("an address")), expected, "{address}");
        }
    }
}
