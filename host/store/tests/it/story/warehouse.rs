//! Parcels, scans, inspections and offers.

use redress_domain::Timestamp;
use redress_domain::id::{InspectionId, OfferId, ParcelId, ScanId, TicketId, UserId};
use redress_domain::status::{CaseStatus, GoodsStatus};
use redress_domain::timeline::Actor;
use redress_domain::warehouse::checklist::Checklist;
use redress_domain::warehouse::inspection::{ExpectedReturn, Inspection, Part, Problem, ProblemKind};
use redress_domain::warehouse::kept::{
    Assigned, Finding, KeptInspection, KeptOffer, KeptScan, KnownParcel, OfferState, QueuedParcel, ScanOutcome,
};
use redress_domain::warehouse::offer::{Choice, Offer};
use redress_domain::warehouse::parcel::{ExpectedParcel, Purpose};
use redress_domain::warehouse::scan::{ScanEvent, Source};
use redress_domain::warehouse::tracking::TrackingNumber;
use redress_domain::warehouse::unidentified::UnidentifiedParcel;
use redress_store::{Error, Page, TenantStore, checklist, inspection, offer, parcel, pick, scan, ticket, unidentified};

use super::first;
use crate::backend::{read, write};
use crate::sample::{Sample, cny, next_id};

fn number(text: &str) -> TrackingNumber {
    text.parse().unwrap()
}

fn announced(sample: &mut Sample, ticket: TicketId, text: &str) -> KnownParcel {
    let id = next_id!(sample, ParcelId);
    let parcel = ExpectedParcel {
        id,
        ticket,
        number: number(text),
        carrier: Some("顺丰".to_owned()),
        purpose: Purpose::Return,
        since: sample.now(),
    };
    KnownParcel { parcel, announced_by: Actor::Customer, arrived_at: None, scan: None, withdrawn_at: None }
}

fn reading(sample: &mut Sample, key: &str, raw: &str, outcome: ScanOutcome) -> KeptScan {
    let id = next_id!(sample, ScanId);
    let by = Actor::User(next_id!(sample, UserId));
    let scan = ScanEvent {
        id,
        key: key.to_owned(),
        raw: raw.to_owned(),
        source: Source::Wedge,
        station: Some("gate 2".to_owned()),
        by,
        at: sample.now(),
    };
    let number = TrackingNumber::read(raw).ok();
    KeptScan { scan, number, outcome, parcel: None, ticket: None, complete: false, unidentified: None, note: "放一边".to_owned() }
}

pub(super) async fn parcels(shop: &TenantStore, sample: &mut Sample) {
    let (one, other) = (next_id!(sample, TicketId), next_id!(sample, TicketId));
    let begin = sample.now();
    let mut awaited = announced(sample, one, "SF0000000001");
    let twin = announced(sample, other, "SF0000000001");
    let (a, b) = (awaited.clone(), twin.clone());
    write!(shop, |tx| parcel::insert(tx, &a).await).unwrap();
    let refused = write!(shop, |tx| parcel::insert(tx, &b).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "parcel_number" })), "{refused:?}");
    let id = awaited.parcel.id;
    assert_eq!(read!(shop, |tx| parcel::find(tx, id).await).unwrap(), Some(awaited.clone()));
    assert_eq!(read!(shop, |tx| parcel::awaited(tx, 5).await).unwrap(), vec![awaited.clone()]);

    let (came, by) = (sample.now(), next_id!(sample, ScanId));
    write!(shop, |tx| parcel::arrive(tx, id, Some(by), came).await).unwrap();
    (awaited.arrived_at, awaited.scan) = (Some(came), Some(by));
    let again = write!(shop, |tx| parcel::arrive(tx, id, Some(by), came).await);
    assert!(matches!(again, Err(Error::NotFound { what: "awaited parcel", .. })), "{again:?}");
    let c = twin.clone();
    write!(shop, |tx| parcel::insert(tx, &c).await).expect("the number is free when its parcel is here");
    let wanted = number("SF0000000001");
    let found = read!(shop, |tx| parcel::by_number(tx, &wanted, begin).await).unwrap();
    assert_eq!(found, vec![awaited.clone(), twin.clone()]);
    assert_eq!(read!(shop, |tx| parcel::by_ticket(tx, one).await).unwrap(), vec![awaited]);

    let (gone, second) = (twin.parcel.id, announced(sample, other, "SF0000000002"));
    let (at, d, last) = (sample.now(), second.clone(), second.parcel.since);
    write!(shop, |tx| {
        parcel::withdraw(tx, gone, at).await?;
        parcel::insert(tx, &d).await
    })
    .unwrap();
    assert!(write!(shop, |tx| parcel::withdraw(tx, gone, at).await).is_err(), "it is awaited no more");
    let wanted = number("SF0000000002");
    assert_eq!(write!(shop, |tx| parcel::retire(tx, &wanted, last, at).await).unwrap(), 0, "it is not old");
    let (wanted, later) = (number("SF0000000002"), last.plus(chrono::Duration::days(1)));
    assert_eq!(write!(shop, |tx| parcel::retire(tx, &wanted, later, later).await).unwrap(), 1);
    assert_eq!(read!(shop, |tx| parcel::awaited(tx, 5).await).unwrap(), vec![]);
}

pub(super) async fn scans(shop: &TenantStore, sample: &mut Sample) {
    let mut lost = reading(sample, "pda-1/7", "zto 7777777", ScanOutcome::Unexpected);
    lost.unidentified = Some(lost.scan.id);
    let blurred = reading(sample, "pda-1/8", "???", ScanOutcome::Unreadable);
    let place = UnidentifiedParcel {
        scan: lost.scan.id,
        number: lost.number.clone(),
        photos: vec!["att-1".to_owned()],
        note: "盒子破损".to_owned(),
        since: lost.scan.at,
    };
    let mut waits = QueuedParcel { parcel: place, outcome: ScanOutcome::Unexpected, assigned: None };
    let (a, b, q) = (lost.clone(), blurred.clone(), waits.clone());
    write!(shop, |tx| {
        scan::insert(tx, &a).await?;
        scan::insert(tx, &b).await?;
        unidentified::insert(tx, &q).await
    })
    .unwrap();
    let twin = reading(sample, "pda-1/7", "zto 7777777", ScanOutcome::Unexpected);
    let refused = write!(shop, |tx| scan::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "scan_key" })), "{refused:?}");
    let mut second = waits.clone();
    second.parcel.scan = next_id!(sample, ScanId);
    let refused = write!(shop, |tx| unidentified::insert(tx, &second).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "unidentified_number" })), "a number waits once: {refused:?}");

    let wanted = number("ZTO7777777");
    assert_eq!(read!(shop, |tx| unidentified::waiting(tx, &wanted).await).unwrap(), Some(waits.clone()));
    let (parcel, ticket) = (next_id!(sample, ParcelId), next_id!(sample, TicketId));
    let to = Assigned { ticket, parcel, by: Actor::System, at: sample.now() };
    let (id, given) = (lost.scan.id, to.clone());
    let first_time = write!(shop, |tx| {
        scan::identify(tx, id, parcel, ticket).await?;
        unidentified::assign(tx, id, &given).await
    });
    assert!(first_time.unwrap());
    let given = to.clone();
    assert!(!write!(shop, |tx| unidentified::assign(tx, id, &given).await).unwrap(), "it has its ticket");
    (lost.parcel, lost.ticket, waits.assigned) = (Some(parcel), Some(ticket), Some(to));
    assert_eq!(read!(shop, |tx| unidentified::find(tx, id).await).unwrap(), Some(waits.clone()));
    assert_eq!(read!(shop, |tx| unidentified::list(tx, true, &first(5)).await).unwrap().0, vec![]);
    assert_eq!(read!(shop, |tx| unidentified::list(tx, false, &first(5)).await).unwrap().0, vec![waits]);

    assert_eq!(read!(shop, |tx| scan::find(tx, id).await).unwrap(), Some(lost.clone()));
    let bearing = read!(shop, |tx| {
        let by_key = scan::bearing(tx, "pda-1/8", None, &[]).await?;
        let by_number = scan::bearing(tx, "", Some(&number("ZTO7777777")), &[]).await?;
        Ok((by_key, by_number, scan::bearing(tx, "", None, &[parcel]).await?))
    });
    assert_eq!(bearing.unwrap(), (vec![blurred.clone()], vec![lost.clone()], vec![lost.clone()]));
    let (head, next) = read!(shop, |tx| scan::list(tx, &scan::Filter::default(), &first(1)).await).unwrap();
    assert_eq!((head, next.is_some()), (vec![blurred], true));
    let filter = scan::Filter { ticket: Some(ticket), number: Some(number("ZTO7777777")) };
    assert_eq!(read!(shop, |tx| scan::list(tx, &filter, &Page { after: next, limit: 5 }).await).unwrap().0, vec![lost]);
}

fn inspected(sample: &mut Sample, ticket: TicketId, at: Timestamp) -> KeptInspection {
    let line = next_id!(sample, redress_domain::id::TicketLineId);
    KeptInspection {
        id: next_id!(sample, InspectionId),
        ticket,
        inspection: Inspection { lines: Vec::new(), by: Actor::System, at },
        expected: ExpectedReturn { ticket, lines: Vec::new(), all_here: true, photo_required: false },
        finding: Finding::Hold,
        problems: vec![Problem { line, kind: ProblemKind::MissingPart, quantity: 1, detail: Some("filter".to_owned()) }],
    }
}

pub(super) async fn inspections(shop: &TenantStore, sample: &mut Sample) {
    let (of, at) = (next_id!(sample, TicketId), sample.now());
    let (one, two) = (inspected(sample, of, at), inspected(sample, of, at));
    let (a, b) = (one.clone(), two.clone());
    write!(shop, |tx| {
        inspection::insert(tx, &a).await?;
        inspection::insert(tx, &b).await
    })
    .unwrap();
    assert_eq!(read!(shop, |tx| inspection::by_ticket(tx, of).await).unwrap(), vec![one.clone(), two.clone()]);
    assert_eq!(read!(shop, |tx| inspection::last(tx, of).await).unwrap(), Some(two));

    let made = Offer {
        ticket: of,
        parts: Vec::new(),
        shares: vec![(one.problems[0].line, cny(3_500))],
        deduction: Some(cny(3_500)),
        text: "是否需要我们补发？".to_owned(),
        locale: "zh-CN".to_owned(),
        expires_at: sample.now(),
    };
    let mut kept = KeptOffer {
        id: next_id!(sample, OfferId),
        inspection: one.id,
        offer: made,
        made_at: at,
        state: OfferState::Open,
        choice: None,
        answered_by: None,
        answered_at: None,
    };
    let first_one = kept.clone();
    write!(shop, |tx| offer::insert(tx, &first_one).await).unwrap();
    let twin = KeptOffer { id: next_id!(sample, OfferId), ..kept.clone() };
    let refused = write!(shop, |tx| offer::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "open_offer" })), "{refused:?}");
    (kept.state, kept.choice, kept.answered_by, kept.answered_at) =
        (OfferState::Answered, Some(Choice::Deduct), Some(Actor::Customer), Some(sample.now()));
    let ended = kept.clone();
    write!(shop, |tx| offer::end(tx, &ended).await).unwrap();
    let ended = kept.clone();
    assert!(write!(shop, |tx| offer::end(tx, &ended).await).is_err(), "it is not open any more");
    assert_eq!(read!(shop, |tx| offer::last(tx, of).await).unwrap(), Some(kept));
}

pub(super) async fn shelves(shop: &TenantStore, sample: &mut Sample) {
    let part = |code: &str| Part { code: code.to_owned(), name: "滤网组件".to_owned(), quantity: 1, price: cny(3_500) };
    let mut list = Checklist { sku: "FEEDER-1".to_owned(), version: 1, parts: vec![part("filter")] };
    let new = list.clone();
    write!(shop, |tx| checklist::put(tx, &new).await).unwrap();
    let again = list.clone();
    let refused = write!(shop, |tx| checklist::put(tx, &again).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "checklist_sku" })), "{refused:?}");
    (list.version, list.parts) = (2, vec![part("filter"), part("cable")]);
    let changed = list.clone();
    write!(shop, |tx| checklist::put(tx, &changed).await).unwrap();
    let changed = list.clone();
    assert!(matches!(write!(shop, |tx| checklist::put(tx, &changed).await), Err(Error::Stale { .. })));
    assert_eq!(read!(shop, |tx| checklist::find(tx, "FEEDER-1").await).unwrap(), Some(list.clone()));
    let skus = ["FEEDER-1".to_owned(), "NONE".to_owned()];
    assert_eq!(read!(shop, |tx| checklist::of(tx, &skus).await).unwrap(), vec![list.clone()]);
    assert_eq!(read!(shop, |tx| checklist::list(tx, "", 5).await).unwrap(), vec![list]);
    assert_eq!(read!(shop, |tx| checklist::list(tx, "FEEDER-1", 5).await).unwrap(), vec![]);

    let buyer = sample.customer("pick");
    let bought = sample.order("pick", None);
    // Older ones with nothing to fetch: one whose goods have left, and one whose goods are not here.
    let mut left = sample.ticket("T-PICK-LEFT", &buyer, &bought);
    (left.axes.case, left.axes.goods) = (CaseStatus::Fulfilling, GoodsStatus::ReplacementShipped);
    let mut away = sample.ticket("T-PICK-AWAY", &buyer, &bought);
    (away.axes.case, away.axes.goods) = (CaseStatus::SendBack, GoodsStatus::Returning);
    let mut back = sample.ticket("T-PICK", &buyer, &bought);
    (back.axes.case, back.axes.goods) = (CaseStatus::SendBack, GoodsStatus::Received);
    let (id, at) = (back.id, sample.now());
    let mut leaves = sample.ticket("T-PICK-LEAVES", &buyer, &bought);
    (leaves.axes.case, leaves.axes.goods) = (CaseStatus::Fulfilling, GoodsStatus::WithCustomer);
    let second = leaves.id;
    write!(shop, |tx| {
        for ticket in [&left, &away, &back, &leaves] {
            ticket::insert(tx, ticket).await?;
        }
        Ok(())
    })
    .unwrap();
    assert_eq!(read!(shop, |tx| pick::open(tx, None, 1).await).unwrap(), vec![id], "D11: what needs nothing takes no place");
    assert_eq!(read!(shop, |tx| pick::open(tx, None, 9).await).unwrap(), vec![id, second]);
    assert_eq!(read!(shop, |tx| pick::open(tx, Some(id), 9).await).unwrap(), vec![second]);
    write!(shop, |tx| pick::insert(tx, id, &Actor::System, at).await).unwrap();
    let refused = write!(shop, |tx| pick::insert(tx, id, &Actor::System, at).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "picked" })), "{refused:?}");
    assert_eq!(read!(shop, |tx| pick::open(tx, None, 9).await).unwrap(), vec![second]);
    assert_eq!(read!(shop, |tx| pick::find(tx, id).await).unwrap(), Some(at));
    write!(shop, |tx| pick::clear(tx, id).await).unwrap();
    assert_eq!(read!(shop, |tx| pick::find(tx, id).await).unwrap(), None);
}
