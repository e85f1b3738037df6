//! The two files, line by line, without losing one.

use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// One line of the files.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Invoice; `C…` cancels.
    pub(crate) invoice: String,
    /// Stock code.
    pub(crate) code: String,
    /// What the shop called it.
    pub(crate) description: String,
    /// Pieces, negative for cancellations and write-offs.
    pub(crate) quantity: i64,
    /// RFC 3339; the files name no time zone, so it is taken as UTC.
    pub(crate) at: String,
    /// Price of one in thousandths of a pound, exact.
    pub(crate) price_mills: i64,
    /// Customer, when there is one.
    pub(crate) customer: Option<String>,
    /// Country.
    pub(crate) country: String,
}

impl Row {
    /// True for a cancellation or return.
    pub(crate) fn cancels(&self) -> bool {
        self.invoice.starts_with('C')
    }

    /// True for codes that are not goods: postage, fees, discounts, manual corrections, samples, vouchers.
    pub(crate) fn is_goods(&self) -> bool {
        self.code.len() >= 5 && self.code.as_bytes()[..5].iter().all(u8::is_ascii_digit)
    }

    /// True when a whole number of pence cannot hold the price.
    pub(crate) const fn is_odd_price(&self) -> bool {
        self.price_mills % 10 != 0
    }

    /// Price of one in pence, halves rounded away from zero.
    pub(crate) const fn price(&self) -> i64 {
        (self.price_mills.abs() + 5) / 10 * self.price_mills.signum()
    }
}

/// All lines of both files, in order.
pub(crate) fn read(folder: &Path) -> Result<Vec<Row>> {
    let mut rows = Vec::with_capacity(106_000);
    let plain = std::fs::File::open(folder.join("online_retail_2010-12.csv"))?;
    let packed = flate2::read::GzDecoder::new(std::fs::File::open(folder.join("online_retail_2011-01_02.csv.gz"))?);
    rows_of(plain, &mut rows)?;
    rows_of(packed, &mut rows)?;
    Ok(rows)
}

fn rows_of(input: impl Read, rows: &mut Vec<Row>) -> Result<()> {
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(input);
    for (place, record) in reader.byte_records().enumerate() {
        let record = record?;
        // Descriptions hold a few bytes that are not UTF-8.
        let text = |column: usize| String::from_utf8_lossy(record.get(column).unwrap_or_default()).into_owned();
        let row = || -> Result<Row> {
            let customer = text(6);
            Ok(Row {
                invoice: text(0),
                code: text(1),
                description: text(2),
                quantity: text(3).parse()?,
                at: format!("{}Z", text(4).replace(' ', "T")),
                price_mills: mills(&text(5))?,
                customer: (!customer.is_empty()).then(|| customer.trim_end_matches(".0").to_owned()),
                country: text(7),
            })
        };
        rows.push(row().with_context(|| format!("line {} cannot be read: {record:?}", place + 2))?);
    }
    Ok(())
}

/// A decimal number in thousandths, without a float on the way.
fn mills(text: &str) -> Result<i64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if part.len() > 3 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        bail!("'{text}' has more than three decimals");
    }
    Ok(sign * (whole.parse::<i64>()? * 1000 + format!("{part:0<3}").parse::<i64>()?))
}
