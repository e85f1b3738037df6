//! Files of tickets (L5, U9, Z1): what is taken, what is not, and where the bytes lie.

use axum::body::{Body, Bytes};
use axum::http::{Method, Request};
use redress::attachments::sweep;
use redress::config::{Secret, StorageKind};
use serde_json::{Value, json};

use crate::bucket::Bucket;
use crate::shop::{Shop, request};
use crate::support::{Reply, Server};

/// The beginning of a PNG and so many bytes more.
pub(crate) fn png(size: usize) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    bytes.resize(size.max(bytes.len()), 7);
    bytes
}

pub(crate) async fn upload(server: &Server, key: &str, name: &str, bytes: impl Into<Body>) -> Reply {
    let path = format!("/api/v1/attachments?name={name}");
    let request = Request::post(path).header("authorization", format!("Bearer {key}")).header("content-type", "text/html");
    server.call(request.body(bytes.into()).unwrap()).await
}

async fn fetch(server: &Server, key: &str, id: &Value, range: Option<&str>) -> Reply {
    let headers: Vec<(&str, &str)> = range.map(|range| ("range", range)).into_iter().collect();
    server.send(Method::GET, &format!("/api/v1/attachments/{}", id.as_str().unwrap()), key, &headers, None).await
}

/// All files below a folder.
fn files(folder: &std::path::Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path.display().to_string()) }
    }
    found
}

/// L5, U9: a photo is uploaded, used by a ticket, listed, and handed out as a download that no browser runs.
#[tokio::test]
async fn l5_a_photo_is_kept_once_and_handed_out_as_a_download() {
    let shop = Shop::without_rules().await;
    let server = &shop.server;
    let text = "收货时包装破损，第一行\n";
    let sent = upload(server, &shop.agent, "%E7%A0%B4%E6%8D%9F.txt", text).await.expect(201).body;
    assert_eq!((&sent["media_type"], &sent["name"], &sent["size"]), (&json!("text/plain"), &json!("破损.txt"), &json!(text.len())));
    let again = upload(server, &shop.agent, "copy.txt", text).await.expect(201).body;
    assert_eq!(sent["digest"], again["digest"]);
    let folder = server.app.config.storage.folder.clone();
    let kept = files(&folder);
    assert_eq!(kept.len(), 1, "the same bytes lie once: {kept:?}");

    let got = fetch(server, &shop.agent, &sent["id"], None).await.expect(200);
    assert_eq!(got.body, json!(text));
    assert_eq!(got.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(got.header("content-security-policy"), Some("sandbox; default-src 'none'"));
    let disposition = got.header("content-disposition").unwrap();
    assert!(disposition.starts_with("attachment; ") && disposition.ends_with("%E7%A0%B4%E6%8D%9F.txt"), "{disposition}");
    let part = fetch(server, &shop.agent, &sent["id"], Some("bytes=0-2")).await.expect(206);
    assert_eq!((part.body, part.headers["content-range"].to_str().unwrap()), (json!("收"), format!("bytes 0-2/{}", text.len()).as_str()));
    assert_eq!(fetch(server, &shop.agent, &sent["id"], Some("bytes=900-")).await.expect(416).code(), "range_not_satisfiable");

    let ticket = shop.submit(request("refund_only", "photo", 4_000)).await.expect(201).body;
    let other = shop.submit(request("refund_only", "other", 4_000)).await.expect(201).body;
    let using = |id: &Value| json!({"attachments": [id], "internal": false});
    shop.act(&ticket, "attachments", &shop.agent, using(&sent["id"])).await.expect(200);
    shop.act(&other, "attachments", &shop.agent, using(&sent["id"])).await.expect(404);
    let path = |ticket: &Value| format!("/api/v1/tickets/{}/attachments", ticket["id"].as_str().unwrap());
    let listed = server.get(&path(&ticket), &shop.agent).await.expect(200).body;
    assert_eq!(listed["items"][0]["id"], sent["id"], "{listed}");
    assert_eq!(server.get(&path(&other), &shop.agent).await.expect(200).body["items"], json!([]));
    let stranger = server.open_tenant("stranger").await;
    fetch(server, &stranger, &sent["id"], None).await.expect(404);
    fetch(server, &shop.finance, &sent["id"], None).await.expect(200);
    upload(server, &shop.finance, "x.txt", text).await.expect(403);
}

/// Z1: what a file is, its first bytes say; what is refused leaves nothing behind.
#[tokio::test]
async fn z1_what_is_no_file_for_a_ticket_is_refused_and_leaves_nothing() {
    let server = Server::start_with(|config| {
        config.storage.image_bytes = 20_000;
        config.storage.idle_s = 1;
    })
    .await;
    let key = &server.owner;
    for (name, bytes) in [
        ("harmless.png", b"<!DOCTYPE html><script>alert(1)</script>".to_vec()),
        ("photo.jpg", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec()),
        ("photo.png", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".to_vec()),
        ("x.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>\0".to_vec()),
        ("noise", vec![0; 100]),
    ] {
        let refused = upload(&server, key, name, bytes).await.expect(415);
        assert_eq!(refused.code(), "unsupported_media_type", "{name}");
        assert!(refused.text("detail").contains("image/png"), "it says what is taken: {}", refused.body);
    }
    assert_eq!(upload(&server, key, "large.png", png(20_001)).await.expect(413).code(), "body_too_large");
    upload(&server, key, "fits.png", png(20_000)).await.expect(201);
    assert_eq!(upload(&server, key, "empty.png", Vec::new()).await.expect(422).code(), "invalid");
    server.post("/api/v1/attachments", key, json!({})).await.expect(400);

    // The connection ends in the middle, early and late.
    for size in [10, 15_000] {
        let pieces = vec![Ok(Bytes::from(png(size))), Err(std::io::Error::other("connection reset"))];
        let cut = Body::from_stream(futures_util::stream::iter(pieces));
        assert_eq!(upload(&server, key, "cut.png", cut).await.expect(400).code(), "upload_cut_off");
    }
    let stalled = futures_util::stream::unfold(0, |sent| async move {
        if sent == 1 {
            std::future::pending::<()>().await;
        }
        Some((Ok::<_, std::io::Error>(Bytes::from(png(12_000))), sent + 1))
    });
    assert_eq!(upload(&server, key, "stalled.png", Body::from_stream(stalled)).await.expect(400).code(), "upload_cut_off");
    let left = files(&server.app.config.storage.folder);
    assert_eq!(left.len(), 1, "only what was taken is there: {left:?}");

    // A control takes its own kind only.
    let path = "/api/v1/attachments?name=a.png&field=video";
    let request = Request::post(path).header("authorization", format!("Bearer {key}")).body(Body::from(png(100))).unwrap();
    server.call(request).await.expect(415);
}

/// L5: a name that a customer gave is shown as text and is never a path or a header.
#[tokio::test]
async fn l5_file_names_are_only_names() {
    let server = Server::start().await;
    for (given, kept) in [
        ("..%2F..%2F..%2Fetc%2Fpasswd", "passwd"),
        ("%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E.png", "\"><img src=x onerror=alert(1)>.png"),
        ("a%0D%0ASet-Cookie:%20x.png", "aSet-Cookie: x.png"),
        ("C:%5Cusers%5Cx.png", "x.png"),
        ("%2E%2E", "file"),
    ] {
        let sent = upload(&server, &server.owner, given, png(64)).await.expect(201).body;
        assert_eq!(sent["name"], kept);
        let got = fetch(&server, &server.owner, &sent["id"], None).await.expect(200);
        let disposition = got.header("content-disposition").unwrap();
        assert!(!disposition.contains(['<', '\r', '\n']) && disposition.matches('"').count() == 2, "{disposition}");
    }
    let inside = server.app.config.storage.folder.clone();
    assert_eq!(files(&inside).len(), 1);
    assert_eq!(files(inside.parent().unwrap()).iter().filter(|path| path.contains("passwd")).count(), 0);
    server.get("/api/v1/attachments/..%2F..%2Ftest.db", &server.owner).await.expect(404);
}

/// L5: an upload that no ticket uses goes after a day, its bytes with it; one that is used stays.
#[tokio::test]
async fn l5_unused_uploads_are_swept_after_a_day() {
    let shop = Shop::without_rules().await;
    let server = &shop.server;
    let used = upload(server, &shop.agent, "used.png", png(64)).await.expect(201).body;
    let unused = upload(server, &shop.agent, "unused.png", png(65)).await.expect(201).body;
    let named = upload(server, &shop.agent, "named.png", png(66)).await.expect(201).body;
    let mut asked = request("refund_only", "sweep", 4_000);
    let answer = json!({"name": "named.png", "media_type": "image/png", "bytes": 66, "digest": named["digest"]});
    asked["fields"] = json!({"photos": [answer]});
    let ticket = shop.submit(asked).await.expect(201).body;
    shop.act(&ticket, "attachments", &shop.agent, json!({"attachments": [used["id"]]})).await.expect(200);
    let at = |hours| redress_domain::Clock::now(&*server.clock).plus(chrono::Duration::hours(hours));
    assert_eq!(sweep(&server.app.attachments, &server.app.store, at(-1)).await.unwrap(), 0, "both are young");
    assert_eq!(sweep(&server.app.attachments, &server.app.store, at(1)).await.unwrap(), 1);
    fetch(server, &shop.agent, &unused["id"], None).await.expect(404);
    fetch(server, &shop.agent, &used["id"], None).await.expect(200);
    fetch(server, &shop.agent, &named["id"], None).await.expect(200);
    assert_eq!(files(&server.app.config.storage.folder).len(), 2, "what a form names is used (U9)");
    shop.act(&ticket, "attachments", &shop.agent, json!({"attachments": [unused["id"]]})).await.expect(404);
    upload(server, &shop.agent, "again.png", png(65)).await.expect(201);
}

/// L5: a file that cannot be deleted keeps no other, and is tried again.
#[tokio::test]
async fn l5_one_file_that_cannot_be_deleted_keeps_no_other() {
    let shop = Shop::without_rules().await;
    let server = &shop.server;
    upload(server, &shop.agent, "stuck.png", png(64)).await.expect(201);
    let folder = &server.app.config.storage.folder;
    let stuck = std::path::PathBuf::from(files(folder).remove(0));
    server.clock.advance_ms(1_000);
    upload(server, &shop.agent, "next.png", png(65)).await.expect(201);
    let next = files(folder).into_iter().map(std::path::PathBuf::from).find(|file| *file != stuck).unwrap();
    // A folder with something in it, which no object store deletes.
    std::fs::remove_file(&stuck).unwrap();
    std::fs::create_dir_all(stuck.join("inside")).unwrap();
    let later = redress_domain::Clock::now(&*server.clock).plus(chrono::Duration::days(2));
    sweep(&server.app.attachments, &server.app.store, later).await.unwrap();
    assert!(!next.exists(), "the one behind it is gone");
    std::fs::remove_dir_all(&stuck).unwrap();
    std::fs::write(&stuck, "back").unwrap();
    sweep(&server.app.attachments, &server.app.store, later).await.unwrap();
    assert!(!stuck.exists(), "it is tried again");
}

/// L5: the same on a service that speaks S3, in one piece and in parts; and what happens when it fails.
#[tokio::test]
async fn l5_attachments_lie_in_any_s3() {
    let (bucket, address) = Bucket::start().await;
    let server = Server::start_with(|config| {
        let storage = &mut config.storage;
        storage.kind = StorageKind::S3;
        storage.endpoint = address;
        storage.bucket = "files".to_owned();
        storage.access_key = "test-key".to_owned();
        storage.secret_key = Secret::from("test-secret".to_owned());
        (storage.timeout_s, storage.retries) = (1, 1);
    })
    .await;
    let key = &server.owner;
    let small = upload(&server, key, "small.txt", "一行字").await.expect(201).body;
    assert_eq!(bucket.uploads(), 0, "in one piece");
    let digits = small["digest"].as_str().unwrap().trim_start_matches("sha256:").to_owned();
    let names = bucket.names();
    assert!(names.len() == 1 && names[0].ends_with(&format!("/{}/{digits}", &digits[..2])), "{names:?}");
    assert_eq!(fetch(&server, key, &small["id"], None).await.expect(200).body, json!("一行字"));
    assert_eq!(fetch(&server, key, &small["id"], Some("bytes=3-5")).await.expect(206).body, json!("行"));

    let large = upload(&server, key, "large.png", png(12 << 20)).await.expect(201).body;
    assert_eq!((bucket.uploads(), &large["size"]), (1, &json!(12 << 20)), "in parts");
    assert_eq!(bucket.names().len(), 2, "{:?}", bucket.names());

    // It fails once: the request is sent again. It fails on: nothing is kept, and the caller learns that they may try again.
    bucket.fail(1);
    upload(&server, key, "again.txt", "再来一次").await.expect(201);
    bucket.fail(u32::MAX);
    let refused = upload(&server, key, "down.txt", "不通").await.expect(503);
    assert_eq!(refused.code(), "storage_unavailable");
    assert_eq!(fetch(&server, key, &small["id"], None).await.expect(503).code(), "storage_unavailable");
    bucket.fail(0);
    let seen = bucket.seen();
    bucket.fall_silent(2);
    assert_eq!(upload(&server, key, "silent.txt", "没声音").await.expect(503).code(), "storage_unavailable");
    assert!(bucket.seen() > seen);
    bucket.fall_silent(0);
    upload(&server, key, "silent.txt", "没声音").await.expect(201);

    // What the service lost is told as such, and unused files leave it.
    let later = redress_domain::Clock::now(&*server.clock).plus(chrono::Duration::days(2));
    assert_eq!(sweep(&server.app.attachments, &server.app.store, later).await.unwrap(), 4);
    assert_eq!(bucket.names(), Vec::<String>::new());
}

/// U9: one tenant keeps no place from the others, and an upload ends in time however steadily it drips.
#[tokio::test]
async fn u9_uploads_of_one_tenant_leave_room_and_end() {
    let server = Server::start_with(|config| (config.storage.uploads, config.storage.total_s) = (8, 2)).await;
    let stranger = server.open_tenant("stranger").await;
    let drips = || {
        Body::from_stream(futures_util::stream::unfold(0, |sent| async move {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            Some((Ok::<_, std::io::Error>(Bytes::from(png(64))), sent + 1))
        }))
    };
    let others = async {
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        let busy = upload(&server, &server.owner, "third.png", png(64)).await;
        let room = upload(&server, &stranger, "theirs.png", png(64)).await;
        (busy, room)
    };
    let (first, second, (busy, room)) =
        tokio::join!(upload(&server, &server.owner, "a.png", drips()), upload(&server, &server.owner, "b.png", drips()), others);
    assert_eq!(busy.expect(503).code(), "busy");
    room.expect(201);
    for slow in [first, second] {
        assert_eq!(slow.expect(400).code(), "upload_cut_off");
    }
    upload(&server, &server.owner, "free.png", png(64)).await.expect(201);
}
