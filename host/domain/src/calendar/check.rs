//! What is wrong with a calendar.

use chrono::NaiveDate;

use super::{Block, Calendar, TimeOfDay, Week};

/// One thing wrong with a calendar; the path is a JSON pointer (RFC 6901) into it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// A block ends before it starts, or when it starts.
    #[error("{path}: the block ends at {until}, not after it starts at {from}: split one that goes over midnight in two")]
    Backwards {
        /// Where.
        path: String,
        /// When it starts.
        from: TimeOfDay,
        /// When it ends.
        until: TimeOfDay,
    },
    /// Two blocks of one day share time.
    #[error("{path}: the block shares time with {other}: join them, or move one")]
    Overlap {
        /// Where.
        path: String,
        /// The other block.
        other: String,
    },
    /// No such weekday.
    #[error("{path}: {weekday} is no weekday: use 1 for Monday to 7 for Sunday")]
    Weekday {
        /// Where.
        path: String,
        /// What was given.
        weekday: u8,
    },
    /// A range of days ends before it starts.
    #[error("{path}: the last day {last} is before the first, {first}")]
    Range {
        /// Where.
        path: String,
        /// First day.
        first: NaiveDate,
        /// Last day.
        last: NaiveDate,
    },
    /// Two rows of special days name the same day.
    #[error("{path}: {date} is named by {other} too, which wins: keep one of them")]
    Twice {
        /// Where.
        path: String,
        /// A day that both name.
        date: NaiveDate,
        /// The other row.
        other: String,
    },
    /// There is no open second in any week.
    #[error("/weeks: no weekday is ever open, so business time never passes: open one")]
    NeverOpen,
}

impl Calendar {
    /// What is wrong with it; nothing when it can be used as it is.
    pub fn check(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (i, week) in self.weeks.iter().enumerate() {
            let path = format!("/weeks/{i}");
            for (j, &weekday) in week.weekdays.iter().enumerate().filter(|(_, weekday)| !(1..=7).contains(*weekday)) {
                findings.push(Finding::Weekday { path: format!("{path}/weekdays/{j}"), weekday });
            }
            range(&mut findings, &path, week.first, week.last);
            blocks(&mut findings, &path, &week.open);
            for (j, earlier) in self.weeks[..i].iter().enumerate().filter(|(_, earlier)| share_days(week, earlier)) {
                crossing(&mut findings, &path, &week.open, &format!("/weeks/{j}"), &earlier.open);
            }
        }
        for (i, row) in self.days.iter().enumerate() {
            let path = format!("/days/{i}");
            range(&mut findings, &path, Some(row.first), row.last);
            blocks(&mut findings, &path, &row.open);
            for (j, earlier) in self.days[..i].iter().enumerate() {
                let date = row.first.max(earlier.first);
                if date <= row.end() && date <= earlier.end() {
                    findings.push(Finding::Twice { path: path.clone(), date, other: format!("/days/{j}") });
                }
            }
        }
        let opens = |week: &Week| week.weekdays.iter().any(|day| (1..=7).contains(day)) && week.open.iter().any(|b| b.from < b.until);
        if !self.weeks.iter().any(opens) {
            findings.push(Finding::NeverOpen);
        }
        findings
    }
}

fn range(findings: &mut Vec<Finding>, path: &str, first: Option<NaiveDate>, last: Option<NaiveDate>) {
    if let Some((first, last)) = first.zip(last).filter(|(first, last)| last < first) {
        findings.push(Finding::Range { path: path.to_owned(), first, last });
    }
}

fn blocks(findings: &mut Vec<Finding>, path: &str, open: &[Block]) {
    for (i, block) in open.iter().enumerate() {
        let at = format!("{path}/open/{i}");
        if block.until <= block.from {
            findings.push(Finding::Backwards { path: at, from: block.from, until: block.until });
            continue;
        }
        for (j, _) in open[..i].iter().enumerate().filter(|(_, other)| share_time(*block, **other)) {
            findings.push(Finding::Overlap { path: at.clone(), other: format!("{path}/open/{j}") });
        }
    }
}

fn crossing(findings: &mut Vec<Finding>, path: &str, open: &[Block], other_path: &str, other: &[Block]) {
    for (i, block) in open.iter().enumerate() {
        for (j, _) in other.iter().enumerate().filter(|(_, other)| share_time(*block, **other)) {
            findings.push(Finding::Overlap { path: format!("{path}/open/{i}"), other: format!("{other_path}/open/{j}") });
        }
    }
}

fn share_time(a: Block, b: Block) -> bool {
    a.from.max(b.from) < a.until.min(b.until)
}

fn share_days(a: &Week, b: &Week) -> bool {
    let before = |x: &Week, y: &Week| x.last.zip(y.first).is_some_and(|(last, first)| last < first);
    a.weekdays.iter().any(|day| b.weekdays.contains(day)) && !before(a, b) && !before(b, a)
}
