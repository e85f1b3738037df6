//! The floor: what one ticket writes, without the server around it, run by the store's own example.

use std::collections::BTreeMap;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use redress_tests::data;

/// Write sets a second by database and number of writers.
pub(crate) type Floor = BTreeMap<(String, u32), f64>;

/// Runs the example on both databases; empty, with a word about it, when it was not built.
pub(crate) fn measure() -> Result<Floor> {
    let Ok(program) = data::program("examples/floor") else {
        eprintln!("bench: no floor: build it with `cargo build --release -p redress-store --example floor`");
        return Ok(Floor::new());
    };
    let output = Command::new(program).output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    ensure!(output.status.success(), "the floor failed: {text}{}", String::from_utf8_lossy(&output.stderr));
    read(&text)
}

/// Its table: a line with the database's name, then a line for each number of writers.
fn read(table: &str) -> Result<Floor> {
    let (mut floor, mut database) = (Floor::new(), String::new());
    for line in table.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words[..] {
            [name, "writers", ..] => name.clone_into(&mut database),
            [writers, rate, ..] => {
                let numbers = writers.parse().ok().zip(rate.parse().ok());
                let (writers, rate) = numbers.with_context(|| format!("the floor says '{line}'"))?;
                floor.insert((database.clone(), writers), rate);
            }
            _ => {}
        }
    }
    Ok(floor)
}
