//! A distribution in little room: values are kept to three significant digits, with how often each was seen.

use std::collections::BTreeMap;

/// What was seen.
#[derive(Debug, Clone, Default)]
pub(super) struct Histogram {
    seen: BTreeMap<u64, u64>,
    count: u64,
}

impl Histogram {
    pub(super) fn add(&mut self, value: u64) {
        *self.seen.entry(rounded(value)).or_default() += 1;
        self.count += 1;
    }

    pub(super) fn merge(&mut self, other: Self) {
        for (value, count) in other.seen {
            *self.seen.entry(value).or_default() += count;
        }
        self.count += other.count;
    }

    /// The value that `percent` of 100 do not exceed; 0 when nothing was seen.
    pub(super) fn percentile(&self, percent: u64) -> u64 {
        let wanted = (self.count * percent).div_ceil(100).max(1);
        let mut below = 0;
        for (value, count) in &self.seen {
            below += count;
            if below >= wanted {
                return *value;
            }
        }
        0
    }
}

/// Three significant digits, rounded up.
fn rounded(value: u64) -> u64 {
    let mut unit = 1;
    while value / unit >= 1000 {
        unit *= 10;
    }
    value.div_ceil(unit).saturating_mul(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_right_to_three_digits() {
        let mut all = Histogram::default();
        let mut half = Histogram::default();
        for value in 1..=10_000 {
            if value % 2 == 0 { all.add(value * 7) } else { half.add(value * 7) }
        }
        all.merge(half);
        for (percent, exact) in [(50, 35_000_u64), (99, 69_300), (100, 70_000)] {
            let found = all.percentile(percent);
            assert!(found >= exact && found - exact <= exact / 100, "{percent}: {found} for {exact}");
        }
        assert_eq!(Histogram::default().percentile(99), 0);
    }
}
