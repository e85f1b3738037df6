//! Decision tables: rules that a merchant writes in cells instead of code.
//!
//! A [`Table`] answers one hook. Its columns look at facts, its rows say what follows. [`check()`] tells everything that is
//! wrong with a table when it is saved, and which cases no row or several rows cover; [`evaluate()`] runs it. The crate is
//! pure: the same code runs in the decision-table plugin, in the server and in the tools.
//!
//! ```
//! use std::collections::BTreeMap;
//! use redress_expression::Value;
//!
//! let table: redress_table::Table = serde_json::from_str(r#"{
//!   "name": "tiers", "hook": "refund-approval", "currency": "CNY",
//!   "inputs": [{"label": "金额", "expression": "request.amount", "type": "money"}],
//!   "outputs": ["verdict", "role"],
//!   "rows": [
//!     {"id": "small", "when": ["<= 50"], "then": ["approve", ""]},
//!     {"id": "rest", "when": ["-"], "then": ["needs_approval", "supervisor"], "note": "客服组长审批"}
//!   ]
//! }"#)?;
//! assert!(redress_table::check(&table).is_empty());
//!
//! let facts = BTreeMap::from([("request.amount".to_owned(), Value::Int(5_001))]);
//! let fired = redress_table::evaluate(&table, |_| &facts)?;
//! assert_eq!((fired[0].row.id.as_str(), fired[0].text("role")), ("rest", Some("supervisor")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod analysis;
mod cell;
mod check;
mod evaluate;
mod exchange;
mod facts;
mod model;
mod output;

pub use check::{Finding, Severity, check, errors};
pub use evaluate::{Fired, TableFault, evaluate};
pub use exchange::{Exported, ImportError, Imported, JdmOptions, export_csv, export_jdm, import_csv, import_jdm};
pub use facts::environment;
pub use model::{FieldType, HitPolicy, Hook, Input, InputType, ParameterType, Row, Table, digits};
pub use output::{Output, OutputType, SET, outputs};
