//! What the other side, or the point for it, decides: go on, start, reserve list, no. A no always comes with other doors.

pub(crate) mod actions;
pub(crate) mod forms;

pub use self::actions::{decline, start};

pub use self::forms::{Decline, Verdict};
