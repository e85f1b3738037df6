//! Tracking numbers, as labels carry them and as scanners send them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// Shortest number that names a parcel; below it, a person has typed the end of one.
pub const MIN_LENGTH: usize = 6;
/// Longest number: more than any carrier prints, less than two labels read as one.
pub const MAX_LENGTH: usize = 40;
/// What FNC1 becomes in transmitted data (GS1 General Specifications §7.8).
const GROUP_SEPARATOR: char = '\u{1d}';

/// A tracking number without what scanners, keyboards and GS1 labels put around it. Two readings of one label are equal.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String, examples("SF1029384756013")))]
#[serde(try_from = "String", into = "String")]
pub struct TrackingNumber(String);

/// The text holds no tracking number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TrackingError {
    /// Too short or too long.
    #[error("'{0}' has not between {MIN_LENGTH} and {MAX_LENGTH} letters and digits: scan the carrier's label again")]
    Length(String),
    /// Something that no carrier prints.
    #[error("'{text}' contains '{character}': a tracking number has letters, digits and hyphens; scan the carrier's label")]
    Character {
        /// What was read.
        text: String,
        /// What does not belong there.
        character: char,
    },
    /// No digit at all: a word, not a number.
    #[error("'{0}' contains no digit: scan the carrier's label")]
    NoDigit(String),
    /// A GS1 label without a number of a shipment.
    #[error("'{0}' is a GS1 label without a shipment number (00, 400, 401, 402 or 91 to 99): scan the carrier's label")]
    NoShipment(String),
}

/// A check digit that does not fit: probably a misreading. The number is kept, because the label may be wrong as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Misread {
    /// GS1 serial shipping container code, modulo 10.
    #[error("the last digit does not fit a serial shipping container code (GS1)")]
    ContainerCode,
    /// Postal item, modulo 11.
    #[error("the ninth digit does not fit a postal item number (UPU S10)")]
    PostalItem,
}

impl TrackingNumber {
    /// Reads what a scanner or a person gives: control characters, blanks, full-width letters of an input method, the AIM
    /// symbology identifier (ISO/IEC 15424), FNC1 and GS1 application identifiers are taken away, letters become upper case.
    ///
    /// # Errors
    /// A [`TrackingError`] when no tracking number is left.
    pub fn read(raw: &str) -> Result<Self, TrackingError> {
        let plain: String =
            raw.chars().map(half_width).filter(|c| *c == GROUP_SEPARATOR || !(c.is_control() || c.is_whitespace())).collect();
        let plain = plain.trim_matches('\u{feff}').to_ascii_uppercase();
        let (gs1, rest) = without_symbology(&plain);
        let gs1 = gs1 || rest.starts_with(GROUP_SEPARATOR);
        let rest = rest.trim_matches(GROUP_SEPARATOR);
        let number = if rest.starts_with('(') {
            shipment(&unbracketed(rest))
        } else if gs1 {
            shipment(rest)
        } else {
            Some(rest.to_owned())
        };
        let number = number.ok_or_else(|| TrackingError::NoShipment(raw.trim().to_owned()))?;
        Self::checked(bare_container_code(&number))
    }

    /// The number as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What speaks for a misreading, where the shape of the number carries a check digit.
    pub fn misread(&self) -> Option<Misread> {
        let bytes = self.0.as_bytes();
        if bytes.len() == 18 && bytes.iter().all(u8::is_ascii_digit) {
            return (!container_code_fits(&self.0)).then_some(Misread::ContainerCode);
        }
        let [a, b, digits @ .., y, z] = bytes else { return None };
        let postal = digits.len() == 9 && digits.iter().all(u8::is_ascii_digit) && [a, b, y, z].iter().all(|c| c.is_ascii_uppercase());
        (postal && !postal_item_fits(digits)).then_some(Misread::PostalItem)
    }

    fn checked(text: String) -> Result<Self, TrackingError> {
        if let Some(character) = text.chars().find(|c| !(c.is_ascii_alphanumeric() || *c == '-')) {
            return Err(TrackingError::Character { text, character });
        }
        if !(MIN_LENGTH..=MAX_LENGTH).contains(&text.len()) {
            return Err(TrackingError::Length(text));
        }
        if !text.bytes().any(|b| b.is_ascii_digit()) {
            return Err(TrackingError::NoDigit(text));
        }
        Ok(Self(text))
    }
}

/// A wedge types through the input method of the PDA, which may widen letters (U+FF01–U+FF5E).
fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Takes `]` with a letter and a digit away; true when they say that GS1 data follows.
fn without_symbology(text: &str) -> (bool, &str) {
    match text.as_bytes() {
        [b']', letter, digit, ..] if letter.is_ascii_alphabetic() && digit.is_ascii_digit() => {
            (matches!(&text[..3], "]C1" | "]E0" | "]D2" | "]Q3" | "]J1"), &text[3..])
        }
        _ => (false, text),
    }
}

/// `(00)…(401)…` as a person types what stands below the bars, turned into transmitted data.
fn unbracketed(text: &str) -> String {
    text.replace('(', "\u{1d}").replace(')', "").trim_start_matches(GROUP_SEPARATOR).to_owned()
}

/// Length of the identifier and of a predefined-length value; `None` for values that end at a separator
/// (GS1 General Specifications §7.8.5). An unknown identifier ends the reading, because its length is unknown as well.
fn element(text: &str) -> Option<(usize, Option<usize>)> {
    let two = text.get(..2)?;
    Some(match two {
        "00" => (2, Some(18)),
        "01" | "02" => (2, Some(14)),
        "11" | "12" | "13" | "15" | "16" | "17" => (2, Some(6)),
        "41" => (3, Some(13)),
        "40" | "42" => (3, None),
        "10" | "21" | "22" | "30" | "37" | "90" | "91" | "92" | "93" | "94" | "95" | "96" | "97" | "98" | "99" => (2, None),
        _ => return None,
    })
}

/// The shipment's number among GS1 elements: container code (00), else consignment (401), shipment (402), the carrier's own
/// (91–99, printed with the identifier), or order (400).
fn shipment(text: &str) -> Option<String> {
    let mut best: Option<(u8, String)> = None;
    let mut rest = text;
    while let Some((identifier, fixed)) = element(rest) {
        let Some(value) = rest.get(identifier..) else { break };
        let ends = value.find(GROUP_SEPARATOR).unwrap_or(value.len());
        let end = fixed.map_or(ends, |length| length.min(ends));
        // The data is ASCII where it matters; a cut inside another letter means that it is no GS1 data.
        let Some(content) = value.get(..end) else { break };
        let found = match &rest[..identifier] {
            "00" => Some((0, content.to_owned())),
            "401" => Some((1, content.to_owned())),
            "402" => Some((2, content.to_owned())),
            "400" => Some((4, content.to_owned())),
            own if own.starts_with('9') && own != "90" => Some((3, format!("{own}{content}"))),
            _ => None,
        };
        if let Some(found) = found
            && best.as_ref().is_none_or(|(rank, _)| found.0 < *rank)
        {
            best = Some(found);
        }
        rest = value[end..].trim_start_matches(GROUP_SEPARATOR);
    }
    best.map(|(_, number)| number)
}

/// A wedge that drops FNC1 sends `00` and a container code as twenty digits: the code alone is the number.
fn bare_container_code(number: &str) -> String {
    match number.strip_prefix("00") {
        Some(code) if number.len() == 20 && number.bytes().all(|b| b.is_ascii_digit()) && container_code_fits(code) => code.to_owned(),
        _ => number.to_owned(),
    }
}

/// Modulo 10 with weights 3 and 1 from the right (GS1 General Specifications §7.9.1).
fn container_code_fits(digits: &str) -> bool {
    let weighted = digits.bytes().rev().zip([1u32, 3].into_iter().cycle());
    weighted.map(|(digit, weight)| u32::from(digit - b'0') * weight).sum::<u32>() % 10 == 0
}

/// Modulo 11 over eight digits (UPU S10-12 §6.2.3).
fn postal_item_fits(digits: &[u8]) -> bool {
    let weighted = digits.iter().zip([8u32, 6, 4, 2, 3, 5, 9, 7]);
    let sum: u32 = weighted.map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let check = match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        other => other,
    };
    digits.last().is_some_and(|last| u32::from(last - b'0') == check)
}

impl FromStr for TrackingNumber {
    type Err = TrackingError;

    fn from_str(text: &str) -> Result<Self, TrackingError> {
        Self::read(text)
    }
}

impl TryFrom<String> for TrackingNumber {
    type Error = TrackingError;

    fn try_from(text: String) -> Result<Self, TrackingError> {
        Self::read(&text)
    }
}

impl From<TrackingNumber> for String {
    fn from(number: TrackingNumber) -> Self {
        number.0
    }
}

impl fmt::Display for TrackingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for TrackingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
