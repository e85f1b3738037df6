//! The server is killed in the middle of its work. What it answered 201 to is there afterwards, and whole.

use std::time::Duration;

use anyhow::{Result, ensure};
use redress_tests::hostile::Core;
use redress_tests::sample::ticket;
use redress_tests::server::{Options, Server};
use redress_tests::spread::spread;
use redress_tests::tenant::Tenant;

use crate::shop::{self, instructions, whole_timeline};

#[tokio::test]
async fn killed_on_sqlite() {
    killed(Options::default()).await.expect("nothing is lost");
}

#[tokio::test]
async fn killed_on_postgres() {
    let cluster = shop::postgres().expect("a PostgreSQL cluster");
    killed(Options::on(&cluster.url("postgres"))).await.expect("nothing is lost");
}

#[tokio::test]
async fn a_server_killed_while_it_compiles() {
    let mut server = Server::sqlite().await.expect("starts");
    let tenant = Tenant::create(&server).await.expect("a tenant");
    // Large enough to be compiled for a while.
    let body = "(func (param i64) (result i64) (i64.mul (i64.add (local.get 0) (i64.const 7)) (i64.rotl (local.get 0) (i64.const 9))))";
    let component = Core { extra: &body.repeat(20_000), ..Core::default() }.encode("refund-approval-rule").expect("assembles");
    let artefacts = server.folder().join("var/cache");
    for after in [20, 150, 400] {
        let (client, bytes) = (tenant.owner.clone(), component.clone());
        let upload = tokio::spawn(async move { client.upload(bytes).await });
        tokio::time::sleep(Duration::from_millis(after)).await;
        server.kill().expect("killed");
        // Either it was done just before, or the connection broke; nothing else may come.
        if let Ok(reply) = upload.await.expect("no panic") {
            assert_eq!(reply.status, 201, "{reply:?}");
        }
        server.restart().await.expect("starts again");
        for entry in std::fs::read_dir(&artefacts).expect("artefacts").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            assert!(
                std::path::Path::new(&name).extension().is_none_or(|kind| kind != "cwasm")
                    || entry.metadata().is_ok_and(|meta| meta.len() > 1_000),
                "{name} is half an artefact"
            );
        }
    }
    let plugin = tenant.owner.upload(component).await.expect("answers");
    assert!((200..300).contains(&plugin.status), "the same upload is taken: {plugin:?}");
    tenant.bind("refund-approval", &plugin.body, serde_json::json!({}), 1).await.expect("it can be bound");
    let answer = tenant.owner.post("/tickets", &ticket("refund_only", "after", 990)).await.expect("answers");
    assert_eq!(answer.body["refund"]["verdict"], "approve", "{answer:?}");
}

async fn killed(options: Options) -> Result<()> {
    let mut server = Server::start(options).await?;
    let tenant = shop::open(&server).await?;
    let mut promised = Vec::new();
    for round in 0..3 {
        let load = tokio::spawn(load(tenant.clone(), round));
        tokio::time::sleep(Duration::from_millis(700)).await;
        server.kill()?;
        promised.extend(load.await??);
        server.restart().await?;
    }
    ensure!(promised.len() > 10, "the server answered before it died: {}", promised.len());
    let checked = promised.len();
    spread(promised, 8, |(id, wanted)| {
        let client = tenant.owner.clone();
        async move {
            let found = client.get(&format!("/tickets/{id}")).await?.expect(200)?;
            ensure!(found["version"] == wanted["version"] && found["refund"] == wanted["refund"], "{found} is not {wanted}");
            ensure!(found["decisions"].as_array().is_some_and(|all| all.len() == 3), "its decisions are there: {found}");
            whole_timeline(&client, &id).await?;
            Ok(())
        }
    })
    .await?;
    // What was not answered may be there or not, but never by half.
    let stored = tenant.owner.all("/tickets").await?;
    let due = tenant.owner.all("/refund-instructions").await?;
    ensure!(stored.len() >= checked && due.len() == stored.len(), "{} tickets, {} instructions", stored.len(), due.len());
    for ticket in stored.iter().take(20) {
        ensure!(instructions(&tenant.owner, shop::id(ticket)?).await?.len() == 1, "one instruction each");
    }
    Ok(())
}

/// Asks until the server is gone; returns what it promised.
async fn load(tenant: Tenant, round: u32) -> Result<Vec<(String, serde_json::Value)>> {
    let lanes: Vec<u32> = (0..8).collect();
    let answers = spread(lanes, 8, move |lane| {
        let client = tenant.owner.clone();
        async move {
            let mut promised = Vec::new();
            for n in 0..10_000 {
                let name = format!("{round}-{lane}-{n}");
                let Ok(answer) = client.post("/tickets", &ticket("refund_only", &name, 990)).await else { break };
                if answer.status == 201 {
                    promised.push((answer.body["id"].as_str().unwrap_or_default().to_owned(), answer.body));
                }
            }
            Ok(promised)
        }
    })
    .await?;
    Ok(answers.into_iter().flatten().collect())
}
