//! Durations as `@every` writes them.

use chrono::Duration;

use super::CronError;

/// Reads hours, minutes and seconds such as `1h30m` or `90s`, each at most once and in this order.
pub(super) fn parse(text: &str) -> Result<Duration, CronError> {
    let fault = || CronError::Every(text.to_owned());
    let mut rest = text;
    let mut seconds = 0_i64;
    for (unit, length) in [('h', 3600), ('m', 60), ('s', 1)] {
        if let Some((count, after)) = rest.split_once(unit) {
            let count =
                Some(count).filter(|c| c.bytes().all(|b| b.is_ascii_digit())).and_then(|c| c.parse::<u32>().ok()).ok_or_else(fault)?;
            seconds += i64::from(count) * length;
            rest = after;
        }
    }
    if rest.is_empty() && seconds > 0 { Ok(Duration::seconds(seconds)) } else { Err(fault()) }
}
