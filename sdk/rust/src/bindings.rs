//! What `wit-bindgen` makes of `wit/`: one world for the imports and `plugin`, one world per hook.
//!
//! The worlds are split on purpose. A guest links only the export sections it names in [`crate::export!`], and the encoder
//! merges them, so one crate may answer any set of hooks and imports nothing it does not call. Authors use the
//! re-exports at the crate root; this module is public only because the macro expands in their crate.
#![expect(clippy::unsafe_derive_deserialize, clippy::same_length_and_capacity, reason = "written by wit-bindgen")]

/// Imports, shared types, and the `plugin` export.
pub mod base {
    wit_bindgen::generate!({
        path: "../../wit",
        inline: "
            package redress:sdk;
            world base {
                import redress:rules/types@1.0.0;
                import redress:rules/log@1.0.0;
                import redress:rules/history@1.0.0;
                import redress:rules/parameters@1.0.0;
                export redress:rules/plugin@1.0.0;
            }
        ",
        generate_all,
        generate_unused_types: true,
        pub_export_macro: true,
        additional_derives: [PartialEq, Eq],
        additional_type_attributes: {
            "redress:rules/types@1.0.0/money": [#[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)] #[serde(deny_unknown_fields)]],
            "redress:rules/types@1.0.0/ticket-kind": [#[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)] #[serde(rename_all = "snake_case")]],
            "redress:rules/types@1.0.0/priority": [#[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)] #[serde(rename_all = "snake_case")]],
        },
    });
}

macro_rules! hook_worlds {
    ($($(#[$doc:meta])* $module:ident = $wit:literal;)+) => {$(
        $(#[$doc])*
        pub mod $module {
            wit_bindgen::generate!({
                path: "../../wit",
                inline: $wit,
                generate_all,
                pub_export_macro: true,
                additional_derives: [PartialEq, Eq],
                with: { "redress:rules/types@1.0.0": crate::bindings::base::redress::rules::types },
            });
        }
    )+};
}

hook_worlds! {
    /// The `routing` export.
    routing = "package redress:sdk; world routing-only { export redress:rules/routing@1.0.0; }";
    /// The `fraud-scoring` export.
    fraud_scoring = "package redress:sdk; world fraud-scoring-only { export redress:rules/fraud-scoring@1.0.0; }";
    /// The `refund-approval` export.
    refund_approval = "package redress:sdk; world refund-approval-only { export redress:rules/refund-approval@1.0.0; }";
    /// The `notification` export.
    notification = "package redress:sdk; world notification-only { export redress:rules/notification@1.0.0; }";
    /// The `automation` export.
    automation = "package redress:sdk; world automation-only { export redress:rules/automation@1.0.0; }";
    /// The `schedule` export.
    schedule = "package redress:sdk; world schedule-only { export redress:rules/schedule@1.0.0; }";
    /// The `settlement` export, and the import that only it may use.
    settlement = "package redress:sdk; world settlement-only { import redress:rules/crypto@1.0.0; export redress:rules/settlement@1.0.0; }";
}
