//! What a merchant says a report shall show (Z32): everything that the console's drag and drop makes is this.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fact::{Dimension, Field, Flag};
use super::period::{Days, Grain};
use crate::status::names;

names! {
    /// What is counted.
    Dataset as ReportDataset {
        /// Tickets, in the bucket of their submission.
        Tickets = "tickets",
    }
}

names! {
    /// How a measure is computed.
    Kind as MeasureKind {
        /// How many tickets.
        Count = "count",
        /// How many tickets have `flag`.
        CountIf = "count_if",
        /// Tickets with `flag` over tickets with `of`, or over all.
        Share = "share",
        /// Sum of `field`.
        Sum = "sum",
        /// Mean of `field` over the tickets that have it.
        Average = "average",
        /// The value of `field` that `percent` of the tickets do not exceed (nearest rank); 50 is the median.
        Percentile = "percentile",
        /// Tickets with the flag `returned` over orders placed in the same bucket (Z25 退货率). Only without dimensions and filters.
        ReturnRate = "return_rate",
        /// Tickets with `flag` less those with `less`, over tickets with `of` or over all, in points from -100 to 100: the Net Promoter
        /// Score (D17) is `promoter` less `detractor` of `rated`.
        NetScore = "net_score",
        /// Customers who placed an order within 30 days after the end of a ticket, over customers with a ticket that ended at least 30
        /// days ago (D19 30天复购率). Only without dimensions and filters.
        RepurchaseRate = "repurchase_rate",
    }
}

names! {
    /// How it is drawn.
    Chart as ReportChart {
        /// Lines over time.
        Line = "line",
        /// Bars.
        Bar = "bar",
        /// Bars side by side.
        GroupedBar = "grouped_bar",
        /// Bars on top of each other.
        StackedBar = "stacked_bar",
        /// A pie.
        Pie = "pie",
        /// Single figures.
        Metric = "metric",
        /// Rows and columns.
        Table = "table",
    }
}

/// One column of figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReportMeasure))]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Name of the column, unique within the report.
    pub key: String,
    /// What the reader sees.
    pub label: String,
    /// How it is computed.
    pub kind: Kind,
    /// What is counted, for `count_if`, `share` and `net_score`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flag: Option<Flag>,
    /// What counts against it, for `net_score`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub less: Option<Flag>,
    /// What a `share` or `net_score` is of; all tickets when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Flag>,
    /// The number, for `sum`, `average` and `percentile`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// 1 to 99, for `percentile`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
}

/// Only tickets with one of these values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReportFilter))]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Of what.
    pub dimension: Dimension,
    /// The values, at least one; the empty text stands for "unknown".
    pub any_of: Vec<String>,
}

/// The last so many whole units up to today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReportWindow))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// How many, the present one included.
    pub last: u32,
    /// Of what.
    pub unit: Grain,
}

/// In which order rows come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReportSort))]
#[serde(deny_unknown_fields)]
pub struct Sort {
    /// Key of a measure, name of a dimension, or `time`.
    pub by: String,
    /// Largest first.
    #[serde(default)]
    pub descending: bool,
}

/// A report as a merchant writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReportDefinition))]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// What people call it, 1 to 100 characters.
    pub name: String,
    /// What it shows and why, at most 500 characters.
    #[serde(default)]
    pub description: String,
    /// What is counted.
    pub dataset: Dataset,
    /// Columns of figures, 1 to 12.
    pub measures: Vec<Measure>,
    /// What rows are told apart by, at most 3, besides time.
    #[serde(default)]
    pub dimensions: Vec<Dimension>,
    /// Only these tickets; all conditions hold at once.
    #[serde(default)]
    pub filters: Vec<Filter>,
    /// How time is cut; one row over all of it when left out.
    #[serde(default)]
    pub grain: Option<Grain>,
    /// Which days, when the reader names none.
    pub window: Window,
    /// Order of rows; by time and then by the first measure, largest first, when left out.
    #[serde(default)]
    pub sort: Option<Sort>,
    /// Most rows, 1 to 10,000; 1,000 when left out.
    #[serde(default)]
    pub limit: Option<u32>,
    /// How it is drawn.
    pub chart: Chart,
}

impl Definition {
    /// The days it is about: those the reader names, else its own window up to `today`.
    pub fn days(&self, first: Option<NaiveDate>, last: Option<NaiveDate>, today: i64) -> Option<Days> {
        let own = Days::last(self.window.last, self.window.unit, today);
        Days::between(first.unwrap_or_else(|| own.from_date()), last.unwrap_or_else(|| own.to_date()))
    }
}
