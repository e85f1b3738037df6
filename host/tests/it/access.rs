//! Who may do what (Z36, U12): roles against every route of the document, field rules wherever a thing is nested, departments, and
//! the ways in which somebody might give themselves more.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use axum::http::Method;
use redress_domain::access::{Access, FieldAccess, FieldRule, Place, Resource, governed, veil};
use redress_domain::role::Role;
use serde_json::{Map, Value, json};

use crate::support::Server;

fn document() -> Value {
    serde_json::to_value(redress::http::document()).unwrap()
}

fn operations(document: &Value) -> Vec<(String, String, &Value)> {
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap().iter().filter(|(_, operation)| operation.get("responses").is_some()) {
            found.push((method.to_uppercase(), path.clone(), operation));
        }
    }
    found
}

/// Z36: the table of what every built-in role may do, over every route there is; a new route shows up here.
#[tokio::test]
async fn z36_every_built_in_role_may_do_what_the_table_says() {
    let server = Server::start().await;
    let mut keys = Vec::new();
    for role in Role::built_in() {
        let name = role.name.replace('_', "-");
        keys.push((role.name.clone(), server.user(&name, &[&role.name]).await.1));
    }
    let document = document();
    let mut table = String::new();
    for (method, path, operation) in operations(&document) {
        let address: Vec<&str> = path.split('/').map(|part| if part.starts_with('{') { "x" } else { part }).collect();
        let mut allowed = Vec::new();
        for (role, key) in &keys {
            let reply = server.send(Method::from_bytes(method.as_bytes()).unwrap(), &address.join("/"), key, &[], None).await;
            if !matches!(reply.status.as_u16(), 401 | 403) {
                allowed.push(role.as_str());
            }
        }
        let changes_people = ["users", "roles", "api-keys", "departments"].contains(&operation["tags"][0].as_str().unwrap());
        if method != "GET" && changes_people {
            assert_eq!(allowed, ["admin", "owner"], "{method} {path}");
        }
        // Whoever has a session signs out, and everybody has a password of their own.
        let own = path == "/api/v1/session" || path == "/api/v1/me/password";
        if ["PUT", "PATCH", "DELETE"].contains(&method.as_str()) && !own {
            assert!(!allowed.contains(&"auditor"), "{method} {path} changes something");
        }
        writeln!(table, "{method} {path}: {}", allowed.join(" ")).unwrap();
    }
    insta::assert_snapshot!(table);
}

/// Marks what nobody may see.
const SECRET: &str = "SENTINEL";

/// A value as a schema describes it, with every governed field marked.
fn sample(document: &Value, schema: &Value, governs: Option<Resource>, depth: u32) -> Value {
    if depth > 12 {
        return Value::Null;
    }
    if let Some(target) = schema["$ref"].as_str() {
        let name = target.rsplit('/').next().unwrap();
        let inner = document.pointer(target.strip_prefix('#').unwrap()).unwrap();
        // Lists write their items out, so that only the list's own name tells what they are.
        if let Some(of) = name.strip_prefix("List_") {
            let item = &inner["properties"]["items"]["items"];
            return json!({"items": [sample(document, item, resource_of(of), depth + 1)]});
        }
        return sample(document, inner, resource_of(name), depth + 1);
    }
    for (word, merged) in [("allOf", true), ("oneOf", false), ("anyOf", false)] {
        let Some(parts) = schema[word].as_array() else { continue };
        let values = parts.iter().map(|part| sample(document, part, if merged { governs } else { None }, depth + 1));
        let mut all = Map::new();
        let mut other = Value::Null;
        for value in values {
            match value {
                Value::Object(map) => all.extend(map),
                Value::Null => {}
                value => other = value,
            }
        }
        return if all.is_empty() { other } else { Value::Object(all) };
    }
    if let Some(properties) = schema["properties"].as_object() {
        let mut map = Map::new();
        for (name, inner) in properties {
            let marked = governs.is_some_and(|resource| is_governed(resource, name)) || ["phone", "member_level"].contains(&name.as_str());
            map.insert(name.clone(), if marked { json!(SECRET) } else { sample(document, inner, None, depth + 1) });
        }
        return Value::Object(map);
    }
    if schema.get("items").is_some() {
        return json!([sample(document, &schema["items"], None, depth + 1)]);
    }
    if schema["additionalProperties"].is_object() {
        return json!({"any": sample(document, &schema["additionalProperties"], None, depth + 1)});
    }
    json!("text")
}

fn resource_of(schema: &str) -> Option<Resource> {
    match schema {
        "Customer" | "CustomerRef" => Some(Resource::Customers),
        "Order" | "OrderRef" => Some(Resource::Orders),
        "Ticket" | "TicketItem" | "TicketRow" | "TicketView" => Some(Resource::Tickets),
        "Colleague" | "User" => Some(Resource::Users),
        _ => None,
    }
}

/// Fields that rules name as a whole; those below another field are tested by name.
fn is_governed(resource: Resource, name: &str) -> bool {
    governed(resource).iter().any(|field| *field == name || field.strip_suffix(".*") == Some(name))
}

/// A role that sees nothing of what can be hidden.
fn blind() -> FieldAccess {
    let all = Resource::ALL.iter().flat_map(|resource| governed(*resource).iter().map(|field| (*resource, *field)));
    let rules = all.map(|(resource, field)| FieldRule {
        resource,
        field: field.strip_suffix(".*").unwrap_or(field).to_owned(),
        access: Access::Hidden,
    });
    FieldAccess::of(&[Role { fields: rules.collect(), ..Role::new("blind", None, Vec::new()) }])
}

/// Z36: no route answers a governed field past the rules, wherever its thing is nested. A new route that nests one under a name
/// that the walk does not know fails here.
#[test]
fn z36_no_route_of_the_document_shows_a_hidden_field() {
    let document = document();
    let access = blind();
    let (mut marked, mut leaks) = (BTreeSet::new(), Vec::new());
    for (method, path, operation) in operations(&document) {
        let place = Place::of_route(operation["tags"][0].as_str().unwrap());
        let good = operation["responses"].as_object().unwrap().iter().filter(|(status, _)| status.starts_with('2'));
        for (status, response) in good {
            let schema = &response["content"]["application/json"]["schema"];
            if schema.is_null() {
                continue;
            }
            let mut value = sample(&document, schema, None, 0);
            if value.to_string().contains(SECRET) {
                marked.insert(format!("{method} {path}"));
            }
            veil(&mut value, &place, &access);
            if value.to_string().contains(SECRET) {
                leaks.push(format!("{method} {path} {status}: {value}"));
            }
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
    for route in ["GET /api/v1/customers", "GET /api/v1/orders/{id}", "GET /api/v1/tickets", "GET /api/v1/decisions/{id}", "GET /api/v1/me"]
    {
        assert!(marked.contains(route), "{route} shows governed fields: {marked:?}");
    }
}

fn body() -> Value {
    json!({
        "kind": "refund_only", "external_ref": "T-1", "subject": "坏了", "description": "my own words",
        "customer": {"external_id": "c-1", "name": "王小明", "phone": "13800130000", "email": "ming@shop.example"},
        "order": {"external_id": "o-1", "currency": "CNY", "paid": {"minor": 4_000, "currency": "CNY"}, "attributes": {"gift_to": "Bob"},
            "lines": [{"external_id": "1", "sku": "S", "title": "T", "quantity": 1, "unit_price": {"minor": 4_000, "currency": "CNY"}}]},
        "lines": [{"order_line": "1", "quantity": 1, "reason": "broken"}]
    })
}

/// A clerk who sees a masked phone, no mail address, no attributes, and may not write descriptions.
async fn clerk(server: &Server) -> String {
    let role = json!({"description": "front desk", "permissions": ["ticket:read", "ticket:write", "order:write", "rule:read", "admin:read"], "fields": [
        {"resource": "customers", "field": "phone", "access": "masked"},
        {"resource": "customers", "field": "email", "access": "hidden"},
        {"resource": "orders", "field": "attributes.*", "access": "hidden"},
        {"resource": "tickets", "field": "description", "access": "read_only"},
    ]});
    let kept = server.put("/api/v1/roles/clerk", &server.owner, role.clone()).await.expect(200).body;
    assert_eq!((&kept["fields"], &kept["description"]), (&role["fields"], &role["description"]));
    server.user("clerk", &["clerk"]).await.1
}

#[tokio::test]
async fn z36_fields_are_veiled_in_views_lists_and_nested_things() {
    let server = Server::start().await;
    let owner = &server.owner;
    let clerk = clerk(&server).await;
    let ticket = server.post("/api/v1/tickets", owner, body()).await.expect(201).body;
    let customer = ticket["customer"]["id"].as_str().unwrap();
    let free = server.get(&format!("/api/v1/customers/{customer}"), owner).await.expect(200).body;
    assert_eq!((&free["phone"], &free["email"]), (&json!("13800130000"), &json!("ming@shop.example")));
    let veiled = server.get(&format!("/api/v1/customers/{customer}"), &clerk).await.expect(200).body;
    assert_eq!((veiled["phone"].as_str(), veiled.get("email")), (Some("138****0000"), None));
    let listed = server.get("/api/v1/customers", &clerk).await.expect(200).body;
    assert_eq!((listed["items"][0]["phone"].as_str(), listed["items"][0].get("email")), (Some("138****0000"), None));
    let orders = server.get("/api/v1/orders", &clerk).await.expect(200).body;
    assert_eq!((orders["items"][0]["attributes"].clone(), orders["items"][0]["paid"]["minor"].clone()), (json!({}), json!(4_000)));
    let id = ticket["id"].as_str().unwrap();
    for path in [
        format!("tickets/{id}"),
        "tickets".to_owned(),
        format!("tickets/{id}/timeline"),
        format!("tickets/{id}/decisions"),
        "outbox".to_owned(),
        "customers".to_owned(),
        "orders".to_owned(),
        "tasks".to_owned(),
        "audit".to_owned(),
        "users".to_owned(),
        "me".to_owned(),
    ] {
        let text = server.get(&format!("/api/v1/{path}"), &clerk).await.expect(200).body.to_string();
        for secret in ["13800130000", "ming@shop.example", "Bob"] {
            assert!(!text.contains(secret), "{path} shows {secret}: {text}");
        }
    }
    // The name is searched, the masked number is not: what is found would tell it.
    for (typed, count) in [("13800130000", 0), ("1380", 0), ("%E7%8E%8B", 1)] {
        for list in ["tickets", "orders", "customers"] {
            let found = server.get(&format!("/api/v1/{list}?q={typed}"), &clerk).await.expect(200).body;
            assert_eq!(found["items"].as_array().map(Vec::len), Some(count), "{list} {typed}");
            let free = server.get(&format!("/api/v1/{list}?q={typed}"), owner).await.expect(200).body;
            assert_eq!(free["items"].as_array().map(Vec::len), Some(1), "{list} {typed}");
        }
    }
    assert_eq!(server.get("/api/v1/orders?q=%20", owner).await.expect(400).code(), "invalid_query");
    // Who holds another role as well has the most that either allows, and the audit log knows no body.
    let both = server.user("both", &["clerk", "agent"]).await.1;
    assert_eq!(server.get(&format!("/api/v1/customers/{customer}"), &both).await.expect(200).body["phone"], "13800130000");
    let (user, _) = server.user("narrow", &["clerk", "finance"]).await;
    let scoped = json!({"user": user, "name": "narrow", "scopes": ["order:write", "ticket:write"]});
    let key = server.post("/api/v1/api-keys", owner, scoped).await.expect(201).text("secret");
    let seen = server.post("/api/v1/customers", &key, json!({"external_id": "c-1"})).await.expect(200).body;
    assert_eq!(seen["phone"], "138****0000", "the finance role gives this key nothing, so it shows it nothing either");
}

#[tokio::test]
async fn z36_fields_that_may_not_be_written_are_refused_with_their_places() {
    let server = Server::start().await;
    let clerk = clerk(&server).await;
    let refused = server.post("/api/v1/tickets", &clerk, body()).await.expect(403);
    assert_eq!(refused.code(), "forbidden");
    let mut pointers = refused.pointers();
    pointers.sort_unstable();
    assert_eq!(pointers, ["/customer/email", "/customer/phone", "/description", "/order/attributes/gift_to"]);
    let refused = server.post("/api/v1/customers", &clerk, json!({"external_id": "c", "phone": null})).await.expect(403);
    assert_eq!(refused.pointers(), ["/phone"]);
    server.post("/api/v1/customers", &clerk, json!({"external_id": "c", "name": "x"})).await.expect(201);
    assert_eq!(server.get("/api/v1/customers", &server.owner).await.expect(200).body["items"].as_array().map(Vec::len), Some(1));
    let wrong = json!({"permissions": [], "fields": [{"resource": "customers", "field": "shoe_size", "access": "hidden"}]});
    let wrong = server.put("/api/v1/roles/wrong", &server.owner, wrong).await.expect(422);
    assert_eq!(wrong.pointers(), ["/fields/0/field"]);
    let owner = json!({"permissions": [], "fields": [{"resource": "customers", "field": "phone", "access": "hidden"}]});
    assert_eq!(server.put("/api/v1/roles/owner", &server.owner, owner).await.expect(422).pointers(), ["/fields"]);
}

/// Z36: what is hidden cannot be asked for by another way either: escaped in a query, counted, filled into a form, or written into a text.
#[tokio::test]
async fn z36_hidden_fields_cannot_be_walked_around() {
    let server = Server::start().await;
    let owner = &server.owner;
    let hidden = |resource: &str, field: &str| json!({"resource": resource, "field": field, "access": "hidden"});
    let role = json!({"permissions": ["ticket:read", "ticket:write", "report:read", "report:write"], "fields": [
        hidden("tickets", "problem_type"), hidden("tickets", "lines.reason"), hidden("customers", "name"), hidden("orders", "paid"),
        hidden("tickets", "fields.part"), hidden("orders", "attributes.*"),
    ]});
    server.put("/api/v1/roles/blinded", owner, role).await.expect(200);
    let (_, key) = server.user("blinded", &["blinded"]).await;
    let mut asked = body();
    asked["fields"] = json!({"part": "滤网"});
    let ticket = server.post("/api/v1/tickets", owner, asked).await.expect(201).body;
    for query in ["problem_type=x", "problem%5Ftype=x", "%70roblem_type=x", "limit=1&problem%5ftype=x"] {
        assert_eq!(server.get(&format!("/api/v1/tickets?{query}"), &key).await.expect(403).code(), "forbidden", "{query}");
        server.get(&format!("/api/v1/tickets?{query}"), owner).await.expect(200);
    }
    let found = server.get("/api/v1/tickets?q=%E7%8E%8B", &key).await.expect(200).body;
    assert_eq!(found["items"], json!([]), "the name is hidden");

    for (path, status) in [
        ("channels/result", 200),
        ("problem_types/result", 403),
        ("return_reasons/result", 403),
        ("products_by_problem/result", 403),
        ("channels/result?reason=broken", 403),
        ("channels/result?problem%5Ftype=x", 403),
        ("defects", 403),
    ] {
        server.get(&format!("/api/v1/reports/{path}"), &key).await.expect(status);
        server.get(&format!("/api/v1/reports/{path}"), owner).await.expect(200);
    }
    let definition = server.get("/api/v1/reports/problem_types", owner).await.expect(200).body["definition"].clone();
    let refused = server.post("/api/v1/reports/run", &key, json!({"definition": definition})).await.expect(403);
    assert_eq!(refused.pointers(), ["/definition/dimensions/0"]);
    server.post("/api/v1/reports", &key, json!({"definition": definition})).await.expect(403);

    let text = json!({"key": "greet", "name": "greet", "body": "{{customer.name}}: {{fields.part}} {{order.number}}"});
    server.post("/api/v1/macros", owner, text).await.expect(201);
    let path = |act: &str| format!("/api/v1/tickets/{}/macros/greet/{act}", ticket["id"].as_str().unwrap());
    let preview = server.post(&path("preview"), &key, json!({})).await.expect(200).body;
    assert_eq!(preview["missing"], json!(["customer.name", "fields.part"]), "{preview}");
    assert!(!preview.to_string().contains("王小明") && !preview.to_string().contains("滤网"), "{preview}");
    let refused = server.post(&path("apply"), &key, json!({})).await.expect(403);
    assert!(refused.text("detail").contains("customer.name"), "{}", refused.body);
    server.post(&path("apply"), owner, json!({})).await.expect(200);

    server.post("/api/v1/forms", owner, json!({"from": "return"})).await.expect(201);
    server.post("/api/v1/forms/return/publish", owner, json!({})).await.expect(200);
    let fill = async |key: &str| server.post("/api/v1/forms/return/fill", key, json!({"order": "o-1"})).await.expect(200).body;
    assert_eq!(fill(owner).await["answers"]["paid_amount"], "40.00");
    let filled = fill(&key).await;
    assert_eq!((filled["answers"].get("paid_amount"), &filled["answers"]["order_number"]), (None, &json!("o-1")), "{filled}");
}

/// Z36, design §7: two people who change a role at once do not overwrite each other.
#[tokio::test]
async fn z36_a_role_is_changed_as_it_was_read() {
    let server = Server::start().await;
    let role = |permission: &str| Some(json!({"permissions": [permission]}).to_string().into_bytes());
    let put = async |version: &str, permission: &str| {
        let headers = [("if-match", version)];
        server.send(Method::PUT, "/api/v1/roles/clerk", &server.owner, &headers, role(permission)).await
    };
    server.put("/api/v1/roles/clerk", &server.owner, json!({"permissions": ["ticket:read"]})).await.expect(200);
    let second = put("\"1\"", "ticket:write").await.expect(200);
    assert_eq!((second.header("etag"), &second.body["version"]), (Some("\"2\""), &json!(2)));
    assert_eq!(put("\"1\"", "admin:read").await.expect(412).code(), "stale_version");
    let stale = [("if-match", "\"1\"")];
    server.send(Method::DELETE, "/api/v1/roles/clerk", &server.owner, &stale, None).await.expect(412);
    server.delete("/api/v1/roles/clerk", &server.owner).await.expect(204);
}

#[tokio::test]
async fn z36_nobody_gives_themselves_more() {
    let server = Server::start().await;
    let (admin, admin_key) = server.user("admin", &["admin"]).await;
    let give = |roles: Value| json!({"roles": roles});
    let path = format!("/api/v1/users/{admin}");
    server.patch(&path, &admin_key, &[], give(json!(["owner"]))).await.expect(403);
    // A custom role that manages people adds nothing to itself.
    let role = json!({"permissions": ["admin:read", "admin:write", "ticket:read"],
        "fields": [{"resource": "customers", "field": "phone", "access": "hidden"}]});
    server.put("/api/v1/roles/people", &server.owner, role.clone()).await.expect(200);
    let (people, people_key) = server.user("people", &["people"]).await;
    let more = json!({"permissions": ["admin:read", "admin:write", "ticket:read", "finance:write"], "fields": role["fields"]});
    server.put("/api/v1/roles/people", &people_key, more).await.expect(403);
    let open = json!({"permissions": ["admin:read", "admin:write", "ticket:read"]});
    let refused = server.put("/api/v1/roles/people", &people_key, open.clone()).await.expect(403);
    assert!(refused.text("detail").contains("phone"), "{}", refused.body);
    server.put("/api/v1/roles/lookers", &people_key, open).await.expect(403);
    server.patch(&format!("/api/v1/users/{people}"), &people_key, &[], give(json!(["people", "auditor"]))).await.expect(403);
    // A key that is narrower than its user makes no wider one.
    let narrow = json!({"user": admin, "name": "narrow", "scopes": ["admin:write", "admin:read"]});
    let narrow = server.post("/api/v1/api-keys", &server.owner, narrow).await.expect(201).text("secret");
    server.post("/api/v1/api-keys", &narrow, json!({"user": admin, "name": "wide"})).await.expect(403);
    server.get("/api/v1/tickets", &narrow).await.expect(403);
}

#[tokio::test]
async fn z36_a_role_goes_when_nobody_needs_it() {
    let server = Server::start().await;
    let owner = &server.owner;
    server.put("/api/v1/roles/clerk", owner, json!({"permissions": ["ticket:read"]})).await.expect(200);
    let (user, _) = server.user("ann", &["clerk"]).await;
    assert_eq!(server.delete("/api/v1/roles/clerk", owner).await.expect(409).code(), "in_use");
    server.patch(&format!("/api/v1/users/{user}"), owner, &[], json!({"roles": ["agent"]})).await.expect(200);
    server.delete("/api/v1/roles/clerk", owner).await.expect(204);
    server.delete("/api/v1/roles/clerk", owner).await.expect(404);
    assert_eq!(server.delete("/api/v1/roles/agent", owner).await.expect(409).code(), "in_use");
}

#[tokio::test]
async fn u12_departments_exist_before_people_are_in_them() {
    let server = Server::start().await;
    let owner = &server.owner;
    let (ann, _) = server.user("ann", &["agent"]).await;
    let house = server.post("/api/v1/departments", owner, json!({"name": "客服部"})).await.expect(201).body;
    let new = json!({"name": "售后组", "parent": house["id"], "lead": ann});
    let part = server.post("/api/v1/departments", owner, new.clone()).await.expect(201);
    assert_eq!(part.header("etag"), Some("\"1\""));
    let part = part.body;
    assert_eq!(server.post("/api/v1/departments", owner, new).await.expect(409).code(), "already_exists");
    assert_eq!(server.get("/api/v1/departments", owner).await.expect(200).body["items"].as_array().map(Vec::len), Some(2));
    let (house_at, part_at) =
        (format!("/api/v1/departments/{}", house["id"].as_str().unwrap()), format!("/api/v1/departments/{}", part["id"].as_str().unwrap()));
    let circle = server.patch(&house_at, owner, &[], json!({"parent": part["id"]})).await.expect(422);
    assert_eq!(circle.pointers(), ["/parent"]);
    let strange = json!({"email": "bob@shop.example", "name": "Bob", "departments": ["物流部"]});
    let strange = server.post("/api/v1/users", owner, strange).await.expect(422);
    assert_eq!((strange.code(), strange.pointers()), ("unknown_reference", vec!["/departments/0"]));
    let user = format!("/api/v1/users/{ann}");
    server.patch(&user, owner, &[], json!({"departments": ["无"]})).await.expect(422);
    server.patch(&user, owner, &[], json!({"departments": ["售后组"]})).await.expect(200);
    assert_eq!(server.delete(&part_at, owner).await.expect(409).code(), "in_use");
    assert_eq!(server.delete(&house_at, owner).await.expect(409).code(), "in_use");
    assert_eq!(server.patch(&part_at, owner, &[], json!({"name": "B"})).await.expect(409).code(), "in_use");
    server.patch(&user, owner, &[], json!({"departments": []})).await.expect(200);
    server.patch(&part_at, owner, &[("if-match", "\"9\"")], json!({"name": "B"})).await.expect(412);
    assert_eq!(
        server.patch(&part_at, owner, &[("if-match", "\"1\"")], json!({"name": "B", "lead": null})).await.expect(200).body["version"],
        2
    );
    server.delete(&part_at, owner).await.expect(204);
    server.delete(&house_at, owner).await.expect(204);
}
