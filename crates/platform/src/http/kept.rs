//! Pages that are the same for everybody, kept while nothing they show has changed.
//!
//! A page is given again only to somebody who is not signed in and has no message to see, and only while the index, the
//! settings of the towns and the hour are what they were when it was made. A page that is asked again is compressed once,
//! and better than there is time for at each answer.

use std::{
    collections::HashMap,
    io::Write as _,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use flate2::{Compression, write::GzEncoder};
use kernel::{Problem, time};
use parking_lot::RwLock;

use super::Answer;
use crate::Ctx;

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
#[derive(Debug)]
struct Kept {
    at: Moment,
    headers: HeaderMap,
    body: Bytes,
    gzip: OnceLock<Bytes>,
}

impl Kept {
    /// The body as it goes over the wire to who takes gzip: made when it is first asked for.
    fn compressed(&self) -> std::io::Result<Bytes> {
        if let Some(made) = self.gzip.get() {
            return Ok(made.clone());
        }
        let mut encoder = GzEncoder::new(Vec::with_capacity(self.body.len() / 4), Compression::default());
        encoder.write_all(&self.body)?;
        let made = Bytes::from(encoder.finish()?);
        Ok(self.gzip.get_or_init(|| made).clone())
    }

    fn answer(&self, gzip: bool) -> std::io::Result<Response> {
        let body = if gzip { self.compressed()? } else { self.body.clone() };
        let mut response = Response::new(Body::from(body));
        let headers = response.headers_mut();
        headers.clone_from(&self.headers);
        if gzip {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
        }
        Ok(response)
    }
}

/// The kept pages of this process.
#[derive(Default)]
struct Pages {
    kept: RwLock<HashMap<String, Arc<Kept>>>,
    size: AtomicUsize,
}

impl Pages {
    fn find(&self, key: &str, at: Moment) -> Option<Arc<Kept>> {
        self.kept.read().get(key).filter(|kept| kept.at == at).cloned()
    }

    fn keep(&self, key: String, page: Kept) {
        // With a quarter for the compressed one.
        let size = key.len() + page.body.len() * 5 / 4;
        let mut kept = self.kept.write();
        // Emptied as a whole: what is asked often is back at once, and nothing needs to be counted per page.
        if self.size.fetch_add(size, Ordering::Relaxed) + size > ROOM {
            kept.clear();
            self.size.store(size, Ordering::Relaxed);
        }
        kept.insert(key, Arc::new(page));
    }
}

/// The answer that `make` would give; the kept one when there is one. Not where templates
/// change under the program's hands.
///
/// # Errors
/// What `make` fails with.
pub async fn through(ctx: &Ctx, key: &str, make: impl Future<Output = Answer>) -> Answer {
    if ctx.app.config.live_templates || !ctx.is_anonymous() || ctx.request.notice.is_some() {
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
        return Ok(page.answer(ctx.request.takes_gzip).map_err(Problem::fault)?);
    }
    let response = make.await?;
    if response.status() != StatusCode::OK {
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, ROOM).await.map_err(Problem::fault)?;
    let page = Kept { at, headers: parts.headers.clone(), body: body.clone(), gzip: OnceLock::new() };
    pages.keep(key, page);
    Ok(Response::from_parts(parts, Body::from(body)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(generation: u64, size: usize) -> Kept {
        let at = Moment { generation, towns: 0, hour: 0 };
        Kept { at, headers: HeaderMap::new(), body: Bytes::from(vec![b'x'; size]), gzip: OnceLock::new() }
    }

    #[test]
    fn a_kept_page_goes_out_compressed_to_who_takes_that() {
        let page = page(1, 10_000);
        let plain = page.answer(false).expect("an answer");
        assert!(plain.headers().get(header::CONTENT_ENCODING).is_none());
        let small = page.answer(true).expect("an answer");
        assert_eq!(small.headers()[header::CONTENT_ENCODING], "gzip");
        assert_eq!(small.headers()[header::VARY], "accept-encoding");
        let sent = page.compressed().expect("a body");
        assert!(sent.len() < 100, "{} bytes", sent.len());
        let mut read = Vec::new();
        std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&sent[..]), &mut read).expect("gzip");
        assert_eq!(read, page.body);
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
