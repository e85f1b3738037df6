//! What a scanner sees.

use std::fmt::Write as _;

use redress_domain::paper::PaperKind;
use redress_print::{Job, Locale, shipped};

use crate::support::{Picture, job};

/// Widths of bars and spaces by value, ISO/IEC 15417 table 1; 103 to 105 start with set A, B and C.
const PATTERNS: &str = "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 \
    123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 232121 111323 \
    131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 \
    213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 \
    112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 \
    421211 212141 214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232";

/// The value whose bars and spaces are as wide as these.
fn value(runs: &[usize]) -> Option<usize> {
    let total: usize = runs.iter().sum();
    let widths: String = runs.iter().map(|run| ((run * 11 + total / 2) / total).to_string()).collect();
    PATTERNS.split_whitespace().position(|pattern| pattern == widths)
}

/// Reads a Code 128 that begins at a bar; checks its check character (ISO/IEC 15417 annex A).
fn read(runs: &[usize]) -> Option<String> {
    let start = value(runs.get(..6)?).filter(|start| (103..=105).contains(start))?;
    let mut values = vec![start];
    let mut rest = &runs[6..];
    while !is_stop(rest) {
        values.push(value(rest.get(..6)?)?);
        rest = &rest[6..];
    }
    let check = values.pop()?;
    let sum: usize = values[0] + values.iter().enumerate().skip(1).map(|(place, value)| place * value).sum::<usize>();
    assert_eq!(sum % 103, check, "the check character");
    let (mut set, mut text) = (start, String::new());
    for value in values.into_iter().skip(1) {
        match (value, set) {
            (99, 104) => set = 105,
            (100, 105) => set = 104,
            (pair, 105) => write!(text, "{pair:02}").unwrap(),
            (value, 104) => text.push(char::from(u8::try_from(value).unwrap() + 32)),
            other => panic!("{other:?} in a text of digits and letters"),
        }
    }
    Some(text)
}

/// Stop is seven wide: 2331112.
fn is_stop(runs: &[usize]) -> bool {
    let Some(seven) = runs.get(..7) else { return false };
    let total: usize = seven.iter().sum();
    let widths: String = seven.iter().map(|run| ((run * 13 + total / 2) / total).to_string()).collect();
    widths == "2331112"
}

fn barcodes(picture: &Picture) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for y in (0..picture.height).step_by(4) {
        let runs = picture.runs(y);
        // Bars are the odd ones.
        for start in (1..runs.len()).step_by(2) {
            if let Some(text) = read(&runs[start..])
                && !found.contains(&text)
            {
                found.push(text);
            }
        }
    }
    found
}

fn qr_codes(picture: &Picture) -> Vec<String> {
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(picture.width, picture.height, |x, y| picture.at(x, y));
    image.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

#[test]
fn d11_barcodes_of_letters_and_of_digits_are_read_back() {
    for text in ["T-20261005-000042", "6901234567892", "12345678", "a~ 9", "SF1234567890123"] {
        let picture = Picture::of(&job(&format!("#import \"/redress.typ\": *\n#barcode(\"{text}\")")));
        assert_eq!(barcodes(&picture), [text]);
    }
}

/// A scanner at hand needs bars of 0.18 mm, and Code 128 has no Chinese.
#[test]
fn d11_what_no_barcode_holds_becomes_a_qr_code() {
    for text in ["工单-42", "FEEDER-2-CAM-WHITE-2026-LIMITED-EDITION-0001"] {
        let picture = Picture::of(&job(&format!("#import \"/redress.typ\": *\n#barcode(\"{text}\", most: 46mm)")));
        assert_eq!((barcodes(&picture), qr_codes(&picture)), (Vec::new(), vec![text.to_owned()]));
    }
}

#[test]
fn z33_the_return_slip_carries_its_number_and_the_customers_link() {
    for locale in Locale::ALL.iter().copied() {
        let sample = shipped::sample(PaperKind::ReturnSlip, locale);
        let picture = Picture::of(&Job::new(shipped::source(PaperKind::ReturnSlip), sample.clone(), locale));
        assert_eq!(barcodes(&picture), [sample["ticket"]["number"].as_str().unwrap()]);
        assert_eq!(qr_codes(&picture), [sample["link"].as_str().unwrap()]);
    }
}
