//! Pages that are the same for everybody, kept while nothing they show has changed.
//!
//! A page is given again only to somebody who is not signed in and has no message to see, and only while the index, the
//! settings of the towns and the hour are what they were when it was made.

use std::{
    collections::HashMap,
    sync::atomic::{AtomicUsize, Ordering},
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use kernel::{Problem, time};
use parking_lot::RwLock;
use platform::{Ctx, http::Answer};

/// Bytes kept in all: some two hundred pages.
const ROOM: usize = 8 * 1024 * 1024;

/// What a kept page depends on beside its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Moment {
    generation: u64,
    towns: u64,
    hour: i64,
}

/// A kept page.
#[derive(Clone, Debug)]
struct Kept {
    at: Moment,
    headers: HeaderMap,
    body: Bytes,
}

/// The kept pages of this process.
#[derive(Default)]
struct Pages {
    kept: RwLock<HashMap<String, Kept>>,
    size: AtomicUsize,
}

impl Pages {
    fn find(&self, key: &str, at: Moment) -> Option<Kept> {
        self.kept.read().get(key).filter(|kept| kept.at == at).cloned()
    }

    fn keep(&self, key: String, page: Kept) {
        let size = key.len() + page.body.len();
        let mut kept = self.kept.write();
        // Emptied as a whole: what is asked often is back at once, and nothing needs to be counted per page.
        if self.size.fetch_add(size, Ordering::Relaxed) + size > ROOM {
            kept.clear();
            self.size.store(size, Ordering::Relaxed);
        }
        kept.insert(key, page);
    }
}

/// The answer that `make` would give; the kept one when there is one. Not in a debug build, where templates change
/// under the program's hands.
///
/// # Errors
/// What `make` fails with.
pub async fn through(ctx: &Ctx, key: &str, make: impl Future<Output = Answer>) -> Answer {
    if cfg!(debug_assertions) || !ctx.is_anonymous() || ctx.request.notice.is_some() {
        return make.await;
    }
    let pages = ctx.app.service(Pages::default);
    let at = Moment {
        generation: ctx.app.search.generation(),
        towns: ctx.app.municipalities.revision(),
        hour: ctx.now.millis() / time::HOUR,
    };
    let key = format!("{} {} {} {key}", ctx.town(), ctx.lang.code(), ctx.request.wants_fragment);
    if let Some(page) = pages.find(&key, at) {
        let mut response = Response::new(Body::from(page.body));
        *response.headers_mut() = page.headers;
        return Ok(response);
    }
    let response = make.await?;
    if response.status() != StatusCode::OK {
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, ROOM).await.map_err(Problem::fault)?;
    pages.keep(key, Kept { at, headers: parts.headers.clone(), body: body.clone() });
    Ok(Response::from_parts(parts, Body::from(body)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(generation: u64, size: usize) -> Kept {
        let at = Moment { generation, towns: 0, hour: 0 };
        Kept { at, headers: HeaderMap::new(), body: Bytes::from(vec![b'x'; size]) }
    }

    #[test]
    fn a_page_is_given_again_until_something_changed() {
        let pages = Pages::default();
        pages.keep("a".into(), page(1, 10));
        let at = |generation| Moment { generation, towns: 0, hour: 0 };
        assert!(pages.find("a", at(1)).is_some());
        assert!(pages.find("a", at(2)).is_none(), "the index changed");
        assert!(pages.find("a", Moment { towns: 1, ..at(1) }).is_none(), "a setting changed");
        assert!(pages.find("a", Moment { hour: 1, ..at(1) }).is_none(), "another hour ranks otherwise");
        assert!(pages.find("b", at(1)).is_none());
    }

    #[test]
    fn there_is_room_for_so_much_and_no_more() {
        let pages = Pages::default();
        for number in 0..40 {
            pages.keep(number.to_string(), page(1, ROOM / 10));
        }
        let held: usize = pages.kept.read().values().map(|kept| kept.body.len()).sum();
        assert!(held <= ROOM, "{held} bytes are kept");
        assert!(pages.find("39", Moment { generation: 1, towns: 0, hour: 0 }).is_some(), "the last one is there");
    }
}
