//! Many requests at once, but not too many.

use std::future::Future;
use std::sync::Arc;

use anyhow::Result;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// Runs `work` over all items, at most `width` at once, and returns the results in the order of the items.
///
/// # Errors
/// The first failure; the rest is given up.
pub async fn spread<I, T, F, W>(items: Vec<I>, width: usize, work: W) -> Result<Vec<T>>
where
    T: Send + 'static,
    F: Future<Output = Result<T>> + Send + 'static,
    W: Fn(I) -> F,
{
    let permits = Arc::new(Semaphore::new(width));
    let mut tasks = JoinSet::new();
    for (place, item) in items.into_iter().enumerate() {
        let permit = Arc::clone(&permits).acquire_owned().await?;
        let future = work(item);
        tasks.spawn(async move {
            let result = future.await;
            drop(permit);
            (place, result)
        });
    }
    let mut results = Vec::with_capacity(tasks.len());
    while let Some(done) = tasks.join_next().await {
        let (place, result) = done?;
        results.push((place, result?));
    }
    results.sort_unstable_by_key(|(place, _)| *place);
    Ok(results.into_iter().map(|(_, result)| result).collect())
}
