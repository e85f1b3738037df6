//! Tells those who watch what changes: one reader of the database for each tenant, however many watch it. Changes that other nodes make
//! are told too, because the database is asked.

mod feed;

use std::collections::HashMap;

use parking_lot::Mutex;
use redress_domain::id::TenantId;
use redress_store::ticket::Changed;
use tokio::sync::broadcast;

use crate::app::App;

/// Changes that one who watches may be behind; beyond it they are told to read everything anew.
const BEHIND: usize = 1_024;

/// What happened.
#[derive(Debug, Clone)]
pub enum Told {
    /// A ticket changed, or is new.
    Ticket(Changed),
    /// More than can be told one by one.
    Many,
}

/// Who is told, by tenant.
#[derive(Default)]
pub struct Live(Mutex<HashMap<TenantId, broadcast::Sender<Told>>>);

impl Live {
    /// Whatever happens to a tenant's tickets from now on.
    pub fn watch(&self, app: &App, tenant: TenantId) -> broadcast::Receiver<Told> {
        let mut watched = self.0.lock();
        if let Some(sender) = watched.get(&tenant) {
            return sender.subscribe();
        }
        let (sender, receiver) = broadcast::channel(BEHIND);
        watched.insert(tenant, sender.clone());
        app.tasks.spawn(feed::run(app.clone(), tenant, sender));
        receiver
    }

    /// Ends the reading for a tenant that nobody watches any more. True when it ended.
    fn leave(&self, tenant: TenantId, sender: &broadcast::Sender<Told>) -> bool {
        let mut watched = self.0.lock();
        let alone = sender.receiver_count() == 0;
        if alone {
            watched.remove(&tenant);
        }
        alone
    }
}
