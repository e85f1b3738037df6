//! Fraud scores: the highest counts, all signals are kept.

use super::{Asked, Failure, merge_tags};
use crate::rule::{Assessment, Risk};

/// What the fraud rules said together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskOutcome {
    /// The risk. `None` when a rule failed: unknown is not harmless, so nothing is approved automatically. Score 0 when no
    /// rule is bound, because then nobody asked for scoring.
    pub risk: Option<Risk>,
    /// Tags to add.
    pub tags: Vec<String>,
    /// Rules that failed.
    pub failures: Vec<Failure>,
}

/// Combines fraud scores.
pub fn risk(asked: &[Asked<Assessment>]) -> RiskOutcome {
    let mut combined = Risk { score: 0, signals: Vec::new() };
    let (mut tags, mut failures) = (Vec::new(), Vec::new());
    for one in asked {
        match &one.result {
            Ok(assessment) => {
                combined.score = combined.score.max(assessment.score.min(100));
                combined.signals.extend(assessment.signals.iter().cloned());
                merge_tags(&mut tags, assessment.tags.clone());
            }
            Err(failure) => failures.push(failure.clone()),
        }
    }
    RiskOutcome { risk: failures.is_empty().then_some(combined), tags, failures }
}
