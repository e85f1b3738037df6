//! What can follow what.

use std::fmt::Write as _;

use proptest::prelude::*;
use redress_domain::fulfilment::{ReplacementState as State, Step};

use super::{exchange, new_line, try_proposal, with_lines};
use crate::sample::now;

/// Every state has an exit, or is an end (domain.md §2).
#[test]
fn every_state_has_an_exit_or_is_an_end() {
    for state in State::ALL {
        let exits = Step::ALL.iter().filter(|step| state.after(**step).is_some()).count();
        assert_eq!(exits == 0, !state.is_open(), "{state} has {exits} exits");
    }
}

/// Whatever leads from the first state to the last passes the stock and the settlement.
#[test]
fn the_table_of_steps() {
    let mut out = String::new();
    for state in State::ALL {
        for step in Step::ALL {
            if let Some(to) = state.after(*step) {
                writeln!(out, "{state} + {step} = {to}").unwrap();
            }
        }
    }
    insta::assert_snapshot!("steps_of_a_replacement", out);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Nothing leaves without its stock, without its settlement, or before the difference is paid; what has left is not called off.
    #[test]
    fn nothing_leaves_before_its_time(steps in prop::collection::vec(prop::sample::select(Step::ALL.to_vec()), 0..60)) {
        let mut one = try_proposal(&exchange(), &with_lines(vec![new_line(1, None)]), &[]).unwrap();
        let (mut held, mut settled, mut owes, mut left) = (false, false, false, false);
        for step in steps {
            let before = one.state;
            let Ok(()) = one.step(step, now()) else {
                prop_assert_eq!(one.state, before, "a refused step changes nothing");
                continue;
            };
            match step {
                Step::Reserve | Step::Repair | Step::TakeBack => held = true,
                Step::Miss => held = false,
                Step::Charge => (settled, owes) = (true, true),
                Step::Settle => settled = true,
                Step::Pay => owes = false,
                Step::Ship => {
                    prop_assert!(held && settled && !owes && !left, "it left with held {held}, settled {settled}, owes {owes}");
                    left = true;
                }
                Step::Deliver => prop_assert!(left),
                Step::Cancel => prop_assert!(!left),
                Step::GiveUp => {}
            }
        }
    }
}
