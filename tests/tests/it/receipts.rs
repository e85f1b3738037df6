//! What leaves the server and lives on without it: receipts that `redress-plugin verify` checks, and fixtures that it pulls.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use redress_tests::sample::ticket;
use redress_tests::server::Server;
use redress_tests::{component, data};
use serde_json::{Value, json};

use crate::shop;

/// Runs `redress-plugin`; tells whether it was content, and what it said.
fn plugin(arguments: &[&str], environment: &[(&str, &str)]) -> Result<(bool, String)> {
    let mut command = Command::new(data::program("redress-plugin")?);
    command.args(arguments).current_dir(data::root()).env_remove("REDRESS_SERVER").env_remove("REDRESS_KEY");
    let output = command.envs(environment.iter().copied()).output()?;
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Ok((output.status.success(), said))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}

#[tokio::test]
async fn receipts_are_checked_without_the_server() {
    checked().await.expect("sound receipts pass and changed ones do not");
}

async fn checked() -> Result<()> {
    let server = Server::sqlite().await?;
    let tenant = shop::open(&server).await?;
    let made = tenant.owner.post_once("/tickets", "one", &ticket("refund_only", "receipt", 28_800)).await?.expect(201)?;
    let keys = tenant.owner.get("/receipt-keys").await?.expect(200)?;
    let key = keys["items"][0]["public_key"].as_str().context("a key")?.to_owned();
    let path = format!("/tickets/{}/receipts?include=material", shop::id(&made)?);
    let all = tenant.owner.get(&path).await?.expect(200)?;
    let refund = all["items"].as_array().and_then(|all| all.iter().find(|one| one["statement"]["hook"] == "refund-approval"));
    let refund = refund.context("a decision about the refund")?.clone();
    drop(server);

    let folder = tempfile::tempdir()?;
    let file = |name: &str, value: &Value| -> Result<String> {
        let path = folder.path().join(name);
        std::fs::write(&path, value.to_string())?;
        Ok(text(&path).to_owned())
    };
    let wasm = folder.path().join("refund-tiers.wasm");
    std::fs::write(&wasm, component::stock("refund-tiers")?)?;
    let other = folder.path().join("router.wasm");
    std::fs::write(&other, component::stock("router")?)?;

    let (sound, said) = plugin(&["verify", &file("all.json", &all)?, "--key", &key], &[])?;
    ensure!(sound && said.contains("sound: 0 checks failed, 0 skipped") && said.contains("begins with the ticket's first"), "{said}");
    let one = file("one.json", &refund)?;
    let key_file = file("key.txt", &Value::Null)?;
    std::fs::write(&key_file, format!("{key}\n"))?;
    let (sound, said) = plugin(&["verify", &one, "--key", &key_file, "--plugin", text(&wasm)], &[])?;
    ensure!(sound && said.contains("the same answer with the same") && said.contains("ok      seal"), "{said}");
    let (sound, said) = plugin(&["verify", &one], &[])?;
    ensure!(sound && said.contains("skipped key"), "{said}");
    let (sound, said) = plugin(&["verify", &one, "--plugin", text(&other)], &[])?;
    ensure!(!sound && said.contains("FAILED  plugin") && said.contains("skipped replay"), "{said}");

    for (pointer, value, failing) in [
        ("/statement/fuel", json!(1), "FAILED  signature"),
        ("/signature", json!("00"), "FAILED  signature"),
        ("/material/config", json!("[]"), "FAILED  config"),
        ("/material/record", json!("{}"), "FAILED  seal"),
    ] {
        let mut changed = refund.clone();
        *changed.pointer_mut(pointer).context("a part of the receipt")? = value;
        let (sound, said) = plugin(&["verify", &file("changed.json", &changed)?, "--key", &key], &[])?;
        ensure!(!sound && said.contains(failing) && said.contains("NOT SOUND"), "{pointer}: {said}");
    }
    let record = refund["material"]["record"].as_str().context("a record")?.replace("supervisor", "director");
    let mut changed = refund.clone();
    changed["material"]["record"] = json!(record);
    let (sound, said) = plugin(&["verify", &file("changed.json", &changed)?, "--plugin", text(&wasm)], &[])?;
    ensure!(!sound && said.contains("FAILED  replay") && said.contains("FAILED  record"), "{said}");
    let mut gap = all.clone();
    gap["items"].as_array_mut().context("receipts")?.remove(1);
    let (sound, said) = plugin(&["verify", &file("gap.json", &gap)?, "--key", &key], &[])?;
    ensure!(!sound && said.contains("one is missing or out of place"), "{said}");
    let (sound, said) = plugin(&["verify", &one, "--key", "abc"], &[])?;
    ensure!(!sound && said.contains("64 hexadecimal digits"), "{said}");
    Ok(())
}

#[tokio::test]
async fn a_decision_becomes_a_fixture_that_passes() {
    pulled().await.expect("pulled fixtures pass");
}

async fn pulled() -> Result<()> {
    let server = Server::sqlite().await?;
    let tenant = shop::open(&server).await?;
    for (name, minor) in [("p1", 28_800), ("p2", 900)] {
        tenant.owner.post_once("/tickets", name, &ticket("refund_only", name, minor)).await?.expect(201)?;
    }
    let decision = tenant.owner.get("/decisions?hook=refund-approval&limit=1").await?.expect(200)?["items"][0].clone();
    let id = decision["id"].as_str().context("an id")?;
    let full = tenant.owner.get(&format!("/decisions/{id}")).await?.expect(200)?;
    let binding = full["binding"].as_str().context("a binding")?;
    let key = tenant.owner.key().context("a key")?.to_owned();
    let base = server.base();
    let environment = [("REDRESS_SERVER", base.as_str()), ("REDRESS_KEY", key.as_str())];

    let folder = tempfile::tempdir()?;
    let into = text(folder.path());
    let (done, said) = plugin(&["pull", "--binding", binding, "--into", into], &environment)?;
    ensure!(done && said.contains("2 fixtures written"), "{said}");
    let (done, said) = plugin(&["pull", "--decision", id, "--into", into], &environment)?;
    ensure!(done && said.contains("is there already") && said.contains("0 fixtures"), "{said}");
    for entry in std::fs::read_dir(folder.path())? {
        let path = entry?.path();
        let written = std::fs::read_to_string(&path)?;
        ensure!(written.contains("redacted") && !written.contains("T-p1"), "{written}");
        let (passed, said) = plugin(&["test", "plugins/refund-tiers", "--fixture", text(&path)], &[])?;
        ensure!(passed && said.contains("1 passed, 0 failed"), "{said}");
    }
    let (done, said) = plugin(&["pull", "--into", into], &environment)?;
    ensure!(!done && said.contains("--decision"), "{said}");
    let (done, said) = plugin(&["pull", "--decision", "dec_00000000000000000000000000000009", "--into", into], &environment)?;
    ensure!(!done && said.contains("404 not_found"), "{said}");
    Ok(())
}
