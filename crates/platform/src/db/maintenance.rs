//! What the system manager needs of an engine: backup and restore between engines, sizes, health.
