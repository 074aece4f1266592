//! Random numbers that cannot be guessed, from the system's own source: the only one in this program.

use secrecy::zeroize::Zeroizing;

use crate::auth::Secret;

/// 32 characters that are hard to mistake for each other, in one case: five bits each.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// The system could not give any randomness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the system gives no random numbers")]
pub struct NoRandomness;

/// So many random bytes.
pub(crate) fn bytes<const N: usize>() -> Result<Zeroizing<[u8; N]>, NoRandomness> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut_slice()).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// 26 letters and digits for an address or a cookie: 130 bits.
pub(crate) fn letters() -> Result<Secret, NoRandomness> {
    let bytes = bytes::<26>()?;
    let letter = |byte: &u8| char::from(ALPHABET[usize::from(byte % 32)]);
    let letters: String = bytes.iter().map(letter).collect();
    Ok(Secret::new(letters))
}

/// Decimal digits for a person to read and type, each as likely as any other.
pub(crate) fn digits(count: usize) -> Result<Secret, NoRandomness> {
    let mut digits = String::new();
    while digits.len() < count {
        let [byte] = *bytes()?;
        // 250 is the last multiple of ten that fits: what lies above would favour the small digits.
        if byte < 250 {
            digits.push(char::from(b'0' + byte % 10));
        }
    }
    Ok(Secret::new(digits))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn letters_are_of_the_alphabet_and_never_the_same() {
        let made: Vec<_> = (0..100).map(|_| letters().unwrap()).collect();
        let different: BTreeSet<&str> = made.iter().map(Secret::expose).collect();
        assert_eq!(different.len(), 100);
        assert_eq!(BTreeSet::from(*ALPHABET).len(), 32);
        for text in different {
            assert_eq!(text.len(), 26);
            assert!(text.bytes().all(|byte| ALPHABET.contains(&byte)));
        }
    }

    #[test]
    fn every_digit_comes_in_every_place() {
        let numbers: Vec<_> = (0..400).map(|_| digits(4).unwrap()).collect();
        for place in 0..4 {
            let seen: BTreeSet<u8> = numbers
                .iter()
                .map(|number| number.expose().as_bytes()[place])
                .collect();
            assert_eq!(seen, (b'0'..=b'9').collect(), "place {place}");
        }
    }
}
