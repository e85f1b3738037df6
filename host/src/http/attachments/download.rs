//! `GET /attachments/{id}`

use std::ops::Range;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use redress_domain::attachment::Attachment;
use redress_domain::id::AttachmentId;
use redress_store::{TenantStore, attachment};

use crate::app::App;
use crate::attachments::UploadError;
use crate::http::openapi::Binary;
use crate::http::{Can, Code, Path, Problem, ReadProblems, permit};

/// Download a file.
///
/// It is always handed out as a download that no browser shows or runs. One range (`bytes=a-b`) is answered with 206.
#[utoipa::path(get, path = "/attachments/{id}", tag = "attachments", params(("id" = AttachmentId, Path)),
    responses((status = 200, content_type = "application/octet-stream", body = Binary),
              (status = 206, content_type = "application/octet-stream", body = Binary),
              (status = 416, description = "`range_not_satisfiable`"),
              (status = 503, description = "`storage_unavailable`"), ReadProblems))]
pub async fn download_attachment(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(id): Path<AttachmentId>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { attachment::find(tx, id).await.map_err(Problem::from) })).await?;
    let found = found.ok_or_else(|| Problem::not_found("attachment", id))?;
    send(&app, &caller.store, &found, &headers).await
}

/// Sends the bytes of a file, or the part that was asked for.
///
/// # Errors
/// A range outside of the file, or a storage that does not answer.
pub async fn send(app: &App, store: &TenantStore, file: &Attachment, headers: &HeaderMap) -> Result<Response, Problem> {
    let etag = format!("\"{}\"", hex::encode(file.digest.as_bytes()));
    let unchanged = |name: header::HeaderName| headers.get(name).is_some_and(|given| given.as_bytes() == etag.as_bytes());
    // A range of another version than the caller has would be no use (RFC 9110 §13.1.5).
    let fits = !headers.contains_key(header::IF_RANGE) || unchanged(header::IF_RANGE);
    let range = headers.get(header::RANGE).filter(|_| fits).and_then(|value| value.to_str().ok());
    let range = range.and_then(|text| range_of(text, file.size));
    let part = match range {
        Some(Err(())) => {
            let detail = format!("the file has {} bytes and ends before the range begins", file.size);
            let mut response = Problem::new(Code::RangeNotSatisfiable, detail).into_response();
            set(&mut response, header::CONTENT_RANGE, &format!("bytes */{}", file.size));
            return Ok(response);
        }
        Some(Ok(range)) => Some(range),
        None => None,
    };
    let not_modified = part.is_none() && unchanged(header::IF_NONE_MATCH);
    let mut response = if not_modified {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let stream = app.attachments.read(store.tenant(), file.digest, part.clone()).await.map_err(UploadError::from)?;
        let status = if part.is_some() { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK };
        (status, Body::from_stream(stream)).into_response()
    };
    let length = part.as_ref().map_or(file.size, |part| part.end - part.start);
    if !not_modified {
        set(&mut response, header::CONTENT_TYPE, &file.media_type);
        set(&mut response, header::CONTENT_LENGTH, &length.to_string());
    }
    if let Some(part) = &part {
        set(&mut response, header::CONTENT_RANGE, &format!("bytes {}-{}/{}", part.start, part.end - 1, file.size));
    }
    set(&mut response, header::ETAG, &etag);
    set(&mut response, header::ACCEPT_RANGES, "bytes");
    set(&mut response, header::CONTENT_DISPOSITION, &disposition(&file.name));
    set(&mut response, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(&mut response, header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'");
    set(&mut response, header::CACHE_CONTROL, "private, max-age=3600");
    Ok(response)
}

fn set(response: &mut Response, name: header::HeaderName, value: &str) {
    // All values are visible ASCII; what is not would be left out rather than break the answer.
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// The range that a header asks for: `None` when it is none that is answered (several, another unit), `Some(Err)` when it lies outside
/// (RFC 9110 §14.1.2).
fn range_of(text: &str, size: u64) -> Option<Result<Range<u64>, ()>> {
    let (from, to) = text.strip_prefix("bytes=")?.split_once('-')?;
    if to.contains(',') {
        return None;
    }
    let (start, end) = match (from.trim(), to.trim()) {
        ("", "") => return None,
        ("", last) => (size.saturating_sub(last.parse().ok()?), size),
        (first, "") => (first.parse().ok()?, size),
        (first, last) => (first.parse().ok()?, last.parse::<u64>().ok()?.saturating_add(1).min(size)),
    };
    if start >= size {
        return Some(Err(()));
    }
    (start < end).then_some(Ok(start..end))
}

/// `attachment` with the name twice: in ASCII for old clients, and as it is (RFC 6266, RFC 8187).
fn disposition(name: &str) -> String {
    use std::fmt::Write as _;
    let plain: String =
        name.chars().map(|letter| if letter.is_ascii_alphanumeric() || "._- ".contains(letter) { letter } else { '_' }).collect();
    let mut exact = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            exact.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(exact, "%{byte:02X}");
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l5_ranges_are_those_of_the_standard() {
        for (text, wanted) in [
            ("bytes=0-4", Some(Ok(0..5))),
            ("bytes=5-", Some(Ok(5..10))),
            ("bytes=-3", Some(Ok(7..10))),
            ("bytes=-30", Some(Ok(0..10))),
            ("bytes=4-100", Some(Ok(4..10))),
            ("bytes=10-", Some(Err(()))),
            ("bytes=-0", Some(Err(()))),
            ("bytes=5-2", None),
            ("bytes=0-1,3-4", None),
            ("lines=1-2", None),
            ("bytes=a-b", None),
        ] {
            assert_eq!(range_of(text, 10), wanted, "{text}");
        }
    }

    #[test]
    fn l5_a_file_name_never_leaves_its_header() {
        let header = disposition("\"><script>\r\n破.jpg");
        assert!(
            header.starts_with("attachment; filename=\"___script____.jpg\"; filename*=UTF-8''%22%3E%3Cscript%3E%0D%0A%E7%A0%B4.jpg"),
            "{header}"
        );
        assert!(HeaderValue::from_str(&header).is_ok());
    }
}
