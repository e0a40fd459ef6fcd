//! The same thing sent twice is one thing: a double click, a page that is sent anew, a program that tries again.
//!
//! Who makes something with [`Plan::once`] has the same form, sent again from the same place within a minute, answered as the
//! first time. What is sent while the first is still under way waits for it. It does not show whether two things are alike
//! that were typed twice: that is for the capability to know.

mod store;

use std::time::Duration;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::Request,
    handler::Handler as AxumHandler,
    http::{HeaderName, HeaderValue, StatusCode, header, request::Parts},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use futures::future::BoxFuture;
use kernel::{Problem, Result, time};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
pub use store::STATEMENTS;
use tracing::Instrument;
use uuid::Uuid;

use crate::{
    app::{App, Ctx},
    db::{Json, Tx, counted},
    http::{Failure, respond::NOTICE_COOKIE},
    plan::{Access, Plan},
};

/// How long the same thing counts as sent twice.
const AGAIN: i64 = time::MINUTE;
/// How long the second waits for the first: by then a process ended in the middle of it.
const UNDER_WAY: i64 = 10 * time::SECOND;
/// How long to wait before looking whether the first is done.
const LOOK: Duration = Duration::from_millis(50);
/// The most bytes of an answer that are kept: a form is answered with an address, the API with the thing that was made.
const KEPT: usize = 64 * 1024;

/// Whether what was made, and is found at this address, still stands; else it is made anew.
pub type Stands = for<'a> fn(&'a Ctx, &'a str) -> BoxFuture<'a, Result<bool>>;

/// How something was answered.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Said {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

impl Said {
    fn location(&self) -> &str {
        let found = self.headers.iter().find(|(name, _)| name == header::LOCATION.as_str());
        found.map_or("", |(_, value)| value)
    }

    /// What may be said again: an address to go on to with the notice that is shown there, or what the API made. Never a secret.
    async fn of(response: Response) -> (Response, Option<Self>) {
        let (parts, body) = response.into_parts();
        if ![StatusCode::SEE_OTHER, StatusCode::CREATED].contains(&parts.status) {
            return (Response::from_parts(parts, body), None);
        }
        let Ok(body) = to_bytes(body, KEPT).await else {
            return (StatusCode::INTERNAL_SERVER_ERROR.into_response(), None);
        };
        let kept = |name: &HeaderName, value: &HeaderValue| match value.to_str() {
            Ok(text) if *name == header::SET_COOKIE => text.starts_with(&format!("{NOTICE_COOKIE}=")),
            Ok(_) => [header::LOCATION, header::CONTENT_TYPE].contains(name),
            Err(_) => false,
        };
        let headers = parts.headers.iter().filter(|(name, value)| kept(name, value));
        let headers = headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap_or_default().to_owned()));
        let said = Self {
            status: parts.status.as_u16(),
            headers: headers.collect(),
            body: String::from_utf8_lossy(&body).into_owned(),
        };
        (Response::from_parts(parts, Body::from(body)), Some(said))
    }
}

impl IntoResponse for Said {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or(StatusCode::SEE_OTHER);
        for (name, value) in self.headers {
            if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(&value)) {
                response.headers_mut().append(name, value);
            }
        }
        response
    }
}

impl Plan {
    /// A change that makes something, or has something sent: the same form sent twice makes one.
    #[must_use]
    pub fn once<T: 'static>(self, path: &'static str, handler: impl AxumHandler<T, App>, access: Access) -> Self {
        self.once_while(path, handler, access, |_, _| Box::pin(async { Ok(true) }))
    }

    /// As [`once`](Self::once), for what may be used up within the minute.
    #[must_use]
    pub fn once_while<T: 'static>(
        self,
        path: &'static str,
        handler: impl AxumHandler<T, App>,
        access: Access,
        stands: Stands,
    ) -> Self {
        let again = middleware::from_fn(move |request: Request, next: Next| answer(stands, request, next));
        self.route("POST", path, axum::routing::post(handler).layer(again), access)
    }
}

/// The id under which takes turns who makes something that has none yet: `of` says what it is and for whom. Locked, the second
/// of two at the same moment finds what the first one made.
pub fn turn(of: &str) -> Uuid {
    let hash: [u8; 32] = Sha256::digest(of).into();
    let mut id = [0; 16];
    id.copy_from_slice(&hash[..16]);
    Uuid::from_bytes(id)
}

/// The id of what was made, where one goes on at its page: the last of the path, or else of what is asked there.
pub fn id_in(location: &str) -> Option<Uuid> {
    let (path, asked) = location.split_once('?').unwrap_or((location, ""));
    let last = |text: &str| text.rsplit(['/', '=', '&', '#']).find_map(|part| part.parse().ok());
    last(path).or_else(|| last(asked))
}

async fn answer(stands: Stands, request: Request, next: Next) -> Response {
    let Some(ctx) = request.extensions().get::<Ctx>().cloned() else { return next.run(request).await };
    let (parts, body) = request.into_parts();
    let limit = ctx.app.config.max_body_bytes;
    let Ok(body) = to_bytes(body, limit).await else {
        return Failure(Problem::TooLarge(limit)).into_response();
    };
    let key = key(&ctx, &parts, &body);
    match begin(&ctx, &key, stands).await {
        Ok(Some(said)) => said.into_response(),
        Ok(None) => {
            let request = Request::from_parts(parts, Body::from(body));
            // In a task of its own: a browser that hangs up and sends again must not break the first off half-way.
            let done = tokio::spawn(counted(finish(ctx, key, next.run(request))).in_current_span());
            done.await.map_or_else(|end| Failure(Problem::fault(end)).into_response(), |(response, _)| response)
        }
        Err(problem) => Failure(problem).into_response(),
    }
}

/// Who sends what, where. Somebody who has not signed in is known by network and browser.
fn key(ctx: &Ctx, parts: &Parts, body: &Bytes) -> Vec<u8> {
    let who = match ctx.request.session {
        Some(session) => session.to_string(),
        None => format!("{:?}\n{}\n{}", ctx.actor, ctx.request.remote, ctx.request.user_agent),
    };
    let parted = [parts.uri.path().as_bytes(), parts.uri.query().unwrap_or_default().as_bytes(), who.as_bytes(), body];
    let mut hash = Sha256::new();
    for part in parted {
        hash.update(part.len().to_be_bytes());
        hash.update(part);
    }
    hash.finalize().to_vec()
}

/// How it was answered a moment ago; `None`, when it is to be done now.
async fn begin(ctx: &Ctx, key: &[u8], stands: Stands) -> Result<Option<Said>> {
    loop {
        let now = ctx.app.now();
        let mut tx = ctx.app.db.begin_system().await?;
        lock(&mut tx, key).await?;
        let known = store::FIND.optional(&mut tx, (ctx.town(), key.to_vec())).await?;
        let known = known.filter(|(begun_at, _)| now.since(*begun_at) < AGAIN);
        match known {
            Some((_, Some(Json(said)))) => {
                drop(tx);
                if stands(ctx, said.location()).await? {
                    return Ok(Some(said));
                }
                tx = ctx.app.db.begin_system().await?;
                lock(&mut tx, key).await?;
            }
            Some((begun_at, None)) if now.since(begun_at) < UNDER_WAY => {
                drop(tx);
                tokio::time::sleep(LOOK).await;
                continue;
            }
            _ => {}
        }
        store::FORGET.run(&mut tx, (ctx.town(), now.plus(-AGAIN))).await?;
        store::BEGIN.run(&mut tx, (ctx.town(), key.to_vec(), now)).await?;
        tx.commit().await?;
        return Ok(None);
    }
}

async fn lock(tx: &mut Tx, key: &[u8]) -> Result<()> {
    let id = Uuid::from_slice(key.get(..16).unwrap_or_default()).map_err(Problem::fault)?;
    Ok(tx.lock(id).await?)
}

async fn finish(ctx: Ctx, key: Vec<u8>, run: impl Future<Output = Response>) -> Response {
    let (response, said) = Said::of(run.await).await;
    let noted = async {
        let mut tx = ctx.app.db.begin_system().await?;
        match said {
            Some(said) => store::ANSWER.run(&mut tx, (ctx.town(), key, Json(said))).await?,
            None => store::DROP.run(&mut tx, (ctx.town(), key)).await?,
        };
        tx.commit().await
    };
    if let Err(error) = noted.await {
        tracing::warn!(%error, "that something was done once could not be noted");
    }
    response
}

/// Forgets what is longer ago than it counts.
pub(crate) async fn forget(ctx: &Ctx, tx: &mut Tx) -> Result<()> {
    store::FORGET.run(tx, (ctx.town(), ctx.now.plus(-AGAIN))).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::id_in;

    #[test]
    fn what_was_made_is_found_in_the_address_where_one_goes_on() {
        let (one, other) = ("019ccccc-0000-7000-8000-000000000001", "019ccccc-0000-7000-8000-000000000002");
        let cases = [
            (format!("/organisatie/{other}/vacatures/{one}/bewerken"), Some(one)),
            (format!("/mijn/hulpvragen/{one}/stap/wat?voor={other}"), Some(one)),
            (format!("/inloggen/code?poging={one}"), Some(one)),
            (format!("/mijn/aanbod#{one}"), Some(one)),
            ("/mijn/aanbod".to_owned(), None),
        ];
        for (address, found) in cases {
            assert_eq!(id_in(&address).map(|id| id.to_string()).as_deref(), found, "{address}");
        }
    }
}
