//! Lists in pages.

use serde_json::json;

use crate::support::Server;

#[tokio::test]
async fn pages_cover_the_list_once() {
    let server = Server::start().await;
    for n in 0..7 {
        server.clock.advance_ms(1);
        server.post("/api/v1/customers", &server.owner, json!({"external_id": format!("c-{n}")})).await.expect(201);
    }
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let page = server.get(&format!("/api/v1/customers?limit=3{after}"), &server.owner).await.expect(200);
        let items = page.body["items"].as_array().unwrap();
        seen.extend(items.iter().map(|item| item["external_id"].as_str().unwrap().to_owned()));
        match page.body["next"].as_str() {
            Some(next) => {
                assert_eq!(items.len(), 3);
                after = format!("&after={next}");
            }
            None => break,
        }
    }
    assert_eq!(seen, ["c-6", "c-5", "c-4", "c-3", "c-2", "c-1", "c-0"]);
}

#[tokio::test]
async fn limits_and_cursors_that_cannot_be_are_refused() {
    let server = Server::start().await;
    for query in ["limit=0", "limit=201", "limit=many", "after=nonsense", "befor=x"] {
        let reply = server.get(&format!("/api/v1/customers?{query}"), &server.owner).await.expect(400);
        assert_eq!(reply.code(), "invalid_query", "{query}");
    }
}
