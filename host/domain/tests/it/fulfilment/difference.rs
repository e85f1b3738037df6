//! The price difference, and that it stands on the ledger as it is.

use proptest::prelude::*;
use redress_domain::fulfilment::{Proposal, ReturnedGoods, booking, paid_on_top, undo};
use redress_domain::ledger::{Paid, balance, check, recoverable};
use redress_domain::settlement::SettlementEntry;
use redress_domain::{Currency, Money};

use super::{exchange, new_line, try_proposal, with_lines};
use crate::ledger::book;
use crate::sample::{PAID, line, yuan};

fn owed(entries: &[SettlementEntry]) -> i64 {
    balance(Currency::CNY, entries).unwrap().owed.minor()
}

/// Refund A, exchange B: a line that is returned and replaced by nothing is paid back.
#[test]
fn a_returned_line_that_nothing_replaces_is_owed() {
    let goods = |n| ReturnedGoods { line: line(n), quantity: None };
    let proposal = Proposal { returned: vec![goods(1), goods(2)], ..with_lines(vec![new_line(1, None)]) };
    let one = try_proposal(&exchange(), &proposal, &[]).unwrap();
    assert_eq!(one.difference, yuan(-990));
    assert_eq!(owed(&book(booking(&one).unwrap())), 990);
}

proptest! {
    /// Whatever the prices: the booking owes the customer what the difference says, paying it levels the ledger, undoing takes
    /// all of it back, no line and no sum goes above what was paid, and what can be fetched back is what was credited.
    #[test]
    fn the_ledger_says_what_the_difference_says(first in prop::option::of(0_i64..60_000), second in prop::option::of(0_i64..5_000)) {
        let proposal = with_lines(vec![new_line(1, first), new_line(2, second)]);
        let one = try_proposal(&exchange(), &proposal, &[]).unwrap();
        let charged: i64 = first.unwrap_or(PAID - 990) + second.unwrap_or(990);
        prop_assert_eq!(one.difference.minor(), charged - PAID);
        let mut entries = book(booking(&one).unwrap());
        prop_assert_eq!(owed(&entries), -one.difference.minor());
        prop_assert_eq!(recoverable(Currency::CNY, &entries).unwrap(), yuan(PAID));
        let paid = Paid {
            lines: [(line(1), yuan(PAID - 990)), (line(2), yuan(990))].into(),
            ..Paid::in_total(yuan(PAID))
        };
        check(&paid, &entries, &[]).unwrap();
        if one.difference.minor() > 0 {
            entries.extend(book(vec![paid_on_top(&one, "bank")]));
            prop_assert_eq!(owed(&entries), 0);
        }
        let undone = undo(&one, &entries).unwrap();
        entries.extend(book(undone));
        // Only what the customer paid on top is left.
        prop_assert_eq!(owed(&entries), one.difference.minor().max(0));
        prop_assert!(undo(&one, &entries).unwrap().is_empty(), "undone once");
        let sum = Money::sum(Currency::CNY, entries.iter().map(|entry| entry.amount)).unwrap();
        prop_assert_eq!(sum.minor(), one.difference.minor().max(0));
    }
}
