//! The queue of parcels that nobody is known for: photographed, kept, and matched later (domain §2).

use serde::{Deserialize, Serialize};

use super::parcel::ExpectedParcel;
use super::tracking::TrackingNumber;
use crate::clock::Timestamp;
use crate::id::ScanId;

/// Digits at the end of a number that people read to each other.
const TAIL: usize = 6;

/// A parcel without a ticket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnidentifiedParcel {
    /// The scan that brought it.
    pub scan: ScanId,
    /// Its number; `None` when the label gives none.
    pub number: Option<TrackingNumber>,
    /// Photos of label and contents, by the names of their attachments.
    pub photos: Vec<String>,
    /// What the warehouse saw.
    pub note: String,
    /// Since when it waits.
    pub since: Timestamp,
}

/// How well a waiting parcel fits an awaited one, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// The same number: it is this parcel.
    Same,
    /// One letter differs, is missing, is too many, or two are exchanged: a typing error.
    OneOff,
    /// The last six letters agree: the customer gave the end of the number, or another carrier's prefix.
    Tail,
}

/// Parcels of the queue that may be the awaited one, best and oldest first. Only [`Fit::Same`] may be matched without asking.
pub fn suggest<'a>(queue: &'a [UnidentifiedParcel], awaited: &ExpectedParcel) -> Vec<(Fit, &'a UnidentifiedParcel)> {
    let mut found: Vec<(Fit, &UnidentifiedParcel)> =
        queue.iter().filter_map(|parcel| fit(parcel.number.as_ref()?.as_str(), awaited.number.as_str()).map(|fit| (fit, parcel))).collect();
    found.sort_by_key(|(fit, parcel)| (*fit, parcel.since, parcel.scan));
    found
}

fn fit(left: &str, right: &str) -> Option<Fit> {
    if left == right {
        return Some(Fit::Same);
    }
    if one_off(left.as_bytes(), right.as_bytes()) {
        return Some(Fit::OneOff);
    }
    let tail = |text: &str| text.get(text.len().checked_sub(TAIL)?..).map(str::to_owned);
    (tail(left).is_some() && tail(left) == tail(right)).then_some(Fit::Tail)
}

/// True at a Damerau distance of one: what is between the common beginning and the common end says it.
fn one_off(left: &[u8], right: &[u8]) -> bool {
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    let begin = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let end = short[begin..].iter().rev().zip(long[begin..].iter().rev()).take_while(|(a, b)| a == b).count();
    match (&short[begin..short.len() - end], &long[begin..long.len() - end]) {
        ([] | [_], [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}
