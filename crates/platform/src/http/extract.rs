//! What handlers take out of a request.

use std::fs::File;

use axum::{
    body::Bytes,
    extract::{
        FromRequest, FromRequestParts, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::{Extensions, StatusCode, header, request::Parts},
};
use kernel::{Fields, Permit, Problem};
use serde::de::DeserializeOwned;
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _, AsyncWriteExt as _};

use super::Failure;
use crate::app::{App, Ctx};

impl FromRequestParts<App> for Ctx {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        parts
            .extensions
            .get::<Self>()
            .cloned()
            .ok_or_else(|| Failure(Problem::fault("no context: the context layer is missing")))
    }
}

/// The named parts of the address. One that is not what it should be (no id, no known word) names a page that does not
/// exist, and whoever asks hears so in their own language.
#[derive(Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, state: &App) -> Result<Self, Failure> {
        // PostgreSQL keeps no text with a NUL in it, so nothing can be called so.
        if parts.uri.path().contains("%00") {
            return Err(Failure(Problem::NotFound));
        }
        match axum::extract::Path::<T>::from_request_parts(parts, state).await {
            Ok(axum::extract::Path(named)) => Ok(Self(named)),
            Err(rejection) if rejection.status().is_client_error() => Err(Failure(Problem::NotFound)),
            Err(_) => Err(Failure(Problem::fault("the handler asks for parts that its route does not name"))),
        }
    }
}

/// The query of the address, as fields.
pub struct Query(pub Fields);

impl FromRequestParts<App> for Query {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        Ok(Self(decode(parts.uri.query().unwrap_or_default().as_bytes())))
    }
}

/// The most bytes this address takes, for telling it.
#[derive(Clone, Copy)]
pub(super) struct BodyLimit(pub usize);

/// What is wrong with a body that could not be taken in.
fn refused(status: StatusCode, limit: usize, error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Failure {
    Failure(match status {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge(limit),
        status if status.is_client_error() => Problem::Malformed,
        _ => Problem::fault(error),
    })
}

fn limit(extensions: &Extensions) -> usize {
    extensions.get::<BodyLimit>().map_or(0, |limit| limit.0)
}

/// What was sent, as it is.
struct RawBody(Bytes);

impl FromRequest<App> for RawBody {
    type Rejection = Failure;
    async fn from_request(request: Request, state: &App) -> Result<Self, Failure> {
        let limit = limit(request.extensions());
        let bytes = Bytes::from_request(request, state).await;
        bytes.map(Self).map_err(|rejection| refused(rejection.status(), limit, rejection))
    }
}

/// A form that was sent.
pub struct FormBody(pub Fields);

impl FromRequest<App> for FormBody {
    type Rejection = Failure;
    async fn from_request(request: Request, state: &App) -> Result<Self, Failure> {
        let RawBody(bytes) = RawBody::from_request(request, state).await?;
        Ok(Self(decode(&bytes)))
    }
}

/// A form with one file (field `file`), as sent by `multipart/form-data`. Nothing of it has been read: that takes a permit,
/// so that nobody has the program take in what they may not send.
pub struct Upload(Request);

impl FromRequest<App> for Upload {
    type Rejection = Failure;
    async fn from_request(request: Request, _: &App) -> Result<Self, Failure> {
        Ok(Self(request))
    }
}

/// A form with its file.
#[derive(Debug)]
pub struct Received {
    /// The other fields.
    pub fields: Fields,
    /// The file, when one was chosen and it is not empty.
    pub file: Option<ReceivedFile>,
}

/// A file that was sent: on disk and without a name there, so that it is gone with whoever holds this.
#[derive(Debug)]
pub struct ReceivedFile {
    /// What it is called where it comes from.
    pub name: String,
    /// How many bytes it has.
    pub size: u64,
    file: File,
}

/// The most fields of a form with a file; the widest has three.
const MOST_FIELDS: usize = 100;

impl Upload {
    /// Takes the form in, the file in pieces.
    ///
    /// # Errors
    /// [`Problem::TooLarge`], [`Problem::Malformed`]; when the disk refuses.
    pub async fn receive<A>(self, ctx: &Ctx, _: &Permit<A>) -> Result<Received, Failure> {
        let request = self.0;
        let kind =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            let FormBody(fields) = FormBody::from_request(request, &ctx.app).await?;
            return Ok(Received { fields, file: None });
        }
        let limit = limit(request.extensions());
        let wrap = |error: MultipartError| refused(error.status(), limit, error);
        let mut multipart = Multipart::from_request(request, &ctx.app)
            .await
            .map_err(|rejection| refused(rejection.status(), limit, rejection))?;
        let (mut fields, mut file) = (Fields::default(), None);
        while let Some(field) = multipart.next_field().await.map_err(wrap)? {
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(str::to_owned) {
                Some(file_name) => {
                    let received = on_disk(ctx, file_name, field, wrap).await?;
                    file = Some(received).filter(|file| !file.name.is_empty() && file.size > 0).or(file);
                }
                None if fields.pairs().len() == MOST_FIELDS => return Err(Failure(Problem::Malformed)),
                None => fields.push(name, field.text().await.map_err(wrap)?),
            }
        }
        Ok(Received { fields, file })
    }
}

async fn on_disk(
    ctx: &Ctx,
    name: String,
    mut field: Field<'_>,
    wrap: impl Fn(MultipartError) -> Failure,
) -> Result<ReceivedFile, Failure> {
    let mut file = tokio::fs::File::from_std(passing_file(ctx)?);
    let mut size = 0;
    while let Some(piece) = field.chunk().await.map_err(&wrap)? {
        size += piece.len() as u64;
        file.write_all(&piece).await.map_err(Problem::fault)?;
    }
    file.flush().await.map_err(Problem::fault)?;
    file.rewind().await.map_err(Problem::fault)?;
    Ok(ReceivedFile { name, size, file: file.into_std().await })
}

/// A file without a name, in the data folder: elsewhere a machine may keep such files in its memory.
///
/// # Errors
/// When the disk refuses.
pub fn passing_file(ctx: &Ctx) -> kernel::Result<File> {
    tempfile::tempfile_in(&ctx.app.config.data).map_err(Problem::fault)
}

impl ReceivedFile {
    /// The file, at its beginning.
    pub fn into_file(self) -> File {
        self.file
    }

    /// The whole content, where that is small; nothing when it is larger than `most` bytes.
    ///
    /// # Errors
    /// When the disk refuses.
    pub async fn content(self, most: usize) -> kernel::Result<Option<Vec<u8>>> {
        if self.size > most as u64 {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        tokio::fs::File::from_std(self.file).read_to_end(&mut bytes).await.map_err(Problem::fault)?;
        Ok(Some(bytes))
    }
}

fn decode(bytes: &[u8]) -> Fields {
    Fields::new(form_urlencoded::parse(bytes).map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
}
