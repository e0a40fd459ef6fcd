//! A browser without a screen: cookies, forms, redirects; over the router itself, without a socket.

use std::collections::BTreeMap;

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use scraper::{Html, Selector};
use tower::ServiceExt;

/// Somebody's browser.
#[derive(Clone)]
pub struct Client {
    router: Router,
    host: &'static str,
    cookies: BTreeMap<String, String>,
    headers: Vec<(String, String)>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body as text.
    pub body: String,
    /// Where it was asked.
    pub path: String,
}

impl Client {
    pub(crate) fn new(router: Router, host: &'static str) -> Self {
        Self { router, host, cookies: BTreeMap::new(), headers: Vec::new() }
    }

    /// Sets a cookie.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// The same browser with a header on every request (`authorization`, `hx-request`, `accept`).
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The same browser in English.
    #[must_use]
    pub fn in_english(mut self) -> Self {
        self.set_cookie("taal", "en");
        self
    }

    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, None, Body::empty()).await
    }

    /// Opens a page and follows redirects.
    pub async fn visit(&mut self, path: &str) -> Answer {
        let answer = self.get(path).await;
        self.follow(answer).await
    }

    /// Sends a form.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded"), Body::from(body)).await
    }

    /// Sends a form and follows redirects.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post(path, fields).await;
        self.follow(answer).await
    }

    /// Sends JSON.
    pub async fn post_json(&mut self, path: &str, json: &serde_json::Value) -> Answer {
        self.send(Method::POST, path, Some("application/json"), Body::from(json.to_string())).await
    }

    /// Sends a form with a file in field `file`.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], name: &str, content: &[u8]) -> Answer {
        const BOUNDARY: &str = "----samenstuur-test";
        let mut body = Vec::new();
        for (field, value) in fields {
            body.extend(
                format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes(),
            );
        }
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend_from_slice(content);
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.send(Method::POST, path, Some(&kind), Body::from(body)).await
    }

    /// Any request.
    ///
    /// # Panics
    /// When the request cannot be made; an error of the application is an answer.
    pub async fn send(&mut self, method: Method, path: &str, content_type: Option<&str>, body: Body) -> Answer {
        let mut request = Request::builder().method(method.clone()).uri(path).header(header::HOST, self.host);
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if method != Method::GET {
            request = request.header("sec-fetch-site", "same-origin");
        }
        if let Some(kind) = content_type {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let text = cookie.to_str().unwrap_or_default();
            let (pair, attributes) = text.split_once(';').unwrap_or((text, ""));
            let Some((name, value)) = pair.split_once('=') else { continue };
            if attributes.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = axum::body::to_bytes(body, 64 * 1024 * 1024).await.expect("a body");
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            path: path.to_owned(),
        }
    }

    async fn follow(&mut self, mut answer: Answer) -> Answer {
        for _ in 0..5 {
            let Some(location) = answer.location() else { break };
            answer = self.get(&location).await;
        }
        answer
    }
}

impl Answer {
    /// Where it leads on, when it is a redirect.
    pub fn location(&self) -> Option<String> {
        let redirect = self.status.is_redirection();
        self.headers.get(header::LOCATION).filter(|_| redirect).and_then(|value| value.to_str().ok()).map(str::to_owned)
    }

    /// Fails unless the status is this one.
    ///
    /// # Panics
    /// Then.
    #[track_caller]
    pub fn assert_status(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}: {}", self.path, self.text());
        self
    }

    /// Fails unless the text is on the page.
    ///
    /// # Panics
    /// Then.
    #[track_caller]
    pub fn assert_contains(&self, text: &str) -> &Self {
        assert!(
            self.body.contains(text) || self.text().contains(text),
            "{}: no {text:?} in\n{}",
            self.path,
            self.text()
        );
        self
    }

    /// Fails when the text is on the page.
    ///
    /// # Panics
    /// Then.
    #[track_caller]
    pub fn assert_lacks(&self, text: &str) -> &Self {
        assert!(!self.body.contains(text), "{}: {text:?} is in\n{}", self.path, self.text());
        self
    }

    /// The words on the page, without markup.
    pub fn text(&self) -> String {
        let page = Html::parse_document(&self.body);
        let main = Selector::parse("main").expect("a selector");
        let words =
            |root: scraper::ElementRef<'_>| root.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
        page.select(&main).next().map_or_else(|| self.body.clone(), words)
    }

    /// The value of an attribute of the first element that matches.
    pub fn attribute(&self, selector: &str, attribute: &str) -> Option<String> {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).expect("a selector");
        page.select(&selector).next()?.value().attr(attribute).map(str::to_owned)
    }

    /// The body as JSON.
    ///
    /// # Panics
    /// When it is none.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{}: {error}: {}", self.path, self.body))
    }
}
