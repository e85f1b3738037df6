//! Examinations of past decisions that take a while: a candidate is run over the past, or the past is run again. A job is a row
//! that any node may take; its progress and its report are in the row too, so that whoever asked may ask any node.

mod backtest;
mod fold;
mod histogram;
mod replay;
mod spec;
mod start;
mod tally;

use redress_domain::id::TenantId;
use redress_domain::job::{Job, JobKind};

pub use backtest::candidate;
pub use spec::{BacktestSpec, Past, ReplaySpec};
pub use start::start;

use crate::app::App;
use crate::workflow::Error;

/// Works a job off and writes how it ended.
///
/// # Errors
/// When the database cannot be written; the job's lease ends then, and somebody begins it anew.
pub async fn run(app: &App, tenant: TenantId, job: Job) -> Result<(), Error> {
    match job.kind {
        JobKind::Backtest => backtest::run(app, tenant, job).await,
        JobKind::Replay => replay::run(app, tenant, job).await,
    }
}
