//! Which template a key names: the tenant's own, else the shipped one.

use redress_domain::paper::{PaperKind, PrintTemplate};
use redress_print::shipped;
use redress_store::{TenantTx, print_template};

/// What is needed to print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// What it is for.
    pub kind: PaperKind,
    /// Typst source.
    pub source: String,
}

impl From<PrintTemplate> for Template {
    fn from(own: PrintTemplate) -> Self {
        Self { kind: own.kind, source: own.source }
    }
}

/// The template of this key; `None` when the tenant has none and none is shipped.
///
/// # Errors
/// What the database says.
pub async fn find(tx: &mut TenantTx, key: &str) -> Result<Option<Template>, redress_store::Error> {
    let own = print_template::find(tx, key).await?;
    let shipped = || key.parse().ok().map(|kind| Template { kind, source: shipped::source(kind).to_owned() });
    Ok(own.map(Template::from).or_else(shipped))
}
