//! Which products or batches come back with a defect more often than chance explains (U17: 奶粉包装破损, 某批次 → recall).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What counts as conspicuous.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = DefectRule))]
#[serde(deny_unknown_fields, default)]
pub struct Rule {
    /// Days looked at, up to today.
    pub days: u32,
    /// Fewest complaints about quality: fewer prove nothing.
    pub at_least: u32,
    /// How many times the share of the others it must be, in percent: 200 is twice.
    pub lift_percent: u32,
    /// How improbable it must be by chance, over all that is looked at together, in parts of a million: 1,000 is 0.1 %.
    pub chance_ppm: u32,
}

impl Default for Rule {
    fn default() -> Self {
        Self { days: 30, at_least: 5, lift_percent: 200, chance_ppm: 1_000 }
    }
}

/// Tickets about one batch of one product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    /// Stock keeping unit.
    pub sku: String,
    /// Batch, empty when unknown.
    pub batch: String,
    /// All tickets.
    pub tickets: i64,
    /// Those about quality.
    pub quality: i64,
}

/// A product or batch that stands out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Suspect {
    /// Stock keeping unit.
    pub sku: String,
    /// Batch; null when the product stands out as a whole.
    pub batch: Option<String>,
    /// Tickets about it.
    pub tickets: i64,
    /// Of these, about quality.
    pub quality: i64,
    /// Share of those, 0 to 1.
    pub share: f64,
    /// The same share among all other products.
    pub baseline: f64,
    /// How probable so many or more would be by chance (binomial, one-sided), before dividing by the number of comparisons.
    pub probability: f64,
}

/// What stands out, most conspicuous first. Each product, and each known batch, is compared with everything else: how probable is it to see so many
/// complaints about quality or more, if it were as good as the rest? The limit is divided by the number of comparisons (Bonferroni), so
/// that a thousand products do not raise alarms by chance alone.
pub fn suspects(claims: &[Claims], rule: &Rule) -> Vec<Suspect> {
    let total = claims.iter().fold((0, 0), |sum, claim| (sum.0 + claim.tickets, sum.1 + claim.quality));
    let mut groups: BTreeMap<(&str, Option<&str>), (i64, i64)> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| !claim.sku.is_empty()) {
        let batch = Some(claim.batch.as_str()).filter(|batch| !batch.is_empty());
        for key in [(claim.sku.as_str(), None)].into_iter().chain(batch.map(|batch| (claim.sku.as_str(), Some(batch)))) {
            let sum = groups.entry(key).or_default();
            *sum = (sum.0 + claim.tickets, sum.1 + claim.quality);
        }
    }
    let comparisons = real(i64::try_from(groups.len().max(1)).unwrap_or(i64::MAX));
    let limit = f64::from(rule.chance_ppm) / 1_000_000.0 / comparisons;
    let mut found: Vec<Suspect> = groups
        .into_iter()
        .filter(|(_, (_, quality))| *quality >= i64::from(rule.at_least))
        .filter_map(|((sku, batch), (tickets, quality))| {
            // One more of each kind, so that a flawless rest does not make a single complaint impossible (Laplace).
            let baseline = real(total.1 - quality + 1) / real(total.0 - tickets + 2);
            let share = real(quality) / real(tickets);
            let probability = at_least(tickets, quality, baseline);
            (share * 100.0 >= baseline * f64::from(rule.lift_percent) && probability <= limit).then(|| Suspect {
                sku: sku.to_owned(),
                batch: batch.map(str::to_owned),
                tickets,
                quality,
                share,
                baseline,
                probability,
            })
        })
        .collect();
    found.sort_by(|a, b| a.probability.total_cmp(&b.probability).then_with(|| b.quality.cmp(&a.quality)));
    found
}

/// The probability of at least `least` hits in `tries` tries of probability `p`.
fn at_least(tries: i64, least: i64, p: f64) -> f64 {
    if least <= 0 || p >= 1.0 {
        return 1.0;
    }
    // The first term in logarithms, because factorials do not fit; the others by their quotient.
    let ln_choose: f64 = (1..=least).map(|k| real(tries - least + k).ln() - real(k).ln()).sum();
    let mut term = real(tries - least).mul_add((1.0 - p).ln(), real(least).mul_add(p.ln(), ln_choose)).exp();
    let (mut sum, mut hits) = (0.0, least);
    while hits <= tries {
        sum += term;
        if term < sum * 1e-15 && real(hits) > real(tries) * p {
            break;
        }
        term *= real(tries - hits) / real(hits + 1) * p / (1.0 - p);
        hits += 1;
    }
    f64::min(sum, 1.0)
}

#[expect(clippy::cast_precision_loss, reason = "counts of tickets lie far below 2^53")]
const fn real(count: i64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim(sku: &str, batch: &str, tickets: i64, quality: i64) -> Claims {
        Claims { sku: sku.to_owned(), batch: batch.to_owned(), tickets, quality }
    }

    #[test]
    fn the_tail_is_that_of_the_binomial() {
        // By hand: 10 tries of one half, at least 8 hits: (45 + 10 + 1) / 1024.
        assert!((at_least(10, 8, 0.5) - 56.0 / 1024.0).abs() < 1e-12);
        assert!((at_least(3, 1, 0.1) - (1.0 - 0.729)).abs() < 1e-12);
        assert!((at_least(1_000, 1, 0.5) - 1.0).abs() < 1e-9);
        // 300 where 100 are expected: about e^-100 · 100^300 / 300!, the term of Poisson.
        assert!((1e-60..1e-56).contains(&at_least(100_000, 300, 0.001)));
    }

    #[test]
    fn u17_a_bad_batch_stands_out_and_a_busy_good_one_does_not() {
        let mut claims: Vec<Claims> = (0..200).map(|n| claim(&format!("S-{n}"), "B-1", 50, 3)).collect();
        claims.push(claim("MILK", "2026-08", 60, 40));
        claims.push(claim("MILK", "2026-09", 300, 18));
        let found = suspects(&claims, &Rule::default());
        let named: Vec<_> = found.iter().map(|suspect| (suspect.sku.as_str(), suspect.batch.as_deref())).collect();
        assert_eq!(named, [("MILK", Some("2026-08")), ("MILK", None)]);
        assert!((found[0].share - 40.0 / 60.0).abs() < 1e-12);
        // (618 + 1) / (10,300 + 2): all others, one of each kind added.
        assert!((found[0].baseline - 619.0 / 10_302.0).abs() < 1e-12, "{}", found[0].baseline);
    }

    #[test]
    fn u17_few_complaints_prove_nothing() {
        let claims = [claim("A", "", 4, 4), claim("B", "", 10_000, 100)];
        assert!(suspects(&claims, &Rule::default()).is_empty());
        assert!(suspects(&[], &Rule::default()).is_empty());
        let strict = Rule { at_least: 1, ..Rule::default() };
        assert_eq!(suspects(&claims, &strict).len(), 1, "four of four is no chance where one of a hundred is usual");
    }
}
