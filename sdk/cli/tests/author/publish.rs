//! Publishing, to a server that only remembers what it was sent.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc;

use super::Desk;

/// Answers every request with the next of these answers, each on its own connection.
pub(super) fn server(answers: Vec<(u16, &'static str)>) -> (String, mpsc::Receiver<(String, Vec<u8>)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let (requests, received) = mpsc::channel();
    std::thread::spawn(move || {
        for (status, body) in answers {
            let (mut stream, _) = listener.accept().unwrap();
            requests.send(read(&stream)).unwrap();
            let length = body.len();
            write!(
                stream,
                "HTTP/1.1 {status} x\r\ncontent-type: application/json\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
            )
            .unwrap();
        }
    });
    (address, received)
}

fn read(stream: &TcpStream) -> (String, Vec<u8>) {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        reader.read_line(&mut head).unwrap();
    }
    let length = head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ").map(|text| text.parse().unwrap()));
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).unwrap();
    (head, body)
}

#[test]
fn publish_uploads_and_binds() {
    let desk = Desk::new();
    desk.plugin("mine", "refund-approval");
    let plugin = r#"{"id": "plg_1", "digest": "sha256:0", "name": "mine", "version": "0.1.0"}"#;
    let (address, received) = server(vec![(201, plugin), (200, r#"{"items": []}"#), (201, r#"{"id": "bnd_1"}"#)]);
    let args = ["publish", "mine", "--server", &address, "--key", "rdk_x", "--bind", "refund-approval"];
    let said = desk.run(&args).succeeds();
    assert!(said.contains("plugin plg_1: mine 0.1.0") && said.contains("binding bnd_1"), "{said}");
    let (head, wasm) = received.recv().unwrap();
    assert!(head.starts_with("POST /api/v1/plugins ") && head.to_lowercase().contains("authorization: bearer rdk_x"), "{head}");
    assert!(head.to_lowercase().contains("content-type: application/wasm") && wasm.starts_with(b"\0asm"), "{head}");
    let (head, _) = received.recv().unwrap();
    assert!(head.starts_with("GET /api/v1/bindings?hook=refund-approval "), "{head}");
    let (head, binding) = received.recv().unwrap();
    assert!(head.starts_with("POST /api/v1/bindings "), "{head}");
    let binding: serde_json::Value = serde_json::from_slice(&binding).unwrap();
    assert_eq!((&binding["hook"], &binding["plugin"], &binding["mode"]), (&"refund-approval".into(), &"plg_1".into(), &"active".into()));
    assert_eq!(binding["config"]["return_days"], 7);
}

#[test]
fn a_new_version_takes_the_place_of_the_old_one() {
    let desk = Desk::new();
    desk.plugin("mine", "refund-approval");
    let plugin = r#"{"id": "plg_2", "digest": "sha256:0", "name": "mine", "version": "0.2.0"}"#;
    let bindings = r#"{"items": [{"id": "bnd_0", "version": 1, "plugin_name": "other", "plugin_version": "9.0.0", "enabled": true, "mode": "active"},
        {"id": "bnd_off", "version": 1, "plugin_name": "mine", "plugin_version": "0.0.1", "enabled": false, "mode": "active"},
        {"id": "bnd_trial", "version": 2, "key": "try", "plugin_name": "mine", "plugin_version": "0.1.5", "enabled": true, "mode": "canary"},
        {"id": "bnd_1", "version": 4, "plugin_name": "mine", "plugin_version": "0.1.0", "enabled": true, "mode": "active"}]}"#;
    let (address, received) = server(vec![(201, plugin), (200, bindings), (200, r#"{"id": "bnd_1"}"#)]);
    let said = desk.run(&["publish", "mine", "--server", &address, "--key", "x", "--bind", "refund-approval"]).succeeds();
    assert!(said.contains("bnd_1") && said.contains("0.1.0 no more"), "{said}");
    let (head, change) = received.iter().nth(2).unwrap();
    assert!(head.starts_with("PATCH /api/v1/bindings/bnd_1 ") && head.to_lowercase().contains("if-match: \"4\""), "{head}");
    let change: serde_json::Value = serde_json::from_slice(&change).unwrap();
    assert_eq!(change, serde_json::json!({"plugin": "plg_2"}), "the merchant's configuration stays");
}

#[test]
fn what_is_on_trial_is_not_bound_beside_its_trial() {
    let desk = Desk::new();
    desk.plugin("mine", "refund-approval");
    let plugin = r#"{"id": "plg_2", "digest": "sha256:0", "name": "mine", "version": "0.2.0"}"#;
    let bindings = r#"{"items": [{"id": "bnd_1", "version": 4, "key": "try", "plugin_name": "mine", "enabled": true, "mode": "shadow"}]}"#;
    let (address, _received) = server(vec![(201, plugin), (200, bindings)]);
    let said = desk.run(&["publish", "mine", "--server", &address, "--key", "x", "--bind", "refund-approval"]).fails();
    assert!(said.contains("shadow in binding try"), "{said}");
}

#[test]
fn what_fails_its_fixtures_is_not_uploaded() {
    let desk = Desk::new();
    desk.plugin("mine", "refund-approval");
    let fixture = std::fs::read_dir(desk.path("mine/fixtures")).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&fixture).unwrap();
    std::fs::write(&fixture, text.replacen("\"outcome\": \"ok\"", "\"outcome\": \"trap\"", 1).replacen("\"approve\"", "\"nonsense\"", 1))
        .unwrap();
    let said = desk.run(&["publish", "mine", "--server", "http://127.0.0.1:9", "--key", "x"]).fails();
    assert!(said.contains("nothing was uploaded") && said.contains("--untested"), "{said}");
    let said = desk.run(&["publish", "mine", "--server", "http://127.0.0.1:9", "--key", "x", "--untested"]).fails();
    assert!(said.contains("cannot reach"), "{said}");
}

#[test]
fn nothing_is_uploaded_when_the_binding_cannot_work() {
    let desk = Desk::new();
    desk.plugin("mine", "refund-approval");
    std::fs::write(desk.path("mine/config.json"), "{}").unwrap();
    let args = ["publish", "mine", "--server", "http://127.0.0.1:9", "--key", "x", "--bind"];
    let said = desk.run(&[&args[..], &["refund-approval"]].concat()).fails();
    assert!(said.contains("--config FILE") && said.contains("approve_up_to"), "{said}");
    let said = desk.run(&[&args[..], &["routing"]].concat()).fails();
    assert!(said.contains("does not answer routing"), "{said}");
}

#[test]
fn a_refusal_is_told_in_the_servers_words() {
    let desk = Desk::new();
    desk.plugin("mine", "routing");
    let (address, _received) = server(vec![(403, r#"{"title": "Forbidden", "code": "forbidden", "detail": "agents may not upload"}"#)]);
    let said = desk.run(&["publish", "mine", "--server", &address, "--key", "x"]).fails();
    assert!(said.contains("403 forbidden") && said.contains("agents may not upload") && said.contains("plugin_author"), "{said}");
    let said = desk.run(&["publish", "mine", "--server", "http://127.0.0.1:9", "--key", "x"]).fails();
    assert!(said.contains("cannot reach http://127.0.0.1:9"), "{said}");
}

#[test]
fn a_signature_travels_with_the_upload() {
    let desk = Desk::new();
    desk.plugin("signed", "refund-approval");
    std::fs::write(desk.path("key.hex"), format!("{}\n", "07".repeat(32))).unwrap();
    let plugin = r#"{"id": "plg_1", "digest": "sha256:0", "name": "signed", "version": "0.1.0"}"#;
    let (address, received) = server(vec![(201, plugin)]);
    desk.run(&["publish", "signed", "--server", &address, "--key", "rdk_x", "--sign", "key.hex"]).succeeds();
    let (head, _) = received.recv().unwrap();
    let signature = head.lines().find_map(|line| line.to_lowercase().starts_with("plugin-signature: ").then_some(line.len()));
    assert_eq!(signature, Some("plugin-signature: ".len() + 88), "base64 of 64 bytes: {head}");
    let told = desk.run(&["publish", "signed", "--server", &address, "--key", "rdk_x", "--sign", "nothing.hex"]).fails();
    assert!(told.contains("nothing.hex"), "{told}");
}

#[test]
fn rules_are_exported_planned_and_applied() {
    let desk = Desk::new();
    let exported = r#"{"redress": 1, "bindings": [{"key": "tiers"}], "parameters": []}"#;
    let planned = r#"{"applied": false, "changes": [{"what": "binding", "key": "tiers", "step": "change",
        "changes": [{"path": "/config/a", "from": 1, "to": 2}]}]}"#;
    let done = r#"{"applied": true, "changes": []}"#;
    let golden = r#"{"applied": false, "changes": [], "golden": [{"decision": "dec_1", "note": "45 yuan must pass",
        "before": {"label": "approve"}, "after": {"label": "needs_approval:supervisor"}}]}"#;
    let (address, received) = server(vec![(200, exported), (200, planned), (200, done), (200, golden)]);
    let remote = ["--server", &address, "--key", "rdk_x"];
    let said = desk.run(&[&["rules", "export", "rules.json"][..], &remote[..]].concat()).succeeds();
    assert!(said.contains("1 bindings and 0 parameters"), "{said}");
    assert!(received.recv().unwrap().0.starts_with("GET /api/v1/configuration "));
    let said = desk.run(&[&["rules", "plan", "rules.json", "--prune"][..], &remote[..]].concat()).succeeds();
    assert!(
        said.contains("change binding   tiers") && said.contains("/config/a: 1 -> 2") && said.contains("nothing was written"),
        "{said}"
    );
    let (head, body) = received.recv().unwrap();
    let body: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert!(head.starts_with("POST /api/v1/configuration/plan "), "{head}");
    assert_eq!((&body["prune"], &body["file"]["redress"]), (&true.into(), &1.into()));
    let said = desk.run(&[&["rules", "apply", "rules.json", "--reason", "weekly"][..], &remote[..]].concat()).succeeds();
    assert!(said.contains("0 changes applied"), "{said}");
    let said = desk.run(&[&["rules", "plan", "rules.json"][..], &remote[..]].concat()).fails();
    assert!(
        said.contains("dec_1 was approve, would be needs_approval:supervisor: 45 yuan must pass") && said.contains("--sign-off"),
        "{said}"
    );
}
