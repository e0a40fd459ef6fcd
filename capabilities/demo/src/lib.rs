//! The demonstration town: invented people, organisations and texts, and how an empty installation is filled with them.
//!
//! | part | what it is for |
//! |---|---|
//! | `invented` | the town from a fixed seed; no input or output |
//! | [`mod@fill`] | puts it in an installation, through the façades of the capabilities |
//!
//! Owns no tables and stands beside the strata: a town's running program does not need it.

pub mod fill;
mod invented;

pub use fill::{bare_town, fill, role_name};
pub use invented::*;
