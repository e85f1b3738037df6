//! The papers that come with Redress, with data to try them on.

use redress_domain::paper::PaperKind;
use serde_json::Value;

use crate::job::Locale;

/// The shipped template of a kind.
pub const fn source(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::ServiceReport => include_str!("../templates/service_report.typ"),
        PaperKind::DispatchOrder => include_str!("../templates/dispatch_order.typ"),
        PaperKind::RepairConfirmation => include_str!("../templates/repair_confirmation.typ"),
        PaperKind::PickList => include_str!("../templates/pick_list.typ"),
        PaperKind::ReturnSlip => include_str!("../templates/return_slip.typ"),
    }
}

/// Data as the templates of a kind get it, with long names, many lines and large amounts.
pub fn sample(kind: PaperKind, locale: Locale) -> Value {
    let text = match (kind.is_about_a_ticket(), locale) {
        (true, Locale::ZhCn) => include_str!("../templates/samples/ticket.zh-CN.json"),
        (true, Locale::En) => include_str!("../templates/samples/ticket.en.json"),
        (false, Locale::ZhCn) => include_str!("../templates/samples/pick_list.zh-CN.json"),
        (false, Locale::En) => include_str!("../templates/samples/pick_list.en.json"),
    };
    serde_json::from_str(text).expect("the samples are JSON; a test reads each")
}
