//! `calendars-cn`: every day that the State Council's notices name.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use redress_domain::calendar::{Block, Calendar, HolidayYear, Week, Zone, special_days};

use super::{Tally, json};

/// Monday to Friday with a break at noon, in China.
pub(crate) fn office() -> Calendar {
    let open = vec![block("09:00", "12:00"), block("13:30", "18:00")];
    let weeks = vec![Week { weekdays: vec![1, 2, 3, 4, 5], open, first: None, last: None }];
    Calendar { name: "客服".to_owned(), zone: Zone::SHANGHAI, weeks, days: Vec::new() }
}

pub(crate) fn block(from: &str, until: &str) -> Block {
    Block { from: from.parse().unwrap(), until: until.parse().unwrap() }
}

/// The years, oldest first.
pub(crate) fn years(data: &Path) -> Vec<HolidayYear> {
    let folder = data.join("calendars-cn");
    let mut years: Vec<HolidayYear> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .map(|path| serde_json::from_value(json(&path)).unwrap())
        .collect();
    years.sort_by_key(|year| year.year);
    years
}

/// The office with all holidays of all years.
pub(crate) fn office_with_holidays(data: &Path) -> Calendar {
    let years = years(data);
    let mut calendar = office();
    let make_up = calendar.weeks[0].open.clone();
    calendar.days = special_days(years.iter().flat_map(|year| &year.days), &make_up);
    calendar
}

/// Every day of every year decides as the files say, and every other as its weekday.
pub(crate) fn check(data: &Path) -> Vec<Tally> {
    let calendar = office_with_holidays(data);
    let findings = calendar.check();
    let years = years(data);
    let mut listed = Tally::of("calendars-cn listed days");
    for (year, day) in years.iter().flat_map(|year| year.days.iter().map(move |day| (year, day))) {
        let open = calendar.is_workday(day.date);
        let noon = calendar.workday_start(day.date).is_some_and(|start| calendar.is_open(start));
        listed.check(open != day.is_off_day && noon == open, || format!("{} {day:?}: open {open}", year.year));
    }
    let named: BTreeMap<NaiveDate, bool> = years.iter().flat_map(|year| &year.days).map(|day| (day.date, day.is_off_day)).collect();
    let mut others = Tally::of("calendars-cn other days");
    for date in years
        .iter()
        .flat_map(|year| NaiveDate::from_ymd_opt(year.year, 1, 1).unwrap().iter_days().take_while(|day| day.year() == year.year))
    {
        if !named.contains_key(&date) {
            let wanted = date.weekday().number_from_monday() < 6;
            others.check(calendar.is_workday(date) == wanted, || format!("{date}: should be open {wanted}"));
        }
    }
    let mut whole = Tally::of("calendars-cn findings");
    whole.check(findings.is_empty(), || format!("{findings:?}"));
    vec![listed, others, whole]
}
