//! Path parameters.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::problem::{Code, Problem};

/// A path parameter. What does not read as an identifier names nothing, so it is 404 like any other unknown id.
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        if parts.uri.path().contains("%00") {
            return Err(Problem::new(Code::NotFound, "nothing has the character U+0000 (%00) in its name"));
        }
        axum::extract::Path::<T>::from_request_parts(parts, state).await.map(|axum::extract::Path(value)| Self(value)).map_err(
            |rejection| {
                let text = rejection.body_text();
                Problem::new(Code::NotFound, text.strip_prefix("Invalid URL: ").unwrap_or(&text))
            },
        )
    }
}
