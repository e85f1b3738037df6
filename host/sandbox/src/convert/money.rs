//! Money in both directions. The host's own amounts are checked when they are made; a rule's are checked here.

use redress_domain::{Money, MoneyError};

use crate::bindings::redress::rules::types as wit;

pub(crate) fn into_wit(money: Money) -> wit::Money {
    wit::Money { minor: money.minor(), currency: money.currency().as_str().to_owned() }
}

pub(crate) fn from_wit(money: &wit::Money) -> Result<Money, MoneyError> {
    Money::new(money.minor, money.currency.parse()?)
}
