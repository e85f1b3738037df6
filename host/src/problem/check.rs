//! Checks that many bodies share.

use super::Problem;

/// Longest identifier that another system gave.
const MAX_REFERENCE: usize = 200;

/// A display name of 1 to 100 characters.
///
/// # Errors
/// 422 `invalid`.
pub fn name(pointer: &str, text: String) -> Result<String, Problem> {
    text_between(pointer, text, 1, 100)
}

/// A text of at least `shortest` and at most `longest` characters.
///
/// # Errors
/// 422 `invalid`.
pub fn text_between(pointer: &str, text: String, shortest: usize, longest: usize) -> Result<String, Problem> {
    let length = text.trim().chars().count();
    if (shortest..=longest).contains(&length) {
        return Ok(text);
    }
    Err(Problem::invalid(pointer, format!("this takes {shortest} to {longest} characters and has {length}")))
}

/// A key that rules and addresses use: 1 to 64 lower-case letters, digits, `_`, `-`, `.`.
///
/// # Errors
/// 422 `invalid`.
pub fn key(pointer: &str, text: String) -> Result<String, Problem> {
    let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-' | b'.');
    if (1..=64).contains(&text.len()) && text.bytes().all(allowed) {
        return Ok(text);
    }
    Err(Problem::invalid(pointer, "this takes 1 to 64 lower-case letters, digits, '_', '-' and '.'"))
}

/// The identifier of a thing in another system.
///
/// # Errors
/// 422 `invalid`.
pub fn reference(pointer: &str, text: String) -> Result<String, Problem> {
    text_between(pointer, text, 1, MAX_REFERENCE)
}

/// Reads a field that may be left out, null or set: `None`, `Some(None)`, `Some(Some(value))`.
///
/// # Errors
/// When a value is there and cannot be read.
pub fn nullable<'de, D: serde::Deserializer<'de>, T: serde::Deserialize<'de>>(deserializer: D) -> Result<Option<Option<T>>, D::Error> {
    <Option<T> as serde::Deserialize>::deserialize(deserializer).map(Some)
}
