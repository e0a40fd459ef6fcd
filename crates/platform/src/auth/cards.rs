//! What somebody may do who came in with a card on paper: nothing but what the card is for.

use axum::{
    extract::Request,
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::MethodRouter,
};
use kernel::Problem;

use crate::{
    app::{App, Ctx},
    http::Failure,
    plan::{Access, Role},
};

/// Refuses the session of a card everywhere but where the route names [`Role::Card`]: who finds a card gets no further, also
/// at a route that was made without a thought of cards.
pub(crate) fn with_cards(handler: MethodRouter<App>, access: Access) -> MethodRouter<App> {
    match access.0.contains(&Role::Card) {
        true => handler,
        false => handler.layer(middleware::from_fn(refuse_card)),
    }
}

async fn refuse_card(request: Request, next: Next) -> Response {
    match request.extensions().get::<Ctx>().is_some_and(|ctx| ctx.request.by_card) {
        true => Failure(Problem::Forbidden("platform-problem-card")).into_response(),
        false => next.run(request).await,
    }
}
