//! An offer as the subject of conversations.

use kernel::text::Codes;
use platform::subjects::{Over, SubjectNow, SubjectSource};

use super::model::{Offer, State};
use conversations::{Owner, Subject};
use facets::model::{Kind, OfferId};

/// What conversations know of offers. The organisation that asks is the one who waits for an answer: there is nothing to lead
/// it to instead.
pub(crate) fn source() -> SubjectSource {
    SubjectSource {
        kind: Kind::Offer.code(),
        list: "/aanbod",
        find: |conn, ctx, id| {
            Box::pin(async move { Ok(super::find(conn, ctx, OfferId(id)).await?.map(|offer| now(&offer))) })
        },
        doors: None,
        started: None,
        silent: None,
    }
}

/// What an organisation responds to, and who answers.
pub(crate) fn subject(offer: &Offer) -> (Subject, Owner) {
    let subject = Subject { kind: Kind::Offer.code().to_owned(), id: offer.id.0, title: offer.title.clone() };
    (subject, Owner::Person(offer.person))
}

fn now(offer: &Offer) -> SubjectNow {
    let over = match offer.state {
        State::Closed | State::Expired | State::TakenDown => Some(Over::Closed),
        State::Live | State::Paused | State::Waiting => None,
    };
    SubjectNow { over, ..SubjectNow::default() }
}
