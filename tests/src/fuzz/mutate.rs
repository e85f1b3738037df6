//! Mutations of seeds, the same ones in every run: a small generator instead of chance, so that a failure can be had again.

/// Bytes that parsers stumble over.
const ODD: [&[u8]; 10] = [
    b"\0",
    b"\xff",
    b"\x7f",
    b"\x80\x80\x80\x80\x08",
    b"\xff\xff\xff\xff\x0f",
    b"\xff\xff\xff\x7f",
    b"((((((((",
    b"9223372036854775807",
    b"\"\\u0000",
    b"-",
];

/// Makes inputs out of seeds.
#[derive(Debug)]
pub struct Mutator<'a> {
    seeds: &'a [Vec<u8>],
    state: u64,
}

impl<'a> Mutator<'a> {
    /// Begins at the same place every time.
    ///
    /// # Panics
    /// Without seeds.
    pub fn new(seeds: &'a [Vec<u8>]) -> Self {
        assert!(!seeds.is_empty(), "mutations need seeds");
        Self { seeds, state: 0x9e37_79b9_7f4a_7c15 }
    }

    /// The next input: a seed, changed in one to eight places.
    pub fn next_input(&mut self) -> Vec<u8> {
        let mut bytes = self.seeds[self.below(self.seeds.len())].clone();
        for _ in 0..=self.below(8) {
            self.change(&mut bytes);
        }
        bytes
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len() + 1);
        let length = self.below(17).min(bytes.len() - at);
        match self.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
            1 if at < bytes.len() => bytes[at] = u8::try_from(self.below(256)).unwrap_or(0),
            2 => drop(bytes.drain(at..at + length)),
            3 => {
                let copy = bytes[at..at + length].to_vec();
                let to = self.below(bytes.len() + 1);
                drop(bytes.splice(to..to, copy));
            }
            4 => drop(bytes.splice(at..at, ODD[self.below(ODD.len())].iter().copied())),
            5 => bytes.truncate(at),
            _ => {
                let other = &self.seeds[self.below(self.seeds.len())];
                let from = self.below(other.len() + 1);
                let until = from + self.below(65).min(other.len() - from);
                drop(bytes.splice(at..at + length, other[from..until].iter().copied()));
            }
        }
    }

    /// A number below `end`, 0 when there is none.
    fn below(&mut self, end: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap_or(0).checked_rem(end).unwrap_or(0)
    }
}
