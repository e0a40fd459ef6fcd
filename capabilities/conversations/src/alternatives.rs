//! Other doors: no answer is the end of the way. With every no come up to three other ways on.
//!
//! Until a capability that knows better what suits somebody [`provide`]s a [`DoorSuggester`], the source of the subject
//! suggests them.

use futures::future::BoxFuture;
use kernel::{OrganisationId, PersonId, Result};
use parking_lot::RwLock;
use platform::{App, Conn, Ctx};
use uuid::Uuid;

use super::model::{Door, Response};

/// Most doors with one no.
pub const MOST: usize = 3;

/// For whom and instead of what another way is sought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoorQuery {
    /// The kind of what it was about.
    pub kind: String,
    pub subject: Uuid,
    /// Whose it was: doors lead elsewhere.
    pub organisation: Option<OrganisationId>,
    /// The account of the person, when there is one.
    pub person: Option<PersonId>,
}

impl DoorQuery {
    /// For the person of a response.
    pub fn of(response: &Response) -> Self {
        Self {
            kind: response.subject_kind.clone(),
            subject: response.subject_id,
            organisation: response.organisation,
            person: response.person,
        }
    }
}

/// Finds other ways on: up to [`MOST`], the best first.
pub type DoorSuggester = for<'a> fn(&'a mut Conn, &'a Ctx, &'a DoorQuery) -> BoxFuture<'a, Result<Vec<Door>>>;

#[derive(Default)]
struct Provided(RwLock<Option<DoorSuggester>>);

/// From now on doors are found by `suggester`.
pub fn provide(app: &App, suggester: DoorSuggester) {
    *app.service(Provided::default).0.write() = Some(suggester);
}

/// Up to [`MOST`] doors, the best first.
pub async fn suggest(conn: &mut Conn, ctx: &Ctx, query: &DoorQuery) -> Result<Vec<Door>> {
    let provided = *ctx.app.service(Provided::default).0.read();
    let own = ctx.app.subject_source(&query.kind).and_then(|source| source.doors);
    let mut doors = match (provided, own) {
        (Some(suggest), _) => suggest(conn, ctx, query).await?,
        (None, Some(suggest)) => suggest(conn, ctx, query.subject).await?,
        (None, None) => Vec::new(),
    };
    doors.truncate(MOST);
    Ok(doors)
}
