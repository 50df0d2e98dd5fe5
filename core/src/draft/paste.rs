//! Paste.
