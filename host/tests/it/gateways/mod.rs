//! Money over gateways: settings, the happy path, and what no fault may break.

mod faults;
mod path;
mod till;
