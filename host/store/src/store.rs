//! The handles through which everything else reads and writes.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use redress_domain::id::TenantId;

use crate::audit::Trail;
use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::migrate;
use crate::sql::{SystemTx, TenantTx};

/// What a transaction's closure answers: `Box::pin(async move { … })`.
pub type TxFuture<'a, T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send + 'a>>;

/// An open database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    engine: Engine,
}

impl Store {
    /// Opens `sqlite:PATH` (the file is created when missing) or `postgres://USER@HOST/DATABASE`. Does not touch the schema:
    /// see [`Store::migrate`].
    ///
    /// # Errors
    /// [`Error::Url`] for any other address, [`Error::Driver`] when the database cannot be reached.
    pub async fn open(url: &str) -> Result<Self> {
        Ok(Self { engine: Engine::open(url).await? })
    }

    /// Brings the schema up to date. Safe to call on every start and from several nodes at once.
    ///
    /// # Errors
    /// [`Error::Migration`] when a step fails or the database is newer than this program.
    pub async fn migrate(&self) -> Result<()> {
        migrate::run(&self.engine).await
    }

    /// Asks the database for a sign of life.
    ///
    /// # Errors
    /// [`Error::Driver`] when there is none.
    pub async fn ping(&self) -> Result<()> {
        self.read(|tx| {
            Box::pin(async move {
                let tx = &mut tx.0;
                crate::sql::fetch_one!(tx, (i64,), "SELECT CAST(1 AS BIGINT)").map(drop)
            })
        })
        .await
    }

    /// How many connections are at work, and how many there may be; SQLite's one writer does not count.
    pub fn connections(&self) -> (usize, usize) {
        self.engine.usage()
    }

    /// The same database, narrowed to one tenant.
    pub fn tenant(&self, tenant: TenantId) -> TenantStore {
        TenantStore { engine: self.engine.clone(), tenant }
    }

    /// Reads across tenants from one snapshot. Insertions made inside are lost.
    ///
    /// # Errors
    /// What `f` answers, or that the database cannot be reached.
    pub async fn read<T, E>(&self, f: impl for<'a> FnOnce(&'a mut SystemTx) -> TxFuture<'a, T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.engine.read(f).await
    }

    /// Writes across tenants in one transaction: commits when `f` answers `Ok`, undoes everything when it answers `Err`.
    ///
    /// # Errors
    /// What `f` answers, or that the commit failed.
    pub async fn write<T, E>(&self, f: impl for<'a> FnOnce(&'a mut SystemTx) -> TxFuture<'a, T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let Some((trail, tenant)) = Trail::open().and_then(|trail| trail.tenant().map(|tenant| (trail, tenant))) else {
            return self.engine.write(f).await;
        };
        let left = Arc::clone(&trail);
        let value = self
            .engine
            .write(move |tx| {
                Box::pin(async move {
                    let value = left.within(f(tx)).await?;
                    left.leave(tx.tenant(tenant)).await?;
                    Ok::<_, E>(value)
                })
            })
            .await?;
        trail.close();
        Ok(value)
    }
}

/// One tenant's part of a database. Cheap to clone.
#[derive(Clone)]
pub struct TenantStore {
    engine: Engine,
    tenant: TenantId,
}

impl TenantStore {
    /// Whose part it is.
    pub const fn tenant(&self) -> TenantId {
        self.tenant
    }

    /// Reads from one snapshot. Insertions made inside are lost.
    ///
    /// # Errors
    /// What `f` answers, or that the database cannot be reached.
    pub async fn read<T, E>(&self, f: impl for<'a> FnOnce(&'a mut TenantTx) -> TxFuture<'a, T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let tenant = self.tenant;
        self.engine.read(move |tx| f(tx.tenant(tenant))).await
    }

    /// Writes in one transaction: commits when `f` answers `Ok`, undoes everything when it answers `Err`. Await nothing inside
    /// but this crate's functions: on SQLite everybody else's writes wait meanwhile.
    ///
    /// # Errors
    /// What `f` answers, that a gathered insertion broke a constraint, or that the commit failed.
    pub async fn write<T, E>(&self, f: impl for<'a> FnOnce(&'a mut TenantTx) -> TxFuture<'a, T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let tenant = self.tenant;
        let Some(trail) = Trail::open() else { return self.engine.write(move |tx| f(tx.tenant(tenant))).await };
        let left = Arc::clone(&trail);
        let value = self
            .engine
            .write(move |tx| {
                Box::pin(async move {
                    let tx = tx.tenant(tenant);
                    let value = left.within(f(tx)).await?;
                    left.leave(tx).await?;
                    Ok::<_, E>(value)
                })
            })
            .await?;
        trail.close();
        Ok(value)
    }
}
