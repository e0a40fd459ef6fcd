//! Words that mean the same: the table that the municipality edits. What is saved is found by within 2 seconds.

pub(crate) mod actions;
pub(crate) mod forms;
pub(crate) mod pages;
