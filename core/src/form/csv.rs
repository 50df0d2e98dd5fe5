//! The form as CSV.
