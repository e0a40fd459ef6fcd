//! What handlers take out of a request.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Multipart, Request},
    http::{Extensions, StatusCode, header, request::Parts},
};
use kernel::{Fields, Problem};
use serde::de::DeserializeOwned;

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

/// A form with one file (field `file`), as sent by `multipart/form-data`.
pub struct Upload {
    /// The other fields.
    pub fields: Fields,
    /// File name and content, when a file was chosen.
    pub file: Option<(String, Vec<u8>)>,
}

impl FromRequest<App> for Upload {
    type Rejection = Failure;
    async fn from_request(request: Request, state: &App) -> Result<Self, Failure> {
        let kind =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("multipart/form-data") {
            let FormBody(fields) = FormBody::from_request(request, state).await?;
            return Ok(Self { fields, file: None });
        }
        let limit = limit(request.extensions());
        let wrap = |error: axum::extract::multipart::MultipartError| refused(error.status(), limit, error);
        let mut multipart = Multipart::from_request(request, state)
            .await
            .map_err(|rejection| refused(rejection.status(), limit, rejection))?;
        let (mut fields, mut file) = (Fields::default(), None);
        while let Some(field) = multipart.next_field().await.map_err(wrap)? {
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(str::to_owned) {
                Some(file_name) => {
                    let bytes = field.bytes().await.map_err(wrap)?.to_vec();
                    if !file_name.is_empty() && !bytes.is_empty() {
                        file = Some((file_name, bytes));
                    }
                }
                None => fields.push(name, field.text().await.map_err(wrap)?),
            }
        }
        Ok(Self { fields, file })
    }
}

fn decode(bytes: &[u8]) -> Fields {
    Fields::new(form_urlencoded::parse(bytes).map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
}
