//! Barcodes and QR codes as SVG, which templates hand to `image`.

use std::fmt::Write as _;

use barcoders::sym::code128::Code128;
use qrcode::{Color, EcLevel, QrCode};

/// Width of one module in millimetres: GS1 general specifications §5.12.3 ask at least 0.25 for what a warehouse scans.
const MODULE_MM: f64 = 0.33;

/// Light modules that ISO/IEC 15417 §4.3.3 wants beside a Code 128 symbol.
const QUIET_BARS: usize = 10;

/// Light modules that ISO/IEC 18004 §6.3.8 wants around a QR code.
const QUIET_SQUARES: usize = 4;

/// Characters of a Code 128 that still fits across a page.
const LONGEST: usize = 48;

/// Code 128 (ISO/IEC 15417) of visible ASCII. One unit of the view box is one module.
///
/// # Errors
/// What the text must be instead.
pub(crate) fn code128_svg(text: &str) -> Result<String, String> {
    if !(1..=LONGEST).contains(&text.len()) || !text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return Err(format!("a Code 128 here holds 1 to {LONGEST} visible ASCII characters, and this is {text:?}"));
    }
    let modules = Code128::new(&with_sets(text)).map_err(|error| format!("no Code 128 holds {text:?}: {error}"))?.encode();
    let width = modules.len() + 2 * QUIET_BARS;
    let mut path = String::new();
    let mut place = QUIET_BARS;
    for run in modules.chunk_by(|a, b| a == b) {
        if run[0] == 1 {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{place} 0h{}v40h-{}z", run.len(), run.len());
        }
        place += run.len();
    }
    #[expect(clippy::cast_precision_loss, reason = "a few hundred modules")]
    let mm = width as f64 * MODULE_MM;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{mm:.2}mm\" height=\"12mm\" viewBox=\"0 0 {width} 40\" \
         preserveAspectRatio=\"none\"><path d=\"{path}\"/></svg>"
    ))
}

/// The text with the switches between the sets: digits in pairs (set C), everything else one by one (set B).
fn with_sets(text: &str) -> String {
    const B: char = '\u{181}';
    const C: char = '\u{106}';
    let pairs = |digits: &str| digits.len() >= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let head = text.len() - text.len() % 2;
    match text.split_at_checked(head) {
        Some((even, "")) if pairs(even) => format!("{C}{even}"),
        Some((even, odd)) if pairs(even) && pairs(text) => format!("{C}{even}{B}{odd}"),
        _ => format!("{B}{text}"),
    }
}

/// QR code (ISO/IEC 18004) of any text, with error correction M: 15 % of it may be soiled.
///
/// # Errors
/// When the text is empty or too long.
pub(crate) fn qr_svg(text: &str) -> Result<String, String> {
    if text.is_empty() {
        return Err("a QR code of nothing: give it a text".to_owned());
    }
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|error| format!("no QR code holds these {} bytes: {error}", text.len()))?;
    let side = code.width() + 2 * QUIET_SQUARES;
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(code.width()).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let (left, top, length) = (x + QUIET_SQUARES, y + QUIET_SQUARES, run.len());
                let _ = write!(path, "M{left} {top}h{length}v1h-{length}z");
            }
            x += run.len();
        }
    }
    Ok(format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\"><path d=\"{path}\"/></svg>"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_barcode_says_what_it_cannot_hold() {
        assert!(code128_svg("工单").unwrap_err().contains("visible ASCII"));
        assert!(code128_svg("").is_err() && code128_svg(&"9".repeat(49)).is_err());
        assert!(qr_svg("").is_err() && qr_svg(&"长".repeat(4000)).is_err());
    }

    #[test]
    fn digits_are_packed_in_pairs() {
        let modules = |text: &str| Code128::new(&with_sets(text)).unwrap().encode().len();
        // Start, five pairs, check, stop of 13; an odd one costs a switch and itself.
        assert_eq!(modules("1234567890"), 11 * 7 + 13);
        assert_eq!(modules("12345678901"), 11 * 9 + 13);
        assert_eq!(modules("T-1"), 11 * 5 + 13);
        assert_eq!(modules("123"), 11 * 5 + 13);
    }
}
