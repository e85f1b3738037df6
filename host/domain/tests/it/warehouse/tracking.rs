//! What scanners send, and the number in it (D4).

use proptest::prelude::*;
use redress_domain::warehouse::tracking::{MAX_LENGTH, Misread, TrackingError, TrackingNumber};

fn read(raw: &str) -> String {
    TrackingNumber::read(raw).unwrap().to_string()
}

#[test]
fn d4_readings_of_one_label_give_one_number() {
    let table = [
        // Wedges end with a key, people type blanks and small letters.
        ("SF1029384756013\r\n", "SF1029384756013"),
        ("\tsf 1029 3847 56013 ", "SF1029384756013"),
        ("\u{2}JDVA00123456789-1-2-\u{3}", "JDVA00123456789-1-2-"),
        // The input method of the PDA widens letters.
        ("ＳＦ１０２９３８４７５６０１３", "SF1029384756013"),
        // AIM identifiers of Code 128 and of a QR code without GS1 data.
        ("]C0SF1029384756013", "SF1029384756013"),
        ("]Q1YT7512345678901", "YT7512345678901"),
        // GS1: container code with FNC1, in brackets, and from a wedge that drops FNC1.
        ("]C100340123450000000000", "340123450000000000"),
        ("(00)340123450000000000", "340123450000000000"),
        ("00340123450000000000", "340123450000000000"),
        ("\u{1d}00340123450000000000", "340123450000000000"),
        // Consignment behind a routing code; the postal code of USPS before the carrier's own number.
        ("]C1403ROUTE9\u{1d}401CONS-4711\u{1d}", "CONS-4711"),
        ("]C142012345\u{1d}9405511899560000000000", "9405511899560000000000"),
        ("(420)12345(401)CONS-4711", "CONS-4711"),
        // A container code wins over an order number.
        ("]C1400ORDER77\u{1d}00340123450000000000", "340123450000000000"),
        // Twenty digits that are no container code stay as they are.
        ("00340123450000000001", "00340123450000000001"),
    ];
    for (raw, number) in table {
        assert_eq!(read(raw), number, "{raw:?}");
    }
}

#[test]
fn d4_what_is_no_tracking_number_is_said() {
    let error = |raw: &str| TrackingNumber::read(raw).unwrap_err();
    assert!(matches!(error(" 12345\r"), TrackingError::Length(_)));
    assert!(matches!(error(&"9".repeat(MAX_LENGTH + 1)), TrackingError::Length(_)));
    assert!(matches!(error("https://example.com/1"), TrackingError::Character { character: ':', .. }));
    assert!(matches!(error("unreadable"), TrackingError::NoDigit(_)));
    assert!(matches!(error("]C10104012345678901"), TrackingError::NoShipment(_)));
    assert!(matches!(error("快递单号123456"), TrackingError::Character { character: '快', .. }));
}

#[test]
fn d4_check_digits_warn_and_do_not_refuse() {
    let number = |raw: &str| TrackingNumber::read(raw).unwrap();
    assert_eq!(number("RB123456785GB").misread(), None);
    assert_eq!(number("RB123456786GB").misread(), Some(Misread::PostalItem));
    assert_eq!(number("340123450000000000").misread(), None);
    assert_eq!(number("340123450000000009").misread(), Some(Misread::ContainerCode));
    assert_eq!(number("SF1029384756013").misread(), None);
}

#[test]
fn a_number_reads_from_json_as_from_a_label() {
    let number: TrackingNumber = serde_json::from_str("\" sf1029384756013\"").unwrap();
    assert_eq!(serde_json::to_string(&number).unwrap(), "\"SF1029384756013\"");
    assert!(serde_json::from_str::<TrackingNumber>("\"?\"").is_err());
}

proptest! {
    /// What was read once reads as itself, and no input stops the reader.
    #[test]
    fn d4_reading_twice_is_reading_once(raw in "(\\PC|\u{1d}|\\]C1|\\(00\\)|00|401|[0-9]{4}){0,12}") {
        if let Ok(number) = TrackingNumber::read(&raw) {
            prop_assert_eq!(TrackingNumber::read(number.as_str()), Ok(number.clone()));
        }
    }

    #[test]
    fn d4_blanks_case_and_the_final_key_do_not_matter(number in "[A-Z]{2}[1-9][0-9]{8,20}") {
        let typed = format!("]C0 {}\r\n", number.to_lowercase());
        prop_assert_eq!(read(&typed), number);
    }
}
