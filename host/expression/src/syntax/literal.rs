//! Numbers and quoted texts as CEL writes them.

use std::sync::Arc;

use super::lex::Token;
use crate::Value;

/// Reads the number that `text` begins with; its length comes with it.
pub(crate) fn number(text: &str) -> Result<(Token<'static>, usize), String> {
    if let Some(hex) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        let length = hex.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(hex.len());
        let value = u64::from_str_radix(&hex[..length], 16).map_err(|_| too_large(&text[..length + 2]))?;
        return Ok(unsigned(value, text, length + 2));
    }
    let digits = |from: usize| text[from..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |length| from + length);
    let mut end = digits(0);
    let mut fraction = false;
    if text[end..].starts_with('.') && text[end + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        end = digits(end + 1);
        fraction = true;
    }
    if text[end..].starts_with(['e', 'E']) {
        let sign = usize::from(text[end + 1..].starts_with(['+', '-']));
        if text[end + 1 + sign..].starts_with(|c: char| c.is_ascii_digit()) {
            end = digits(end + 1 + sign);
            fraction = true;
        }
    }
    if fraction {
        let value: f64 = text[..end].parse().map_err(|_| too_large(&text[..end]))?;
        if value.is_infinite() {
            return Err(too_large(&text[..end]));
        }
        return Ok((Token::Literal(Value::Double(value)), end));
    }
    let value = text[..end].parse().map_err(|_| too_large(&text[..end]))?;
    Ok(unsigned(value, text, end))
}

fn unsigned(value: u64, text: &str, end: usize) -> (Token<'static>, usize) {
    if text[end..].starts_with(['u', 'U']) { (Token::Literal(Value::Uint(value)), end + 1) } else { (Token::Whole(value), end) }
}

fn too_large(text: &str) -> String {
    format!("the number {text} is too large")
}

/// Reads the quoted text or bytes that `text` begins with, if it begins with one.
pub(crate) fn quoted(text: &str) -> Option<Result<(Value, usize), String>> {
    let prefix = text.find(|c: char| !matches!(c, 'r' | 'R' | 'b' | 'B'))?;
    let (prefix, body) = text.split_at(prefix);
    if prefix.len() > 2 || !body.starts_with(['"', '\'']) {
        return None;
    }
    let raw = prefix.contains(['r', 'R']);
    let bytes = prefix.contains(['b', 'B']);
    if prefix.len() == 2 && !(raw && bytes) {
        return None;
    }
    let quote = if body.starts_with("\"\"\"") || body.starts_with("'''") { &body[..3] } else { &body[..1] };
    Some(read(body, quote, raw, bytes).map(|(value, length)| (value, prefix.len() + length)))
}

fn read(body: &str, quote: &str, raw: bool, bytes: bool) -> Result<(Value, usize), String> {
    let mut out: Vec<u8> = Vec::new();
    let mut at = quote.len();
    loop {
        let rest = &body[at..];
        if rest.starts_with(quote) {
            break;
        }
        let Some(c) = rest.chars().next().filter(|&c| quote.len() == 3 || !matches!(c, '\n' | '\r')) else {
            return Err(format!("the text does not end: close it with {quote}"));
        };
        if c == '\\' && !raw {
            at += 1 + escape(&rest[1..], bytes, &mut out)?;
        } else {
            out.extend_from_slice(&rest.as_bytes()[..c.len_utf8()]);
            at += c.len_utf8();
        }
    }
    let value = if bytes {
        Value::Bytes(out.into())
    } else {
        Value::Text(Arc::from(String::from_utf8(out).map_err(|_| "the text is not valid Unicode".to_owned())?))
    };
    Ok((value, at + quote.len()))
}

/// Reads what follows a backslash; gives its length.
fn escape(text: &str, bytes: bool, out: &mut Vec<u8>) -> Result<usize, String> {
    let wrong = || format!("\\{} is no escape: write \\\\ for a backslash", text.chars().next().unwrap_or(' '));
    let kind = text.chars().next().ok_or_else(wrong)?;
    let plain = match kind {
        'a' => Some(7),
        'b' => Some(8),
        'f' => Some(12),
        'n' => Some(b'\n'),
        'r' => Some(b'\r'),
        't' => Some(b'\t'),
        'v' => Some(11),
        '\\' | '\'' | '"' | '`' | '?' => u8::try_from(kind).ok(),
        _ => None,
    };
    if let Some(byte) = plain {
        out.push(byte);
        return Ok(1);
    }
    let (skip, length, radix) = match kind {
        'x' | 'X' => (1, 2, 16),
        'u' if !bytes => (1, 4, 16),
        'U' if !bytes => (1, 8, 16),
        '0'..='3' => (0, 3, 8),
        _ => return Err(wrong()),
    };
    let digits = text.get(skip..skip + length).ok_or_else(wrong)?;
    let code = u32::from_str_radix(digits, radix).map_err(|_| wrong())?;
    if bytes {
        out.push(u8::try_from(code).map_err(|_| wrong())?);
    } else {
        let c = char::from_u32(code).ok_or_else(|| format!("\\{} is no Unicode character", &text[..skip + length]))?;
        out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
    Ok(skip + length)
}
