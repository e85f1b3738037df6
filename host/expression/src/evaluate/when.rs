//! Methods of moments and lengths of time.

use super::type_error;
use crate::Value;
use crate::fault::Cause;
use crate::time::{Calendar, Duration, SECOND, Timestamp, offset};

pub(super) fn is_method(name: &str) -> bool {
    matches!(
        name,
        "getFullYear"
            | "getMonth"
            | "getDate"
            | "getDayOfMonth"
            | "getDayOfWeek"
            | "getDayOfYear"
            | "getHours"
            | "getMinutes"
            | "getSeconds"
            | "getMilliseconds"
    )
}

pub(super) fn of_moment(moment: Timestamp, name: &str, arguments: &[Value]) -> Result<Value, Cause> {
    let east = match arguments {
        [] => 0,
        [Value::Text(zone)] => offset(zone).ok_or_else(|| Cause::Unreadable(zone_help(zone)))?,
        _ => return Err(type_error(&format!("{name}()"), &arguments.iter().collect::<Vec<_>>())),
    };
    let at = Calendar::of(moment, east);
    Ok(Value::Int(match name {
        "getFullYear" => at.year,
        "getMonth" => at.month - 1,
        "getDate" => at.day,
        "getDayOfMonth" => at.day - 1,
        "getDayOfWeek" => at.weekday,
        "getDayOfYear" => at.day_of_year,
        "getHours" => at.hour,
        "getMinutes" => at.minute,
        "getSeconds" => at.second,
        _ => at.millisecond,
    }))
}

pub(super) fn of_length(length: Duration, name: &str) -> Result<Value, Cause> {
    let seconds = length.seconds();
    Ok(Value::Int(match name {
        "getHours" => seconds / 3_600,
        "getMinutes" => seconds / 60,
        "getSeconds" => seconds,
        "getMilliseconds" => i64::try_from(length.nanos() % SECOND / 1_000_000).unwrap_or(0),
        _ => return Err(type_error(&format!("{name}()"), &[&Value::Duration(length)])),
    }))
}

/// Why a time zone is not accepted.
pub(crate) fn zone_help(zone: &str) -> String {
    format!(
        "'{zone}' is no offset from UTC: write \"UTC\" or an offset such as \"+08:00\" (names of places are not supported, their rules change)"
    )
}
