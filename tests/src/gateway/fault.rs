//! How a gateway misbehaves, by chance or as told.

use std::collections::VecDeque;

/// What goes wrong with one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// Closes before it has read what is asked.
    RefuseConnection,
    /// Does it and closes without a word.
    DropAfter,
    /// Does it and says nothing for a long time.
    HangAfter,
    /// Closes, and does it later.
    ArriveLate,
    /// Answers an error and does nothing.
    ErrorBefore,
    /// Does it and answers 500.
    ErrorAfter,
    /// Does it and answers 200 with something else.
    Garbage,
    /// Does it and answers what is no HTTP.
    NoHttp,
    /// Answers twice.
    Twice,
    /// Answers that there are too many requests, and does nothing.
    RateLimit,
    /// Does it and says that it failed; knows it and says that there is none.
    Lie,
}

const ALL: [Fault; 10] = [
    Fault::RefuseConnection,
    Fault::DropAfter,
    Fault::ArriveLate,
    Fault::ErrorBefore,
    Fault::ErrorAfter,
    Fault::Garbage,
    Fault::NoHttp,
    Fault::Twice,
    Fault::RateLimit,
    Fault::Lie,
];

/// A schedule of faults: those that were queued, then drawn ones.
#[derive(Debug, Clone)]
pub struct Faults {
    queued: VecDeque<Fault>,
    /// `SplitMix64`.
    state: u64,
    /// Of a hundred requests so many go wrong.
    percent: u64,
    lied: bool,
}

impl Faults {
    /// No faults.
    pub fn none() -> Self {
        Self::drawn(0, 0)
    }

    /// Faults by chance: the same seed draws the same ones.
    pub fn drawn(seed: u64, percent: u64) -> Self {
        Self { queued: VecDeque::new(), state: seed, percent, lied: false }
    }

    /// Faults of the next requests.
    pub(crate) fn queue(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.queued.extend(faults);
    }

    /// What happens to the next request. A gateway lies about a query once and not twice in a row: one that always denies what
    /// it has paid cannot be told from one that has not paid.
    pub(crate) fn next(&mut self, pays: bool) -> Fault {
        let fault = match self.queued.pop_front() {
            Some(fault) => fault,
            None if self.draw() % 100 < self.percent => ALL[usize::try_from(self.draw() % ALL.len() as u64).unwrap_or(0)],
            None => Fault::None,
        };
        if fault == Fault::Lie && !pays && std::mem::replace(&mut self.lied, true) {
            return Fault::None;
        }
        if !pays && fault != Fault::Lie {
            self.lied = false;
        }
        fault
    }

    fn draw(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}
