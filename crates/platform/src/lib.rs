//! Installations of Samenstuur: what every capability stands on and no capability needs to think about.
//!
//! | module | what it is for |
//! |---|---|
//! | [`api`] | what every operation of the API has |
//! | [`app`] | the parts of a running installation, and [`Ctx`]: who asks, in which town, when |
//! | [`config`] | where the installation's own settings come from |
//! | [`db`] | one SQL text on SQLite and PostgreSQL |
//! | [`plan`] | how a capability says what it has: routes, jobs, events, pages, statements |
//! | [`mod@events`], [`jobs`] | facts in the past tense, and the work that follows from them, in the same transaction |
//! | [`given_up`] | what never succeeded, for the page that waits for it |
//! | [`audit`] | who did what, on whose behalf, when |
//! | [`auth`] | sessions and secrets |
//! | [`backup`] | a whole installation in one file, and back, on either engine |
//! | [`http`] | from request to page or problem |
//! | [`once`] | the same thing sent twice is one thing |
//! | [`steps`] | one thing changed in one transaction, and the steps that ask no more than a rule |
//! | [`queues`] | what waits for the desk or the municipality, and the lists they take along |
//! | [`subjects`] | what people respond to |
//! | [`topics`] | what people can hear of |
//! | [`followups`] | what is asked and promised afterwards |
//! | [`templates`], [`i18n`] | typed pages and the words on them |
//! | [`samples`] | what samples of pages are made of |
//! | [`mail`] | letters, from jobs only |
//! | [`search`], [`searching`] | the engine, and the index in this process that follows the feed |
//! | [`health`] | whether this process can do its work |
//! | [`once`] | the same form sent twice is one thing |
//! | [`given_up`] | what was given up, for whoever waits for it |
//! | [`ical`] | calendars that every program reads alike |
//! | [`files`] | posters, cards, uploads |
//! | [`municipalities`] | the towns of this installation |

pub mod api;
pub mod app;
pub mod audit;
pub mod auth;
pub mod backup;
pub mod config;
pub mod db;
pub mod events;
pub mod files;
pub mod followups;
pub mod given_up;
pub mod health;
pub mod http;
pub mod i18n;
pub mod ical;
pub mod jobs;
pub mod limits;
pub mod mail;
pub mod municipalities;
pub mod once;
pub mod plan;
pub mod queues;
mod resources;
mod retention;
pub mod samples;
pub mod search;
pub mod searching;
pub mod steps;
pub mod subjects;
pub mod telemetry;
pub mod templates;
pub mod topics;

pub use app::{App, Ctx};
pub use db::{Conn, Db, Tx};
pub use events::Event;
pub use jobs::{Job, JobCtx};
pub use plan::{Access, Plan, Role};
