//! How a call that went wrong ended. Read from the types of errors alone: their texts may change, their types may not.

use redress_domain::decision::{Fault, Outcome};
use wasmtime::{PoolConcurrencyLimitError, Trap, WasmBacktrace};

use crate::replay::Diverged;
use crate::state::{CallState, LimitHit};

/// At which point of a call the engine stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    /// While the component's own start-up ran.
    Start,
    /// While the named export ran, or while its answer was read.
    Export(&'static str),
}

impl std::fmt::Display for Stage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Start => f.write_str("its start-up code"),
            Self::Export(name) => f.write_str(name),
        }
    }
}

/// Class and explanation of an engine error.
pub(crate) fn classify(error: &wasmtime::Error, at: Stage, state: &CallState) -> (Outcome, Fault) {
    let limits = &state.limits;
    let (outcome, message) = if let Some(hit) = error.downcast_ref::<LimitHit>() {
        (Outcome::Limit, format!("{at} was stopped: {hit}"))
    } else if error.is::<PoolConcurrencyLimitError>() {
        (Outcome::PoolExhausted, "no sandbox was free".to_owned())
    } else if error.is::<Diverged>() {
        (Outcome::EngineBug, format!("{at} left the recorded path"))
    } else if let Some(trap) = error.downcast_ref::<Trap>() {
        match trap {
            Trap::OutOfFuel => (Outcome::OutOfFuel, format!("{at} used up its {} units of fuel: does it loop?", state.fuel())),
            Trap::StackOverflow => (Outcome::StackOverflow, format!("{at} called itself too deep and used up the stack")),
            Trap::Interrupt => (Outcome::Interrupted, format!("{at} took longer than {} ms of wall time", limits.wall.as_millis())),
            // A rule whose allocator gave up aborts with whatever trap its language uses.
            _ if state.meter.refused => (Outcome::Limit, format!("{at} was stopped: {}", LimitHit::Memory(limits.memory_bytes))),
            trap => (Outcome::GuestTrap, format!("{at} crashed: {}{}", describe(*trap), last_words(state))),
        }
    } else if state.meter.refused {
        (Outcome::Limit, format!("{at} was stopped: {}", LimitHit::Memory(limits.memory_bytes)))
    } else {
        match at {
            // What is neither a trap nor a limit is a value that does not fit its type in WIT: a bad discriminant, a pointer
            // out of bounds, text that is not UTF-8.
            Stage::Export(name) => (Outcome::InvalidOutput, format!("{name} handed over something unreadable: {}", error.root_cause())),
            Stage::Start => (Outcome::EngineBug, format!("the component could not be started: {}", error.root_cause())),
        }
    };
    (outcome, Fault { message, error: None, backtrace: backtrace(error) })
}

fn describe(trap: Trap) -> String {
    match trap {
        Trap::UnreachableCodeReached => "it panicked (unreachable)".to_owned(),
        trap => trap.to_string(),
    }
}

/// The last error line of the log: where the SDK's panic hook says what happened.
fn last_words(state: &CallState) -> String {
    state.log.last().filter(|line| line.level == "error").map(|line| format!(": {}", line.message)).unwrap_or_default()
}

fn backtrace(error: &wasmtime::Error) -> Vec<String> {
    let Some(backtrace) = error.downcast_ref::<WasmBacktrace>() else { return Vec::new() };
    // Its text has readable names, which its frames have not; the first line is a heading.
    backtrace.to_string().lines().skip(1).map(|line| line.trim().to_owned()).collect()
}
