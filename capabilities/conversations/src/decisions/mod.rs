//! What the other side, or the point for it, decides: go on, start, reserve list, no. A no always comes with other doors.

pub mod actions;
pub mod forms;
