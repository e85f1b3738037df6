//! What changes is told to those who watch, and the console's pages are served beside the API.

use std::time::Duration;

use axum::body::{Body, HttpBody as _};
use axum::http::{Request, StatusCode, header};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;

use crate::shop::{Shop, request};

/// The next event of a stream that is not a keep-alive.
async fn event(body: &mut Body) -> (String, Value) {
    loop {
        let frame =
            tokio::time::timeout(Duration::from_secs(20), body.frame()).await.expect("something is told").expect("the stream goes on");
        let bytes = frame.unwrap().into_data().unwrap();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let part = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).map(|rest| rest.trim().to_owned());
        if let (Some(kind), Some(data)) = (part("event:"), part("data:")) {
            return (kind, serde_json::from_str(&data).unwrap());
        }
    }
}

async fn watch(shop: &Shop, key: &str) -> Body {
    let asked = Request::get("/api/v1/events").header(header::AUTHORIZATION, format!("Bearer {key}")).body(Body::empty()).unwrap();
    let answer = shop.server.router.clone().oneshot(asked).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()[header::CONTENT_TYPE], "text/event-stream");
    answer.into_body()
}

#[tokio::test(flavor = "multi_thread")]
async fn l2_a_change_is_told_to_everybody_who_watches_the_shop() {
    let shop = Shop::open().await;
    let mut one = watch(&shop, &shop.agent).await;
    let mut two = watch(&shop, &shop.server.owner).await;
    assert!(!one.is_end_stream());
    for body in [&mut one, &mut two] {
        assert_eq!(event(body).await.0, "hello");
    }
    // The reader looks at what is there first; what comes after is told.
    tokio::time::sleep(Duration::from_millis(300)).await;
    let ticket = shop.submit(request("refund_only", "watched", 990)).await.expect(201).body;
    for body in [&mut one, &mut two] {
        let (kind, told) = event(body).await;
        assert_eq!(kind, "ticket");
        assert_eq!((&told["id"], &told["number"], &told["version"]), (&ticket["id"], &ticket["number"], &ticket["version"]));
    }
    let path = format!("/api/v1/tickets/{}/message", ticket["id"].as_str().unwrap());
    let later = shop.server.post(&path, &shop.agent, serde_json::json!({"body": "hello"})).await.expect(200).body;
    assert_eq!(event(&mut one).await.1["version"], later["version"]);
}

#[tokio::test]
async fn a_page_has_a_strict_policy_and_the_api_answers_problems() {
    let shop = Shop::open().await;
    let page = |path: &str, accept: &str| Request::get(path).header(header::ACCEPT, accept).body(Body::empty()).unwrap();
    let (mut nonces, html) = (Vec::new(), "text/html,application/xhtml+xml");
    for path in ["/", "/tickets/tkt_1", "/portal/", "/index.html"] {
        let answer = shop.server.router.clone().oneshot(page(path, html)).await.unwrap();
        let policy = answer.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'; script-src 'self';") && !policy.contains("unsafe"), "{policy}");
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        let built = answer.status() == StatusCode::OK;
        let text = String::from_utf8(answer.into_body().collect().await.unwrap().to_bytes().to_vec()).unwrap();
        assert!(!text.contains("__NONCE__"), "{text}");
        assert_eq!(text.contains(&nonce), built, "{text}");
        nonces.push(nonce);
    }
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), 4, "each page has a nonce of its own");
    for path in ["/api/v1/nothing", "/portal/v1/nothing/at/all", "/hooks/nothing", "/assets/none.js"] {
        let accept = if path.starts_with("/assets") { "*/*" } else { html };
        let answer = shop.server.router.clone().oneshot(page(path, accept)).await.unwrap();
        assert_eq!(
            (answer.status(), answer.headers()[header::CONTENT_TYPE].to_str().unwrap()),
            (StatusCode::NOT_FOUND, "application/problem+json")
        );
    }
}
