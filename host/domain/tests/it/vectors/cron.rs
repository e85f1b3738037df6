//! `conformance/cron`: robfig/cron's table of moments.

use std::path::Path;

use chrono::{DateTime, Duration, NaiveDateTime};
use redress_domain::Timestamp;
use redress_domain::calendar::{Cron, Zone};
use serde_json::Value;

use super::{Tally, json};

/// Every vector of the four families.
pub(crate) fn check(data: &Path) -> Vec<Tally> {
    let file = json(&data.join("conformance/cron/robfig_cron_vectors.json"));
    let rows = |family: &str| file[family].as_array().cloned().unwrap_or_default();
    let mut activation = Tally::of("cron activation");
    for row in rows("activation") {
        let at = moment(&row["at"], Zone::UTC);
        // It fires at a moment when that is the next one after the second before.
        let fires = cron(&row["spec"]).map(|cron| cron.next(Zone::UTC, at.plus(Duration::seconds(-1))) == Some(at));
        activation.check(fires.clone().ok() == row["fires"].as_bool(), || format!("{row}: {fires:?}"));
    }
    let mut next = Tally::of("cron next");
    let mut with_zone = Tally::of("cron next with offset");
    for (tally, family) in [(&mut next, "next"), (&mut with_zone, "next_with_tz")] {
        for row in rows(family) {
            let zone = zone(&row);
            let wanted = Some(&row["next"]).filter(|next| !next.is_null()).map(|next| moment(next, zone));
            let found = cron(&row["spec"]).map(|cron| cron.next(zone, moment(&row["from"], zone)));
            tally.check(found == Ok(wanted), || format!("{row}: {found:?}"));
        }
    }
    let mut invalid = Tally::of("cron invalid");
    for row in rows("invalid") {
        let found = cron(&row);
        invalid.check(found.is_err(), || format!("{row}: {found:?}"));
    }
    vec![activation, next, with_zone, invalid]
}

fn cron(spec: &Value) -> Result<Cron, String> {
    spec.as_str().unwrap_or_default().parse().map_err(|error: redress_domain::calendar::CronError| error.to_string())
}

/// The zone that is named; else the offset of the moment from which to look; else UTC.
fn zone(row: &Value) -> Zone {
    let named = row["timezone"].as_str().map(|name| name.parse().unwrap());
    let offset = || DateTime::parse_from_str(row["from"].as_str()?, "%Y-%m-%dT%H:%M:%S%z").ok().map(|at| Zone::Fixed(*at.offset()));
    named.or_else(offset).unwrap_or(Zone::UTC)
}

fn moment(text: &Value, zone: Zone) -> Timestamp {
    let text = text.as_str().unwrap();
    match DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%z") {
        Ok(at) => at.to_utc().into(),
        Err(_) => zone.moments(NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").unwrap()).earliest().unwrap(),
    }
}
