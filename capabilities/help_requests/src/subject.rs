//! A help request as a subject: other doors lead to it. Its own helpers have a way of their own, without a conversation.

use kernel::text::Codes;
use platform::subjects::{Over, SubjectNow, SubjectSource};

use super::model::State;
use facets::model::{HelpRequestId, Kind};

/// What conversations know of help requests.
pub(crate) fn source() -> SubjectSource {
    SubjectSource {
        kind: Kind::HelpRequest.code(),
        list: "/hulpvragen",
        find: |conn, ctx, id| {
            Box::pin(async move {
                let found = super::find(conn, ctx, HelpRequestId(id)).await?;
                Ok(found.map(|request| SubjectNow { over: over(request.state), ..SubjectNow::default() }))
            })
        },
        doors: None,
        started: None,
        silent: None,
    }
}

fn over(state: State) -> Option<Over> {
    match state {
        State::Matched => Some(Over::Full),
        State::Done | State::Closed | State::Expired => Some(Over::Closed),
        State::Draft | State::Waiting | State::Live => None,
    }
}
