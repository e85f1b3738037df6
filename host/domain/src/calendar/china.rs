//! China's public holidays and make-up workdays (调休), from the State Council's yearly notices as `holiday-cn` writes them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Block, SpecialDays};

/// One year's file. It may hold days of the year before.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct HolidayYear {
    /// Which year.
    pub year: i32,
    /// Its days.
    pub days: Vec<HolidayDay>,
}

/// One day that is unlike its weekday.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HolidayDay {
    /// Which holiday it belongs to.
    pub name: String,
    /// Which day.
    pub date: NaiveDate,
    /// True for a day off; false for a Saturday or Sunday that is worked.
    pub is_off_day: bool,
}

/// Rows for [`super::Calendar::days`]. Make-up workdays are open as `make_up` says; of a day that several files name, the last
/// says what it is. Days in a row of one holiday become one row.
pub fn special_days<'a>(days: impl IntoIterator<Item = &'a HolidayDay>, make_up: &[Block]) -> Vec<SpecialDays> {
    let days: BTreeMap<NaiveDate, &HolidayDay> = days.into_iter().map(|day| (day.date, day)).collect();
    let mut rows: Vec<SpecialDays> = Vec::new();
    for (date, day) in days {
        let open = if day.is_off_day { &[] } else { make_up };
        match rows.last_mut() {
            Some(row) if row.name == day.name && row.open == open && row.end().succ_opt() == Some(date) => row.last = Some(date),
            _ => rows.push(SpecialDays { name: day.name.clone(), first: date, last: None, open: open.to_vec() }),
        }
    }
    rows
}
