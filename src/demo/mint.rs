//! Fresh codes and tokens.
//!
//! The standard library seeds its hashers from the system's randomness: unguessable enough for loopback, where
//! nobody's account is at stake, and one dependency less.

use std::fmt::Write;
use std::hash::{BuildHasher, Hasher, RandomState};

/// Consonants that cannot be mistaken for each other and spell no words (RFC 8628 §6.1).
const ALPHABET: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";

fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// Letters for a person to read and type.
pub(super) fn letters(count: usize) -> String {
    (0..count)
        .map(|_| char::from(ALPHABET[(random() % 20) as usize]))
        .collect()
}

/// Hexadecimal digits for machines.
pub(super) fn hex(digits: usize) -> String {
    let mut text = String::new();
    while text.len() < digits {
        let _ = write!(text, "{:016x}", random());
    }
    text.truncate(digits);
    text
}
