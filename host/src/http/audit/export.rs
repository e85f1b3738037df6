//! `GET /audit/export`

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream;
use redress_domain::Timestamp;
use redress_domain::audit::AuditRow;
use redress_store::audit::{self, Filter};
use redress_store::{Cursor, Error, MAX_LIMIT, Page, TenantStore};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::http::{Can, Problem, Query, ReadProblems, permit};

/// How the log is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum AuditFormat {
    /// Comma-separated values (RFC 4180), safe to open in a spreadsheet.
    Csv,
    /// One JSON object a line.
    Jsonl,
}

/// What to export.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ExportQuery {
    /// `csv` or `jsonl`.
    #[param(inline)]
    format: AuditFormat,
    /// From this moment on.
    from: Option<Timestamp>,
    /// Before this moment.
    to: Option<Timestamp>,
}

/// The columns of the CSV, as the API names them.
const COLUMNS: &str =
    "id,at,user,key,address,method,path,operation,resource,resource_id,before,after,status,code,request,suppressed,hash,seal\r\n";

/// Export the operation log, newest first.
///
/// The rows come page by page as they are read, so that a log of any length can be exported.
#[utoipa::path(get, path = "/audit/export", tag = "audit", params(ExportQuery),
    responses((status = 200, content_type = "text/csv", body = String), ReadProblems))]
pub async fn export_audit(caller: Can<permit::AdminRead>, Query(query): Query<ExportQuery>) -> Result<Response, Problem> {
    let filter = Filter { from: query.from, to: query.to, ..Filter::default() };
    // The first page is read before the answer begins, so that a failure is still a problem and not a torn file.
    let first = read(&caller.store, filter.clone(), None).await?;
    let (kind, head) = match query.format {
        AuditFormat::Csv => ("text/csv; charset=utf-8", COLUMNS),
        AuditFormat::Jsonl => ("application/x-ndjson", ""),
    };
    let state = (caller.store.clone(), filter, Some(first), query.format);
    let pages = stream::try_unfold(state, |(store, filter, ready, format)| async move {
        let Some((rows, next)) = ready else { return Ok::<_, Error>(None) };
        let text = rows.iter().map(|row| line(row, format)).collect::<String>();
        let ready = match next {
            Some(after) => Some(read(&store, filter.clone(), Some(after)).await?),
            None => None,
        };
        Ok(Some((Bytes::from(text), (store, filter, ready, format))))
    });
    let whole = futures_util::StreamExt::chain(stream::iter([Ok(Bytes::from_static(head.as_bytes()))]), pages);
    let mut response = Body::from_stream(whole).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    Ok(response)
}

async fn read(store: &TenantStore, filter: Filter, after: Option<Cursor>) -> Result<(Vec<AuditRow>, Option<Cursor>), Error> {
    store.read(move |tx| Box::pin(async move { audit::list(tx, &filter, &Page { after, limit: MAX_LIMIT }).await })).await
}

fn line(row: &AuditRow, format: AuditFormat) -> String {
    // Rows are made of text and numbers; they always print.
    let value = serde_json::to_value(row).unwrap_or_default();
    if format == AuditFormat::Jsonl {
        return format!("{value}\n");
    }
    let cells = COLUMNS.trim_end().split(',').map(|name| match &value[name] {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => cell(text),
        other => other.to_string(),
    });
    format!("{}\r\n", cells.collect::<Vec<_>>().join(","))
}

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection), quoted where RFC 4180 wants it.
fn cell(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn z37_a_cell_is_never_a_formula() {
        assert_eq!(cell("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"");
        for text in ["+1", "-1", "@x", "\tx"] {
            assert_eq!(cell(text), format!("'{text}"));
        }
        assert_eq!(cell("a, b"), "\"a, b\"");
        assert_eq!(cell("/api/v1/users/{id}"), "/api/v1/users/{id}");
    }
}
