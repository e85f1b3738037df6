//! A binding as the API shows it: with the plugin's name, so that a reader needs no second look-up.

use redress_domain::binding::Binding;
use redress_domain::plugin::Plugin;
use serde::Serialize;
use utoipa::ToSchema;

use crate::http::Answer;

/// A plugin at work.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = BindingWithPlugin)]
pub struct BindingView {
    /// The binding.
    #[serde(flatten)]
    pub binding: Binding,
    /// Name of its plugin.
    pub plugin_name: String,
    /// Version of its plugin.
    pub plugin_version: String,
}

impl BindingView {
    pub(super) fn new(binding: Binding, plugin: &Plugin) -> Self {
        Self { binding, plugin_name: plugin.name.clone(), plugin_version: plugin.version.clone() }
    }

    /// The answer with its `ETag`.
    pub(super) fn answer(self) -> Answer<Self> {
        let version = self.binding.version;
        Answer::ok(self).version(version)
    }
}
