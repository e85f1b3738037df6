//! `redress openapi`

use super::out;
use crate::http;

/// Prints the OpenAPI document.
pub(super) fn run() {
    out::line(http::document().to_pretty_json().unwrap_or_default());
}
