//! Logs and figures of the running program.
