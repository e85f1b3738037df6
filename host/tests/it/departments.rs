//! Departments stand where they can stand, whoever moves them at the same moment.

use redress_tests::postgres::Cluster;
use serde_json::{Value, json};

use crate::support::Server;

#[tokio::test]
async fn u12_two_who_move_departments_at_once_make_no_circle_on_sqlite() {
    no_circle(&Server::start().await).await;
}

#[tokio::test]
async fn u12_two_who_move_departments_at_once_make_no_circle_on_postgres() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.url("postgres");
    no_circle(&Server::start_with(|config| config.database.url = url.into()).await).await;
}

/// A under B and B under A, at once and again and again: one of them is too late every time.
async fn no_circle(server: &Server) {
    let make =
        async |name: &str| server.post("/api/v1/departments", &server.owner, json!({"name": name})).await.expect(201).body["id"].clone();
    let (one, two) = (make("仓储部").await, make("物流部").await);
    let under = async |id: &Value, parent: &Value| {
        let path = format!("/api/v1/departments/{}", id.as_str().unwrap());
        server.patch(&path, &server.owner, &[], json!({"parent": parent})).await
    };
    for round in 0..12 {
        let both = tokio::join!(under(&one, &two), under(&two, &one));
        let mut statuses = [both.0.status.as_u16(), both.1.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 422], "round {round}: {:?} {:?}", both.0.body, both.1.body);
        for id in [&one, &two] {
            under(id, &Value::Null).await.expect(200);
        }
    }
}
