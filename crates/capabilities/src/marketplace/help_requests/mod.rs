//! Help requests: a resident asks, or somebody on their behalf.

pub mod sensitive;
