//! The floor of create-ticket: its write set alone, through this crate's public functions, at 1, 8 and 32 writers on both
//! databases. `cargo run --release -p redress-store --example floor [seconds per row]`

mod made;

use std::time::{Duration, Instant};

use anyhow::Result;
use redress_domain::plugin::Plugin;
use redress_store::{
    Error, Store, TenantStore, blob, customer, decision, fact, idempotency, order, outbox, plugin, tenant, ticket, timeline,
};
use redress_tests::postgres::Cluster;

use made::Made;

/// The same allocator as the server.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<()> {
    let seconds = std::env::args().nth(1).map_or(Ok(5), |text| text.parse())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let folder = tempfile::tempdir()?;
    let file = format!("sqlite:{}", folder.path().join("floor.db").display());
    runtime.block_on(measure("SQLite", &file, Duration::from_secs(seconds)))?;
    let cluster = Cluster::start()?;
    let server = cluster.create_database("floor")?;
    runtime.block_on(measure("PostgreSQL", &server, Duration::from_secs(seconds)))
}

#[expect(clippy::print_stdout, reason = "the table is the point")]
async fn measure(name: &str, url: &str, time: Duration) -> Result<()> {
    let store = Store::open(url).await?;
    store.migrate().await?;
    let made = Made::default();
    let shop = made.tenant();
    let rule = made.plugin();
    let (id, stored) = (shop.id, rule.clone());
    store
        .write::<_, Error>(move |tx| {
            Box::pin(async move {
                tenant::insert(tx, &shop).await?;
                plugin::insert(tx.tenant(id), &stored).await
            })
        })
        .await?;
    println!("{name:<12} {:>8} {:>12} {:>10} {:>10}", "writers", "commits/s", "p50 ms", "p99 ms");
    for writers in [1, 8, 32] {
        let mut tasks = Vec::new();
        let begin = Instant::now();
        for _ in 0..writers {
            tasks.push(tokio::spawn(write(store.tenant(id), made.clone(), rule.clone(), begin + time)));
        }
        let mut times = Vec::new();
        for task in tasks {
            times.extend(task.await??);
        }
        let took = begin.elapsed().as_secs_f64();
        times.sort();
        let at = |share: f64| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "an index")]
            let index = (times.len() as f64 * share) as usize;
            times.get(index.min(times.len().saturating_sub(1))).map_or(0.0, Duration::as_secs_f64) * 1000.0
        };
        #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
        let rate = times.len() as f64 / took;
        println!("{:<12} {writers:>8} {rate:>12.0} {:>10.2} {:>10.2}", "", at(0.5), at(0.99));
    }
    Ok(())
}

/// One writer: makes a ticket, stores it, again.
async fn write(shop: TenantStore, made: Made, rule: Plugin, until: Instant) -> Result<Vec<Duration>> {
    let mut times = Vec::new();
    while Instant::now() < until {
        let set = made.write_set(&rule);
        let begin = Instant::now();
        shop.write::<_, Error>(move |tx| {
            Box::pin(async move {
                customer::complete(tx, &set.customer).await?;
                order::insert(tx, &set.order).await?;
                ticket::insert(tx, &set.ticket).await?;
                timeline::append(tx, set.ticket.id, &set.entries).await?;
                blob::put_many(tx, &set.blobs).await?;
                decision::insert_many(tx, &set.records).await?;
                outbox::insert_many(tx, &set.messages).await?;
                fact::put(tx, &set.fact, None).await?;
                idempotency::insert(tx, &set.answer).await
            })
        })
        .await?;
        times.push(begin.elapsed());
    }
    Ok(times)
}
