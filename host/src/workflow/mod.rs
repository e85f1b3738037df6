//! The use cases: a ticket is submitted, people act on it, time passes, money moves, a decision is explained.
//!
//! Every use case has the same shape: read once, think without a transaction ([`turn::Turn`], on a thread of the sandbox), write
//! once. What it answers is ready before the write, so that the answer can be kept with the idempotency key in the same
//! transaction.

pub mod act;
pub mod decision;
mod error;
pub mod flow;
pub mod form;
pub mod fulfil;
pub mod look;
pub mod pay;
pub mod settle;
pub mod submit;
pub mod turn;
pub mod view;
pub mod violation;
mod wake;
pub mod warehouse;

use std::sync::Arc;

use redress_domain::id::TenantId;
use redress_domain::{Clock, Timestamp};
use redress_sandbox::Sandbox;
use redress_store::{Store, TenantStore, TenantTx, TxFuture};

pub use error::Error;
pub use wake::Wake;

use crate::clock::SharedEntropy;
use crate::config::Portal;
use crate::gateways::Vault;
use crate::rules::RuleCache;
use turn::{Facts, Turn};

/// What use cases need. Cheap to clone.
#[derive(Clone)]
pub struct Workflow {
    /// The database.
    pub store: Store,
    /// Where rules run.
    pub sandbox: Arc<Sandbox>,
    /// Tenants' rules.
    pub rules: RuleCache,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: SharedEntropy,
    /// Tells the workers that something is due.
    pub wake: Wake,
    /// What customers are asked and how they come.
    pub portal: Arc<Portal>,
    /// Makes the tokens of the links that surveys are sent with.
    pub vault: Arc<Vault>,
}

impl Workflow {
    /// The same use cases at another time, for example in the past of a demo shop.
    #[must_use]
    pub fn at(&self, clock: Arc<dyn Clock>) -> Self {
        Self { clock, ..self.clone() }
    }

    /// "Now".
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// One tenant's data.
    pub fn tenant(&self, tenant: TenantId) -> TenantStore {
        self.store.tenant(tenant)
    }

    /// Thinks a turn through on a thread of the sandbox: `think` asks rules and applies events; then notifications are composed.
    ///
    /// # Errors
    /// What `think` says, or [`Error::Busy`].
    pub async fn think(
        &self,
        facts: Box<Facts>,
        think: impl FnOnce(&mut Turn) -> Result<(), Error> + Send + 'static,
    ) -> Result<Turn, Error> {
        let (snapshot, portal, vault) = (Arc::clone(&facts.snapshot), Arc::clone(&self.portal), Arc::clone(&self.vault));
        self.rules
            .run(&snapshot, move || {
                let mut turn = Turn::new(facts);
                think(&mut turn)?;
                turn.fulfil()?;
                turn.walk();
                turn.ask_for_goods()?;
                turn.automate();
                // What the workflow or an automation did may end the case.
                turn.fulfil()?;
                turn.ask_for_survey(&portal, &vault);
                turn.notify();
                turn.seal();
                Ok(turn)
            })
            .await?
    }

    /// Writes a turn in one transaction after `also`, then tells everybody who waits for it.
    ///
    /// # Errors
    /// When somebody else changed the ticket first, `also` fails, or the database does. Nothing is written then.
    pub async fn commit<E>(
        &self,
        turn: Turn,
        also: impl for<'a> FnOnce(&'a mut TenantTx) -> TxFuture<'a, (), E> + Send + 'static,
    ) -> Result<(), E>
    where
        E: From<Error> + From<redress_store::Error> + Send + 'static,
    {
        let tenant = turn.snapshot().tenant.id;
        let (shared, assignee, leaves) = (turn.shared().to_vec(), turn.newly_assigned(), !turn.outbox().is_empty());
        let guarded = turn.guarded();
        self.tenant(tenant)
            .write(move |tx| {
                Box::pin(async move {
                    also(tx).await?;
                    turn.write(tx).await.map_err(E::from)?;
                    Ok::<(), E>(())
                })
            })
            .await?;
        self.rules.note_blobs(tenant, shared);
        if let Some(user) = assignee {
            self.rules.assigned(tenant, user);
        }
        if leaves {
            self.wake.outbox();
        }
        if !guarded.is_empty() {
            self.wake.guards(tenant, guarded);
        }
        Ok(())
    }
}
