//! `POST /tables/import`, `POST /tables/export`

use std::collections::BTreeMap;

use axum::Json as Answer;
use redress_table::{Exported, Hook, ImportError, Imported, JdmOptions, Table, export_csv, export_jdm, import_csv, import_jdm};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::check::{TableReport, report};
use crate::http::{Can, Fault, Json, Problem, WriteProblems, permit};

/// A table in another format.
#[derive(Deserialize, ToSchema)]
#[serde(tag = "format", rename_all = "lowercase", deny_unknown_fields)]
pub enum TableImport {
    /// Rows of a spreadsheet, for a table whose columns are known.
    Csv {
        /// The table that gets the rows; its own rows are replaced.
        #[schema(value_type = Object)]
        table: Table,
        /// The file's text, separated by comma, semicolon or tab.
        content: String,
    },
    /// A decision table of a `GoRules` JDM file.
    Jdm {
        /// The question that the table shall answer, for example `refund-approval`.
        #[schema(value_type = String)]
        hook: Hook,
        /// Currency of amounts, if there are any.
        #[serde(default)]
        currency: Option<String>,
        /// Name or id of the node, when the file has several tables.
        #[serde(default)]
        node: Option<String>,
        /// Facts and answers by the names that the file uses for them, for example `cart.total` for `request.amount`.
        #[serde(default)]
        names: BTreeMap<String, String>,
        /// The file.
        #[schema(value_type = Object)]
        content: Value,
    },
}

/// A table that was read.
#[derive(Serialize, ToSchema)]
pub struct ImportedTable {
    /// The table, to be kept as a configuration of `decision-table`.
    #[schema(value_type = Object)]
    table: Table,
    /// What was left behind because tables here do not have it.
    dropped: Vec<String>,
    /// What there is to tell about it.
    report: TableReport,
}

/// Read a table from CSV or JDM.
///
/// Nothing is stored: look the table over and save it as the configuration of a binding.
#[utoipa::path(post, path = "/tables/import", tag = "tables", request_body = TableImport, responses((status = 200, body = ImportedTable), WriteProblems))]
pub async fn import_table(_: Can<permit::RuleRead>, Json(import): Json<TableImport>) -> Result<Answer<ImportedTable>, Problem> {
    let read = match import {
        TableImport::Csv { table, content } => import_csv(&table, &content),
        TableImport::Jdm { hook, currency, node, names, content } => import_jdm(&content, &JdmOptions { hook, currency, node, names }),
    };
    let Imported { table, dropped } = read.map_err(refused)?;
    let report = report(&table).await?;
    Ok(Answer(ImportedTable { table, dropped, report }))
}

fn refused(error: ImportError) -> Problem {
    Problem::invalid_all(error.problems.into_iter().map(|problem| Fault::at("/content", problem)).collect())
}

/// A table, and the format it shall have.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TableExport {
    /// The format.
    format: Format,
    /// A configuration of `decision-table`.
    #[schema(value_type = Object)]
    table: Table,
}

/// Formats that tables are exchanged in.
#[derive(Deserialize, ToSchema)]
#[schema(as = TableFormat)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Rows for a spreadsheet.
    Csv,
    /// A JDM file of `GoRules`.
    Jdm,
}

/// A table in another format.
#[derive(Serialize, ToSchema)]
pub struct ExportedTable {
    /// The file: a text for CSV, an object for JDM.
    #[schema(value_type = serde_json::Value)]
    content: Value,
    /// What was left behind because the other format does not have it.
    dropped: Vec<String>,
}

/// Write a table as CSV or JDM.
#[utoipa::path(post, path = "/tables/export", tag = "tables", request_body = TableExport, responses((status = 200, body = ExportedTable), WriteProblems))]
pub async fn export_table(_: Can<permit::RuleRead>, Json(export): Json<TableExport>) -> Result<Answer<ExportedTable>, Problem> {
    let Exported { content, dropped } = match export.format {
        // The columns stay in the table, where the rows are read back into.
        Format::Csv => Exported { content: Value::String(export_csv(&export.table)), dropped: Vec::new() },
        Format::Jdm => export_jdm(&export.table),
    };
    Ok(Answer(ExportedTable { content, dropped }))
}
