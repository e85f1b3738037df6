//! Recurring moments, beyond the vectors of others.

use redress_domain::calendar::{Cron, CronError, Zone};

use crate::sla::at;

fn cron(text: &str) -> Cron {
    text.parse().unwrap()
}

fn three(text: &str, zone: Zone, after: &str) -> Vec<String> {
    let cron = cron(text);
    let mut last = at(after);
    (0..3)
        .map_while(|_| {
            last = cron.next(zone, last)?;
            Some(last.to_string())
        })
        .collect()
}

#[test]
fn nine_on_workdays_in_shanghai() {
    let found = three("0 9 * * MON-FRI", Zone::SHANGHAI, "2026-11-20T00:30:00Z");
    assert_eq!(found, ["2026-11-20T01:00:00Z", "2026-11-23T01:00:00Z", "2026-11-24T01:00:00Z"]);
    assert_eq!(three("0 9 * * 1-5", Zone::SHANGHAI, "2026-11-20T00:30:00Z"), found, "Monday is 1, as in every crontab");
    assert_eq!(three("0 0 9 * * 1-5", Zone::SHANGHAI, "2026-11-20T00:30:00Z"), found, "seconds in front change nothing else");
}

#[test]
fn sunday_is_nought_and_seven() {
    let found = three("0 0 * * 0", Zone::UTC, "2026-11-20T00:00:00Z");
    assert_eq!(found, ["2026-11-22T00:00:00Z", "2026-11-29T00:00:00Z", "2026-12-06T00:00:00Z"]);
    assert_eq!(three("0 0 * * 7", Zone::UTC, "2026-11-20T00:00:00Z"), found);
    assert_eq!(three("@weekly", Zone::UTC, "2026-11-20T00:00:00Z"), found);
    assert_eq!(three("0 0 * * 6-7", Zone::UTC, "2026-11-20T00:00:00Z")[..2], ["2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z"]);
}

#[test]
fn two_day_fields_mean_either() {
    let found = three("0 0 13 * FRI", Zone::UTC, "2026-11-01T00:00:00Z");
    assert_eq!(found, ["2026-11-06T00:00:00Z", "2026-11-13T00:00:00Z", "2026-11-20T00:00:00Z"]);
}

#[test]
fn every_so_often() {
    let found = three("@every 1h30m", Zone::UTC, "2026-11-22T08:00:00.25Z");
    assert_eq!(found, ["2026-11-22T09:30:00Z", "2026-11-22T11:00:00Z", "2026-11-22T12:30:00Z"]);
    assert_eq!(three("@every 90s", Zone::UTC, "2026-11-22T08:00:00Z")[0], "2026-11-22T08:01:30Z");
}

#[test]
fn every_second_of_the_hour_that_comes_twice() {
    let new_york: Zone = "America/New_York".parse().unwrap();
    let every_second = cron("* * * * * *");
    let mut last = at("2012-11-04T05:59:58Z");
    for _ in 0..4 {
        let next = every_second.next(new_york, last).unwrap();
        assert_eq!(next.as_millis() - last.as_millis(), 1000, "01:59:59 EDT is followed by 01:00:00 EST");
        last = next;
    }
    let quarter = three("30 * * * *", new_york, "2012-11-04T05:00:00Z");
    assert_eq!(quarter, ["2012-11-04T05:30:00Z", "2012-11-04T06:30:00Z", "2012-11-04T07:30:00Z"]);
}

#[test]
fn a_year_ends_it() {
    assert_eq!(three("0 0 0 1 1 * 2020,2030", Zone::UTC, "2026-11-22T00:00:00Z"), ["2030-01-01T00:00:00Z"]);
    assert!(three("0 0 0 31 4 *", Zone::UTC, "2026-11-22T00:00:00Z").is_empty());
}

#[test]
fn what_cannot_be_read_says_what_to_write() {
    let fault = |text: &str| text.parse::<Cron>().unwrap_err();
    assert!(matches!(fault("0 9 * *"), CronError::Fields { count: 4, .. }));
    assert!(matches!(fault(""), CronError::Fields { count: 0, .. }));
    assert!(matches!(fault("@reboot"), CronError::Word(word) if word == "@reboot"));
    assert!(matches!(fault("@every 0s"), CronError::Every(_)));
    assert!(matches!(fault("@every 5 minutes"), CronError::Every(_)));
    for part in ["60", "x", "5-1", "*/0", "1-", "", "+5", "1,", "*/99999999999"] {
        let found = format!("{part} 9 * * *").trim_start().parse::<Cron>();
        assert!(found.is_err(), "{part}: {found:?}");
    }
    assert_eq!(fault("0 24 * * *").to_string(), "'24' is no hour: use numbers from 0 to 23, ranges that rise, and steps above 0");
    assert_eq!(
        fault("0 0 * * 8").to_string(),
        "'8' is no day of the week: use numbers from 0 to 6 or a name from sun on, ranges that rise, and steps above 0"
    );
}

#[test]
fn the_text_survives_json() {
    let text = r#""0 9 * * MON-FRI""#;
    let cron: Cron = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&cron).unwrap(), text);
    assert!(serde_json::from_str::<Cron>(r#""every day""#).is_err());
}
