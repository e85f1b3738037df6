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

    /// The answer to a request for `what`.
    pub(crate) async fn send(&self, request: RequestBuilder, what: &str) -> Result<Value> {
        let answer =
            request.send().await.with_context(|| format!("cannot reach {}: is the server running, is --server right?", self.server))?;
        let status = answer.status();
        let body = answer.text().await.with_context(|| format!("{} broke off its answer", self.server))?;
        let body: Value = serde_json::from_str(&body).unwrap_or(Value::String(body));
        if status.is_success() {
            return Ok(body);
        }
        let part = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
        let advice = match status.as_u16() {
            401 => "; give the key of a user with --key or REDRESS_KEY",
            403 => "; the key's user needs a role that may read rules, and admin:read for --unredacted",
            _ => "",
        };
        bail!("the server refused the {what}: {} {}: {}{advice}", status.as_u16(), part("code"), part("detail"))
    }
}
