//! A template as the API shows it.

use redress_domain::Timestamp;
use redress_domain::paper::{PaperKind, PrintTemplate};
use redress_print::{Locale, shipped};
use serde::Serialize;
use utoipa::ToSchema;

/// A template in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PrintTemplateItem {
    /// Name in addresses.
    pub(super) key: String,
    /// Display name.
    pub(super) name: String,
    /// What it is for.
    pub(super) kind: PaperKind,
    /// Comes with Redress. A tenant's own template of the same key takes its place.
    pub(super) shipped: bool,
    /// Counts changes; 0 for a shipped one.
    pub(super) version: i64,
    /// When it last changed; null for a shipped one.
    pub(super) updated_at: Option<Timestamp>,
}

impl PrintTemplateItem {
    /// A shipped one.
    pub(super) fn of_kind(kind: PaperKind) -> Self {
        let name = match kind {
            PaperKind::ServiceReport => "服务报告",
            PaperKind::DispatchOrder => "派工单",
            PaperKind::RepairConfirmation => "维修确认单",
            PaperKind::PickList => "拣货单",
            PaperKind::ReturnSlip => "退货单",
        };
        Self { key: kind.to_string(), name: name.to_owned(), kind, shipped: true, version: 0, updated_at: None }
    }

    /// A tenant's own.
    pub(super) fn of(own: &PrintTemplate) -> Self {
        let (key, name) = (own.key.clone(), own.name.clone());
        Self { key, name, kind: own.kind, shipped: false, version: own.version, updated_at: Some(own.updated_at) }
    }
}

/// A template with its source.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PrintTemplateView {
    #[serde(flatten)]
    pub(super) item: PrintTemplateItem,
    /// Typst source.
    source: String,
    /// What `data` holds when the template is tried.
    #[schema(value_type = Object)]
    sample: serde_json::Value,
}

impl PrintTemplateView {
    /// With its source.
    pub(super) fn new(item: PrintTemplateItem, source: String, locale: Locale) -> Self {
        Self { sample: shipped::sample(item.kind, locale), item, source }
    }
}
