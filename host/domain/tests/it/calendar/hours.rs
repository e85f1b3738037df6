//! Business hours, case by case and for every calendar.

use chrono::{Duration, NaiveDate};
use proptest::prelude::*;
use redress_domain::Timestamp;
use redress_domain::calendar::{Block, Calendar, HolidayYear, SpecialDays, TimeOfDay, Week, Zone, special_days};

use crate::sla::at;
use crate::vectors::holidays::{block, office};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn special(first: &str, last: Option<&str>, open: &[Block]) -> SpecialDays {
    SpecialDays { name: "special".to_owned(), first: day(first), last: last.map(day), open: open.to_vec() }
}

fn always(zone: &str) -> Calendar {
    let weeks = vec![Week { weekdays: (1..=7).collect(), open: vec![block("00:00", "24:00")], first: None, last: None }];
    Calendar { name: "always".to_owned(), zone: zone.parse().unwrap(), weeks, days: Vec::new() }
}

#[test]
fn the_noon_break_is_closed() {
    let office = office();
    let open = |text: &str| office.is_open(at(text));
    // 2026-11-23 is a Monday; Shanghai is eight hours ahead.
    assert!(!open("2026-11-23T00:59:59.999999Z") && open("2026-11-23T01:00:00Z"));
    assert!(open("2026-11-23T03:59:59.999999Z") && !open("2026-11-23T04:00:00Z"), "the end is closed");
    assert!(!open("2026-11-23T05:29:59Z") && open("2026-11-23T05:30:00Z"));
    assert!(open("2026-11-23T09:59:59Z") && !open("2026-11-23T10:00:00Z"));
    assert!(!open("2026-11-22T02:00:00Z"), "Sunday");
    assert_eq!(office.open_between(at("2026-11-23T03:30:00Z"), at("2026-11-23T06:00:00Z")), Duration::hours(1));
    assert_eq!(office.next_close(at("2026-11-23T01:00:00Z")), Some(at("2026-11-23T04:00:00Z")));
    assert_eq!(office.next_open(at("2026-11-23T01:00:00Z")), Some(at("2026-11-23T05:30:00Z")));
    assert_eq!(office.next_workday_start(at("2026-11-23T01:00:00Z")), Some(at("2026-11-24T01:00:00Z")));
}

/// Z24: four hours of work that begin on Friday at 16:00 end on Monday at 11:00.
#[test]
fn z24_a_deadline_skips_night_and_weekend() {
    let office = office();
    assert_eq!(office.add_open(at("2026-11-20T08:00:00Z"), Duration::hours(4)), Some(at("2026-11-23T03:00:00Z")));
    assert_eq!(office.add_open(at("2026-11-20T08:00:00Z"), Duration::hours(2)), Some(at("2026-11-20T10:00:00Z")), "not Monday morning");
    assert_eq!(office.add_open(at("2026-11-22T08:00:00.5Z"), Duration::zero()), Some(at("2026-11-22T08:00:00.5Z")));
    assert_eq!(office.add_open(at("2026-11-20T08:00:00.5Z"), Duration::seconds(1)), Some(at("2026-11-20T08:00:01.5Z")));
}

#[test]
fn holidays_are_closed_and_make_up_days_open() {
    let mut office = office();
    office.days = vec![special("2026-10-01", Some("2026-10-07"), &[]), special("2026-10-10", None, &[block("10:00", "16:00")])];
    assert_eq!(office.workdays(day("2026-10-01"), day("2026-10-11")), 3, "Thursday, Friday and the Saturday that is worked");
    assert_eq!(office.workday_start(day("2026-10-10")), Some(at("2026-10-10T02:00:00Z")));
    assert_eq!(office.open_on(day("2026-10-10")), Duration::hours(6));
    assert_eq!(office.workday_start(day("2026-10-05")), None);
    assert_eq!(office.add_open(at("2026-09-30T09:59:00Z"), Duration::minutes(2)), Some(at("2026-10-08T01:01:00Z")));
}

#[test]
fn blocks_that_share_time_count_once() {
    let mut office = office();
    office.weeks[0].open = vec![block("09:00", "17:00"), block("10:00", "11:00"), block("16:00", "18:00"), block("18:00", "19:00")];
    assert_eq!(office.blocks(day("2026-11-23")), [block("09:00", "19:00")]);
    assert_eq!(office.open_on(day("2026-11-23")), Duration::hours(10));
}

#[test]
fn summer_hours_hold_for_a_season() {
    let mut office = office();
    office.weeks.push(Week {
        weekdays: vec![6],
        open: vec![block("10:00", "12:00")],
        first: Some(day("2026-07-01")),
        last: Some(day("2026-07-31")),
    });
    let open: Vec<bool> = ["2026-06-27", "2026-07-04", "2026-07-25", "2026-08-01"].map(|date| office.is_workday(day(date))).to_vec();
    assert_eq!(open, [false, true, true, false]);
    assert_eq!(office.check(), []);
}

#[test]
fn days_have_23_and_25_hours_when_the_clock_changes() {
    let always = always("America/New_York");
    assert_eq!(always.open_on(day("2026-03-08")), Duration::hours(23));
    assert_eq!(always.open_on(day("2026-11-01")), Duration::hours(25));
    let mut night = always.clone();
    night.weeks[0].open = vec![block("02:10", "02:50")];
    assert_eq!(night.open_on(day("2026-03-08")), Duration::zero(), "the clock jumps over it");
    night.weeks[0].open = vec![block("01:30", "02:30"), block("02:30", "03:30")];
    assert_eq!(night.open_on(day("2026-03-08")), Duration::hours(1));
    let samoa = Calendar { zone: "Pacific/Apia".parse().unwrap(), ..always };
    assert_eq!(samoa.open_on(day("2011-12-30")), Duration::zero(), "Samoa left this day out");
    assert_eq!(samoa.open_between(at("2011-12-28T00:00:00Z"), at("2012-01-02T00:00:00Z")), Duration::days(5));
}

#[test]
fn what_never_opens_or_closes_ends() {
    let always = always("Asia/Shanghai");
    let now = at("2026-11-23T00:00:00Z");
    assert_eq!(always.next_close(now), None);
    assert_eq!(always.next_open(now), None);
    assert_eq!(always.add_open(now, Duration::days(30)), Some(at("2026-12-23T00:00:00Z")));
    let mut never = office();
    never.weeks.clear();
    assert_eq!((never.add_open(now, Duration::seconds(1)), never.next_open(now), never.next_close(now)), (None, None, None));
    assert_eq!(never.next_workday_start(now), None);
    never.days = vec![special("2026-12-01", None, &[block("09:00", "10:00")])];
    assert_eq!(never.add_open(now, Duration::hours(1)), Some(at("2026-12-01T02:00:00Z")));
    assert_eq!(never.add_open(now, Duration::hours(2)), None);
    assert_eq!(never.next_close(now), Some(at("2026-12-01T02:00:00Z")));
}

#[test]
fn every_fault_of_a_calendar_is_found() {
    let mut bad = office();
    assert_eq!(bad.check(), []);
    bad.weeks[0].open = vec![block("09:00", "12:00"), block("11:00", "13:00"), block("18:00", "08:00")];
    bad.weeks.push(Week { weekdays: vec![5, 8], open: vec![block("08:00", "09:30")], first: None, last: None });
    bad.days = vec![special("2026-10-07", Some("2026-10-01"), &[]), special("2026-10-06", Some("2026-10-08"), &[])];
    bad.days.push(special("2026-10-08", None, &[block("09:00", "09:00")]));
    let found: Vec<String> = bad.check().iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "/weeks/0/open/1: the block shares time with /weeks/0/open/0: join them, or move one",
            "/weeks/0/open/2: the block ends at 08:00, not after it starts at 18:00: split one that goes over midnight in two",
            "/weeks/1/weekdays/1: 8 is no weekday: use 1 for Monday to 7 for Sunday",
            "/weeks/1/open/0: the block shares time with /weeks/0/open/0: join them, or move one",
            "/days/0: the last day 2026-10-01 is before the first, 2026-10-07",
            "/days/2/open/0: the block ends at 09:00, not after it starts at 09:00: split one that goes over midnight in two",
            "/days/2: 2026-10-08 is named by /days/1 too, which wins: keep one of them",
        ]
    );
    bad.weeks.truncate(1);
    bad.weeks[0].open = vec![block("18:00", "08:00")];
    assert_eq!(bad.check().last().unwrap().to_string(), "/weeks: no weekday is ever open, so business time never passes: open one");
}

#[test]
fn a_calendar_as_a_merchant_writes_it() {
    let text = r#"{"name":"客服","zone":"+08:00","weeks":[{"weekdays":[1,2,3,4,5],"open":[{"from":"09:00","until":"12:00"}]}],
        "days":[{"name":"国庆节","first":"2026-10-01","last":"2026-10-07"}]}"#;
    let calendar: Calendar = serde_json::from_str(text).unwrap();
    assert_eq!(calendar.check(), []);
    let back: Calendar = serde_json::from_str(&serde_json::to_string(&calendar).unwrap()).unwrap();
    assert_eq!(back, calendar);
    for (good, bad) in
        [("+08:00", "+15:00"), ("+08:00", "Asia/Nowhere"), ("09:00", "9:00"), ("12:00", "24:01"), ("until", "to"), ("10-07", "02-30")]
    {
        assert!(serde_json::from_str::<Calendar>(&text.replace(good, bad)).is_err(), "{bad}");
    }
    assert_eq!("-03:30".parse::<Zone>().unwrap().to_string(), "-03:30");
    assert_eq!("23:59:30".parse::<TimeOfDay>().unwrap().to_string(), "23:59:30");
}

#[test]
fn the_last_file_decides_a_day_and_days_in_a_row_are_one_row() {
    let year = |text: &str| serde_json::from_str::<HolidayYear>(text).unwrap();
    let first = year(r#"{"year": 2026, "papers": [], "days": [{"name": "元旦", "date": "2026-12-31", "isOffDay": false}]}"#);
    let second = year(
        r#"{"year": 2027, "days": [{"name": "元旦", "date": "2026-12-31", "isOffDay": true}, {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
            {"name": "元旦", "date": "2027-01-03", "isOffDay": false}]}"#,
    );
    let rows = special_days([first, second].iter().flat_map(|year| &year.days), &[block("09:00", "17:00")]);
    let told: Vec<_> = rows.iter().map(|row| (row.first, row.end(), row.open.len())).collect();
    assert_eq!(told, [(day("2026-12-31"), day("2027-01-01"), 0), (day("2027-01-03"), day("2027-01-03"), 1)]);
}

prop_compose! {
    fn any_block()(from in 0u32..1440, length in 1u32..700) -> Block {
        let time = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
        block(&time(from), &time((from + length).min(1440)))
    }
}

prop_compose! {
    /// Any calendar around a change of New York's clock, with blocks that may overlap.
    fn any_calendar()(
        zone in prop::sample::select(vec!["Asia/Shanghai", "America/New_York", "-03:30", "Australia/Lord_Howe"]),
        weeks in prop::collection::vec((prop::collection::vec(1u8..8, 0..6), prop::collection::vec(any_block(), 0..4)), 1..3),
        days in prop::collection::vec((0u64..20, 0u64..4, prop::collection::vec(any_block(), 0..3)), 0..4),
    ) -> Calendar {
        let weeks = weeks.into_iter().map(|(weekdays, open)| Week { weekdays, open, first: None, last: None }).collect();
        let date = |offset| day("2026-10-25").checked_add_days(chrono::Days::new(offset)).unwrap();
        let days = days.into_iter().map(|(first, more, open)| {
            SpecialDays { name: String::new(), first: date(first), last: Some(date(first + more)), open }
        });
        Calendar { name: String::new(), zone: zone.parse().unwrap(), weeks, days: days.collect() }
    }
}

fn second(n: i64) -> Timestamp {
    at("2026-10-26T00:00:00Z").plus(Duration::seconds(n))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// Counting minute by minute gives the same.
    #[test]
    fn open_time_is_the_sum_of_open_minutes(calendar in any_calendar(), from in 0i64..12_000, length in 0i64..1_500) {
        let minutes = (from..from + length).filter(|&n| calendar.is_open(second(n * 60))).count();
        prop_assert_eq!(calendar.open_between(second(from * 60), second((from + length) * 60)).num_minutes(), i64::try_from(minutes).unwrap());
    }

    #[test]
    fn open_time_adds_up(calendar in any_calendar(), mut moments in prop::array::uniform3(0i64..1_500_000)) {
        moments.sort_unstable();
        let [a, b, c] = moments.map(second);
        prop_assert_eq!(calendar.open_between(a, b) + calendar.open_between(b, c), calendar.open_between(a, c));
        prop_assert!(calendar.open_between(a, c) <= c.as_datetime() - a.as_datetime());
        prop_assert_eq!(calendar.open_between(c, a), Duration::zero());
    }

    /// A deadline is the first moment at which the time has passed.
    #[test]
    fn a_deadline_is_as_early_as_can_be(calendar in any_calendar(), from in 0i64..1_000_000, time in 1i64..400_000) {
        let (from, time) = (second(from), Duration::seconds(time));
        match calendar.add_open(from, time) {
            Some(due) => {
                prop_assert_eq!(calendar.open_between(from, due), time);
                prop_assert!(calendar.open_between(from, due.plus(Duration::microseconds(-1))) < time);
            }
            None => prop_assert!(calendar.open_between(from, from.plus(Duration::days(1000))) < time),
        }
    }

    /// Between here and the next opening or closing nothing changes; there it does.
    #[test]
    fn nothing_changes_before_the_next_change(calendar in any_calendar(), from in 0i64..1_000_000) {
        let from = second(from);
        let (opens, closes) = (calendar.next_open(from), calendar.next_close(from));
        if let Some(change) = opens.into_iter().chain(closes).min() {
            let before = change.plus(Duration::microseconds(-1));
            prop_assert!(change > from);
            prop_assert_eq!(calendar.is_open(before), calendar.is_open(from));
            prop_assert_eq!(calendar.is_open(change), !calendar.is_open(from));
            let all = change.as_datetime() - from.as_datetime();
            prop_assert_eq!(calendar.open_between(from, change), if calendar.is_open(from) { all } else { Duration::zero() });
        }
        if calendar.is_open(from) {
            prop_assert!(closes.is_some() || calendar.open_between(from, from.plus(Duration::days(500))) == Duration::days(500));
        }
    }
}
