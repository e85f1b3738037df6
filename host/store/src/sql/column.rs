//! From columns to the words of the business and back. What cannot be read names its table, column and row.

use std::fmt::Display;
use std::str::FromStr;

use redress_domain::{Currency, Digest, Money};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// A value kept under its name, for example a status.
pub(crate) fn parse<T: FromStr>(text: &str, table: &'static str, column: &'static str, id: impl Display) -> Result<T> {
    text.parse().map_err(|_| Error::corrupt(table, column, id))
}

/// A value kept as JSON text.
pub(crate) fn json<T: DeserializeOwned>(text: &str, table: &'static str, column: &'static str, id: impl Display) -> Result<T> {
    serde_json::from_str(text).map_err(|_| Error::corrupt(table, column, id))
}

/// JSON text of a value.
pub(crate) fn to_json<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).expect("domain values have text keys and finite numbers, so they always serialize")
}

/// A digest kept as 32 bytes.
pub(crate) fn digest(bytes: &[u8], table: &'static str, column: &'static str, id: impl Display) -> Result<Digest> {
    Digest::from_slice(bytes).ok_or_else(|| Error::corrupt(table, column, id))
}

/// An amount kept as two columns.
pub(crate) fn money(minor: i64, currency: &str, table: &'static str, column: &'static str, id: impl Display) -> Result<Money> {
    let currency: Currency = currency.parse().map_err(|_| Error::corrupt(table, column, &id))?;
    Money::new(minor, currency).map_err(|_| Error::corrupt(table, column, id))
}

/// A count kept as a signed column.
pub(crate) fn count<T: TryFrom<i64>>(value: i64, table: &'static str, column: &'static str, id: impl Display) -> Result<T> {
    T::try_from(value).map_err(|_| Error::corrupt(table, column, id))
}

/// A count as the databases keep it: both lack unsigned integers.
pub(crate) fn signed(value: u64, what: &'static str) -> Result<i64> {
    i64::try_from(value).map_err(|_| Error::TooLarge { what })
}
