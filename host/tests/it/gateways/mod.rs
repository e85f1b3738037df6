//! Money over gateways: settings, the happy path, and what no fault may break.

mod elsewhere;
mod faults;
mod known;
mod languages;
mod notices;
mod path;
mod till;
