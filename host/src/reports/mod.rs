//! Reports: a definition is asked and put together, printed as CSV or as a workbook, sent by itself; products that stand out raise an
//! alarm; and tickets are counted for all of it.

mod answer;
mod board;
pub mod count;
mod csv;
mod defects;
mod mail;
mod xlsx;

pub use answer::{Asker, answer};
pub use board::{BoardView, OpenQueue, SlowStage, board};
pub use csv::csv;
pub use defects::{look, rule, sweep};
pub use mail::send_due;
pub use xlsx::xlsx;

use redress_domain::Money;
use redress_domain::report::{Cell, Table, Unit};

/// A figure as people write it: amounts with their decimal point.
fn amount(table: &Table, minor: i64) -> f64 {
    let parts = 10_i64.pow(table.currency.digits());
    #[expect(clippy::cast_precision_loss, reason = "amounts lie within 2^53 by the type's own limit; a workbook keeps doubles")]
    let (whole, parts) = (minor.clamp(-redress_domain::money::MAX_MINOR, redress_domain::money::MAX_MINOR) as f64, parts as f64);
    whole / parts
}

/// A value as text.
fn text(table: &Table, cell: &Cell, unit: Unit) -> String {
    match (cell, unit) {
        (Cell::Empty, _) => String::new(),
        (Cell::Text(text), _) => text.clone(),
        (Cell::Whole(minor), Unit::Minor) => Money::new(*minor, table.currency).map_or_else(|_| minor.to_string(), decimal),
        (Cell::Whole(number), _) => number.to_string(),
        (Cell::Real(number), _) => number.to_string(),
    }
}

/// `288.00`: the amount without its currency.
fn decimal(money: Money) -> String {
    let digits = money.currency().digits() as usize;
    let (sign, minor) = if money.is_negative() { ("-", money.minor().unsigned_abs()) } else { ("", money.minor().unsigned_abs()) };
    if digits == 0 {
        return format!("{sign}{minor}");
    }
    let text = format!("{minor:0>width$}", width = digits + 1);
    let (whole, part) = text.split_at(text.len() - digits);
    format!("{sign}{whole}.{part}")
}
