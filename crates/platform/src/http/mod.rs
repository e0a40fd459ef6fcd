//! From request to page or problem.
//!
//! The way of a request: id → trace → town by host name, session, language ([`context`]) → limits of size and time,
//! catching of panics, origin check → handler → page, redirect or [`Failure`] → problem page or RFC 9457 JSON → security
//! headers. Whatever goes wrong inside the context is told in words, with the id; outside it stands only a last net.

pub mod context;
mod extract;
mod hours;
pub mod kept;
mod problem;
pub mod respond;
pub mod router;

use axum::response::{IntoResponse, Response};
pub use extract::{FormBody, Path, Query, Received, ReceivedFile, Upload, passing_file};
use kernel::Problem;
pub use problem::ProblemPage;
pub(crate) use problem::samples;
pub use router::router;

/// What a handler gives back.
pub type Answer<T = Response> = std::result::Result<T, Failure>;

/// A [`Problem`] on its way to the edge, where it becomes a page or JSON in the language of the request.
#[derive(Debug)]
pub struct Failure(pub Problem);

impl<P: Into<Problem>> From<P> for Failure {
    fn from(problem: P) -> Self {
        Self(problem.into())
    }
}

/// Carries a problem through the response to the layer that shows it.
#[derive(Clone)]
pub(crate) struct Carried(pub std::sync::Arc<Problem>);

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = problem::status(&self.0).into_response();
        response.extensions_mut().insert(Carried(std::sync::Arc::new(self.0)));
        response
    }
}
