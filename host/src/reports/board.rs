//! The live board (L20 数据看板): how fast tickets are taken, which stage takes longest, what passed its limit today.

use redress_domain::Timestamp;
use redress_domain::report::fact::{Dimension, Field, Stage};
use redress_domain::report::{Days, Question, Source, Sum, cell, day_of, local_midnight};
use redress_store::{Error, TenantTx, report};
use serde::Serialize;
use utoipa::ToSchema;

use super::Asker;

/// Minutes after which a ticket that nobody took has waited too long (L19).
const UNACCEPTED_MINUTES: i64 = 10;
/// Days over which stages are compared: one alone may have too few tickets.
const STAGE_DAYS: i64 = 7;

/// The board at one moment.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct BoardView {
    /// When it was read.
    pub at: Timestamp,
    /// Open tickets by queue, most first.
    pub open: Vec<OpenQueue>,
    /// Open tickets that nobody has.
    pub unassigned: i64,
    /// Of these, submitted more than 10 minutes ago (L19).
    pub waiting_long: i64,
    /// Tickets submitted today.
    pub submitted_today: i64,
    /// Of these, ended.
    pub ended_today: i64,
    /// Tickets whose time limit passed today.
    pub overdue_today: i64,
    /// Mean seconds until a ticket of today was taken (接单用时); null while none was.
    pub accept_seconds: Option<f64>,
    /// Mean seconds until a ticket of today had its first answer; null while none had.
    pub response_seconds: Option<f64>,
    /// Mean seconds of each stage over tickets of the last 7 days, longest first: the first is the slowest (哪个环节耗时最长).
    pub stages: Vec<SlowStage>,
}

/// Open tickets of one queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OpenQueue {
    /// Key of the queue; empty for tickets in none.
    pub queue: String,
    /// How many.
    pub tickets: i64,
}

/// How long a stage takes.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct SlowStage {
    /// Which.
    #[schema(value_type = String)]
    pub stage: Stage,
    /// Mean seconds.
    pub seconds: f64,
    /// Tickets that were in it.
    pub tickets: i64,
}

/// Reads the board.
///
/// # Errors
/// What the database says.
pub async fn board(tx: &mut TenantTx, asker: &Asker, now: Timestamp) -> Result<BoardView, Error> {
    let zone = asker.terms.zone;
    let today = day_of(zone, now);
    let before = now.plus(-chrono::Duration::minutes(UNACCEPTED_MINUTES));
    let counts = report::board(tx, local_midnight(zone, today), before).await?;
    let of_today = [
        Sum::Tickets,
        Sum::Flag(redress_domain::report::fact::Flag::Ended),
        Sum::Total(Field::AcceptTime),
        Sum::Known(Field::AcceptTime),
        Sum::Total(Field::ResponseTime),
        Sum::Known(Field::ResponseTime),
    ];
    let numbers = all(tx, Days { first: today, last: today }, &of_today).await?;
    let sums: Vec<Sum> = Stage::ALL.iter().flat_map(|stage| [Sum::Total(stage.field()), Sum::Known(stage.field())]).collect();
    let spent = all(tx, Days { first: today - STAGE_DAYS + 1, last: today }, &sums).await?;
    let mut stages: Vec<SlowStage> = Stage::ALL
        .iter()
        .zip(spent.chunks_exact(2))
        .filter_map(|(stage, pair)| Some(SlowStage { stage: *stage, seconds: mean_seconds(pair[0], pair[1])?, tickets: pair[1] }))
        .collect();
    stages.sort_by(|a, b| b.seconds.total_cmp(&a.seconds));
    Ok(BoardView {
        at: now,
        open: counts.open.into_iter().map(|(queue, tickets)| OpenQueue { queue, tickets }).collect(),
        unassigned: counts.unassigned,
        waiting_long: counts.waiting_long,
        submitted_today: numbers[0],
        ended_today: numbers[1],
        overdue_today: counts.overdue_today,
        accept_seconds: mean_seconds(numbers[2], numbers[3]),
        response_seconds: mean_seconds(numbers[4], numbers[5]),
        stages,
    })
}

/// Sums over all tickets of some days.
async fn all(tx: &mut TenantTx, days: Days, sums: &[Sum]) -> Result<Vec<i64>, Error> {
    let none: &'static [Dimension] = &[];
    let slice = cell::SLICES.iter().find(|(_, dimensions)| dimensions.is_empty()).map_or("all", |(slice, _)| slice);
    let source = Source::Cells { slice, dimensions: none };
    let question = Question { source, keys: Vec::new(), grain: None, days, filters: Vec::new(), sums: sums.to_vec() };
    Ok(report::ask(tx, &question).await?.into_values().next().unwrap_or_else(|| vec![0; sums.len()]))
}

/// A mean of microseconds as seconds with three decimals.
#[expect(clippy::cast_precision_loss, reason = "figures to read")]
fn mean_seconds(sum: i64, count: i64) -> Option<f64> {
    (count > 0).then(|| (sum / count / 1_000) as f64 / 1_000.0)
}
