//! Introductions: up to three times and a place are proposed, the person chooses one with a tap, and both have it in
//! their calendar; it can move and be cancelled.

pub(crate) mod actions;
pub mod calendar;
pub(crate) mod forms;
pub mod model;
pub(crate) mod store;

use kernel::Result;
use platform::{Conn, Ctx};

use self::model::Introduction;
use crate::model::ResponseId;

/// The introduction of a response, the newest when there were more.
pub async fn of(conn: &mut Conn, ctx: &Ctx, response: ResponseId) -> Result<Option<Introduction>> {
    Ok(store::OF_RESPONSE.optional(conn, (ctx.town(), response)).await?)
}
