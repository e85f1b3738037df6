//! Two write the same thing at the same moment: whoever was slower has written nothing, and thinks again with what the other wrote.

/// Most times something is thought through because others wrote at the same moment.
const TRIES: u32 = 5;

/// Attempts something, and again while `raced` says of its failure that others were faster, five times at most.
///
/// # Errors
/// What the last attempt says.
pub async fn again<T, E, F>(raced: impl Fn(&E) -> bool, attempt: impl Fn() -> F) -> Result<T, E>
where
    F: Future<Output = Result<T, E>>,
{
    let mut tries = 1;
    loop {
        match attempt().await {
            Err(error) if tries < TRIES && raced(&error) => tries += 1,
            done => return done,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::{TRIES, again};

    async fn after(losses: u32) -> (Result<u32, &'static str>, u32) {
        let tries = AtomicU32::new(0);
        let attempt = || async {
            let before = tries.fetch_add(1, Ordering::Relaxed);
            if before < losses { Err("raced") } else { Ok(before) }
        };
        (again(|why| *why == "raced", attempt).await, tries.load(Ordering::Relaxed))
    }

    #[tokio::test]
    async fn who_was_slower_tries_again_and_gives_up_in_the_end() {
        assert_eq!(after(0).await, (Ok(0), 1));
        assert_eq!(after(2).await, (Ok(2), 3));
        assert_eq!(after(TRIES).await, (Err("raced"), TRIES));
        let other: Result<(), _> = again(|why: &&str| *why == "raced", || async { Err("refused") }).await;
        assert_eq!(other, Err("refused"), "what is refused is refused at once");
    }
}
