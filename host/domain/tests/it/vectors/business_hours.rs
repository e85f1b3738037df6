//! `conformance/business-hours`: rickar/cal's tables.

use std::path::Path;

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use redress_domain::Timestamp;
use redress_domain::calendar::{Block, Calendar, SpecialDays, Week, Zone};
use serde_json::Value;

use super::holidays::block;
use super::{Tally, json};

/// Every vector of the seven families.
pub(crate) fn check(data: &Path) -> Vec<Tally> {
    let file = json(&data.join("conformance/business-hours/rickar_cal_vectors.json"));
    let families = file["tests"].as_object().cloned().unwrap_or_default();
    let mut tallies = Vec::new();
    for (family, rows) in families {
        let mut tally = Tally::of(&family);
        for row in rows.as_array().cloned().unwrap_or_default() {
            let calendar = calendar(&family, row["c"].as_str().unwrap_or("c"));
            let found = answer(&family, &calendar, &row);
            tally.check(found == row["want"], || format!("{row}: {found}"));
        }
        tallies.push(tally);
    }
    tallies
}

fn answer(family: &str, calendar: &Calendar, row: &Value) -> Value {
    let at = |name: &str| row[name].as_str().and_then(|text| text.parse::<Timestamp>().ok());
    let d = at("d").unwrap_or(Timestamp::from_millis(0).unwrap());
    let day = calendar.date(d);
    let text = |found: Option<Timestamp>| serde_json::to_value(found).unwrap();
    match family {
        "TestIsWorkday" => calendar.is_workday(day).into(),
        "TestIsWorkTime" => calendar.is_open(d).into(),
        "TestWorkdaysInRange" => calendar.workdays(calendar.date(at("f").unwrap()), calendar.date(at("t").unwrap())).into(),
        "TestNextWorkdayStart" => text(calendar.next_workday_start(d)),
        "TestWorkdayStart" => text(calendar.workday_start(day)),
        "TestWorkdayEnd" => text(calendar.workday_end(day)),
        "TestWorkingHours" => {
            let whole_day = calendar.open_between(d, d.plus(Duration::days(1)));
            assert_eq!(whole_day, calendar.open_on(day), "two ways to measure a day");
            serde_json::json!({ "minutes": whole_day.num_minutes() })
        }
        other => Value::String(format!("{other} is unknown here")),
    }
}

/// The calendars that the file describes in words.
fn calendar(family: &str, name: &str) -> Calendar {
    let week = |weekdays: Vec<u8>, open: Block| Week { weekdays, open: vec![open], first: None, last: None };
    let nine_to_five = block("09:00", "17:00");
    let (weeks, days) = match (family, name) {
        ("TestIsWorkday", "cal2") => (Vec::new(), days(|date| (date.day() <= 15).then_some(nine_to_five)).chain_holidays()),
        ("TestIsWorkTime", "cal3") => (vec![week(vec![4, 5], block("06:00", "24:00"))], Vec::new()),
        (_, "cal2") => (Vec::new(), days(|date| (date.weekday().number_from_monday() < 6).then(|| by_day_of_month(date.day())))),
        (_, "cal1") => (vec![week(vec![1, 2, 3, 4, 5], nine_to_five)], Vec::new()),
        _ => (vec![week(vec![1, 2, 3, 4, 5], nine_to_five)], Vec::new().chain_holidays()),
    };
    Calendar { name: name.to_owned(), zone: Zone::UTC, weeks, days }
}

fn by_day_of_month(day: u32) -> Block {
    let hour = day % 12;
    block(&format!("{hour:02}:30"), &format!("{:02}:45", hour + 6))
}

/// The years that the vectors speak of, day by day.
fn days(open: impl Fn(NaiveDate) -> Option<Block>) -> Vec<SpecialDays> {
    let first = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap();
    let row = |date: NaiveDate| SpecialDays { name: date.to_string(), first: date, last: None, open: open(date).into_iter().collect() };
    first.iter_days().take(6 * 366).map(row).collect()
}

trait Holidays {
    /// 4 July, observed on Friday when on Saturday and on Monday when on Sunday; before the other rows, so that it wins.
    fn chain_holidays(self) -> Self;
}

impl Holidays for Vec<SpecialDays> {
    fn chain_holidays(self) -> Self {
        let observed = (2010..2030).map(|year| {
            let fourth = NaiveDate::from_ymd_opt(year, 7, 4).unwrap();
            let date = match fourth.weekday() {
                Weekday::Sat => fourth.pred_opt().unwrap(),
                Weekday::Sun => fourth.succ_opt().unwrap(),
                _ => fourth,
            };
            SpecialDays { name: "4 July".to_owned(), first: date, last: None, open: Vec::new() }
        });
        observed.chain(self).collect()
    }
}
