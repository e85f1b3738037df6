//! A tender's gateway, ready to be asked: plugin loaded, secrets open.

use std::collections::BTreeMap;
use std::sync::Arc;

use redress_domain::gateway::Gateway;
use redress_domain::id::{GatewayId, TenantId};
use redress_domain::plugin::Plugin;
use redress_domain::rule::Hook;
use redress_store::{TenantTx, gateway, plugin, secret};

use super::keyring::Keyring;
use super::vault::VaultError;
use crate::app::App;
use crate::rules;
use crate::workflow::turn::GatewayRule;

/// Why a tender's gateway cannot be asked now.
#[derive(Debug, thiserror::Error)]
pub enum NotOpen {
    /// There is none, or it is switched off.
    #[error("no gateway pays back over {0}: make one, switch it on, or pay by hand")]
    None(String),
    /// Its plugin was deleted.
    #[error("the gateway's plugin is gone: name another one")]
    NoPlugin,
    /// Its plugin does not load.
    #[error("the gateway's plugin cannot be loaded: {0}")]
    Load(#[from] redress_sandbox::LoadError),
    /// A secret it names is not there.
    #[error("the tenant has no secret '{0}', which the gateway names: store it")]
    NoSecret(String),
    /// A secret does not open.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] redress_store::Error),
}

/// Opens the gateway of a tender.
///
/// # Errors
/// When there is none, or its plugin or a secret is not there.
pub async fn open(app: &App, tenant: TenantId, tender: &str) -> Result<Arc<GatewayRule>, NotOpen> {
    let wanted = tender.to_owned();
    let store = app.store.tenant(tenant);
    let found = store.read(move |tx| {
        Box::pin(async move {
            match gateway::find_by_tender(tx, &wanted).await? {
                Some(gateway) => parts(tx, gateway).await.map(Some),
                None => Ok(None),
            }
        })
    });
    let found = found.await?.filter(|parts| parts.gateway.enabled).ok_or_else(|| NotOpen::None(tender.to_owned()))?;
    assemble(app, tenant, found).await
}

/// Opens a gateway, switched on or off: what it reports counts either way. `None` when there is none of this id.
///
/// # Errors
/// When its plugin or a secret is not there.
pub async fn open_any(app: &App, tenant: TenantId, id: GatewayId) -> Result<Option<Arc<GatewayRule>>, NotOpen> {
    let store = app.store.tenant(tenant);
    let found = store.read(move |tx| {
        Box::pin(async move {
            match gateway::find(tx, id).await? {
                Some(gateway) => parts(tx, gateway).await.map(Some),
                None => Ok(None),
            }
        })
    });
    match found.await? {
        Some(found) => assemble(app, tenant, found).await.map(Some),
        None => Ok(None),
    }
}

/// A gateway as the database keeps it.
struct Parts {
    gateway: Gateway,
    plugin: Option<Plugin>,
    /// By the rule's name for it: the tenant's name, and what is sealed.
    sealed: BTreeMap<String, (String, Option<Vec<u8>>)>,
}

async fn parts(tx: &mut TenantTx, gateway: Gateway) -> Result<Parts, redress_store::Error> {
    let plugin = plugin::find(tx, gateway.plugin).await?;
    let mut sealed = BTreeMap::new();
    for (name, own) in &gateway.secrets {
        sealed.insert(name.clone(), (own.clone(), secret::find(tx, own).await?));
    }
    Ok(Parts { gateway, plugin, sealed })
}

async fn assemble(app: &App, tenant: TenantId, Parts { gateway, plugin, sealed }: Parts) -> Result<Arc<GatewayRule>, NotOpen> {
    let plugin = plugin.filter(|plugin| plugin.hooks.contains(&Hook::Settlement)).ok_or(NotOpen::NoPlugin)?;
    let mut keys = BTreeMap::new();
    for (name, (own, sealed)) in sealed {
        let sealed = sealed.ok_or_else(|| NotOpen::NoSecret(own.clone()))?;
        keys.insert(name, app.vault.open(tenant, &own, &sealed)?);
    }
    let rule = rules::rule(&app.store, &app.sandbox, plugin.digest).await?;
    let keys = Arc::new(Keyring::new(keys));
    let own = Arc::clone(&keys);
    let header = Box::new(move |name: &str| own.text(name).map(str::to_owned));
    Ok(Arc::new(GatewayRule { config: gateway.config.to_string().into(), gateway, plugin, rule, keys, header }))
}
