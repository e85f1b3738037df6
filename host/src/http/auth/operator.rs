//! The operator of the server: whoever holds the key from the configuration may create tenants.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use redress_domain::Digest;
use subtle::ConstantTimeEq as _;

use super::caller::{bearer, refused};
use crate::app::App;
use crate::problem::Problem;

/// Proof that the request carries the operator's key.
#[derive(Debug, Clone, Copy)]
pub struct Operator;

impl FromRequestParts<App> for Operator {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        // Digests are compared, so that neither length nor time tells anything about the key.
        let given = Digest::of(bearer(&parts.headers)?.as_bytes());
        if bool::from(given.as_bytes().ct_eq(app.operator_key.as_bytes())) {
            Ok(Self)
        } else {
            Err(refused("this needs the operator's key: server.operator_key, or the one printed when the server started"))
        }
    }
}
