//! When a report goes out by itself.

use serde::{Deserialize, Serialize};

use crate::calendar::{Cron, Zone};
use crate::clock::Timestamp;
use crate::finding::Finding;
use crate::status::names;

/// Most addresses of one report.
const RECIPIENTS: usize = 50;

names! {
    /// As what a report goes out.
    Format as ReportFormat {
        /// Comma-separated values (RFC 4180).
        Csv = "csv",
        /// A workbook.
        Xlsx = "xlsx",
    }
}

/// When, to whom, and as what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReportSchedule))]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// When.
    pub cron: Cron,
    /// By whose clock.
    pub zone: Zone,
    /// Mail addresses, 1 to 50.
    pub recipients: Vec<String>,
    /// As what.
    pub format: Format,
}

impl Schedule {
    /// When it goes out next after a moment; `None` when never again.
    pub fn due(&self, after: Timestamp) -> Option<Timestamp> {
        self.cron.next(self.zone, after)
    }

    /// Everything that is wrong with it.
    pub fn check(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        if !(1..=RECIPIENTS).contains(&self.recipients.len()) {
            let message = format!("name 1 to {RECIPIENTS} recipients; there are {}", self.recipients.len());
            found.push(Finding { path: "/recipients".into(), message });
        }
        for (index, address) in self.recipients.iter().enumerate() {
            let fits = address.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
                && address.len() <= 254
                && !address.contains(|c: char| c.is_whitespace() || c.is_control() || c == ',');
            if !fits {
                let message = format!("'{address}' is no mail address: write one such as boss@shop.example");
                found.push(Finding { path: format!("/recipients/{index}"), message });
            }
        }
        found
    }
}
