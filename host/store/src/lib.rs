//! The only room that speaks SQL: tenants, tickets, decisions and everything else of Redress in SQLite or PostgreSQL.
//!
//! Open a [`Store`], narrow it to a tenant, and hand closures to [`TenantStore::read`] and [`TenantStore::write`]; inside them
//! call the functions of the modules below, one module per noun. A write commits when its closure answers `Ok`.
//!
//! ```no_run
//! # async fn example(store: redress_store::Store, tenant: redress_domain::id::TenantId) -> Result<(), redress_store::Error> {
//! use redress_store::{Page, queue};
//!
//! let queues = store.tenant(tenant).read(|tx| Box::pin(async move { queue::list(tx).await })).await?;
//! # let _ = (queues, Page::default());
//! # Ok(())
//! # }
//! ```
//!
//! Rules that hold everywhere: `Ok(None)` means "not found"; changes are compare-and-set on `version` and answer
//! [`Error::Stale`] when somebody was faster; insertions are gathered and sent together, so a broken constraint may show only
//! at the next read or at the commit; every query of a tenant's rows binds the tenant first.

mod engine;
mod error;
mod migrate;
mod page;
mod sql;
mod statistics;
mod store;

pub mod absence;
pub mod api_key;
pub mod arrival;
pub mod attachment;
pub mod audit;
pub mod binding;
pub mod blob;
pub mod calendar;
pub mod checklist;
pub mod credit;
pub mod customer;
pub mod decision;
pub mod defect;
pub mod definition;
pub mod department;
pub mod desk;
pub mod explain;
pub mod fact;
pub mod flow_run;
pub mod gateway;
pub mod golden;
pub mod history;
pub mod idempotency;
pub mod inspection;
pub mod inventory;
pub mod job;
pub mod link;
pub mod macros;
pub mod offer;
pub mod order;
pub mod outbox;
pub mod parameter;
pub mod parcel;
pub mod password;
pub mod pick;
pub mod plugin;
pub mod portal_link;
pub mod print_template;
pub mod queue;
pub mod recurring;
pub mod refund;
pub mod replacement;
pub mod report;
pub mod reservation;
pub mod role;
pub mod scan;
pub mod secret;
pub mod sequence;
pub mod service_level;
pub mod settlement;
pub mod signing_key;
pub mod sla_policy;
pub mod sop;
pub mod sop_run;
pub mod survey;
pub mod task;
pub mod tenant;
pub mod tick;
pub mod ticket;
pub mod timeline;
pub mod timer;
pub mod unidentified;
pub mod usage;
pub mod user;
pub mod webhook;

pub use error::{Error, Result};
pub use page::{Cursor, CursorError, MAX_LIMIT, Page};
pub use sql::pack::Packed;
pub use sql::{SystemTx, TenantTx};
pub use store::{Store, TenantStore, TxFuture};
