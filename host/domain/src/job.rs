//! Long-running examinations of past decisions: backtests, replays of many, searches for the version that changed an answer.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::JobId;
use crate::status::names;
use crate::timeline::Actor;

names! {
    /// What a job does.
    JobKind {
        /// Runs a candidate over past decisions.
        Backtest = "backtest",
        /// Runs past decisions again as they were.
        Replay = "replay",
    }
}

names! {
    /// Where a job stands.
    JobState {
        /// Nobody has begun it.
        Queued = "queued",
        /// It is worked on.
        Running = "running",
        /// It has a report.
        Done = "done",
        /// It could not be finished; the error says why.
        Failed = "failed",
        /// A person stopped it; the report covers what was done.
        Cancelled = "cancelled",
    }
}

impl JobState {
    /// True when nothing more will happen.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Cancelled)
    }
}

/// One job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Job {
    /// Redress id.
    pub id: JobId,
    /// What it does.
    pub kind: JobKind,
    /// What exactly, as it was asked for.
    pub spec: serde_json::Value,
    /// Where it stands.
    pub state: JobState,
    /// Decisions examined so far.
    pub done: u64,
    /// Decisions to examine; grows until all are counted.
    pub total: u64,
    /// What came of it; partial while it runs.
    pub report: Option<serde_json::Value>,
    /// Why it failed.
    pub error: Option<String>,
    /// Who asked for it.
    pub created_by: Actor,
    /// When.
    pub created_at: Timestamp,
    /// When the work began.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
}
