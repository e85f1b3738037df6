//! What follows from an answer, as far as a probe tells two of them apart.

use redress_domain::compare::{at_stake, consequence};
use redress_domain::rule::{Answer, Question};

/// Two answers with the same effect lead to the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Effect {
    /// The label of the consequence.
    pub(super) label: String,
    /// Minor units that the rule keeps back, for refunds. What would be paid changes with every change of the amount, what is
    /// kept back only by the rule's doing.
    pub(super) kept: i64,
}

impl Effect {
    /// Of an answer to a question.
    pub(super) fn of(question: &Question, answer: Option<&Answer>) -> Self {
        let kept = match (question, answer) {
            (Question::RefundApproval(request), Some(Answer::RefundApproval(decision))) => {
                at_stake(request, None).minor() - at_stake(request, Some(decision)).minor()
            }
            _ => 0,
        };
        Self { label: consequence(question, answer).label, kept }
    }
}
