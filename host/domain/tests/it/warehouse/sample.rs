//! A purifier with a filter set and a cable, on its way back.

use redress_domain::id::{ParcelId, ScanId, TicketId};
use redress_domain::timeline::Actor;
use redress_domain::warehouse::inspection::{
    Disposition, ExpectedLine, ExpectedReturn, Grade, InspectedLine, Inspection, MissingPart, Part, Placement,
};
use redress_domain::warehouse::parcel::{ExpectedParcel, Purpose};
use redress_domain::warehouse::scan::{EarlierScan, ScanEvent, Scanned, Source, match_scan};
use uuid::Uuid;

use crate::sample::{line, now, user, yuan};

pub(super) fn of(n: u128) -> TicketId {
    TicketId::from_uuid(Uuid::from_u128(n))
}

pub(super) fn parcel_id(n: u128) -> ParcelId {
    ParcelId::from_uuid(Uuid::from_u128(n))
}

pub(super) fn parcel(n: u128, ticket: u128, number: &str) -> ExpectedParcel {
    let number = number.parse().unwrap();
    ExpectedParcel { id: parcel_id(n), ticket: of(ticket), number, carrier: None, purpose: Purpose::Return, since: now() }
}

pub(super) fn scan(n: u128, raw: &str) -> ScanEvent {
    ScanEvent {
        id: ScanId::from_uuid(Uuid::from_u128(n)),
        key: format!("pda-1/{n}"),
        raw: raw.to_owned(),
        source: Source::Wedge,
        station: Some("gate 2".to_owned()),
        by: Actor::User(user(3)),
        at: now().plus(chrono::Duration::seconds(i64::try_from(n).unwrap())),
    }
}

/// Scans one after the other, keeping what is to be kept.
pub(super) fn scan_all(parcels: &[ExpectedParcel], scans: &[ScanEvent]) -> (Vec<Scanned>, Vec<EarlierScan>) {
    let mut kept: Vec<EarlierScan> = Vec::new();
    let answers = scans.iter().map(|scan| {
        let answer = match_scan(scan, parcels, &kept);
        kept.extend(answer.record(scan.clone()));
        answer
    });
    let answers = answers.collect();
    (answers, kept)
}

pub(super) fn filter() -> Part {
    Part { code: "FILTER-SET".to_owned(), name: "滤网组件".to_owned(), quantity: 1, price: yuan(3_500) }
}

pub(super) fn expected(quantity: u32) -> ExpectedReturn {
    let purifier = ExpectedLine {
        line: line(1),
        sku: "SKU-1".to_owned(),
        title: "设备".to_owned(),
        quantity,
        serials: Vec::new(),
        parts: vec![filter()],
        damage_claimed: false,
    };
    ExpectedReturn { ticket: of(7), lines: vec![purifier], all_here: true, photo_required: false }
}

pub(super) fn restock(quantity: u32) -> Placement {
    Placement { quantity, grade: Grade::B, disposition: Disposition::Restock }
}

pub(super) fn good(quantity: u32) -> InspectedLine {
    InspectedLine {
        line: line(1),
        good: quantity,
        damaged: 0,
        missing: 0,
        wrong: 0,
        extra: 0,
        placements: vec![restock(quantity)],
        missing_parts: Vec::new(),
        serials: Vec::new(),
        photos: Vec::new(),
        note: String::new(),
    }
}

pub(super) fn without_filter(quantity: u32) -> InspectedLine {
    InspectedLine { missing_parts: vec![MissingPart { code: "FILTER-SET".to_owned(), quantity: 1 }], ..good(quantity) }
}

pub(super) fn inspection(lines: Vec<InspectedLine>) -> Inspection {
    Inspection { lines, by: Actor::User(user(3)), at: now() }
}
