//! Finds the plugin that a body names: by id, by `name@version`, or by `name` for the latest upload.

use redress_domain::id::PluginId;
use redress_domain::plugin::Plugin;
use redress_store::{TenantTx, plugin};

use crate::http::{Code, Fault, Problem};

/// The plugin.
///
/// # Errors
/// 422 `unknown_reference` with the pointer to the name.
pub(in crate::http) async fn resolve(tx: &mut TenantTx, pointer: &str, text: &str) -> Result<Plugin, Problem> {
    let found = match (text.parse::<PluginId>(), text.rsplit_once('@')) {
        (Ok(id), _) => plugin::find_usable(tx, id).await?,
        (Err(_), Some((name, version))) => plugin::find_by_name_version(tx, name, version).await?,
        // Newest first, so the first hit is the latest upload.
        (Err(_), None) => plugin::list(tx).await?.into_iter().find(|plugin| plugin.name == text),
    };
    found.ok_or_else(|| {
        let message = format!("there is no plugin {text} here; upload it, or name one of GET /api/v1/plugins by id, name or name@version");
        Problem::new(Code::UnknownReference, message.clone()).with(vec![Fault::at(pointer, message)])
    })
}
