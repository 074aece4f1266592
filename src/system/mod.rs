//! The operating system, as the other rooms need it: clocks, random numbers, small files, other programs, signals, the
//! desktop's services.
//!
//! It knows only [`auth`](crate::auth).

#[cfg(any(windows, test))]
pub(crate) mod access_list;
pub(crate) mod atomic_file;
pub(crate) mod child;
pub mod clock;
pub(crate) mod plain_file;
pub mod random;
#[cfg(all(unix, not(target_os = "macos")))]
pub(crate) mod session_bus;
pub mod signals;
