//! What one call carries along: its meters, its log, its transcript and where host answers come from.

use std::sync::Arc;

use redress_domain::decision::{HostCall, LogLine};
use redress_domain::rule::CaseFile;
use wasmtime::ResourceLimiter;

use crate::keys::Keys;
use crate::options::{Allowance, Limits};
use crate::replay::Player;

/// A limit a rule ran into; travels through the engine as the cause of a trap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum LimitHit {
    #[error("it wrote more than {0} bytes of log")]
    Log(usize),
    #[error("it called the host more than {0} times")]
    HostCalls(usize),
    #[error("its answer holds more than {0} bytes")]
    Output(usize),
    #[error("it needs more than {0} bytes of memory")]
    Memory(usize),
}

/// Where answers to look-ups come from.
pub(crate) enum Source {
    /// From the case at hand; `None` while no case is asked about. Secrets are with a gateway's rule alone.
    Live(Option<Arc<CaseFile>>, Option<Arc<dyn Keys>>),
    /// From a recorded call.
    Replay(Player),
}

impl Source {
    /// Nothing to look up.
    pub(crate) const fn nobody() -> Self {
        Self::Live(None, None)
    }
}

/// Counts memory and refuses growth beyond the limit.
pub(crate) struct Meter {
    memory_limit: usize,
    table_limit: usize,
    memory: usize,
    /// Largest sum over all memories so far.
    pub(crate) peak: usize,
    /// True once the rule was refused memory.
    pub(crate) refused: bool,
}

/// The data of one store.
pub(crate) struct CallState {
    pub(crate) meter: Meter,
    pub(crate) source: Source,
    pub(crate) log: Vec<LogLine>,
    pub(crate) log_room: usize,
    pub(crate) host_calls: Vec<HostCall>,
    pub(crate) calls_left: usize,
    pub(crate) limits: Arc<Limits>,
    pub(crate) allowance: Allowance,
}

impl CallState {
    pub(crate) fn new(limits: &Arc<Limits>, allowance: Allowance, source: Source) -> Self {
        Self {
            meter: Meter { memory_limit: limits.memory_bytes, table_limit: limits.table_elements, memory: 0, peak: 0, refused: false },
            source,
            log: Vec::new(),
            log_room: limits.log_bytes,
            host_calls: Vec::new(),
            calls_left: limits.host_calls,
            limits: Arc::clone(limits),
            allowance,
        }
    }

    /// Fuel of the call.
    pub(crate) fn fuel(&self) -> u64 {
        self.allowance.fuel.map_or(self.limits.fuel, |fuel| fuel.min(self.limits.fuel))
    }

    /// Counts one call from the rule.
    pub(crate) fn count_call(&mut self) -> Result<(), LimitHit> {
        self.calls_left = self.calls_left.checked_sub(1).ok_or(LimitHit::HostCalls(self.limits.host_calls))?;
        Ok(())
    }
}

impl ResourceLimiter for Meter {
    fn memory_growing(&mut self, current: usize, desired: usize, _maximum: Option<usize>) -> wasmtime::Result<bool> {
        // The limit holds for the sum: each memory alone could stay below it.
        let total = self.memory.saturating_sub(current).saturating_add(desired);
        if total > self.memory_limit {
            self.refused = true;
            return Ok(false);
        }
        self.memory = total;
        self.peak = self.peak.max(total);
        Ok(true)
    }

    fn table_growing(&mut self, _current: usize, desired: usize, _maximum: Option<usize>) -> wasmtime::Result<bool> {
        let fits = desired <= self.table_limit;
        self.refused |= !fits;
        Ok(fits)
    }

    fn instances(&self) -> usize {
        crate::engine::CORE_INSTANCES as usize
    }

    fn tables(&self) -> usize {
        crate::engine::TABLES as usize
    }

    fn memories(&self) -> usize {
        crate::engine::MEMORIES as usize
    }
}
