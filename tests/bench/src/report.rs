//! Rows of the table, and the file they are kept in.

use std::io::Write as _;

use anyhow::Result;
use redress_tests::data;
use redress_tests::load;
use serde_json::{Value, json};

/// What was measured.
#[derive(Debug, Default)]
pub(crate) struct Report {
    rows: Vec<Value>,
    shown: Vec<[String; 3]>,
}

impl Report {
    /// One figure with what it should reach, empty when nothing was promised.
    pub(crate) fn figure(&mut self, name: &str, figure: &str, wanted: &str, value: &Value) {
        eprintln!("bench: {name}: {figure} {wanted}");
        self.rows.push(json!({"name": name, "figure": figure, "wanted": wanted, "value": value}));
        self.shown.push([name.to_owned(), figure.to_owned(), wanted.to_owned()]);
    }

    /// Requests a second with their times.
    pub(crate) fn load(&mut self, name: &str, wanted: &str, report: &load::Report) {
        let figure = format!("{:.0}/s, p50 {} µs, p99 {} µs{}", report.per_second, report.p50_us, report.p99_us, wrong(report));
        self.figure(name, &figure, wanted, &json!(report));
    }

    /// Prints the table and writes `var/bench.json`.
    pub(crate) fn finish(&self) -> Result<()> {
        let width = |column: usize| self.shown.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
        let (first, second) = (width(0), width(1));
        for [name, figure, wanted] in &self.shown {
            line(format!("{name:<first$}  {figure:<second$}  {wanted}").trim_end());
        }
        let path = data::root().join("var/bench.json");
        std::fs::create_dir_all(data::root().join("var"))?;
        std::fs::write(&path, serde_json::to_vec_pretty(&json!({"cores": std::thread::available_parallelism()?, "rows": self.rows}))?)?;
        line(&format!("written to {}", path.display()));
        Ok(())
    }
}

fn wrong(report: &load::Report) -> String {
    match (&report.first_wrong, report.wrong) {
        (_, 0) => String::new(),
        (first, wrong) => format!(", {wrong} WRONG: {}", first.as_deref().unwrap_or_default().lines().last().unwrap_or_default()),
    }
}

/// A line on standard output.
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
