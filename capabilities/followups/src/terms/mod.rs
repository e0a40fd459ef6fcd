//! What is shown for a term: shortly before its end somebody is asked by mail whether it is still needed, and keeps it with one
//! tap; otherwise the clock ends it. Once per term; the hash of the secret stays with the thing itself.

mod actions;
mod jobs;
mod mails;
mod pages;

pub use self::{
    jobs::{AskStillNeeded, ask, look_after},
    pages::{KeepPage, keep, show},
};
