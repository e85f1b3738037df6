//! Whose clock on the wall.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Duration, FixedOffset, MappedLocalTime, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;

/// A clock on the wall: an IANA zone such as `Asia/Shanghai`, or a fixed distance from UTC such as `+08:00`.
///
/// China has no summer time, but merchants who sell abroad have people where there is one, and the cron vectors ask for it;
/// `chrono-tz` is kept by the keepers of chrono, so named zones cost one table in the binary and no code of ours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Zone {
    /// Always as far from UTC.
    Fixed(FixedOffset),
    /// As the IANA database says, with summer time where there is one.
    Named(Tz),
}

/// The text is no zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a time zone: use an IANA name such as Asia/Shanghai, or an offset such as +08:00 between -12:00 and +14:00")]
pub struct ZoneError(String);

impl Zone {
    /// China's.
    pub const SHANGHAI: Self = Self::Named(Tz::Asia__Shanghai);
    /// UTC.
    pub const UTC: Self = Self::Named(Tz::UTC);

    /// A clock so many minutes ahead of UTC; `None` outside -720 to 840, where no clock is.
    pub fn from_minutes(minutes: i16) -> Option<Self> {
        (-720..=840).contains(&minutes).then(|| FixedOffset::east_opt(i32::from(minutes) * 60)).flatten().map(Self::Fixed)
    }

    /// What the clock shows at a moment.
    pub fn local(self, at: Timestamp) -> NaiveDateTime {
        let utc = at.as_datetime().naive_utc();
        // Not `with_timezone`: it panics where a year beyond chrono's meets an offset.
        let offset = match self {
            Self::Fixed(offset) => offset,
            Self::Named(zone) => zone.offset_from_utc_datetime(&utc).fix(),
        };
        utc.checked_add_offset(offset).unwrap_or(utc)
    }

    /// The moments at which the clock shows a time: none when it jumps over it, two when it is set back over it.
    pub fn moments(self, local: NaiveDateTime) -> MappedLocalTime<Timestamp> {
        let utc = |offset: FixedOffset| local.checked_sub_offset(offset).map_or(DateTime::<Utc>::MAX_UTC, |at| at.and_utc()).into();
        match self {
            Self::Fixed(offset) => MappedLocalTime::Single(utc(offset)),
            Self::Named(zone) => zone.offset_from_local_datetime(&local).map(|offset| utc(offset.fix())),
        }
    }

    /// The first moment at which the clock shows a time or, when it jumps over it, a later one. Never falls as `local` grows,
    /// so that blocks of a day never overlap because of a change of the clock.
    pub(crate) fn first_moment(self, local: NaiveDateTime) -> Timestamp {
        let mut wanted = local;
        // Jumps end on whole minutes, and none is longer than the day that Samoa left out in 2011.
        for _ in 0..=24 * 60 {
            match self.moments(wanted) {
                MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => return at,
                MappedLocalTime::None => {
                    let whole = wanted - Duration::seconds(wanted.and_utc().timestamp().rem_euclid(60));
                    wanted = whole.checked_add_signed(Duration::minutes(1)).unwrap_or(whole);
                }
            }
        }
        DateTime::<Utc>::MAX_UTC.into()
    }
}

impl FromStr for Zone {
    type Err = ZoneError;

    fn from_str(text: &str) -> Result<Self, ZoneError> {
        let fault = || ZoneError(text.to_owned());
        if !text.starts_with(['+', '-']) {
            return text.parse().map(Self::Named).map_err(|_| fault());
        }
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i16>().ok()).flatten();
        let (hours, minutes) = text[1..].split_once(':').filter(|(h, m)| h.len() == 2 && m.len() == 2).ok_or_else(fault)?;
        let total = digits(hours).zip(digits(minutes)).filter(|&(_, m)| m < 60).map(|(h, m)| h * 60 + m).ok_or_else(fault)?;
        Self::from_minutes(if text.starts_with('-') { -total } else { total }).ok_or_else(fault)
    }
}

impl TryFrom<String> for Zone {
    type Error = ZoneError;

    fn try_from(text: String) -> Result<Self, ZoneError> {
        text.parse()
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.to_string()
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fixed(offset) => offset.fmt(f),
            Self::Named(zone) => f.write_str(zone.name()),
        }
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

// By hand, because the derive takes no other type's schema here.
#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Zone {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .description(Some("A clock on the wall: an IANA zone, or a fixed distance from UTC."))
            .examples(["Asia/Shanghai", "+08:00"])
            .into()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Zone {
    fn name() -> std::borrow::Cow<'static, str> {
        std::borrow::Cow::Borrowed("Zone")
    }
}
