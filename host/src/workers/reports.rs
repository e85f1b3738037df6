//! Keeps the figures of reports, sends reports that are due, and looks for products that stand out.

use std::time::{Duration, Instant};

use tokio::time::sleep;

use crate::app::App;
use crate::reports::{self, count};

/// Between two foldings: what waits is added by whoever reads, so this only bounds how much that is.
const FOLD: Duration = Duration::from_secs(1);
/// Between two looks for products that stand out.
const SWEEP: Duration = Duration::from_mins(15);

/// Works until the server stops.
pub(super) async fn run(app: App) {
    let mut swept: Option<Instant> = None;
    loop {
        tokio::select! {
            () = app.stop.cancelled() => return,
            // A pause and no beat: what a round counted must lie for a while before it is folded, see `count_all`.
            () = sleep(FOLD) => {}
        }
        note("figures were not folded", count::fold_all(&app).await);
        note("tickets were not counted", count::count_all(&app).await);
        note("reports were not sent", reports::send_due(&app).await);
        if swept.is_none_or(|at| at.elapsed() >= SWEEP) {
            swept = Some(Instant::now());
            note("products were not looked at", reports::sweep(&app).await);
        }
    }
}

fn note(what: &str, done: Result<u32, count::CountError>) {
    match done {
        Ok(0) => {}
        Ok(count) => tracing::debug!(count, "reports went on"),
        Err(error) => tracing::warn!(%error, "{what}; the next round tries again"),
    }
}
