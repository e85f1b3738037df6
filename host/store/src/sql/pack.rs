//! Bytes at rest: compressed with zstd and a dictionary of the words that our JSON repeats, so that even a hundred bytes
//! shrink. The first byte names the format; a released format and its dictionary never change.

use std::cell::RefCell;

use redress_domain::Digest;
use zstd::bulk::{Compressor, Decompressor};

/// Stored as they are, because compression did not help.
const PLAIN: u8 = 0;
/// zstd with [`DICTIONARY_1`].
const ZSTD_1: u8 = 1;

/// What our JSON begins with and repeats. zstd takes any text as a dictionary of raw content; the end counts most.
const DICTIONARY_1: &[u8] = include_bytes!("dictionary-1.txt");

/// A good compromise: twice as fast as level 3 for five percent more bytes.
const LEVEL: i32 = 1;

/// Nothing that is stored is larger: uploads stop at 24 MiB.
const MAX: usize = 64 << 20;

thread_local! {
    // The contexts are several hundred kilobytes and know the dictionary, so each thread keeps one.
    static COMPRESSOR: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static DECOMPRESSOR: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// Bytes with their digest, compressed and ready to be stored. Made before the transaction begins, so that no writer waits
/// for a compressor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    digest: Digest,
    bytes: Vec<u8>,
}

impl Packed {
    /// Names and compresses `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self::named(Digest::of(bytes), bytes)
    }

    /// Compresses `bytes` whose digest is known already.
    pub fn named(digest: Digest, bytes: &[u8]) -> Self {
        Self { digest, bytes: pack(bytes) }
    }

    /// SHA-256 of the bytes as they were.
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// The stored form.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

/// Compresses.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    let compressed = COMPRESSOR.with_borrow_mut(|slot| {
        let compressor = match slot {
            Some(ready) => ready,
            None => slot.insert(Compressor::with_dictionary(LEVEL, DICTIONARY_1).ok()?),
        };
        compressor.compress(bytes).ok()
    });
    let (format, body) = match &compressed {
        Some(small) if small.len() < bytes.len() => (ZSTD_1, small.as_slice()),
        _ => (PLAIN, bytes),
    };
    let mut packed = Vec::with_capacity(body.len() + 1);
    packed.push(format);
    packed.extend_from_slice(body);
    packed
}

/// Takes [`pack`]ed bytes back; `None` when they are not in a known format.
pub(crate) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (&format, body) = packed.split_first()?;
    match format {
        PLAIN => Some(body.to_vec()),
        ZSTD_1 => DECOMPRESSOR.with_borrow_mut(|slot| {
            let decompressor = match slot {
                Some(ready) => ready,
                None => slot.insert(Decompressor::with_dictionary(DICTIONARY_1).ok()?),
            };
            let size = Decompressor::upper_bound(body).filter(|&size| size <= MAX)?;
            decompressor.decompress(body, size).ok()
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        for bytes in [&b""[..], b"x", br#"{"hook":"refund-approval","output":{"verdict":"approve"}}"#, &vec![7; 100_000]] {
            assert_eq!(unpack(&pack(bytes)).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn small_json_shrinks_to_a_third() {
        let answer = br#"{"answer":{"hook":"refund-approval","output":{"verdict":{"needs_approval":{"role":"supervisor","quorum":"any","with_report":false}},"deductions":[],"explanation":"288.00 CNY lies in the tier up to 500.00","tags":[]}},"log":[]}"#;
        assert!(pack(answer).len() * 3 < answer.len(), "{} of {}", pack(answer).len(), answer.len());
    }

    #[test]
    fn garbage_is_refused() {
        for bytes in [&b""[..], b"\x07abc", b"\x01not zstd"] {
            assert_eq!(unpack(bytes), None);
        }
    }
}
