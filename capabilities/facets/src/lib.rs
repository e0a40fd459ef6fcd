//! Facets: what vacancies, offers and help requests share. When, where, what is asked, what is offered, for whom it suits.
//!
//! The three differ in form, page and life cycle; what people search and match by is the same, and so are the fields of
//! a form that ask for it and the words on a page.
//!
//! | part | what it is for |
//! |---|---|
//! | [`model`] | the facets themselves, and the kinds of things that have them |
//! | [`fields`] | the fields of a form, and back |
//! | [`words`] | what people choose from, and facets in words |
//! | [`sensitive`] | words that should not stand in public |
//!
//! Owns no tables and sends no events: the things that have facets keep them.

pub mod fields;
pub mod model;
mod neighbours;
pub mod samples;
pub mod sensitive;
pub mod words;

pub use neighbours::{Town, town, town_on};
use platform::Plan;

/// What this capability has: nothing of its own.
pub fn plan() -> Plan {
    Plan::new("facets", 3)
}
