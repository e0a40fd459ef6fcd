//! What people can hear of: the port between a capability that has news of something and the one below it that keeps who
//! wants to hear of it and how often, and writes the letters. The upper one hands over a [`TopicSource`] with its plan; the
//! lower one knows each topic by its kind and by words that only its source reads.

use futures::future::BoxFuture;
use kernel::{Instant, Result};
use uuid::Uuid;

use crate::{App, Conn, Ctx};

/// A topic as it is now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicNow {
    /// What one hears of, in one line, in the reader's language.
    pub summary: String,
    /// Where all of it is to be seen. Topics with the same address are the same topic.
    pub path: String,
}

/// One piece of news, as a letter names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsLine {
    /// In words, in the reader's language.
    pub words: String,
    /// Where it is to be seen.
    pub path: String,
}

/// Describes a topic; none when it is gone.
pub type DescribeTopic = for<'a> fn(&'a mut Conn, &'a Ctx, &'a str) -> BoxFuture<'a, Result<Option<TopicNow>>>;

/// Finds what is new about a topic since a moment, with the moment of each; what is older may be among it. Nobody holds a
/// connection meanwhile.
pub type FindNews = for<'a> fn(&'a Ctx, &'a str, Instant) -> BoxFuture<'a, Result<Vec<(Uuid, Instant)>>>;

/// Puts news in words; what is not worth a letter any more is left out.
pub type TellNews = for<'a> fn(&'a mut Conn, &'a Ctx, &'a [Uuid]) -> BoxFuture<'a, Result<Vec<NewsLine>>>;

/// One kind of topic.
#[derive(Clone, Copy)]
pub struct TopicSource {
    /// The code that is stored with everybody who wants to hear: `saved_search`.
    pub kind: &'static str,
    /// What its texts begin with in the catalogue: `saved-search` for `saved-search-mail-news-subject`.
    pub words: &'static str,
    /// Address behind the link with which an address is confirmed, with `{token}` in it.
    pub confirm: &'static str,
    /// Address behind the link in each letter with which the letters end, with `{token}` in it.
    pub leave: &'static str,
    /// Address of the page with one's own topics of this kind.
    pub own: &'static str,
    /// Where people find such topics, and the catalogue key of a link to it.
    pub list: (&'static str, &'static str),
    /// Catalogue key of what is said when a link holds no more.
    pub gone: &'static str,
    /// Describes one.
    pub describe: DescribeTopic,
    /// Finds news of one.
    pub news: FindNews,
    /// Puts news in words.
    pub tell: TellNews,
}

impl App {
    /// Every kind of topic.
    pub fn topic_sources(&self) -> impl Iterator<Item = &TopicSource> {
        self.plans.iter().flat_map(|plan| plan.topics.iter())
    }

    /// The source of a kind of topic; none when no capability has it (any more).
    pub fn topic_source(&self, kind: &str) -> Option<&TopicSource> {
        self.topic_sources().find(|source| source.kind == kind)
    }
}
