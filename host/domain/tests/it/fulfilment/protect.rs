//! Price protection (价保).

use chrono::Duration;
use proptest::prelude::*;
use redress_domain::fulfilment::{PriceFall, ProtectError, protect};

use crate::sample::{now, yuan};

fn fall(paid: i64, given_back: i64, today: i64, quantity: u32) -> PriceFall {
    PriceFall { paid: yuan(paid), given_back: yuan(given_back), today: yuan(today), quantity, bought_at: Some(now()) }
}

#[test]
fn the_difference_is_owed_within_the_window() {
    assert_eq!(protect(&fall(10_000, 0, 8_000, 1), 30, now()), Ok(yuan(2_000)));
    assert_eq!(protect(&fall(20_000, 1_500, 8_000, 2), 30, now()), Ok(yuan(2_500)), "what went back before counts");
    let last = now().plus(Duration::days(30));
    assert_eq!(protect(&fall(10_000, 0, 9_999, 1), 30, last), Ok(yuan(1)));
    let late = last.plus(Duration::milliseconds(1));
    assert_eq!(protect(&fall(10_000, 0, 9_999, 1), 30, late), Err(ProtectError::Over(last)));
    assert!(matches!(protect(&fall(10_000, 0, 10_000, 1), 30, now()), Err(ProtectError::NotLower { .. })));
    assert_eq!(protect(&fall(10_000, 0, -1, 1), 30, now()), Err(ProtectError::Negative));
    let unknown = PriceFall { bought_at: None, ..fall(10_000, 0, 1, 1) };
    assert_eq!(protect(&unknown, 30, now()), Err(ProtectError::NoDate));
}

proptest! {
    /// However often the price falls, all protections together give back what was paid less the lowest price.
    #[test]
    fn falls_add_up_to_the_lowest_price(paid in 1_i64..1_000_000, quantity in 1_u32..5, prices in prop::collection::vec(0_i64..300_000, 1..8)) {
        let mut back = 0;
        for today in &prices {
            if let Ok(owed) = protect(&fall(paid, back, *today, quantity), 30, now()) {
                back += owed.minor();
            }
        }
        let lowest = prices.iter().map(|price| price * i64::from(quantity)).min().unwrap();
        prop_assert_eq!(back, (paid - lowest).max(0));
    }
}
