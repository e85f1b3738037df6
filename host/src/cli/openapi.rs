//! `redress openapi`

use crate::app::StartError;
use crate::http;

/// Prints the OpenAPI document.
pub(super) fn run() -> Result<(), StartError> {
    println!("{}", http::document().to_pretty_json().unwrap_or_default());
    Ok(())
}
