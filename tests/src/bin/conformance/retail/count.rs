//! Every line of the files falls into exactly one category.

use std::collections::BTreeMap;

use super::LINES;
use super::file::Row;
use super::matching::{Fate, Matching};
use super::shop::is_sale;
use crate::checks::Checks;

/// Prints lines, pieces and money by category, and checks that nothing is left out.
pub(crate) fn categories(rows: &[Row], matching: &Matching, checks: &mut Checks) {
    let mut sums: BTreeMap<&str, (usize, i64, i64)> = BTreeMap::new();
    for (place, row) in rows.iter().enumerate() {
        let sum = sums.entry(category(place, row, matching)).or_default();
        *sum = (sum.0 + 1, sum.1 + row.quantity, sum.2 + row.quantity * row.price());
    }
    println!("   {:>7} {:>9} {:>14}  category", "lines", "pieces", "GBP");
    for (name, (lines, pieces, pence)) in &sums {
        println!("   {lines:>7} {pieces:>9} {:>14}  {name}", pounds(*pence));
    }
    let lines: usize = sums.values().map(|sum| sum.0).sum();
    println!("   {lines:>7} lines in all");
    checks.same("the categories hold every line once", &lines, &LINES);
    let fates = rows.iter().filter(|row| row.cancels()).count();
    checks.same("every cancellation has a fate", &matching.fates.len(), &fates);
    let odd = rows.iter().filter(|row| row.is_odd_price()).count();
    let nobody = rows.iter().filter(|row| row.customer.is_none()).count();
    let nothing = rows.iter().filter(|row| row.description.is_empty()).count();
    let garbled = rows.iter().filter(|row| row.description.contains('\u{fffd}')).count();
    println!(
        "   of these: {nobody} without customer, {odd} with a third decimal in the price, {nothing} without description, {garbled} not UTF-8"
    );
    // What a rounded price would change, in thousandths of a pound: nothing may hide in it.
    let lost: i64 = rows.iter().map(|row| row.quantity * (row.price() * 10 - row.price_mills)).sum();
    println!("   rounding prices to pence moves GBP {}.{:03} in all", lost / 1000, lost.abs() % 1000);
}

fn category(place: usize, row: &Row, matching: &Matching) -> &'static str {
    if let Some(fate) = matching.fates.get(&place) {
        return match fate {
            Fate::Matched => "cancellation, matched to its sale",
            Fate::InPart(_) => "cancellation, matched in part",
            Fate::Unmatched(why) => why.words(),
        };
    }
    match (is_sale(row), row.is_goods(), row.price_mills, row.customer.is_some()) {
        (false, ..) if row.price_mills == 0 => "stock written off (negative, price 0): no sale, not sent",
        (false, ..) => "negative without being a cancellation: not sent",
        (true, _, 0, _) => "sold for nothing (price 0)",
        (true, false, ..) => "sold, not goods (postage, fee, voucher, correction)",
        (true, true, _, false) => "sold, without customer",
        (true, true, _, true) => "sold",
    }
}

/// Pence as pounds.
pub(crate) fn pounds(pence: i64) -> String {
    let sign = if pence < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", pence.abs() / 100, pence.abs() % 100)
}
