//! Published forms and workflows, made ready once per edition and shared.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::RwLock;
use redress_domain::definition::Noun;
use redress_domain::id::TenantId;
use redress_flow::Flow;
use redress_forms::Form;
use redress_store::{Store, definition};

/// Editions that one tenant keeps ready; beyond it the shelf is cleared, which costs a little time and nothing else.
const MOST: usize = 256;

type Ready<T> = RwLock<HashMap<(String, u32), Arc<T>>>;

/// One tenant's published drawings. An edition never changes, so nothing here grows old.
#[derive(Default)]
pub(super) struct Drawings {
    flows: Ready<Flow>,
    forms: Ready<Form>,
}

/// Why a published drawing cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum DrawingError {
    /// There is no such edition.
    #[error("{noun} {key} has no edition {edition}: publish it first")]
    Missing {
        /// What is drawn.
        noun: Noun,
        /// Its key.
        key: String,
        /// The edition.
        edition: u32,
    },
    /// A stored edition cannot be read by this version of the server.
    #[error("edition {edition} of {noun} {key} cannot be used by this server: {why}; publish it again")]
    Unusable {
        /// What is drawn.
        noun: Noun,
        /// Its key.
        key: String,
        /// The edition.
        edition: u32,
        /// What is wrong.
        why: String,
    },
    /// The database failed.
    #[error(transparent)]
    Store(#[from] redress_store::Error),
}

impl Drawings {
    /// A published workflow, ready to run. It was checked when it was published, against the words of that day.
    pub(super) async fn flow(&self, store: &Store, tenant: TenantId, key: &str, edition: u32) -> Result<Arc<Flow>, DrawingError> {
        if let Some(flow) = self.flows.read().get(&(key.to_owned(), edition)) {
            return Ok(Arc::clone(flow));
        }
        let noun = Noun::Workflow;
        let unusable = |why: String| DrawingError::Unusable { noun, key: key.to_owned(), edition, why };
        let read = content(store, tenant, noun, key, edition).await?;
        let drawn = serde_json::from_value(read.content).map_err(|error| unusable(error.to_string()))?;
        let digits = Some(read.money_digits);
        let flow = Flow::restore(drawn, digits)
            .map_err(|found| unusable(found.into_iter().map(|one| one.message).collect::<Vec<_>>().join("; ")))?;
        Ok(keep(&self.flows, key, edition, flow))
    }

    /// A published form, ready to fill in.
    pub(super) async fn form(&self, store: &Store, tenant: TenantId, key: &str, edition: u32) -> Result<Arc<Form>, DrawingError> {
        if let Some(form) = self.forms.read().get(&(key.to_owned(), edition)) {
            return Ok(Arc::clone(form));
        }
        let noun = Noun::Form;
        let unusable = |why: String| DrawingError::Unusable { noun, key: key.to_owned(), edition, why };
        let read = content(store, tenant, noun, key, edition).await?;
        let drawn = serde_json::from_value(read.content).map_err(|error| unusable(error.to_string()))?;
        let form =
            Form::prepare(drawn).map_err(|found| unusable(found.into_iter().map(|one| one.message).collect::<Vec<_>>().join("; ")))?;
        Ok(keep(&self.forms, key, edition, form))
    }
}

struct Read {
    content: serde_json::Value,
    money_digits: u32,
}

async fn content(store: &Store, tenant: TenantId, noun: Noun, key: &str, edition: u32) -> Result<Read, DrawingError> {
    let wanted = key.to_owned();
    let (found, currency) = store
        .read(move |tx| {
            Box::pin(async move {
                let currency = redress_store::tenant::find(tx, tenant).await?.map(|tenant| tenant.currency);
                let found = definition::edition(tx.tenant(tenant), noun, &wanted, edition).await?;
                Ok::<_, redress_store::Error>((found, currency))
            })
        })
        .await?;
    match (found, currency) {
        (Some(found), Some(currency)) => Ok(Read { content: found.content, money_digits: currency.digits() }),
        _ => Err(DrawingError::Missing { noun, key: key.to_owned(), edition }),
    }
}

fn keep<T>(shelf: &Ready<T>, key: &str, edition: u32, ready: T) -> Arc<T> {
    let mut shelf = shelf.write();
    if shelf.len() >= MOST {
        shelf.clear();
    }
    let ready = Arc::new(ready);
    shelf.insert((key.to_owned(), edition), Arc::clone(&ready));
    ready
}
