//! A fresh, migrated database of either kind.

use redress_domain::tenant::Tenant;
use redress_store::{Error, Store, TenantStore, tenant};
use redress_tests::postgres::Cluster;
use tempfile::TempDir;

use crate::sample::Sample;

/// What keeps the database alive; dropping it stops and removes it.
pub(crate) enum Home {
    File(#[expect(dead_code, reason = "held for its Drop")] TempDir),
    Cluster(#[expect(dead_code, reason = "held for its Drop")] Box<Cluster>),
}

/// A store and the address it was opened by.
pub(crate) struct Backend {
    pub(crate) store: Store,
    pub(crate) url: String,
    _home: Home,
}

impl Backend {
    pub(crate) async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("redress.db").display());
        Self::open(url, Home::File(folder)).await
    }

    pub(crate) async fn postgres() -> Self {
        let cluster = Cluster::start().unwrap();
        let url = cluster.create_database("redress").unwrap();
        Self::open(url, Home::Cluster(Box::new(cluster))).await
    }

    async fn open(url: String, home: Home) -> Self {
        let store = Store::open(&url).await.unwrap();
        store.migrate().await.unwrap();
        Self { store, url, _home: home }
    }

    /// A new tenant's part of the database.
    pub(crate) async fn tenant(&self, sample: &mut Sample, slug: &str) -> TenantStore {
        let new = sample.tenant(slug);
        let id = new.id;
        self.add(new).await;
        self.store.tenant(id)
    }

    async fn add(&self, new: Tenant) {
        self.store.write::<_, Error>(move |tx| Box::pin(async move { tenant::insert(tx, &new).await })).await.unwrap();
    }
}

/// Runs one test on both databases.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                super::$name(&crate::backend::Backend::sqlite().await).await;
            })+
        }
        mod postgres {
            $(#[tokio::test]
            async fn $name() {
                super::$name(&crate::backend::Backend::postgres().await).await;
            })+
        }
    };
}
pub(crate) use on_both;

/// `store.write(…)` with the boilerplate left out; the block is the transaction's body.
macro_rules! write {
    ($store:expr, |$tx:ident| $body:expr) => {
        $store.write::<_, redress_store::Error>(move |$tx| Box::pin(async move { $body })).await
    };
}
pub(crate) use write;

/// `store.read(…)` with the boilerplate left out.
macro_rules! read {
    ($store:expr, |$tx:ident| $body:expr) => {
        $store.read::<_, redress_store::Error>(move |$tx| Box::pin(async move { $body })).await
    };
}
pub(crate) use read;
