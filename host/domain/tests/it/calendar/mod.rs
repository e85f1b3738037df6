//! Business hours and recurring moments.

mod cron;
mod hours;
mod outside;
