//! Sample pages, which a capability with a kind of topic makes in its words.

use platform::{templates::AnyPage, topics::TopicSource};

use super::{
    pages::{LinkPage, OwnPage},
    views::{SubscriptionView, rhythms},
};

/// What stands behind a link: `confirm`, `stop` or `undo`.
pub fn link(source: &TopicSource, what: &'static str, summary: &str) -> impl AnyPage + use<> {
    let path = if what == "confirm" { source.confirm } else { source.leave };
    LinkPage { words: source.words, what, action: path.replace("{token}", "x"), summary: summary.to_owned() }
}

/// Two of one's own topics; or, when it is `empty`, none and one that was just switched off.
pub fn own(source: &TopicSource, summary: &str, empty: bool) -> impl AnyPage + use<> {
    let url = source.list.0;
    let one = |id: &str, rhythm| SubscriptionView { id: id.into(), summary: summary.into(), url: url.into(), rhythm };
    let (subscriptions, ended) = match empty {
        true => (Vec::new(), Some(one("c", "weekly"))),
        false => (vec![one("a", "daily"), one("b", "at_once")], None),
    };
    let TopicSource { words, own: action, list, .. } = *source;
    OwnPage { words, action, list, subscriptions, rhythms: rhythms(), ended }
}
