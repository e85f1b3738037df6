//! Running a recorded call again and telling where it leaves the recorded path.

use std::collections::VecDeque;
use std::sync::Arc;

use redress_domain::decision::{HostCall, Outcome};
use redress_domain::rule::{Answer, CallContext, CaseFile, Question};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::options::Allowance;
use crate::rule::{Call, Rule};
use crate::state::Source;

/// All that a decision's record says about a call.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// What the call was told about itself.
    pub context: CallContext,
    /// The binding's configuration, as JSON text.
    pub config: String,
    /// The case.
    pub case: Arc<CaseFile>,
    /// The question.
    pub question: Question,
    /// How the call ended.
    pub outcome: Outcome,
    /// The answer, when there was one.
    pub answer: Option<Answer>,
    /// What the rule asked the host, in order.
    pub host_calls: Vec<HostCall>,
    /// Fuel it used.
    pub fuel: u64,
}

/// What running a recorded call again showed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Replay {
    /// True without divergences.
    pub identical: bool,
    /// Where the second run differs, in the order it was noticed.
    pub divergences: Vec<Divergence>,
}

impl Replay {
    /// A replay that could not be run because the component's bytes are gone.
    pub fn missing_artefact(detail: String) -> Self {
        Self { identical: false, divergences: vec![Divergence { kind: DivergenceKind::MissingArtefact, detail }] }
    }
}

/// One difference between record and replay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Divergence {
    /// What differs.
    pub kind: DivergenceKind,
    /// How, in a sentence.
    pub detail: String,
}

/// In what a replay may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DivergenceKind {
    /// The rule asked the host something it did not ask then.
    UnexpectedCall,
    /// The rule did not ask something it asked then.
    MissingCall,
    /// The rule asked the same function with other arguments.
    ArgumentsDiffer,
    /// The call ended in another way.
    OutcomeDiffers,
    /// The answer is another one.
    OutputDiffers,
    /// The call used another amount of fuel.
    FuelDiffers,
    /// The component's bytes are gone.
    MissingArtefact,
}

/// Stops a replayed call that left the recorded path: what it would answer from here on means nothing.
#[derive(Debug, thiserror::Error)]
#[error("the call left the recorded path")]
pub(crate) struct Diverged;

/// Answers look-ups from a record.
pub(crate) struct Player {
    expected: VecDeque<HostCall>,
    done: usize,
    divergences: Vec<Divergence>,
}

impl Player {
    pub(crate) fn new(calls: &[HostCall]) -> Self {
        Self { expected: calls.iter().cloned().collect(), done: 0, divergences: Vec::new() }
    }

    /// The recorded result of the next call, when it is the recorded call.
    pub(crate) fn answer<R: DeserializeOwned>(&mut self, function: &str, arguments: &Value) -> Result<R, Diverged> {
        self.done += 1;
        let number = self.done;
        let Some(call) = self.expected.pop_front() else {
            return self.diverge(DivergenceKind::UnexpectedCall, format!("call {number} is {function}, but the record ends before it"));
        };
        if call.function != function {
            let detail = format!("call {number} is {function}, but the record has {}", call.function);
            return self.diverge(DivergenceKind::UnexpectedCall, detail);
        }
        if call.arguments != *arguments {
            let detail = format!("call {number} to {function} has arguments {arguments}, but the record has {}", call.arguments);
            return self.diverge(DivergenceKind::ArgumentsDiffer, detail);
        }
        match serde_json::from_value(call.result) {
            Ok(result) => Ok(result),
            Err(error) => {
                let detail = format!("the recorded result of call {number} to {function} cannot be read: {error}");
                self.diverge(DivergenceKind::UnexpectedCall, detail)
            }
        }
    }

    fn diverge<R>(&mut self, kind: DivergenceKind, detail: String) -> Result<R, Diverged> {
        self.divergences.push(Divergence { kind, detail });
        self.expected.clear();
        Err(Diverged)
    }

    fn finish(mut self) -> Vec<Divergence> {
        for call in self.expected {
            let detail = format!("the record has a call to {} that was not made", call.function);
            self.divergences.push(Divergence { kind: DivergenceKind::MissingCall, detail });
        }
        self.divergences
    }
}

pub(crate) fn replay(rule: &Rule, recorded: &Recorded) -> Replay {
    let source = Source::Replay(Player::new(&recorded.host_calls));
    // A call that ran dry had what its plan paid for then; every other had enough.
    let fuel = (recorded.outcome == Outcome::OutOfFuel).then_some(recorded.fuel);
    let (call, state) = rule.run(
        Allowance { fuel, ..Allowance::default() },
        &recorded.context,
        &recorded.config,
        &recorded.case,
        &recorded.question,
        source,
    );
    let mut divergences = match state.map(|state| state.source) {
        Some(Source::Replay(player)) => player.finish(),
        _ => Vec::new(),
    };
    if divergences.is_empty() {
        compare(recorded, &call, &mut divergences);
    }
    Replay { identical: divergences.is_empty(), divergences }
}

fn compare(recorded: &Recorded, call: &Call, divergences: &mut Vec<Divergence>) {
    let mut push = |kind, detail| divergences.push(Divergence { kind, detail });
    if call.outcome != recorded.outcome {
        let why = call.fault.as_ref().map(|fault| format!(" ({})", fault.message)).unwrap_or_default();
        push(DivergenceKind::OutcomeDiffers, format!("it ended as {}{why}, but the record has {}", call.outcome, recorded.outcome));
    } else if call.answer != recorded.answer {
        let [now, then] = [&call.answer, &recorded.answer].map(|answer| serde_json::to_string(answer).unwrap_or_default());
        push(DivergenceKind::OutputDiffers, format!("it answered {now}, but the record has {then}"));
    }
    if call.fuel != recorded.fuel {
        push(DivergenceKind::FuelDiffers, format!("it used {} units of fuel, but the record has {}", call.fuel, recorded.fuel));
    }
}
