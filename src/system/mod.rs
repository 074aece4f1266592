//! The operating system, as the other rooms need it: clocks, random numbers, small files, other programs, signals, the
//! desktop's services.
//!
//! It knows only [`auth`](crate::auth).

pub(crate) mod atomic_file;
pub(crate) mod child;
pub mod clock;
pub(crate) mod plain_file;
pub mod random;
pub(crate) mod session_bus;
pub mod signals;
