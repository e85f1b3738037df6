//! A client that keeps what came back, so that a failed expectation can show it.

use std::fmt;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use reqwest::header::HeaderMap;
use serde_json::Value;

/// An HTTP client that acts with one bearer key.
#[derive(Debug, Clone)]
pub struct Client {
    http: reqwest::Client,
    base: String,
    key: Option<String>,
}

/// One answer, whole.
#[derive(Clone)]
pub struct Reply {
    /// Method and path of the request, for messages.
    pub asked: String,
    /// Status code.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body as it came.
    pub bytes: Vec<u8>,
    /// Body as JSON; `Null` when it is none.
    pub body: Value,
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} answered {}: {}", self.asked, self.status, String::from_utf8_lossy(&self.bytes))
    }
}

impl Reply {
    /// The JSON body, when the status is the expected one.
    ///
    /// # Errors
    /// Any other status; the message shows the body.
    pub fn expect(self, status: u16) -> Result<Value> {
        if self.status == status { Ok(self.body) } else { bail!("expected {status}, but {self:?}") }
    }

    /// Checks that this is a problem (RFC 9457) with the status and the stable code, and returns its `detail`.
    ///
    /// # Errors
    /// Anything else; the message shows the body.
    pub fn problem(&self, status: u16, code: &str) -> Result<String> {
        let kind = self.header("content-type").unwrap_or_default();
        let detail = self.body["detail"].as_str().unwrap_or_default();
        if self.status != status || self.body["code"] != code {
            bail!("expected {status} {code}, but {self:?}");
        }
        if !kind.starts_with("application/problem+json") || self.body["status"] != status {
            bail!("expected a problem+json that repeats its status, but got {kind}: {self:?}");
        }
        if detail.len() < 10 || self.body["title"].as_str().is_none_or(str::is_empty) {
            bail!("expected a title and a detail that says what to change, but {self:?}");
        }
        Ok(detail.to_owned())
    }

    /// One header as text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }
}

impl Client {
    /// A client of the server at `base` (such as `http://127.0.0.1:8080`), with or without a key.
    ///
    /// # Errors
    /// When no HTTP client can be built.
    pub fn new(base: &str, key: Option<&str>) -> Result<Self> {
        let http = reqwest::Client::builder().timeout(Duration::from_mins(1)).pool_max_idle_per_host(64).no_proxy().build()?;
        Ok(Self { http, base: base.to_owned(), key: key.map(str::to_owned) })
    }

    /// The same connections with another key.
    #[must_use]
    pub fn with_key(&self, key: &str) -> Self {
        Self { key: Some(key.to_owned()), ..self.clone() }
    }

    /// The same connections without a key.
    #[must_use]
    pub fn without_key(&self) -> Self {
        Self { key: None, ..self.clone() }
    }

    /// The bearer key this client acts with.
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// Address of the server.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Sends any request; `path` below `/api/v1`, or from the root when it begins with `//`.
    ///
    /// # Errors
    /// When there is no answer at all.
    pub async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Option<Vec<u8>>) -> Result<Reply> {
        let url = match path.strip_prefix("//") {
            Some(rest) => format!("{}/{rest}", self.base),
            None => format!("{}/api/v1{path}", self.base),
        };
        let asked = format!("{method} {path}");
        let mut request = self.http.request(method.parse().context("method")?, &url);
        if let Some(key) = &self.key {
            request = request.bearer_auth(key);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if let Some(body) = body {
            request = request.body(body);
        }
        let answer = request.send().await.with_context(|| format!("no answer to {asked}"))?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let bytes = answer.bytes().await.with_context(|| format!("the answer to {asked} broke off"))?.to_vec();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Ok(Reply { asked, status, headers, bytes, body })
    }

    /// GET.
    ///
    /// # Errors
    /// When there is no answer at all.
    pub async fn get(&self, path: &str) -> Result<Reply> {
        self.send("GET", path, &[], None).await
    }

    /// A request with a JSON body and further headers.
    ///
    /// # Errors
    /// When there is no answer at all.
    pub async fn json(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &Value) -> Result<Reply> {
        let mut all = vec![("content-type", "application/json")];
        all.extend_from_slice(headers);
        self.send(method, path, &all, Some(serde_json::to_vec(body)?)).await
    }

    /// POST of JSON.
    ///
    /// # Errors
    /// When there is no answer at all.
    pub async fn post(&self, path: &str, body: &Value) -> Result<Reply> {
        self.json("POST", path, &[], body).await
    }

    /// POST of JSON under an idempotency key.
    ///
    /// # Errors
    /// When there is no answer at all.
    pub async fn post_once(&self, path: &str, key: &str, body: &Value) -> Result<Reply> {
        self.json("POST", path, &[("idempotency-key", key)], body).await
    }

    /// PUT of JSON.
    ///
    /// # Errors
    /// When there is no answer at all.
    pub async fn put(&self, path: &str, body: &Value) -> Result<Reply> {
        self.json("PUT", path, &[], body).await
    }

    /// PATCH of JSON.
    ///
    /// # Errors
    /// When there is no answer at all.
    pub async fn patch(&self, path: &str, body: &Value) -> Result<Reply> {
        self.json("PATCH", path, &[], body).await
    }

    /// DELETE.
    ///
    /// # Errors
    /// When there is no answer at all.
    pub async fn delete(&self, path: &str) -> Result<Reply> {
        self.send("DELETE", path, &[], None).await
    }

    /// Uploads a component.
    ///
    /// # Errors
    /// When there is no answer at all.
    pub async fn upload(&self, component: Vec<u8>) -> Result<Reply> {
        self.send("POST", "/plugins", &[("content-type", "application/wasm")], Some(component)).await
    }

    /// All items of a list, page by page.
    ///
    /// # Errors
    /// When a page is not a 200 with `items`, or a cursor repeats.
    pub async fn all(&self, path: &str) -> Result<Vec<Value>> {
        let joint = if path.contains('?') { '&' } else { '?' };
        let (mut items, mut after) = (Vec::new(), None::<String>);
        loop {
            let cursor = after.as_deref().map(|after| format!("{joint}after={after}")).unwrap_or_default();
            let page = self.get(&format!("{path}{cursor}")).await?.expect(200)?;
            items.extend(page["items"].as_array().with_context(|| format!("{path} has no items: {page}"))?.iter().cloned());
            match page["next"].as_str() {
                None => return Ok(items),
                Some(next) if Some(next) == after.as_deref() => bail!("{path} repeats the cursor {next}"),
                Some(next) => after = Some(next.to_owned()),
            }
        }
    }
}
