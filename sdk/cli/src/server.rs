//! A Redress server, asked over HTTP.

use anyhow::{Context, Result, bail};
use reqwest::{Client, RequestBuilder};
use serde_json::Value;

/// Which server, and who asks.
#[derive(clap::Args, Debug)]
#[group(id = "remote")] // flattened into commands whose own group is called Args
pub(crate) struct Args {
    /// Address of the server, for example `http://localhost:8080`.
    #[arg(long, env = "REDRESS_SERVER")]
    server: String,
    /// API key.
    #[arg(long, env = "REDRESS_KEY", hide_env_values = true)]
    key: String,
}

impl Args {
    /// A question to `/api/v1/` and a path.
    pub(crate) fn get(&self, client: &Client, path: &str) -> RequestBuilder {
        client.get(format!("{}/api/v1/{path}", self.server.trim_end_matches('/'))).bearer_auth(&self.key)
    }

    /// Something sent to a path below `/api/v1/`.
    pub(crate) fn post(&self, client: &Client, path: &str) -> RequestBuilder {
        client.post(format!("{}/api/v1/{path}", self.server.trim_end_matches('/'))).bearer_auth(&self.key)
    }

    /// A change of what is at a path below `/api/v1/`.
    pub(crate) fn patch(&self, client: &Client, path: &str) -> RequestBuilder {
        client.patch(format!("{}/api/v1/{path}", self.server.trim_end_matches('/'))).bearer_auth(&self.key)
    }

    /// The answer to a request for `what`.
    pub(crate) async fn send(&self, request: RequestBuilder, what: &str) -> Result<Value> {
        let answer =
            request.send().await.with_context(|| format!("cannot reach {}: is the server running, is --server right?", self.server))?;
        let status = answer.status();
        let body = answer.text().await.with_context(|| format!("{} broke off its answer", self.server))?;
        let body: Value = serde_json::from_str(&body).unwrap_or(Value::String(body));
        if status.is_success() { Ok(body) } else { bail!("the server refused the {what}: {}", problem(status.as_u16(), &body)) }
    }
}

/// A problem+json answer in words.
fn problem(status: u16, body: &Value) -> String {
    let part = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
    let mut told = format!("{status} {}", part("code"));
    for words in [part("title"), part("detail")] {
        if !words.is_empty() {
            told = format!("{told}\n  {words}");
        }
    }
    for error in body.get("errors").and_then(Value::as_array).into_iter().flatten() {
        let part = |name: &str| error.get(name).and_then(Value::as_str).unwrap_or_default();
        told = format!("{told}\n  {} {}", part("pointer"), part("message"));
    }
    let advice = match status {
        401 => "\n  give the key of a user with --key or REDRESS_KEY",
        403 => "\n  the key's user needs another role; plugin_author uploads and binds, admin:read is for --unredacted",
        _ => "",
    };
    told + advice
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::problem;

    #[test]
    fn problems_are_told_with_every_finding() {
        let body = json!({"title": "Bad component", "code": "invalid_component", "errors": [{"pointer": "/0", "message": "imports wasi"}]});
        assert_eq!(problem(422, &body), "422 invalid_component\n  Bad component\n  /0 imports wasi");
        assert!(problem(401, &json!("nope")).contains("REDRESS_KEY"));
    }
}
