//! Which sale a cancellation takes back. The files do not say: a cancellation is matched to sales of the same customer and
//! stock code that came before it, same price first, latest first, and never more pieces than were sold.

use std::collections::{BTreeMap, HashMap};

use super::file::Row;
use super::shop::Order;

/// Why a cancellation has no sale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unmatched {
    /// The line names no customer.
    NoCustomer,
    /// The code is a fee, a discount or a correction, and no sale of it to the customer comes before.
    NotGoods,
    /// The files hold no sale of this code to this customer.
    NeverBought,
    /// The only sales come after the cancellation: the one it means lies before the files begin.
    BoughtOnlyLater,
    /// All pieces of the earlier sales are already taken back.
    Exhausted,
}

impl Unmatched {
    /// In words.
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::NoCustomer => "no customer on the line",
            Self::NotGoods => "not goods (fee, discount, correction) and never sold to the customer before",
            Self::NeverBought => "no sale of the code to the customer in the files (bought before 2010-12-01)",
            Self::BoughtOnlyLater => "only later sales of the code to the customer (the one meant was before 2010-12-01)",
            Self::Exhausted => "all earlier sales are already taken back",
        }
    }
}

/// Pieces of one cancellation that take back pieces of one sold line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    /// Row of the cancellation.
    pub(crate) cancel: usize,
    /// Place of the order among all orders.
    pub(crate) order: usize,
    /// Place of the line in the order.
    pub(crate) line: usize,
    /// Pieces.
    pub(crate) pieces: i64,
}

/// What came of one cancellation line.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fate {
    /// All pieces were matched.
    Matched,
    /// Some were; so many pieces are left.
    InPart(i64),
    /// None were.
    Unmatched(Unmatched),
}

/// Parts, and the fate of every cancellation by row.
#[derive(Debug, Default)]
pub(crate) struct Matching {
    /// In the order of the cancellations.
    pub(crate) parts: Vec<Part>,
    /// By row of the cancellation.
    pub(crate) fates: BTreeMap<usize, Fate>,
}

struct Sale {
    at: String,
    order: usize,
    line: usize,
    left: i64,
    price_mills: i64,
}

/// Matches every cancellation.
pub(crate) fn matching(rows: &[Row], orders: &[Order]) -> Matching {
    let mut sales: HashMap<(&str, &str), Vec<Sale>> = HashMap::new();
    for (place, order) in orders.iter().enumerate() {
        for (line, &row) in order.rows.iter().enumerate() {
            let row = &rows[row];
            if let Some(customer) = &row.customer {
                let sale = Sale { at: row.at.clone(), order: place, line, left: row.quantity, price_mills: row.price_mills };
                sales.entry((customer, &row.code)).or_default().push(sale);
            }
        }
    }
    let mut result = Matching::default();
    for (cancel, row) in rows.iter().enumerate().filter(|(_, row)| row.cancels()) {
        let fate = take_back(cancel, row, &mut sales, &mut result.parts);
        result.fates.insert(cancel, fate);
    }
    result
}

fn take_back<'a>(cancel: usize, row: &'a Row, sales: &mut HashMap<(&'a str, &'a str), Vec<Sale>>, parts: &mut Vec<Part>) -> Fate {
    let Some(customer) = &row.customer else { return Fate::Unmatched(Unmatched::NoCustomer) };
    let Some(sales) = sales.get_mut(&(customer.as_str(), row.code.as_str())) else {
        return Fate::Unmatched(if row.is_goods() { Unmatched::NeverBought } else { Unmatched::NotGoods });
    };
    let mut earlier: Vec<&mut Sale> = sales.iter_mut().filter(|sale| sale.at <= row.at).collect();
    if earlier.is_empty() {
        return Fate::Unmatched(if row.is_goods() { Unmatched::BoughtOnlyLater } else { Unmatched::NotGoods });
    }
    earlier.sort_by(|a, b| (b.price_mills == row.price_mills, &b.at).cmp(&(a.price_mills == row.price_mills, &a.at)));
    let wanted = -row.quantity;
    let mut left = wanted;
    for sale in earlier {
        let pieces = left.min(sale.left);
        if pieces > 0 {
            sale.left -= pieces;
            left -= pieces;
            parts.push(Part { cancel, order: sale.order, line: sale.line, pieces });
        }
    }
    match left {
        0 => Fate::Matched,
        left if left == wanted => Fate::Unmatched(Unmatched::Exhausted),
        left => Fate::InPart(left),
    }
}
