//! A service that speaks as much S3 as an object store needs, and that fails when a test tells it to.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use parking_lot::Mutex;

/// A running service.
#[derive(Clone, Default)]
pub(crate) struct Bucket(Arc<Inner>);

#[derive(Default)]
struct Inner {
    objects: Mutex<BTreeMap<String, Bytes>>,
    parts: Mutex<BTreeMap<(String, usize), Bytes>>,
    uploads: AtomicUsize,
    /// Requests that answer 500 from now on.
    failing: AtomicU32,
    /// Requests that answer nothing from now on.
    silent: AtomicU32,
    seen: AtomicUsize,
}

impl Bucket {
    /// Starts it; answers its address too.
    pub(crate) async fn start() -> (Self, String) {
        let bucket = Self::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let router = Router::new().fallback(serve).layer(axum::extract::DefaultBodyLimit::disable()).with_state(bucket.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        (bucket, address)
    }

    /// Names of all objects.
    pub(crate) fn names(&self) -> Vec<String> {
        self.0.objects.lock().keys().cloned().collect()
    }

    /// The next so many requests fail.
    pub(crate) fn fail(&self, times: u32) {
        self.0.failing.store(times, Ordering::SeqCst);
    }

    /// The next so many requests are never answered.
    pub(crate) fn fall_silent(&self, times: u32) {
        self.0.silent.store(times, Ordering::SeqCst);
    }

    /// Uploads in parts that were begun.
    pub(crate) fn uploads(&self) -> usize {
        self.0.uploads.load(Ordering::SeqCst)
    }

    /// Requests that came.
    pub(crate) fn seen(&self) -> usize {
        self.0.seen.load(Ordering::SeqCst)
    }

    fn take(counter: &AtomicU32) -> bool {
        counter.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok()
    }
}

fn parameter<'a>(uri: &'a Uri, name: &str) -> Option<&'a str> {
    uri.query()?.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (key == name).then_some(value)
    })
}

async fn serve(State(bucket): State<Bucket>, method: Method, uri: Uri, headers: HeaderMap, body: Body) -> Response {
    let inner = &bucket.0;
    inner.seen.fetch_add(1, Ordering::SeqCst);
    if Bucket::take(&inner.silent) {
        tokio::time::sleep(Duration::from_mins(1)).await;
    }
    if Bucket::take(&inner.failing) {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    if !headers.get("authorization").is_some_and(|value| value.to_str().unwrap().starts_with("AWS4-HMAC-SHA256 Credential=test-key/")) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    let key = uri.path().trim_start_matches("/files").trim_start_matches('/').to_owned();
    match method {
        Method::GET if key.is_empty() => list(inner, parameter(&uri, "prefix").unwrap_or_default()),
        Method::POST if parameter(&uri, "uploads").is_some() => {
            let id = inner.uploads.fetch_add(1, Ordering::SeqCst) + 1;
            xml(&format!("<InitiateMultipartUploadResult><UploadId>u{id}</UploadId></InitiateMultipartUploadResult>"))
        }
        Method::PUT if parameter(&uri, "partNumber").is_some() => {
            let place = parameter(&uri, "partNumber").unwrap().parse().unwrap();
            inner.parts.lock().insert((parameter(&uri, "uploadId").unwrap().to_owned(), place), bytes);
            ([("etag", "\"part\"")], "").into_response()
        }
        Method::POST if parameter(&uri, "uploadId").is_some() => {
            let id = parameter(&uri, "uploadId").unwrap();
            let parts = inner.parts.lock();
            let whole: Vec<u8> = parts.iter().filter(|((upload, _), _)| upload == id).flat_map(|(_, part)| part.to_vec()).collect();
            inner.objects.lock().insert(key, whole.into());
            xml("<CompleteMultipartUploadResult><ETag>\"whole\"</ETag></CompleteMultipartUploadResult>")
        }
        Method::PUT if headers.contains_key("x-amz-copy-source") => {
            let source = headers["x-amz-copy-source"].to_str().unwrap().trim_start_matches('/').trim_start_matches("files/").to_owned();
            let Some(bytes) = inner.objects.lock().get(&source).cloned() else { return StatusCode::NOT_FOUND.into_response() };
            inner.objects.lock().insert(key, bytes);
            xml("<CopyObjectResult><ETag>\"copy\"</ETag></CopyObjectResult>")
        }
        Method::PUT => {
            inner.objects.lock().insert(key, bytes);
            ([("etag", "\"one\"")], "").into_response()
        }
        Method::GET | Method::HEAD => get(inner, &key, &method, &headers),
        Method::DELETE => {
            if let Some(upload) = parameter(&uri, "uploadId") {
                inner.parts.lock().retain(|(id, _), _| id != upload);
            } else {
                inner.objects.lock().remove(&key);
            }
            StatusCode::NO_CONTENT.into_response()
        }
        _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}

fn get(inner: &Inner, key: &str, method: &Method, headers: &HeaderMap) -> Response {
    let Some(bytes) = inner.objects.lock().get(key).cloned() else { return StatusCode::NOT_FOUND.into_response() };
    let total = bytes.len();
    let range = headers.get("range").map(|value| {
        let (from, to) = value.to_str().unwrap().trim_start_matches("bytes=").split_once('-').unwrap();
        (from.parse::<usize>().unwrap(), to.parse::<usize>().map_or(total, |last| (last + 1).min(total)))
    });
    let mut response = Response::builder().header("last-modified", "Mon, 05 Oct 2026 08:00:00 GMT").header("etag", "\"one\"");
    let part = match range {
        Some((from, to)) => {
            response = response.status(206).header("content-range", format!("bytes {from}-{}/{total}", to - 1));
            bytes.slice(from..to)
        }
        None => bytes,
    };
    response = response.header("content-length", part.len());
    response.body(if method == Method::HEAD { Body::empty() } else { Body::from(part) }).unwrap()
}

fn list(inner: &Inner, prefix: &str) -> Response {
    let prefix = prefix.replace("%2F", "/");
    let objects = inner.objects.lock();
    let mut contents = String::new();
    for (key, bytes) in objects.iter().filter(|(key, _)| key.starts_with(&prefix)) {
        let size = bytes.len();
        write!(contents, "<Contents><Key>{key}</Key><LastModified>2026-10-05T08:00:00.000Z</LastModified><ETag>\"x\"</ETag><Size>{size}</Size></Contents>").unwrap();
    }
    xml(&format!("<ListBucketResult><IsTruncated>false</IsTruncated>{contents}</ListBucketResult>"))
}

fn xml(text: &str) -> Response {
    ([("content-type", "application/xml")], format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>{text}")).into_response()
}
