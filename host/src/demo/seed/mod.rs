//! Plants the demo shop in a database, through the public API as a merchant would, at the times at which things happened.
//!
//! It is planted once. `var/demo.json` is written last, so that its presence, with keys that still work, means a whole shop;
//! whatever is missing after a start that was cut short is added by the next one.

mod api;
mod file;
mod life;
mod plant;

use std::path::PathBuf;
use std::sync::Arc;

use redress_domain::id::TenantId;
use redress_store::{Store, api_key, outbox, tenant};

pub use file::DemoFile;

use crate::app::{App, Parts};
use api::Api;

/// Where things come from and go to.
#[derive(Debug, Clone)]
pub struct Options {
    /// Folder with the built stock plugins.
    pub plugins: PathBuf,
    /// File that gets address and keys.
    pub file: PathBuf,
    /// Address of the server.
    pub base_url: String,
}

/// Why the demo shop could not be planted.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// A stock plugin is not built.
    #[error("cannot read the stock plugin {path}: {source}; build it with `make plugins`")]
    Plugin {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file for address and keys cannot be written.
    #[error("cannot write {path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The API refused a request.
    #[error("the demo shop's {method} {path} was answered with {status}: {body}")]
    Refused {
        /// Method.
        method: &'static str,
        /// Path.
        path: String,
        /// Status.
        status: u16,
        /// Answer.
        body: String,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] redress_store::Error),
    /// A key could not be issued.
    #[error(transparent)]
    Problem(#[from] crate::problem::Problem),
}

/// Makes sure that the demo shop is there, and that the file tells its address and keys.
///
/// # Errors
/// When a stock plugin is not built, the file cannot be written, or the database fails.
pub async fn ensure(app: &App, options: &Options) -> Result<DemoFile, SeedError> {
    let known = app.store.read(|tx| Box::pin(async move { tenant::find_by_slug(tx, super::desk::TENANT_SLUG).await })).await?;
    if let (Some(known), Some(file)) = (&known, DemoFile::read(&options.file))
        && works(&app.store, &file, known.id).await?
    {
        let file = DemoFile { base_url: options.base_url.clone(), ..file };
        file.write(&options.file)?;
        return Ok(file);
    }
    tracing::info!("the demo shop is planted: {} orders, {} cases", super::ORDERS, super::CASES);
    let clock = Arc::new(api::Past::at(app.clock.now()));
    let past = App::new(Parts {
        config: app.config.clone(),
        store: app.store.clone(),
        sandbox: Arc::clone(&app.sandbox),
        printer: app.printer.clone(),
        signer: Arc::clone(&app.signer),
        vault: Arc::clone(&app.vault),
        clock: Arc::clone(&clock) as Arc<dyn redress_domain::Clock>,
        entropy: app.entropy.clone(),
        courier: app.courier.clone(),
        mailer: app.mailer.clone(),
        attachments: app.attachments.clone(),
        metrics: None,
        operator_key: hex::encode(app.entropy.secret()),
    });
    let api = Api::new(past, clock);
    let (tenant, keys, password) = plant::plant(&api, known, &options.plugins, app.clock.now()).await?;
    tell_nobody(&app.store, tenant).await?;
    app.rules.invalidate(tenant);
    let file = DemoFile { base_url: options.base_url.clone(), tenant: super::desk::TENANT_SLUG.to_owned(), password, keys };
    file.write(&options.file)?;
    Ok(file)
}

/// True when every key of the file still opens the tenant.
async fn works(store: &Store, file: &DemoFile, tenant: TenantId) -> Result<bool, redress_store::Error> {
    for key in file.keys.values() {
        let digest = redress_domain::Digest::of(key.as_bytes());
        let found = store.read(move |tx| Box::pin(async move { api_key::find_by_secret_digest(tx, digest).await })).await?;
        if found.is_none_or(|(owner, _, key, _)| owner.id != tenant || key.revoked_at.is_some()) {
            return Ok(false);
        }
    }
    Ok(!file.keys.is_empty())
}

/// What happened half a year ago was told half a year ago: the messages of the past are marked as delivered.
async fn tell_nobody(store: &Store, tenant: TenantId) -> Result<(), redress_store::Error> {
    store
        .tenant(tenant)
        .write(|tx| {
            Box::pin(async move {
                let filter = outbox::Filter { state: Some(redress_domain::outbox::OutboxState::Pending), ..outbox::Filter::default() };
                let page = redress_store::Page { after: None, limit: redress_store::MAX_LIMIT };
                loop {
                    let (messages, _) = outbox::list(tx, &filter, &page).await?;
                    if messages.is_empty() {
                        return Ok(());
                    }
                    for message in messages {
                        outbox::delivered(tx, message.id, 1, message.created_at).await?;
                    }
                }
            })
        })
        .await
}
