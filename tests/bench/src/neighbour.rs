//! What a merchant notices of a neighbour whose rules misbehave: the 99th percentile of its requests in peace, and while
//! another tenant asks five hostile rules without pause.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use redress_tests::hostile::Deed;
use redress_tests::load::{Plan, Report as Load, rank};
use redress_tests::sample::{changed, ticket};
use redress_tests::server::{Options, Server};
use redress_tests::tenant::Tenant;
use serde_json::{Value, json};

use crate::report::Report;
use crate::{bare, other, tickets};

/// What the neighbour's rules do.
const DEEDS: [Deed; 5] = [Deed::Loop, Deed::MemoryBomb, Deed::FloodLog, Deed::Trap, Deed::Recurse];
/// Connections for each of them.
const LANES: usize = 2;
/// Peace and noise take turns, so that whatever else the machine does falls on both.
const ROUNDS: usize = 5;
/// Length of each.
const MILLIS: u64 = 3_000;
/// The figure that may be reached.
const MOST: f64 = 1.5;

/// Measures both kinds of request.
pub(crate) async fn run(report: &mut Report) -> Result<()> {
    let server = Server::start(Options::default().with("REDRESS__LOG__FILTER", "error")).await?;
    let merchant = tickets::shop(&server).await?;
    // It is there already: the answer is the same plugin again.
    let plugin = merchant.owner.upload(redress_tests::component::stock("refund-tiers")?).await?.expect(200)?;
    let dry_run = plan(&server, &merchant, "/api/v1/hooks/refund-approval/evaluate", 200, &bare::body(&plugin)?);
    let body = changed(ticket("return_refund", "{n}", 28_800), "/customer/external_id", Value::from("c-{m}"));
    let mut create = plan(&server, &merchant, "/api/v1/tickets", 201, &body);
    create.headers.push("idempotency-key: neighbour-{n}".into());
    let hostile = Tenant::create(&server).await?;
    let mut bodies = Vec::new();
    for deed in DEEDS {
        let plugin = hostile.upload(deed.component()?).await?;
        bodies.push((deed, bare::body(&plugin)?));
    }
    for (name, mut plan) in [("rule call", dry_run), ("ticket with three rules", create)] {
        let (mut quiet, mut noisy, mut asked) = (Vec::new(), Vec::new(), 0);
        // The first round only warms up.
        for round in 0..=ROUNDS {
            let peace = measured(&mut plan).await?;
            let noise = Noise::start(&server, &hostile, &bodies)?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            let loud = measured(&mut plan).await?;
            asked += noise.stop().await?;
            if round > 0 {
                quiet.push(peace);
                noisy.push(loud);
            }
        }
        let (quiet, noisy) = (median(&quiet), median(&noisy));
        #[expect(clippy::cast_precision_loss, reason = "microseconds are few")]
        let ratio = noisy as f64 / quiet as f64;
        let verdict = if ratio <= MOST { "" } else { " MISSED" };
        let figure = format!("p99 {quiet} µs in peace, {noisy} µs beside {asked} hostile calls: {ratio:.2}×{verdict}");
        let value = json!({"quiet_p99_us": quiet, "noisy_p99_us": noisy, "ratio": ratio, "hostile_calls": asked});
        report.figure(&format!("{name}, beside a hostile neighbour"), &figure, &format!("at most {MOST}×"), &value);
    }
    Ok(())
}

/// The merchant's own load.
fn plan(server: &Server, merchant: &Tenant, path: &str, status: u16, body: &Value) -> Plan {
    let key = merchant.owner.key().unwrap_or_default();
    Plan {
        address: format!("127.0.0.1:{}", server.port()),
        connections: 1,
        warm_up: 50,
        millis: MILLIS,
        most: 1_000_000,
        method: "POST".into(),
        path: path.to_owned(),
        headers: vec![format!("authorization: Bearer {key}"), "content-type: application/json".into()],
        body: body.to_string(),
        first: 0,
        status,
    }
}

/// The 99th percentile of one stretch, in microseconds.
async fn measured(plan: &mut Plan) -> Result<u64> {
    let asked = plan.clone();
    let load: Load = tokio::task::spawn_blocking(move || other::load(&asked)).await??;
    ensure!(load.wrong == 0 && load.answers > 0, "the merchant was refused: {load:?}");
    plan.first = load.next;
    Ok(load.p99_us)
}

fn median(figures: &[u64]) -> u64 {
    let mut sorted = figures.to_vec();
    sorted.sort_unstable();
    sorted.get(rank(sorted.len(), 0.5)).copied().unwrap_or_default().max(1)
}

/// The neighbour's requests, until they are stopped.
struct Noise {
    lanes: Vec<tokio::task::JoinHandle<Result<()>>>,
    until: Arc<AtomicU64>,
    begun: Instant,
    calls: Arc<AtomicU64>,
}

impl Noise {
    fn start(server: &Server, tenant: &Tenant, bodies: &[(Deed, Value)]) -> Result<Self> {
        ensure!(!bodies.is_empty(), "a neighbour without rules is quiet");
        let (until, calls, begun) = (Arc::new(AtomicU64::new(u64::MAX)), Arc::new(AtomicU64::new(0)), Instant::now());
        let mut lanes = Vec::new();
        for (deed, body) in bodies.iter().flat_map(|body| std::iter::repeat_n(body, LANES)) {
            let client = redress_tests::client::Client::new(&server.base(), tenant.owner.key())?;
            let (deed, body, until, calls) = (*deed, body.clone(), Arc::clone(&until), Arc::clone(&calls));
            lanes.push(tokio::spawn(async move {
                while u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX) < until.load(Ordering::Relaxed) {
                    let reply = client.post("/hooks/refund-approval/evaluate", &body).await?;
                    // Whoever asks more than its share is told to come later.
                    if reply.status == 200 {
                        let outcome = reply.body["outcome"].as_str().context("an outcome")?;
                        ensure!(deed.outcomes().contains(&outcome) || outcome == "interrupted", "{deed:?} ends as {outcome}");
                        calls.fetch_add(1, Ordering::Relaxed);
                    } else {
                        ensure!(reply.status == 503 || reply.status == 429, "{deed:?}: {reply:?}");
                    }
                }
                Ok(())
            }));
        }
        Ok(Self { lanes, until, begun, calls })
    }

    /// Ends it; tells how many hostile calls were made.
    async fn stop(self) -> Result<u64> {
        self.until.store(u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(0), Ordering::Relaxed);
        for lane in self.lanes {
            lane.await??;
        }
        Ok(self.calls.load(Ordering::Relaxed))
    }
}
