//! People sign in with a password; programs have keys.

use serde_json::json;

use crate::shop::Shop;

const GOOD: &str = "three wise words";

async fn person(shop: &Shop) -> (String, serde_json::Value) {
    let body = json!({"email": "Wang@shop.example", "name": "王姐", "roles": ["supervisor"]});
    let user = shop.server.post("/api/v1/users", &shop.server.owner, body).await.expect(201).body;
    (format!("/api/v1/users/{}/password", user["id"].as_str().unwrap()), user)
}

fn sign_in(shop: &str, email: &str, password: &str) -> serde_json::Value {
    json!({"shop": shop, "email": email, "password": password})
}

#[tokio::test]
async fn z35_a_password_opens_a_session_that_ends_by_itself() {
    let shop = Shop::open().await;
    let server = &shop.server;
    let slug = server.get("/api/v1/me", &server.owner).await.expect(200).body["tenant"]["slug"].as_str().unwrap().to_owned();
    let (place, user) = person(&shop).await;
    let open = |password: &'static str| server.post("/api/v1/sessions", "", sign_in(&slug, "wang@shop.example", password));
    assert_eq!(open(GOOD).await.expect(401).body["code"], "unauthenticated", "nobody has set one");
    assert_eq!(server.put(&place, &server.owner, json!({"password": "short"})).await.expect(422).pointers(), ["/password"]);
    server.put(&place, &server.owner, json!({"password": GOOD})).await.expect(204);
    let wrong = open("another one").await.expect(401).body;
    let nobody = server.post("/api/v1/sessions", "", sign_in(&slug, "nobody@shop.example", GOOD)).await.expect(401).body;
    let nowhere = server.post("/api/v1/sessions", "", sign_in("nowhere", "wang@shop.example", GOOD)).await.expect(401).body;
    assert_eq!((&wrong, &wrong), (&nobody, &nowhere), "nothing is learnt from a refusal");

    let session = open(GOOD).await.expect(201).body;
    let key = session["key"].as_str().unwrap();
    assert_eq!(session["expires_at"], "2026-10-05T20:00:00Z", "twelve hours");
    assert_eq!(server.get("/api/v1/me", key).await.expect(200).body["user"]["id"], user["id"]);
    let listed = server.get("/api/v1/api-keys", &server.owner).await.expect(200).body;
    assert!(listed["items"].as_array().unwrap().iter().all(|one| one["name"] != "console"), "sessions are not issued keys: {listed}");
    server.clock.advance_ms(12 * 3_600_000);
    assert_eq!(server.get("/api/v1/me", key).await.expect(401).body["code"], "unauthenticated");

    let second = open(GOOD).await.expect(201).body["key"].as_str().unwrap().to_owned();
    server.delete("/api/v1/session", &second).await.expect(204);
    server.get("/api/v1/me", &second).await.expect(401);
    server.delete("/api/v1/session", &server.owner).await.expect(404);
}

#[tokio::test]
async fn z36_a_new_password_ends_every_session_and_only_who_may_sets_it() {
    let shop = Shop::open().await;
    let server = &shop.server;
    let slug = server.get("/api/v1/me", &server.owner).await.expect(200).body["tenant"]["slug"].as_str().unwrap().to_owned();
    let (place, user) = person(&shop).await;
    server.put(&place, &shop.agent, json!({"password": GOOD})).await.expect(403);
    server.put(&place, &server.owner, json!({"password": GOOD})).await.expect(204);
    let key = server.post("/api/v1/sessions", "", sign_in(&slug, "wang@shop.example", GOOD)).await.expect(201).body["key"]
        .as_str()
        .unwrap()
        .to_owned();
    let own = |present: &str, password: &str| server.put("/api/v1/me/password", &key, json!({"present": present, "password": password}));
    assert_eq!(own("guess", "four other wise words").await.expect(422).pointers(), ["/present"]);
    own(GOOD, "four other wise words").await.expect(204);
    server.get("/api/v1/me", &key).await.expect(401);
    server.post("/api/v1/sessions", "", sign_in(&slug, "wang@shop.example", GOOD)).await.expect(401);
    let key = server.post("/api/v1/sessions", "", sign_in(&slug, "wang@shop.example", "four other wise words")).await.expect(201);
    let key = key.body["key"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/users/{}", user["id"].as_str().unwrap());
    server.patch(&path, &server.owner, &[], json!({"disabled": true})).await.expect(200);
    server.get("/api/v1/me", &key).await.expect(401);
    server.post("/api/v1/sessions", "", sign_in(&slug, "wang@shop.example", "four other wise words")).await.expect(401);
}

#[tokio::test]
async fn whoever_guesses_is_stopped() {
    let shop = Shop::open().await;
    for _ in 0..20 {
        shop.server.post("/api/v1/sessions", "", sign_in("shop", "wang@shop.example", "guess guess")).await.expect(401);
    }
    let refused = shop.server.post("/api/v1/sessions", "", sign_in("shop", "wang@shop.example", "guess guess")).await.expect(429);
    assert!(refused.header("retry-after").is_some());
}
