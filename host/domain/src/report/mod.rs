//! Reports: what is counted (L20–L22, U16, Z25–Z32), and how an answer is put together.
//!
//! A [`fact::Fact`] says of one ticket everything that is ever counted; it follows from the ticket's timeline. A [`Definition`]
//! names measures, dimensions, filters and a grain of time; [`Question`] is what the database is asked for it, and [`Table`] what the
//! reader sees. [`cell`] holds the sums that are kept per day, so that a year is read in thousands of rows and not in millions.

mod access;
pub mod cell;
mod check;
pub mod defect;
mod definition;
pub mod fact;
mod period;
mod question;
mod schedule;
mod shipped;
mod table;

pub use definition::{Chart, Dataset, Definition, Filter, Kind, Measure, Sort, Window};
pub use period::{Days, Grain, day_of, label, local_midnight};
pub use question::{Grid, Question, Source, Sum};
pub use schedule::{Format, Schedule};
pub use shipped::{Shipped, shipped};
pub use table::{Answer, Cell, Column, ColumnKind, Reader, Repurchase, Table, Unit};

pub use crate::finding::Finding;
