//! Words that mean the same: the table that the municipality edits. What is saved is found by within 2 seconds.

pub mod actions;
pub mod forms;
pub mod pages;
