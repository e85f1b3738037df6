//! Writes that share a commit do not share their fate.

use std::time::Duration;

use redress_domain::order::Customer;
use redress_store::{Error, TenantStore, customer, parameter};

use crate::backend::{Backend, read, write};
use crate::sample::Sample;

/// Keeps the writer busy so that what comes next shares one group.
fn occupy(shop: &TenantStore) -> tokio::task::JoinHandle<Result<(), Error>> {
    let shop = shop.clone();
    tokio::spawn(async move {
        write!(shop, |_tx| {
            tokio::time::sleep(Duration::from_millis(100)).await;
            Ok(())
        })
    })
}

fn add(shop: &TenantStore, customer: Customer) -> tokio::task::JoinHandle<Result<Customer, Error>> {
    let shop = shop.clone();
    tokio::spawn(async move { write!(shop, |tx| customer::upsert(tx, &customer).await) })
}

#[tokio::test]
async fn a_failing_and_a_panicking_job_do_not_harm_their_neighbours() {
    let backend = Backend::sqlite().await;
    let sample = &mut Sample::new();
    let shop = backend.tenant(sample, "group").await;
    let busy = occupy(&shop);
    tokio::time::sleep(Duration::from_millis(20)).await;

    let before = add(&shop, sample.customer("before"));
    let (failing, doomed) = (shop.clone(), sample.customer("failing"));
    let failing = tokio::spawn(async move {
        write!(failing, |tx| {
            customer::upsert(tx, &doomed).await?;
            parameter::delete(tx, "nothing").await
        })
    });
    let (panicking, doomed) = (shop.clone(), sample.customer("panicking"));
    let panicking = tokio::spawn(async move {
        write!(panicking, |tx| {
            customer::upsert(tx, &doomed).await?;
            panic!("on purpose");
            #[expect(unreachable_code, reason = "gives the block its type")]
            Ok(())
        })
    });
    let after = add(&shop, sample.customer("after"));

    busy.await.unwrap().unwrap();
    before.await.unwrap().unwrap();
    assert!(matches!(failing.await.unwrap(), Err(Error::NotFound { .. })));
    assert!(panicking.await.unwrap_err().is_panic(), "the panic reaches the one who asked");
    after.await.unwrap().unwrap();
    for (name, there) in [("before", true), ("failing", false), ("panicking", false), ("after", true)] {
        let found = read!(shop, |tx| customer::find_by_external_id(tx, name).await).unwrap();
        assert_eq!(found.is_some(), there, "{name}");
    }
    add(&shop, sample.customer("later")).await.unwrap().expect("the writer lives on");
}

/// When the answer is there, a reader on another connection sees the change.
#[tokio::test]
async fn an_answer_comes_only_after_the_commit() {
    let backend = Backend::sqlite().await;
    let sample = &mut Sample::new();
    let shop = backend.tenant(sample, "group").await;
    let mut tasks = Vec::new();
    for n in 0..200 {
        let (shop, new) = (shop.clone(), sample.customer(&format!("c-{n}")));
        tasks.push(tokio::spawn(async move {
            let id = new.id;
            write!(shop, |tx| customer::upsert(tx, &new).await).unwrap();
            read!(shop, |tx| customer::find(tx, id).await).unwrap().is_some()
        }));
    }
    for task in tasks {
        assert!(task.await.unwrap());
    }
}

/// A request that is dropped while it waits leaves no open transaction behind.
#[tokio::test]
async fn a_dropped_request_does_not_stop_the_writer() {
    let backend = Backend::sqlite().await;
    let sample = &mut Sample::new();
    let shop = backend.tenant(sample, "group").await;
    let busy = occupy(&shop);
    tokio::time::sleep(Duration::from_millis(20)).await;
    let dropped = add(&shop, sample.customer("dropped"));
    tokio::task::yield_now().await;
    dropped.abort();
    busy.await.unwrap().unwrap();
    add(&shop, sample.customer("next")).await.unwrap().unwrap();
}

/// A broken constraint of a gathered insertion shows at the commit and undoes that job alone.
#[tokio::test]
async fn a_gathered_insertion_that_fails_undoes_its_job() {
    let backend = Backend::sqlite().await;
    let sample = &mut Sample::new();
    let shop = backend.tenant(sample, "group").await;
    let (buyer, bought) = (sample.customer("g"), sample.order("g", None));
    let (one, two) = (sample.ticket("G-1", &buyer, &bought), sample.ticket("G-1", &buyer, &bought));
    write!(shop, |tx| redress_store::ticket::insert(tx, &one).await).unwrap();
    let other = buyer.clone();
    let refused = write!(shop, |tx| {
        customer::upsert(tx, &other).await?;
        redress_store::ticket::insert(tx, &two).await
    });
    assert!(matches!(refused, Err(Error::NotUnique { .. })), "{refused:?}");
    assert_eq!(read!(shop, |tx| customer::find_by_external_id(tx, "g").await).unwrap(), None);
}
