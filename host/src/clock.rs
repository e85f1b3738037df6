//! The real clock and the real randomness: the only place where the server reads either.

use std::sync::Arc;

use parking_lot::Mutex;
use rand::rngs::{StdRng, SysRng};
use rand::{Rng as _, SeedableRng as _, TryRng as _};
use redress_domain::clock::{Clock, Timestamp};
use redress_domain::id::Entropy;

/// The operating system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    fn now(&self) -> Timestamp {
        chrono::Utc::now().into()
    }
}

/// The operating system's randomness, asked for every word: for secrets.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsEntropy;

impl Entropy for OsEntropy {
    /// # Panics
    /// When the operating system has no randomness to give: going on would make keys that can be guessed.
    fn next_u64(&mut self) -> u64 {
        SysRng.try_next_u64().expect("the operating system gives randomness")
    }
}

/// One source of randomness for the whole server: a cryptographic generator, seeded once from another source, because a
/// system call for every identifier costs more than the identifier.
#[derive(Clone)]
pub struct SharedEntropy(Arc<Mutex<StdRng>>);

impl SharedEntropy {
    /// A generator seeded from `source`; the same source gives the same sequence.
    pub fn seeded_from(source: &mut dyn Entropy) -> Self {
        let mut seed = [0; 32];
        for chunk in seed.chunks_exact_mut(8) {
            chunk.copy_from_slice(&source.next_u64().to_le_bytes());
        }
        Self(Arc::new(Mutex::new(StdRng::from_seed(seed))))
    }

    /// Thirty-two random bytes, for a secret.
    pub fn secret(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.0.lock().fill_bytes(&mut bytes);
        bytes
    }
}

impl Entropy for SharedEntropy {
    fn next_u64(&mut self) -> u64 {
        self.0.lock().next_u64()
    }
}
