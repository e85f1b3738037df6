//! `redress openapi`

use crate::http;

/// Prints the OpenAPI document.
pub(super) fn run() {
    println!("{}", http::document().to_pretty_json().unwrap_or_default());
}
