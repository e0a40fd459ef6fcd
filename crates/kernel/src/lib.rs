//! The pure types every part of Samenstuur speaks in.
//!
//! Nothing here knows of a database, a network or a clock on the wall: what a function needs, it is given.

pub mod actor;
pub mod calendar;
pub mod colour;
pub mod door;
pub mod email;
pub mod form;
pub mod geo;
pub mod id;
pub mod lang;
pub mod money;
pub mod municipality;
pub mod paging;
pub mod permit;
pub mod phone;
pub mod problem;
pub mod random;
pub mod setting;
pub mod taxonomy;
pub mod text;
pub mod time;
pub mod typed;

pub use actor::{Actor, ContactRole, Office, Person, PersonRole};
pub use calendar::WorkingCalendar;
pub use form::{Choice, FieldError, FieldErrors, Fields};
pub use geo::Point;
pub use id::{AuditId, EventId, Ids, JobId, MunicipalityId, OrganisationId, PersonId, SessionId};
pub use lang::Lang;
pub use municipality::Municipality;
pub use paging::{PageRequest, Paged};
pub use permit::{Decision, Permit};
pub use problem::{Problem, Result};
pub use setting::{Setting, SettingKind, Settings};
pub use text::Codes;
pub use time::{Clock, Date, Instant};
