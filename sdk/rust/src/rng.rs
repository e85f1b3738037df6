//! Randomness that repeats.

/// A small deterministic generator (`SplitMix64`, Steele et al. 2014) for picking among equals. Not for secrets.
#[derive(Debug, Clone)]
pub struct Rng(u64);

impl Rng {
    /// A generator that starts from the call's seed.
    pub fn from_seed((high, low): (u32, u32)) -> Self {
        Self((u64::from(high) << 32) | u64::from(low))
    }

    /// Sixty-four bits.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Thirty-two bits.
    pub fn next_u32(&mut self) -> u32 {
        let [a, b, c, d, ..] = self.next_u64().to_be_bytes();
        u32::from_be_bytes([a, b, c, d])
    }

    /// A number below `bound`, all equally likely; 0 for a bound of 0.
    pub fn below(&mut self, bound: u32) -> u32 {
        if bound == 0 {
            return 0;
        }
        // Rejects the uneven tail, so that no number is favoured.
        let tail = u32::MAX - u32::MAX % bound;
        loop {
            let drawn = self.next_u32();
            if drawn < tail {
                return drawn % bound;
            }
        }
    }

    /// One of the items; `None` for none.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let bound = u32::try_from(items.len()).ok()?;
        if bound == 0 { None } else { items.get(self.below(bound) as usize) }
    }

    /// The place of one of the weights, as likely as its share; `None` when all are 0.
    pub fn pick_weighted(&mut self, weights: &[u32]) -> Option<usize> {
        let total: u64 = weights.iter().map(|&weight| u64::from(weight)).sum();
        if total == 0 {
            return None;
        }
        // The bias of a 64-bit draw over a sum below 2^40 is under 2^-24.
        let mut drawn = self.next_u64() % total;
        weights.iter().position(|&weight| {
            let hit = drawn < u64::from(weight);
            drawn = drawn.saturating_sub(u64::from(weight));
            hit
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let draw = |seed| {
            let mut rng = Rng::from_seed(seed);
            [rng.next_u64(), rng.next_u64()]
        };
        assert_eq!(draw((1, 2)), draw((1, 2)));
        assert_ne!(draw((1, 2)), draw((2, 1)));
        // First output of the reference implementation for state 0.
        assert_eq!(draw((0, 0))[0], 0xe220_a839_7b1d_cdaf);
    }

    #[test]
    fn draws_stay_within_bounds_and_reach_all() {
        let mut rng = Rng::from_seed((7, 7));
        let mut seen = [0; 5];
        for _ in 0..1000 {
            seen[rng.below(5) as usize] += 1;
        }
        assert!(seen.iter().all(|&count| count > 100), "{seen:?}");
        assert_eq!(rng.below(0), 0);
        assert_eq!(rng.pick::<u8>(&[]), None);
    }

    #[test]
    fn weights_of_zero_are_never_drawn() {
        let mut rng = Rng::from_seed((1, 1));
        assert_eq!(rng.pick_weighted(&[0, 0]), None);
        assert!((0..200).all(|_| rng.pick_weighted(&[0, 3, 0, 1]).is_some_and(|at| at == 1 || at == 3)));
    }
}
