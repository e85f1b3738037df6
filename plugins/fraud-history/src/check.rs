//! What the schema cannot say of a configuration.

use redress_sdk::MAX_MINOR;
use redress_sdk::prelude::*;

use crate::config::Config;

/// Everything wrong with a configuration, each with a JSON Pointer.
pub(crate) fn check(config: &Config) -> Vec<Violation> {
    let mut found = Vec::new();
    let weights = [
        ("/repeat/weight", config.repeat.weight),
        ("/refund_rate/weight", config.refund_rate.weight),
        ("/soon/weight", config.soon.weight),
        ("/late/weight", config.late.weight),
        ("/first_order/weight", config.first_order.weight),
        ("/open_tickets/weight", config.open_tickets.weight),
        ("/known/weight", config.known.weight),
    ];
    for (path, weight) in weights {
        if weight > 100 {
            found.push(Violation::new(path, "give a share of the score from 0 (off) to 100"));
        }
    }
    config.repeat.window_days.check("/repeat/window_days", 1, &mut found);
    config.repeat.count.check("/repeat/count", 1, &mut found);
    config.refund_rate.percent.check("/refund_rate/percent", 1, &mut found);
    config.refund_rate.min_orders.check("/refund_rate/min_orders", 0, &mut found);
    config.soon.minutes.check("/soon/minutes", 1, &mut found);
    config.late.days.check("/late/days", 1, &mut found);
    config.open_tickets.count.check("/open_tickets/count", 1, &mut found);
    if config.repeat.weight > 0 && config.repeat.similar_by.is_empty() {
        found.push(Violation::new("/repeat/similar_by", "name what makes claims similar, or set the weight to 0"));
    }
    if config.kinds.is_empty() {
        found.push(Violation::new("/kinds", "name at least one kind of ticket: without any, nothing is scored"));
    }
    for (currency, &minor) in &config.first_order.at_least {
        let path = format!("/first_order/at_least/{currency}");
        if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
            found.push(Violation::new(path, format!("'{currency}' is not a currency code: use three upper-case letters such as CNY")));
        } else if !(0..=MAX_MINOR).contains(&minor) {
            found.push(Violation::new(path, format!("give an amount in minor units from 0 to {MAX_MINOR}")));
        }
    }
    found
}
