//! Uploads that are no plugins, or plugins that mean no good before anybody asks them.

use anyhow::{Context, Result, ensure};
use redress_tests::client::{Client, Reply};
use redress_tests::component;
use redress_tests::hostile::{Core, Deed};
use redress_tests::server::Server;
use redress_tests::tenant::Tenant;

#[tokio::test]
async fn uploads_that_are_refused() {
    let server = Server::sqlite().await.expect("starts");
    let tenant = Tenant::create(&server).await.expect("a tenant");
    refused(&tenant.owner).await.expect("every upload is refused well");
    assert!(tenant.owner.all("/plugins").await.expect("a list").is_empty(), "nothing is kept");
}

async fn refused(client: &Client) -> Result<()> {
    let good = component::stock("refund-tiers")?;
    let base = Core::default();
    let uploads: Vec<(&str, Vec<u8>)> = vec![
        ("nothing", Vec::new()),
        ("not wasm", b"this is not wasm at all".to_vec()),
        ("cut in half", good[..good.len() / 2].to_vec()),
        ("cut by one byte", good[..good.len() - 1].to_vec()),
        ("a byte too many", [good.as_slice(), &[0xff]].concat()),
        ("a module, not a component", wat::parse_str("(module (memory 1))")?),
        ("a compiled artefact", [b"\x7fELF\x02\x01\x01\0".as_slice(), &good].concat()),
        ("imports WASI", wat::parse_str("(component (import \"wasi:cli/environment@0.2.0\" (instance)))")?),
        ("imports a function", wat::parse_str("(component (import \"open-file\" (func (param \"path\" string))))")?),
        ("exports no hook", base.encode("base")?),
        ("tells no name", Core { name: "", ..base.clone() }.encode("refund-approval-rule")?),
        ("tells a name with spaces", Core { name: "My Plugin", ..base.clone() }.encode("refund-approval-rule")?),
        ("has no JSON Schema", Core { schema: "not json", ..base.clone() }.encode("refund-approval-rule")?),
        ("has a schema that is none", Core { schema: "{\"type\":\"lunch\"}", ..base.clone() }.encode("refund-approval-rule")?),
        (
            "loops while it describes itself",
            Core { describe: "(loop $again (br $again)) unreachable", ..base.clone() }.encode("refund-approval-rule")?,
        ),
        ("traps while it describes itself", Core { describe: "unreachable", ..base.clone() }.encode("refund-approval-rule")?),
        (
            "loops when it starts",
            Core { extra: "(func $s (loop $again (br $again))) (start $s)", ..base.clone() }.encode("refund-approval-rule")?,
        ),
        ("wants 4 GiB at once", Core { pages: 65_536, ..base.clone() }.encode("refund-approval-rule")?),
        ("has a giant table", Core { extra: "(table 10000000 funcref)", ..base.clone() }.encode("refund-approval-rule")?),
    ];
    for (name, bytes) in uploads {
        let reply = client.upload(bytes).await?;
        rejected(&reply).with_context(|| format!("a plugin that {name}"))?;
    }
    Ok(())
}

fn rejected(reply: &Reply) -> Result<()> {
    reply.problem(422, "plugin_rejected")?;
    let findings = reply.body["errors"].as_array().context("findings")?;
    ensure!(!findings.is_empty(), "it says what is wrong");
    for finding in findings {
        ensure!(finding["code"].as_str().is_some_and(|code| !code.is_empty()), "every finding has a code: {finding}");
        ensure!(finding["message"].as_str().is_some_and(|text| text.len() > 10), "every finding says what to change: {finding}");
    }
    Ok(())
}

#[tokio::test]
async fn the_same_plugin_twice_and_a_version_with_other_bytes() {
    let server = Server::sqlite().await.expect("starts");
    let tenant = Tenant::create(&server).await.expect("a tenant");
    let good = Deed::Trap.component().expect("assembles");
    let first = tenant.upload(good.clone()).await.expect("uploads");
    let again = tenant.owner.upload(good.clone()).await.expect("answers");
    assert!((200..300).contains(&again.status) && again.body["id"] == first["id"], "the same bytes are the same plugin: {again:?}");
    let other = tenant.owner.upload(component::marked(&good, 7)).await.expect("answers");
    other.problem(409, "version_taken").expect("other bytes need another version");
    assert_eq!(tenant.owner.all("/plugins").await.expect("a list").len(), 1);
}
