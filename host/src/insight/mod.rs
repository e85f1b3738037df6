//! What can be learnt from past decisions: why one is as it is, since which version, which rows of a table ever matter, and
//! fixtures that hold a rule to them.

pub mod bisect;
pub mod coverage;
pub mod explain;
pub mod fixture;

use redress_domain::decision::Decision;
use redress_domain::id::DecisionId;

use crate::problem::Problem;
use crate::workflow::Error;

/// Refuses a decision that ended for reasons outside of the rule.
///
/// # Errors
/// 409 `not_allowed_now`.
fn repeatable(decision: &Decision, why: &'static str) -> Result<(), Problem> {
    if decision.outcome.is_deterministic() {
        return Ok(());
    }
    let id: DecisionId = decision.id;
    Err(Error::NotNow { what: "decision", id: id.to_string(), state: decision.outcome.to_string(), why }.into())
}
