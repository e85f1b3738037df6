//! A rule that is a table: columns look at facts, rows say what follows. See the README for merchants, and the crate
//! `redress-table` for what a table is.

mod answer;
mod facts;
mod run;
#[cfg(test)]
mod tests;
mod words;

use redress_sdk::prelude::*;
use redress_table::{Hook, Table, errors};

use facts::Asked;
use run::run;

/// The rule.
pub struct DecisionTable;

impl Plugin for DecisionTable {
    type Config = Table;
    const NAME: &'static str = env!("CARGO_PKG_NAME");
    const VERSION: &'static str = env!("CARGO_PKG_VERSION");
    const DESCRIPTION: &'static str = env!("CARGO_PKG_DESCRIPTION");

    /// Errors only: gaps and overlaps are for the editor, which asks `redress-table` itself.
    fn check(table: &Table) -> Vec<Violation> {
        errors(table).into_iter().map(|finding| Violation::new(finding.path, finding.message)).collect()
    }
}

impl Routing for DecisionTable {
    fn route(call: &Call<Table>, case: &CaseFile, desk: &Desk) -> Result<Option<RouteDecision>, RuleError> {
        let fired = run(call, Hook::Routing, case, &Asked::Routing(desk))?;
        Ok(answer::route(call, case, desk, &fired))
    }
}

impl FraudScoring for DecisionTable {
    fn score(call: &Call<Table>, case: &CaseFile) -> Result<Assessment, RuleError> {
        let fired = run(call, Hook::FraudScoring, case, &Asked::Nothing)?;
        Ok(answer::assess(call, &fired))
    }
}

impl RefundApproval for DecisionTable {
    fn evaluate(call: &Call<Table>, case: &CaseFile, request: &RefundRequest) -> Result<Decision, RuleError> {
        let fired = run(call, Hook::RefundApproval, case, &Asked::Refund(request))?;
        answer::decide(call, &fired)
    }
}

impl Automation for DecisionTable {
    fn react(call: &Call<Table>, case: &CaseFile, event: &Event) -> Result<Vec<Intent>, RuleError> {
        let fired = run(call, Hook::Automation, case, &Asked::Event(event))?;
        Ok(answer::intents(call, &fired))
    }
}

impl Schedule for DecisionTable {
    fn due(call: &Call<Table>, case: &CaseFile, tick: &Tick) -> Result<Vec<Intent>, RuleError> {
        let fired = run(call, Hook::Schedule, case, &Asked::Tick(tick))?;
        Ok(answer::intents(call, &fired))
    }
}

redress_sdk::export!(DecisionTable: Routing + FraudScoring + RefundApproval + Automation + Schedule);
