//! What the reader sees: columns, rows, totals.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::check::ROWS;
use super::definition::{Definition, Kind, Measure};
use super::fact::{Dimension, Field};
use super::period::{Grain, label};
use super::question::{Grid, Question, Sum};
use crate::status::names;

/// Rows shown when the definition does not say.
const LIMIT: u32 = 1_000;

names! {
    /// What a column is.
    ColumnKind as ReportColumnKind {
        /// The bucket of time.
        Time = "time",
        /// A dimension.
        Dimension = "dimension",
        /// Figures.
        Measure = "measure",
    }
}

names! {
    /// How a figure reads.
    Unit as ReportUnit {
        /// Text.
        Text = "text",
        /// A count.
        Count = "count",
        /// A part of one, 0 to 1.
        Share = "share",
        /// Seconds.
        Seconds = "seconds",
        /// Minor units of the tenant's currency.
        Minor = "minor",
        /// A score of 1 to 5.
        Score = "score",
        /// Points from -100 to 100.
        Points = "points",
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReportColumn))]
pub struct Column {
    /// Its name: `time`, a dimension, or a measure's key.
    pub key: String,
    /// What the reader sees.
    pub label: String,
    /// What it is.
    pub kind: ColumnKind,
    /// How its figures read.
    pub unit: Unit,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// Nothing to say, for example a mean over no tickets.
    Empty,
    /// A text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Real(f64),
}

/// The answer to a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReportResult))]
pub struct Table {
    /// Name of the report.
    pub name: String,
    /// How it is drawn.
    pub chart: super::Chart,
    /// First day counted.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub from: NaiveDate,
    /// Last day counted.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = Date))]
    pub to: NaiveDate,
    /// Whose days.
    pub zone: crate::calendar::Zone,
    /// Currency of amounts.
    pub currency: crate::Currency,
    /// Columns, in order.
    pub columns: Vec<Column>,
    /// Rows: one value per column, a text, a number or null.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<Vec<serde_json::Value>>))]
    pub rows: Vec<Vec<Cell>>,
    /// The measures over all rows, those cut off included: one value per column, null where it is no measure.
    #[cfg_attr(feature = "openapi", schema(value_type = Vec<serde_json::Value>))]
    pub totals: Vec<Cell>,
    /// True when there are more rows than were asked for.
    pub truncated: bool,
}

/// What was read for a report.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// Sums by row.
    pub grid: Grid,
    /// Sums over all rows.
    pub total: Vec<i64>,
    /// For each measure that is a percentile, by its key: values by row.
    pub ranks: BTreeMap<String, BTreeMap<(Vec<String>, i64), i64>>,
    /// The same over all rows.
    pub total_ranks: BTreeMap<String, i64>,
    /// Orders by bucket, for return rates.
    pub orders: BTreeMap<i64, i64>,
    /// Customers by bucket, for repurchase rates.
    pub repurchases: BTreeMap<i64, Repurchase>,
    /// The same over all buckets: a customer counts once.
    pub total_repurchase: Repurchase,
}

/// Customers with a ticket that ended at least 30 days ago (D19).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Repurchase {
    /// How many.
    pub customers: i64,
    /// Of these, who placed an order within 30 days after the end.
    pub again: i64,
}

/// What stands beside the sums of a row.
#[derive(Default)]
struct Beside {
    rank: Option<i64>,
    orders: i64,
    repurchase: Repurchase,
}

/// Whose words and days a table speaks.
pub struct Reader<'a> {
    /// Days.
    pub zone: crate::calendar::Zone,
    /// Currency of amounts.
    pub currency: crate::Currency,
    /// Chinese headings.
    pub chinese: bool,
    /// What a value of a dimension is called, for those kept by id.
    pub names: &'a dyn Fn(Dimension, &str) -> Option<String>,
}

impl Table {
    /// Puts the answer together.
    pub fn assemble(definition: &Definition, question: &Question, mut answer: Answer, reader: &Reader<'_>) -> Self {
        if question.keys.is_empty() {
            fill(&mut answer.grid, question);
        }
        let measure = |measure: &Measure, numbers: &[i64], beside: &Beside| {
            value(measure, &|sum| question.sums.iter().position(|known| *known == sum).map_or(0, |at| numbers[at]), beside)
        };
        let mut rows = Vec::with_capacity(answer.grid.len());
        for ((keys, bucket), numbers) in &answer.grid {
            // A cell that everybody has left is no row.
            if numbers.first() == Some(&0) && !keys.is_empty() {
                continue;
            }
            let mut row = Vec::new();
            if let Some(grain) = question.grain {
                row.push(Cell::Text(label(grain, *bucket)));
            }
            for (dimension, key) in question.keys.iter().zip(keys) {
                row.push(Cell::Text((reader.names)(*dimension, key).unwrap_or_else(|| key.clone())));
            }
            for wanted in &definition.measures {
                let rank = answer.ranks.get(&wanted.key).and_then(|ranks| ranks.get(&(keys.clone(), *bucket))).copied();
                let orders = answer.orders.get(bucket).copied().unwrap_or_default();
                let repurchase = answer.repurchases.get(bucket).copied().unwrap_or_default();
                row.push(measure(wanted, numbers, &Beside { rank, orders, repurchase }));
            }
            rows.push(row);
        }
        let columns = columns(definition, question, reader.chinese);
        sort(&mut rows, &columns, definition, question.grain);
        let limit = definition.limit.unwrap_or(LIMIT).min(ROWS) as usize;
        let truncated = rows.len() > limit;
        rows.truncate(limit);
        let lead = columns.len() - definition.measures.len();
        let (orders, repurchase) = (answer.orders.values().sum(), answer.total_repurchase);
        let mut totals = vec![Cell::Empty; lead];
        totals.extend(definition.measures.iter().map(|wanted| {
            let rank = answer.total_ranks.get(&wanted.key).copied();
            measure(wanted, &answer.total, &Beside { rank, orders, repurchase })
        }));
        Self {
            name: definition.name.clone(),
            chart: definition.chart,
            from: question.days.from_date(),
            to: question.days.to_date(),
            zone: reader.zone,
            currency: reader.currency,
            columns,
            rows,
            totals,
            truncated,
        }
    }
}

/// Gives every bucket a row, so that a line has no gaps.
fn fill(grid: &mut Grid, question: &Question) {
    let nothing = vec![0; question.sums.len()];
    match question.grain {
        Some(grain) => {
            for bucket in question.days.buckets(grain) {
                grid.entry((Vec::new(), bucket)).or_insert_with(|| nothing.clone());
            }
        }
        None => {
            grid.entry((Vec::new(), 0)).or_insert(nothing);
        }
    }
}

fn columns(definition: &Definition, question: &Question, chinese: bool) -> Vec<Column> {
    let heading = |key: &str, label: &str, kind| Column { key: key.to_owned(), label: label.to_owned(), kind, unit: Unit::Text };
    let mut columns = Vec::new();
    if question.grain.is_some() {
        columns.push(heading("time", if chinese { "时间" } else { "time" }, ColumnKind::Time));
    }
    for dimension in &question.keys {
        let label = if chinese { chinese_name(*dimension) } else { dimension.as_str() };
        columns.push(heading(dimension.as_str(), label, ColumnKind::Dimension));
    }
    columns.extend(definition.measures.iter().map(|measure| Column {
        key: measure.key.clone(),
        label: measure.label.clone(),
        kind: ColumnKind::Measure,
        unit: measure.unit(),
    }));
    columns
}

const fn chinese_name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Channel => "渠道",
        Dimension::Kind => "工单类型",
        Dimension::ProblemType => "问题类型",
        Dimension::Queue => "处理组",
        Dimension::Assignee => "处理人",
        Dimension::Case => "状态",
        Dimension::Outcome => "结果",
        Dimension::Tier => "审批层级",
        Dimension::Batch => "批次",
        Dimension::Category => "商品品类",
        Dimension::Sku => "商品",
        Dimension::Reason => "原因",
    }
}

impl Measure {
    /// How its figures read.
    pub fn unit(&self) -> Unit {
        match (self.kind, self.field) {
            (Kind::Share | Kind::ReturnRate | Kind::RepurchaseRate, _) => Unit::Share,
            (Kind::NetScore, _) => Unit::Points,
            (_, Some(field)) if field.is_time() => Unit::Seconds,
            (_, Some(field)) if field.is_money() => Unit::Minor,
            (Kind::Average | Kind::Percentile, Some(Field::Score | Field::Speed)) => Unit::Score,
            _ => Unit::Count,
        }
    }
}

fn value(measure: &Measure, number: &dyn Fn(Sum) -> i64, beside: &Beside) -> Cell {
    let sums = measure.sums();
    let first = sums.first().map_or(0, |sum| number(*sum));
    let second = sums.get(1).map_or(0, |sum| number(*sum));
    match measure.kind {
        Kind::Count | Kind::CountIf => Cell::Whole(first),
        Kind::Sum => match measure.unit() {
            Unit::Seconds => rounded(i128::from(first), 1_000_000, 1_000),
            _ => Cell::Whole(first),
        },
        Kind::Share => rounded(i128::from(first), i128::from(second), 10_000),
        Kind::ReturnRate => rounded(i128::from(first), i128::from(beside.orders), 10_000),
        Kind::RepurchaseRate => rounded(i128::from(beside.repurchase.again), i128::from(beside.repurchase.customers), 10_000),
        Kind::NetScore => {
            let of = sums.get(2).map_or(0, |sum| number(*sum));
            rounded(100 * (i128::from(first) - i128::from(second)), i128::from(of), 10)
        }
        Kind::Average => match measure.unit() {
            Unit::Seconds => rounded(i128::from(first), i128::from(second) * 1_000_000, 1_000),
            Unit::Minor => whole(i128::from(first), i128::from(second)),
            _ => rounded(i128::from(first), i128::from(second), 100),
        },
        Kind::Percentile => match (beside.rank, measure.unit()) {
            (None, _) => Cell::Empty,
            (Some(rank), Unit::Seconds) => rounded(i128::from(rank), 1_000_000, 1_000),
            (Some(rank), _) => Cell::Whole(rank),
        },
    }
}

/// A quotient, rounded half up to a whole number.
fn divided(over: i128, under: i128) -> Option<i64> {
    (under > 0).then(|| i64::try_from((2 * over + under).div_euclid(2 * under)).ok()).flatten()
}

fn whole(over: i128, under: i128) -> Cell {
    divided(over, under).map_or(Cell::Empty, Cell::Whole)
}

/// A quotient, rounded half up to so many parts of one.
#[expect(clippy::cast_precision_loss, reason = "figures to read: whole numbers up to 2^53 parts are exact")]
fn rounded(over: i128, under: i128, parts: i32) -> Cell {
    divided(over * i128::from(parts), under).map_or(Cell::Empty, |rounded| Cell::Real(rounded as f64 / f64::from(parts)))
}

fn sort(rows: &mut [Vec<Cell>], columns: &[Column], definition: &Definition, grain: Option<Grain>) {
    let place = |key: &str| columns.iter().position(|column| column.key == key);
    if let Some(sort) = &definition.sort {
        let Some(at) = place(&sort.by) else { return };
        rows.sort_by(|a, b| {
            let order = compare(&a[at], &b[at]);
            if sort.descending { order.reverse() } else { order }
        });
        return;
    }
    let first = columns.iter().position(|column| column.kind == ColumnKind::Measure).unwrap_or(0);
    rows.sort_by(|a, b| {
        let by_time = if grain.is_some() { compare(&a[0], &b[0]) } else { Ordering::Equal };
        by_time.then_with(|| compare(&b[first], &a[first]))
    });
}

/// Empty first, then numbers, then texts.
fn compare(a: &Cell, b: &Cell) -> Ordering {
    #[expect(clippy::cast_precision_loss, reason = "only the order counts")]
    let number = |cell: &Cell| match cell {
        Cell::Whole(n) => Some(*n as f64),
        Cell::Real(n) => Some(*n),
        Cell::Empty | Cell::Text(_) => None,
    };
    match (a, b) {
        (Cell::Text(a), Cell::Text(b)) => a.cmp(b),
        (Cell::Text(_), _) => Ordering::Greater,
        (_, Cell::Text(_)) => Ordering::Less,
        _ => number(a).partial_cmp(&number(b)).unwrap_or(Ordering::Equal),
    }
}
