//! Work beside requests: the outbox is delivered, timers fire, service levels escalate, recurring jobs run, guardrails are watched,
//! old idempotency keys go. Any number of nodes may do it at once; each piece of work is claimed under a lease, so that a node that
//! dies loses nothing.

pub mod absences;
pub mod audit;
mod files;
mod guard;
mod jobs;
mod mail;
pub mod notices;
mod outbox;
mod poll;
mod purge;
pub mod recurring;
pub mod refunds;
mod reports;
pub mod reservations;
mod schedule;
pub mod service_levels;
pub mod timers;
pub mod usage;

use crate::app::App;

/// Starts the workers of this process. They end when `app.stop` is cancelled, after finishing what they have begun.
pub fn start(app: &App) {
    app.tasks.spawn(outbox::run(app.clone()));
    app.tasks.spawn(timers::run(app.clone()));
    app.tasks.spawn(absences::run(app.clone()));
    app.tasks.spawn(service_levels::run(app.clone()));
    app.tasks.spawn(recurring::run(app.clone()));
    app.tasks.spawn(refunds::run(app.clone()));
    app.tasks.spawn(notices::run(app.clone()));
    app.tasks.spawn(reservations::run(app.clone()));
    app.tasks.spawn(purge::run(app.clone()));
    app.tasks.spawn(files::run(app.clone()));
    app.tasks.spawn(audit::run(app.clone()));
    app.tasks.spawn(schedule::run(app.clone()));
    app.tasks.spawn(usage::run(app.clone()));
    app.tasks.spawn(guard::run(app.clone()));
    app.tasks.spawn(jobs::run(app.clone()));
    app.tasks.spawn(reports::run(app.clone()));
}
