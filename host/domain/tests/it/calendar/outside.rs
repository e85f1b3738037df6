//! All vectors of others, when they are at hand.

use crate::vectors::{business_hours, cron, holidays, outside, report};

/// U13, Z24: business hours as the calculator `rickar/cal` counts them.
#[test]
fn business_hours_vectors() {
    if let Some(data) = outside() {
        report(&business_hours::check(&data));
    }
}

/// Holidays and make-up workdays (调休), 2019 to 2025.
#[test]
fn every_day_of_chinas_calendars() {
    if let Some(data) = outside() {
        report(&holidays::check(&data));
    }
}

/// Recurring jobs run when `robfig/cron` would run them.
#[test]
fn cron_vectors() {
    if let Some(data) = outside() {
        report(&cron::check(&data));
    }
}
