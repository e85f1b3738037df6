//! How often customers may ask. Counted in this process: several nodes allow that many times as much.

use std::collections::HashMap;

use chrono::Duration;
use parking_lot::Mutex;
use redress_domain::{Digest, Timestamp};

use crate::problem::{Code, Problem};

/// Most things counted at once; beyond it those whose time is over go, then all.
const MOST: usize = 100_000;

/// Counts requests in windows of time.
#[derive(Default)]
pub struct Limits(Mutex<HashMap<Digest, Window>>);

struct Window {
    ends: Timestamp,
    used: u32,
}

impl Limits {
    /// Counts one request of `who`, at most `most` of which may come within `span`.
    ///
    /// # Errors
    /// 429 `too_many_requests` with `Retry-After`.
    pub fn count(&self, kind: &str, who: &str, most: u32, span: Duration, now: Timestamp) -> Result<(), Problem> {
        let key = Digest::of(format!("{kind}\n{who}").as_bytes());
        let mut windows = self.0.lock();
        if windows.len() >= MOST && !windows.contains_key(&key) {
            windows.retain(|_, window| now < window.ends);
            if windows.len() >= MOST {
                windows.clear();
            }
        }
        let window = windows.entry(key).or_insert(Window { ends: now.plus(span), used: 0 });
        if now >= window.ends {
            *window = Window { ends: now.plus(span), used: 0 };
        }
        if window.used >= most {
            let wait = (window.ends.as_millis() - now.as_millis()).max(0) / 1_000 + 1;
            let wait = u32::try_from(wait).unwrap_or(u32::MAX);
            let detail = format!("{most} requests were taken and no more are for {wait} s; wait and try again");
            return Err(Problem::new(Code::TooManyRequests, detail).after(wait));
        }
        window.used += 1;
        Ok(())
    }

    /// Takes back one request of `who` that was counted: it turned out to be an honest one.
    pub fn forgive(&self, kind: &str, who: &str) {
        if let Some(window) = self.0.lock().get_mut(&Digest::of(format!("{kind}\n{who}").as_bytes())) {
            window.used = window.used.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn z39_requests_are_counted_by_whom_and_when() {
        let limits = Limits::default();
        let start: Timestamp = "2026-10-05T08:00:00Z".parse().expect("a moment");
        let at = |seconds| start.plus(Duration::seconds(seconds));
        let ask = |who, seconds| limits.count("address", who, 2, Duration::minutes(1), at(seconds)).map_err(|problem| problem.code());
        assert_eq!((ask("a", 0), ask("a", 30)), (Ok(()), Ok(())));
        assert_eq!(ask("a", 59), Err(Code::TooManyRequests));
        assert_eq!(ask("b", 59), Ok(()), "another one's requests count for them");
        assert_eq!(ask("a", 60), Ok(()), "a new minute");
        assert_eq!((ask("a", 60), ask("a", 61)), (Ok(()), Err(Code::TooManyRequests)));
        limits.forgive("address", "a");
        assert_eq!((ask("a", 62), ask("a", 63)), (Ok(()), Err(Code::TooManyRequests)), "one was honest");
        limits.forgive("address", "nobody");
    }
}
