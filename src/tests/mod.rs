//! What concerns several rooms.

pub(crate) mod hostile_input;
