//! A changed past shows.

use proptest::prelude::*;
use redress_domain::Digest;
use redress_domain::id::TicketId;
use redress_domain::timeline::{Actor, Entry, Head, NewEntry, first_break};
use serde_json::json;
use uuid::Uuid;

use crate::sample::{now, user};

fn ticket() -> TicketId {
    TicketId::from_uuid(Uuid::from_u128(7))
}

fn chain(length: usize) -> Vec<Entry> {
    let mut head = Head::empty();
    (0..length)
        .map(|i| {
            let actor = if i % 2 == 0 { Actor::Customer } else { Actor::User(user(1)) };
            let entry = NewEntry { at: now(), actor, kind: "message.added".to_owned(), data: json!({ "body": format!("第{i}条") }) };
            head.append(ticket(), entry)
        })
        .collect()
}

#[test]
fn a_whole_chain_has_no_break() {
    let entries = chain(5);
    assert_eq!(first_break(ticket(), &entries), None);
    assert_eq!(entries.iter().map(|e| e.seq).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert_eq!(first_break(ticket(), &[]), None);
    assert_eq!(first_break(TicketId::from_uuid(Uuid::from_u128(8)), &entries), Some(1));
}

#[test]
fn entries_survive_being_written_and_read() {
    let entries = chain(3);
    let text = serde_json::to_string(&entries).unwrap();
    let back: Vec<Entry> = serde_json::from_str(&text).unwrap();
    assert_eq!(back, entries);
    assert_eq!(first_break(ticket(), &back), None);
}

proptest! {
    #[test]
    fn every_change_breaks_the_chain_where_it_was_made(at in 0usize..6, how in 0u8..7) {
        let mut entries = chain(6);
        let place = i64::try_from(at).unwrap() + 1;
        match how {
            0 => entries[at].kind = "ticket.approved".to_owned(),
            1 => entries[at].data = json!({ "body": "别的" }),
            2 => entries[at].actor = Actor::System,
            3 => entries[at].at = entries[at].at.plus(chrono::Duration::microseconds(1)),
            4 => entries[at].hash = Digest::of(b"forged"),
            5 => entries[at].seq += 1,
            _ => {
                entries.remove(at);
                // Cutting the end off is seen by the head that the ticket's last write kept, not by the chain itself.
                let expected = (at < 5).then_some(place);
                prop_assert_eq!(first_break(ticket(), &entries), expected);
                return Ok(());
            }
        }
        prop_assert_eq!(first_break(ticket(), &entries), Some(place));
    }
}
