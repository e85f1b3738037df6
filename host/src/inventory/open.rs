//! A tenant's connector, ready to be asked: its secret open.

use redress_domain::fulfilment::InventoryConnector;
use redress_domain::id::TenantId;
use redress_store::{inventory, secret};

use crate::app::App;
use crate::gateways::VaultError;

/// Why a tenant's connector cannot be asked now.
#[derive(Debug, thiserror::Error)]
pub enum NotOpen {
    /// There is none, or it is switched off.
    #[error("no inventory connector is at work: make one, switch it on, or cancel the replacement and confirm its stock by hand")]
    None,
    /// The secret it names is not there.
    #[error("the tenant has no secret '{0}', which the inventory connector names: store it")]
    NoSecret(String),
    /// The secret does not open, or is no text.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] redress_store::Error),
}

/// A connector with its secret.
pub struct Open {
    /// The settings.
    pub connector: InventoryConnector,
    /// What is sent as a bearer token.
    pub(super) token: Option<String>,
}

/// Opens the connector of a tenant.
///
/// # Errors
/// When there is none, or its secret is not there.
pub async fn open(app: &App, tenant: TenantId) -> Result<Open, NotOpen> {
    let store = app.store.tenant(tenant);
    let found = store.read(|tx| {
        Box::pin(async move {
            let Some(connector) = inventory::find(tx).await? else { return Ok::<_, redress_store::Error>(None) };
            let sealed = match &connector.secret {
                Some(name) => secret::find(tx, name).await?,
                None => None,
            };
            Ok(Some((connector, sealed)))
        })
    });
    let (connector, sealed) = found.await?.filter(|(connector, _)| connector.enabled).ok_or(NotOpen::None)?;
    let token = match &connector.secret {
        None => None,
        Some(name) => {
            let sealed = sealed.ok_or_else(|| NotOpen::NoSecret(name.clone()))?;
            let bytes = app.vault.open(tenant, name, &sealed)?;
            Some(String::from_utf8(bytes).map_err(|_| VaultError::Sealed)?.trim().to_owned())
        }
    };
    Ok(Open { connector, token })
}
